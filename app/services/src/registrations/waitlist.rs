//! Waiting for places, and offering them: the rule is `domain::registrations::waitlist`.
//!
//! A registration waits for one date of its event or several. Each date counts how many wait for it
//! (`occurrences.waiting`), and while somebody does, nobody else takes what is free: the guarded
//! UPDATE of the places says so. Whatever frees places commits, and then looks at the queue of the
//! date in a transaction of its own, which holds the date's row. A process that dies in between
//! leaves a date with free places and people who wait: [`Registrations::work_on_states`] finds it.

use std::collections::{BTreeMap, BTreeSet};

use domain::events::TicketKind;
use domain::ids::{EventId, OccurrenceId, OrganisationId, RegistrationId};
use domain::registrations::states::Happening;
use domain::registrations::waitlist::{Room, Waiting, plan};
use jiff::civil::DateTime;
use jiff::{SignedDuration, Timestamp};
use uuid::Uuid;

use super::act::HOUSE;
use super::list::local;
use super::states::Held;
use super::store::bulk::changes;
use super::store::waits::{self, DateRow, PersonRow, TypeRow};
use super::store::{self, places};
use super::{ATTEMPTS, Registrations};
use crate::Error;
use crate::db::Tx;
use crate::events::store::choices;
use crate::events::stored;

/// How many registrations at the head of a queue are looked at.
const LOOKED_AT: i64 = 500;

/// How many dates are looked at in one go.
const DATES_AT_ONCE: i64 = 100;

/// Where a registration stands in the queue of a date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Position {
    /// The date: when it begins, on the clock of its zone.
    pub date: DateTime,
    /// The place in the queue, from 1.
    pub place: i64,
    /// How often others were asked before who came later.
    pub passed: i64,
}

/// A registration at the head of a queue.
struct Queued {
    id: RegistrationId,
    waiting: Waiting,
    /// Position and ticket type of each of its people.
    people: Vec<(i64, Uuid)>,
}

/// The queue of a date that is held, and what there is for it.
struct Look {
    event: EventId,
    date: OccurrenceId,
    starts_at: i64,
    queue: Vec<Queued>,
    free: Room,
    capacity: Room,
}

impl Registrations {
    /// Ends what ran out, and offers what is free: whether there was something to do.
    ///
    /// # Errors
    /// The database does not answer.
    pub async fn work_on_states(&self) -> Result<bool, Error> {
        let mut done = self.run_out(None).await?;
        let now = self.context.clock.now().as_microsecond();
        for row in waits::due(&self.context.db, now, DATES_AT_ONCE).await? {
            done += self.offer(OrganisationId(row.organisation_id), OccurrenceId(row.id)).await?;
        }
        Ok(done > 0)
    }

    /// Offers what is free on a date to those who wait for it: how many offers were made.
    pub(super) async fn offer(
        &self,
        organisation: OrganisationId,
        date: OccurrenceId,
    ) -> Result<u64, Error> {
        let (mut offers, mut attempt) = (0, 1);
        loop {
            match self.offer_once(organisation, date).await {
                Ok(made) if made.is_empty() => return Ok(offers),
                Ok(made) => {
                    offers += made.len() as u64;
                    self.was_changed();
                    self.tidy_others(organisation, date, made).await?;
                }
                Err(error) if attempt < ATTEMPTS && error.is_transient() => attempt += 1,
                Err(error) => return Err(error),
            }
        }
    }

    /// Those who were offered places on this date do not wait for others any more.
    async fn tidy_others(
        &self,
        organisation: OrganisationId,
        date: OccurrenceId,
        made: Vec<RegistrationId>,
    ) -> Result<(), Error> {
        let mut others = BTreeSet::new();
        for id in made {
            others.extend(waits::dates(&self.context.db, organisation, id).await?);
        }
        others.remove(&date.0);
        for other in others {
            let mut tx = self.context.db.begin().await?;
            waits::hold_date(&mut tx, organisation, OccurrenceId(other)).await?;
            waits::tidy(&mut tx, organisation, OccurrenceId(other)).await?;
            tx.commit().await?;
        }
        Ok(())
    }

    async fn offer_once(
        &self,
        organisation: OrganisationId,
        date: OccurrenceId,
    ) -> Result<Vec<RegistrationId>, Error> {
        let (db, now) = (&self.context.db, self.context.clock.now());
        let Some(event) = waits::event_of(db, organisation, date).await? else {
            return Ok(Vec::new());
        };
        let event = EventId(event);
        let choices = choices::choices(db, organisation, event).await?.read()?;
        let mut tx = db.begin().await?;
        let is_announced = changes::is_announced(&mut tx, organisation, event).await?;
        let Some(row) = waits::hold_date(&mut tx, organisation, date).await? else {
            return Ok(Vec::new());
        };
        let tidied = waits::tidy(&mut tx, organisation, date).await?;
        let is_open = is_announced
            && row.cancelled_at.is_none()
            && row.starts_at > now.as_microsecond()
            && row.taken < row.capacity
            && row.waiting > tidied;
        if !is_open {
            if tidied > 0 {
                tx.commit().await?;
            }
            return Ok(Vec::new());
        }
        let look = look(&mut tx, organisation, date, &row).await?;
        let until = until(now, choices.offer_hours, look.starts_at)?;
        let waiting: Vec<Waiting> = look.queue.iter().map(|one| one.waiting.clone()).collect();
        let plan = plan(&waiting, look.free.clone(), &look.capacity);
        if plan.offers.is_empty() && tidied == 0 {
            return Ok(Vec::new());
        }
        let mut made = Vec::new();
        let mut told = Vec::new();
        for (index, chosen) in &plan.offers {
            if let Some(held) =
                look.offer(&mut tx, organisation, *index, chosen, until, now).await?
            {
                made.push(held.id);
                told.push((held, chosen.len()));
            }
        }
        // Who could not be asked now is not a reason to pass anybody over.
        if made.len() == plan.offers.len() {
            for (index, times) in plan.passed {
                let id = look.queue[index].id.0;
                waits::pass(&mut tx, organisation, id, date, times).await?;
            }
        }
        waits::tidy(&mut tx, organisation, date).await?;
        // The record last: its chain is everybody's.
        for (held, people) in told {
            let transition = held.status.after(Happening::Offer);
            let transition = transition.ok_or_else(|| anyhow::anyhow!("not in the table"))?;
            held.tell(&mut tx, &transition, HOUSE, &format!("attendees={people}")).await?;
        }
        tx.commit().await?;
        Ok(made)
    }

