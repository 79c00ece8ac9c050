//! Giving places back: one person's, or everyone's.

use domain::events::rules::Returns;
use domain::ids::{OccurrenceId, OrganisationId, RegistrationId};
use domain::invalid::Code;

use super::act::{PARTICIPANT, act};
use super::answers;
use super::store::{self, RegistrationRow, places};
use super::{ATTEMPTS, Registrations, refused};
use crate::Error;
use crate::audit::record;
use crate::events::store::rules;
use crate::events::time;
use crate::mail::{self, Kind};
use crate::secrets::ManageToken;

/// Whose places are given back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum GiveBack {
    /// Of the attendee at this position.
    One(i64),
    /// Of all.
    All,
}

impl Registrations {
    /// Gives places back; they are free at once. Doing it again changes nothing.
    ///
    /// # Errors
    /// `NotFound` if there is no such registration; `Invalid` once the date has begun, or where the
    /// event's rule leaves it to its organisers.
    pub async fn give_back(&self, token: &ManageToken, whose: GiveBack) -> Result<(), Error> {
        let row = store::by_token(&self.context.db, &token.hash()).await?.ok_or(Error::NotFound)?;
        let (organisation, date) =
            (OrganisationId(row.organisation_id), OccurrenceId(row.occurrence_id));
        let rule = rules::returns(&self.context.db, organisation, date).await?;
        let (starts_at, now) = (time(rule.starts_at)?, self.context.clock.now());
        let returns = Returns::from_hours(rule.returns_hours);
        // Once it has begun, that is the reason.
        if now < starts_at && !returns.allow(starts_at, now) {
            return Err(refused(Code::ReturnsOver));
        }
        self.give_back_of(row, whose, PARTICIPANT.to_owned()).await
    }

    /// The same for whoever may do it; `who` stands in the record.
    pub(super) async fn give_back_of(
        &self,
        row: RegistrationRow,
        whose: GiveBack,
        who: String,
    ) -> Result<(), Error> {
        let this = self.clone();
        let task = tokio::spawn(async move {
            let mut attempt = 1;
            loop {
                match this.give_back_once(&row, whose, &who).await {
                    Err(error) if attempt < ATTEMPTS && error.is_transient() => attempt += 1,
                    result => return result,
                }
            }
        });
        task.await.map_err(|error| Error::Internal(error.into()))?
    }

    async fn give_back_once(
        &self,
        row: &RegistrationRow,
        whose: GiveBack,
        who: &str,
    ) -> Result<(), Error> {
        let now = self.context.clock.now();
        let target = store::target(&self.context.db, &row.slug, &row.starts_local).await?;
        if target.is_none_or(|target| target.starts_at <= now.as_microsecond()) {
            return Err(refused(Code::Past));
        }
        let (organisation, id) = (OrganisationId(row.organisation_id), RegistrationId(row.id));
        let position = match whose {
            GiveBack::One(position) => Some(position),
            GiveBack::All => None,
        };
        let mut tx = self.context.db.begin().await?;
        let micros = now.as_microsecond();
        let revision = store::revise(&mut tx, organisation, id, micros).await?;
        let freed = store::leave(&mut tx, organisation, id, revision, micros, position).await?;
        if freed.is_empty() {
            return Ok(());
        }
        let mut ordered = freed;
        ordered.sort_unstable();
        let occurrence = OccurrenceId(row.occurrence_id);
        places::release(&mut tx, organisation, occurrence, &ordered).await?;
        let empty = store::cancel_if_empty(&mut tx, organisation, id).await?;
        answers::settle(&mut tx, organisation, id).await?;
        let kind = if empty { Kind::Cancelled } else { Kind::Changed };
        if empty {
            mail::notices::drop_pending(&mut tx, organisation, id).await?;
        }
        mail::enqueue(&mut tx, organisation, id, kind, revision, now).await?;
        let detail = format!("attendees={} revision={revision}", ordered.len());
        record(&mut tx, act(who, organisation, id, now, "give-back", detail)).await?;
        tx.commit().await?;
        self.context.changed();
        self.context.mail_queued.notify_one();
        Ok(())
    }
}
