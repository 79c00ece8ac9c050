//! The SQL that counts registrations of an event.

use domain::ids::{EventId, OccurrenceId, OrganisationId};
use sqlx::FromRow;
use uuid::Uuid;

use crate::db::{Db, read};

/// How many people on a day, which is counted from 1970 in UTC.
#[derive(Debug, FromRow)]
pub(crate) struct DayRow {
    pub day: i64,
    pub people: i64,
}

const REGISTERED: &str = "
    select r.created_at / 86400000000 as day, count(*) as people
    from attendees a
    join registrations r on r.organisation_id = a.organisation_id and r.id = a.registration_id
    where a.organisation_id = $1 and a.event_id = $2
    group by r.created_at / 86400000000";

/// How many people were registered on each day.
pub(crate) async fn registered(
    db: &Db,
    organisation: OrganisationId,
    event: EventId,
) -> Result<Vec<DayRow>, sqlx::Error> {
    read!(db, |pool| {
        sqlx::query_as(REGISTERED).bind(organisation.0).bind(event.0).fetch_all(pool).await
    })
}

const GIVEN_BACK: &str = "
    select a.cancelled_at / 86400000000 as day, count(*) as people
    from attendees a
    where a.organisation_id = $1 and a.event_id = $2 and a.cancelled_at is not null
    group by a.cancelled_at / 86400000000";

/// How many places were given back on each day.
pub(crate) async fn given_back(
    db: &Db,
    organisation: OrganisationId,
    event: EventId,
) -> Result<Vec<DayRow>, sqlx::Error> {
    read!(db, |pool| {
        sqlx::query_as(GIVEN_BACK).bind(organisation.0).bind(event.0).fetch_all(pool).await
    })
}

/// People of one date, in one capacity, in one language.
#[derive(Debug, FromRow)]
pub(crate) struct CountedRow {
    pub occurrence_id: Uuid,
    pub kind: String,
    pub language: String,
    pub registered: i64,
    pub given_back: i64,
    pub here: i64,
}

const COUNTED: &str = "
    select c.occurrence_id, t.kind, c.language, c.registered, c.given_back, c.here
    from (
        select a.organisation_id, a.occurrence_id, a.ticket_type_id, a.language,
            count(*) as registered, count(a.cancelled_at) as given_back,
            count(a.checked_in_at) as here
        from attendees a
        where a.organisation_id = $1 and a.event_id = $2
        group by a.organisation_id, a.occurrence_id, a.ticket_type_id, a.language) c
    join ticket_types t on t.organisation_id = c.organisation_id and t.id = c.ticket_type_id";

/// Everyone who ever registered for an event, counted.
pub(crate) async fn counted(
    db: &Db,
    organisation: OrganisationId,
    event: EventId,
) -> Result<Vec<CountedRow>, sqlx::Error> {
    read!(db, |pool| {
        sqlx::query_as(COUNTED).bind(organisation.0).bind(event.0).fetch_all(pool).await
    })
}

/// How many people came in a quarter of an hour, which is counted from 1970 in UTC.
#[derive(Debug, FromRow)]
pub(crate) struct QuarterRow {
    pub quarter: i64,
    pub people: i64,
}

const ARRIVED: &str = "
    select a.checked_in_at / 900000000 as quarter, count(*) as people
    from attendees a
    where a.organisation_id = $1 and a.occurrence_id = $2 and a.checked_in_at is not null
    group by a.checked_in_at / 900000000
    order by 1";

/// When those came who are here on a date.
pub(crate) async fn arrived(
    db: &Db,
    organisation: OrganisationId,
    date: OccurrenceId,
) -> Result<Vec<QuarterRow>, sqlx::Error> {
    read!(db, |pool| {
        sqlx::query_as(ARRIVED).bind(organisation.0).bind(date.0).fetch_all(pool).await
    })
}

const EXPECTED: &str = "
    select o.taken
    from occurrences o
    where o.organisation_id = $1 and o.id = $2";

/// How many have a place on a date.
pub(crate) async fn expected(
    db: &Db,
    organisation: OrganisationId,
    date: OccurrenceId,
) -> Result<i64, sqlx::Error> {
    read!(db, |pool| {
        sqlx::query_scalar(EXPECTED).bind(organisation.0).bind(date.0).fetch_one(pool).await
    })
}
