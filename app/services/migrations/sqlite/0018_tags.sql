-- Short words that organisers put on the registrations of an event. `position` is the bit that a tag
-- has in `attendees.tags`: there are twenty of them and no more.
create table tags (
    organisation_id blob not null,
    id blob not null,
    event_id blob not null,
    position integer not null,
    name text not null,
    folded text not null,
    created_at integer not null,
    primary key (organisation_id, id),
    constraint one_tag unique (organisation_id, event_id, folded),
    constraint one_bit unique (organisation_id, event_id, position),
    foreign key (organisation_id, event_id) references events (organisation_id, id),
    check (position between 0 and 19),
    check (length(name) between 1 and 30)
) strict;

-- The same for everyone in a registration, as the date and the language are, so that every filter is
-- answered from one index.
alter table attendees add column tags integer not null default 0;

alter table attendees add column registered_at integer not null default 0;

update attendees
set registered_at = (
    select r.created_at
    from registrations r
    where r.organisation_id = attendees.organisation_id and r.id = attendees.registration_id);

-- How a registration came, if not by the public form.
alter table registrations add column source text check (source in ('hand', 'file'));

drop index attendees_by_time;

drop index attendees_by_name;

create index attendees_by_time on attendees (organisation_id, event_id, id, occurrence_id,
    ticket_type_id, language, cancelled_at, checked_in_at, tags, registered_at, folded_name,
    folded_contact);

create index attendees_by_name on attendees (organisation_id, event_id, folded_name, id,
    occurrence_id, ticket_type_id, language, cancelled_at, checked_in_at, tags, registered_at,
    folded_contact);

-- Mails that never arrived are few, and asked for by the registration they are about.
create index outbox_dead on outbox (organisation_id, registration_id) where status = 'dead';
