-- Who did what, in the transaction that did it. Rows are only ever added.
create table audit (
    organisation_id uuid not null references organisations (id),
    id uuid not null,
    at bigint not null,
    actor text not null,
    action text not null,
    object_kind text not null,
    object_id uuid not null,
    detail text not null,
    primary key (organisation_id, id)
);

create index audit_of_object on audit (organisation_id, object_id);

create function audit_is_only_added() returns trigger language plpgsql as $$
begin
    raise exception 'audit rows are only ever added';
end $$;

create trigger audit_is_not_changed before update or delete or truncate on audit
    for each statement execute function audit_is_only_added();
