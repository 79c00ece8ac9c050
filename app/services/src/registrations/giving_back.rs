//! Giving places back, or no longer asking for them: one person's, or everyone's.

use domain::events::rules::Returns;
use domain::ids::{OccurrenceId, OrganisationId, RegistrationId};
use domain::invalid::Code;
use domain::registrations::RegistrationStatus;
use domain::registrations::states::Happening;

use super::act::PARTICIPANT;
use super::states::Held;
use super::store::{self, RegistrationRow, waits};
use super::{Registrations, refused};
use crate::Error;
use crate::events::store::rules;
use crate::events::{stored, time};
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
    /// Gives places back; they are free at once, and offered to those who wait. Doing it again
    /// changes nothing.
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
        // Who does not come for certain can always say no. Once it has begun, that is the reason.
        let is_confirmed =
            stored::<RegistrationStatus>(&row.status)? == RegistrationStatus::Confirmed;
        if is_confirmed && now < starts_at && !returns.allow(starts_at, now) {
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
        self.change(move |this| {
            let (row, who) = (row.clone(), who.clone());
            async move { this.give_back_once(&row, whose, &who).await }
        })
        .await
    }

    async fn give_back_once(
        &self,
        row: &RegistrationRow,
        whose: GiveBack,
        who: &str,
    ) -> Result<(), Error> {
        let (db, now) = (&self.context.db, self.context.clock.now());
        let (organisation, id) = (OrganisationId(row.organisation_id), RegistrationId(row.id));
        let waits_for = waits::dates(db, organisation, id).await?;
        let target = store::target(db, &row.slug, &row.starts_local).await?;
        let has_begun = target.is_none_or(|target| target.starts_at <= now.as_microsecond());
        // Who waits for another date, too, may still leave.
        let is_waiting =
            stored::<RegistrationStatus>(&row.status)? == RegistrationStatus::Waitlisted;
        if has_begun && !(is_waiting && waits_for.len() > 1) {
            return Err(refused(Code::Past));
        }
        let position = match whose {
            GiveBack::One(position) => Some(position),
            GiveBack::All => None,
        };
        let mut tx = db.begin().await?;
        let held = Held::hold(&mut tx, organisation, id, now).await?;
        let happening = |left| match left {
            0 => Happening::GiveBackAll,
            _ => Happening::GiveBackSome,
        };
        let Some((transition, people)) = held.free(&mut tx, position, happening).await? else {
            return Ok(());
        };
        held.tell(&mut tx, &transition, who, &format!("attendees={people}")).await?;
        tx.commit().await?;
        self.was_changed();
        self.offer_on(organisation, held.date, &waits_for).await;
        Ok(())
    }
}
