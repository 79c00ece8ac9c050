//! The SQL of sessions.

use domain::ids::{AccountId, SessionId};
use sqlx::FromRow;
use uuid::Uuid;

use crate::db::{Db, Tx, on, read};

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
    pub proved_at: i64,
}

const SESSION: &str = "
    select s.id, s.account_id, a.email, s.agent, s.created_at, s.seen_at, s.proved_at
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
    select s.id, s.account_id, a.email, s.agent, s.created_at, s.seen_at, s.proved_at
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

/// Ends a session of this account; whether there was one.
pub(crate) async fn end_session(
    tx: &mut Tx,
    account: AccountId,
    session: SessionId,
) -> Result<bool, sqlx::Error> {
    on!(tx, |connection| {
        let ending = sqlx::query(END_SESSION).bind(account.0).bind(session.0);
        ending.execute(connection).await.map(|done| done.rows_affected() == 1)
    })
}

const SIGN_OUT: &str = "delete from sessions where token_hash = $1";

/// Ends the session of this cookie.
pub(crate) async fn sign_out(tx: &mut Tx, token_hash: &[u8]) -> Result<(), sqlx::Error> {
    on!(tx, |connection| {
        sqlx::query(SIGN_OUT).bind(token_hash).execute(connection).await.map(drop)
    })
}

const RENEW: &str = "
    update sessions
    set token_hash = $2, proved_at = $3, seen_at = $3
    where id = $1";

/// A session proved itself and has another secret; whether it is still there.
pub(crate) async fn renew(
    tx: &mut Tx,
    session: SessionId,
    token_hash: &[u8],
    now: i64,
) -> Result<bool, sqlx::Error> {
    let rows = on!(tx, |connection| {
        sqlx::query(RENEW)
            .bind(session.0)
            .bind(token_hash)
            .bind(now)
            .execute(connection)
            .await
            .map(|done| done.rows_affected())
    })?;
    Ok(rows == 1)
}

const END_OTHERS: &str = "delete from sessions where account_id = $1 and id <> $2";

/// Ends every session of an account but this one.
pub(crate) async fn end_others(
    tx: &mut Tx,
    account: AccountId,
    session: SessionId,
) -> Result<(), sqlx::Error> {
    on!(tx, |connection| {
        sqlx::query(END_OTHERS).bind(account.0).bind(session.0).execute(connection).await.map(drop)
    })
}
