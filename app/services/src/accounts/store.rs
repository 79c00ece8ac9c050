//! The SQL of accounts and links to sign in.

use domain::ids::{AccountId, SignInId};
use sqlx::FromRow;
use uuid::Uuid;

use crate::db::{Db, Tx, on, read};

const BY_EMAIL: &str = "select id from accounts where email = $1";

/// The account of this address, in lower case.
pub(crate) async fn by_email(db: &Db, email: &str) -> Result<Option<Uuid>, sqlx::Error> {
    read!(db, |pool| sqlx::query_scalar(BY_EMAIL).bind(email).fetch_optional(pool).await)
}

/// The same, in a transaction.
pub(crate) async fn by_email_in(tx: &mut Tx, email: &str) -> Result<Option<Uuid>, sqlx::Error> {
    on!(tx, |connection| sqlx::query_scalar(BY_EMAIL).bind(email).fetch_optional(connection).await)
}

const INSERT_ACCOUNT: &str = "
    insert into accounts (id, email, language, created_at)
    values ($1, $2, $3, $4)
    on conflict (email) do nothing";

/// Writes a new account, unless the address has one.
pub(crate) async fn insert_account(
    tx: &mut Tx,
    id: AccountId,
    email: &str,
    language: &'static str,
    at: i64,
) -> Result<(), sqlx::Error> {
    on!(tx, |connection| {
        sqlx::query(INSERT_ACCOUNT)
            .bind(id.0)
            .bind(email)
            .bind(language)
            .bind(at)
            .execute(connection)
            .await
            .map(drop)
    })
}

const LINKS_SINCE: &str = "
    select count(*)
    from sign_ins
    where account_id = $1 and purpose is null and created_at > $2";

/// How many links to sign in an account had since this time.
pub(crate) async fn links_since(
    tx: &mut Tx,
    account: AccountId,
    since: i64,
) -> Result<i64, sqlx::Error> {
    on!(tx, |connection| {
        sqlx::query_scalar(LINKS_SINCE).bind(account.0).bind(since).fetch_one(connection).await
    })
}

/// A link to sign in.
pub(crate) struct NewSignIn<'a> {
    pub id: SignInId,
    pub token_hash: &'a [u8],
    pub browser_hash: &'a [u8],
    pub account: AccountId,
    pub language: &'static str,
    pub at: i64,
    pub expires_at: i64,
}

const INSERT_SIGN_IN: &str = "
    insert into sign_ins
        (id, token_hash, browser_hash, account_id, language, created_at, expires_at)
    values ($1, $2, $3, $4, $5, $6, $7)";

/// Writes a new link to sign in.
pub(crate) async fn insert_sign_in(tx: &mut Tx, link: &NewSignIn<'_>) -> Result<(), sqlx::Error> {
    on!(tx, |connection| {
        sqlx::query(INSERT_SIGN_IN)
            .bind(link.id.0)
            .bind(link.token_hash)
            .bind(link.browser_hash)
            .bind(link.account.0)
            .bind(link.language)
            .bind(link.at)
            .bind(link.expires_at)
            .execute(connection)
            .await
            .map(drop)
    })
}

/// A link to sign in, as it is checked.
#[derive(Debug, FromRow)]
pub(crate) struct SignInRow {
    pub id: Uuid,
    pub account_id: Uuid,
    pub browser_hash: Vec<u8>,
    pub tries: i64,
    pub expires_at: i64,
    pub used_at: Option<i64>,
}

const BY_TOKEN: &str = "
    select id, account_id, browser_hash, tries, expires_at, used_at
    from sign_ins
    where token_hash = $1 and purpose is null";

/// The link that holds this secret.
pub(crate) async fn by_token(
    tx: &mut Tx,
    token_hash: &[u8],
) -> Result<Option<SignInRow>, sqlx::Error> {
    on!(tx, |connection| {
        sqlx::query_as(BY_TOKEN).bind(token_hash).fetch_optional(connection).await
    })
}

const BY_BROWSER: &str = "
    select id, account_id, browser_hash, tries, expires_at, used_at
    from sign_ins
    where browser_hash = $1 and purpose is null";

/// The link that this browser asked for.
pub(crate) async fn by_browser(
    tx: &mut Tx,
    browser_hash: &[u8],
) -> Result<Option<SignInRow>, sqlx::Error> {
    on!(tx, |connection| {
        sqlx::query_as(BY_BROWSER).bind(browser_hash).fetch_optional(connection).await
    })
}

const TAKE_TRY: &str = "
    update sign_ins
    set tries = tries + 1
    where id = $1 and tries < $2 and used_at is null and expires_at > $3";

/// Takes one of the tries that a code has; whether there was one.
pub(crate) async fn take_try(
    tx: &mut Tx,
    id: SignInId,
    tries: i64,
    now: i64,
) -> Result<bool, sqlx::Error> {
    let rows = on!(tx, |connection| {
        sqlx::query(TAKE_TRY)
            .bind(id.0)
            .bind(tries)
            .bind(now)
            .execute(connection)
            .await
            .map(|done| done.rows_affected())
    })?;
    Ok(rows == 1)
}

const USE_UP: &str = "
    update sign_ins
    set used_at = $2
    where id = $1 and used_at is null and expires_at > $2";

/// Uses the link; whether nobody did before.
pub(crate) async fn use_up(tx: &mut Tx, id: SignInId, now: i64) -> Result<bool, sqlx::Error> {
    let rows = on!(tx, |connection| {
        sqlx::query(USE_UP)
            .bind(id.0)
            .bind(now)
            .execute(connection)
            .await
            .map(|done| done.rows_affected())
    })?;
    Ok(rows == 1)
}

/// A letter, as its mail tells of it.
#[derive(Debug, FromRow)]
pub(crate) struct SignInMailRow {
    pub email: String,
    pub language: String,
    pub purpose: Option<String>,
}

const SIGN_IN_MAIL: &str = "
    select coalesce(s.address, a.email) as email, s.language, s.purpose
    from sign_ins s
    join accounts a on a.id = s.account_id
    where s.id = $1";

/// Whom the mail of this letter goes to.
pub(crate) async fn sign_in_mail(
    db: &Db,
    id: SignInId,
) -> Result<Option<SignInMailRow>, sqlx::Error> {
    read!(db, |pool| sqlx::query_as(SIGN_IN_MAIL).bind(id.0).fetch_optional(pool).await)
}

/// A role of an account.
#[derive(Debug, FromRow)]
pub(crate) struct MembershipRow {
    pub organisation_id: Uuid,
    pub event_id: Option<Uuid>,
    pub role: String,
}

const MEMBERSHIPS: &str = "
    select organisation_id, nullif(account_id, account_id) as event_id, role
    from members
    where account_id = $1
    union all
    select organisation_id, event_id, role
    from event_members
    where account_id = $1";

/// What an account may be in organisations and in single events.
pub(crate) async fn memberships(
    db: &Db,
    account: AccountId,
) -> Result<Vec<MembershipRow>, sqlx::Error> {
    read!(db, |pool| sqlx::query_as(MEMBERSHIPS).bind(account.0).fetch_all(pool).await)
}
