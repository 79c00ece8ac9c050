-- People who sign in. Directory: an account may be a member of many organisations. `email` is in
-- lower case.
create table accounts (
    id blob not null primary key,
    email text not null unique,
    language text not null,
    created_at integer not null
) strict;

-- Who acts for an organisation, and as what. Nothing was ever written to the table of this name
-- before: it is made anew around accounts.
drop table members;

create table members (
    organisation_id blob not null references organisations (id),
    account_id blob not null references accounts (id),
    role text not null,
    created_at integer not null,
    primary key (organisation_id, account_id),
    check (role in ('owner', 'organiser', 'door-staff', 'viewer'))
) strict;

create index members_of_account on members (account_id);

-- Who acts for one event alone.
create table event_members (
    organisation_id blob not null,
    event_id blob not null,
    account_id blob not null references accounts (id),
    role text not null,
    created_at integer not null,
    primary key (organisation_id, event_id, account_id),
    foreign key (organisation_id, event_id) references events (organisation_id, id),
    check (role in ('organiser', 'door-staff', 'viewer'))
) strict;

create index event_members_of_account on event_members (account_id);

-- Who was asked to act for an organisation, or for one of its events. Directory: found by the hash
-- of the secret in its link. `invited_by` is empty where the operator of the house asked.
create table invitations (
    id blob not null primary key,
    token_hash blob not null unique,
    organisation_id blob not null references organisations (id),
    event_id blob,
    email text not null,
    role text not null,
    language text not null,
    invited_by blob references accounts (id),
    created_at integer not null,
    expires_at integer not null,
    accepted_at integer,
    withdrawn_at integer,
    foreign key (organisation_id, event_id) references events (organisation_id, id),
    check (role in ('owner', 'organiser', 'door-staff', 'viewer')),
    check (event_id is null or role <> 'owner'),
    check (accepted_at is null or withdrawn_at is null)
) strict;

create index invitations_of_organisation on invitations (organisation_id, created_at);

-- Links by which people sign in: used once, by the browser that asked. `tries` counts wrong codes.
create table sign_ins (
    id blob not null primary key,
    token_hash blob not null unique,
    browser_hash blob not null unique,
    account_id blob not null references accounts (id),
    language text not null,
    tries integer not null default 0,
    created_at integer not null,
    expires_at integer not null,
    used_at integer,
    check (tries >= 0)
) strict;

create index sign_ins_of_account on sign_ins (account_id, created_at);

-- Browsers that are signed in. `proved_at` is when the person last showed who they are.
create table sessions (
    token_hash blob not null primary key,
    id blob not null unique,
    account_id blob not null references accounts (id),
    agent text not null,
    created_at integer not null,
    seen_at integer not null,
    proved_at integer not null,
    expires_at integer not null
) strict;

create index sessions_of_account on sessions (account_id);

-- Mails tell of registrations, and now of sign-ins and invitations too. Those of the house itself
-- carry an organisation of zeros.
create table outbox_of_all (
    organisation_id blob not null,
    id blob not null,
    registration_id blob,
    sign_in_id blob unique references sign_ins (id),
    invitation_id blob unique references invitations (id),
    kind text not null,
    revision integer not null,
    status text not null,
    attempts integer not null default 0,
    due_at integer not null,
    lease_until integer,
    reason text,
    created_at integer not null,
    done_at integer,
    primary key (organisation_id, id),
    constraint one_mail_each unique (organisation_id, registration_id, kind, revision),
    foreign key (organisation_id, registration_id) references registrations (organisation_id, id),
    check ((kind in ('confirmed', 'changed', 'cancelled')) = (registration_id is not null)),
    check ((kind = 'sign-in') = (sign_in_id is not null)),
    check ((kind = 'invitation') = (invitation_id is not null)),
    check (kind in ('confirmed', 'changed', 'cancelled', 'sign-in', 'invitation')),
    check (status in ('pending', 'sending', 'sent', 'dead')),
    check ((status = 'sending') = (lease_until is not null)),
    check ((status in ('sent', 'dead')) = (done_at is not null)),
    check (status <> 'dead' or reason is not null)
) strict;

insert into outbox_of_all (organisation_id, id, registration_id, kind, revision, status, attempts,
    due_at, lease_until, reason, created_at, done_at)
select organisation_id, id, registration_id, kind, revision, status, attempts,
    due_at, lease_until, reason, created_at, done_at
from outbox;

drop table outbox;

alter table outbox_of_all rename to outbox;

create index outbox_open on outbox (due_at, id) where done_at is null;
