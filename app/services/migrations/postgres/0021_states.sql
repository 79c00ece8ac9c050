-- A registration whose state runs out has an end: a place that is held until the address is
-- confirmed, an offer. `reason` is why an organiser said no.
alter table registrations add column expires_at bigint
    check ((expires_at is not null) = (status in ('pending-email', 'offered')));
alter table registrations add column reason text
    check (reason is null or (status = 'declined' and length(reason) between 1 and 500));

create index registrations_running_out on registrations (expires_at)
    where expires_at is not null;

-- What needs an organiser's word.
create index registrations_to_approve on registrations (organisation_id, event_id)
    where status = 'pending-approval';

-- More sorts of mail about a registration.
create table outbox_of_states (
    organisation_id uuid not null,
    id uuid not null,
    registration_id uuid,
    sign_in_id uuid unique references sign_ins (id),
    invitation_id uuid unique references invitations (id),
    notice_id uuid,
    kind text not null,
    revision bigint not null,
    status text not null,
    attempts bigint not null default 0,
    due_at bigint not null,
    lease_until bigint,
    reason text,
    created_at bigint not null,
    done_at bigint,
    primary key (organisation_id, id),
    constraint one_mail_of_each unique (organisation_id, registration_id, kind, revision),
    foreign key (organisation_id, registration_id) references registrations (organisation_id, id),
    check ((kind not in ('sign-in', 'invitation')) = (registration_id is not null)),
    check ((kind = 'sign-in') = (sign_in_id is not null)),
    check ((kind = 'invitation') = (invitation_id is not null)),
    check (kind in ('confirmed', 'changed', 'cancelled', 'confirm-address', 'pending-approval',
        'declined', 'waitlisted', 'offered', 'offer-expired', 'wait-over', 'withdrawn', 'reduced',
        'sign-in', 'invitation')),
    check ((notice_id is not null) = (revision < 0) and (notice_id is null or kind = 'changed')),
    check (status in ('pending', 'sending', 'sent', 'dead')),
    check ((status = 'sending') = (lease_until is not null)),
    check ((status in ('sent', 'dead')) = (done_at is not null)),
    check (status <> 'dead' or reason is not null)
);

insert into outbox_of_states (organisation_id, id, registration_id, sign_in_id, invitation_id,
    notice_id, kind, revision, status, attempts, due_at, lease_until, reason, created_at, done_at)
select organisation_id, id, registration_id, sign_in_id, invitation_id,
    notice_id, kind, revision, status, attempts, due_at, lease_until, reason, created_at, done_at
from outbox;

drop table outbox;

alter table outbox_of_states rename to outbox;

create index outbox_open on outbox (due_at, id) where done_at is null;
create index outbox_dead on outbox (organisation_id, registration_id) where status = 'dead';

-- Who asked in vain did not give anything back: `marks` has a bit for each state but confirmed and
-- cancelled.
drop index attendees_gone;

create index attendees_gone on attendees (organisation_id, event_id, occurrence_id, ticket_type_id,
    cancelled_at, marks)
    where cancelled_at is not null;
