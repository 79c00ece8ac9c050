//! Mails that are to be sent: queued with what they are about, composed when they go out.
//!
//! A row is written in the transaction of the change it tells of, one for each kind and revision of
//! a registration, one for each link to sign in and each invitation. A worker claims one row at a time for the length of a lease, composes the mail
//! as it was at that revision, hands it to the mail server and records the end: `sent`, or `dead`
//! with a reason. A process that dies in between leaves a lease that runs out; the mail goes again
//! with the same Message-ID, so that a second copy can be recognised.

mod compose;
pub(crate) mod notices;
mod store;

use std::sync::Arc;

use domain::ids::{InvitationId, MailId, OrganisationId, RegistrationId, SignInId};
use jiff::{SignedDuration, Timestamp};
use tokio::sync::Notify;

use crate::db::Tx;
use crate::events::editing::Told;
use crate::events::{Events, stored};
use crate::{Context, Error};

pub use compose::{CalendarPart, Message};
use store::Matter;

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
    /// An organiser changed when or where the event is held, or whether it is.
    EventChanged,
    /// An organiser moved the registration to another date. In the outbox this is `changed`: the bulk
    /// act of its revision tells more.
    Moved,
    /// An organiser wrote to many. In the outbox as `moved` is.
    Letter,
    /// There are questions that the registration has not answered. In the outbox this is `changed`:
    /// its notice tells more.
    Asked,
    /// Someone asked for a link to sign in.
    SignIn,
    /// Someone was asked to act for an organisation.
    Invitation,
}

impl Kind {
    const ALL: [Self; 9] = [
        Self::Confirmed,
        Self::Changed,
        Self::Cancelled,
        Self::EventChanged,
        Self::Moved,
        Self::Letter,
        Self::Asked,
        Self::SignIn,
        Self::Invitation,
    ];

    /// The stable code: in the outbox and in Fluent keys.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Confirmed => "confirmed",
            Self::Changed => "changed",
            Self::Cancelled => "cancelled",
            Self::EventChanged => "event-changed",
            Self::Moved => "moved",
            Self::Letter => "letter",
            Self::Asked => "asked",
            Self::SignIn => "sign-in",
            Self::Invitation => "invitation",
        }
    }
}

impl std::str::FromStr for Kind {
    type Err = domain::codes::UnknownCode;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::ALL
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
}

impl Mail {
    pub(crate) fn new(context: Context, events: Events) -> Self {
        Self { context, events }
    }

    /// Told whenever a mail was queued in this process, so that it goes at once.
    #[must_use]
    pub fn wake(&self) -> Arc<Notify> {
        Arc::clone(&self.context.mail_queued)
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
        let (context, row) = (&self.context, &claimed.row);
        let missing = || Error::Internal(anyhow::anyhow!("a mail about nothing"));
        match stored(&row.kind)? {
            Kind::SignIn => {
                let id = SignInId(row.sign_in_id.ok_or_else(missing)?);
                compose::account::sign_in(context, id, claimed.id).await
            }
            Kind::Invitation => {
                let id = InvitationId(row.invitation_id.ok_or_else(missing)?);
                compose::account::invitation(context, id, claimed.id).await
            }
            kind => {
                let organisation = OrganisationId(row.organisation_id);
                let registration = RegistrationId(row.registration_id.ok_or_else(missing)?);
                let revision = row.revision;
                let (kind, before) = match row.notice_id {
                    Some(notice) => {
                        let row = store::notices::about(&context.db, organisation, notice).await?;
                        match row.about.as_str() {
                            "questions" => (Kind::Asked, None),
                            _ => (kind, Some(Told::read(&row.before)?)),
                        }
                    }
                    None => (kind, None),
                };
                let subject =
                    compose::Subject { organisation, registration, revision, kind, before };
                let queued = (claimed.id, claimed.created_at);
                compose::compose(context, &self.events, &subject, queued).await
            }
        }
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
    let matter = Matter::Registration(organisation, registration);
    store::insert(tx, matter, kind.code(), revision, now.as_microsecond()).await
}

/// Queues the mail with a link to sign in.
pub(crate) async fn enqueue_sign_in(
    tx: &mut Tx,
    sign_in: SignInId,
    now: Timestamp,
) -> Result<(), sqlx::Error> {
    let matter = Matter::SignIn(sign_in);
    store::insert(tx, matter, Kind::SignIn.code(), 1, now.as_microsecond()).await
}

/// Queues the mail with an invitation.
pub(crate) async fn enqueue_invitation(
    tx: &mut Tx,
    invitation: InvitationId,
    now: Timestamp,
) -> Result<(), sqlx::Error> {
    let matter = Matter::Invitation(invitation);
    store::insert(tx, matter, Kind::Invitation.code(), 1, now.as_microsecond()).await
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
