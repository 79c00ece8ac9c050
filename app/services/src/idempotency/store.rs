//! The SQL of requests that may come twice.

use sqlx::FromRow;
use uuid::Uuid;

use crate::db::{Db, Tx, on, read};

/// A request as it begins.
pub(super) struct New<'a> {
    pub id: &'a [u8],
    pub request_hash: &'a [u8],
    pub form_key: Uuid,
    pub now: i64,
    pub lease_until: i64,
    pub expires_at: i64,
}

/// Takes the row if nobody has it: it is new, its day is over, or the process that worked on the
/// same request died. In the last case the key of the form stays, and so does the day.
const BEGIN: &str = "
    insert into idempotency_keys (id, request_hash, form_key, lease_until, expires_at)
    values ($1, $2, $3, $4, $5)
    on conflict (id) do update
    set request_hash = excluded.request_hash, status = null, sealed = null,
        lease_until = excluded.lease_until,
        form_key = case when idempotency_keys.expires_at <= $6
            then excluded.form_key else idempotency_keys.form_key end,
        expires_at = case when idempotency_keys.expires_at <= $6
            then excluded.expires_at else idempotency_keys.expires_at end
    where idempotency_keys.expires_at <= $6
        or (idempotency_keys.status is null and idempotency_keys.lease_until <= $6
            and idempotency_keys.request_hash = excluded.request_hash)
    returning form_key";

/// The key of the form, if the request is this one's to do.
pub(super) async fn begin(tx: &mut Tx, new: &New<'_>) -> Result<Option<Uuid>, sqlx::Error> {
    on!(tx, |connection| {
        sqlx::query_scalar(BEGIN)
            .bind(new.id)
            .bind(new.request_hash)
            .bind(new.form_key)
            .bind(new.lease_until)
            .bind(new.expires_at)
            .bind(new.now)
            .fetch_optional(connection)
            .await
    })
}

/// What is known of a request that came before.
#[derive(FromRow)]
pub(super) struct Earlier {
    pub request_hash: Vec<u8>,
    pub status: Option<i64>,
    pub sealed: Option<Vec<u8>>,
}

const EARLIER: &str = "select request_hash, status, sealed from idempotency_keys where id = $1";

/// The request that came before under this id.
pub(super) async fn earlier(db: &Db, id: &[u8]) -> Result<Option<Earlier>, sqlx::Error> {
    read!(db, |pool| sqlx::query_as(EARLIER).bind(id).fetch_optional(pool).await)
}

const FINISH: &str = "
    update idempotency_keys
    set status = $3, sealed = $4
    where id = $1 and lease_until = $2 and status is null";

/// Keeps the answer of a request that still is this one's.
pub(super) async fn finish(
    tx: &mut Tx,
    id: &[u8],
    lease_until: i64,
    status: i64,
    sealed: &[u8],
) -> Result<(), sqlx::Error> {
    on!(tx, |connection| {
        sqlx::query(FINISH)
            .bind(id)
            .bind(lease_until)
            .bind(status)
            .bind(sealed)
            .execute(connection)
            .await
            .map(drop)
    })
}

const RELEASE: &str =
    "delete from idempotency_keys where id = $1 and lease_until = $2 and status is null";

/// Forgets a request that still is this one's.
pub(super) async fn release(tx: &mut Tx, id: &[u8], lease_until: i64) -> Result<(), sqlx::Error> {
    on!(tx, |connection| {
        sqlx::query(RELEASE).bind(id).bind(lease_until).execute(connection).await.map(drop)
    })
}

const IS_ANY_OVER: &str = "select exists (select 1 from idempotency_keys where expires_at <= $1)";

/// Whether there is anything to forget.
pub(super) async fn is_any_over(db: &Db, now: i64) -> Result<bool, sqlx::Error> {
    read!(db, |pool| sqlx::query_scalar(IS_ANY_OVER).bind(now).fetch_one(pool).await)
}

const FORGET_EXPIRED: &str = "delete from idempotency_keys where expires_at <= $1";

/// Forgets the requests whose time is over: how many.
pub(super) async fn forget_expired(tx: &mut Tx, now: i64) -> Result<u64, sqlx::Error> {
    on!(tx, |connection| {
        let done = sqlx::query(FORGET_EXPIRED).bind(now).execute(connection).await?;
        Ok(done.rows_affected())
    })
}
