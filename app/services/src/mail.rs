//! Mails that are to be sent: queued with what they are about, composed when they go out.
//!
//! A row is written in the transaction of the change it tells of, one for each kind and revision of
//! a registration. A worker claims one row at a time for the length of a lease, composes the mail
//! as it was at that revision, hands it to the mail server and records the end: `sent`, or `dead`
//! with a reason. A process that dies in between leaves a lease that runs out; the mail goes again
//! with the same Message-ID, so that a second copy can be recognised.

mod compose;
mod store;

use std::sync::Arc;

use domain::ids::{MailId, OrganisationId, RegistrationId};
use jiff::{SignedDuration, Timestamp};
use tokio::sync::Notify;

use crate::db::Tx;
use crate::events::{Events, stored};
use crate::{Context, Error};

pub use compose::{CalendarPart, Message};

/// How long a process may take for one mail before another tries it.
const LEASE: SignedDuration = SignedDuration::from_mins(5);

/// The moments that a mail tells of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Someone registered.
    Confirmed,
    /// Someone in the registration gave a place back; others stay.
    Changed,
    /// The last of them did.
    Cancelled,
}

impl Kind {
    const fn code(self) -> &'static str {
        match self {
            Self::Confirmed => "confirmed",
            Self::Changed => "changed",
            Self::Cancelled => "cancelled",
        }
    }
}

impl std::str::FromStr for Kind {
    type Err = domain::codes::UnknownCode;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        [Self::Confirmed, Self::Changed, Self::Cancelled]
            .into_iter()
            .find(|kind| kind.code() == text)
            .ok_or_else(|| domain::codes::UnknownCode { list: "Kind", found: text.to_owned() })
    }
}

/// A mail that this process may send until its lease ends.
#[derive(Debug, Clone)]
pub struct Claimed {
    /// The mail.
    pub id: MailId,
    /// How often it was tried, with this time.
    pub attempts: i64,
    /// When it was queued.
    pub created_at: Timestamp,
    row: store::ClaimedRow,
}

/// The outbox.
#[derive(Clone)]
pub struct Mail {
    context: Context,
    events: Events,
    wake: Arc<Notify>,
}

impl Mail {
    pub(crate) fn new(context: Context, events: Events, wake: Arc<Notify>) -> Self {
        Self { context, events, wake }
    }

    /// Told whenever a mail was queued in this process, so that it goes at once.
    #[must_use]
    pub fn wake(&self) -> Arc<Notify> {
        Arc::clone(&self.wake)
    }

    /// Claims the next mail that is due, if there is one.
    ///
    /// # Errors
    /// The database does not answer.
    pub async fn claim(&self) -> Result<Option<Claimed>, Error> {
        let now = self.context.clock.now();
        let (micros, until) = (now.as_microsecond(), (now + LEASE).as_microsecond());
        let Some(row) = store::claim(&self.context.db, micros, until).await? else {
            return Ok(None);
        };
        let created_at = Timestamp::from_microsecond(row.created_at)
            .map_err(|error| Error::Internal(error.into()))?;
        Ok(Some(Claimed { id: MailId(row.id), attempts: row.attempts, created_at, row }))
    }

    /// The mail that a claimed row stands for, as things were at its revision.
    ///
    /// # Errors
    /// What it is about is gone, or the database does not answer.
    pub async fn compose(&self, claimed: &Claimed) -> Result<Message, Error> {
        let kind = stored(&claimed.row.kind)?;
        let organisation = OrganisationId(claimed.row.organisation_id);
        let registration = RegistrationId(claimed.row.registration_id);
        let subject =
            compose::Subject { organisation, registration, revision: claimed.row.revision, kind };
        compose::compose(&self.context, &self.events, &subject, (claimed.id, claimed.created_at))
            .await
    }

    /// Records that the mail server took the mail.
    ///
    /// # Errors
    /// The database does not answer; the lease will run out.
    pub async fn sent(&self, claimed: &Claimed) -> Result<(), Error> {
        self.finish(claimed, "sent", None).await
    }

    /// Records that the mail will never be sent, and why (no personal data).
    ///
    /// # Errors
    /// The database does not answer; the lease will run out.
    pub async fn dead(&self, claimed: &Claimed, reason: &str) -> Result<(), Error> {
        self.finish(claimed, "dead", Some(reason)).await
    }

    async fn finish(
        &self,
        claimed: &Claimed,
        status: &'static str,
        reason: Option<&str>,
    ) -> Result<(), Error> {
        let now = self.context.clock.now().as_microsecond();
        let own = store::finish(&self.context.db, &claimed.row, status, now, reason).await?;
        if !own {
            tracing::warn!(mail = %claimed.id.0, status, "another process has this mail by now");
        }
        Ok(())
    }

    /// Gives the mail back to be tried again after this time.
    ///
    /// # Errors
    /// The database does not answer; the lease will run out.
    pub async fn later(
        &self,
        claimed: &Claimed,
        reason: &str,
        wait: SignedDuration,
    ) -> Result<(), Error> {
        let due = (self.context.clock.now() + wait).as_microsecond();
        store::postpone(&self.context.db, &claimed.row, due, reason, 0).await?;
        Ok(())
    }

    /// Gives the mail back untried: the mail server was not there, which is not the mail's fault.
    ///
    /// # Errors
    /// The database does not answer; the lease will run out.
    pub async fn release(
        &self,
        claimed: &Claimed,
        reason: &str,
        wait: SignedDuration,
    ) -> Result<(), Error> {
        let due = (self.context.clock.now() + wait).as_microsecond();
        store::postpone(&self.context.db, &claimed.row, due, reason, 1).await?;
        Ok(())
    }

    /// For how many seconds the oldest mail that is due has been waiting.
    ///
    /// # Errors
    /// The database does not answer.
    pub async fn oldest_due_seconds(&self) -> Result<Option<i64>, Error> {
        let now = self.context.clock.now().as_microsecond();
        let oldest = store::oldest_due(&self.context.db).await?;
        Ok(oldest.filter(|due| *due <= now).map(|due| (now - due) / 1_000_000))
    }
}

/// Queues a mail in the transaction of what it is about.
pub(crate) async fn enqueue(
    tx: &mut Tx,
    organisation: OrganisationId,
    registration: RegistrationId,
    kind: Kind,
    revision: i64,
    now: Timestamp,
) -> Result<(), sqlx::Error> {
    store::insert(tx, organisation, registration, kind.code(), revision, now.as_microsecond()).await
}

/// Records a mail that will never be sent, and why.
pub(crate) async fn write_off(
    tx: &mut Tx,
    organisation: OrganisationId,
    registration: RegistrationId,
    kind: Kind,
    now: Timestamp,
    reason: &str,
) -> Result<(), sqlx::Error> {
    store::insert_dead(tx, organisation, registration, kind.code(), now.as_microsecond(), reason)
        .await
}
