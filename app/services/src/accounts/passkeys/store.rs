//! The SQL of passkeys.

use domain::ids::{AccountId, PasskeyId};
use sqlx::FromRow;
use uuid::Uuid;

use crate::db::{Db, Tx, on, read};

/// A passkey.
#[derive(Debug, FromRow)]
pub(crate) struct PasskeyRow {
    pub account_id: Uuid,
    pub id: Uuid,
    pub credential_id: Vec<u8>,
    pub name: String,
    pub credential: String,
    pub created_at: i64,
    pub used_at: Option<i64>,
}

const OF_ACCOUNT: &str = "
    select account_id, id, credential_id, name, credential, created_at, used_at
    from passkeys
    where account_id = $1
    order by created_at, id";

/// The passkeys of an account.
pub(crate) async fn of_account(
    db: &Db,
    account: AccountId,
) -> Result<Vec<PasskeyRow>, sqlx::Error> {
    read!(db, |pool| sqlx::query_as(OF_ACCOUNT).bind(account.0).fetch_all(pool).await)
}

const BY_CREDENTIAL: &str = "
    select account_id, id, credential_id, name, credential, created_at, used_at
    from passkeys
    where credential_id = $1";

/// The passkey that a browser names.
pub(crate) async fn by_credential(
    db: &Db,
    credential: &[u8],
) -> Result<Option<PasskeyRow>, sqlx::Error> {
    read!(db, |pool| sqlx::query_as(BY_CREDENTIAL).bind(credential).fetch_optional(pool).await)
}

/// A passkey that a browser made.
pub(crate) struct NewPasskey<'a> {
    pub account: AccountId,
    pub id: PasskeyId,
    pub credential_id: &'a [u8],
    pub name: &'a str,
    pub credential: &'a str,
    pub at: i64,
}

const INSERT: &str = "
    insert into passkeys (account_id, id, credential_id, name, credential, created_at)
    values ($1, $2, $3, $4, $5, $6)";

/// Writes a new passkey.
pub(crate) async fn insert(tx: &mut Tx, new: &NewPasskey<'_>) -> Result<(), sqlx::Error> {
    on!(tx, |connection| {
        sqlx::query(INSERT)
            .bind(new.account.0)
            .bind(new.id.0)
            .bind(new.credential_id)
            .bind(new.name)
            .bind(new.credential)
            .bind(new.at)
            .execute(connection)
            .await
            .map(drop)
    })
}

const USED: &str = "
    update passkeys
    set credential = $3, used_at = $4
    where account_id = $1 and id = $2";

/// A passkey was used; its counter may have grown.
pub(crate) async fn used(
    tx: &mut Tx,
    account: AccountId,
    id: PasskeyId,
    credential: &str,
    now: i64,
) -> Result<(), sqlx::Error> {
    on!(tx, |connection| {
        sqlx::query(USED)
            .bind(account.0)
            .bind(id.0)
            .bind(credential)
            .bind(now)
            .execute(connection)
            .await
            .map(drop)
    })
}

const DELETE: &str = "delete from passkeys where account_id = $1 and id = $2";

/// Forgets a passkey of this account; whether there was one.
pub(crate) async fn delete(
    tx: &mut Tx,
    account: AccountId,
    id: PasskeyId,
) -> Result<bool, sqlx::Error> {
    on!(tx, |connection| {
        let done = sqlx::query(DELETE).bind(account.0).bind(id.0).execute(connection).await;
        done.map(|done| done.rows_affected() == 1)
    })
}
