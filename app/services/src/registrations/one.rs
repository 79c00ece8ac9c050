//! One registration, as those see it who hold the event: who, what was mailed, what was done.

use domain::accounts::{Action, Actor};
use domain::events::TicketKind;
use domain::ids::{OrganisationId, Reference, RegistrationId};
use domain::invalid::{Code, Field, Invalid};
use domain::language::Language;
use domain::registrations::RegistrationStatus;
use domain::registrations::tags::TagSet;
use domain::text::Email;
use jiff::Timestamp;
use jiff::civil::DateTime;

use super::act::act;
use super::list::{PlaceState, local, may};
use super::notes::Note;
use super::store::one as store;
use super::store::{RegistrationRow, revise};
use super::{GiveBack, Registrations, refused};
use crate::Error;
use crate::audit::{Who, record};
use crate::events::own::OwnEvent;
use crate::events::{stored, time};
use crate::mail::{self, Kind};

/// A registration with everything that is known of it.
#[derive(Debug, Clone)]
pub struct OwnRegistration {
    /// Its code.
    pub reference: Reference,
    /// Its state.
    pub status: RegistrationStatus,
    /// The contact person's name.
    pub contact_name: String,
    /// The contact person's mail address.
    pub contact_email: String,
    /// The language of their mails.
    pub language: Language,
    /// The date: when it begins, on the clock of its zone.
    pub date: DateTime,
    /// Its tags.
    pub tags: TagSet,
    /// Everyone it was made for.
    pub people: Vec<OwnPerson>,
    /// The mails about it, the first first.
    pub mails: Vec<OwnMail>,
    /// What was done to it, the first first.
    pub history: Vec<Done>,
    /// What organisers wrote down, the first first.
    pub notes: Vec<Note>,
}

/// An attendee of a registration.
#[derive(Debug, Clone)]
pub struct OwnPerson {
    /// The place in the registration, from 0.
    pub position: i64,
    /// The name.
    pub name: String,
    /// In which capacity they come.
    pub kind: TicketKind,
    /// Whether they still come.
    pub state: PlaceState,
    /// Since when they are here.
    pub here_since: Option<Timestamp>,
}

/// A mail about a registration.
#[derive(Debug, Clone)]
pub struct OwnMail {
    /// What it tells.
    pub kind: Kind,
    /// `pending`, `sending`, `sent` or `dead`.
    pub status: String,
    /// How often it was tried.
    pub attempts: i64,
    /// Why it was not sent, in the words of whoever refused it.
    pub reason: Option<String>,
    /// When it was queued, or its end.
    pub at: Timestamp,
}

/// Something that was done.
#[derive(Debug, Clone)]
pub struct Done {
    /// When.
    pub at: Timestamp,
    /// By whom.
    pub by: Who,
    /// What: the code of a verb.
    pub action: String,
    /// Whom it concerns; none for the registration.
    pub name: Option<String>,
}

impl Registrations {
    /// The registration with this reference.
    ///
    /// # Errors
    /// `NotFound` if the event has none; else as `authorize` says.
    pub async fn own(
        &self,
        actor: &Actor,
        event: &OwnEvent,
        reference: &str,
    ) -> Result<OwnRegistration, Error> {
        may(actor, Action::SeeRegistrations, event)?;
        let row = self.own_row(event, reference).await?;
        let (db, ids) = (&self.context.db, (row.organisation_id, row.id));
        let people = store::people(db, ids.0, ids.1).await?;
        let mails = store::mails(db, ids.0, ids.1).await?;
        Ok(OwnRegistration {
            tags: TagSet(people.first().map_or(0, |person| person.tags)),
            people: people.into_iter().map(person).collect::<Result<_, _>>()?,
            mails: mails.into_iter().map(own_mail).collect::<Result<_, _>>()?,
            history: self.history(ids.0, ids.1).await?,
            notes: self.notes(ids.0, ids.1).await?,
            status: stored(&row.status)?,
            language: stored(&row.language)?,
            date: local(&row.starts_local)?,
            reference: Reference::from_stored(row.reference),
            contact_name: row.contact_name,
            contact_email: row.contact_email,
        })
    }

