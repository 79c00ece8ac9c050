//! Registering by the public form: places at once, or a place in the queue.

use std::collections::BTreeSet;

use domain::events::choices::{Choices, Confirms};
use domain::events::{EventStatus, TicketKind};
use domain::ids::{EventId, OccurrenceId, OrganisationId, Reference, RegistrationId};
use domain::invalid::{Code, Field, Invalid};
use domain::registrations::states::{Happening, Transition, first};
use jiff::{SignedDuration, Timestamp};
use uuid::Uuid;

use super::act::{PARTICIPANT, act};
use super::store::places::Taker;
use super::store::{self, NewRegistration, waits};
use super::waitlist::ends;
use super::wanted::{Wanted, full_of_type, hash, tickets_open, write, write_rows};
use super::{ATTEMPTS, FULL, Registrations, Submission, may_succeed_again, refused};
use crate::Error;
use crate::audit::record;
use crate::db::Tx;
use crate::events::stored;
use crate::mail;
use crate::secrets::ManageToken;

/// What a new registration begins with besides what was typed.
struct Beginning {
    id: RegistrationId,
    token: ManageToken,
    reference: Reference,
    transition: Transition,
    now: Timestamp,
    until: Option<i64>,
}

impl Registrations {
    /// Registers the people of a form: places taken or waited for, mail queued, audit written, or
    /// nothing at all.
    ///
    /// # Errors
    /// `Invalid` with everything that is wrong at its field; `Busy` if the database did not answer
    /// in time.
    pub async fn register(&self, submission: Submission) -> Result<ManageToken, Error> {
        let this = self.clone();
        let task = tokio::spawn(async move { this.register_whole(&submission).await });
        task.await.map_err(|error| Error::Internal(error.into()))?
    }

    async fn register_whole(&self, submission: &Submission) -> Result<ManageToken, Error> {
        let db = &self.context.db;
        let date = submission.date.to_string();
        let target = store::target(db, &submission.slug, &date).await?;
        let target = target.ok_or_else(|| refused(Code::Unreadable))?;
        let (organisation, occurrence) = target.ids();
        let tickets = crate::events::store::tickets(db, organisation, occurrence).await?;
        // A draft answers as if it were not there, before anything else is said.
        if target.status == EventStatus::Draft.code() {
            return Err(refused(Code::Unreadable));
        }
        let offered: Vec<TicketKind> =
            tickets.iter().map(|ticket| stored(&ticket.kind)).collect::<Result<_, _>>()?;
        let request = submission.draft.check(&offered).map_err(Error::Invalid)?;
        let hash = hash(&request, submission.language);

        let wanted = Wanted { target: &target, tickets: &tickets, request: &request, hash: &hash };
        match self.register_new(submission, &wanted).await {
            Ok(token) => Ok(token),
            // Looked for only now: most forms are sent once. What was registered before stays so,
            // whatever has closed or filled up since.
            Err(error) => {
                db.settle().await?;
                match store::by_key(db, organisation, occurrence, submission.key).await? {
                    Some(earlier) => self.again(&earlier, &hash),
                    None => Err(error),
                }
            }
        }
    }

    async fn register_new(
        &self,
        submission: &Submission,
        wanted: &Wanted<'_>,
    ) -> Result<ManageToken, Error> {
        let choices = wanted.target.choices.read()?;
        let now = self.context.clock.now();
        let waits = match wanted.target.admission()?.open(now) {
            Ok(()) => false,
            Err(Code::Full) if choices.waitlist => true,
            Err(Code::Full) if self.freed_late(wanted, &choices).await? => false,
            Err(code) => return Err(refused(code)),
        };
        if i64::try_from(wanted.request.attendees.len()).unwrap_or(i64::MAX) > choices.people {
            return Err(Error::refused(Field::Attendees, Code::TooManyPeople));
        }
        tickets_open(wanted, now)?;
        let sender = &wanted.request.contact_email;
        if !self.senders.may_send(sender) {
            return Err(Error::Invalid(vec![Invalid::new(Field::ContactEmail, Code::TooOften)]));
        }
        let token = if waits {
            self.wait(submission, wanted).await?
        } else {
            self.take(submission, wanted, &choices).await?
        };
        self.senders.sent(sender);
        Ok(token)
    }

