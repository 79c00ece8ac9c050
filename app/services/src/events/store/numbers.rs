//! The SQL that counts registrations of an event: of people who have a place or had one. Who waits for
//! one, or asked in vain, has a bit of `218103808` (`states::STATE_MARKS` has those of all states).

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
    select a.registered_at / 86400000000 as day, count(*) as people
    from attendees a
    where a.organisation_id = $1 and a.event_id = $2 and (a.marks & 218103808) = 0
    group by a.registered_at / 86400000000";

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
        and (a.marks & 218103808) = 0
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

/// How many people of one date, in one capacity.
#[derive(Debug, FromRow)]
pub(crate) struct CountedRow {
    pub occurrence_id: Uuid,
    pub kind: String,
    pub people: i64,
}

const GONE: &str = "
    select c.occurrence_id, t.kind, c.people
    from (
        select a.occurrence_id, a.ticket_type_id, count(*) as people
        from attendees a
        where a.organisation_id = $1 and a.event_id = $2 and a.cancelled_at is not null
            and (a.marks & 218103808) = 0
        group by a.occurrence_id, a.ticket_type_id) c
    join ticket_types t on t.organisation_id = $1 and t.id = c.ticket_type_id";

/// How many gave their place back, by date and capacity.
pub(crate) async fn gone(
    db: &Db,
    organisation: OrganisationId,
    event: EventId,
) -> Result<Vec<CountedRow>, sqlx::Error> {
    read!(db, |pool| sqlx::query_as(GONE).bind(organisation.0).bind(event.0).fetch_all(pool).await)
}

const HERE: &str = "
    select c.occurrence_id, t.kind, c.people
    from (
        select a.occurrence_id, a.ticket_type_id, count(*) as people
        from attendees a
        where a.organisation_id = $1 and a.event_id = $2 and a.checked_in_at is not null
        group by a.occurrence_id, a.ticket_type_id) c
    join ticket_types t on t.organisation_id = $1 and t.id = c.ticket_type_id";

/// How many were checked in, by date and capacity.
pub(crate) async fn here(
    db: &Db,
    organisation: OrganisationId,
    event: EventId,
) -> Result<Vec<CountedRow>, sqlx::Error> {
    read!(db, |pool| sqlx::query_as(HERE).bind(organisation.0).bind(event.0).fetch_all(pool).await)
}

/// How many people registered in a language.
#[derive(Debug, FromRow)]
pub(crate) struct LanguageRow {
    pub language: String,
    pub registered: i64,
    pub given_back: i64,
    pub here: i64,
}

const LANGUAGES: &str = "
    select a.language, count(*) as registered, count(a.cancelled_at) as given_back,
        count(a.checked_in_at) as here
    from attendees a
    where a.organisation_id = $1 and a.event_id = $2 and (a.marks & 218103808) = 0
    group by a.language";

/// In which languages everyone registered.
pub(crate) async fn languages(
    db: &Db,
    organisation: OrganisationId,
    event: EventId,
) -> Result<Vec<LanguageRow>, sqlx::Error> {
    read!(db, |pool| {
        sqlx::query_as(LANGUAGES).bind(organisation.0).bind(event.0).fetch_all(pool).await
    })
}

/// What is known of a date at its door.
#[derive(Debug, FromRow)]
pub(crate) struct DoorRow {
    /// How many have a place.
    pub expected: i64,
    /// When the first of those came who are here, and the last.
    pub first_at: Option<i64>,
    pub last_at: Option<i64>,
}

/// Read where the index begins and ends for each capacity: nobody is counted.
const DOOR: &str = "
    select o.taken as expected,
        min((
            select min(a.checked_in_at)
            from attendees a
            where a.organisation_id = p.organisation_id and a.event_id = o.event_id
                and a.occurrence_id = p.occurrence_id and a.ticket_type_id = p.ticket_type_id
                and a.checked_in_at is not null)) as first_at,
        max((
            select max(a.checked_in_at)
            from attendees a
            where a.organisation_id = p.organisation_id and a.event_id = o.event_id
                and a.occurrence_id = p.occurrence_id and a.ticket_type_id = p.ticket_type_id
                and a.checked_in_at is not null)) as last_at
    from occurrences o
    left join places p on p.organisation_id = o.organisation_id and p.occurrence_id = o.id
    where o.organisation_id = $1 and o.id = $2
    group by o.id, o.taken";

/// What is known of a date at its door.
pub(crate) async fn door(
    db: &Db,
    organisation: OrganisationId,
    date: OccurrenceId,
) -> Result<DoorRow, sqlx::Error> {
    read!(db, |pool| {
        sqlx::query_as(DOOR).bind(organisation.0).bind(date.0).fetch_one(pool).await
    })
}

/// How many people came in a quarter of an hour, which is counted from 1970 in UTC.
#[derive(Debug, FromRow)]
pub(crate) struct QuarterRow {
    pub quarter: i64,
    pub people: i64,
}

/// Counted where the index stands for each quarter and capacity: nothing is sorted.
const ARRIVED: &str = "
    with recursive quarters (quarter) as (
        select cast($4 as bigint)
        union all
        select quarter + 1 from quarters where quarter < $5)
    select q.quarter, (
        select count(*)
        from places p
        join attendees a on a.organisation_id = p.organisation_id and a.event_id = $2
            and a.occurrence_id = p.occurrence_id and a.ticket_type_id = p.ticket_type_id
            and a.checked_in_at >= case
                when q.quarter = $4 then 0
                else q.quarter * 900000000 end
            and a.checked_in_at < case
                when q.quarter = $5 then 9000000000000000000
                else (q.quarter + 1) * 900000000 end
        where p.organisation_id = $1 and p.occurrence_id = $3) as people
    from quarters q
    order by q.quarter";

/// When those came who are here on a date: so many in each of these quarters. Who came before them
/// counts to the first, who came after them to the last.
pub(crate) async fn arrived(
    db: &Db,
    organisation: OrganisationId,
    event: EventId,
    date: OccurrenceId,
    (first, last): (i64, i64),
) -> Result<Vec<QuarterRow>, sqlx::Error> {
    read!(db, |pool| {
        sqlx::query_as(ARRIVED)
            .bind(organisation.0)
            .bind(event.0)
            .bind(date.0)
            .bind(first)
            .bind(last)
            .fetch_all(pool)
            .await
    })
}
