//! What is done to many registrations at once: chosen first, decided next, done a part at a time,
//! and for ten minutes undone.
//!
//! Who was chosen is written down, so that nobody slips in or out between the look and the act. A
//! part ([`PART`] registrations) is a transaction of its own: one that is as long as a list of
//! 50,000 would keep everybody else from registering. The first part is done at once; a worker does
//! the others, after a restart too. Every line is done whole or not at all, and says why not.

mod change;
mod part;

use domain::accounts::{Action, Actor};
use domain::events::EventStatus;
use domain::ids::{OccurrenceId, Reference};
use domain::invalid::{Code, Field};
pub use domain::registrations::bulk::{BulkKind, BulkState, Outcome};
use domain::registrations::letters::Letter;
use domain::registrations::tags::TagName;
use jiff::civil::DateTime;
use jiff::{SignedDuration, Timestamp};
use uuid::Uuid;

use super::check_in::Who;
use super::list::{Filter, local, may};
use super::store::bulk::{self as store, BulkRow, Decided, lines};
use super::{ATTEMPTS, Registrations};
use crate::Error;
use crate::events::own::OwnEvent;
use crate::events::{stored, time};

/// How many registrations are done in one transaction.
pub const PART: i64 = 500;

/// How long what was done can be undone.
pub const UNDO: SignedDuration = SignedDuration::from_mins(10);

/// How long a choice is kept with which nothing was done.
const CHOICE: SignedDuration = SignedDuration::from_hours(24);

/// How many lines to which it was not done a page tells one by one.
const TOLD: i64 = 200;

/// What is to be done.
#[derive(Debug, Clone)]
pub enum Bulk {
    /// Put this tag on, or take it off.
    Tag(String, super::tags::Tagging),
    /// Give the places back.
    Cancel,
    /// Move to the date that begins at this time.
    Move(Option<DateTime>),
    /// Send the letter that was written.
    Write,
}

/// Who is chosen.
#[derive(Debug, Clone)]
pub enum Choice {
    /// These attendees.
    These(Vec<Who>),
    /// Everyone whom a filter lets pass.
    Found(Filter),
}

/// What is done to many, as its page shows it.
#[derive(Debug, Clone)]
pub struct BulkPage {
    /// Its id.
    pub id: Uuid,
    /// How far it is.
    pub state: BulkState,
    /// What is done, if that is decided.
    pub kind: Option<BulkKind>,
    /// The tag of it.
    pub tag: Option<String>,
    /// The date of it.
    pub date: Option<OccurrenceId>,
    /// The letter of it, also while it is only thought of.
    pub letter: Option<Letter>,
    /// How many registrations were chosen.
    pub total: i64,
    /// How many of them came to what; when it is undone, what came of that.
    pub outcomes: Vec<(Outcome, i64)>,
    /// How many are still to come.
    pub waiting: i64,
    /// The first of those to which it was not done: reference, contact person, reason.
    pub refused: Vec<(Reference, String, Outcome)>,
    /// Until when it can be undone, if it can.
    pub undo_until: Option<Timestamp>,
    /// The contact person and date of the first who was chosen, to show a letter by.
    pub first: Option<(String, DateTime)>,
}

impl Registrations {
    /// Chooses registrations: the id of the choice.
    ///
    /// # Errors
    /// `Invalid` if nobody was chosen; else as `authorize` says.
    pub async fn choose(
        &self,
        actor: &Actor,
        event: &OwnEvent,
        choice: &Choice,
    ) -> Result<Uuid, Error> {
        may(actor, Action::ChangeRegistrations, event)?;
        let (organisation, id) = (event.organisation.id, Uuid::now_v7());
        let now = self.context.clock.now();
        let filter = match choice {
            Choice::Found(filter) => Some(self.stored_filter(filter, event, true).await?),
            Choice::These(_) => None,
        };
        let mut tx = self.context.db.begin().await?;
        store::forget(&mut tx, organisation, (now - CHOICE).as_microsecond()).await?;
        let (account, micros) = (actor.account.0, now.as_microsecond());
        store::insert(&mut tx, organisation, id, event.id, account, micros).await?;
        match (choice, filter) {
            (Choice::These(people), _) => {
                for (reference, positions) in by_registration(people) {
                    let of = (organisation, event.id);
                    lines::choose(&mut tx, of, id, &reference, positions).await?;
                }
            }
            (Choice::Found(_), Some(filter)) => lines::choose_found(&mut tx, &filter, id).await?,
            (Choice::Found(_), None) => {}
        }
        if store::count_in(&mut tx, organisation, id).await? == 0 {
            return Err(Error::refused(Field::Bulk, Code::NobodyChosen));
        }
        tx.commit().await?;
        Ok(id)
    }

