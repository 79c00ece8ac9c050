//! The SQL of changing addresses.

use domain::ids::{AccountId, SessionId, SignInId};
use sqlx::FromRow;
use uuid::Uuid;

use crate::db::{Db, Tx, on, read};

/// An address that an account is to have.
pub(super) struct NewChange<'a> {
    pub account: AccountId,
    pub session: SessionId,
    pub email: &'a str,
    pub old: SignInId,
    pub new: SignInId,
    pub expires_at: i64,
}

const PUT: &str = "
    insert into address_changes
        (account_id, session_id, email, old_letter_id, new_letter_id, expires_at)
    values ($1, $2, $3, $4, $5, $6)
    on conflict (account_id) do update
    set session_id = excluded.session_id, email = excluded.email,
        old_letter_id = excluded.old_letter_id, new_letter_id = excluded.new_letter_id,
        expires_at = excluded.expires_at";

/// Writes the address that an account is to have, in place of one it was to have before.
pub(super) async fn put(tx: &mut Tx, change: &NewChange<'_>) -> Result<(), sqlx::Error> {
    on!(tx, |connection| {
        sqlx::query(PUT)
            .bind(change.account.0)
            .bind(change.session.0)
            .bind(change.email)
            .bind(change.old.0)
            .bind(change.new.0)
            .bind(change.expires_at)
            .execute(connection)
            .await
            .map(drop)
    })
}

const ASKED: &str = "
    select email
    from address_changes
    where account_id = $1 and session_id = $2 and expires_at > $3";

/// The address that this session asked for.
pub(super) async fn asked(
    db: &Db,
    account: AccountId,
    session: SessionId,
    now: i64,
) -> Result<Option<String>, sqlx::Error> {
    read!(db, |pool| {
        sqlx::query_scalar(ASKED)
            .bind(account.0)
            .bind(session.0)
            .bind(now)
            .fetch_optional(pool)
            .await
    })
}

/// A change that waits for its codes.
#[derive(Debug, FromRow)]
pub(super) struct ChangeRow {
    pub email: String,
    pub old_letter_id: Uuid,
    pub new_letter_id: Uuid,
}

const CHANGE: &str = "
    select email, old_letter_id, new_letter_id
    from address_changes
    where account_id = $1 and session_id = $2 and expires_at > $3";

/// The change that this session asked for.
pub(super) async fn change(
    tx: &mut Tx,
    account: AccountId,
    session: SessionId,
    now: i64,
) -> Result<Option<ChangeRow>, sqlx::Error> {
    on!(tx, |connection| {
        sqlx::query_as(CHANGE)
            .bind(account.0)
            .bind(session.0)
            .bind(now)
            .fetch_optional(connection)
            .await
    })
}

const SET_EMAIL: &str = "update accounts set email = $2 where id = $1";

/// Gives an account another address. The database refuses one that is another account's.
pub(super) async fn set_email(
    tx: &mut Tx,
    account: AccountId,
    email: &str,
) -> Result<(), sqlx::Error> {
    on!(tx, |connection| {
        sqlx::query(SET_EMAIL).bind(account.0).bind(email).execute(connection).await.map(drop)
    })
}

const DELETE: &str = "delete from address_changes where account_id = $1";

/// Forgets what an account was to be changed to.
pub(super) async fn delete(tx: &mut Tx, account: AccountId) -> Result<(), sqlx::Error> {
    on!(tx, |connection| sqlx::query(DELETE).bind(account.0).execute(connection).await.map(drop))
}
