//! The SQL of checking in.

use domain::ids::{AccountId, AttendeeId, EventId, OrganisationId};
use sqlx::FromRow;
use uuid::Uuid;

use crate::db::{Db, Tx, on, read};

/// An attendee, as the door needs to know them.
#[derive(Debug, FromRow)]
pub(crate) struct PersonRow {
    pub id: Uuid,
    pub name: String,
    pub kind: String,
    pub status: String,
    pub cancelled_at: Option<i64>,
    pub checked_in_at: Option<i64>,
}

const PERSON: &str = "
    select a.id, a.name, t.kind, r.status, a.cancelled_at, a.checked_in_at
    from registrations r
    join attendees a on a.organisation_id = r.organisation_id and a.registration_id = r.id
    join ticket_types t on t.organisation_id = a.organisation_id and t.id = a.ticket_type_id
    where r.organisation_id = $1 and r.event_id = $2 and r.reference = $3 and a.position = $4";

/// The attendee at this position of the registration with this reference, if it is this event's.
pub(crate) async fn person(
    db: &Db,
    organisation: OrganisationId,
    event: EventId,
    reference: &str,
    position: i64,
) -> Result<Option<PersonRow>, sqlx::Error> {
    read!(db, |pool| {
        sqlx::query_as(PERSON)
            .bind(organisation.0)
            .bind(event.0)
            .bind(reference)
            .bind(position)
            .fetch_optional(pool)
            .await
    })
}

const CHECK_IN: &str = "
    update attendees
    set checked_in_at = $3, checked_in_by = $4
    where organisation_id = $1 and id = $2 and cancelled_at is null and checked_in_at is null";

/// Writes down that somebody is here; whether it was not known, and they are coming.
pub(crate) async fn check_in(
    tx: &mut Tx,
    organisation: OrganisationId,
    attendee: AttendeeId,
    now: i64,
    by: AccountId,
) -> Result<bool, sqlx::Error> {
    let rows = on!(tx, |connection| {
        sqlx::query(CHECK_IN)
            .bind(organisation.0)
            .bind(attendee.0)
            .bind(now)
            .bind(by.0)
            .execute(connection)
            .await
            .map(|done| done.rows_affected())
    })?;
    Ok(rows == 1)
}

const UNDO: &str = "
    update attendees
    set checked_in_at = null, checked_in_by = null
    where organisation_id = $1 and id = $2 and checked_in_at is not null";

/// Takes it back; whether they were here.
pub(crate) async fn undo(
    tx: &mut Tx,
    organisation: OrganisationId,
    attendee: AttendeeId,
) -> Result<bool, sqlx::Error> {
    let rows = on!(tx, |connection| {
        sqlx::query(UNDO)
            .bind(organisation.0)
            .bind(attendee.0)
            .execute(connection)
            .await
            .map(|done| done.rows_affected())
    })?;
    Ok(rows == 1)
}
