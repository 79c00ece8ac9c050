//! Saying that somebody is here, and taking it back.
//!
//! A person is here once, however often and from however many doors it is said: the UPDATE that
//! writes it down is its own guard. Taking it back leaves both acts in the record.

use std::cmp::Ordering;

use domain::accounts::{Action, Actor};
use domain::events::TicketKind;
use domain::ids::{AttendeeId, Reference};
use domain::invalid::Code;
use domain::language::Language;
use domain::registrations::RegistrationStatus;
use icu::collator::options::CollatorOptions;
use icu::collator::{Collator, CollatorBorrowed};
use icu::locale::Locale;
use jiff::Timestamp;

use super::list::{Listed, PlaceState, may};
use super::store::check_in::{self as store, PersonRow};
use super::{Registrations, refused};
use crate::Error;
use crate::audit::{Act, record};
use crate::events::own::OwnEvent;
use crate::events::{stored, time};

/// An attendee by what is printed on the ticket.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Who {
    /// The registration's code.
    pub reference: Reference,
    /// The place in the registration.
    pub position: i64,
}

impl Who {
    /// As it stands in forms and addresses: `7QK3M-X9T2B.0`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (reference, position) = text.split_once('.')?;
        let is_letter = |c: char| c.is_ascii_alphanumeric() || c == '-';
        let is_reference = reference.len() == 11 && reference.chars().all(is_letter);
        let position = position.parse().ok().filter(|position| (0..1_000).contains(position))?;
        let reference = Reference::from_stored(reference.to_owned());
        is_reference.then_some(Self { reference, position })
    }
}

impl std::fmt::Display for Who {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "{}.{}", self.reference, self.position)
    }
}

/// An attendee at the door.
#[derive(Debug, Clone)]
pub struct Person {
    /// The name.
    pub name: String,
    /// In which capacity they come.
    pub kind: TicketKind,
    /// Whether they still come.
    pub state: PlaceState,
    /// Since when they are here.
    pub here_since: Option<Timestamp>,
}

/// What came of checking somebody in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CheckedIn {
    /// They are here from now on.
    Now,
    /// They were here already.
    Before,
}

impl Registrations {
    /// The attendee that this names.
    ///
    /// # Errors
    /// `NotFound` if the event has none; else as `authorize` says.
    pub async fn person(
        &self,
        actor: &Actor,
        event: &OwnEvent,
        who: &Who,
    ) -> Result<Person, Error> {
        may(actor, Action::SeeNames, event)?;
        let row = self.person_row(event, who).await?;
        Ok(Person {
            name: row.name,
            kind: stored(&row.kind)?,
            state: PlaceState::of(stored(&row.status)?, row.cancelled_at.is_some()),
            here_since: row.checked_in_at.map(time).transpose()?,
        })
    }

    /// Writes down that somebody is here.
    ///
    /// # Errors
    /// `Invalid` if they do not come (any more); `NotFound` if the event has no such attendee; else
    /// as `authorize` says.
    pub async fn check_in(
        &self,
        actor: &Actor,
        event: &OwnEvent,
        who: &Who,
    ) -> Result<CheckedIn, Error> {
        may(actor, Action::CheckIn, event)?;
        let row = self.person_row(event, who).await?;
        let status: RegistrationStatus = stored(&row.status)?;
        if row.cancelled_at.is_some() || status != RegistrationStatus::Confirmed {
            return Err(refused(Code::NotComing));
        }
        let (organisation, attendee) = (event.organisation.id, AttendeeId(row.id));
        let now = self.context.clock.now();
        let mut tx = self.context.db.begin().await?;
        let (micros, by) = (now.as_microsecond(), actor.account);
        if !store::check_in(&mut tx, organisation, attendee, micros, by).await? {
            drop(tx);
            self.context.db.settle().await?;
            // Another door was faster, or the place was given back a moment ago.
            let row = self.person_row(event, who).await?;
            return match row.checked_in_at {
                Some(_) => Ok(CheckedIn::Before),
                None => Err(refused(Code::NotComing)),
            };
        }
        record(&mut tx, of_attendee(actor, event, attendee, now, "check-in").act()).await?;
        tx.commit().await?;
        Ok(CheckedIn::Now)
    }

    /// Takes it back: they are not here. Doing it again changes nothing.
    ///
    /// # Errors
    /// `NotFound` if the event has no such attendee; else as `authorize` says.
    pub async fn undo_check_in(
        &self,
        actor: &Actor,
        event: &OwnEvent,
        who: &Who,
    ) -> Result<(), Error> {
        may(actor, Action::CheckIn, event)?;
        let attendee = AttendeeId(self.person_row(event, who).await?.id);
        let now = self.context.clock.now();
        let mut tx = self.context.db.begin().await?;
        if store::undo(&mut tx, event.organisation.id, attendee).await? {
            record(&mut tx, of_attendee(actor, event, attendee, now, "check-in-undo").act())
                .await?;
            tx.commit().await?;
        }
        Ok(())
    }

    async fn person_row(&self, event: &OwnEvent, who: &Who) -> Result<PersonRow, Error> {
        let (db, organisation) = (&self.context.db, event.organisation.id);
        let reference = who.reference.as_str();
        let row = store::person(db, organisation, event.id, reference, who.position).await?;
        row.ok_or(Error::NotFound)
    }
}

/// An act on an attendee, for the record.
struct OfAttendee<'a> {
    event: &'a OwnEvent,
    who: String,
    attendee: AttendeeId,
    at: Timestamp,
    action: &'a str,
}

fn of_attendee<'a>(
    actor: &Actor,
    event: &'a OwnEvent,
    attendee: AttendeeId,
    at: Timestamp,
    action: &'a str,
) -> OfAttendee<'a> {
    OfAttendee { event, who: actor.account.0.to_string(), attendee, at, action }
}

impl OfAttendee<'_> {
    fn act(&self) -> Act<'_> {
        Act {
            organisation: self.event.organisation.id,
            at: self.at,
            actor: &self.who,
            action: self.action,
            object_kind: "attendee",
            object: self.attendee.0,
            detail: String::new(),
        }
    }
}

/// Sorts by name as the readers of this language expect it.
pub(super) fn sort_by_name(listed: &mut [Listed], language: Language) {
    let collator = collator(language);
    listed.sort_by(|a, b| {
        let by_name = collator.as_ref().map_or(Ordering::Equal, |c| c.compare(&a.name, &b.name));
        by_name.then_with(|| a.reference.as_str().cmp(b.reference.as_str()))
    });
}

/// None where ICU has no data for the language: then the order of the database stays.
fn collator(language: Language) -> Option<CollatorBorrowed<'static>> {
    let locale: Locale = language.code().parse().ok()?;
    Collator::try_new((&locale).into(), CollatorOptions::default()).ok()
}
