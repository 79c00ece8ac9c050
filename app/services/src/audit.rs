//! Who did what, written in the transaction that did it. Holds no values that people typed.
//!
//! The acts of an organisation form a chain: each is numbered, and carries the hash of itself and
//! of the one before (ASVS 5.0, 16.4.2). The database refuses to change or delete rows; who goes
//! around it breaks the chain, and [`Audit::verify`] says where. The end of the chain is a row of
//! its own, locked from the act to the commit, which comes right after it.

pub(crate) mod reading;
mod store;

use domain::ids::OrganisationId;
use jiff::Timestamp;
use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::db::Tx;
use crate::{Context, Error};

pub use reading::{
    Chain, PER_PAGE, RecordExport, RecordFilter, RecordPage, Recorded, Recorder, Who,
};

/// Who a participant is in the record.
pub(crate) const PARTICIPANT: &str = "participant";

/// One act.
pub(crate) struct Act<'a> {
    /// Whose data it was done to.
    pub organisation: OrganisationId,
    /// When.
    pub at: Timestamp,
    /// Who: `participant`, `operator`, or the id of an account.
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

/// Adds an act to the end of its organisation's chain.
pub(crate) async fn record(tx: &mut Tx, act: Act<'_>) -> Result<(), sqlx::Error> {
    let head = store::advance(tx, act.organisation, &BEGINNING).await?;
    let id = Uuid::now_v7();
    let link = Link {
        id,
        number: head.number,
        at: act.at.as_microsecond(),
        actor: act.actor,
        action: act.action,
        object_kind: act.object_kind,
        object: act.object,
        detail: &act.detail,
    };
    let hash = link.hash(&head.hash);
    store::insert(tx, act.organisation, &link, &hash).await?;
    store::set_head(tx, act.organisation, &hash).await
}

/// What the first act of a chain follows.
const BEGINNING: [u8; 32] = [0; 32];

/// An act in its chain.
struct Link<'a> {
    id: Uuid,
    number: i64,
    at: i64,
    actor: &'a str,
    action: &'a str,
    object_kind: &'a str,
    object: Uuid,
    detail: &'a str,
}

impl Link<'_> {
    /// The hash of this act after the one with the earlier hash.
    fn hash(&self, earlier: &[u8]) -> Vec<u8> {
        let mut hash = Sha256::new();
        let mut part = |bytes: &[u8]| {
            hash.update((bytes.len() as u64).to_be_bytes());
            hash.update(bytes);
        };
        part(earlier);
        part(self.id.as_bytes());
        part(&self.number.to_be_bytes());
        part(&self.at.to_be_bytes());
        part(self.actor.as_bytes());
        part(self.action.as_bytes());
        part(self.object_kind.as_bytes());
        part(self.object.as_bytes());
        part(self.detail.as_bytes());
        hash.finalize().to_vec()
    }
}

/// What looking through a chain found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verified {
    /// So many acts, each after the one before.
    Whole(i64),
    /// The act of this number is not as it was written, or is missing.
    Broken(i64),
}

/// The record.
#[derive(Clone)]
pub struct Audit(pub(crate) Context);

impl Audit {
    /// Looks through the chain of every organisation: its slug, and what was found.
    ///
    /// # Errors
    /// The database does not answer.
    pub async fn verify(&self) -> Result<Vec<(String, Verified)>, Error> {
        let mut found = Vec::new();
        for head in store::heads(&self.0.db).await? {
            let organisation = OrganisationId(head.organisation_id);
            found.push((head.slug, self.verify_one(organisation, head.number, &head.hash).await?));
        }
        Ok(found)
    }

    async fn verify_one(
        &self,
        organisation: OrganisationId,
        last: i64,
        end: &[u8],
    ) -> Result<Verified, Error> {
        let (mut number, mut hash) = (0, BEGINNING.to_vec());
        loop {
            let rows = store::links(&self.0.db, organisation, number, PER_PAGE * 20).await?;
            if rows.is_empty() {
                break;
            }
            for row in rows {
                number += 1;
                let expected = row.link(number).hash(&hash);
                if row.number != number || row.hash.as_deref() != Some(expected.as_slice()) {
                    return Ok(Verified::Broken(number));
                }
                hash = expected;
            }
        }
        let is_whole = number == last && hash == end;
        Ok(if is_whole { Verified::Whole(number) } else { Verified::Broken(number + 1) })
    }
}
