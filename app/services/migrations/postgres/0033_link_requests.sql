-- Who lost the links of their registrations: asked for at once, looked up by the worker, so that
-- nobody learns from an answer, or from how long it took, who registered. Gone once worked on.
create table link_requests (
    id uuid not null primary key,
    email text not null,
    asked_at bigint not null
);
