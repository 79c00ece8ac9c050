//! The SQL that tells whether feeds changed.

use sqlx::FromRow;

use crate::db::{Db, read};

/// What the database says of everything that feeds are made from: equal, if nothing was written.
#[derive(Debug, Clone, PartialEq, Eq, FromRow)]
pub(super) struct Stamp {
    events: i64,
    events_at: Option<i64>,
    dates: i64,
    dates_at: Option<i64>,
}

const STAMP: &str = "
    select
        (select count(*) from events) as events,
        (select max(updated_at) from events) as events_at,
        (select count(*) from occurrences) as dates,
        (select max(updated_at) from occurrences) as dates_at";

/// What the database says now.
pub(super) async fn stamp(db: &Db) -> Result<Stamp, sqlx::Error> {
    read!(db, |pool| sqlx::query_as(STAMP).fetch_one(pool).await)
}
