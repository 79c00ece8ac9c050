-- Who signs in through a provider (OpenID Connect): the provider, and what it calls the person for
-- ever (the claim `sub`).
create table provider_accounts (
    issuer text not null,
    subject text not null,
    account_id uuid not null references accounts (id),
    created_at bigint not null,
    primary key (issuer, subject),
    unique (account_id, issuer)
);
