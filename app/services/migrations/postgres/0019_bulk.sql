-- What is done to many registrations at once. First they are chosen; then `act` says what becomes of
-- them, and a worker does it to some hundred at a time; for a while it can be undone. `tag`,
-- `occurrence_id`, `subject` and `text` are what the act needs.
create table bulk_acts (
    organisation_id uuid not null,
    id uuid not null,
    event_id uuid not null,
    account_id uuid not null references accounts (id),
    state text not null,
    act text,
    tag text,
    occurrence_id uuid,
    subject text,
    text text,
    total bigint not null,
    created_at bigint not null,
    finished_at bigint,
    primary key (organisation_id, id),
    foreign key (organisation_id, event_id) references events (organisation_id, id),
    foreign key (organisation_id, occurrence_id) references occurrences (organisation_id, id),
    check (state in ('chosen', 'running', 'done', 'undoing', 'undone')),
    check (act in ('tag', 'untag', 'cancel', 'move', 'write')),
    check ((state = 'chosen') = (act is null)),
    check ((act in ('tag', 'untag')) = (tag is not null)),
    check ((act = 'move') = (occurrence_id is not null)),
    check (act is null or (act = 'write') = (text is not null)),
    check ((subject is null) = (text is null)),
    check (total >= 0),
    check ((state in ('chosen', 'running')) = (finished_at is null))
);

create index bulk_acts_under_way on bulk_acts (created_at) where state in ('running', 'undoing');

-- One registration in it. `positions` are the bits of the attendees who were chosen. `outcome` says
-- what came of it, `undo_outcome` what came of undoing it. The rest is what undoing needs, and what
-- tells the mail of a revision what it is about: the revisions, whose places were given back (bits),
-- the date before.
create table bulk_lines (
    organisation_id uuid not null,
    bulk_id uuid not null,
    registration_id uuid not null,
    positions bigint not null,
    outcome text,
    revision bigint,
    changed bigint not null default 0,
    occurrence_before uuid,
    undo_outcome text,
    undo_revision bigint,
    primary key (organisation_id, bulk_id, registration_id),
    foreign key (organisation_id, bulk_id) references bulk_acts (organisation_id, id),
    foreign key (organisation_id, registration_id) references registrations (organisation_id, id),
    check (positions > 0),
    check (undo_outcome is null or outcome is not null)
);

create index bulk_lines_waiting on bulk_lines (organisation_id, bulk_id, registration_id)
    where outcome is null;
create index bulk_lines_of_registration on bulk_lines (organisation_id, registration_id);

-- A list that an organiser brings along, between the look at it and the adding: gone after an hour.
create table imports (
    organisation_id uuid not null,
    id uuid not null,
    event_id uuid not null,
    account_id uuid not null references accounts (id),
    file bytea not null,
    created_at bigint not null,
    primary key (organisation_id, id),
    foreign key (organisation_id, event_id) references events (organisation_id, id)
);
