-- What is announced. `version` grows with every change of the event, its texts, dates or ticket
-- types; `source_uid` names the entry of a foreign calendar that it was imported from.
create table events (
    organisation_id uuid not null references organisations (id),
    id uuid not null,
    slug text not null,
    category text not null,
    discipline text not null,
    status text not null,
    address text not null,
    latitude double precision,
    longitude double precision,
    spoken text not null,
    website text not null,
    version bigint not null,
    source_uid text,
    created_at bigint not null,
    updated_at bigint not null,
    primary key (organisation_id, id),
    unique (organisation_id, source_uid),
    check (category in ('sports', 'music', 'entertainment')),
    check (status in ('draft', 'published', 'postponed', 'cancelled')),
    check (version >= 1)
);

-- Directory: the event behind the public name in its address.
create table event_slugs (
    slug text not null primary key,
    organisation_id uuid not null,
    event_id uuid not null,
    foreign key (organisation_id, event_id) references events (organisation_id, id)
);

-- What an event says, per language. `folded` is what a search looks through.
create table event_texts (
    organisation_id uuid not null,
    event_id uuid not null,
    language text not null,
    title text not null,
    summary text not null,
    description text not null,
    venue text not null,
    folded text not null,
    primary key (organisation_id, event_id, language),
    foreign key (organisation_id, event_id) references events (organisation_id, id)
);

-- Programme areas of the Alliance and action areas of a culture of peace.
create table event_areas (
    organisation_id uuid not null,
    event_id uuid not null,
    kind text not null,
    area text not null,
    primary key (organisation_id, event_id, kind, area),
    foreign key (organisation_id, event_id) references events (organisation_id, id),
    check (kind in ('programme', 'action'))
);

-- One date of an event; places are counted here. The wall clock, its zone, the instant and the
-- version of the zone data that placed it stand side by side. `uid` is the entry's name in every
-- calendar for ever; `sequence` grows with time, place and status (RFC 5545, 3.8.7.4).
create table occurrences (
    organisation_id uuid not null,
    id uuid not null,
    event_id uuid not null,
    uid uuid not null,
    starts_local text not null,
    ends_local text not null,
    all_day boolean not null,
    zone text not null,
    starts_at bigint not null,
    ends_at bigint not null,
    tzdata text not null,
    capacity bigint not null,
    taken bigint not null default 0,
    cancelled_at bigint,
    sequence bigint not null default 0,
    updated_at bigint not null,
    primary key (organisation_id, id),
    unique (organisation_id, uid),
    foreign key (organisation_id, event_id) references events (organisation_id, id),
    constraint places_in_all check (taken >= 0 and taken <= capacity),
    check (ends_at >= starts_at)
);

create index occurrences_of_event on occurrences (organisation_id, event_id, starts_at);
create index occurrences_by_time on occurrences (starts_at);

-- The capacities in which one comes to an event, in the order of the form.
create table ticket_types (
    organisation_id uuid not null,
    id uuid not null,
    event_id uuid not null,
    kind text not null,
    position bigint not null,
    primary key (organisation_id, id),
    unique (organisation_id, event_id, kind),
    foreign key (organisation_id, event_id) references events (organisation_id, id),
    check (kind in ('participant', 'player', 'performer', 'spectator', 'volunteer', 'media'))
);

-- Places of a ticket type on a date. No capacity: only the date's total bounds it.
create table places (
    organisation_id uuid not null,
    occurrence_id uuid not null,
    ticket_type_id uuid not null,
    capacity bigint,
    taken bigint not null default 0,
    primary key (organisation_id, occurrence_id, ticket_type_id),
    foreign key (organisation_id, occurrence_id) references occurrences (organisation_id, id),
    foreign key (organisation_id, ticket_type_id) references ticket_types (organisation_id, id),
    constraint places_of_ticket_type check (taken >= 0 and (capacity is null or taken <= capacity))
);