    /// Where a registration stands on each date that it waits for.
    pub(super) async fn positions(
        &self,
        organisation: Uuid,
        registration: Uuid,
    ) -> Result<Vec<Position>, Error> {
        let (organisation, id) = (OrganisationId(organisation), RegistrationId(registration));
        let rows = waits::positions(&self.context.db, organisation, id).await?;
        let position = |row: waits::PositionRow| {
            let date = local(&row.starts_local)?;
            Ok(Position { date, place: row.position, passed: row.passed })
        };
        rows.into_iter().map(position).collect()
    }
}

/// When what is offered or held now ends: then, or when the date begins.
pub(super) fn until(now: Timestamp, hours: i64, starts_at: i64) -> Result<i64, Error> {
    ends(now, SignedDuration::from_hours(hours), starts_at)
}

/// The same for any length of time.
pub(super) fn ends(now: Timestamp, after: SignedDuration, starts_at: i64) -> Result<i64, Error> {
    let end = now.checked_add(after).map_err(|error| Error::Internal(error.into()))?;
    Ok(end.as_microsecond().min(starts_at))
}

/// The queue of a date that is held.
async fn look(
    tx: &mut Tx,
    organisation: OrganisationId,
    date: OccurrenceId,
    row: &DateRow,
) -> Result<Look, Error> {
    let types = waits::types(tx, organisation, date).await?;
    let room = |in_all: i64, of: &dyn Fn(&TypeRow) -> Option<i64>| {
        let of = types.iter().map(|row| Ok((stored(&row.kind)?, of(row))));
        Ok::<_, Error>(Room { in_all, of: of.collect::<Result<_, Error>>()? })
    };
    Ok(Look {
        event: EventId(row.event_id),
        date,
        starts_at: row.starts_at,
        free: room(row.capacity - row.taken, &|row| row.capacity.map(|all| all - row.taken))?,
        capacity: room(row.capacity, &|row| row.capacity)?,
        queue: queued(waits::queue(tx, organisation, date, LOOKED_AT).await?)?,
    })
}

fn queued(rows: Vec<PersonRow>) -> Result<Vec<Queued>, Error> {
    let mut queue: Vec<Queued> = Vec::new();
    for row in rows {
        let kind: TicketKind = stored(&row.kind)?;
        if queue.last().is_none_or(|last| last.id.0 != row.registration_id) {
            let waiting = Waiting { people: Vec::new(), partly: row.partly, passed: row.passed };
            let id = RegistrationId(row.registration_id);
            queue.push(Queued { id, waiting, people: Vec::new() });
        }
        if let Some(last) = queue.last_mut() {
            last.waiting.people.push(kind);
            last.people.push((row.position, row.ticket_type_id));
        }
    }
    Ok(queue)
}

impl Look {
    /// Offers places to these people of the registration at this place of the queue; none if it does
    /// not wait any more, or somebody else changes it.
    async fn offer(
        &self,
        tx: &mut Tx,
        organisation: OrganisationId,
        index: usize,
        chosen: &[usize],
        until: i64,
        now: Timestamp,
    ) -> Result<Option<Held>, Error> {
        let one = &self.queue[index];
        let Some(held) = Held::hold_waiting(tx, organisation, one.id, now).await? else {
            return Ok(None);
        };
        debug_assert_eq!(held.event, self.event);
        held.enter(tx, Happening::Offer, Some(until)).await?;
        if held.date != self.date {
            changes::to_date(tx, organisation, held.id, self.date).await?;
        }
        let mut taken: BTreeMap<(TicketKind, Uuid), i64> = BTreeMap::new();
        for (person, (position, ticket_type)) in one.people.iter().enumerate() {
            if chosen.contains(&person) {
                *taken.entry((one.waiting.people[person], *ticket_type)).or_default() += 1;
            } else {
                let (revision, micros) = (held.revision, now.as_microsecond());
                store::leave(tx, organisation, held.id, revision, micros, Some(*position)).await?;
            }
        }
        for ((_, ticket_type), count) in taken {
            places::take_counted(tx, organisation, self.date, ticket_type, count).await?;
        }
        Ok(Some(Held { date: self.date, ..held }))
    }
}
