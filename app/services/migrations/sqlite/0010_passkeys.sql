-- Keys with which people sign in. `credential` is the public half with its counter, as JSON;
-- nothing in it signs anybody in.
create table passkeys (
    account_id blob not null references accounts (id),
    id blob not null,
    credential_id blob not null unique,
    name text not null,
    credential text not null,
    created_at integer not null,
    used_at integer,
    primary key (account_id, id)
) strict;
