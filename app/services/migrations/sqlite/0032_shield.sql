-- Codes that are mailed to those whose browser cannot prove its work. `form_hash` is the form that a
-- code belongs to; `tries` counts wrong ones. The address goes once the code is over.
create table registration_codes (
    id blob not null primary key,
    form_hash blob not null,
    email text not null,
    language text not null,
    tries integer not null default 0,
    expires_at integer not null,
    check (tries between 0 and 5)
) strict;

create index registration_codes_of_form on registration_codes (form_hash);
create index registration_codes_over on registration_codes (expires_at) where email <> '';

-- Mails carry such codes, too.
create table outbox_with_codes (
    organisation_id blob not null,
    id blob not null,
    registration_id blob,
    sign_in_id blob unique references sign_ins (id),
    invitation_id blob unique references invitations (id),
    code_id blob unique references registration_codes (id),
    notice_id blob,
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
    constraint one_mail_of_a_kind unique (organisation_id, registration_id, kind, revision),
    foreign key (organisation_id, registration_id) references registrations (organisation_id, id),
    check ((kind not in ('sign-in', 'invitation', 'code')) = (registration_id is not null)),
    check ((kind = 'sign-in') = (sign_in_id is not null)),
    check ((kind = 'invitation') = (invitation_id is not null)),
    check ((kind = 'code') = (code_id is not null)),
    check (kind in ('confirmed', 'changed', 'cancelled', 'confirm-address', 'pending-approval',
        'declined', 'waitlisted', 'offered', 'offer-expired', 'wait-over', 'withdrawn', 'reduced',
        'sign-in', 'invitation', 'code')),
    check ((notice_id is not null) = (revision < 0) and (notice_id is null or kind = 'changed')),
    check (status in ('pending', 'sending', 'sent', 'dead')),
    check ((status = 'sending') = (lease_until is not null)),
    check ((status in ('sent', 'dead')) = (done_at is not null)),
    check (status <> 'dead' or reason is not null)
) strict;

insert into outbox_with_codes (organisation_id, id, registration_id, sign_in_id, invitation_id,
    notice_id, kind, revision, status, attempts, due_at, lease_until, reason, created_at, done_at)
select organisation_id, id, registration_id, sign_in_id, invitation_id,
    notice_id, kind, revision, status, attempts, due_at, lease_until, reason, created_at, done_at
from outbox;

drop table outbox;

alter table outbox_with_codes rename to outbox;

create index outbox_open on outbox (due_at, id) where done_at is null;
create index outbox_dead on outbox (organisation_id, registration_id) where status = 'dead';
