//! The SQL of what events were before.

use domain::ids::{AccountId, EventId, OrganisationId};
use sqlx::FromRow;

use crate::db::{Db, Tx, on, read};

/// A version as it is written.
pub(crate) struct NewVersion<'a> {
    pub organisation: OrganisationId,
    pub event: EventId,
    pub version: i64,
    pub at: i64,
    pub by: AccountId,
    pub section: &'static str,
    pub snapshot: &'a str,
}

const INSERT: &str = "
    insert into event_versions
        (organisation_id, event_id, version, at, account_id, section, snapshot)
    values ($1, $2, $3, $4, $5, $6, $7)";

/// Writes what an event is from now on.
pub(crate) async fn insert(tx: &mut Tx, new: &NewVersion<'_>) -> Result<(), sqlx::Error> {
    on!(tx, |connection| {
        sqlx::query(INSERT)
            .bind(new.organisation.0)
            .bind(new.event.0)
            .bind(new.version)
            .bind(new.at)
            .bind(new.by.0)
            .bind(new.section)
            .bind(new.snapshot)
            .execute(connection)
            .await
            .map(drop)
    })
}

/// A version in the list.
#[derive(Debug, FromRow)]
pub(crate) struct VersionRow {
    pub version: i64,
    pub at: i64,
    pub email: String,
    pub section: String,
}

const LIST: &str = "
    select v.version, v.at, a.email, v.section
    from event_versions v
    join accounts a on a.id = v.account_id
    where v.organisation_id = $1 and v.event_id = $2
    order by v.version desc
    limit $3";

/// The versions of an event, the last first.
pub(crate) async fn list(
    db: &Db,
    organisation: OrganisationId,
    event: EventId,
    limit: i64,
) -> Result<Vec<VersionRow>, sqlx::Error> {
    read!(db, |pool| {
        sqlx::query_as(LIST).bind(organisation.0).bind(event.0).bind(limit).fetch_all(pool).await
    })
}

const UP_TO: &str = "
    select snapshot
    from event_versions
    where organisation_id = $1 and event_id = $2 and version <= $3
    order by version desc
    limit 2";

/// What an event was in this version, and in the one before it that is known.
pub(crate) async fn up_to(
    db: &Db,
    organisation: OrganisationId,
    event: EventId,
    version: i64,
) -> Result<Vec<String>, sqlx::Error> {
    read!(db, |pool| {
        sqlx::query_scalar(UP_TO)
            .bind(organisation.0)
            .bind(event.0)
            .bind(version)
            .fetch_all(pool)
            .await
    })
}
