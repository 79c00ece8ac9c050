//! The SQL of apps that make codes, and of recovery codes.

use domain::ids::AccountId;
use sqlx::FromRow;

use crate::db::{Db, Tx, on, read};

/// An app.
#[derive(Debug, FromRow)]
pub(crate) struct AuthenticatorRow {
    pub created_at: i64,
}

const OF_ACCOUNT: &str = "select created_at from authenticators where account_id = $1";

/// The app of an account.
pub(crate) async fn of_account(
    db: &Db,
    account: AccountId,
) -> Result<Option<AuthenticatorRow>, sqlx::Error> {
    read!(db, |pool| sqlx::query_as(OF_ACCOUNT).bind(account.0).fetch_optional(pool).await)
}

const EXISTS: &str = "select count(*) from authenticators where account_id = $1";

/// Whether an account has an app.
pub(crate) async fn exists(tx: &mut Tx, account: AccountId) -> Result<bool, sqlx::Error> {
    let count: i64 = on!(tx, |connection| {
        sqlx::query_scalar(EXISTS).bind(account.0).fetch_one(connection).await
    })?;
    Ok(count > 0)
}

const SEALED: &str = "select sealed from authenticators where account_id = $1";

/// The sealed secret of an app.
pub(crate) async fn sealed(
    tx: &mut Tx,
    account: AccountId,
) -> Result<Option<Vec<u8>>, sqlx::Error> {
    on!(tx, |connection| {
        sqlx::query_scalar(SEALED).bind(account.0).fetch_optional(connection).await
    })
}

const PUT: &str = "
    insert into authenticators (account_id, sealed, last_step, tries, tried_at, created_at)
    values ($1, $2, $3, 0, $4, $4)
    on conflict (account_id) do update
    set sealed = excluded.sealed, last_step = excluded.last_step, tries = 0,
        created_at = excluded.created_at";

/// Writes an app in place of the one there may be.
pub(crate) async fn put(
    tx: &mut Tx,
    account: AccountId,
    sealed: &[u8],
    last_step: i64,
    now: i64,
) -> Result<(), sqlx::Error> {
    on!(tx, |connection| {
        sqlx::query(PUT)
            .bind(account.0)
            .bind(sealed)
            .bind(last_step)
            .bind(now)
            .execute(connection)
            .await
            .map(drop)
    })
}

const DELETE: &str = "delete from authenticators where account_id = $1";

/// Forgets the app of an account; whether there was one.
pub(crate) async fn delete(tx: &mut Tx, account: AccountId) -> Result<bool, sqlx::Error> {
    on!(tx, |connection| {
        let done = sqlx::query(DELETE).bind(account.0).execute(connection).await;
        done.map(|done| done.rows_affected() == 1)
    })
}

const TAKE_TRY: &str = "
    update authenticators
    set tries = case when tried_at <= $4 then 1 else tries + 1 end, tried_at = $3
    where account_id = $1 and (tries < $2 or tried_at <= $4)";

/// Takes one of the tries that an account has; whether there was one. Those up to `since` are
/// forgotten.
pub(crate) async fn take_try(
    tx: &mut Tx,
    account: AccountId,
    tries: i64,
    now: i64,
    since: i64,
) -> Result<bool, sqlx::Error> {
    let rows = on!(tx, |connection| {
        sqlx::query(TAKE_TRY)
            .bind(account.0)
            .bind(tries)
            .bind(now)
            .bind(since)
            .execute(connection)
            .await
            .map(|done| done.rows_affected())
    })?;
    Ok(rows == 1)
}

const FORGIVE: &str = "update authenticators set tries = 0 where account_id = $1";

/// A right code was typed: the wrong ones before are forgotten.
pub(crate) async fn forgive(tx: &mut Tx, account: AccountId) -> Result<(), sqlx::Error> {
    on!(tx, |connection| sqlx::query(FORGIVE).bind(account.0).execute(connection).await.map(drop))
}

const TAKE_STEP: &str = "
    update authenticators
    set last_step = $2
    where account_id = $1 and last_step < $2";

/// Takes the code of a time step; whether nobody took it, or a later one.
pub(crate) async fn take_step(
    tx: &mut Tx,
    account: AccountId,
    step: i64,
) -> Result<bool, sqlx::Error> {
    let rows = on!(tx, |connection| {
        sqlx::query(TAKE_STEP)
            .bind(account.0)
            .bind(step)
            .execute(connection)
            .await
            .map(|done| done.rows_affected())
    })?;
    Ok(rows == 1)
}

const LOCK: &str = "update authenticators set tries = tries where account_id = $1";

/// Takes the row of an account's app, so that its recovery codes are made by one at a time; whether
/// there is one.
pub(crate) async fn lock(tx: &mut Tx, account: AccountId) -> Result<bool, sqlx::Error> {
    let rows = on!(tx, |connection| {
        sqlx::query(LOCK).bind(account.0).execute(connection).await.map(|done| done.rows_affected())
    })?;
    Ok(rows == 1)
}

const INSERT_CODE: &str = "insert into recovery_codes (account_id, hash) values ($1, $2)";

/// Writes what is kept of a recovery code.
pub(crate) async fn insert_code(
    tx: &mut Tx,
    account: AccountId,
    hash: &[u8],
) -> Result<(), sqlx::Error> {
    on!(tx, |connection| {
        sqlx::query(INSERT_CODE).bind(account.0).bind(hash).execute(connection).await.map(drop)
    })
}

const TAKE_CODE: &str = "
    update recovery_codes
    set used_at = $3
    where account_id = $1 and hash = $2 and used_at is null";

/// Uses a recovery code; whether nobody did before.
pub(crate) async fn take_code(
    tx: &mut Tx,
    account: AccountId,
    hash: &[u8],
    now: i64,
) -> Result<bool, sqlx::Error> {
    let rows = on!(tx, |connection| {
        sqlx::query(TAKE_CODE)
            .bind(account.0)
            .bind(hash)
            .bind(now)
            .execute(connection)
            .await
            .map(|done| done.rows_affected())
    })?;
    Ok(rows == 1)
}

const FORGET_CODES: &str = "delete from recovery_codes where account_id = $1";

/// Forgets the recovery codes of an account.
pub(crate) async fn forget_codes(tx: &mut Tx, account: AccountId) -> Result<(), sqlx::Error> {
    on!(tx, |connection| {
        sqlx::query(FORGET_CODES).bind(account.0).execute(connection).await.map(drop)
    })
}

const CODES_LEFT: &str = "
    select count(*)
    from recovery_codes
    where account_id = $1 and used_at is null";

/// How many recovery codes of an account were not used.
pub(crate) async fn codes_left(db: &Db, account: AccountId) -> Result<i64, sqlx::Error> {
    read!(db, |pool| sqlx::query_scalar(CODES_LEFT).bind(account.0).fetch_one(pool).await)
}
