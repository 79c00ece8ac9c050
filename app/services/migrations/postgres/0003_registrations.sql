-- One contact person's booking for one date. `idempotency_key` comes with the form: sending it
-- again finds this row, and `request_hash` tells whether it is the same request.
create table registrations (
    organisation_id uuid not null,
    id uuid not null,
    event_id uuid not null,
    occurrence_id uuid not null,
    reference text not null,
    status text not null,
    contact_name text not null,
    contact_email text not null,
    language text not null,
    idempotency_key uuid not null,
    request_hash bytea not null,
    revision bigint not null,
    created_at bigint not null,
    updated_at bigint not null,
    primary key (organisation_id, id),
    foreign key (organisation_id, occurrence_id) references occurrences (organisation_id, id),
    constraint one_reference unique (organisation_id, reference),
    constraint one_intent unique (organisation_id, occurrence_id, idempotency_key),
    check (status in ('pending-email', 'pending-approval', 'waitlisted', 'offered', 'confirmed',
        'declined', 'cancelled', 'expired')),
    check (revision >= 1)
);

create index registrations_of_occurrence on registrations (organisation_id, occurrence_id);

-- Directory: the registration behind the secret in a manage link. Only the hash is kept.
create table manage_links (
    token_hash bytea not null primary key,
    organisation_id uuid not null,
    registration_id uuid not null,
    foreign key (organisation_id, registration_id) references registrations (organisation_id, id)
);

-- One person inside a registration. `cancelled_revision` is the revision of the registration in
-- which the place was given back, so that a mail about an earlier one still knows who was in it.
create table attendees (
    organisation_id uuid not null,
    id uuid not null,
    registration_id uuid not null,
    position bigint not null,
    name text not null,
    ticket_type_id uuid not null,
    cancelled_revision bigint,
    cancelled_at bigint,
    primary key (organisation_id, id),
    unique (organisation_id, registration_id, position),
    foreign key (organisation_id, registration_id) references registrations (organisation_id, id),
    foreign key (organisation_id, ticket_type_id) references ticket_types (organisation_id, id),
    check ((cancelled_revision is null) = (cancelled_at is null))
);

-- What was typed into a form that had mistakes, for the page that shows them. Sealed with a key
-- that only the browser's cookie holds; gone after a quarter of an hour.
create table form_flash (
    id bytea not null primary key,
    sealed bytea not null,
    expires_at bigint not null
);
