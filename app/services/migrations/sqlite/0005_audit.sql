-- Who did what, in the transaction that did it. Rows are only ever added.
create table audit (
    organisation_id blob not null references organisations (id),
    id blob not null,
    at integer not null,
    actor text not null,
    action text not null,
    object_kind text not null,
    object_id blob not null,
    detail text not null,
    primary key (organisation_id, id)
) strict;

create index audit_of_object on audit (organisation_id, object_id);

create trigger audit_is_not_changed before update on audit
begin
    select raise(abort, 'audit rows are only ever added');
end;

create trigger audit_is_not_deleted before delete on audit
begin
    select raise(abort, 'audit rows are only ever added');
end;
