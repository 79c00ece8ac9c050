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
