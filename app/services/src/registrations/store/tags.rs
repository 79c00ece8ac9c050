//! The SQL of tags. Whoever puts a tag on somebody holds its row until the commit, so that nobody
//! deletes it in between.

use domain::ids::{EventId, OrganisationId, RegistrationId};
use sqlx::FromRow;
use uuid::Uuid;

use crate::db::{Db, Tx, on, read};

/// A tag of an event.
#[derive(Debug, Clone, FromRow)]
pub(crate) struct TagRow {
    pub id: Uuid,
    pub position: i64,
    pub name: String,
    pub folded: String,
}

const TAGS: &str = "
    select id, position, name, folded
    from tags
    where organisation_id = $1 and event_id = $2
    order by folded";

/// The tags of an event, by name.
pub(crate) async fn tags(
    db: &Db,
    organisation: OrganisationId,
    event: EventId,
) -> Result<Vec<TagRow>, sqlx::Error> {
    read!(db, |pool| {
        sqlx::query_as(TAGS).bind(organisation.0).bind(event.0).fetch_all(pool).await
    })
}

const POSITIONS: &str = "
    select position
    from tags
    where organisation_id = $1 and event_id = $2";

/// The places that the tags of an event have.
pub(crate) async fn positions(
    tx: &mut Tx,
    organisation: OrganisationId,
    event: EventId,
) -> Result<Vec<i64>, sqlx::Error> {
    on!(tx, |connection| {
        sqlx::query_scalar(POSITIONS).bind(organisation.0).bind(event.0).fetch_all(connection).await
    })
}

const HOLD: &str = "
    update tags
    set position = position
    where organisation_id = $1 and event_id = $2 and folded = $3
    returning id, position, name, folded";

/// The tag of this folded name, if there is one; it stays until the end of the transaction.
pub(crate) async fn hold(
    tx: &mut Tx,
    organisation: OrganisationId,
    event: EventId,
    folded: &str,
) -> Result<Option<TagRow>, sqlx::Error> {
    on!(tx, |connection| {
        sqlx::query_as(HOLD)
            .bind(organisation.0)
            .bind(event.0)
            .bind(folded)
            .fetch_optional(connection)
            .await
    })
}

const INSERT: &str = "
    insert into tags (organisation_id, id, event_id, position, name, folded, created_at)
    values ($1, $2, $3, $4, $5, $6, $7)";

/// Adds a tag to those of an event.
pub(crate) async fn insert(
    tx: &mut Tx,
    organisation: OrganisationId,
    event: EventId,
    tag: &TagRow,
    now: i64,
) -> Result<(), sqlx::Error> {
    on!(tx, |connection| {
        sqlx::query(INSERT)
            .bind(organisation.0)
            .bind(tag.id)
            .bind(event.0)
            .bind(tag.position)
            .bind(&tag.name)
            .bind(&tag.folded)
            .bind(now)
            .execute(connection)
            .await
            .map(drop)
    })
}

const DELETE: &str = "
    delete from tags
    where organisation_id = $1 and event_id = $2 and folded = $3
        and not exists (
            select 1
            from attendees a
            where a.organisation_id = $1 and a.event_id = $2 and (a.marks & $4) <> 0)";

/// Deletes a tag that nobody has; whether it did. `bit` is the tag's.
pub(crate) async fn delete(
    tx: &mut Tx,
    organisation: OrganisationId,
    event: EventId,
    folded: &str,
    bit: i64,
) -> Result<bool, sqlx::Error> {
    let rows = on!(tx, |connection| {
        sqlx::query(DELETE)
            .bind(organisation.0)
            .bind(event.0)
            .bind(folded)
            .bind(bit)
            .execute(connection)
            .await
            .map(|done| done.rows_affected())
    })?;
    Ok(rows == 1)
}

const PUT_ON: &str = "
    update attendees
    set marks = marks + $3
    where organisation_id = $1 and registration_id = $2 and (marks & $3) = 0";

/// Puts a mark (a tag's, or another) on a registration; whether it did not have it.
pub(crate) async fn put_on(
    tx: &mut Tx,
    organisation: OrganisationId,
    registration: RegistrationId,
    bit: i64,
) -> Result<bool, sqlx::Error> {
    change(tx, PUT_ON, organisation, registration, bit).await
}

const TAKE_OFF: &str = "
    update attendees
    set marks = marks - $3
    where organisation_id = $1 and registration_id = $2 and (marks & $3) <> 0";

/// Takes a mark off a registration; whether it had it.
pub(crate) async fn take_off(
    tx: &mut Tx,
    organisation: OrganisationId,
    registration: RegistrationId,
    bit: i64,
) -> Result<bool, sqlx::Error> {
    change(tx, TAKE_OFF, organisation, registration, bit).await
}

async fn change(
    tx: &mut Tx,
    sql: &'static str,
    organisation: OrganisationId,
    registration: RegistrationId,
    bit: i64,
) -> Result<bool, sqlx::Error> {
    let rows = on!(tx, |connection| {
        sqlx::query(sql)
            .bind(organisation.0)
            .bind(registration.0)
            .bind(bit)
            .execute(connection)
            .await
            .map(|done| done.rows_affected())
    })?;
    Ok(rows > 0)
}
