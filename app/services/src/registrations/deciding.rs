//! What becomes of a registration that does not have its places for good: the address is confirmed,
//! an organiser says yes or no, an offer is accepted, a time runs out.

use domain::accounts::{Action, Actor};
use domain::events::choices::Confirms;
use domain::ids::{EventId, OccurrenceId, OrganisationId, RegistrationId};
use domain::invalid::{Code, Field};
use domain::registrations::states::Happening;
use domain::registrations::{RegistrationStatus, parse_reason};
use uuid::Uuid;

use super::act::{HOUSE, PARTICIPANT};
use super::list::may;
use super::states::Held;
use super::store::{self, RegistrationRow, states, waits};
use super::{Registrations, refused};
use crate::Error;
use crate::events::own::OwnEvent;
use crate::events::store::choices;
use crate::events::stored;
use crate::secrets::{AddressCode, ManageToken};

/// How many registrations are looked at in one go, when time runs out.
const AT_ONCE: i64 = 100;

/// What is decided about one registration.
#[derive(Debug, Clone)]
struct Decision {
    happening: Happening,
    who: String,
    /// Why, for those who are told no.
    reason: String,
}

impl Registrations {
    /// Confirms the address of whoever registered, by the code in the mail. Doing it again changes
    /// nothing.
    ///
    /// # Errors
    /// `NotFound` if there is no such registration or the code is not its own; `Invalid` if the time
    /// is over.
    pub async fn confirm_address(
        &self,
        token: &ManageToken,
        code: &AddressCode,
    ) -> Result<(), Error> {
        let row = self.behind(token).await?;
        if code.hash() != self.context.secrets.address_code(RegistrationId(row.id)).hash() {
            return Err(Error::NotFound);
        }
        if stored::<RegistrationStatus>(&row.status)? == RegistrationStatus::Confirmed {
            return Ok(());
        }
        self.decide(&row, Happening::ConfirmAddress, PARTICIPANT.to_owned(), String::new()).await
    }

    /// Accepts what is offered. Where the address has to be confirmed, the code in the mail does it.
    /// Doing it again changes nothing.
    ///
    /// # Errors
    /// `NotFound` if there is no such registration or the code is not its own; `Invalid` if the offer
    /// is over.
    pub async fn accept(
        &self,
        token: &ManageToken,
        code: Option<&AddressCode>,
    ) -> Result<(), Error> {
        let row = self.behind(token).await?;
        let (organisation, event) = (OrganisationId(row.organisation_id), EventId(row.event_id));
        let confirms =
            choices::choices(&self.context.db, organisation, event).await?.read()?.confirms;
        let own = self.context.secrets.address_code(RegistrationId(row.id));
        let is_own = code.is_some_and(|code| code.hash() == own.hash());
        if confirms == Confirms::Address && !is_own {
            return Err(Error::NotFound);
        }
        let status: RegistrationStatus = stored(&row.status)?;
        if matches!(status, RegistrationStatus::Confirmed | RegistrationStatus::PendingApproval) {
            return Ok(());
        }
        let happening = match confirms {
            Confirms::Approval => Happening::AcceptAsking,
            Confirms::AtOnce | Confirms::Address => Happening::Accept,
        };
        self.decide(&row, happening, PARTICIPANT.to_owned(), String::new()).await
    }

    /// An organiser says yes.
    ///
    /// # Errors
    /// `Invalid` if nothing is to be decided about it; `NotFound` if the event has no such
    /// registration; else as `authorize` says.
    pub async fn approve(
        &self,
        actor: &Actor,
        event: &OwnEvent,
        reference: &str,
    ) -> Result<(), Error> {
        may(actor, Action::ChangeRegistrations, event)?;
        let row = self.own_row(event, reference).await?;
        let who = actor.account.0.to_string();
        self.decide(&row, Happening::Approve, who, String::new()).await
    }