    /// Registers with places; where there are none, puts it in the queue if there is one.
    async fn take(
        &self,
        submission: &Submission,
        wanted: &Wanted<'_>,
        choices: &Choices,
    ) -> Result<ManageToken, Error> {
        let (mut attempt, mut looked) = (1, false);
        loop {
            let full = match self.register_once(submission, wanted, choices).await {
                Ok(token) => return Ok(token),
                Err(error) if attempt < ATTEMPTS && may_succeed_again(&error) => {
                    attempt += 1;
                    continue;
                }
                Err(Error::Invalid(invalid)) if is_full(&invalid) => invalid,
                Err(error) => return Err(error),
            };
            if !looked && self.freed_late(wanted, choices).await? {
                looked = true;
                continue;
            }
            if full != [FULL] {
                return if choices.waitlist {
                    self.wait(submission, wanted).await
                } else {
                    Err(Error::Invalid(full))
                };
            }
            return match self.why_closed(submission).await? {
                Code::Full if choices.waitlist => self.wait(submission, wanted).await,
                code => Err(refused(code)),
            };
        }
    }

    /// Whether places of this date are free because their time was over and nobody had noticed.
    async fn freed_late(&self, wanted: &Wanted<'_>, choices: &Choices) -> Result<bool, Error> {
        if choices.confirms != Confirms::Address && !choices.waitlist {
            return Ok(false);
        }
        Ok(self.run_out(Some(wanted.target.occurrence_id)).await? > 0)
    }

    /// Why places could not be taken: most often there are too few, but the date may also have
    /// begun or been cancelled since it was looked at.
    async fn why_closed(&self, submission: &Submission) -> Result<Code, Error> {
        let date = submission.date.to_string();
        let target = store::target(&self.context.db, &submission.slug, &date).await?;
        let admission = target.ok_or(Error::NotFound)?.admission()?;
        Ok(admission.open(self.context.clock.now()).err().unwrap_or(Code::Full))
    }

    fn begin(&self, happening: Happening) -> Result<Beginning, Error> {
        let id = RegistrationId(Uuid::now_v7());
        let transition = first(happening);
        Ok(Beginning {
            id,
            token: self.context.secrets.manage_token(id),
            reference: Reference::from_random(rand::random()),
            transition: transition.ok_or_else(|| anyhow::anyhow!("not in the table"))?,
            now: self.context.clock.now(),
            until: None,
        })
    }

    async fn register_once(
        &self,
        submission: &Submission,
        wanted: &Wanted<'_>,
        choices: &Choices,
    ) -> Result<ManageToken, Error> {
        let begin = self.begin(match choices.confirms {
            Confirms::AtOnce => Happening::Register,
            Confirms::Address => Happening::AskAddress,
            Confirms::Approval => Happening::AskApproval,
        })?;
        let hold = SignedDuration::from_mins(choices.hold_minutes);
        let until = match choices.confirms {
            Confirms::Address => Some(ends(begin.now, hold, wanted.target.starts_at)?),
            Confirms::AtOnce | Confirms::Approval => None,
        };
        let begin = Beginning { until, ..begin };
        let new_token = begin.token.hash();
        let new = begin.row(submission, wanted, &new_token);
        let mut tx = self.context.db.begin().await?;
        let taker = Taker { now: begin.now.as_microsecond(), is_organiser: false };
        write(&mut tx, wanted, &new, taker).await?;
        begin.finish(&mut tx, wanted).await?;
        tx.commit().await?;
        self.was_changed();
        Ok(begin.token)
    }

    /// Puts a registration in the queue of its date, and of the others that would do.
    async fn wait(
        &self,
        submission: &Submission,
        wanted: &Wanted<'_>,
    ) -> Result<ManageToken, Error> {
        if !submission.wish.partly {
            could_ever_fit(wanted)?;
        }
        let dates = self.dates(submission, wanted).await?;
        let mut attempt = 1;
        loop {
            match self.wait_once(submission, wanted, &dates).await {
                Err(error) if attempt < ATTEMPTS && may_succeed_again(&error) => attempt += 1,
                Err(Error::Invalid(invalid)) if invalid == [FULL] => {
                    return Err(refused(self.why_closed(submission).await?));
                }
                result => return result,
            }
        }
    }

