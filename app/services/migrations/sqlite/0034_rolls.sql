-- What a process keeps in memory of an event's attendees is brought up to date by asking for those
-- whose `changed` is not below what it last saw. Triggers set it, so that no statement can forget to:
-- on SQLite a number of the event that counts up, on PostgreSQL that of the transaction.
alter table attendees add column changed integer not null default 0;

create index attendees_changed on attendees (organisation_id, event_id, changed);

-- Who is gone cannot be asked for: the event counts them.
alter table events add column attendees_deleted integer not null default 0;

-- The order of names is made in memory.
drop index attendees_by_name;

create trigger attendees_are_added after insert on attendees
begin
    update attendees
    set changed = 1 + (
        select max(a.changed)
        from attendees a
        where a.organisation_id = new.organisation_id and a.event_id = new.event_id)
    where rowid = new.rowid;
end;

create trigger attendees_are_changed after update on attendees when new.changed = old.changed
begin
    update attendees
    set changed = 1 + (
        select max(a.changed)
        from attendees a
        where a.organisation_id = new.organisation_id and a.event_id = new.event_id)
    where rowid = new.rowid;
end;

create trigger attendees_are_deleted after delete on attendees
begin
    update events
    set attendees_deleted = attendees_deleted + 1
    where organisation_id = old.organisation_id and id = old.event_id;
end;
