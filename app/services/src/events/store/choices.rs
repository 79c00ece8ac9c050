//! The SQL of who gets a place, and how.

use domain::events::choices::Choices;
use domain::ids::{EventId, OrganisationId};
use sqlx::FromRow;

use crate::Error;
use crate::db::{Db, Tx, on, read};
use crate::events::stored;

/// What those who hold an event decided about registering for it.
#[derive(Debug, Clone, FromRow)]
pub(crate) struct ChoicesRow {
    pub confirms: String,
    pub hold_minutes: i64,
    pub waitlist: bool,
    pub offer_hours: i64,
    pub people_limit: i64,
    pub hides_places: bool,
}

impl ChoicesRow {
    /// What the row says.
    pub fn read(&self) -> Result<Choices, Error> {
        Ok(Choices {
            confirms: stored(&self.confirms)?,
            hold_minutes: self.hold_minutes,
            waitlist: self.waitlist,
            offer_hours: self.offer_hours,
            people: self.people_limit,
            hides_places: self.hides_places,
        })
    }
}

pub(super) const CHOICES: &str = "
    select confirms, hold_minutes, waitlist, offer_hours, people_limit, hides_places
    from events
    where organisation_id = $1 and id = $2";

/// The choices of an event.
pub(crate) async fn choices(
    db: &Db,
    organisation: OrganisationId,
    event: EventId,
) -> Result<ChoicesRow, sqlx::Error> {
    read!(db, |pool| {
        sqlx::query_as(CHOICES).bind(organisation.0).bind(event.0).fetch_one(pool).await
    })
}

const SET: &str = "
    update events
    set confirms = $3, hold_minutes = $4, waitlist = $5, offer_hours = $6, people_limit = $7,
        hides_places = $8
    where organisation_id = $1 and id = $2";

/// Changes the choices of an event.
pub(crate) async fn set(
    tx: &mut Tx,
    organisation: OrganisationId,
    event: EventId,
    choices: &Choices,
) -> Result<(), sqlx::Error> {
    on!(tx, |connection| {
        sqlx::query(SET)
            .bind(organisation.0)
            .bind(event.0)
            .bind(choices.confirms.code())
            .bind(choices.hold_minutes)
            .bind(choices.waitlist)
            .bind(choices.offer_hours)
            .bind(choices.people)
            .bind(choices.hides_places)
            .execute(connection)
            .await
            .map(drop)
    })
}
