//! An organiser registers people for someone: on the telephone, at the door.
//!
//! The rules are those of the form, and so are the places: nobody is put above what is there. Two
//! things are different: a date is open until it ends, for those who come without a registration,
//! and the contact person need not get a mail.

use domain::accounts::{Action, Actor};
use domain::events::rules::Window;
use domain::events::{Admission, TicketKind};
use domain::ids::{Reference, RegistrationId};
use domain::invalid::{Code, Field};
use domain::language::Language;
use domain::registrations::{Draft, Request};
use jiff::Timestamp;
use jiff::civil::DateTime;
use uuid::Uuid;

use super::act::act;
use super::answers::Checked;
use super::list::may;
use super::store::places::Taker;
use super::store::{self, NewRegistration, TargetRow};
use super::{ATTEMPTS, FULL, Registrations, Wanted, hash, may_succeed_again, refused, write};
use crate::Error;
use crate::audit::record;
use crate::events::own::OwnEvent;
use crate::events::{stored, time};
use crate::mail::{self, Kind};
use crate::secrets::ManageToken;

/// What an organiser typed.
#[derive(Debug, Clone)]
pub struct ByHand {
    /// Which date: when it begins, on the clock of its zone.
    pub date: Option<DateTime>,
    /// Makes sending the form twice the same as once.
    pub key: Uuid,
    /// The language of the mails.
    pub language: Option<Language>,
    /// Whether the contact person gets the ticket.
    pub mail: bool,
    /// Who comes.
    pub draft: Draft,
}

impl Registrations {
    /// Registers people for someone: the code of the registration.
    ///
    /// # Errors
    /// `Invalid` with everything that is wrong at its field; else as `authorize` says.
    pub async fn add_by_hand(
        &self,
        actor: &Actor,
        event: &OwnEvent,
        by_hand: ByHand,
    ) -> Result<Reference, Error> {
        may(actor, Action::ChangeRegistrations, event)?;
        let (this, actor, slug) = (self.clone(), actor.clone(), event.slug.clone());
        let task = tokio::spawn(async move { this.add_whole(&actor, &slug, &by_hand).await });
        task.await.map_err(|error| Error::Internal(error.into()))?
    }

    async fn add_whole(
        &self,
        actor: &Actor,
        slug: &str,
        by_hand: &ByHand,
    ) -> Result<Reference, Error> {
        let db = &self.context.db;
        let date = by_hand.date.ok_or_else(|| Error::refused(Field::AddedDate, Code::Required))?;
        let target = store::target(db, slug, &date.to_string()).await?;
        let target = target.ok_or_else(|| Error::refused(Field::AddedDate, Code::UnknownChoice))?;
        let language = by_hand.language;
        let language =
            language.ok_or_else(|| Error::refused(Field::AddedLanguage, Code::Required))?;
        let (organisation, occurrence) = target.ids();
        let tickets = crate::events::store::tickets(db, organisation, occurrence).await?;
        let offered: Vec<TicketKind> =
            tickets.iter().map(|ticket| stored(&ticket.kind)).collect::<Result<_, _>>()?;
        let request = by_hand.draft.check(&offered).map_err(Error::Invalid)?;
        let hash = hash(&request, language);
        // What is asked, they answer themselves, by the link of their mail.
        let answers = Checked::none(&self.context.secrets);
        let wanted = Wanted {
            target: &target,
            tickets: &tickets,
            request: &request,
            hash: &hash,
            answers: &answers,
        };
        let added = Added { wanted, by_hand, language, who: actor.account.0.to_string() };
        let mut attempt = 1;
        let result = loop {
            match self.add_once(&added).await {
                Err(error) if attempt < ATTEMPTS && may_succeed_again(&error) => attempt += 1,
                result => break result,
            }
        };
        match result {
            Ok(reference) => Ok(reference),
            Err(error) => self.added_before(&target, by_hand.key, &hash).await?.ok_or(error),
        }
    }

    /// The code of what the same form added before.
    async fn added_before(
        &self,
        target: &TargetRow,
        key: Uuid,
        hash: &[u8],
    ) -> Result<Option<Reference>, Error> {
        let (organisation, occurrence) = target.ids();
        let db = &self.context.db;
        let earlier = store::by_key(db, organisation, occurrence, key).await?;
        let Some(earlier) = earlier else { return Ok(None) };
        if earlier.request_hash != hash {
            return Err(refused(Code::Reused));
        }
        let row = store::by_id(db, organisation, RegistrationId(earlier.id)).await?;
        Ok(row.map(|row| Reference::from_stored(row.reference)))
    }

    async fn add_once(&self, added: &Added<'_>) -> Result<Reference, Error> {
        let wanted = &added.wanted;
        let (organisation, occurrence) = wanted.target.ids();
        let now = self.context.clock.now();
        let open_at = self.open_at(wanted.target, now).await?;
        let id = RegistrationId(Uuid::now_v7());
        let token: ManageToken = self.context.secrets.manage_token(id);
        let reference = Reference::from_random(rand::random());
        let request: &Request = wanted.request;
        let new = NewRegistration {
            organisation,
            id,
            event: wanted.target.event_id,
            occurrence,
            reference: reference.as_str(),
            contact_name: request.contact_name.as_str(),
            contact_email: request.contact_email.as_str(),
            language: added.language.code(),
            key: added.by_hand.key,
            request_hash: wanted.hash,
            token_hash: &token.hash(),
            at: now.as_microsecond(),
            source: Some("hand"),
        };
        let mut tx = self.context.db.begin().await?;
        let taker = Taker { now: open_at.as_microsecond(), is_organiser: true };
        match write(&mut tx, wanted, &new, taker).await {
            Err(Error::Invalid(invalid)) if invalid == [FULL] => {
                return Err(Error::refused(Field::AddedDate, Code::Full));
            }
            result => result?,
        }
        if added.by_hand.mail {
            mail::enqueue(&mut tx, organisation, id, Kind::Confirmed, 1, now).await?;
        }
        let detail = format!("attendees={} mail={}", request.attendees.len(), added.by_hand.mail);
        record(&mut tx, act(&added.who, organisation, id, now, "add", detail)).await?;
        tx.commit().await?;
        self.context.changed();
        self.context.mail_queued.notify_one();
        Ok(reference)
    }

    /// The time by which the date is open: now, or while it lasts the moment before it began.
    async fn open_at(&self, target: &TargetRow, now: Timestamp) -> Result<Timestamp, Error> {
        let (organisation, occurrence) = target.ids();
        let event = domain::ids::EventId(target.event_id);
        let db = &self.context.db;
        let dates = crate::events::store::occurrences(db, organisation, event).await?;
        let ends_at = dates.iter().find(|date| date.id == occurrence.0).map(|date| date.ends_at);
        let lasts = ends_at.is_some_and(|ends_at| now.as_microsecond() < ends_at);
        let before = time(target.starts_at - 1)?;
        let open_at = if lasts { now.min(before) } else { now };
        // From when until when one registers is for participants.
        let admission = Admission { window: Window::default(), ..target.admission()? };
        admission.open(open_at).map_err(|code| Error::refused(Field::AddedDate, code))?;
        Ok(open_at)
    }
}

/// What is to be added, and by whom.
struct Added<'a> {
    wanted: Wanted<'a>,
    by_hand: &'a ByHand,
    language: Language,
    who: String,
}
