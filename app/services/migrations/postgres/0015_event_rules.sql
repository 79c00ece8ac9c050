-- From when until when one can register for an event: on the clock of `rules_zone`, with the instant
-- beside it, and until so many hours before a date begins; of two closings the earlier counts.
-- `returns_hours`: until so many hours before a date begins participants give places back by
-- themselves; null: never, they write to whoever holds the event.
alter table events add column rules_zone text;
alter table events add column opens_local text;
alter table events add column opens_at bigint
    check ((opens_at is null) = (opens_local is null) and (opens_at is null or rules_zone is not null));
alter table events add column closes_local text;
alter table events add column closes_at bigint
    check ((closes_at is null) = (closes_local is null)
        and (closes_at is null or rules_zone is not null)
        and (closes_at is null or opens_at is null or closes_at > opens_at));
alter table events add column closes_hours bigint check (closes_hours between 0 and 8760);
alter table events add column returns_hours bigint default 0 check (returns_hours between 0 and 8760);

-- The same instants on every date, and those of ticket types on every place, where registering
-- counts: one guarded update sees all that decides, also after it waited.
alter table occurrences add column opens_at bigint;
alter table occurrences add column closes_at bigint;
alter table occurrences add column closes_hours bigint;

alter table ticket_types add column opens_local text;
alter table ticket_types add column opens_at bigint
    check ((opens_at is null) = (opens_local is null));
alter table ticket_types add column closes_local text;
alter table ticket_types add column closes_at bigint
    check ((closes_at is null) = (closes_local is null)
        and (closes_at is null or opens_at is null or closes_at > opens_at));

alter table places add column opens_at bigint;
alter table places add column closes_at bigint;
