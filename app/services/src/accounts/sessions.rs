//! Browsers that are signed in: their secrets, how long they last, and how they end.
//!
//! A session ends after a day without a visit, and after two weeks in any case (ASVS 7.3). It knows
//! when its person last showed who they are (`proofs.rs`).

pub(super) mod store;

use domain::accounts::{Actor, Membership, is_fresh, require_proof};
use domain::ids::{AccountId, EventId, OrganisationId, SessionId};
use jiff::{SignedDuration, Timestamp};
use uuid::Uuid;

use super::{Accounts, acts};
use crate::Error;
use crate::db::Tx;
use crate::events::{stored, time};
use crate::secrets::SessionToken;

/// How long a browser stays signed in, at most.
pub const SESSION_LIFETIME: SignedDuration = SignedDuration::from_hours(14 * 24);

/// How long a browser stays signed in without a visit.
const IDLE_LIFETIME: SignedDuration = SignedDuration::from_hours(24);

/// A visit is written down when the last one is so long ago.
const SEEN_EVERY: SignedDuration = SignedDuration::from_mins(10);

/// The one who is signed in.
#[derive(Debug, Clone)]
pub struct SignedIn {
    /// Who, and what they may do.
    pub actor: Actor,
    /// Their mail address.
    pub email: String,
    /// The session of this browser.
    pub session: SessionId,
}

/// A browser that is signed in.
#[derive(Debug, Clone)]
pub struct Session {
    /// Which.
    pub id: SessionId,
    /// What the browser called itself.
    pub agent: String,
    /// Since when.
    pub created_at: Timestamp,
    /// When it was last seen, within some minutes.
    pub seen_at: Timestamp,
}

impl Accounts {
    /// The one whose browser holds this.
    ///
    /// # Errors
    /// `SignedOut` if nobody's does, or it was too long ago.
    pub async fn signed_in(&self, session: Option<&SessionToken>) -> Result<SignedIn, Error> {
        let now = self.0.clock.now();
        let (hash, row) = self.session(session, now).await?;
        if row.seen_at <= (now - SEEN_EVERY).as_microsecond() {
            let mut tx = self.0.db.begin().await?;
            store::see(&mut tx, &hash, now.as_microsecond()).await?;
            tx.commit().await?;
        }
        self.person(row, now).await
    }

    /// The same, for what a page asks by itself while nobody may be there: it does not count as
    /// being seen, so that a page left open does not keep its session alive (ASVS 5.0, 7.3.1).
    ///
    /// # Errors
    /// `SignedOut` if nobody's does, or it was too long ago.
    pub async fn signed_in_unseen(
        &self,
        session: Option<&SessionToken>,
    ) -> Result<SignedIn, Error> {
        let now = self.0.clock.now();
        let (_, row) = self.session(session, now).await?;
        self.person(row, now).await
    }

    async fn session(
        &self,
        session: Option<&SessionToken>,
        now: Timestamp,
    ) -> Result<(Vec<u8>, store::SessionRow), Error> {
        let hash = session.ok_or(Error::SignedOut)?.hash();
        let idle_since = (now - IDLE_LIFETIME).as_microsecond();
        let row = store::session(&self.0.db, &hash, now.as_microsecond(), idle_since).await?;
        Ok((hash, row.ok_or(Error::SignedOut)?))
    }

    async fn person(&self, row: store::SessionRow, now: Timestamp) -> Result<SignedIn, Error> {
        let account = AccountId(row.account_id);
        let memberships = super::store::memberships(&self.0.db, account).await?;
        let membership = |row: super::store::MembershipRow| {
            Ok(Membership {
                organisation: OrganisationId(row.organisation_id),
                event: row.event_id.map(EventId),
                role: stored(&row.role)?,
            })
        };
        let memberships = memberships.into_iter().map(membership).collect::<Result<_, Error>>()?;
        let is_fresh = is_fresh(time(row.proved_at)?, now);
        let actor = Actor { account, memberships, is_fresh };
        Ok(SignedIn { actor, email: row.email, session: SessionId(row.id) })
    }

    /// Every browser in which this person is signed in, the last seen first.
    ///
    /// # Errors
    /// The database does not answer.
    pub async fn sessions(&self, actor: &Actor) -> Result<Vec<Session>, Error> {
        let now = self.0.clock.now();
        let idle_since = (now - IDLE_LIFETIME).as_microsecond();
        let (db, micros) = (&self.0.db, now.as_microsecond());
        let rows = store::sessions(db, actor.account, micros, idle_since).await?;
        let session = |row: store::SessionRow| {
            Ok(Session {
                id: SessionId(row.id),
                agent: row.agent,
                created_at: time(row.created_at)?,
                seen_at: time(row.seen_at)?,
            })
        };
        rows.into_iter().map(session).collect()
    }

    /// Signs out one of this person's browsers; one that is not theirs stays as it is.
    ///
    /// # Errors
    /// `Unproved` if they have to show again who they are.
    pub async fn end_session(&self, actor: &Actor, session: SessionId) -> Result<(), Error> {
        require_proof(actor)?;
        let mut tx = self.0.db.begin().await?;
        if store::end_session(&mut tx, actor.account, session).await? {
            acts::record(&mut tx, actor, "end-session", self.0.clock.now()).await?;
        }
        tx.commit().await?;
        Ok(())
    }

    /// Signs out the browser that holds this.
    ///
    /// # Errors
    /// The database does not answer.
    pub async fn sign_out(&self, session: &SessionToken) -> Result<(), Error> {
        let mut tx = self.0.db.begin().await?;
        store::sign_out(&mut tx, &session.hash()).await?;
        tx.commit().await?;
        Ok(())
    }
}

/// Signs a browser in: what its cookie is to hold.
pub(crate) async fn open_session(
    tx: &mut Tx,
    account: AccountId,
    agent: &str,
    now: Timestamp,
) -> Result<SessionToken, Error> {
    let token = SessionToken::from(rand::random::<[u8; 32]>());
    let agent = agent_name(agent);
    let idle_since = (now - IDLE_LIFETIME).as_microsecond();
    store::forget_sessions(tx, now.as_microsecond(), idle_since).await?;
    let session = store::NewSession {
        token_hash: &token.hash(),
        id: SessionId(Uuid::new_v4()),
        account,
        agent: &agent,
        at: now.as_microsecond(),
        expires_at: (now + SESSION_LIFETIME).as_microsecond(),
    };
    store::insert_session(tx, &session).await?;
    Ok(token)
}

/// What a browser calls itself, as far as it is kept.
pub(super) fn agent_name(agent: &str) -> String {
    agent.chars().filter(|c| !c.is_control()).take(200).collect()
}
