//! The SQL of answers, and of the places of what can be chosen.

use domain::ids::{EventId, OccurrenceId, OrganisationId, QuestionId, RegistrationId};
use sqlx::FromRow;
use uuid::Uuid;

use crate::db::{Db, Tx, on, read};

/// Which answer.
#[derive(Debug, Clone, Copy)]
pub(crate) struct AnswerKey {
    pub organisation: OrganisationId,
    pub registration: RegistrationId,
    /// The attendee's; -1 for the registration.
    pub position: i64,
    pub question: QuestionId,
}

/// An answer as it is kept.
#[derive(Debug, Clone, FromRow)]
pub(crate) struct AnswerRow {
    pub position: i64,
    pub question_id: Uuid,
    pub value: Option<String>,
    pub sealed: Option<Vec<u8>>,
}

const WRITE: &str = "
    insert into answers (organisation_id, registration_id, position, question_id, value, sealed,
        answered_at)
    values ($1, $2, $3, $4, $5, $6, $7)
    on conflict (organisation_id, registration_id, position, question_id) do update
    set value = excluded.value, sealed = excluded.sealed, answered_at = excluded.answered_at";

/// Writes an answer: its value, or the same sealed.
pub(crate) async fn write(
    tx: &mut Tx,
    key: AnswerKey,
    value: Option<&str>,
    sealed: Option<&[u8]>,
    now: i64,
) -> Result<(), sqlx::Error> {
    on!(tx, |connection| {
        sqlx::query(WRITE)
            .bind(key.organisation.0)
            .bind(key.registration.0)
            .bind(key.position)
            .bind(key.question.0)
            .bind(value)
            .bind(sealed)
            .bind(now)
            .execute(connection)
            .await
            .map(drop)
    })
}

const SHORTEN: &str = "
    update answers
    set value = $5
    where organisation_id = $1 and registration_id = $2 and position = $3 and question_id = $4";

/// Leaves so much of an answer.
pub(crate) async fn shorten(tx: &mut Tx, key: AnswerKey, value: &str) -> Result<(), sqlx::Error> {
    on!(tx, |connection| {
        sqlx::query(SHORTEN)
            .bind(key.organisation.0)
            .bind(key.registration.0)
            .bind(key.position)
            .bind(key.question.0)
            .bind(value)
            .execute(connection)
            .await
            .map(drop)
    })
}

const DELETE: &str = "
    delete from answers
    where organisation_id = $1 and registration_id = $2 and position = $3 and question_id = $4";

/// Takes an answer away.
pub(crate) async fn delete(tx: &mut Tx, key: AnswerKey) -> Result<(), sqlx::Error> {
    on!(tx, |connection| {
        sqlx::query(DELETE)
            .bind(key.organisation.0)
            .bind(key.registration.0)
            .bind(key.position)
            .bind(key.question.0)
            .execute(connection)
            .await
            .map(drop)
    })
}

const OF_REGISTRATION: &str = "
    select position, question_id, value, sealed
    from answers
    where organisation_id = $1 and registration_id = $2";

/// The answers of a registration and its attendees.
pub(crate) async fn of_registration(
    db: &Db,
    organisation: OrganisationId,
    registration: RegistrationId,
) -> Result<Vec<AnswerRow>, sqlx::Error> {
    read!(db, |pool| {
        sqlx::query_as(OF_REGISTRATION)
            .bind(organisation.0)
            .bind(registration.0)
            .fetch_all(pool)
            .await
    })
}

/// The same inside a transaction.
pub(crate) async fn of_registration_now(
    tx: &mut Tx,
    organisation: OrganisationId,
    registration: RegistrationId,
) -> Result<Vec<AnswerRow>, sqlx::Error> {
    on!(tx, |connection| {
        sqlx::query_as(OF_REGISTRATION)
            .bind(organisation.0)
            .bind(registration.0)
            .fetch_all(connection)
            .await
    })
}

/// An answer of somebody in the list.
#[derive(Debug, Clone, FromRow)]
pub(crate) struct ListedRow {
    pub registration_id: Uuid,
    pub position: i64,
    pub question_id: Uuid,
    pub value: Option<String>,
    pub sealed: Option<Vec<u8>>,
    /// The attendee.
    pub attendee_id: Uuid,
}

