-- Who waits for places of a date, in order: `since`, then by id. A registration may wait for several
-- dates of its event. `passed` counts others who came later and were asked before. A row whose
-- registration does not wait any more means nothing, and goes with the next look at its date.
create table waits (
    organisation_id uuid not null,
    registration_id uuid not null,
    occurrence_id uuid not null,
    since bigint not null,
    passed bigint not null default 0,
    primary key (organisation_id, registration_id, occurrence_id),
    foreign key (organisation_id, registration_id) references registrations (organisation_id, id),
    foreign key (organisation_id, occurrence_id) references occurrences (organisation_id, id),
    check (passed >= 0)
);

create index waits_in_order on waits (organisation_id, occurrence_id, since, registration_id);

-- Whether some of a registration that waits would come without the others.
alter table registrations add column partly boolean not null default false;

-- How many registrations wait for a date. While there is one, whoever comes waits behind it: what is
-- free is offered in order.
alter table occurrences add column waiting bigint not null default 0 check (waiting >= 0);

create index occurrences_waiting on occurrences (starts_at) where waiting > 0;
