-- What a process keeps in memory of an event's attendees is brought up to date by asking for those
-- whose `changed` is not below what it last saw. Triggers set it, so that no statement can forget to:
-- on SQLite a number of the event that counts up, on PostgreSQL that of the transaction.
alter table attendees add column changed bigint not null default 0;

create index attendees_changed on attendees (organisation_id, event_id, changed);

-- Who is gone cannot be asked for: the event counts them.
alter table events add column attendees_deleted bigint not null default 0;

-- The order of names is made in memory.
drop index attendees_by_name;

create function stamp_attendee() returns trigger language plpgsql as $$
begin
    new.changed := pg_current_xact_id()::text::bigint;
    return new;
end
$$;

create trigger attendees_are_stamped before insert or update on attendees
    for each row execute function stamp_attendee();

create function count_deleted_attendee() returns trigger language plpgsql as $$
begin
    update events
    set attendees_deleted = attendees_deleted + 1
    where organisation_id = old.organisation_id and id = old.event_id;
    return null;
end
$$;

create trigger attendees_are_deleted after delete on attendees
    for each row execute function count_deleted_attendee();