const BY_REFERENCE: &str = "
    select a.registration_id, w.position, w.question_id, w.value, w.sealed, a.id as attendee_id
    from registrations r
    join attendees a on a.organisation_id = r.organisation_id and a.registration_id = r.id
    join answers w on w.organisation_id = a.organisation_id
        and w.registration_id = a.registration_id and w.position in (-1, a.position)
    where r.organisation_id = $1 and r.event_id = $2 and r.reference = $3 and a.position = $4";

/// What this attendee answered, or the contact person for all.
pub(crate) async fn of_listed(
    db: &Db,
    (organisation, event): (OrganisationId, EventId),
    reference: &str,
    position: i64,
) -> Result<Vec<ListedRow>, sqlx::Error> {
    read!(db, |pool| {
        sqlx::query_as(BY_REFERENCE)
            .bind(organisation.0)
            .bind(event.0)
            .bind(reference)
            .bind(position)
            .fetch_all(pool)
            .await
    })
}

const BETWEEN: &str = "
    select a.registration_id, w.position, w.question_id, w.value, w.sealed, a.id as attendee_id
    from attendees a
    join answers w on w.organisation_id = a.organisation_id
        and w.registration_id = a.registration_id and w.position in (-1, a.position)
    where a.organisation_id = $1 and a.event_id = $2 and a.id > $3 and a.id <= $4";

/// The answers of the attendees after the first of these ids, up to the other.
pub(crate) async fn between(
    db: &Db,
    (organisation, event): (OrganisationId, EventId),
    after: Uuid,
    to: Uuid,
) -> Result<Vec<ListedRow>, sqlx::Error> {
    read!(db, |pool| {
        sqlx::query_as(BETWEEN)
            .bind(organisation.0)
            .bind(event.0)
            .bind(after)
            .bind(to)
            .fetch_all(pool)
            .await
    })
}

const HOLD: &str = "
    update registrations
    set updated_at = $3
    where organisation_id = $1 and id = $2
        and status not in ('declined', 'cancelled', 'expired')";

/// Holds a registration that is still there until the end of the transaction, so that two changes of
/// its answers follow each other; whether it is.
pub(crate) async fn hold(
    tx: &mut Tx,
    organisation: OrganisationId,
    registration: RegistrationId,
    now: i64,
) -> Result<bool, sqlx::Error> {
    let rows = on!(tx, |connection| {
        sqlx::query(HOLD)
            .bind(organisation.0)
            .bind(registration.0)
            .bind(now)
            .execute(connection)
            .await
            .map(|done| done.rows_affected())
    })?;
    Ok(rows == 1)
}

/// A place of an option.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, FromRow)]
pub(crate) struct SeatRow {
    pub question_id: Uuid,
    pub number: i64,
    pub position: i64,
    pub occurrence_id: Uuid,
}

