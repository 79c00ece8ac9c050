//! The SQL that lets searches find events by another name of their organisation.

use domain::ids::{EventId, OrganisationId};
use sqlx::FromRow;
use uuid::Uuid;

use crate::db::{Tx, on};
use crate::events::store::TextRow;

/// A text of an event, with what it is found by besides.
#[derive(Debug, FromRow)]
pub(crate) struct FoundRow {
    pub event_id: Uuid,
    pub address: String,
    #[sqlx(flatten)]
    pub text: TextRow,
}

const TEXTS_OF_ALL: &str = "
    select t.event_id, e.address, t.language, t.title, t.summary, t.description, t.venue
    from event_texts t
    join events e on e.organisation_id = t.organisation_id and e.id = t.event_id
    where t.organisation_id = $1";

/// Every text of every event of an organisation.
pub(crate) async fn texts_of_all(
    tx: &mut Tx,
    organisation: OrganisationId,
) -> Result<Vec<FoundRow>, sqlx::Error> {
    on!(tx, |connection| {
        sqlx::query_as(TEXTS_OF_ALL).bind(organisation.0).fetch_all(connection).await
    })
}

const SET_FOLDED: &str = "
    update event_texts
    set folded = $4
    where organisation_id = $1 and event_id = $2 and language = $3";

/// Changes what searches look through.
pub(crate) async fn set_folded(
    tx: &mut Tx,
    organisation: OrganisationId,
    event: EventId,
    language: &str,
    folded: &str,
) -> Result<(), sqlx::Error> {
    on!(tx, |connection| {
        sqlx::query(SET_FOLDED)
            .bind(organisation.0)
            .bind(event.0)
            .bind(language)
            .bind(folded)
            .execute(connection)
            .await
            .map(drop)
    })
}
