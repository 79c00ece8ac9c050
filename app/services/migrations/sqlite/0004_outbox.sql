-- Mails that are to be sent, written in the transaction of what they are about. The text is
-- composed when it is sent, from the rows of that revision. `due_at` is when it may next be tried;
-- a row in `sending` whose lease ran out belongs to a process that died.
create table outbox (
    organisation_id blob not null,
    id blob not null,
    registration_id blob not null,
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
    constraint one_mail unique (organisation_id, registration_id, kind, revision),
    foreign key (organisation_id, registration_id) references registrations (organisation_id, id),
    check (kind in ('confirmed', 'changed', 'cancelled')),
    check (status in ('pending', 'sending', 'sent', 'dead')),
    check ((status = 'sending') = (lease_until is not null)),
    check ((status in ('sent', 'dead')) = (done_at is not null)),
    check (status <> 'dead' or reason is not null)
) strict;

create index outbox_open on outbox (due_at) where done_at is null;
