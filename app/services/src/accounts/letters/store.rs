//! The SQL of letters with a code.

use domain::ids::{AccountId, SessionId, SignInId};
use uuid::Uuid;

use crate::db::{Tx, on};

/// A letter.
pub(crate) struct NewRow<'a> {
    pub id: SignInId,
    pub token_hash: &'a [u8],
    pub browser_hash: &'a [u8],
    pub account: AccountId,
    pub language: &'static str,
    pub at: i64,
    pub expires_at: i64,
    pub purpose: &'static str,
    pub session: SessionId,
    pub address: Option<&'a str>,
}

const INSERT: &str = "
    insert into sign_ins (id, token_hash, browser_hash, account_id, language, created_at,
        expires_at, purpose, session_id, address)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";

/// Writes a letter.
pub(crate) async fn insert(tx: &mut Tx, row: &NewRow<'_>) -> Result<(), sqlx::Error> {
    on!(tx, |connection| {
        sqlx::query(INSERT)
            .bind(row.id.0)
            .bind(row.token_hash)
            .bind(row.browser_hash)
            .bind(row.account.0)
            .bind(row.language)
            .bind(row.at)
            .bind(row.expires_at)
            .bind(row.purpose)
            .bind(row.session.0)
            .bind(row.address)
            .execute(connection)
            .await
            .map(drop)
    })
}

const SINCE: &str = "
    select count(*)
    from sign_ins
    where account_id = $1 and purpose = $2 and created_at > $3";

/// How many letters of this purpose an account had since this time.
pub(crate) async fn since(
    tx: &mut Tx,
    account: AccountId,
    purpose: &'static str,
    since: i64,
) -> Result<i64, sqlx::Error> {
    on!(tx, |connection| {
        sqlx::query_scalar(SINCE)
            .bind(account.0)
            .bind(purpose)
            .bind(since)
            .fetch_one(connection)
            .await
    })
}

const LAST: &str = "
    select id
    from sign_ins
    where account_id = $1 and session_id = $2 and purpose = $3
    order by created_at desc, id desc
    limit 1";

/// The last letter of this purpose to this session.
pub(crate) async fn last(
    tx: &mut Tx,
    account: AccountId,
    session: SessionId,
    purpose: &'static str,
) -> Result<Option<SignInId>, sqlx::Error> {
    let id: Option<Uuid> = on!(tx, |connection| {
        sqlx::query_scalar(LAST)
            .bind(account.0)
            .bind(session.0)
            .bind(purpose)
            .fetch_optional(connection)
            .await
    })?;
    Ok(id.map(SignInId))
}

const USE_UP_ALL: &str = "
    update sign_ins
    set used_at = $2
    where account_id = $1 and used_at is null";

/// No letter that this account had works any more.
pub(crate) async fn use_up_all(
    tx: &mut Tx,
    account: AccountId,
    now: i64,
) -> Result<(), sqlx::Error> {
    on!(tx, |connection| {
        sqlx::query(USE_UP_ALL).bind(account.0).bind(now).execute(connection).await.map(drop)
    })
}