    /// What is done to many registrations of this event.
    ///
    /// # Errors
    /// `NotFound` if the event has no such thing; else as `authorize` says.
    pub async fn bulk(&self, actor: &Actor, event: &OwnEvent, id: Uuid) -> Result<BulkPage, Error> {
        may(actor, Action::ChangeRegistrations, event)?;
        let (db, row) = (&self.context.db, self.bulk_row(event, id).await?);
        let state: BulkState = stored(&row.state)?;
        let is_undo = matches!(state, BulkState::Undoing | BulkState::Undone);
        let (mut outcomes, mut waiting) = (Vec::new(), 0);
        for (outcome, undone, count) in lines::counts(db, row.organisation_id, id).await? {
            let now = if is_undo { undone } else { outcome.clone() };
            match now {
                Some(code) => outcomes.push((stored::<Outcome>(&code)?, count)),
                // What was never done is not undone.
                None if is_undo && outcome.as_deref() != Some(Outcome::Done.code()) => {}
                None => waiting += count,
            }
        }
        let refused = lines::refused(db, row.organisation_id, id, TOLD).await?;
        let refused = refused.into_iter().map(|(reference, name, outcome)| {
            Ok((Reference::from_stored(reference), name, stored(&outcome)?))
        });
        let first = lines::first(db, row.organisation_id, id).await?;
        let first = first.map(|(name, starts)| Ok::<_, Error>((name, local(&starts)?)));
        Ok(BulkPage {
            id,
            state,
            kind: row.act.as_deref().map(stored).transpose()?,
            undo_until: self.undo_until(&row)?,
            letter: letter(&row),
            tag: row.tag,
            date: row.occurrence_id.map(OccurrenceId),
            total: row.total,
            outcomes,
            waiting,
            refused: refused.collect::<Result<_, Error>>()?,
            first: first.transpose()?,
        })
    }

    fn undo_until(&self, row: &BulkRow) -> Result<Option<Timestamp>, Error> {
        let is_undone_by_nothing = row.act.as_deref() == Some(BulkKind::Write.code());
        let (false, "done", Some(finished)) =
            (is_undone_by_nothing, row.state.as_str(), row.finished_at)
        else {
            return Ok(None);
        };
        let until = time(finished)? + UNDO;
        Ok((until >= self.context.clock.now()).then_some(until))
    }

    /// Writes what is to be sent to those who were chosen; it is shown before it is sent.
    ///
    /// # Errors
    /// `Invalid` if it is no letter; `NotFound` if there is no such choice; else as `authorize`
    /// says.
    pub async fn write_letter(
        &self,
        actor: &Actor,
        event: &OwnEvent,
        id: Uuid,
        (subject, text): (&str, &str),
    ) -> Result<(), Error> {
        may(actor, Action::ChangeRegistrations, event)?;
        let row = self.bulk_row(event, id).await?;
        let letter = Letter::parse(subject, text).map_err(Error::Invalid)?;
        let mut tx = self.context.db.begin().await?;
        let (subject, text) = (letter.subject(), letter.text());
        store::write_letter(&mut tx, event.organisation.id, row.id, subject, text).await?;
        tx.commit().await?;
        Ok(())
    }

    /// Does it: the first part at once, the others later. Doing it again changes nothing.
    ///
    /// # Errors
    /// `Invalid` if what it needs is missing or wrong; `NotFound` if there is no such choice; else
    /// as `authorize` says.
    pub async fn do_bulk(
        &self,
        actor: &Actor,
        event: &OwnEvent,
        id: Uuid,
        bulk: &Bulk,
    ) -> Result<(), Error> {
        may(actor, Action::ChangeRegistrations, event)?;
        let row = self.bulk_row(event, id).await?;
        let (mut tag, mut occurrence) = (None, None);
        let kind = match bulk {
            Bulk::Tag(text, tagging) => {
                let name = TagName::parse(text).map_err(|code| Error::refused(Field::Tag, code))?;
                tag = Some(name.as_str().to_owned());
                match tagging {
                    super::tags::Tagging::On => BulkKind::Tag,
                    super::tags::Tagging::Off => BulkKind::Untag,
                }
            }
            Bulk::Cancel => BulkKind::Cancel,
            Bulk::Move(date) => {
                occurrence = Some(self.open_date(event, *date).await?);
                BulkKind::Move
            }
            Bulk::Write if letter(&row).is_none() => {
                return Err(Error::refused(Field::LetterText, Code::Required));
            }
            Bulk::Write => BulkKind::Write,
        };
        let decided = Decided { act: kind.code(), tag: tag.as_deref(), occurrence };
        let mut tx = self.context.db.begin().await?;
        if kind == BulkKind::Tag
            && let Some(name) = &tag
        {
            // So that an event without room for the tag says so now, and not line by line.
            let (name, now) = (TagName::parse(name), self.context.clock.now());
            let name = name.map_err(|code| Error::refused(Field::Tag, code))?;
            let organisation = event.organisation.id;
            super::tags::held_or_made(&mut tx, organisation, event.id, &name, now).await?;
        }
        let is_new = store::decide(&mut tx, event.organisation.id, row.id, decided).await?;
        tx.commit().await?;
        if is_new { self.work_at_once(row.organisation_id, row.id).await } else { Ok(()) }
    }