    async fn history(
        &self,
        organisation: uuid::Uuid,
        registration: uuid::Uuid,
    ) -> Result<Vec<Done>, Error> {
        let rows = store::history(&self.context.db, organisation, registration).await?;
        let done = |row: store::ActRow| {
            let by = Who::of(&row.actor, row.email);
            Ok(Done { at: time(row.at)?, by, action: row.action, name: row.name })
        };
        rows.into_iter().map(done).collect()
    }

    /// Gives places back for those who cannot do it themselves, by the same rules; they get the
    /// same mail.
    ///
    /// # Errors
    /// `Invalid` once the date has begun; `NotFound` if the event has no such registration; else as
    /// `authorize` says.
    pub async fn give_back_for(
        &self,
        actor: &Actor,
        event: &OwnEvent,
        reference: &str,
        whose: GiveBack,
    ) -> Result<(), Error> {
        may(actor, Action::ChangeRegistrations, event)?;
        let row = self.own_row(event, reference).await?;
        self.give_back_of(row, whose, actor.account.0.to_string()).await
    }

    /// Sends the ticket again, as things are now: a new revision of the registration, with its mail
    /// and its place in the record, as each revision has.
    ///
    /// # Errors
    /// `Invalid` if nobody in it comes any more, while a mail is on its way, or after many in a
    /// short time; `NotFound` if the event has no such registration; else as `authorize` says.
    pub async fn send_again(
        &self,
        actor: &Actor,
        event: &OwnEvent,
        reference: &str,
    ) -> Result<(), Error> {
        may(actor, Action::ChangeRegistrations, event)?;
        let row = self.own_row(event, reference).await?;
        let email = Email::parse(&row.contact_email)
            .map_err(|code| Error::Invalid(vec![Invalid::new(Field::Form, code)]))?;
        if !self.senders.may_send(&email) {
            return Err(refused(Code::TooOften));
        }
        let (organisation, id) = (OrganisationId(row.organisation_id), RegistrationId(row.id));
        let now = self.context.clock.now();
        let mut tx = self.context.db.begin().await?;
        let revision = revise(&mut tx, organisation, id, now.as_microsecond()).await?;
        // From here on nobody else changes it: dropping the transaction undoes the revision.
        let state = store::state(&mut tx, organisation, id).await?;
        if stored::<RegistrationStatus>(&state.status)? != RegistrationStatus::Confirmed {
            return Err(refused(Code::NotComing));
        }
        if state.mails_under_way > 0 {
            return Err(refused(Code::MailUnderWay));
        }
        mail::enqueue(&mut tx, organisation, id, Kind::Confirmed, revision, now).await?;
        let (who, detail) = (actor.account.0.to_string(), format!("revision={revision}"));
        record(&mut tx, act(&who, organisation, id, now, "send-again", detail)).await?;
        tx.commit().await?;
        self.senders.sent(&email);
        self.context.mail_queued.notify_one();
        Ok(())
    }

    /// The registration with this reference, if it is this event's.
    pub(super) async fn own_row(
        &self,
        event: &OwnEvent,
        reference: &str,
    ) -> Result<RegistrationRow, Error> {
        let (db, organisation) = (&self.context.db, event.organisation.id);
        let row = store::by_reference(db, organisation, event.id, reference).await?;
        row.ok_or(Error::NotFound)
    }
}

fn person(row: store::OnePersonRow) -> Result<OwnPerson, Error> {
    Ok(OwnPerson {
        position: row.position,
        name: row.name,
        kind: stored(&row.kind)?,
        state: match row.cancelled_at {
            None => PlaceState::Coming,
            Some(_) => PlaceState::GivenBack,
        },
        here_since: row.checked_in_at.map(time).transpose()?,
    })
}

fn own_mail(row: store::MailRow) -> Result<OwnMail, Error> {
    Ok(OwnMail {
        kind: stored(&row.kind)?,
        status: row.status,
        attempts: row.attempts,
        reason: row.reason,
        at: time(row.done_at.unwrap_or(row.created_at))?,
    })
}
