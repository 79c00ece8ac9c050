//! The SQL of forms that come back.

use crate::db::{Db, Tx, on, read};

const INSERT: &str = "
    insert into form_flash (id, sealed, expires_at)
    values ($1, $2, $3)";

/// Keeps a sealed form until then.
pub(super) async fn insert(
    tx: &mut Tx,
    id: &[u8],
    sealed: &[u8],
    expires_at: i64,
) -> Result<(), sqlx::Error> {
    on!(tx, |connection| {
        sqlx::query(INSERT)
            .bind(id)
            .bind(sealed)
            .bind(expires_at)
            .execute(connection)
            .await
            .map(drop)
    })
}

const FORGET_EXPIRED: &str = "delete from form_flash where expires_at <= $1";

/// Forgets the forms whose time is over.
pub(super) async fn forget_expired(tx: &mut Tx, now: i64) -> Result<(), sqlx::Error> {
    on!(tx, |connection| sqlx::query(FORGET_EXPIRED).bind(now).execute(connection).await.map(drop))
}

const SEALED: &str = "select sealed from form_flash where id = $1 and expires_at > $2";

/// The sealed form, if its time is not over.
pub(super) async fn sealed(db: &Db, id: &[u8], now: i64) -> Result<Option<Vec<u8>>, sqlx::Error> {
    read!(db, |pool| sqlx::query_scalar(SEALED).bind(id).bind(now).fetch_optional(pool).await)
}

const TAKE: &str = "delete from form_flash where id = $1 and expires_at > $2 returning sealed";

/// The sealed form, which nobody sees again.
pub(super) async fn take(tx: &mut Tx, id: &[u8], now: i64) -> Result<Option<Vec<u8>>, sqlx::Error> {
    on!(tx, |connection| {
        sqlx::query_scalar(TAKE).bind(id).bind(now).fetch_optional(connection).await
    })
}
