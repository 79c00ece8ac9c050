//! The SQL that reads an event whole, inside a transaction that changes it and outside.

use domain::ids::{EventId, OrganisationId};
use sqlx::FromRow;
use uuid::Uuid;

use super::place::{ACCESS, AccessRow, DIRECTIONS, DirectionsRow, PLACE, PlaceRow};
use super::publication::{PUBLICATION, PublicationRow};
use super::questions::{QUESTIONS, QuestionRow};
use super::rules::{RULES, RulesRow};
use super::{AREAS, AreaRow, EventRow, OCCURRENCES, OccurrenceRow, TEXTS, TextRow};
use crate::db::{Db, Tx, on, read};
use crate::pictures::store::{ALTS_OF_EVENT, AltRow, OF_EVENT, PictureRow};

/// Every row of an event, as far as editors change them.
pub(crate) struct Rows {
    pub event: EventRow,
    pub rules: RulesRow,
    pub place: PlaceRow,
    pub publication: PublicationRow,
    pub access: Vec<AccessRow>,
    pub directions: Vec<DirectionsRow>,
    pub texts: Vec<TextRow>,
    pub areas: Vec<AreaRow>,
    pub occurrences: Vec<OccurrenceRow>,
    pub ticket_types: Vec<TicketTypeRow>,
    pub questions: Vec<QuestionRow>,
    pub picture: Option<PictureRow>,
    pub alts: Vec<AltRow>,
}

/// A capacity in which one comes, with the places that it has on new dates.
#[derive(Debug, Clone, FromRow)]
pub(crate) struct TicketTypeRow {
    pub id: Uuid,
    pub kind: String,
    pub capacity: Option<i64>,
    pub position: i64,
    pub opens_local: Option<String>,
    pub closes_local: Option<String>,
}

const EVENT: &str = "
    select e.organisation_id, e.id, s.slug, e.category, e.discipline, e.status, e.address,
        e.latitude, e.longitude, e.spoken, e.website, e.version, e.created_at, e.updated_at
    from events e
    join event_slugs s on s.organisation_id = e.organisation_id and s.event_id = e.id
    where e.organisation_id = $1 and e.id = $2";

const TICKET_TYPES: &str = "
    select id, kind, capacity, position, opens_local, closes_local
    from ticket_types
    where organisation_id = $1 and event_id = $2
    order by position, id";

/// Reads all rows, the event's own first: whoever changes it in between makes what was read stale.
macro_rules! rows {
    ($organisation:ident, $event:ident, $connection:expr) => {
        Ok(Rows {
            event: rows!(@ query_as, EVENT, $organisation, $event).fetch_one($connection).await?,
            rules: rows!(@ query_as, RULES, $organisation, $event).fetch_one($connection).await?,
            place: rows!(@ query_as, PLACE, $organisation, $event).fetch_one($connection).await?,
            publication: rows!(@ query_as, PUBLICATION, $organisation, $event)
                .fetch_one($connection)
                .await?,
            access: rows!(@ query_as, ACCESS, $organisation, $event)
                .fetch_all($connection)
                .await?,
            directions: rows!(@ query_as, DIRECTIONS, $organisation, $event)
                .fetch_all($connection)
                .await?,
            texts: rows!(@ query_as, TEXTS, $organisation, $event).fetch_all($connection).await?,
            areas: rows!(@ query_as, AREAS, $organisation, $event).fetch_all($connection).await?,
            occurrences: rows!(@ query_as, OCCURRENCES, $organisation, $event)
                .fetch_all($connection)
                .await?,
            ticket_types: rows!(@ query_as, TICKET_TYPES, $organisation, $event)
                .fetch_all($connection)
                .await?,
            questions: rows!(@ query_as, QUESTIONS, $organisation, $event)
                .fetch_all($connection)
                .await?,
            picture: rows!(@ query_as, OF_EVENT, $organisation, $event)
                .fetch_optional($connection)
                .await?,
            alts: rows!(@ query_as, ALTS_OF_EVENT, $organisation, $event)
                .fetch_all($connection)
                .await?,
        })
    };
    (@ $query:ident, $sql:ident, $organisation:ident, $event:ident) => {
        sqlx::$query($sql).bind($organisation.0).bind($event.0)
    };
}

/// The rows as they are in this transaction.
pub(crate) async fn rows(
    tx: &mut Tx,
    organisation: OrganisationId,
    event: EventId,
) -> Result<Rows, sqlx::Error> {
    on!(tx, |connection| rows!(organisation, event, &mut *connection))
}

/// The rows as they are now.
pub(crate) async fn rows_read(
    db: &Db,
    organisation: OrganisationId,
    event: EventId,
) -> Result<Rows, sqlx::Error> {
    read!(db, |pool| rows!(organisation, event, pool))
}
