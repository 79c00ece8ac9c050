//! Writing events: one file for each section of the editor.
//!
//! Every form carries the version of the event that it was made from ([`Target`]). A save begins
//! with the guarded UPDATE that makes the next version: it refuses a form that others were faster
//! than ([`Error::Conflict`], nothing is changed), and on PostgreSQL it locks the event's row, so
//! that saves of one event queue. It ends with a snapshot of what the event is now, an audit row and
//! the commit. Registrations do not touch the event's row: what they share with the editor are
//! counted places, where the guard stands in the UPDATE again; both take the date first, then its
//! ticket types.

mod dates;
mod due;
mod facts;
mod history;
mod picture;
mod place;
mod publication;
mod questions;
mod rules;
mod start;
mod texts;
mod tickets;
mod told;
mod written;

pub use dates::DateChange;
pub use due::FailedPlan;
pub use history::{Change, Field, Value, Version};
pub use picture::WrittenPicture;
pub use place::WrittenPlace;
pub use publication::{WrittenPlan, WrittenPublication};
pub use questions::QuestionChange;
pub use rules::{WrittenRules, WrittenWindow};
pub(crate) use told::Told;
pub use written::{Written, WrittenDate, WrittenText};

use domain::accounts::{Action, Actor, authorize};
use domain::events::drafts::Section;
use domain::events::{EventStatus, Missing};
use domain::ids::{AccountId, EventId, OccurrenceId, OrganisationId};
use domain::invalid::Invalid;
use domain::language::Language;
use jiff::Timestamp;

use super::own::{OwnDate, OwnEvent};
use super::{Events, store};
use crate::Error;
use crate::audit::{Act, record};
use crate::db::Tx;
use crate::mail;

/// Which event is changed, by whom, and as of which version.
#[derive(Debug, Clone, Copy)]
pub struct Target<'a> {
    /// Who.
    pub actor: &'a Actor,
    /// The slug of the organisation.
    pub organisation: &'a str,
    /// The slug of the event.
    pub slug: &'a str,
    /// The version that the form was made from.
    pub version: i64,
    /// Whether those who registered are not to be written to, whatever changes for them.
    pub quiet: bool,
}

/// An event as its editors see it.
#[derive(Debug, Clone)]
pub struct Edited {
    /// Which.
    pub event: OwnEvent,
    /// Everything that editors change.
    pub written: Written,
    /// Its dates with the places that are taken, the first first.
    pub dates: Vec<OwnDate>,
    /// What has to be there before it is published.
    pub missing: Vec<Missing>,
    /// How many registrations would be told of a change, by the dates that are not over.
    pub to_tell: Vec<(OccurrenceId, i64)>,
}

/// A change that has begun: the event has its next version, and nobody else can change it.
struct Changing {
    tx: Tx,
    organisation: OrganisationId,
    event: EventId,
    status: EventStatus,
    by: AccountId,
    version: i64,
    now: Timestamp,
    /// What people who registered were told, if they are to be told what changes.
    told: Option<Told>,
}

impl Events {
    /// The event of this slug, for someone who may change it.
    ///
    /// # Errors
    /// `NotFound` and `Forbidden` as `authorize` says.
    pub async fn edited(
        &self,
        actor: &Actor,
        organisation: &str,
        slug: &str,
        language: Language,
    ) -> Result<Edited, Error> {
        let event = self.own(actor, organisation, slug, Action::EditEvents, language).await?;
        let rows = store::whole::rows_read(&self.context.db, event.organisation.id, event.id);
        let rows = rows.await?;
        let version = rows.event.version;
        let written = Written::from_rows(rows)?;
        let dates = self.own_dates(&event).await?;
        let now = self.context.clock.now();
        let missing = written.missing(now);
        let (db, id) = (&self.context.db, event.organisation.id);
        let to_tell = mail::notices::count(db, id, event.id, now).await?;
        Ok(Edited { event: OwnEvent { version, ..event }, written, dates, missing, to_tell })
    }

    /// Begins to change an event, if the one who asks may, what they typed passes, and nobody was
    /// faster.
    async fn begin<T>(
        &self,
        target: &Target<'_>,
        checked: Result<T, Vec<Invalid>>,
    ) -> Result<(Changing, T), Error> {
        let (db, now) = (&self.context.db, self.context.clock.now());
        let language = Language::English.code();
        let row = store::own::one(db, target.organisation, target.slug, language).await?;
        let row = row.ok_or(Error::NotFound)?;
        let (organisation, event) = row.ids();
        authorize(target.actor, Action::EditEvents, (organisation, event).into())?;
        let checked = checked.map_err(Error::Invalid)?;
        let mut tx = db.begin().await?;
        let (before, at) = (target.version, now.as_microsecond());
        if !store::update::raise(&mut tx, organisation, event, before, at).await? {
            return Err(Error::Conflict);
        }
        let (by, version) = (target.actor.account, before + 1);
        let status = super::stored(&row.status)?;
        let told = None;
        let mut changing = Changing { tx, organisation, event, status, by, version, now, told };
        if !target.quiet && status != EventStatus::Draft {
            changing.told = Some(Told::from(&changing.written().await?));
        }
        Ok((changing, checked))
    }

    /// Ends a change: what the event is now is kept beside what it was.
    async fn finish(
        &self,
        mut changing: Changing,
        section: Section,
        action: &'static str,
        detail: String,
    ) -> Result<(), Error> {
        let written = changing.keep(section).await?;
        changing.tell(&written).await?;
        let detail = match detail.as_str() {
            "" => format!("version={}", changing.version),
            detail => format!("version={} {detail}", changing.version),
        };
        let act = Act {
            organisation: changing.organisation,
            at: changing.now,
            actor: &changing.by.0.to_string(),
            action,
            object_kind: "event",
            object: changing.event.0,
            detail,
        };
        record(&mut changing.tx, act).await?;
        changing.tx.commit().await?;
        self.context.changed();
        Ok(())
    }
}

impl Changing {
    /// Everything that the event is at this point of the transaction.
    async fn written(&mut self) -> Result<Written, Error> {
        let rows = store::whole::rows(&mut self.tx, self.organisation, self.event).await?;
        Written::from_rows(rows)
    }

    async fn keep(&mut self, section: Section) -> Result<Written, Error> {
        let written = self.written().await?;
        let snapshot =
            serde_json::to_string(&written).map_err(|error| Error::Internal(error.into()))?;
        let new = store::versions::NewVersion {
            organisation: self.organisation,
            event: self.event,
            version: self.version,
            at: self.now.as_microsecond(),
            by: self.by,
            section: section.code(),
            snapshot: &snapshot,
        };
        store::versions::insert(&mut self.tx, &new).await?;
        Ok(written)
    }

    /// Queues a mail for everyone who registered for something that is not so any more.
    async fn tell(&mut self, after: &Written) -> Result<(), Error> {
        let Some(before) = self.told.take() else { return Ok(()) };
        let dates = before.changed(&Told::from(after));
        if dates.is_empty() {
            return Ok(());
        }
        let (of, before) = ((self.organisation, self.event), before.write()?);
        mail::notices::announce(&mut self.tx, of, &dates, &before, self.now).await?;
        Ok(())
    }

    /// Tells calendars that something that matters changed for every date.
    async fn revise_dates(&mut self) -> Result<(), Error> {
        let now = self.now.as_microsecond();
        store::update::revise_dates(&mut self.tx, self.organisation, self.event, now).await?;
        Ok(())
    }
}
