//! The SQL of the waitlist.

use domain::ids::{EventId, OccurrenceId, OrganisationId, RegistrationId};
use sqlx::FromRow;
use uuid::Uuid;

use super::states::IdsRow;
use crate::db::{Db, Tx, on, read};

macro_rules! join {
    ($lock:literal) => {
        concat!(
            "
    with announced as (
        select e.id
        from events e
        where e.organisation_id = $1 and e.id = $3 and e.status = 'published'
        ",
            $lock,
            ")
    update occurrences
    set waiting = waiting + 1
    where organisation_id = $1 and id = $2
        and exists (select 1 from announced)
        and cancelled_at is null
        and starts_at > $4
        and (opens_at is null or opens_at <= $4)
        and (closes_at is null or closes_at > $4)
        and (closes_hours is null or starts_at - closes_hours * 3600000000 > $4)"
        )
    };
}

const JOIN_SQLITE: &str = join!("");
const JOIN_POSTGRES: &str = join!("for share");

/// Counts one more who waits for a date, if the event is announced and the date open; whether it
/// did. Its row is held from here on, before anything refers to it.
pub(crate) async fn join(
    tx: &mut Tx,
    (organisation, event): (OrganisationId, EventId),
    date: OccurrenceId,
    now: i64,
) -> Result<bool, sqlx::Error> {
    let sql = tx.sql(JOIN_SQLITE, JOIN_POSTGRES);
    let rows = on!(tx, |connection| {
        sqlx::query(sql)
            .bind(organisation.0)
            .bind(date.0)
            .bind(event.0)
            .bind(now)
            .execute(connection)
            .await
            .map(|done| done.rows_affected())
    })?;
    Ok(rows == 1)
}

const INSERT: &str = "
    insert into waits (organisation_id, registration_id, occurrence_id, since)
    values ($1, $2, $3, $4)";

/// Puts a registration at the end of those who wait for a date.
pub(crate) async fn insert(
    tx: &mut Tx,
    organisation: OrganisationId,
    registration: RegistrationId,
    date: OccurrenceId,
    since: i64,
) -> Result<(), sqlx::Error> {
    on!(tx, |connection| {
        sqlx::query(INSERT)
            .bind(organisation.0)
            .bind(registration.0)
            .bind(date.0)
            .bind(since)
            .execute(connection)
            .await
            .map(drop)
    })
}

/// A date that places may be offered on.
#[derive(Debug, Clone, FromRow)]
pub(crate) struct DateRow {
    pub event_id: Uuid,
    pub starts_at: i64,
    pub cancelled_at: Option<i64>,
    pub capacity: i64,
    pub taken: i64,
    pub waiting: i64,
}

const HOLD_DATE: &str = "
    update occurrences
    set taken = taken
    where organisation_id = $1 and id = $2
    returning event_id, starts_at, cancelled_at, capacity, taken, waiting";

/// Holds a date until the end of the transaction: nobody takes places of it or gives any back.
pub(crate) async fn hold_date(
    tx: &mut Tx,
    organisation: OrganisationId,
    date: OccurrenceId,
) -> Result<Option<DateRow>, sqlx::Error> {
    on!(tx, |connection| {
        sqlx::query_as(HOLD_DATE).bind(organisation.0).bind(date.0).fetch_optional(connection).await
    })
}

const EVENT_OF: &str = "
    select event_id
    from occurrences
    where organisation_id = $1 and id = $2";

/// The event of a date.
pub(crate) async fn event_of(
    db: &Db,
    organisation: OrganisationId,
    date: OccurrenceId,
) -> Result<Option<Uuid>, sqlx::Error> {
    read!(db, |pool| {
        sqlx::query_scalar(EVENT_OF).bind(organisation.0).bind(date.0).fetch_optional(pool).await
    })
}

/// A person in a registration that waits.
#[derive(Debug, Clone, FromRow)]
pub(crate) struct PersonRow {
    pub registration_id: Uuid,
    pub passed: i64,
    pub partly: bool,
    pub position: i64,
    pub ticket_type_id: Uuid,
    pub kind: String,
}

const QUEUE: &str = "
    select w.registration_id, w.passed, r.partly, a.position, a.ticket_type_id, t.kind
    from (
        select v.registration_id, v.since, v.passed
        from waits v
        join registrations q on q.organisation_id = v.organisation_id
            and q.id = v.registration_id and q.status = 'waitlisted'
        where v.organisation_id = $1 and v.occurrence_id = $2
        order by v.since, v.registration_id
        limit $3) w
    join registrations r on r.organisation_id = $1 and r.id = w.registration_id
    join attendees a on a.organisation_id = $1 and a.registration_id = w.registration_id
        and a.cancelled_at is null
    join ticket_types t on t.organisation_id = $1 and t.id = a.ticket_type_id
    order by w.since, w.registration_id, a.position";

/// The people of the first registrations that wait for a date, in the order of the queue.
pub(crate) async fn queue(
    tx: &mut Tx,
    organisation: OrganisationId,
    date: OccurrenceId,
    limit: i64,
) -> Result<Vec<PersonRow>, sqlx::Error> {
    on!(tx, |connection| {
        sqlx::query_as(QUEUE)
            .bind(organisation.0)
            .bind(date.0)
            .bind(limit)
            .fetch_all(connection)
            .await
    })
}

/// Places of a ticket type on a date.
#[derive(Debug, Clone, FromRow)]
pub(crate) struct TypeRow {
    pub kind: String,
    pub capacity: Option<i64>,
    pub taken: i64,
}

const TYPES: &str = "
    select t.kind, p.capacity, p.taken
    from places p
    join ticket_types t on t.organisation_id = p.organisation_id and t.id = p.ticket_type_id
    where p.organisation_id = $1 and p.occurrence_id = $2";

/// The ticket types of a date that is held.
pub(crate) async fn types(
    tx: &mut Tx,
    organisation: OrganisationId,
    date: OccurrenceId,
) -> Result<Vec<TypeRow>, sqlx::Error> {
    on!(tx, |connection| {
        sqlx::query_as(TYPES).bind(organisation.0).bind(date.0).fetch_all(connection).await
    })
}

const PASS: &str = "
    update waits
    set passed = passed + $4
    where organisation_id = $1 and registration_id = $2 and occurrence_id = $3";

/// Writes down that others who came later were asked before.
pub(crate) async fn pass(
    tx: &mut Tx,
    organisation: OrganisationId,
    registration: Uuid,
    date: OccurrenceId,
    times: i64,
) -> Result<(), sqlx::Error> {
    on!(tx, |connection| {
        sqlx::query(PASS)
            .bind(organisation.0)
            .bind(registration)
            .bind(date.0)
            .bind(times)
            .execute(connection)
            .await
            .map(drop)
    })
}

const TIDY: &str = "
    delete from waits
    where organisation_id = $1 and occurrence_id = $2
        and not exists (
            select 1
            from registrations r
            where r.organisation_id = waits.organisation_id and r.id = waits.registration_id
                and r.status = 'waitlisted')";

const COUNT_AGAIN: &str = "
    update occurrences
    set waiting = waiting - $3
    where organisation_id = $1 and id = $2";

/// Takes those out of the queue of a date who do not wait any more: how many.
pub(crate) async fn tidy(
    tx: &mut Tx,
    organisation: OrganisationId,
    date: OccurrenceId,
) -> Result<i64, sqlx::Error> {
    on!(tx, |connection| {
        let gone = sqlx::query(TIDY)
            .bind(organisation.0)
            .bind(date.0)
            .execute(&mut *connection)
            .await?
            .rows_affected();
        let gone = i64::try_from(gone).unwrap_or(i64::MAX);
        if gone > 0 {
            sqlx::query(COUNT_AGAIN)
                .bind(organisation.0)
                .bind(date.0)
                .bind(gone)
                .execute(connection)
                .await?;
        }
        Ok(gone)
    })
}

const DATES: &str = "
    select occurrence_id
    from waits
    where organisation_id = $1 and registration_id = $2
    order by occurrence_id";

/// The dates that a registration waits for.
pub(crate) async fn dates(
    db: &Db,
    organisation: OrganisationId,
    registration: RegistrationId,
) -> Result<Vec<Uuid>, sqlx::Error> {
    read!(db, |pool| {
        sqlx::query_scalar(DATES).bind(organisation.0).bind(registration.0).fetch_all(pool).await
    })
}

/// A date that somebody waits for, and the place in its queue.
#[derive(Debug, Clone, FromRow)]
pub(crate) struct PositionRow {
    pub starts_local: String,
    pub position: i64,
    pub passed: i64,
}

const POSITIONS: &str = "
    select o.starts_local, w.passed, (
        select count(*)
        from waits b
        join registrations r on r.organisation_id = b.organisation_id
            and r.id = b.registration_id and r.status = 'waitlisted'
        where b.organisation_id = w.organisation_id and b.occurrence_id = w.occurrence_id
            and (b.since < w.since
                or (b.since = w.since and b.registration_id <= w.registration_id))) as position
    from waits w
    join occurrences o on o.organisation_id = w.organisation_id and o.id = w.occurrence_id
    where w.organisation_id = $1 and w.registration_id = $2
    order by o.starts_at, o.id";

/// Where a registration stands on each date that it waits for.
pub(crate) async fn positions(
    db: &Db,
    organisation: OrganisationId,
    registration: RegistrationId,
) -> Result<Vec<PositionRow>, sqlx::Error> {
    read!(db, |pool| {
        sqlx::query_as(POSITIONS).bind(organisation.0).bind(registration.0).fetch_all(pool).await
    })
}

/// Free places that nobody was offered, or people in the queue who do not wait any more.
const DUE: &str = "
    select o.organisation_id, o.id
    from occurrences o
    join events e on e.organisation_id = o.organisation_id and e.id = o.event_id
    where o.waiting > 0 and o.starts_at > $1
        and ((o.taken < o.capacity and o.cancelled_at is null and e.status = 'published')
            or exists (
                select 1
                from waits w
                join registrations r on r.organisation_id = w.organisation_id
                    and r.id = w.registration_id
                where w.organisation_id = o.organisation_id and w.occurrence_id = o.id
                    and r.status <> 'waitlisted'))
    order by o.starts_at, o.id
    limit $2";

/// Dates whose queue needs a look.
pub(crate) async fn due(db: &Db, now: i64, limit: i64) -> Result<Vec<IdsRow>, sqlx::Error> {
    read!(db, |pool| sqlx::query_as(DUE).bind(now).bind(limit).fetch_all(pool).await)
}

/// Those who wait for nothing but dates that have begun.
const OVER: &str = "
    select w.organisation_id, w.registration_id as id
    from occurrences o
    join waits w on w.organisation_id = o.organisation_id and w.occurrence_id = o.id
    join registrations r on r.organisation_id = w.organisation_id and r.id = w.registration_id
    where o.waiting > 0 and o.starts_at <= $1 and r.status = 'waitlisted'
        and not exists (
            select 1
            from waits v
            join occurrences n on n.organisation_id = v.organisation_id
                and n.id = v.occurrence_id
            where v.organisation_id = w.organisation_id
                and v.registration_id = w.registration_id and n.starts_at > $1)
    order by o.starts_at, w.registration_id
    limit $2";

/// Registrations for which no place came free in time.
pub(crate) async fn over(db: &Db, now: i64, limit: i64) -> Result<Vec<IdsRow>, sqlx::Error> {
    read!(db, |pool| sqlx::query_as(OVER).bind(now).bind(limit).fetch_all(pool).await)
}
