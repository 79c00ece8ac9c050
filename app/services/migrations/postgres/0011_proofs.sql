-- Letters with a code, now for more than signing in, for which `purpose` is null: to show again who
-- one is ('proof'), to change the address of an account ('address-old', 'address-new'), and to tell
-- that it was changed ('address-changed'; no code). The codes work in one session, `session_id`.
-- `address` is where a letter goes that does not go to the address of the account.
alter table sign_ins add column purpose text
    check (purpose in ('proof', 'address-old', 'address-new', 'address-changed'));

alter table sign_ins add column session_id uuid;

alter table sign_ins add column address text;

-- Apps that make codes (RFC 6238). `sealed` is the secret that the app shares with us; the key is
-- not in the database. `last_step` is the newest time step whose code was taken: each counts once.
-- `tries` are the wrong codes up to `tried_at`, which are forgotten after a quarter of an hour.
create table authenticators (
    account_id uuid not null primary key references accounts (id),
    sealed bytea not null,
    last_step bigint not null,
    tries bigint not null default 0,
    tried_at bigint not null,
    created_at bigint not null,
    check (tries between 0 and 5)
);

-- What to type where the app is lost. `hash` is made with a key that is not in the database.
create table recovery_codes (
    account_id uuid not null references authenticators (account_id),
    hash bytea not null,
    used_at bigint,
    primary key (account_id, hash)
);

-- The address that an account is to have, until both mailboxes agreed.
create table address_changes (
    account_id uuid not null primary key references accounts (id),
    session_id uuid not null,
    email text not null,
    old_letter_id uuid not null references sign_ins (id),
    new_letter_id uuid not null references sign_ins (id),
    expires_at bigint not null
);
