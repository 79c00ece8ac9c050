//! The SQL of links that were lost.

use sqlx::FromRow;
use uuid::Uuid;

use crate::db::{Db, Tx, on, read};

const ASK: &str = "insert into link_requests (id, email, asked_at) values ($1, $2, $3)";

/// Writes down that somebody asks.
pub(in crate::registrations) async fn ask(
    tx: &mut Tx,
    id: Uuid,
    email: &str,
    now: i64,
) -> Result<(), sqlx::Error> {
    on!(tx, |connection| {
        sqlx::query(ASK).bind(id).bind(email).bind(now).execute(connection).await.map(drop)
    })
}

/// Somebody who asked.
#[derive(FromRow)]
pub(in crate::registrations) struct AskedRow {
    pub id: Uuid,
    pub email: String,
}

const NEXT: &str = "select id, email from link_requests order by asked_at, id limit 1";

/// Who asked first.
pub(in crate::registrations) async fn next(db: &Db) -> Result<Option<AskedRow>, sqlx::Error> {
    read!(db, |pool| sqlx::query_as(NEXT).fetch_optional(pool).await)
}

const DONE: &str = "delete from link_requests where id = $1";

/// Takes the request away; whether it was still there.
pub(in crate::registrations) async fn done(tx: &mut Tx, id: Uuid) -> Result<bool, sqlx::Error> {
    on!(tx, |connection| {
        let done = sqlx::query(DONE).bind(id).execute(connection).await?;
        Ok(done.rows_affected() == 1)
    })
}

/// A registration whose ticket is to be sent again.
#[derive(FromRow)]
pub(in crate::registrations) struct FoundRow {
    pub organisation_id: Uuid,
    pub id: Uuid,
    pub status: String,
}

/// Those that are not over and have no mail on its way: that one holds the link.
const OF_ADDRESS: &str = "
    select r.organisation_id, r.id, r.status
    from occurrences o
    join registrations r on r.organisation_id = o.organisation_id and r.occurrence_id = o.id
    where o.ends_at > $2 and r.status not in ('declined', 'cancelled', 'expired')
        and lower(r.contact_email) = $1
        and not exists (
            select 1
            from outbox m
            where m.organisation_id = r.organisation_id and m.registration_id = r.id
                and m.revision > 0 and m.done_at is null)
    order by o.starts_at, r.id
    limit $3";

/// The next registrations of this address.
pub(in crate::registrations) async fn of_address(
    db: &Db,
    email: &str,
    now: i64,
    limit: i64,
) -> Result<Vec<FoundRow>, sqlx::Error> {
    if email.is_empty() {
        return Ok(Vec::new());
    }
    read!(db, |pool| {
        sqlx::query_as(OF_ADDRESS).bind(email).bind(now).bind(limit).fetch_all(pool).await
    })
}
