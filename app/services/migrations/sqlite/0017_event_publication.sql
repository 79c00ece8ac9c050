-- A plan to publish a draft: on the clock of `publish_zone`, the instant beside it, and whose plan it
-- is. What is announced has no plan any more. `plan_failed_at`: a plan came due then and something
-- was missing, so the event stayed a draft.
alter table events add column publish_zone text;
alter table events add column publish_local text;
alter table events add column publish_by blob references accounts (id);
alter table events add column publish_at integer
    check (publish_at is null or (status = 'draft' and publish_zone is not null
        and publish_local is not null and publish_by is not null));
alter table events add column plan_failed_at integer;

create index events_planned on events (publish_at) where publish_at is not null;

-- Announced, and in no list, search or common feed since then.
alter table events add column unlisted_at integer;

-- Kept to begin other events with since then: a draft that is never announced.
alter table events add column template_at integer
    check (template_at is null or (status = 'draft' and publish_at is null));

-- What people who registered are told because when or where an event is held changed, or whether it
-- is. `before` is JSON: what stood there before the change; what stands there now is read when the
-- mail goes. `number` counts the notices of an event.
create table event_notices (
    organisation_id blob not null,
    id blob not null,
    event_id blob not null,
    number integer not null,
    before text not null,
    created_at integer not null,
    primary key (organisation_id, id),
    unique (organisation_id, event_id, number),
    foreign key (organisation_id, event_id) references events (organisation_id, id),
    check (number >= 1)
) strict;

-- The notice that a mail tells of, if it tells of one. Its revision is the number of the notice below
-- zero: it has nothing to do with the revisions of the registration.
alter table outbox add column notice_id blob
    check ((notice_id is not null) = (revision < 0) and (notice_id is null or kind = 'changed'));

-- How many would be told is counted from the index alone.
drop index registrations_of_occurrence;

create index registrations_of_occurrence
    on registrations (organisation_id, occurrence_id, status);
