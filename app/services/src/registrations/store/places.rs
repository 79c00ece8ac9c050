//! The SQL of places: taken by guarded updates, given back without.

use domain::ids::{EventId, OccurrenceId, OrganisationId};
use uuid::Uuid;

use crate::db::{Tx, on};

/// The guard: nothing is taken that is not there, however many ask at once. Without it (only in the
/// control of the concurrency tests) the check that was made before the transaction has to do.
///
/// On PostgreSQL the event's row is shared from here to the commit, before the date's row is held:
/// an organiser who cancels the event waits, and whoever registers after that finds it cancelled.
///
/// While people wait for the date, what is free is theirs: whoever comes now waits behind them.
macro_rules! take_in_all {
    ($lock:literal) => {
        if cfg!(feature = "test-no-guard") {
            "
    update occurrences
    set taken = taken + $3
    where organisation_id = $1 and id = $2 and $4 = $4 and event_id = $5 and $6 = $6"
        } else {
            concat!(
                "
    with announced as (
        select e.id
        from events e
        where e.organisation_id = $1 and e.id = $5 and e.status = 'published'
        ",
                $lock,
                ")
    update occurrences
    set taken = taken + $3
    where organisation_id = $1 and id = $2
        and exists (select 1 from announced)
        and taken + $3 <= capacity
        and ($6 or waiting = 0)
        and cancelled_at is null
        and starts_at > $4
        and ($6
            or (opens_at is null or opens_at <= $4)
            and (closes_at is null or closes_at > $4)
            and (closes_hours is null or starts_at - closes_hours * 3600000000 > $4))"
            )
        }
    };
}

const TAKE_IN_ALL_SQLITE: &str = take_in_all!("");
const TAKE_IN_ALL_POSTGRES: &str = take_in_all!("for share");

/// Who takes places, and when.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Taker {
    /// Now, in microseconds.
    pub now: i64,
    /// An organiser takes places for others before registration opens and after it closes, too.
    pub is_organiser: bool,
}

/// Takes places of the date's total, if the event is announced, the date open to the taker, and
/// there are enough; whether it did.
pub(crate) async fn take_in_all(
    tx: &mut Tx,
    (organisation, event): (OrganisationId, EventId),
    occurrence: OccurrenceId,
    count: i64,
    taker: Taker,
) -> Result<bool, sqlx::Error> {
    let sql = tx.sql(TAKE_IN_ALL_SQLITE, TAKE_IN_ALL_POSTGRES);
    let rows = on!(tx, |connection| {
        sqlx::query(sql)
            .bind(organisation.0)
            .bind(occurrence.0)
            .bind(count)
            .bind(taker.now)
            .bind(event.0)
            .bind(taker.is_organiser)
            .execute(connection)
            .await
            .map(|done| done.rows_affected())
    })?;
    Ok(rows == 1)
}

const TAKE_OF_TYPE: &str = "
    update places
    set taken = taken + $4
    where organisation_id = $1 and occurrence_id = $2 and ticket_type_id = $3
        and (capacity is null or taken + $4 <= capacity)
        and ($6
            or (opens_at is null or opens_at <= $5)
            and (closes_at is null or closes_at > $5))";

/// Takes places of a ticket type, if it is open to the taker and has them; whether it did.
pub(crate) async fn take_of_type(
    tx: &mut Tx,
    organisation: OrganisationId,
    occurrence: OccurrenceId,
    ticket_type: Uuid,
    count: i64,
    taker: Taker,
) -> Result<bool, sqlx::Error> {
    let rows = on!(tx, |connection| {
        sqlx::query(TAKE_OF_TYPE)
            .bind(organisation.0)
            .bind(occurrence.0)
            .bind(ticket_type)
            .bind(count)
            .bind(taker.now)
            .bind(taker.is_organiser)
            .execute(connection)
            .await
            .map(|done| done.rows_affected())
    })?;
    Ok(rows == 1)
}

const RELEASE_IN_ALL: &str = "
    update occurrences
    set taken = taken - $3
    where organisation_id = $1 and id = $2";

const RELEASE_OF_TYPE: &str = "
    update places
    set taken = taken - 1
    where organisation_id = $1 and occurrence_id = $2 and ticket_type_id = $3";

/// Gives places back: one of each ticket type in the list. Giving back needs no guard but the
/// CHECK that nothing goes below zero.
pub(crate) async fn release(
    tx: &mut Tx,
    organisation: OrganisationId,
    occurrence: OccurrenceId,
    ticket_types: &[Uuid],
) -> Result<(), sqlx::Error> {
    on!(tx, |connection| {
        sqlx::query(RELEASE_IN_ALL)
            .bind(organisation.0)
            .bind(occurrence.0)
            .bind(i64::try_from(ticket_types.len()).unwrap_or(i64::MAX))
            .execute(&mut *connection)
            .await?;
        for ticket_type in ticket_types {
            sqlx::query(RELEASE_OF_TYPE)
                .bind(organisation.0)
                .bind(occurrence.0)
                .bind(ticket_type)
                .execute(&mut *connection)
                .await?;
        }
        Ok(())
    })
}

const PUT_BACK: &str = "
    update places
    set taken = taken - $4
    where organisation_id = $1 and occurrence_id = $2 and ticket_type_id = $3";

/// Puts back what a request took that cannot have all it asked for: so many of the date's total, and
/// so many of each of these ticket types.
pub(crate) async fn put_back(
    tx: &mut Tx,
    organisation: OrganisationId,
    occurrence: OccurrenceId,
    in_all: i64,
    of_types: &[(Uuid, i64)],
) -> Result<(), sqlx::Error> {
    on!(tx, |connection| {
        sqlx::query(RELEASE_IN_ALL)
            .bind(organisation.0)
            .bind(occurrence.0)
            .bind(in_all)
            .execute(&mut *connection)
            .await?;
        for (ticket_type, count) in of_types {
            sqlx::query(PUT_BACK)
                .bind(organisation.0)
                .bind(occurrence.0)
                .bind(ticket_type)
                .bind(count)
                .execute(&mut *connection)
                .await?;
        }
        Ok(())
    })
}

const TAKE_COUNTED: &str = "
    update places
    set taken = taken + $4
    where organisation_id = $1 and occurrence_id = $2 and ticket_type_id = $3";

const TAKE_IN_ALL_COUNTED: &str = "
    update occurrences
    set taken = taken + $3
    where organisation_id = $1 and id = $2";

/// Takes places that were counted before: for an offer, by whoever holds the date; for people of the
/// demo, also on dates that are over. The CHECKs still hold.
pub(crate) async fn take_counted(
    tx: &mut Tx,
    organisation: OrganisationId,
    occurrence: OccurrenceId,
    ticket_type: Uuid,
    count: i64,
) -> Result<(), sqlx::Error> {
    on!(tx, |connection| {
        sqlx::query(TAKE_IN_ALL_COUNTED)
            .bind(organisation.0)
            .bind(occurrence.0)
            .bind(count)
            .execute(&mut *connection)
            .await?;
        sqlx::query(TAKE_COUNTED)
            .bind(organisation.0)
            .bind(occurrence.0)
            .bind(ticket_type)
            .bind(count)
            .execute(connection)
            .await
            .map(drop)
    })
}
