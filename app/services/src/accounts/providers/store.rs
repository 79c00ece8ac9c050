//! The SQL of accounts at providers.

use domain::ids::AccountId;
use uuid::Uuid;

use crate::db::{Tx, on};

const ACCOUNT: &str = "
    select account_id
    from provider_accounts
    where issuer = $1 and subject = $2";

/// The account of the person whom a provider calls so.
pub(super) async fn account(
    tx: &mut Tx,
    issuer: &str,
    subject: &str,
) -> Result<Option<Uuid>, sqlx::Error> {
    on!(tx, |connection| {
        sqlx::query_scalar(ACCOUNT).bind(issuer).bind(subject).fetch_optional(connection).await
    })
}

const INSERT: &str = "
    insert into provider_accounts (issuer, subject, account_id, created_at)
    values ($1, $2, $3, $4)
    on conflict do nothing";

/// Binds an account to what a provider calls its person; whether neither was bound before.
pub(super) async fn insert(
    tx: &mut Tx,
    issuer: &str,
    subject: &str,
    account: AccountId,
    now: i64,
) -> Result<bool, sqlx::Error> {
    let rows = on!(tx, |connection| {
        sqlx::query(INSERT)
            .bind(issuer)
            .bind(subject)
            .bind(account.0)
            .bind(now)
            .execute(connection)
            .await
            .map(|done| done.rows_affected())
    })?;
    Ok(rows == 1)
}

const OPEN_INVITATION: &str = "
    select id
    from invitations
    where email = $1 and accepted_at is null and withdrawn_at is null and expires_at > $2
    order by created_at desc, id desc
    limit 1";

/// The last invitation to this address that waits for an answer.
pub(super) async fn open_invitation(
    tx: &mut Tx,
    email: &str,
    now: i64,
) -> Result<Option<Uuid>, sqlx::Error> {
    on!(tx, |connection| {
        sqlx::query_scalar(OPEN_INVITATION).bind(email).bind(now).fetch_optional(connection).await
    })
}
