-- Who comes, as those see it who hold the event. A list of 50,000 is searched, filtered and counted
-- from one index, so what decides stands in the row itself: the event, the date and the language
-- are those of the registration and are written with it. `folded_name` (name, reference) and
-- `folded_contact` (contact person, address) are what a search looks through; they are apart because
-- door staff search names alone. Who is here has `checked_in_at`; nobody is here and gone at once.
create table attendees_of_events (
    organisation_id blob not null,
    id blob not null,
    registration_id blob not null,
    event_id blob not null,
    occurrence_id blob not null,
    language text not null,
    position integer not null,
    name text not null,
    ticket_type_id blob not null,
    folded_name text not null,
    folded_contact text not null,
    cancelled_revision integer,
    cancelled_at integer,
    checked_in_at integer,
    checked_in_by blob references accounts (id),
    primary key (organisation_id, id),
    unique (organisation_id, registration_id, position),
    foreign key (organisation_id, registration_id) references registrations (organisation_id, id),
    foreign key (organisation_id, ticket_type_id) references ticket_types (organisation_id, id),
    check ((cancelled_revision is null) = (cancelled_at is null)),
    check (checked_in_at is null or cancelled_at is null),
    check (checked_in_by is null or checked_in_at is not null)
) strict;

-- SQLite cannot take accents away: of those who registered before, names are found as they were
-- typed, in lower case where SQLite knows how.
insert into attendees_of_events (organisation_id, id, registration_id, event_id, occurrence_id,
    language, position, name, ticket_type_id, folded_name, folded_contact, cancelled_revision,
    cancelled_at)
select a.organisation_id, a.id, a.registration_id, r.event_id, r.occurrence_id,
    r.language, a.position, a.name, a.ticket_type_id, lower(a.name || ' ' || r.reference),
    lower(r.contact_name || ' ' || r.contact_email), a.cancelled_revision, a.cancelled_at
from attendees a
join registrations r on r.organisation_id = a.organisation_id and r.id = a.registration_id;

drop table attendees;

alter table attendees_of_events rename to attendees;

-- Ids sort by time. Both indexes hold everything that a filter asks for.
create index attendees_by_time on attendees (organisation_id, event_id, id, occurrence_id,
    ticket_type_id, language, cancelled_at, checked_in_at, folded_name, folded_contact);
create index attendees_by_name on attendees (organisation_id, event_id, folded_name, id,
    occurrence_id, ticket_type_id, language, cancelled_at, checked_in_at, folded_contact);

-- What organisers write down about a registration, for each other. Rows are only ever added.
create table registration_notes (
    organisation_id blob not null,
    id blob not null,
    registration_id blob not null,
    account_id blob not null references accounts (id),
    text text not null,
    created_at integer not null,
    primary key (organisation_id, id),
    foreign key (organisation_id, registration_id) references registrations (organisation_id, id),
    check (length(text) between 1 and 2000)
) strict;

create index registration_notes_of_registration
    on registration_notes (organisation_id, registration_id);
