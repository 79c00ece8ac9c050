//! One part of what is done to many: a transaction, in the order in which everybody takes rows. The
//! registrations come first, then the dates in the order of their ids, then places and tags, and the
//! record last of all, because its chain is everybody's.

use std::collections::{BTreeMap, BTreeSet};

use domain::ids::{EventId, OccurrenceId, OrganisationId};
use domain::registrations::tags::TagName;
use jiff::Timestamp;
use uuid::Uuid;

use super::{BulkKind, Outcome, PART, store};
use crate::Error;
use crate::audit::{Act, record};
use crate::db::Tx;
use crate::events::stored;
use crate::registrations::Registrations;
use crate::registrations::store::bulk::lines::{self, LineDone};
use crate::registrations::store::bulk::{BulkRow, changes};
use crate::registrations::store::tags::{self, TagRow};
use crate::registrations::store::waits;

/// What a part knows while its lines are done.
pub(super) struct Part {
    pub tx: Tx,
    pub row: BulkRow,
    pub kind: BulkKind,
    /// Whether it is undone.
    pub is_undo: bool,
    pub now: Timestamp,
    /// The tag of the act; none if it is gone.
    pub tag: Option<TagRow>,
    /// Whether the event is announced.
    pub is_announced: bool,
    /// When the dates of the event begin.
    pub starts: BTreeMap<Uuid, i64>,
    /// What is to be recorded.
    pub acts: Vec<Recorded>,
}

/// An act on a registration that is to be recorded.
pub(super) struct Recorded {
    pub registration: Uuid,
    pub object_kind: &'static str,
    pub action: &'static str,
    pub detail: String,
}

impl Part {
    pub fn organisation(&self) -> OrganisationId {
        OrganisationId(self.row.organisation_id)
    }
}

impl Registrations {
    /// Does the next part of this, or undoes it. Does nothing if there is none.
    pub(super) async fn part(&self, organisation: Uuid, id: Uuid) -> Result<(), Error> {
        let tx = self.context.db.begin().await?;
        let Some(mut part) = self.opened(tx, organisation, id).await? else { return Ok(()) };
        let (tx, is_undo) = (&mut part.tx, part.is_undo);
        let lines = lines::next(tx, organisation, id, is_undo, PART).await?;
        part.hold(&lines).await?;
        for line in &lines {
            let done = part.change(line).await?;
            let (tx, registration) = (&mut part.tx, line.registration_id);
            if is_undo {
                lines::set_undone(tx, organisation, id, registration, done).await?;
            } else {
                lines::set_done(tx, organisation, id, registration, done).await?;
            }
        }
        let is_last = i64::try_from(lines.len()).unwrap_or(PART) < PART;
        let now = part.now.as_microsecond();
        if is_last {
            store::finish(&mut part.tx, OrganisationId(organisation), id, now).await?;
        }
        part.record(is_last).await?;
        part.tx.commit().await?;
        self.context.changed();
        self.context.mail_queued.notify_one();
        Ok(())
    }

    /// The part, if there is something to do.
    async fn opened(
        &self,
        mut tx: Tx,
        organisation: Uuid,
        id: Uuid,
    ) -> Result<Option<Part>, Error> {
        let row = store::hold(&mut tx, OrganisationId(organisation), id).await?;
        let row = row.ok_or(Error::NotFound)?;
        let is_undo = match row.state.as_str() {
            "running" => false,
            "undoing" => true,
            _ => return Ok(None),
        };
        let kind: BulkKind = stored(row.act.as_deref().unwrap_or_default())?;
        let (db, now) = (&self.context.db, self.context.clock.now());
        let event = EventId(row.event_id);
        let dates =
            crate::events::store::occurrences(db, OrganisationId(organisation), event).await?;
        let starts = dates.into_iter().map(|date| (date.id, date.starts_at)).collect();
        let (tag, is_announced, acts) = (None, false, Vec::new());
        Ok(Some(Part { tx, row, kind, is_undo, now, tag, is_announced, starts, acts }))
    }
}

impl Part {
    /// Takes the rows that the lines need, in the order that everybody keeps.
    async fn hold(&mut self, lines: &[lines::LineRow]) -> Result<(), Error> {
        let organisation = self.organisation();
        if matches!(self.kind, BulkKind::Cancel | BulkKind::Move) {
            let event = EventId(self.row.event_id);
            self.is_announced = changes::is_announced(&mut self.tx, organisation, event).await?;
            let before = lines.iter().map(|line| line.occurrence_id);
            let after = lines.iter().filter_map(|line| line.occurrence_before);
            let dates: BTreeSet<Uuid> = before.chain(after).chain(self.row.occurrence_id).collect();
            for date in dates {
                waits::hold_date(&mut self.tx, organisation, OccurrenceId(date)).await?;
            }
        }
        if let Some(name) = self.row.tag.as_deref().and_then(|name| TagName::parse(name).ok()) {
            let event = EventId(self.row.event_id);
            self.tag = tags::hold(&mut self.tx, organisation, event, &name.folded()).await?;
        }
        Ok(())
    }

    /// One act for each registration that was changed, and one for the whole at its end.
    async fn record(&mut self, is_last: bool) -> Result<(), Error> {
        let (organisation, at) = (self.organisation(), self.now);
        let actor = self.row.account_id.to_string();
        for Recorded { registration, object_kind, action, detail } in std::mem::take(&mut self.acts)
        {
            let (actor, object) = (actor.as_str(), registration);
            let act = Act { organisation, at, actor, action, object_kind, object, detail };
            record(&mut self.tx, act).await?;
        }
        if is_last {
            let (kind, total, id) = (self.kind.code(), self.row.total, self.row.id);
            let act = Act {
                organisation,
                at,
                actor: &actor,
                action: if self.is_undo { "bulk-undo" } else { "bulk" },
                object_kind: "event",
                object: self.row.event_id,
                detail: format!("act={kind} registrations={total} bulk={id}"),
            };
            record(&mut self.tx, act).await?;
        }
        Ok(())
    }
}

/// A line that came to this, and was not revised.
pub(super) const fn came_to(outcome: Outcome) -> LineDone {
    LineDone { outcome: outcome.code(), revision: None, changed: 0, occurrence_before: None }
}
