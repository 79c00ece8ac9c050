//! The SQL of what bulk acts change of one registration after the other.

use domain::ids::{EventId, OccurrenceId, OrganisationId, RegistrationId};
use sqlx::FromRow;
use uuid::Uuid;

use crate::db::{Tx, on};

/// An attendee, with what decides whether something may be done to them.
#[derive(Debug, Clone, FromRow)]
pub(crate) struct PersonRow {
    pub position: i64,
    pub ticket_type_id: Uuid,
    pub kind: String,
    pub cancelled_revision: Option<i64>,
    pub checked_in_at: Option<i64>,
}

impl PersonRow {
    /// Whether they have their place.
    pub fn comes(&self) -> bool {
        self.cancelled_revision.is_none()
    }
}

const PEOPLE: &str = "
    select a.position, a.ticket_type_id, t.kind, a.cancelled_revision, a.checked_in_at
    from attendees a
    join ticket_types t on t.organisation_id = a.organisation_id and t.id = a.ticket_type_id
    where a.organisation_id = $1 and a.registration_id = $2
    order by a.position";

/// Everyone in a registration.
pub(crate) async fn people(
    tx: &mut Tx,
    organisation: OrganisationId,
    registration: RegistrationId,
) -> Result<Vec<PersonRow>, sqlx::Error> {
    on!(tx, |connection| {
        sqlx::query_as(PEOPLE).bind(organisation.0).bind(registration.0).fetch_all(connection).await
    })
}

const RETURN: &str = "
    update attendees
    set cancelled_revision = null, cancelled_at = null
    where organisation_id = $1 and registration_id = $2 and position = $3";

/// Lets people who gave their places back come again.
pub(crate) async fn bring_back(
    tx: &mut Tx,
    organisation: OrganisationId,
    registration: RegistrationId,
    positions: &[i64],
) -> Result<(), sqlx::Error> {
    on!(tx, |connection| {
        for position in positions {
            sqlx::query(RETURN)
                .bind(organisation.0)
                .bind(registration.0)
                .bind(position)
                .execute(&mut *connection)
                .await?;
        }
        Ok(())
    })
}

const MOVE: &str = "
    update registrations
    set occurrence_id = $3
    where organisation_id = $1 and id = $2";

const MOVE_PEOPLE: &str = "
    update attendees
    set occurrence_id = $3
    where organisation_id = $1 and registration_id = $2";

/// Moves a registration with everyone in it to another date.
pub(crate) async fn to_date(
    tx: &mut Tx,
    organisation: OrganisationId,
    registration: RegistrationId,
    occurrence: OccurrenceId,
) -> Result<(), sqlx::Error> {
    on!(tx, |connection| {
        for sql in [MOVE, MOVE_PEOPLE] {
            sqlx::query(sql)
                .bind(organisation.0)
                .bind(registration.0)
                .bind(occurrence.0)
                .execute(&mut *connection)
                .await?;
        }
        Ok(())
    })
}

const IS_ANNOUNCED_SQLITE: &str = "
    select id
    from events
    where organisation_id = $1 and id = $2 and status = 'published'";
const IS_ANNOUNCED_POSTGRES: &str = "
    select id
    from events
    where organisation_id = $1 and id = $2 and status = 'published'
    for share";

/// Whether an event is announced; it stays so until the end of the transaction.
pub(crate) async fn is_announced(
    tx: &mut Tx,
    organisation: OrganisationId,
    event: EventId,
) -> Result<bool, sqlx::Error> {
    let sql = tx.sql(IS_ANNOUNCED_SQLITE, IS_ANNOUNCED_POSTGRES);
    let id: Option<Uuid> = on!(tx, |connection| {
        sqlx::query_scalar(sql).bind(organisation.0).bind(event.0).fetch_optional(connection).await
    })?;
    Ok(id.is_some())
}