    /// The dates that would do, in the order in which their rows are taken.
    async fn dates(
        &self,
        submission: &Submission,
        wanted: &Wanted<'_>,
    ) -> Result<BTreeSet<Uuid>, Error> {
        let mut dates = BTreeSet::from([wanted.target.occurrence_id]);
        for date in &submission.wish.also {
            let date = date.to_string();
            let other = store::target(&self.context.db, &submission.slug, &date).await?;
            dates.extend(other.map(|other| other.occurrence_id));
        }
        Ok(dates)
    }

    async fn wait_once(
        &self,
        submission: &Submission,
        wanted: &Wanted<'_>,
        dates: &BTreeSet<Uuid>,
    ) -> Result<ManageToken, Error> {
        let (organisation, occurrence) = wanted.target.ids();
        let event = (organisation, EventId(wanted.target.event_id));
        let begin = self.begin(Happening::Wait)?;
        let new_token = begin.token.hash();
        let partly = submission.wish.partly && wanted.request.attendees.len() > 1;
        let new = NewRegistration { partly, ..begin.row(submission, wanted, &new_token) };
        let mut tx = self.context.db.begin().await?;
        let mut joined = Vec::new();
        for date in dates {
            if waits::join(&mut tx, event, OccurrenceId(*date), new.at).await? {
                joined.push(*date);
            } else if *date == occurrence.0 {
                return Err(Error::Invalid(vec![FULL]));
            }
        }
        write_rows(&mut tx, wanted, &new).await?;
        for date in &joined {
            let date = OccurrenceId(*date);
            waits::insert(&mut tx, organisation, begin.id, date, new.at).await?;
        }
        begin.finish(&mut tx, wanted).await?;
        tx.commit().await?;
        self.was_changed();
        // Something may have come free, and nobody before them may have use for it.
        self.offer_on(organisation, occurrence, &joined).await;
        Ok(begin.token)
    }

    /// The answer that the form got before.
    fn again(&self, earlier: &store::Earlier, hash: &[u8]) -> Result<ManageToken, Error> {
        if earlier.request_hash == hash {
            Ok(self.context.secrets.manage_token(RegistrationId(earlier.id)))
        } else {
            Err(refused(Code::Reused))
        }
    }
}

impl Beginning {
    fn row<'a>(
        &'a self,
        submission: &'a Submission,
        wanted: &Wanted<'a>,
        token_hash: &'a [u8],
    ) -> NewRegistration<'a> {
        let (organisation, occurrence) = wanted.target.ids();
        NewRegistration {
            organisation,
            id: self.id,
            event: wanted.target.event_id,
            occurrence,
            reference: self.reference.as_str(),
            contact_name: wanted.request.contact_name.as_str(),
            contact_email: wanted.request.contact_email.as_str(),
            language: submission.language.code(),
            key: submission.key,
            request_hash: wanted.hash,
            token_hash,
            at: self.now.as_microsecond(),
            source: None,
            status: self.transition.to,
            until: self.until,
            partly: false,
        }
    }

    /// Queues the mail and records it.
    async fn finish(&self, tx: &mut Tx, wanted: &Wanted<'_>) -> Result<(), Error> {
        let organisation = OrganisationId(wanted.target.organisation_id);
        if let Some(told) = self.transition.mail {
            mail::enqueue(tx, organisation, self.id, told.into(), 1, self.now).await?;
        }
        let detail = format!("attendees={}", wanted.request.attendees.len());
        let act = act(PARTICIPANT, organisation, self.id, self.now, self.transition.act, detail);
        record(tx, act).await?;
        Ok(())
    }
}

/// Who asks for more than there is at all would wait for ever.
fn could_ever_fit(wanted: &Wanted<'_>) -> Result<(), Error> {
    let places = wanted.request.places();
    if places.values().sum::<i64>() > wanted.target.capacity {
        return Err(refused(Code::Full));
    }
    for ticket in wanted.tickets {
        let kind: TicketKind = stored(&ticket.kind)?;
        let asked = places.get(&kind).copied().unwrap_or(0);
        if ticket.capacity.is_some_and(|capacity| asked > capacity) {
            return Err(Error::Invalid(full_of_type(wanted.request, kind)));
        }
    }
    Ok(())
}

/// Whether nothing is wrong but that there are too few places.
fn is_full(invalid: &[Invalid]) -> bool {
    invalid == [FULL] || invalid.iter().all(|one| one.code == Code::TicketFull)
}
