-- What an event was after each change: by whom, when, in which section of the editor. `snapshot` is
-- JSON, for people to compare; nothing is read back from it.
create table event_versions (
    organisation_id uuid not null,
    event_id uuid not null,
    version bigint not null,
    at bigint not null,
    account_id uuid not null references accounts (id),
    section text not null,
    snapshot text not null,
    primary key (organisation_id, event_id, version),
    foreign key (organisation_id, event_id) references events (organisation_id, id)
);

-- What a ticket type has on every new date; `places` holds what it has on each.
alter table ticket_types add column capacity bigint;

update ticket_types
set capacity = (
    select max(p.capacity)
    from places p
    where p.organisation_id = ticket_types.organisation_id
        and p.ticket_type_id = ticket_types.id);
