-- What an event was after each change: by whom, when, in which section of the editor. `snapshot` is
-- JSON, for people to compare; nothing is read back from it.
create table event_versions (
    organisation_id blob not null,
    event_id blob not null,
    version integer not null,
    at integer not null,
    account_id blob not null references accounts (id),
    section text not null,
    snapshot text not null,
    primary key (organisation_id, event_id, version),
    foreign key (organisation_id, event_id) references events (organisation_id, id)
) strict;

-- What a ticket type has on every new date; `places` holds what it has on each.
alter table ticket_types add column capacity integer;

update ticket_types
set capacity = (
    select max(p.capacity)
    from places p
    where p.organisation_id = ticket_types.organisation_id
        and p.ticket_type_id = ticket_types.id);
