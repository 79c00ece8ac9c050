//! What is done to one registration among many, and how it is undone: whole, or not at all.

use std::collections::BTreeMap;

use domain::events::TicketKind;
use domain::ids::{EventId, OccurrenceId, RegistrationId};
use domain::registrations::tags::TagSet;
use uuid::Uuid;

use super::part::{Part, Recorded, came_to};
use super::{BulkKind, Outcome};
use crate::Error;
use crate::events::stored;
use crate::mail::{self, Kind};
use crate::registrations::answers;
use crate::registrations::store::bulk::changes::{self, PersonRow};
use crate::registrations::store::bulk::lines::{LineDone, LineRow};
use crate::registrations::store::places::{self, Taker};
use crate::registrations::store::{self, tags};
use crate::registrations::tags::Tagging;

impl Part {
    /// Does to this registration what is done to all, or undoes it.
    pub(super) async fn change(&mut self, line: &LineRow) -> Result<LineDone, Error> {
        match (self.kind, self.is_undo) {
            (BulkKind::Tag, false) | (BulkKind::Untag, true) => self.tag(line, Tagging::On).await,
            (BulkKind::Untag, false) | (BulkKind::Tag, true) => self.tag(line, Tagging::Off).await,
            (BulkKind::Cancel, false) => self.cancel(line).await,
            (BulkKind::Cancel, true) => self.bring_back(line).await,
            (BulkKind::Move, false) => {
                let target = self.row.occurrence_id.unwrap_or(line.occurrence_id);
                self.move_to(line, target).await
            }
            (BulkKind::Move, true) if Some(line.occurrence_id) != self.row.occurrence_id => {
                Ok(came_to(Outcome::Changed))
            }
            (BulkKind::Move, true) => {
                self.move_to(line, line.occurrence_before.unwrap_or(line.occurrence_id)).await
            }
            (BulkKind::Write, _) => self.write(line).await,
        }
    }

    async fn tag(&mut self, line: &LineRow, tagging: Tagging) -> Result<LineDone, Error> {
        let Some(tag) = self.tag.clone() else { return Ok(came_to(Outcome::Nothing)) };
        let (organisation, id) = (self.organisation(), RegistrationId(line.registration_id));
        let bit = TagSet::of(tag.position).0;
        let is_changed = match tagging {
            Tagging::On => tags::put_on(&mut self.tx, organisation, id, bit).await?,
            Tagging::Off => tags::take_off(&mut self.tx, organisation, id, bit).await?,
        };
        if !is_changed {
            return Ok(came_to(Outcome::Nothing));
        }
        self.acts.push(Recorded {
            registration: line.registration_id,
            object_kind: "tags",
            action: tagging.action(),
            detail: format!("tag={} bulk={}", tag.id, self.row.id),
        });
        Ok(came_to(Outcome::Done))
    }

    /// Those who were chosen give their places back.
    async fn cancel(&mut self, line: &LineRow) -> Result<LineDone, Error> {
        let (organisation, id) = (self.organisation(), RegistrationId(line.registration_id));
        if self.has_begun(line.occurrence_id) {
            return Ok(came_to(Outcome::Past));
        }
        let mut leaving = self.people(line).await?;
        leaving.retain(|one| one.comes() && (line.positions >> one.position) & 1 == 1);
        if leaving.is_empty() {
            return Ok(came_to(Outcome::NotComing));
        }
        let micros = self.now.as_microsecond();
        let revision = store::revise(&mut self.tx, organisation, id, micros).await?;
        for one in &leaving {
            let position = Some(one.position);
            store::leave(&mut self.tx, organisation, id, revision, micros, position).await?;
        }
        let mut freed: Vec<Uuid> = leaving.iter().map(|one| one.ticket_type_id).collect();
        freed.sort_unstable();
        let occurrence = OccurrenceId(line.occurrence_id);
        places::release(&mut self.tx, organisation, occurrence, &freed).await?;
        let is_empty = store::cancel_if_empty(&mut self.tx, organisation, id).await?;
        let kind = if is_empty { Kind::Cancelled } else { Kind::Changed };
        let detail = format!("attendees={}", freed.len());
        let done = self.revised(line, (revision, kind), "give-back", &detail).await?;
        let changed = leaving.iter().fold(0, |bits, one| bits | (1 << one.position));
        Ok(LineDone { changed, ..done })
    }

    /// They come again, if there are places.
    async fn bring_back(&mut self, line: &LineRow) -> Result<LineDone, Error> {
        let (organisation, id) = (self.organisation(), RegistrationId(line.registration_id));
        if self.has_begun(line.occurrence_id) {
            return Ok(came_to(Outcome::Past));
        }
        let mut coming = self.people(line).await?;
        coming.retain(|one| {
            !one.comes()
                && one.cancelled_revision == line.revision
                && (line.changed >> one.position) & 1 == 1
        });
        if coming.is_empty() {
            return Ok(came_to(Outcome::Changed));
        }
        if let Err(outcome) = self.take(line.occurrence_id, &coming).await? {
            return Ok(came_to(outcome));
        }
        let micros = self.now.as_microsecond();
        let revision = store::revise(&mut self.tx, organisation, id, micros).await?;
        let positions: Vec<i64> = coming.iter().map(|one| one.position).collect();
        changes::bring_back(&mut self.tx, organisation, id, &positions).await?;
        let detail = format!("attendees={}", coming.len());
        self.revised(line, (revision, Kind::Confirmed), "bring-back", &detail).await
    }

