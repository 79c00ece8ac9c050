//! The SQL that changes events and their dates. Ticket types and searches have files of their own.

mod folded;
pub(crate) mod tickets;

pub(crate) use folded::{set_folded, texts_of_all};

use domain::ids::{EventId, OccurrenceId, OrganisationId};
use uuid::Uuid;

use super::OccurrenceRow;
use crate::db::{Tx, on};

const RAISE: &str = "
    update events
    set version = version + 1, updated_at = $4
    where organisation_id = $1 and id = $2 and version = $3";

/// The guard: makes the next version of an event, if this is still the last; whether it is.
pub(crate) async fn raise(
    tx: &mut Tx,
    organisation: OrganisationId,
    event: EventId,
    version: i64,
    now: i64,
) -> Result<bool, sqlx::Error> {
    let rows = on!(tx, |connection| {
        sqlx::query(RAISE)
            .bind(organisation.0)
            .bind(event.0)
            .bind(version)
            .bind(now)
            .execute(connection)
            .await
            .map(|done| done.rows_affected())
    })?;
    Ok(rows == 1)
}

const DELETE_TEXTS: &str = "
    delete from event_texts
    where organisation_id = $1 and event_id = $2";

/// Takes everything away that an event says, to be written anew.
pub(crate) async fn delete_texts(
    tx: &mut Tx,
    organisation: OrganisationId,
    event: EventId,
) -> Result<(), sqlx::Error> {
    on!(tx, |connection| {
        sqlx::query(DELETE_TEXTS)
            .bind(organisation.0)
            .bind(event.0)
            .execute(connection)
            .await
            .map(drop)
    })
}

/// What an event is and where.
pub(crate) struct NewFacts<'a> {
    pub category: &'static str,
    pub discipline: &'static str,
    pub address: &'a str,
    pub coordinates: Option<(f64, f64)>,
    pub website: &'a str,
    pub spoken: &'a str,
}

const SET_FACTS: &str = "
    update events
    set category = $3, discipline = $4, address = $5, latitude = $6, longitude = $7, website = $8,
        spoken = $9
    where organisation_id = $1 and id = $2";

/// Changes what an event is and where.
pub(crate) async fn set_facts(
    tx: &mut Tx,
    organisation: OrganisationId,
    event: EventId,
    facts: &NewFacts<'_>,
) -> Result<(), sqlx::Error> {
    on!(tx, |connection| {
        sqlx::query(SET_FACTS)
            .bind(organisation.0)
            .bind(event.0)
            .bind(facts.category)
            .bind(facts.discipline)
            .bind(facts.address)
            .bind(facts.coordinates.map(|(latitude, _)| latitude))
            .bind(facts.coordinates.map(|(_, longitude)| longitude))
            .bind(facts.website)
            .bind(facts.spoken)
            .execute(connection)
            .await
            .map(drop)
    })
}

const DELETE_AREAS: &str = "
    delete from event_areas
    where organisation_id = $1 and event_id = $2";

/// Takes the areas of an event away, to be written anew.
pub(crate) async fn delete_areas(
    tx: &mut Tx,
    organisation: OrganisationId,
    event: EventId,
) -> Result<(), sqlx::Error> {
    on!(tx, |connection| {
        sqlx::query(DELETE_AREAS)
            .bind(organisation.0)
            .bind(event.0)
            .execute(connection)
            .await
            .map(drop)
    })
}

const SET_STATUS: &str = "
    update events
    set status = $3, publish_at = null, publish_local = null, publish_zone = null,
        publish_by = null, plan_failed_at = null
    where organisation_id = $1 and id = $2";

/// Brings an event into another state; what was planned for it is settled.
pub(crate) async fn set_status(
    tx: &mut Tx,
    organisation: OrganisationId,
    event: EventId,
    status: &'static str,
) -> Result<(), sqlx::Error> {
    on!(tx, |connection| {
        sqlx::query(SET_STATUS)
            .bind(organisation.0)
            .bind(event.0)
            .bind(status)
            .execute(connection)
            .await
            .map(drop)
    })
}

const LOCK_DATES: &str = "
    update occurrences
    set sequence = sequence
    where organisation_id = $1 and event_id = $2";

/// Lets registrations for all dates of an event wait until the end of the transaction. They take
/// places of the date first, then of ticket types: so must we.
pub(crate) async fn lock_dates(
    tx: &mut Tx,
    organisation: OrganisationId,
    event: EventId,
) -> Result<(), sqlx::Error> {
    on!(tx, |connection| {
        sqlx::query(LOCK_DATES)
            .bind(organisation.0)
            .bind(event.0)
            .execute(connection)
            .await
            .map(drop)
    })
}

