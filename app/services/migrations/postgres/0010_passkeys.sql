-- Keys with which people sign in. `credential` is the public half with its counter, as JSON;
-- nothing in it signs anybody in.
create table passkeys (
    account_id uuid not null references accounts (id),
    id uuid not null,
    credential_id bytea not null unique,
    name text not null,
    credential text not null,
    created_at bigint not null,
    used_at bigint,
    primary key (account_id, id)
);
