-- Answers of the HTTP interface that a program may ask for again for a day. `id` follows from the
-- key that the program sent and from our secret, `request_hash` from what it asked for; the answer
-- is sealed, because it holds the link of a registration. Without an answer the request is being
-- worked on, until its lease ends. `form_key` is the key of the registration that it makes: whoever
-- goes on with it after a crash makes no second one.
create table idempotency_keys (
    id bytea not null primary key,
    request_hash bytea not null,
    form_key uuid not null,
    status bigint,
    sealed bytea,
    lease_until bigint not null,
    expires_at bigint not null,
    check ((status is null) = (sealed is null)),
    check (status is null or status between 200 and 499)
);

create index idempotency_keys_expired on idempotency_keys (expires_at);
