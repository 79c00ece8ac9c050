//! Every change of state of a registration, as the table of `domain::registrations::states` has it.
//!
//! Whoever changes one holds its row first (on PostgreSQL), then the row of its date: so do
//! giving back, deciding and running out. Whoever offers places holds the date first and waits for
//! no registration ([`store::states::hold_waiting`]); so the two never wait for each other.

use domain::ids::{EventId, OccurrenceId, OrganisationId, RegistrationId};
use domain::invalid::Code;
use domain::registrations::RegistrationStatus;
use domain::registrations::states::{Happening, Places, Transition};
use jiff::Timestamp;
use uuid::Uuid;

use super::act::act;
use super::store::places;
use super::store::states::{self as store, HeldRow};
use super::{ATTEMPTS, Registrations, refused};
use crate::Error;
use crate::audit::record;
use crate::db::Tx;
use crate::events::stored;
use crate::mail;

/// A registration that this transaction changes, at its next revision.
#[derive(Debug, Clone, Copy)]
pub(super) struct Held {
    pub organisation: OrganisationId,
    pub id: RegistrationId,
    pub event: EventId,
    pub date: OccurrenceId,
    pub revision: i64,
    pub status: RegistrationStatus,
    pub expires_at: Option<i64>,
    pub now: Timestamp,
}

impl Held {
    /// The registration of these ids.
    pub async fn hold(
        tx: &mut Tx,
        organisation: OrganisationId,
        id: RegistrationId,
        now: Timestamp,
    ) -> Result<Self, Error> {
        let row = store::hold(tx, organisation, id, now.as_microsecond()).await?;
        Self::from_row(row, organisation, id, now)
    }

    /// The registration of these ids, if it waits and nobody else changes it.
    pub async fn hold_waiting(
        tx: &mut Tx,
        organisation: OrganisationId,
        id: RegistrationId,
        now: Timestamp,
    ) -> Result<Option<Self>, Error> {
        let row = store::hold_waiting(tx, organisation, id, now.as_microsecond()).await?;
        row.map(|row| Self::from_row(row, organisation, id, now)).transpose()
    }

    fn from_row(
        row: HeldRow,
        organisation: OrganisationId,
        id: RegistrationId,
        now: Timestamp,
    ) -> Result<Self, Error> {
        Ok(Self {
            organisation,
            id,
            event: EventId(row.event_id),
            date: OccurrenceId(row.occurrence_id),
            revision: row.revision,
            status: stored(&row.status)?,
            expires_at: row.expires_at,
            now,
        })
    }

    /// Whether its time is over.
    pub fn has_run_out(&self) -> bool {
        self.expires_at.is_some_and(|end| end <= self.now.as_microsecond())
    }

    /// Brings it into the state that follows; `until` is the end of that, if it runs out by itself
    /// and did not before. What the transition says of places is the caller's.
    pub async fn enter(
        &self,
        tx: &mut Tx,
        happening: Happening,
        until: Option<i64>,
    ) -> Result<Transition, Error> {
        let transition = self.status.after(happening).ok_or_else(|| refused(Code::StateChanged))?;
        let to = transition.to;
        if to != self.status {
            let until = until.filter(|_| to.runs_out());
            store::enter(tx, self.organisation, self.id, (to.code(), until, to.mark())).await?;
        }
        Ok(transition)
    }

    /// Lets everyone in it go, or the one at this position, and gives back the places that they had;
    /// how many. None left if there was nobody to go.
    pub async fn free(
        &self,
        tx: &mut Tx,
        position: Option<i64>,
        happening: impl FnOnce(i64) -> Happening,
    ) -> Result<Option<(Transition, usize)>, Error> {
        let (organisation, micros) = (self.organisation, self.now.as_microsecond());
        let left = super::store::leave(tx, organisation, self.id, self.revision, micros, position);
        let mut freed: Vec<Uuid> = left.await?;
        if freed.is_empty() {
            return Ok(None);
        }
        freed.sort_unstable();
        let left = store::left(tx, organisation, self.id).await?;
        let transition = self.enter(tx, happening(left), None).await?;
        if transition.places == Places::Release {
            places::release(tx, organisation, self.date, &freed).await?;
        }
        if transition.to.is_over() {
            mail::notices::drop_pending(tx, organisation, self.id).await?;
        }
        Ok(Some((transition, freed.len())))
    }

    /// Queues the mail of a transition and records it.
    pub async fn tell(
        &self,
        tx: &mut Tx,
        transition: &Transition,
        who: &str,
        detail: &str,
    ) -> Result<(), Error> {
        let (organisation, id, now) = (self.organisation, self.id, self.now);
        if let Some(told) = transition.mail {
            mail::enqueue(tx, organisation, id, told.into(), self.revision, now).await?;
        }
        let space = if detail.is_empty() { "" } else { " " };
        let detail = format!("{detail}{space}revision={}", self.revision);
        record(tx, act(who, organisation, id, now, transition.act, detail)).await?;
        Ok(())
    }
}

impl Registrations {
    /// Makes this change in a task of its own, and again if it met another.
    pub(super) async fn change<F, T>(
        &self,
        once: impl Fn(Self) -> F + Send + 'static,
    ) -> Result<T, Error>
    where
        F: Future<Output = Result<T, Error>> + Send,
        T: Send + 'static,
    {
        let this = self.clone();
        let task = tokio::spawn(async move {
            let mut attempt = 1;
            loop {
                match once(this.clone()).await {
                    Err(error) if attempt < ATTEMPTS && error.is_transient() => attempt += 1,
                    result => return result,
                }
            }
        });
        task.await.map_err(|error| Error::Internal(error.into()))?
    }

    /// What is to be done after a change was committed.
    pub(super) fn was_changed(&self) {
        self.context.changed();
        self.context.mail_queued.notify_one();
    }
}
