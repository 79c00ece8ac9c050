//! The SQL that keeps rolls up to date: all attendees of an event once, and then those who changed.
//!
//! Triggers stamp every row that is written. On SQLite, which has one writer, the stamps of an event
//! count up in the order of the commits. On PostgreSQL the stamp is the number of the transaction:
//! one that is not below the oldest still open may be of a row that nobody could see yet, so the
//! next look begins there and finds some rows again. Numbers from the future are of a cluster that
//! this database was restored from, and of no change.

use domain::ids::{EventId, OrganisationId};
use sqlx::FromRow;
use uuid::Uuid;

use crate::db::{Db, read};

/// How far the attendees of an event are known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, FromRow)]
pub(crate) struct Stand {
    /// Every change with a lower stamp can be seen.
    pub next: i64,
    /// How many attendees were deleted.
    pub deleted: i64,
}

const STAND_SQLITE: &str = "
    select e.attendees_deleted as deleted, 1 + coalesce((
            select max(a.changed)
            from attendees a
            where a.organisation_id = $1 and a.event_id = $2), 0) as next
    from events e
    where e.organisation_id = $1 and e.id = $2";
const STAND_POSTGRES: &str = "
    select e.attendees_deleted as deleted,
        pg_snapshot_xmin(pg_current_snapshot())::text::bigint as next
    from events e
    where e.organisation_id = $1 and e.id = $2";

/// How far what is read from now on reaches; none if there is no such event.
pub(crate) async fn stand(
    db: &Db,
    (organisation, event): (OrganisationId, EventId),
) -> Result<Option<Stand>, sqlx::Error> {
    let sql = db.sql(STAND_SQLITE, STAND_POSTGRES);
    read!(db, |pool| {
        sqlx::query_as(sql).bind(organisation.0).bind(event.0).fetch_optional(pool).await
    })
}

/// What a roll holds of an attendee: everything that a filter asks for.
#[derive(Debug, FromRow)]
pub(crate) struct RollRow {
    pub id: Uuid,
    pub occurrence_id: Uuid,
    pub ticket_type_id: Uuid,
    pub language: String,
    pub cancelled_at: Option<i64>,
    pub checked_in_at: Option<i64>,
    pub marks: i64,
    pub registered_at: i64,
    pub folded_name: String,
    pub folded_contact: String,
}

const AFTER: &str = "
    select a.id, a.occurrence_id, a.ticket_type_id, a.language, a.cancelled_at, a.checked_in_at,
        a.marks, a.registered_at, a.folded_name, a.folded_contact
    from attendees a
    where a.organisation_id = $1 and a.event_id = $2 and a.id > $3
    order by a.id
    limit $4";

/// The next attendees after this one, by their ids.
pub(crate) async fn after(
    db: &Db,
    of: (OrganisationId, EventId),
    last: Uuid,
    limit: i64,
) -> Result<Vec<RollRow>, sqlx::Error> {
    read!(db, |pool| {
        sqlx::query_as(AFTER).bind(of.0.0).bind(of.1.0).bind(last).bind(limit).fetch_all(pool).await
    })
}

const CHANGED_SQLITE: &str = "
    select a.id, a.occurrence_id, a.ticket_type_id, a.language, a.cancelled_at, a.checked_in_at,
        a.marks, a.registered_at, a.folded_name, a.folded_contact
    from attendees a
    where a.organisation_id = $1 and a.event_id = $2 and a.changed >= $3
    limit $4";
const CHANGED_POSTGRES: &str = "
    select a.id, a.occurrence_id, a.ticket_type_id, a.language, a.cancelled_at, a.checked_in_at,
        a.marks, a.registered_at, a.folded_name, a.folded_contact
    from attendees a
    where a.organisation_id = $1 and a.event_id = $2 and a.changed >= $3
        and a.changed < pg_snapshot_xmax(pg_current_snapshot())::text::bigint
    limit $4";

/// The attendees with this stamp or a higher one.
pub(crate) async fn changed(
    db: &Db,
    of: (OrganisationId, EventId),
    since: i64,
    limit: i64,
) -> Result<Vec<RollRow>, sqlx::Error> {
    let sql = db.sql(CHANGED_SQLITE, CHANGED_POSTGRES);
    read!(db, |pool| {
        sqlx::query_as(sql).bind(of.0.0).bind(of.1.0).bind(since).bind(limit).fetch_all(pool).await
    })
}

const DATE: &str = "
    select id
    from occurrences
    where organisation_id = $1 and event_id = $2 and starts_local = $3";

/// The date of an event that begins at this local time.
pub(crate) async fn date(
    db: &Db,
    of: (OrganisationId, EventId),
    starts_local: &str,
) -> Result<Option<Uuid>, sqlx::Error> {
    named(db, DATE, of, starts_local).await
}

const TICKET: &str = "
    select id
    from ticket_types
    where organisation_id = $1 and event_id = $2 and kind = $3";

/// The ticket type of this kind.
pub(crate) async fn ticket(
    db: &Db,
    of: (OrganisationId, EventId),
    kind: &str,
) -> Result<Option<Uuid>, sqlx::Error> {
    named(db, TICKET, of, kind).await
}

async fn named(
    db: &Db,
    sql: &'static str,
    of: (OrganisationId, EventId),
    name: &str,
) -> Result<Option<Uuid>, sqlx::Error> {
    read!(db, |pool| {
        sqlx::query_scalar(sql).bind(of.0.0).bind(of.1.0).bind(name).fetch_optional(pool).await
    })
}
