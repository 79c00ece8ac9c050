//! What people do to their own accounts, in the record of every organisation that they act for: who
//! answers for an organisation sees whose keys to it changed, and when (ASVS 5.0, 16.3.3).

use std::collections::BTreeSet;

use domain::accounts::Actor;
use domain::ids::OrganisationId;
use jiff::Timestamp;

use crate::audit::{self, Act};
use crate::db::Tx;

/// Records an act at the end of its transaction.
pub(super) async fn record(
    tx: &mut Tx,
    actor: &Actor,
    action: &'static str,
    at: Timestamp,
) -> Result<(), sqlx::Error> {
    let account = actor.account.0;
    // In one order for all, so that two who act for the same organisations wait for each other.
    let all = actor.memberships.iter().map(|membership| membership.organisation.0);
    for organisation in all.collect::<BTreeSet<_>>() {
        let act = Act {
            organisation: OrganisationId(organisation),
            at,
            actor: &account.to_string(),
            action,
            object_kind: "account",
            object: account,
            detail: String::new(),
        };
        audit::record(tx, act).await?;
    }
    Ok(())
}
