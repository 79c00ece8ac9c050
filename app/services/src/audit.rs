//! Who did what, written in the transaction that did it. Holds no values that people typed.
//!
//! The acts of an organisation form a chain: each is numbered, and carries the hash of itself and
//! of the one before (ASVS 5.0, 16.4.2). The database refuses to change or delete rows; who goes
//! around it breaks the chain, and [`Audit::verify`] says where. The end of the chain is a row of
//! its own, locked from the act to the commit, which comes right after it.

mod store;

use domain::accounts::{Action, Actor};
use domain::ids::OrganisationId;
use domain::language::Language;
use jiff::Timestamp;
use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::db::Tx;
use crate::events::time;
use crate::organisations::{Organisations, OwnOrganisation};
use crate::{Context, Error};

/// How many acts stand on one page.
pub const PER_PAGE: i64 = 50;

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

/// Who did an act.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Who {
    /// Someone with a manage link.
    Participant,
    /// Someone at the command line.
    Operator,
    /// A member, by their mail address.
    Member(String),
}

/// An act as organisers read it.
#[derive(Debug, Clone)]
pub struct Recorded {
    /// Its place in the chain; none for acts from before the chain.
    pub number: Option<i64>,
    /// When.
    pub at: Timestamp,
    /// Who.
    pub who: Who,
    /// What: a code.
    pub action: String,
    /// The sort of thing it was done to: a code.
    pub object_kind: String,
    /// What the thing is called: a reference, a slug, an address; empty if it is gone.
    pub object: String,
    /// Numbers and codes that tell more.
    pub detail: String,
}

/// A page of the record.
#[derive(Debug, Clone)]
pub struct RecordPage {
    /// Whose it is.
    pub organisation: OwnOrganisation,
    /// The acts, the last first.
    pub acts: Vec<Recorded>,
    /// How many there are on all pages.
    pub total: i64,
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
    /// The acts of an organisation, the last first, 50 on a page; those whose action, object or
    /// detail hold these words, or all.
    ///
    /// # Errors
    /// `NotFound` and `Forbidden` as `authorize` says.
    pub async fn page(
        &self,
        actor: &Actor,
        slug: &str,
        words: &str,
        page: i64,
        language: Language,
    ) -> Result<RecordPage, Error> {
        let organisations = Organisations(self.0.clone());
        let own = organisations.own_one(actor, slug, Action::SeeAudit, language).await?;
        let pattern = crate::events::pattern(words);
        let offset = (page.clamp(1, 100_000) - 1) * PER_PAGE;
        let (db, pattern) = (&self.0.db, pattern.as_deref());
        let rows = store::page(db, own.id, pattern, PER_PAGE, offset).await?;
        let total = store::count(db, own.id, pattern).await?;
        let mut acts = Vec::with_capacity(rows.len());
        for row in rows {
            let who = match row.actor.as_str() {
                "participant" => Who::Participant,
                "operator" => Who::Operator,
                account => Who::Member(self.address(account).await?),
            };
            acts.push(Recorded {
                number: row.number,
                at: time(row.at)?,
                who,
                action: row.action,
                object_kind: row.object_kind,
                object: row.object.unwrap_or_default(),
                detail: row.detail,
            });
        }
        Ok(RecordPage { organisation: own, acts, total })
    }

    /// The mail address of an account, as the record names it.
    async fn address(&self, account: &str) -> Result<String, Error> {
        let Ok(account) = account.parse() else { return Ok(String::new()) };
        Ok(store::address(&self.0.db, account).await?.unwrap_or_default())
    }

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
