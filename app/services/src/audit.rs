//! Who did what, written in the transaction that did it. Holds no values that people typed.

use domain::ids::OrganisationId;
use jiff::Timestamp;
use uuid::Uuid;

use crate::db::{Tx, on};

/// One act.
pub(crate) struct Act<'a> {
    /// Whose data it was done to.
    pub organisation: OrganisationId,
    /// When.
    pub at: Timestamp,
    /// Who: `participant`, `operator`.
    pub actor: &'a str,
    /// What: a verb of the domain.
    pub action: &'a str,
    /// The sort of thing it was done to.
    pub object_kind: &'a str,
    /// The thing it was done to.
    pub object: Uuid,
    /// Numbers and codes that tell more; never names or addresses.
    pub detail: String,
}

const INSERT: &str = "
    insert into audit
        (organisation_id, id, at, actor, action, object_kind, object_id, detail)
    values ($1, $2, $3, $4, $5, $6, $7, $8)";

/// Adds an act to the record.
pub(crate) async fn record(tx: &mut Tx, act: Act<'_>) -> Result<(), sqlx::Error> {
    on!(tx, |connection| {
        sqlx::query(INSERT)
            .bind(act.organisation.0)
            .bind(Uuid::now_v7())
            .bind(act.at.as_microsecond())
            .bind(act.actor)
            .bind(act.action)
            .bind(act.object_kind)
            .bind(act.object)
            .bind(act.detail)
            .execute(connection)
            .await
            .map(drop)
    })
}
