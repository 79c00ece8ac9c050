//! The SQL of places: taken by guarded updates, given back without.

use domain::ids::{OccurrenceId, OrganisationId};
use uuid::Uuid;

use super::TargetRow;
use crate::db::{Tx, on};

/// The guard: nothing is taken that is not there, however many ask at once. Without it (only in the
/// control of the concurrency tests) the check that was made before the transaction has to do.
///
/// On PostgreSQL the event's row is shared from here to the commit, before the date's row is held:
/// an organiser who cancels the event waits, and whoever registers after that finds it cancelled.
macro_rules! take_in_all {
    ($lock:literal) => {
        if cfg!(feature = "test-no-guard") {
            "
    update occurrences
    set taken = taken + $3
    where organisation_id = $1 and id = $2 and $4 = $4 and event_id = $5"
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
        and cancelled_at is null
        and starts_at > $4"
            )
        }
    };
}

const TAKE_IN_ALL_SQLITE: &str = take_in_all!("");
const TAKE_IN_ALL_POSTGRES: &str = take_in_all!("for share");

/// Takes places of the date's total, if the event is announced, the date open at this time, and
/// there are enough; whether it did.
pub(crate) async fn take_in_all(
    tx: &mut Tx,
    target: &TargetRow,
    count: i64,
    now: i64,
) -> Result<bool, sqlx::Error> {
    let sql = tx.sql(TAKE_IN_ALL_SQLITE, TAKE_IN_ALL_POSTGRES);
    let rows = on!(tx, |connection| {
        sqlx::query(sql)
            .bind(target.organisation_id)
            .bind(target.occurrence_id)
            .bind(count)
            .bind(now)
            .bind(target.event_id)
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
        and (capacity is null or taken + $4 <= capacity)";

/// Takes places of a ticket type, if it has them; whether it did.
pub(crate) async fn take_of_type(
    tx: &mut Tx,
    organisation: OrganisationId,
    occurrence: OccurrenceId,
    ticket_type: Uuid,
    count: i64,
) -> Result<bool, sqlx::Error> {
    let rows = on!(tx, |connection| {
        sqlx::query(TAKE_OF_TYPE)
            .bind(organisation.0)
            .bind(occurrence.0)
            .bind(ticket_type)
            .bind(count)
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

const TAKE_FOR_DEMO: &str = "
    update places
    set taken = taken + $4
    where organisation_id = $1 and occurrence_id = $2 and ticket_type_id = $3";

const TAKE_IN_ALL_FOR_DEMO: &str = "
    update occurrences
    set taken = taken + $3
    where organisation_id = $1 and id = $2";

/// Takes places for people of the demo, also on dates that are over; the CHECKs still hold.
pub(crate) async fn take_for_demo(
    tx: &mut Tx,
    organisation: OrganisationId,
    occurrence: OccurrenceId,
    ticket_type: Uuid,
    count: i64,
) -> Result<(), sqlx::Error> {
    on!(tx, |connection| {
        sqlx::query(TAKE_IN_ALL_FOR_DEMO)
            .bind(organisation.0)
            .bind(occurrence.0)
            .bind(count)
            .execute(&mut *connection)
            .await?;
        sqlx::query(TAKE_FOR_DEMO)
            .bind(organisation.0)
            .bind(occurrence.0)
            .bind(ticket_type)
            .bind(count)
            .execute(connection)
            .await
            .map(drop)
    })
}
