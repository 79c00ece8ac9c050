//! The SQL of how people come together, what is known of the place, and how one gets there.

use domain::ids::{EventId, OrganisationId, RegistrationId};
use sqlx::FromRow;

use super::choices::ChoicesRow;
use crate::db::{Db, Tx, on, read};

/// Where an event is held; nothing for a place.
#[derive(Debug, Clone, FromRow)]
pub(crate) struct PlaceRow {
    pub held: Option<String>,
    pub online_link: Option<String>,
}

/// Something that is known of the place.
#[derive(Debug, Clone, FromRow)]
pub(crate) struct AccessRow {
    pub fact: String,
    /// `yes` or `no`.
    pub answer: String,
}

/// How one gets there, in one language.
#[derive(Debug, Clone, FromRow)]
pub(crate) struct DirectionsRow {
    pub language: String,
    pub directions: String,
}

pub(super) const PLACE: &str = "
    select held, online_link
    from events
    where organisation_id = $1 and id = $2";

pub(super) const ACCESS: &str = "
    select fact, answer
    from event_access
    where organisation_id = $1 and event_id = $2";

pub(super) const DIRECTIONS: &str = "
    select language, directions
    from event_directions
    where organisation_id = $1 and event_id = $2";

/// What everyone may know of an event besides what [`super::EventRow`] holds.
#[derive(Debug, Clone, FromRow)]
pub(crate) struct PublicRow {
    pub held: Option<String>,
    pub returns_hours: Option<i64>,
    pub unlisted_at: Option<i64>,
    #[sqlx(flatten)]
    pub choices: ChoicesRow,
}

const PUBLIC: &str = "
    select held, returns_hours, unlisted_at, confirms, hold_minutes, waitlist, offer_hours,
        people_limit, hides_places
    from events
    where organisation_id = $1 and id = $2";

/// What everyone may know of the event and its place; the link is not in it.
pub(crate) async fn public(
    db: &Db,
    organisation: OrganisationId,
    event: EventId,
) -> Result<(PublicRow, Vec<AccessRow>, Vec<DirectionsRow>), sqlx::Error> {
    let (organisation, event) = (organisation.0, event.0);
    read!(db, |pool| {
        let row = sqlx::query_as(PUBLIC).bind(organisation).bind(event).fetch_one(pool).await?;
        let access = sqlx::query_as(ACCESS).bind(organisation).bind(event).fetch_all(pool).await?;
        let directions =
            sqlx::query_as(DIRECTIONS).bind(organisation).bind(event).fetch_all(pool).await?;
        Ok((row, access, directions))
    })
}

const LINK_FOR: &str = "
    select e.online_link
    from registrations r
    join occurrences o on o.organisation_id = r.organisation_id and o.id = r.occurrence_id
    join events e on e.organisation_id = r.organisation_id and e.id = r.event_id
    where r.organisation_id = $1 and r.id = $2 and r.status = 'confirmed'
        and e.status = 'published' and e.held is not null and o.cancelled_at is null";

/// The link to what is held online, for those who have a place in it.
pub(crate) async fn link_for(
    db: &Db,
    organisation: OrganisationId,
    registration: RegistrationId,
) -> Result<Option<String>, sqlx::Error> {
    let link: Option<Option<String>> = read!(db, |pool| {
        sqlx::query_scalar(LINK_FOR)
            .bind(organisation.0)
            .bind(registration.0)
            .fetch_optional(pool)
            .await
    })?;
    Ok(link.flatten())
}

const SET_PLACE: &str = "
    update events
    set held = $3, online_link = $4
    where organisation_id = $1 and id = $2";

const DELETE_ACCESS: &str = "
    delete from event_access
    where organisation_id = $1 and event_id = $2";

const DELETE_DIRECTIONS: &str = "
    delete from event_directions
    where organisation_id = $1 and event_id = $2";

const INSERT_ACCESS: &str = "
    insert into event_access (organisation_id, event_id, fact, answer)
    values ($1, $2, $3, $4)";

const INSERT_DIRECTIONS: &str = "
    insert into event_directions (organisation_id, event_id, language, directions)
    values ($1, $2, $3, $4)";

/// Everything about a place, as it is written.
pub(crate) struct NewPlace<'a> {
    pub held: Option<&'static str>,
    pub link: Option<&'a str>,
    pub access: Vec<(&'static str, &'static str)>,
    pub directions: Vec<(&'static str, &'a str)>,
}

/// Writes everything about a place anew.
pub(crate) async fn write(
    tx: &mut Tx,
    organisation: OrganisationId,
    event: EventId,
    place: &NewPlace<'_>,
) -> Result<(), sqlx::Error> {
    let (organisation, event) = (organisation.0, event.0);
    on!(tx, |connection| {
        sqlx::query(SET_PLACE)
            .bind(organisation)
            .bind(event)
            .bind(place.held)
            .bind(place.link)
            .execute(&mut *connection)
            .await?;
        for sql in [DELETE_ACCESS, DELETE_DIRECTIONS] {
            sqlx::query(sql).bind(organisation).bind(event).execute(&mut *connection).await?;
        }
        let access = place.access.iter().map(|row| (INSERT_ACCESS, row.0, row.1));
        let directions = place.directions.iter().map(|row| (INSERT_DIRECTIONS, row.0, row.1));
        for (sql, of, text) in access.chain(directions) {
            sqlx::query(sql)
                .bind(organisation)
                .bind(event)
                .bind(of)
                .bind(text)
                .execute(&mut *connection)
                .await?;
        }
        Ok(())
    })
}
