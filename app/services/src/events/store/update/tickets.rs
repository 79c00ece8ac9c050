//! The SQL that changes in which capacities one comes.

use domain::ids::{EventId, OrganisationId};
use uuid::Uuid;

use crate::db::{Tx, on};

const SET_TYPE: &str = "
    update ticket_types
    set capacity = $3
    where organisation_id = $1 and id = $2";

/// Changes what a ticket type has on every new date.
pub(crate) async fn set_type(
    tx: &mut Tx,
    organisation: OrganisationId,
    id: Uuid,
    capacity: Option<i64>,
) -> Result<(), sqlx::Error> {
    on!(tx, |connection| {
        sqlx::query(SET_TYPE)
            .bind(organisation.0)
            .bind(id)
            .bind(capacity)
            .execute(connection)
            .await
            .map(drop)
    })
}

const SET_PLACES: &str = "
    update places
    set capacity = $3
    where organisation_id = $1 and ticket_type_id = $2 and ($3 is null or taken <= $3)
        and exists (
            select 1
            from occurrences o
            where o.organisation_id = places.organisation_id and o.id = places.occurrence_id
                and o.ends_at > $4)";

const COUNT_PLACES: &str = "
    select count(*)
    from places p
    join occurrences o on o.organisation_id = p.organisation_id and o.id = p.occurrence_id
    where p.organisation_id = $1 and p.ticket_type_id = $2 and o.ends_at > $3";

/// Changes what a ticket type has on every date that is not over; whether nowhere more is taken.
pub(crate) async fn set_places(
    tx: &mut Tx,
    organisation: OrganisationId,
    id: Uuid,
    capacity: Option<i64>,
    now: i64,
) -> Result<bool, sqlx::Error> {
    on!(tx, |connection| {
        let changed = sqlx::query(SET_PLACES)
            .bind(organisation.0)
            .bind(id)
            .bind(capacity)
            .bind(now)
            .execute(&mut *connection)
            .await?
            .rows_affected();
        let dates: i64 = sqlx::query_scalar(COUNT_PLACES)
            .bind(organisation.0)
            .bind(id)
            .bind(now)
            .fetch_one(connection)
            .await?;
        Ok(i64::try_from(changed).is_ok_and(|changed| changed == dates))
    })
}

const OFFER: &str = "
    insert into places (organisation_id, occurrence_id, ticket_type_id, capacity)
    select o.organisation_id, o.id, t.id, t.capacity
    from occurrences o
    join ticket_types t on t.organisation_id = o.organisation_id and t.event_id = o.event_id
    where o.organisation_id = $1 and o.event_id = $2 and t.id = $3 and o.ends_at > $4";

/// Offers a new ticket type on every date that is not over.
pub(crate) async fn offer(
    tx: &mut Tx,
    organisation: OrganisationId,
    event: EventId,
    id: Uuid,
    now: i64,
) -> Result<(), sqlx::Error> {
    on!(tx, |connection| {
        sqlx::query(OFFER)
            .bind(organisation.0)
            .bind(event.0)
            .bind(id)
            .bind(now)
            .execute(connection)
            .await
            .map(drop)
    })
}

const ATTENDEES: &str = "
    select count(*)
    from attendees
    where organisation_id = $1 and ticket_type_id = $2";

/// How many people ever registered in this capacity.
pub(crate) async fn attendees(
    tx: &mut Tx,
    organisation: OrganisationId,
    id: Uuid,
) -> Result<i64, sqlx::Error> {
    on!(tx, |connection| {
        sqlx::query_scalar(ATTENDEES).bind(organisation.0).bind(id).fetch_one(connection).await
    })
}

const DELETE_PLACES: &str = "
    delete from places
    where organisation_id = $1 and ticket_type_id = $2";

const DELETE_TYPE: &str = "
    delete from ticket_types
    where organisation_id = $1 and id = $2";

/// Deletes a ticket type that nobody ever had.
pub(crate) async fn delete_type(
    tx: &mut Tx,
    organisation: OrganisationId,
    id: Uuid,
) -> Result<(), sqlx::Error> {
    on!(tx, |connection| {
        for sql in [DELETE_PLACES, DELETE_TYPE] {
            sqlx::query(sql).bind(organisation.0).bind(id).execute(&mut *connection).await?;
        }
        Ok(())
    })
}