const REVISE_DATES: &str = "
    update occurrences
    set sequence = sequence + 1, updated_at = $3
    where organisation_id = $1 and event_id = $2";

/// Tells calendars that something that matters changed for every date of an event.
pub(crate) async fn revise_dates(
    tx: &mut Tx,
    organisation: OrganisationId,
    event: EventId,
    now: i64,
) -> Result<(), sqlx::Error> {
    on!(tx, |connection| {
        sqlx::query(REVISE_DATES)
            .bind(organisation.0)
            .bind(event.0)
            .bind(now)
            .execute(connection)
            .await
            .map(drop)
    })
}

const SET_DATE: &str = "
    update occurrences
    set starts_local = $4, ends_local = $5, all_day = $6, zone = $7, starts_at = $8, ends_at = $9,
        tzdata = $10, capacity = $11, sequence = $12, updated_at = $13
    where organisation_id = $1 and event_id = $2 and id = $3 and taken <= $11";

/// Changes a date, if no more places are taken than it is to have; whether it did.
pub(crate) async fn set_date(
    tx: &mut Tx,
    organisation: OrganisationId,
    event: EventId,
    date: &OccurrenceRow,
    tzdata: &str,
) -> Result<bool, sqlx::Error> {
    let rows = on!(tx, |connection| {
        sqlx::query(SET_DATE)
            .bind(organisation.0)
            .bind(event.0)
            .bind(date.id)
            .bind(&date.starts_local)
            .bind(&date.ends_local)
            .bind(date.all_day)
            .bind(&date.zone)
            .bind(date.starts_at)
            .bind(date.ends_at)
            .bind(tzdata)
            .bind(date.capacity)
            .bind(date.sequence)
            .bind(date.updated_at)
            .execute(connection)
            .await
            .map(|done| done.rows_affected())
    })?;
    Ok(rows == 1)
}

const CANCEL_DATE: &str = "
    update occurrences
    set cancelled_at = $4, sequence = sequence + 1, updated_at = $4
    where organisation_id = $1 and event_id = $2 and id = $3 and cancelled_at is null";

const HOLD_DATE: &str = "
    update occurrences
    set cancelled_at = null, sequence = sequence + 1, updated_at = $4
    where organisation_id = $1 and event_id = $2 and id = $3 and cancelled_at is not null";

/// Cancels a date, or takes that back; whether it was not so before.
pub(crate) async fn set_cancelled(
    tx: &mut Tx,
    organisation: OrganisationId,
    event: EventId,
    date: OccurrenceId,
    cancelled: bool,
    now: i64,
) -> Result<bool, sqlx::Error> {
    let sql = if cancelled { CANCEL_DATE } else { HOLD_DATE };
    let rows = on!(tx, |connection| {
        sqlx::query(sql)
            .bind(organisation.0)
            .bind(event.0)
            .bind(date.0)
            .bind(now)
            .execute(connection)
            .await
            .map(|done| done.rows_affected())
    })?;
    Ok(rows == 1)
}

const DELETE_PLACES: &str = "
    delete from places
    where organisation_id = $1 and occurrence_id = $2";

const DELETE_DATE: &str = "
    delete from occurrences
    where organisation_id = $1 and id = $2";

/// Deletes a date for which nobody ever registered.
pub(crate) async fn delete_date(
    tx: &mut Tx,
    organisation: OrganisationId,
    date: OccurrenceId,
) -> Result<(), sqlx::Error> {
    on!(tx, |connection| {
        for sql in [DELETE_PLACES, DELETE_DATE] {
            sqlx::query(sql).bind(organisation.0).bind(date.0).execute(&mut *connection).await?;
        }
        Ok(())
    })
}

const REGISTRATIONS: &str = "
    select count(*)
    from registrations
    where organisation_id = $1 and event_id = $2 and ($3 is null or occurrence_id = $3)";

/// How many registrations an event ever had, or one of its dates.
pub(crate) async fn registrations(
    tx: &mut Tx,
    organisation: OrganisationId,
    event: EventId,
    date: Option<Uuid>,
) -> Result<i64, sqlx::Error> {
    on!(tx, |connection| {
        sqlx::query_scalar(REGISTRATIONS)
            .bind(organisation.0)
            .bind(event.0)
            .bind(date)
            .fetch_one(connection)
            .await
    })
}