    /// Undoes it, as far as that can be done: the first part at once, the others later.
    ///
    /// # Errors
    /// `Invalid` once it is too late; `NotFound` if there is no such thing; else as `authorize`
    /// says.
    pub async fn undo_bulk(&self, actor: &Actor, event: &OwnEvent, id: Uuid) -> Result<(), Error> {
        may(actor, Action::ChangeRegistrations, event)?;
        let row = self.bulk_row(event, id).await?;
        let since = (self.context.clock.now() - UNDO).as_microsecond();
        let mut tx = self.context.db.begin().await?;
        if !store::undo(&mut tx, event.organisation.id, row.id, since).await? {
            return Err(Error::refused(Field::Bulk, Code::Past));
        }
        tx.commit().await?;
        self.work_at_once(row.organisation_id, row.id).await
    }

    /// The next part of everything that was begun and is not finished; whether there was any. For a
    /// worker: two may do it at once.
    ///
    /// # Errors
    /// The database does not answer.
    pub async fn work_on_bulk(&self) -> Result<bool, Error> {
        let under_way = store::under_way(&self.context.db).await?;
        for (organisation, id) in &under_way {
            self.work(*organisation, *id).await?;
        }
        Ok(!under_way.is_empty())
    }

    /// The first part, for those who wait for an answer. What goes wrong with it goes on in the
    /// worker.
    async fn work_at_once(&self, organisation: Uuid, id: Uuid) -> Result<(), Error> {
        let this = self.clone();
        let task = tokio::spawn(async move { this.work(organisation, id).await });
        match task.await.map_err(|error| Error::Internal(error.into()))? {
            Err(error) if error.is_transient() => Ok(()),
            result => result,
        }
    }

    async fn work(&self, organisation: Uuid, id: Uuid) -> Result<(), Error> {
        let mut attempt = 1;
        loop {
            match self.part(organisation, id).await {
                Err(error) if attempt < ATTEMPTS && error.is_transient() => attempt += 1,
                result => return result,
            }
        }
    }

    async fn bulk_row(&self, event: &OwnEvent, id: Uuid) -> Result<BulkRow, Error> {
        let row = store::one(&self.context.db, event.organisation.id, event.id, id).await?;
        row.ok_or(Error::NotFound)
    }

    /// The date of the event that begins at this time, if one can register for it.
    async fn open_date(
        &self,
        event: &OwnEvent,
        date: Option<DateTime>,
    ) -> Result<OccurrenceId, Error> {
        let refused = |code| Error::refused(Field::MoveTo, code);
        let starts = date.ok_or_else(|| refused(Code::Required))?.to_string();
        let (db, organisation) = (&self.context.db, event.organisation.id);
        let dates = crate::events::store::occurrences(db, organisation, event.id).await?;
        let date = dates.into_iter().find(|date| date.starts_local == starts);
        let date = date.ok_or_else(|| refused(Code::UnknownChoice))?;
        if event.status != EventStatus::Published || date.cancelled_at.is_some() {
            return Err(refused(Code::Cancelled));
        }
        if date.starts_at <= self.context.clock.now().as_microsecond() {
            return Err(refused(Code::Past));
        }
        Ok(OccurrenceId(date.id))
    }
}

/// The letter of a row: it was checked when it was written.
fn letter(row: &BulkRow) -> Option<Letter> {
    Letter::parse(row.subject.as_deref()?, row.text.as_deref()?).ok()
}

/// The bits of the positions that were chosen, for each registration.
fn by_registration(people: &[Who]) -> std::collections::BTreeMap<String, i64> {
    let mut chosen = std::collections::BTreeMap::new();
    for who in people.iter().filter(|who| (0..62).contains(&who.position)) {
        *chosen.entry(who.reference.to_string()).or_default() |= 1 << who.position;
    }
    chosen
}
