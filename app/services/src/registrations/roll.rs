//! The rolls: everyone who comes to an event in memory, so that any search and filter among 50,000
//! is answered in a millisecond or two.
//!
//! A roll is never believed: before each use the database is asked for what changed since the last
//! one, whoever changed it, and only that is read. Two requests that come at once share an answer
//! that was asked for after both had come. What pages show is read from the database; a roll only
//! says whom.
//!
//! Rolls have room for [`ROOM`] octets, and go when nobody looks at them. An event that is larger
//! than [`MOST`] has none: its list is searched by the database, as exports and choices always are.

mod people;

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, AtomicU64, Ordering};
use std::time::Duration;

use domain::ids::{EventId, OrganisationId};
use moka::sync::Cache;
use tokio::sync::RwLock;
use uuid::Uuid;

use self::people::{Asked, People};
use super::store::list::ListFilter;
use super::store::roll::{self as store, Stand};
use crate::Error;
use crate::db::Db;

/// The most octets of all rolls.
const ROOM: u64 = 48 << 20;

/// The most octets of one roll: some 120,000 people.
const MOST: usize = 24 << 20;

/// How long a roll is kept that nobody asks.
const KEPT: Duration = Duration::from_secs(30 * 60);

/// How many attendees are read at once.
const PART: i64 = 5_000;

/// Where more than this changed, everyone is read anew.
const CHANGES: i64 = 1_000;

type Of = (OrganisationId, EventId);

/// A part of those whom a filter lets pass.
#[derive(Debug)]
pub(super) struct Found {
    /// Those of this part, in their order.
    pub ids: Vec<Uuid>,
    /// How many there are in all.
    pub total: usize,
}

/// The rolls of the events that somebody looks at.
#[derive(Clone)]
pub(super) struct Rolls(Cache<EventId, Arc<Roll>>);

impl Rolls {
    pub(super) fn new() -> Self {
        let weigh = |_: &EventId, roll: &Arc<Roll>| roll.octets.load(Ordering::Relaxed);
        Self(Cache::builder().max_capacity(ROOM).weigher(weigh).time_to_idle(KEPT).build())
    }

    /// Whom the filter lets pass, as the database has it now: so many after so many. None if the
    /// event is too large for a roll.
    pub(super) async fn find(
        &self,
        db: &Db,
        filter: &ListFilter,
        limit: usize,
        offset: usize,
    ) -> Result<Option<Found>, Error> {
        let of = (filter.organisation, filter.event);
        let roll = self.0.get_with(of.1, || Arc::new(Roll::new(MOST)));
        let asked = Asked::new(db, filter).await?;
        let found = roll.find(db, of, &asked, limit, offset).await?;
        if roll.has_grown() {
            self.0.insert(of.1, roll);
        }
        Ok(found)
    }
}

/// Everyone of an event, and how far they are known.
struct Roll {
    /// How often it was asked to be up to date.
    asked: AtomicU64,
    /// How large it is, and how large it was when the cache weighed it.
    octets: AtomicU32,
    weighed: AtomicU32,
    most: usize,
    state: RwLock<State>,
}

#[derive(Default)]
struct State {
    people: People,
    /// None while nobody was read yet.
    stand: Option<Stand>,
    /// What was asked up to here, this answers.
    answers: u64,
    is_too_large: bool,
}

impl Roll {
    fn new(most: usize) -> Self {
        let (asked, octets, weighed) = Default::default();
        Self { asked, octets, weighed, most, state: RwLock::default() }
    }

    async fn find(
        &self,
        db: &Db,
        of: Of,
        asked: &Asked<'_>,
        limit: usize,
        offset: usize,
    ) -> Result<Option<Found>, Error> {
        let turn = self.asked.fetch_add(1, Ordering::SeqCst) + 1;
        let mut state = self.state.write().await;
        if state.answers < turn {
            let answers = self.asked.load(Ordering::SeqCst);
            state.refresh(db, of, self.most).await?;
            state.answers = answers;
            let octets = u32::try_from(state.people.octets()).unwrap_or(u32::MAX);
            self.octets.store(octets, Ordering::Relaxed);
        }
        let state = state.downgrade();
        if state.is_too_large {
            return Ok(None);
        }
        Ok(Some(state.people.find(asked, limit, offset)))
    }

    /// Whether it is another size than the cache believes.
    fn has_grown(&self) -> bool {
        let octets = self.octets.load(Ordering::Relaxed);
        self.weighed.swap(octets, Ordering::Relaxed) != octets
    }
}

impl State {
    /// Brings it up to what the database has now.
    async fn refresh(&mut self, db: &Db, of: Of, most: usize) -> Result<(), Error> {
        if self.is_too_large {
            return Ok(());
        }
        // First how far the reading reaches, then the reading: what is written in between is read
        // now or the next time, or both times.
        let now = store::stand(db, of).await?.ok_or(Error::NotFound)?;
        let since = self.stand.filter(|stand| stand.deleted == now.deleted);
        let changed = match since {
            // On SQLite nothing changed since; on PostgreSQL something may have all the same.
            Some(stand) if matches!(db, Db::Sqlite { .. }) && stand == now => Some(Vec::new()),
            Some(stand) => {
                let rows = store::changed(db, of, stand.next, CHANGES).await?;
                (i64::try_from(rows.len()) != Ok(CHANGES)).then_some(rows)
            }
            None => None,
        };
        match changed {
            Some(rows) => {
                // If this is left in the middle, everyone is read the next time.
                self.stand = None;
                for row in rows {
                    self.people.put(row)?;
                }
            }
            None => {
                self.stand = None;
                self.people = People::default();
                self.people = everyone(db, of, most).await?;
            }
        }
        if self.people.octets() > most {
            (self.people, self.is_too_large) = (People::default(), true);
        }
        self.stand = Some(now);
        Ok(())
    }
}

/// Everyone, or somewhat more than there is room for.
async fn everyone(db: &Db, of: Of, most: usize) -> Result<People, Error> {
    let (mut people, mut last) = (People::default(), Uuid::nil());
    while people.octets() <= most {
        let rows = store::after(db, of, last, PART).await?;
        let Some(row) = rows.last() else { break };
        last = row.id;
        for row in rows {
            people.put_last(row)?;
        }
    }
    people.sort_names();
    Ok(people)
}
