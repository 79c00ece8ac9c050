-- What those who hold an event decide about registering for it: what it takes to have a place, for
-- how long a place is held until the address is confirmed, whether people wait where there are no
-- places and for how long what is offered to them is theirs, how many people a registration may
-- have, and whether the number of free places is shown.
alter table events add column confirms text not null default 'at-once'
    check (confirms in ('at-once', 'address', 'approval'));
alter table events add column hold_minutes bigint not null default 30
    check (hold_minutes between 1 and 1440);
alter table events add column waitlist boolean not null default false;
alter table events add column offer_hours bigint not null default 24
    check (offer_hours between 1 and 336);
alter table events add column people_limit bigint not null default 10
    check (people_limit between 1 and 10);
alter table events add column hides_places boolean not null default false;
