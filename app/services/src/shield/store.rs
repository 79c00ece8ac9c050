//! The SQL of codes that stand for a proof.

use sqlx::FromRow;
use uuid::Uuid;

use crate::db::{Db, Tx, on, read};

/// A code as it is made.
pub(super) struct New<'a> {
    pub id: Uuid,
    pub form: &'a [u8],
    pub email: &'a str,
    pub language: &'static str,
    pub expires_at: i64,
}

const INSERT: &str = "
    insert into registration_codes (id, form_hash, email, language, expires_at)
    values ($1, $2, $3, $4, $5)";

/// Writes a code.
pub(super) async fn insert(tx: &mut Tx, new: &New<'_>) -> Result<(), sqlx::Error> {
    on!(tx, |connection| {
        sqlx::query(INSERT)
            .bind(new.id)
            .bind(new.form)
            .bind(new.email)
            .bind(new.language)
            .bind(new.expires_at)
            .execute(connection)
            .await
            .map(drop)
    })
}

const OPEN: &str = "
    select id
    from registration_codes
    where form_hash = $1 and expires_at > $2 and tries < 5
    limit 1";

/// The code of this form that works.
pub(super) async fn open(db: &Db, form: &[u8], now: i64) -> Result<Option<Uuid>, sqlx::Error> {
    read!(db, |pool| sqlx::query_scalar(OPEN).bind(form).bind(now).fetch_optional(pool).await)
}

const TAKE_TRY: &str = "
    update registration_codes
    set tries = tries + 1
    where form_hash = $1 and expires_at > $2 and tries < 5
    returning id";

/// Takes a try at the code of this form, if there is one left.
pub(super) async fn take_try(
    tx: &mut Tx,
    form: &[u8],
    now: i64,
) -> Result<Option<Uuid>, sqlx::Error> {
    on!(tx, |connection| {
        sqlx::query_scalar(TAKE_TRY).bind(form).bind(now).fetch_optional(connection).await
    })
}

const GIVE_TRY_BACK: &str = "update registration_codes set tries = tries - 1 where id = $1";

/// Gives a try back: it was right.
pub(super) async fn give_try_back(tx: &mut Tx, id: Uuid) -> Result<(), sqlx::Error> {
    on!(tx, |connection| sqlx::query(GIVE_TRY_BACK).bind(id).execute(connection).await.map(drop))
}

const IS_ANY_OVER: &str =
    "select exists (select 1 from registration_codes where expires_at <= $1 and email <> '')";

/// Whether there is an address to forget.
pub(super) async fn is_any_over(db: &Db, now: i64) -> Result<bool, sqlx::Error> {
    read!(db, |pool| sqlx::query_scalar(IS_ANY_OVER).bind(now).fetch_one(pool).await)
}

const FORGET: &str =
    "update registration_codes set email = '' where expires_at <= $1 and email <> ''";

/// Takes the addresses off codes that are over: how many.
pub(super) async fn forget(tx: &mut Tx, now: i64) -> Result<u64, sqlx::Error> {
    on!(tx, |connection| {
        let done = sqlx::query(FORGET).bind(now).execute(connection).await?;
        Ok(done.rows_affected())
    })
}

/// Whom the mail with a code goes to.
#[derive(FromRow)]
pub(crate) struct CodeMailRow {
    pub email: String,
    pub language: String,
}

const CODE_MAIL: &str =
    "select email, language from registration_codes where id = $1 and email <> ''";

/// Whom the mail with this code goes to; nobody once the code is over.
pub(crate) async fn code_mail(db: &Db, id: Uuid) -> Result<Option<CodeMailRow>, sqlx::Error> {
    read!(db, |pool| sqlx::query_as(CODE_MAIL).bind(id).fetch_optional(pool).await)
}
