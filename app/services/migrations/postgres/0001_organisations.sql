-- Times are microseconds since 1970 in UTC; ids are UUIDs (16 bytes on SQLite).
-- Everything that belongs to an organisation carries its id first in the key, so that the tables
-- can be spread over many PostgreSQL nodes by organisation (Citus). Directories, which find an
-- organisation's things by a public name, are tables of their own: they would be on every node.

-- Who publishes events.
create table organisations (
    id uuid not null primary key,
    slug text not null unique,
    kind text not null,
    email text not null,
    website text not null,
    created_at bigint not null,
    check (kind in ('governmental', 'intergovernmental', 'civil-society', 'religious', 'youth',
        'women', 'grassroots', 'media', 'academic', 'private'))
);

-- What an organisation is called and does, per language.
create table organisation_texts (
    organisation_id uuid not null references organisations (id),
    language text not null,
    name text not null,
    summary text not null,
    primary key (organisation_id, language)
);

-- Who signs in for an organisation, and as what.
create table members (
    organisation_id uuid not null references organisations (id),
    id uuid not null,
    email text not null,
    role text not null,
    created_at bigint not null,
    primary key (organisation_id, id),
    unique (organisation_id, email),
    check (role in ('owner', 'organiser', 'door-staff', 'viewer'))
);