    /// An organiser says no, and why if they want to say it: the contact person reads it.
    ///
    /// # Errors
    /// `Invalid` if nothing is to be decided about it or the reason is too long; `NotFound` if the
    /// event has no such registration; else as `authorize` says.
    pub async fn decline(
        &self,
        actor: &Actor,
        event: &OwnEvent,
        reference: &str,
        reason: &str,
    ) -> Result<(), Error> {
        may(actor, Action::ChangeRegistrations, event)?;
        let reason = parse_reason(reason).map_err(|code| Error::refused(Field::Reason, code))?;
        let row = self.own_row(event, reference).await?;
        let who = actor.account.0.to_string();
        self.decide(&row, Happening::Decline, who, reason).await
    }

    /// The registration behind a manage link.
    async fn behind(&self, token: &ManageToken) -> Result<RegistrationRow, Error> {
        store::by_token(&self.context.db, &token.hash()).await?.ok_or(Error::NotFound)
    }

    async fn decide(
        &self,
        row: &RegistrationRow,
        happening: Happening,
        who: String,
        reason: String,
    ) -> Result<(), Error> {
        let (organisation, id) = (OrganisationId(row.organisation_id), RegistrationId(row.id));
        let decision = Decision { happening, who, reason };
        self.change(move |this| {
            let decision = decision.clone();
            async move { this.decide_once(organisation, id, &decision).await.map(drop) }
        })
        .await
    }

    /// Whether something was decided: not if a time ran out that did not.
    async fn decide_once(
        &self,
        organisation: OrganisationId,
        id: RegistrationId,
        decision: &Decision,
    ) -> Result<bool, Error> {
        let (db, now) = (&self.context.db, self.context.clock.now());
        let waits_for = waits::dates(db, organisation, id).await?;
        let mut tx = db.begin().await?;
        let held = Held::hold(&mut tx, organisation, id, now).await?;
        let happening = decision.happening;
        let transition = match happening {
            Happening::Expire | Happening::Decline => {
                let is_early = held.status.runs_out() && !held.has_run_out();
                if happening == Happening::Expire && (is_early || held.status.is_over()) {
                    return Ok(false);
                }
                let gone = held.free(&mut tx, None, |_| happening).await?;
                let Some((transition, _)) = gone else { return Err(refused(Code::StateChanged)) };
                transition
            }
            // What ran out a moment ago is over, whether or not somebody wrote it down.
            _ if held.has_run_out() => return Err(refused(Code::StateChanged)),
            _ => held.enter(&mut tx, happening, None).await?,
        };
        if !decision.reason.is_empty() {
            states::set_reason(&mut tx, organisation, id, &decision.reason).await?;
        }
        held.tell(&mut tx, &transition, &decision.who, "").await?;
        tx.commit().await?;
        self.was_changed();
        if transition.to.is_over() {
            self.offer_on(organisation, held.date, &waits_for).await;
        }
        Ok(true)
    }

    /// Ends what ran out, on this date or on all.
    pub(super) async fn run_out(&self, date: Option<Uuid>) -> Result<u64, Error> {
        let (db, now) = (&self.context.db, self.context.clock.now().as_microsecond());
        let mut rows = states::run_out(db, now, date, AT_ONCE).await?;
        if date.is_none() {
            rows.extend(waits::over(db, now, AT_ONCE).await?);
        }
        let mut ended = 0;
        for row in rows {
            let (organisation, id) = (OrganisationId(row.organisation_id), RegistrationId(row.id));
            let decision = Decision {
                happening: Happening::Expire,
                who: HOUSE.to_owned(),
                reason: String::new(),
            };
            let done = self.change(move |this| {
                let decision = decision.clone();
                async move { this.decide_once(organisation, id, &decision).await }
            });
            match done.await {
                Ok(done) => ended += u64::from(done),
                // Confirmed or cancelled a moment ago.
                Err(Error::Invalid(_)) => {}
                Err(error) => return Err(error),
            }
        }
        Ok(ended)
    }

    /// Offers places on the date of a registration that was changed, and on those that it waited
    /// for. What goes wrong here is done later, by the worker.
    pub(super) async fn offer_on(
        &self,
        organisation: OrganisationId,
        date: OccurrenceId,
        waits_for: &[Uuid],
    ) {
        let others = waits_for.iter().filter(|other| **other != date.0).map(|id| OccurrenceId(*id));
        for date in std::iter::once(date).chain(others) {
            if let Err(error) = self.offer(organisation, date).await {
                tracing::warn!(%error, "places are offered later");
            }
        }
    }
}
