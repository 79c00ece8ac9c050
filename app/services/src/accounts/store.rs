//! The SQL of accounts, links to sign in, and sessions.

use domain::ids::{AccountId, SessionId, SignInId};
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
    where account_id = $1 and created_at > $2";

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
    where token_hash = $1";

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
    where browser_hash = $1";

/// The link that this browser asked for.
pub(crate) async fn by_browser(
    tx: &mut Tx,
    browser_hash: &[u8],
) -> Result<Option<SignInRow>, sqlx::Error> {
    on!(tx, |connection| {
        sqlx::query_as(BY_BROWSER).bind(browser_hash).fetch_optional(connection).await
    })
}

const COUNT_TRY: &str = "update sign_ins set tries = tries + 1 where id = $1";

/// A wrong code was typed.
pub(crate) async fn count_try(tx: &mut Tx, id: SignInId) -> Result<(), sqlx::Error> {
    on!(tx, |connection| sqlx::query(COUNT_TRY).bind(id.0).execute(connection).await.map(drop))
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

/// A link to sign in, as its mail tells of it.
#[derive(Debug, FromRow)]
pub(crate) struct SignInMailRow {
    pub email: String,
    pub language: String,
}

const SIGN_IN_MAIL: &str = "
    select a.email, s.language
    from sign_ins s
    join accounts a on a.id = s.account_id
    where s.id = $1";

/// Whom the mail with this link goes to.
pub(crate) async fn sign_in_mail(
    db: &Db,
    id: SignInId,
) -> Result<Option<SignInMailRow>, sqlx::Error> {
    read!(db, |pool| sqlx::query_as(SIGN_IN_MAIL).bind(id.0).fetch_optional(pool).await)
}

/// A browser that is signed in from now on.
pub(crate) struct NewSession<'a> {
    pub token_hash: &'a [u8],
    pub id: SessionId,
    pub account: AccountId,
    pub agent: &'a str,
    pub at: i64,
    pub expires_at: i64,
}

const INSERT_SESSION: &str = "
    insert into sessions
        (token_hash, id, account_id, agent, created_at, seen_at, proved_at, expires_at)
    values ($1, $2, $3, $4, $5, $5, $5, $6)";

/// Writes a new session.
pub(crate) async fn insert_session(
    tx: &mut Tx,
    session: &NewSession<'_>,
) -> Result<(), sqlx::Error> {
    on!(tx, |connection| {
        sqlx::query(INSERT_SESSION)
            .bind(session.token_hash)
            .bind(session.id.0)
            .bind(session.account.0)
            .bind(session.agent)
            .bind(session.at)
            .bind(session.expires_at)
            .execute(connection)
            .await
            .map(drop)
    })
}

const FORGET_SESSIONS: &str = "delete from sessions where expires_at <= $1 or seen_at <= $2";

/// Deletes the sessions that are over.
pub(crate) async fn forget_sessions(
    tx: &mut Tx,
    now: i64,
    idle_since: i64,
) -> Result<(), sqlx::Error> {
    on!(tx, |connection| {
        sqlx::query(FORGET_SESSIONS).bind(now).bind(idle_since).execute(connection).await.map(drop)
    })
}

/// A session that is not over.
#[derive(Debug, FromRow)]
pub(crate) struct SessionRow {
    pub id: Uuid,
    pub account_id: Uuid,
    pub email: String,
    pub agent: String,
    pub created_at: i64,
    pub seen_at: i64,
}

const SESSION: &str = "
    select s.id, s.account_id, a.email, s.agent, s.created_at, s.seen_at
    from sessions s
    join accounts a on a.id = s.account_id
    where s.token_hash = $1 and s.expires_at > $2 and s.seen_at > $3";

/// The session of this cookie.
pub(crate) async fn session(
    db: &Db,
    token_hash: &[u8],
    now: i64,
    idle_since: i64,
) -> Result<Option<SessionRow>, sqlx::Error> {
    read!(db, |pool| {
        sqlx::query_as(SESSION)
            .bind(token_hash)
            .bind(now)
            .bind(idle_since)
            .fetch_optional(pool)
            .await
    })
}

const SESSIONS: &str = "
    select s.id, s.account_id, a.email, s.agent, s.created_at, s.seen_at
    from sessions s
    join accounts a on a.id = s.account_id
    where s.account_id = $1 and s.expires_at > $2 and s.seen_at > $3
    order by s.seen_at desc, s.id";

/// The sessions of an account, the last seen first.
pub(crate) async fn sessions(
    db: &Db,
    account: AccountId,
    now: i64,
    idle_since: i64,
) -> Result<Vec<SessionRow>, sqlx::Error> {
    read!(db, |pool| {
        sqlx::query_as(SESSIONS).bind(account.0).bind(now).bind(idle_since).fetch_all(pool).await
    })
}

const SEE: &str = "update sessions set seen_at = $2 where token_hash = $1";

/// The browser of this session was here.
pub(crate) async fn see(tx: &mut Tx, token_hash: &[u8], now: i64) -> Result<(), sqlx::Error> {
    on!(tx, |connection| {
        sqlx::query(SEE).bind(token_hash).bind(now).execute(connection).await.map(drop)
    })
}

const END_SESSION: &str = "delete from sessions where account_id = $1 and id = $2";

/// Ends a session of this account.
pub(crate) async fn end_session(
    tx: &mut Tx,
    account: AccountId,
    session: SessionId,
) -> Result<(), sqlx::Error> {
    on!(tx, |connection| {
        sqlx::query(END_SESSION).bind(account.0).bind(session.0).execute(connection).await.map(drop)
    })
}

const SIGN_OUT: &str = "delete from sessions where token_hash = $1";

/// Ends the session of this cookie.
pub(crate) async fn sign_out(tx: &mut Tx, token_hash: &[u8]) -> Result<(), sqlx::Error> {
    on!(tx, |connection| {
        sqlx::query(SIGN_OUT).bind(token_hash).execute(connection).await.map(drop)
    })
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
