//! The SQL of opening, closing and giving back.

use domain::ids::{EventId, OccurrenceId, OrganisationId};
use sqlx::FromRow;
use uuid::Uuid;

use crate::db::{Db, Tx, on, read};

/// From when until when one can register for a date.
#[derive(Debug, Clone, Default, FromRow)]
pub(crate) struct WindowRow {
    pub opens_at: Option<i64>,
    pub closes_at: Option<i64>,
    pub closes_hours: Option<i64>,
}

/// A time on the clock of the rules' zone, and the instant that it names.
pub(crate) type Moment = (String, i64);

/// The rules of an event, as they are written.
#[derive(Debug, Clone, Default, FromRow)]
pub(crate) struct RulesRow {
    pub rules_zone: Option<String>,
    pub opens_local: Option<String>,
    pub opens_at: Option<i64>,
    pub closes_local: Option<String>,
    pub closes_at: Option<i64>,
    pub closes_hours: Option<i64>,
    pub returns_hours: Option<i64>,
}

pub(super) const RULES: &str = "
    select rules_zone, opens_local, opens_at, closes_local, closes_at, closes_hours, returns_hours
    from events
    where organisation_id = $1 and id = $2";

/// Until when places of a date are given back.
#[derive(Debug, FromRow)]
pub(crate) struct ReturnsRow {
    pub starts_at: i64,
    pub returns_hours: Option<i64>,
}

const RETURNS: &str = "
    select o.starts_at, e.returns_hours
    from occurrences o
    join events e on e.organisation_id = o.organisation_id and e.id = o.event_id
    where o.organisation_id = $1 and o.id = $2";

/// Until when places of this date are given back.
pub(crate) async fn returns(
    db: &Db,
    organisation: OrganisationId,
    date: OccurrenceId,
) -> Result<ReturnsRow, sqlx::Error> {
    read!(db, |pool| {
        sqlx::query_as(RETURNS).bind(organisation.0).bind(date.0).fetch_one(pool).await
    })
}

const SET_RULES: &str = "
    update events
    set rules_zone = $3, opens_local = $4, opens_at = $5, closes_local = $6, closes_at = $7,
        closes_hours = $8, returns_hours = $9
    where organisation_id = $1 and id = $2";

/// Changes the rules of an event.
pub(crate) async fn set_rules(
    tx: &mut Tx,
    organisation: OrganisationId,
    event: EventId,
    rules: &RulesRow,
) -> Result<(), sqlx::Error> {
    on!(tx, |connection| {
        sqlx::query(SET_RULES)
            .bind(organisation.0)
            .bind(event.0)
            .bind(rules.rules_zone.as_deref())
            .bind(rules.opens_local.as_deref())
            .bind(rules.opens_at)
            .bind(rules.closes_local.as_deref())
            .bind(rules.closes_at)
            .bind(rules.closes_hours)
            .bind(rules.returns_hours)
            .execute(connection)
            .await
            .map(drop)
    })
}

const SET_TICKET_WINDOW: &str = "
    update ticket_types
    set opens_local = $3, opens_at = $4, closes_local = $5, closes_at = $6
    where organisation_id = $1 and id = $2";

/// Changes from when until when one can come in this capacity.
pub(crate) async fn set_ticket_window(
    tx: &mut Tx,
    organisation: OrganisationId,
    ticket_type: Uuid,
    (opens, closes): (Option<Moment>, Option<Moment>),
) -> Result<(), sqlx::Error> {
    on!(tx, |connection| {
        sqlx::query(SET_TICKET_WINDOW)
            .bind(organisation.0)
            .bind(ticket_type)
            .bind(opens.as_ref().map(|(local, _)| local.as_str()))
            .bind(opens.as_ref().map(|(_, at)| *at))
            .bind(closes.as_ref().map(|(local, _)| local.as_str()))
            .bind(closes.as_ref().map(|(_, at)| *at))
            .execute(connection)
            .await
            .map(drop)
    })
}

const APPLY_TO_DATES: &str = "
    update occurrences
    set opens_at = (select e.opens_at from events e where e.organisation_id = $1 and e.id = $2),
        closes_at = (select e.closes_at from events e where e.organisation_id = $1 and e.id = $2),
        closes_hours = (
            select e.closes_hours from events e where e.organisation_id = $1 and e.id = $2)
    where organisation_id = $1 and event_id = $2";

const APPLY_TO_PLACES: &str = "
    update places
    set opens_at = (
            select t.opens_at from ticket_types t
            where t.organisation_id = places.organisation_id and t.id = places.ticket_type_id),
        closes_at = (
            select t.closes_at from ticket_types t
            where t.organisation_id = places.organisation_id and t.id = places.ticket_type_id)
    where organisation_id = $1 and ticket_type_id in (
        select t.id from ticket_types t where t.organisation_id = $1 and t.event_id = $2)";

/// Writes the rules to every date and ticket type of it, where registering looks: the dates first,
/// as whoever registers takes them. Whoever registers at the same time waits, and is then held to
/// the new rules.
pub(crate) async fn apply(
    tx: &mut Tx,
    organisation: OrganisationId,
    event: EventId,
) -> Result<(), sqlx::Error> {
    on!(tx, |connection| {
        for sql in [APPLY_TO_DATES, APPLY_TO_PLACES] {
            sqlx::query(sql).bind(organisation.0).bind(event.0).execute(&mut *connection).await?;
        }
        Ok(())
    })
}
