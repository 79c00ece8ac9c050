//! The SQL that counts registrations of an event.

use domain::ids::{EventId, OrganisationId};
use sqlx::FromRow;

use crate::db::{Db, read};

/// How many people on a day, which is counted from 1970 in UTC.
#[derive(Debug, FromRow)]
pub(crate) struct DayRow {
    pub day: i64,
    pub people: i64,
}

const REGISTERED: &str = "
    select r.created_at / 86400000000 as day, count(*) as people
    from registrations r
    join attendees a on a.organisation_id = r.organisation_id and a.registration_id = r.id
    where r.organisation_id = $1 and r.event_id = $2
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
    from registrations r
    join attendees a on a.organisation_id = r.organisation_id and a.registration_id = r.id
    where r.organisation_id = $1 and r.event_id = $2 and a.cancelled_at is not null
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

/// How many people registered in a language.
#[derive(Debug, FromRow)]
pub(crate) struct LanguageRow {
    pub language: String,
    pub people: i64,
}

const LANGUAGES: &str = "
    select r.language, count(*) as people
    from registrations r
    join attendees a on a.organisation_id = r.organisation_id and a.registration_id = r.id
    where r.organisation_id = $1 and r.event_id = $2 and a.cancelled_at is null
    group by r.language
    order by count(*) desc, r.language";

/// In which languages those registered who come.
pub(crate) async fn languages(
    db: &Db,
    organisation: OrganisationId,
    event: EventId,
) -> Result<Vec<LanguageRow>, sqlx::Error> {
    read!(db, |pool| {
        sqlx::query_as(LANGUAGES).bind(organisation.0).bind(event.0).fetch_all(pool).await
    })
}
