-- Short words that organisers put on the registrations of an event. `position` is the bit that a tag
-- has in `attendees.marks`: there are twenty of them and no more.
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

drop index attendees_by_time;

drop index attendees_by_name;

-- The same for everyone in a registration, as the date and the language are, so that every filter is
-- answered from one index: the bits of its tags, 1048576 for a note, 2097152 for a mail that never
-- arrived, while none after it did.
alter table attendees add column marks integer not null default 0;

alter table attendees add column registered_at integer not null default 0;

update attendees
set registered_at = (
    select r.created_at
    from registrations r
    where r.organisation_id = attendees.organisation_id and r.id = attendees.registration_id);

update attendees
set marks = marks + 1048576
where exists (
    select 1
    from registration_notes n
    where n.organisation_id = attendees.organisation_id
        and n.registration_id = attendees.registration_id);

update attendees
set marks = marks + 2097152
where exists (
    select 1
    from outbox m
    where m.organisation_id = attendees.organisation_id
        and m.registration_id = attendees.registration_id
        and m.status = 'dead' and m.reason not like 'demo:%'
        and not exists (
            select 1
            from outbox l
            where l.organisation_id = m.organisation_id
                and l.registration_id = m.registration_id
                and l.revision > m.revision and l.status = 'sent'));

-- How a registration came, if not by the public form.
alter table registrations add column source text check (source in ('hand', 'file'));

create index attendees_by_time on attendees (organisation_id, event_id, id, occurrence_id,
    ticket_type_id, language, cancelled_at, checked_in_at, marks, registered_at, folded_name,
    folded_contact);

create index attendees_by_name on attendees (organisation_id, event_id, folded_name, id,
    occurrence_id, ticket_type_id, language, cancelled_at, checked_in_at, marks, registered_at,
    folded_contact);
