//! The SQL of the registrations that something is done to.

use domain::ids::{EventId, OrganisationId};
use sqlx::FromRow;
use uuid::Uuid;

use crate::db::{Db, Tx, on, read};
use crate::registrations::store::list::{ListFilter, anywhere, filtered, matching};

const CHOOSE_FOUND: &str = concat!(
    "
    insert into bulk_lines (organisation_id, bulk_id, registration_id, positions)
    select x.organisation_id, $15, x.registration_id,
        cast(sum(cast(1 as bigint) << cast(x.position as integer)) as bigint)
    from (select a.organisation_id, a.id ",
    matching!(anywhere),
    ") m
    join attendees x on x.organisation_id = m.organisation_id and x.id = m.id
    group by x.organisation_id, x.registration_id"
);

/// Chooses everyone whom the filter lets pass.
pub(crate) async fn choose_found(
    tx: &mut Tx,
    filter: &ListFilter,
    bulk: Uuid,
) -> Result<(), sqlx::Error> {
    on!(tx, |connection| {
        filtered!(sqlx::query(CHOOSE_FOUND), filter).bind(bulk).execute(connection).await.map(drop)
    })
}

const CHOOSE: &str = "
    insert into bulk_lines (organisation_id, bulk_id, registration_id, positions)
    select r.organisation_id, $3, r.id, $5
    from registrations r
    where r.organisation_id = $1 and r.event_id = $2 and r.reference = $4";

/// Chooses some of the attendees of a registration, by the bits of their positions.
pub(crate) async fn choose(
    tx: &mut Tx,
    (organisation, event): (OrganisationId, EventId),
    bulk: Uuid,
    reference: &str,
    positions: i64,
) -> Result<(), sqlx::Error> {
    on!(tx, |connection| {
        sqlx::query(CHOOSE)
            .bind(organisation.0)
            .bind(event.0)
            .bind(bulk)
            .bind(reference)
            .bind(positions)
            .execute(connection)
            .await
            .map(drop)
    })
}

/// A registration that something is done to.
#[derive(Debug, Clone, FromRow)]
pub(crate) struct LineRow {
    pub registration_id: Uuid,
    pub positions: i64,
    pub revision: Option<i64>,
    pub changed: i64,
    pub occurrence_before: Option<Uuid>,
    pub occurrence_id: Uuid,
    pub status: String,
}

macro_rules! next {
    ($which:literal, $lock:literal) => {
        concat!(
            "
    select l.registration_id, l.positions, l.revision, l.changed, l.occurrence_before,
        r.occurrence_id, r.status
    from bulk_lines l
    join registrations r on r.organisation_id = l.organisation_id and r.id = l.registration_id
    where l.organisation_id = $1 and l.bulk_id = $2 and ",
            $which,
            "
    order by l.registration_id
    limit $3
    ",
            $lock
        )
    };
}

const TO_DO_SQLITE: &str = next!("l.outcome is null", "");
const TO_DO_POSTGRES: &str = next!("l.outcome is null", "for update of r");
const TO_UNDO_SQLITE: &str = next!("l.outcome = 'done' and l.undo_outcome is null", "");
const TO_UNDO_POSTGRES: &str =
    next!("l.outcome = 'done' and l.undo_outcome is null", "for update of r");

/// The next registrations to do something to, or to undo it. Theirs are the first rows that are
/// locked on PostgreSQL, as whoever changes one registration does.
pub(crate) async fn next(
    tx: &mut Tx,
    organisation: Uuid,
    bulk: Uuid,
    is_undo: bool,
    limit: i64,
) -> Result<Vec<LineRow>, sqlx::Error> {
    let sql = if is_undo {
        tx.sql(TO_UNDO_SQLITE, TO_UNDO_POSTGRES)
    } else {
        tx.sql(TO_DO_SQLITE, TO_DO_POSTGRES)
    };
    on!(tx, |connection| {
        sqlx::query_as(sql).bind(organisation).bind(bulk).bind(limit).fetch_all(connection).await
    })
}

/// What came of a line.
#[derive(Debug, Clone, Copy)]
pub(crate) struct LineDone {
    pub outcome: &'static str,
    pub revision: Option<i64>,
    pub changed: i64,
    pub occurrence_before: Option<Uuid>,
}

const SET_DONE: &str = "
    update bulk_lines
    set outcome = $4, revision = $5, changed = $6, occurrence_before = $7
    where organisation_id = $1 and bulk_id = $2 and registration_id = $3";

const SET_UNDONE: &str = "
    update bulk_lines
    set undo_outcome = $4, undo_revision = $5
    where organisation_id = $1 and bulk_id = $2 and registration_id = $3";

/// Writes down what came of doing it.
pub(crate) async fn set_done(
    tx: &mut Tx,
    organisation: Uuid,
    bulk: Uuid,
    registration: Uuid,
    done: LineDone,
) -> Result<(), sqlx::Error> {
    on!(tx, |connection| {
        sqlx::query(SET_DONE)
            .bind(organisation)
            .bind(bulk)
            .bind(registration)
            .bind(done.outcome)
            .bind(done.revision)
            .bind(done.changed)
            .bind(done.occurrence_before)
            .execute(connection)
            .await
            .map(drop)
    })
}

/// Writes down what came of undoing it.
pub(crate) async fn set_undone(
    tx: &mut Tx,
    organisation: Uuid,
    bulk: Uuid,
    registration: Uuid,
    done: LineDone,
) -> Result<(), sqlx::Error> {
    on!(tx, |connection| {
        sqlx::query(SET_UNDONE)
            .bind(organisation)
            .bind(bulk)
            .bind(registration)
            .bind(done.outcome)
            .bind(done.revision)
            .execute(connection)
            .await
            .map(drop)
    })
}

const COUNTS: &str = "
    select outcome, undo_outcome, count(*)
    from bulk_lines
    where organisation_id = $1 and bulk_id = $2
    group by outcome, undo_outcome";

/// How many lines came to what, and what undoing them came to.
pub(crate) async fn counts(
    db: &Db,
    organisation: Uuid,
    bulk: Uuid,
) -> Result<Vec<(Option<String>, Option<String>, i64)>, sqlx::Error> {
    read!(db, |pool| sqlx::query_as(COUNTS).bind(organisation).bind(bulk).fetch_all(pool).await)
}

const REFUSED: &str = "
    select r.reference, r.contact_name, coalesce(l.undo_outcome, l.outcome) as outcome
    from bulk_lines l
    join registrations r on r.organisation_id = l.organisation_id and r.id = l.registration_id
    where l.organisation_id = $1 and l.bulk_id = $2
        and coalesce(l.undo_outcome, l.outcome) <> 'done'
    order by l.registration_id
    limit $3";

/// The first registrations to which it was not done (or for which it was not undone): reference,
/// contact person and reason.
pub(crate) async fn refused(
    db: &Db,
    organisation: Uuid,
    bulk: Uuid,
    limit: i64,
) -> Result<Vec<(String, String, String)>, sqlx::Error> {
    read!(db, |pool| {
        sqlx::query_as(REFUSED).bind(organisation).bind(bulk).bind(limit).fetch_all(pool).await
    })
}

const FIRST: &str = "
    select r.contact_name, o.starts_local
    from bulk_lines l
    join registrations r on r.organisation_id = l.organisation_id and r.id = l.registration_id
    join occurrences o on o.organisation_id = r.organisation_id and o.id = r.occurrence_id
    where l.organisation_id = $1 and l.bulk_id = $2
    order by l.registration_id
    limit 1";

/// The first of those who were chosen: their contact person, and when their date begins.
pub(crate) async fn first(
    db: &Db,
    organisation: Uuid,
    bulk: Uuid,
) -> Result<Option<(String, String)>, sqlx::Error> {
    read!(db, |pool| sqlx::query_as(FIRST).bind(organisation).bind(bulk).fetch_optional(pool).await)
}