/// The guard: no place is taken that is not there, however many ask at once; a CHECK stands behind
/// it. On PostgreSQL the option is shared until the commit, so that an organiser who changes its
/// places waits, and whoever chooses after that finds them changed.
macro_rules! take {
    ($lock:literal) => {
        concat!(
            "
    with offered as (
        select o.organisation_id, o.question_id, o.number, o.capacity
        from question_options o
        where o.organisation_id = $1 and o.question_id = $2 and o.number = $3
        ",
            $lock,
            ")
    insert into option_places (organisation_id, occurrence_id, question_id, number, capacity, taken)
    select f.organisation_id, $4, f.question_id, f.number, f.capacity, 1
    from offered f
    where f.capacity is null or f.capacity >= 1
    on conflict (organisation_id, occurrence_id, question_id, number) do update
    set taken = option_places.taken + 1
    where option_places.capacity is null or option_places.taken < option_places.capacity"
        )
    };
}

const TAKE_SQLITE: &str = take!("");
const TAKE_POSTGRES: &str = take!("for share");

const SIT: &str = "
    insert into option_seats (organisation_id, registration_id, position, question_id, number,
        occurrence_id)
    values ($1, $2, $3, $4, $5, $6)";

/// Takes a place of an option on a date; whether there was one.
pub(crate) async fn take(
    tx: &mut Tx,
    key: AnswerKey,
    number: i64,
    occurrence: OccurrenceId,
) -> Result<bool, sqlx::Error> {
    let sql = tx.sql(TAKE_SQLITE, TAKE_POSTGRES);
    on!(tx, |connection| {
        let taken = sqlx::query(sql)
            .bind(key.organisation.0)
            .bind(key.question.0)
            .bind(number)
            .bind(occurrence.0)
            .execute(&mut *connection)
            .await?
            .rows_affected();
        if taken != 1 {
            return Ok(false);
        }
        sqlx::query(SIT)
            .bind(key.organisation.0)
            .bind(key.registration.0)
            .bind(key.position)
            .bind(key.question.0)
            .bind(number)
            .bind(occurrence.0)
            .execute(connection)
            .await
            .map(|_| true)
    })
}

const GIVE: &str = "
    update option_places
    set taken = taken - 1
    where organisation_id = $1 and occurrence_id = $2 and question_id = $3 and number = $4";

async fn give(
    tx: &mut Tx,
    organisation: OrganisationId,
    mut seats: Vec<SeatRow>,
) -> Result<(), sqlx::Error> {
    seats.sort_unstable();
    on!(tx, |connection| {
        for seat in seats {
            sqlx::query(GIVE)
                .bind(organisation.0)
                .bind(seat.occurrence_id)
                .bind(seat.question_id)
                .bind(seat.number)
                .execute(&mut *connection)
                .await?;
        }
        Ok(())
    })
}

const LEAVE: &str = "
    delete from option_seats
    where organisation_id = $1 and registration_id = $2 and position = $3 and question_id = $4
    returning question_id, number, position, occurrence_id";

/// Gives back what this answer holds.
pub(crate) async fn leave(tx: &mut Tx, key: AnswerKey) -> Result<(), sqlx::Error> {
    let seats = on!(tx, |connection| {
        sqlx::query_as(LEAVE)
            .bind(key.organisation.0)
            .bind(key.registration.0)
            .bind(key.position)
            .bind(key.question.0)
            .fetch_all(connection)
            .await
    })?;
    give(tx, key.organisation, seats).await
}

const STALE: &str = "
    delete from option_seats
    where organisation_id = $1 and registration_id = $2
        and (exists (
                select 1
                from registrations r
                where r.organisation_id = $1 and r.id = $2
                    and (r.occurrence_id <> option_seats.occurrence_id
                        or r.status in ('waitlisted', 'declined', 'cancelled', 'expired')))
            or exists (
                select 1
                from attendees a
                where a.organisation_id = $1 and a.registration_id = $2
                    and a.position = option_seats.position and a.cancelled_at is not null))
    returning question_id, number, position, occurrence_id";

/// Gives back the places of those who no longer come, or come on another date.
pub(crate) async fn leave_stale(
    tx: &mut Tx,
    organisation: OrganisationId,
    registration: RegistrationId,
) -> Result<(), sqlx::Error> {
    let seats = on!(tx, |connection| {
        sqlx::query_as(STALE).bind(organisation.0).bind(registration.0).fetch_all(connection).await
    })?;
    give(tx, organisation, seats).await
}

const MISSING: &str = "
    select w.question_id, o.number, w.position, r.occurrence_id
    from registrations r
    join answers w on w.organisation_id = r.organisation_id and w.registration_id = r.id
    join question_options o on o.organisation_id = w.organisation_id
        and o.question_id = w.question_id
        and ' ' || w.value || ' ' like '% ' || o.number || ' %'
    left join attendees a on a.organisation_id = w.organisation_id
        and a.registration_id = w.registration_id and a.position = w.position
    where r.organisation_id = $1 and r.id = $2
        and r.status not in ('waitlisted', 'declined', 'cancelled', 'expired')
        and a.cancelled_at is null
        and not exists (
            select 1
            from option_seats s
            where s.organisation_id = w.organisation_id and s.registration_id = w.registration_id
                and s.position = w.position and s.question_id = w.question_id
                and s.number = o.number)
    order by w.question_id, o.number, w.position";

/// What was chosen and has no place: of those who come again, or on another date.
pub(crate) async fn missing(
    tx: &mut Tx,
    organisation: OrganisationId,
    registration: RegistrationId,
) -> Result<Vec<SeatRow>, sqlx::Error> {
    on!(tx, |connection| {
        sqlx::query_as(MISSING)
            .bind(organisation.0)
            .bind(registration.0)
            .fetch_all(connection)
            .await
    })
}
