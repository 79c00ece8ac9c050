-- From here on the acts of an organisation are numbered, and each carries the hash of itself and of
-- the one before: a row that is changed, left out or added later breaks the chain. Acts that were
-- recorded before have no number.
alter table audit add column number integer;

alter table audit add column hash blob;

create unique index audit_in_order on audit (organisation_id, number);

-- The end of each organisation's chain. Its row is also the lock that puts acts in order.
create table audit_heads (
    organisation_id blob not null primary key references organisations (id),
    number integer not null,
    hash blob not null
) strict;
