//! The SQL that writes new events and their dates.

use domain::ids::{EventId, OrganisationId};
use uuid::Uuid;

use super::{OccurrenceRow, TextRow};
use crate::db::{Tx, on};

/// An event as it is written the first time.
#[derive(Debug)]
pub(crate) struct NewEvent<'a> {
    pub organisation: OrganisationId,
    pub id: EventId,
    pub slug: &'a str,
    pub category: &'static str,
    pub discipline: &'a str,
    pub status: &'static str,
    pub address: &'a str,
    pub coordinates: Option<(f64, f64)>,
    pub spoken: &'a str,
    pub website: &'a str,
    pub source_uid: Option<&'a str>,
    pub at: i64,
}

const INSERT_EVENT: &str = "
    insert into events (organisation_id, id, slug, category, discipline, status, address, latitude,
        longitude, spoken, website, version, source_uid, created_at, updated_at)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 1, $12, $13, $13)";

const INSERT_SLUG: &str = "
    insert into event_slugs (slug, organisation_id, event_id)
    values ($1, $2, $3)";

/// Writes a new event with its slug.
pub(crate) async fn event(tx: &mut Tx, event: &NewEvent<'_>) -> Result<(), sqlx::Error> {
    on!(tx, |connection| {
        sqlx::query(INSERT_EVENT)
            .bind(event.organisation.0)
            .bind(event.id.0)
            .bind(event.slug)
            .bind(event.category)
            .bind(event.discipline)
            .bind(event.status)
            .bind(event.address)
            .bind(event.coordinates.map(|(latitude, _)| latitude))
            .bind(event.coordinates.map(|(_, longitude)| longitude))
            .bind(event.spoken)
            .bind(event.website)
            .bind(event.source_uid)
            .bind(event.at)
            .execute(&mut *connection)
            .await?;
        sqlx::query(INSERT_SLUG)
            .bind(event.slug)
            .bind(event.organisation.0)
            .bind(event.id.0)
            .execute(connection)
            .await
            .map(drop)
    })
}

const SLUG_EXISTS: &str = "select count(*) from event_slugs where slug = $1";

/// Whether an event has this slug already.
pub(crate) async fn slug_exists(tx: &mut Tx, slug: &str) -> Result<bool, sqlx::Error> {
    let count: i64 = on!(tx, |connection| sqlx::query_scalar(SLUG_EXISTS)
        .bind(slug)
        .fetch_one(connection)
        .await)?;
    Ok(count > 0)
}

const SOURCE_EXISTS: &str = "
    select count(*)
    from events
    where organisation_id = $1 and source_uid = $2";

/// Whether the organisation imported this entry of a foreign calendar before.
pub(crate) async fn source_exists(
    tx: &mut Tx,
    organisation: OrganisationId,
    uid: &str,
) -> Result<bool, sqlx::Error> {
    let count: i64 = on!(tx, |connection| {
        sqlx::query_scalar(SOURCE_EXISTS).bind(organisation.0).bind(uid).fetch_one(connection).await
    })?;
    Ok(count > 0)
}

const INSERT_TEXT: &str = "
    insert into event_texts
        (organisation_id, event_id, language, title, summary, description, venue, folded)
    values ($1, $2, $3, $4, $5, $6, $7, $8)";

/// Writes what an event says in one language; `folded` is what searches look through.
pub(crate) async fn text(
    tx: &mut Tx,
    organisation: OrganisationId,
    event: EventId,
    text: &TextRow,
    folded: &str,
) -> Result<(), sqlx::Error> {
    on!(tx, |connection| {
        sqlx::query(INSERT_TEXT)
            .bind(organisation.0)
            .bind(event.0)
            .bind(&text.language)
            .bind(&text.title)
            .bind(&text.summary)
            .bind(&text.description)
            .bind(&text.venue)
            .bind(folded)
            .execute(connection)
            .await
            .map(drop)
    })
}

const INSERT_AREA: &str = "
    insert into event_areas (organisation_id, event_id, kind, area)
    values ($1, $2, $3, $4)
    on conflict do nothing";

/// Adds an area to an event.
pub(crate) async fn area(
    tx: &mut Tx,
    organisation: OrganisationId,
    event: EventId,
    kind: &'static str,
    area: &'static str,
) -> Result<(), sqlx::Error> {
    on!(tx, |connection| {
        sqlx::query(INSERT_AREA)
            .bind(organisation.0)
            .bind(event.0)
            .bind(kind)
            .bind(area)
            .execute(connection)
            .await
            .map(drop)
    })
}

const INSERT_OCCURRENCE: &str = "
    insert into occurrences (organisation_id, id, event_id, uid, starts_local, ends_local, all_day,
        zone, starts_at, ends_at, tzdata, capacity, cancelled_at, updated_at)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)";

/// Writes a new date.
pub(crate) async fn occurrence(
    tx: &mut Tx,
    organisation: OrganisationId,
    event: EventId,
    occurrence: &OccurrenceRow,
    tzdata: &str,
) -> Result<(), sqlx::Error> {
    on!(tx, |connection| {
        sqlx::query(INSERT_OCCURRENCE)
            .bind(organisation.0)
            .bind(occurrence.id)
            .bind(event.0)
            .bind(occurrence.uid)
            .bind(&occurrence.starts_local)
            .bind(&occurrence.ends_local)
            .bind(occurrence.all_day)
            .bind(&occurrence.zone)
            .bind(occurrence.starts_at)
            .bind(occurrence.ends_at)
            .bind(tzdata)
            .bind(occurrence.capacity)
            .bind(occurrence.cancelled_at)
            .bind(occurrence.updated_at)
            .execute(connection)
            .await
            .map(drop)
    })
}

const INSERT_TICKET_TYPE: &str = "
    insert into ticket_types (organisation_id, id, event_id, kind, capacity, position)
    values ($1, $2, $3, $4, $5, $6)";

/// Adds a ticket type to an event, with the places of its own that it has on each date.
pub(crate) async fn ticket_type(
    tx: &mut Tx,
    organisation: OrganisationId,
    event: EventId,
    id: Uuid,
    (kind, capacity): (&'static str, Option<i64>),
    position: i64,
) -> Result<(), sqlx::Error> {
    on!(tx, |connection| {
        sqlx::query(INSERT_TICKET_TYPE)
            .bind(organisation.0)
            .bind(id)
            .bind(event.0)
            .bind(kind)
            .bind(capacity)
            .bind(position)
            .execute(connection)
            .await
            .map(drop)
    })
}

const INSERT_PLACES: &str = "
    insert into places (organisation_id, occurrence_id, ticket_type_id, capacity)
    values ($1, $2, $3, $4)";

/// Offers a ticket type on a date, with its own number of places or none of its own.
pub(crate) async fn places(
    tx: &mut Tx,
    organisation: OrganisationId,
    occurrence: Uuid,
    ticket_type: Uuid,
    capacity: Option<i64>,
) -> Result<(), sqlx::Error> {
    on!(tx, |connection| {
        sqlx::query(INSERT_PLACES)
            .bind(organisation.0)
            .bind(occurrence)
            .bind(ticket_type)
            .bind(capacity)
            .execute(connection)
            .await
            .map(drop)
    })
}