    /// The whole registration moves to this date.
    async fn move_to(&mut self, line: &LineRow, target: Uuid) -> Result<LineDone, Error> {
        let (organisation, id) = (self.organisation(), RegistrationId(line.registration_id));
        if line.occurrence_id == target {
            return Ok(came_to(Outcome::Nothing));
        }
        if self.has_begun(line.occurrence_id) {
            return Ok(came_to(Outcome::Past));
        }
        let mut moving = self.people(line).await?;
        moving.retain(PersonRow::comes);
        if moving.is_empty() {
            return Ok(came_to(Outcome::NotComing));
        }
        if moving.iter().any(|one| one.checked_in_at.is_some()) {
            return Ok(came_to(Outcome::Here));
        }
        if let Err(outcome) = self.take(target, &moving).await? {
            return Ok(came_to(outcome));
        }
        let mut freed: Vec<Uuid> = moving.iter().map(|one| one.ticket_type_id).collect();
        freed.sort_unstable();
        let before = OccurrenceId(line.occurrence_id);
        places::release(&mut self.tx, organisation, before, &freed).await?;
        let micros = self.now.as_microsecond();
        let revision = store::revise(&mut self.tx, organisation, id, micros).await?;
        changes::to_date(&mut self.tx, organisation, id, OccurrenceId(target)).await?;
        let detail = format!("attendees={}", moving.len());
        let done = self.revised(line, (revision, Kind::Changed), "move", &detail).await?;
        Ok(LineDone { occurrence_before: Some(line.occurrence_id), ..done })
    }

    async fn write(&mut self, line: &LineRow) -> Result<LineDone, Error> {
        let (organisation, id) = (self.organisation(), RegistrationId(line.registration_id));
        if line.status != "confirmed" {
            return Ok(came_to(Outcome::NotComing));
        }
        let micros = self.now.as_microsecond();
        let revision = store::revise(&mut self.tx, organisation, id, micros).await?;
        self.revised(line, (revision, Kind::Changed), "write", "mail=letter").await
    }

    /// A revision is made: its mail is queued, and it will be recorded.
    async fn revised(
        &mut self,
        line: &LineRow,
        (revision, kind): (i64, Kind),
        action: &'static str,
        detail: &str,
    ) -> Result<LineDone, Error> {
        let (organisation, id) = (self.organisation(), RegistrationId(line.registration_id));
        answers::settle(&mut self.tx, organisation, id).await?;
        mail::enqueue(&mut self.tx, organisation, id, kind, revision, self.now).await?;
        self.acts.push(Recorded {
            registration: line.registration_id,
            object_kind: "registration",
            action,
            detail: format!("{detail} revision={revision} bulk={}", self.row.id),
        });
        Ok(LineDone { revision: Some(revision), ..came_to(Outcome::Done) })
    }

    /// Takes places on a date for these people: all of them, or none and why not.
    async fn take(
        &mut self,
        date: Uuid,
        people: &[PersonRow],
    ) -> Result<Result<(), Outcome>, Error> {
        let (organisation, date) = (self.organisation(), OccurrenceId(date));
        let count = i64::try_from(people.len()).unwrap_or(i64::MAX);
        let event = (organisation, EventId(self.row.event_id));
        let taker = Taker { now: self.now.as_microsecond(), is_organiser: true };
        if !self.is_announced {
            return Ok(Err(Outcome::Closed));
        }
        if !places::take_in_all(&mut self.tx, event, date, count, taker).await? {
            let is_over = self.has_begun(date.0);
            return Ok(Err(if is_over { Outcome::Past } else { Outcome::Full }));
        }
        // In the order of the form, as everybody takes them.
        let mut wanted: BTreeMap<TicketKind, (Uuid, i64)> = BTreeMap::new();
        for one in people {
            wanted.entry(stored(&one.kind)?).or_insert((one.ticket_type_id, 0)).1 += 1;
        }
        let mut taken = Vec::new();
        for of_type in wanted.into_values() {
            let ((ticket_type, count), tx) = (of_type, &mut self.tx);
            if !places::take_of_type(tx, organisation, date, ticket_type, count, taker).await? {
                break;
            }
            taken.push(of_type);
        }
        if taken.iter().map(|(_, count)| count).sum::<i64>() == count {
            return Ok(Ok(()));
        }
        places::put_back(&mut self.tx, organisation, date, count, &taken).await?;
        Ok(Err(Outcome::Full))
    }

    async fn people(&mut self, line: &LineRow) -> Result<Vec<PersonRow>, Error> {
        let (organisation, id) = (self.organisation(), RegistrationId(line.registration_id));
        Ok(changes::people(&mut self.tx, organisation, id).await?)
    }

    fn has_begun(&self, date: Uuid) -> bool {
        self.starts.get(&date).is_none_or(|starts| *starts <= self.now.as_microsecond())
    }
}
