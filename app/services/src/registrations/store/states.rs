//! The SQL of the states of registrations.

use domain::ids::{OrganisationId, RegistrationId};
use sqlx::FromRow;
use uuid::Uuid;

use crate::db::{Db, Tx, on, read};

/// A registration that this transaction changes.
#[derive(Debug, Clone, FromRow)]
pub(crate) struct HeldRow {
    pub revision: i64,
    pub status: String,
    pub event_id: Uuid,
    pub occurrence_id: Uuid,
    pub expires_at: Option<i64>,
}

const HOLD: &str = "
    update registrations
    set revision = revision + 1, updated_at = $3
    where organisation_id = $1 and id = $2
    returning revision, status, event_id, occurrence_id, expires_at";

/// Opens the next revision of a registration. On PostgreSQL this holds its row until the end of the
/// transaction, so that two changes of one registration follow each other.
pub(crate) async fn hold(
    tx: &mut Tx,
    organisation: OrganisationId,
    registration: RegistrationId,
    now: i64,
) -> Result<HeldRow, sqlx::Error> {
    on!(tx, |connection| {
        sqlx::query_as(HOLD)
            .bind(organisation.0)
            .bind(registration.0)
            .bind(now)
            .fetch_one(connection)
            .await
    })
}

macro_rules! hold_waiting {
    ($lock:literal) => {
        concat!(
            "
    update registrations
    set revision = revision + 1, updated_at = $3
    where organisation_id = $1 and id = (
        select r.id
        from registrations r
        where r.organisation_id = $1 and r.id = $2 and r.status = 'waitlisted'
        ",
            $lock,
            ")
    returning revision, status, event_id, occurrence_id, expires_at"
        )
    };
}

const HOLD_WAITING_SQLITE: &str = hold_waiting!("");
const HOLD_WAITING_POSTGRES: &str = hold_waiting!("for update skip locked");

/// The same for one that waits; none if it does not any more, or if somebody else changes it now:
/// whoever holds a date waits for no registration.
pub(crate) async fn hold_waiting(
    tx: &mut Tx,
    organisation: OrganisationId,
    registration: RegistrationId,
    now: i64,
) -> Result<Option<HeldRow>, sqlx::Error> {
    let sql = tx.sql(HOLD_WAITING_SQLITE, HOLD_WAITING_POSTGRES);
    on!(tx, |connection| {
        sqlx::query_as(sql)
            .bind(organisation.0)
            .bind(registration.0)
            .bind(now)
            .fetch_optional(connection)
            .await
    })
}

const ENTER: &str = "
    update registrations
    set status = $3, expires_at = $4
    where organisation_id = $1 and id = $2";

const MARK: &str = "
    update attendees
    set marks = marks - (marks & 264241152) + $3
    where organisation_id = $1 and registration_id = $2";

/// Brings a registration that is held into a state: its code, its end, and its mark.
pub(crate) async fn enter(
    tx: &mut Tx,
    organisation: OrganisationId,
    registration: RegistrationId,
    (status, until, mark): (&'static str, Option<i64>, i64),
) -> Result<(), sqlx::Error> {
    on!(tx, |connection| {
        sqlx::query(ENTER)
            .bind(organisation.0)
            .bind(registration.0)
            .bind(status)
            .bind(until)
            .execute(&mut *connection)
            .await?;
        sqlx::query(MARK)
            .bind(organisation.0)
            .bind(registration.0)
            .bind(mark)
            .execute(connection)
            .await
            .map(drop)
    })
}

const LEFT: &str = "
    select count(*)
    from attendees
    where organisation_id = $1 and registration_id = $2 and cancelled_at is null";

/// How many people are left in a registration.
pub(crate) async fn left(
    tx: &mut Tx,
    organisation: OrganisationId,
    registration: RegistrationId,
) -> Result<i64, sqlx::Error> {
    on!(tx, |connection| {
        sqlx::query_scalar(LEFT)
            .bind(organisation.0)
            .bind(registration.0)
            .fetch_one(connection)
            .await
    })
}

const SET_REASON: &str = "
    update registrations
    set reason = $3
    where organisation_id = $1 and id = $2";

/// Writes down why an organiser said no.
pub(crate) async fn set_reason(
    tx: &mut Tx,
    organisation: OrganisationId,
    registration: RegistrationId,
    reason: &str,
) -> Result<(), sqlx::Error> {
    on!(tx, |connection| {
        sqlx::query(SET_REASON)
            .bind(organisation.0)
            .bind(registration.0)
            .bind(reason)
            .execute(connection)
            .await
            .map(drop)
    })
}

/// A registration, or a date, by its ids.
#[derive(Debug, Clone, Copy, FromRow)]
pub(crate) struct IdsRow {
    pub organisation_id: Uuid,
    pub id: Uuid,
}

const RUN_OUT: &str = "
    select organisation_id, id
    from registrations
    where expires_at is not null and expires_at <= $1
        and ($2 is null or occurrence_id = $2)
    order by expires_at
    limit $3";

/// Registrations whose time is over, of this date or of all, the first first.
pub(crate) async fn run_out(
    db: &Db,
    now: i64,
    date: Option<Uuid>,
    limit: i64,
) -> Result<Vec<IdsRow>, sqlx::Error> {
    read!(db, |pool| {
        sqlx::query_as(RUN_OUT).bind(now).bind(date).bind(limit).fetch_all(pool).await
    })
}
