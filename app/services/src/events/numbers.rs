//! How registrations came in, and who came: counts only, never names.

use std::collections::BTreeMap;
use std::time::Duration;

use domain::events::TicketKind;
use domain::events::schedule::When;
use domain::ids::EventId;
use domain::language::Language;
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::own::{OwnDate, OwnEvent};
use super::store::numbers as store;
use super::{Events, stored};
use crate::Error;

/// From how many people on, what is known of all of them is kept for a while: to look at 50,000 of
/// them takes a fifth of a second. What happens at the door is counted anew each time.
const MANY: i64 = 3_000;

/// For how long it is kept, and of how many events.
const KEPT: Duration = Duration::from_secs(30);
const EVENTS: u64 = 100;

/// Microseconds in a day.
const DAY: i64 = 86_400_000_000;

/// The most days that are shown; earlier ones are one day together.
const MOST_DAYS: usize = 366;

/// What happened on a day (in UTC).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OfDay {
    /// The day.
    pub day: Date,
    /// How many people were registered.
    pub registered: i64,
    /// How many places were given back.
    pub given_back: i64,
    /// How many people had a place at the end of the day.
    pub coming: i64,
}

/// People, counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    /// How many were ever registered.
    pub registered: i64,
    /// How many of them gave their place back.
    pub given_back: i64,
    /// How many were checked in.
    pub here: i64,
}

impl Counts {
    /// How many have a place.
    #[must_use]
    pub const fn coming(self) -> i64 {
        self.registered - self.given_back
    }

    /// How many had a place and were not checked in; for dates that are over.
    #[must_use]
    pub const fn missing(self) -> i64 {
        self.coming() - self.here
    }

    /// The share of those who did not come, in hundredths; none where the door was not kept.
    #[must_use]
    pub const fn missing_share(self) -> Option<i64> {
        if self.here == 0 {
            None
        } else {
            Some((self.missing() * 200 + self.coming()) / (self.coming() * 2))
        }
    }

    const fn add(&mut self, other: Self) {
        self.registered += other.registered;
        self.given_back += other.given_back;
        self.here += other.here;
    }
}

/// A date, with the people of it.
#[derive(Debug, Clone)]
pub struct OfDate {
    /// When.
    pub when: When,
    /// Whether this date alone is cancelled.
    pub cancelled: bool,
    /// Whether it is over, and took place.
    pub over: bool,
    /// Places in all.
    pub capacity: i64,
    /// Its people.
    pub counts: Counts,
}

/// How registrations for an event came in, and who came.
#[derive(Debug, Clone)]
pub struct Numbers {
    /// Every day from the first registration to the last change.
    pub days: Vec<OfDay>,
    /// Places of all dates that take place.
    pub places: i64,
    /// Every date, the first first.
    pub dates: Vec<OfDate>,
    /// In which capacity people come, to all dates.
    pub tickets: Vec<(TicketKind, Counts)>,
    /// In which language they registered, the most first.
    pub languages: Vec<(Language, Counts)>,
    /// In which capacity people came to the dates that are over.
    pub came: Vec<(TicketKind, Counts)>,
}

impl Numbers {
    /// Everyone together.
    #[must_use]
    pub fn all(&self) -> Counts {
        sum(self.dates.iter().map(|date| date.counts))
    }

    /// Everyone who was expected on the dates that are over.
    #[must_use]
    pub fn all_who_came(&self) -> Counts {
        sum(self.came.iter().map(|(_, counts)| *counts))
    }
}

fn sum(counts: impl Iterator<Item = Counts>) -> Counts {
    let mut all = Counts::default();
    counts.for_each(|one| all.add(one));
    all
}

impl Events {
    /// How registrations for this event came in. Whoever has the event may see it.
    ///
    /// # Errors
    /// The database does not answer.
    pub async fn numbers(&self, event: &OwnEvent, own_dates: &[OwnDate]) -> Result<Numbers, Error> {
        let (db, organisation, now) =
            (&self.context.db, event.organisation.id, self.context.clock.now());
        let past = self.past(event, own_dates).await?;
        let (given_back, here) = tokio::try_join!(
            store::gone(db, organisation, event.id),
            store::here(db, organisation, event.id),
        )?;
        let mut dates = Vec::new();
        let (mut tickets, mut came) = (BTreeMap::new(), BTreeMap::new());
        for own in own_dates {
            let mut date = of_date(own, now);
            for (kind, _, coming) in &own.tickets {
                let of_kind = |rows: &[store::CountedRow]| {
                    let of_kind = |row: &&store::CountedRow| {
                        row.occurrence_id == own.id.0 && row.kind == kind.code()
                    };
                    rows.iter().find(of_kind).map_or(0, |row| row.people)
                };
                let (given_back, here) = (of_kind(&given_back), of_kind(&here));
                let counts = Counts { registered: coming + given_back, given_back, here };
                date.counts.add(counts);
                tickets.entry(*kind).or_insert_with(Counts::default).add(counts);
                if date.over {
                    came.entry(*kind).or_insert_with(Counts::default).add(counts);
                }
            }
            dates.push(date);
        }
        let taking_place = own_dates.iter().filter(|date| !date.cancelled);
        Ok(Numbers {
            days: past.days,
            places: taking_place.map(|date| date.capacity).sum(),
            dates,
            tickets: tickets.into_iter().collect(),
            languages: past.languages,
            came: came.into_iter().collect(),
        })
    }

    /// What takes a look at everyone who registered: kept for a while where they are many.
    async fn past(&self, event: &OwnEvent, own_dates: &[OwnDate]) -> Result<Past, Error> {
        let is_many = own_dates.iter().map(|date| date.taken).sum::<i64>() >= MANY;
        if let Some(past) = self.past.get(&event.id).filter(|_| is_many) {
            return Ok(past);
        }
        let (db, organisation) = (&self.context.db, event.organisation.id);
        let (registered, given_back, languages) = tokio::try_join!(
            store::registered(db, organisation, event.id),
            store::given_back(db, organisation, event.id),
            store::languages(db, organisation, event.id),
        )?;
        let mut by_day: BTreeMap<i64, (i64, i64)> = BTreeMap::new();
        for row in registered {
            by_day.entry(row.day).or_default().0 = row.people;
        }
        for row in given_back {
            by_day.entry(row.day).or_default().1 = row.people;
        }
        let language = |row: store::LanguageRow| {
            let (registered, given_back, here) = (row.registered, row.given_back, row.here);
            Ok((stored(&row.language)?, Counts { registered, given_back, here }))
        };
        let languages = languages.into_iter().map(language).collect::<Result<Vec<_>, Error>>();
        let mut languages: Vec<(Language, Counts)> = languages?;
        languages.sort_by_key(|(language, counts)| (-counts.coming(), *language));
        let past = Past { days: days(&by_day)?, languages };
        if is_many {
            self.past.insert(event.id, past.clone());
        }
        Ok(past)
    }
}

/// What is known of everyone who registered.
#[derive(Debug, Clone)]
pub(super) struct Past {
    days: Vec<OfDay>,
    languages: Vec<(Language, Counts)>,
}

/// What is known of the events with many people.
pub(super) type Pasts = moka::sync::Cache<EventId, Past>;

/// Nothing is known yet.
pub(super) fn pasts() -> Pasts {
    moka::sync::Cache::builder().max_capacity(EVENTS).time_to_live(KEPT).build()
}

fn of_date(date: &OwnDate, now: Timestamp) -> OfDate {
    OfDate {
        when: date.when.clone(),
        cancelled: date.cancelled,
        over: !date.cancelled && date.when.ends_at <= now,
        capacity: date.capacity,
        counts: Counts::default(),
    }
}

/// One entry for each day between the first and the last, with the days on which nothing happened.
fn days(counts: &BTreeMap<i64, (i64, i64)>) -> Result<Vec<OfDay>, Error> {
    let (Some((first, _)), Some((last, _))) = (counts.first_key_value(), counts.last_key_value())
    else {
        return Ok(Vec::new());
    };
    let mut coming = 0;
    let mut days = Vec::new();
    for number in *first..=*last {
        let (registered, given_back) = counts.get(&number).copied().unwrap_or_default();
        coming += registered - given_back;
        days.push(OfDay { day: date(number)?, registered, given_back, coming });
    }
    let from = days.len().saturating_sub(MOST_DAYS);
    Ok(days.split_off(from))
}

fn date(number: i64) -> Result<Date, Error> {
    let at =
        Timestamp::from_microsecond(number * DAY).map_err(|error| Error::Internal(error.into()))?;
    Ok(at.to_zoned_datetime(TimeZone::UTC).date())
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::{Counts, days};

    #[track_caller]
    fn assert_share(registered: i64, here: i64, share: Option<i64>) {
        assert_eq!(Counts { registered, given_back: 0, here }.missing_share(), share);
    }

    #[test]
    fn who_did_not_come_is_a_share_only_where_the_door_was_kept() {
        assert_share(10, 0, None);
        assert_share(10, 10, Some(0));
        assert_share(3, 2, Some(33));
        assert_share(3, 1, Some(67));
        assert_share(200, 1, Some(100));
    }

    #[test]
    fn days_on_which_nothing_happened_are_there_too() {
        let counts = BTreeMap::from([(20_000, (3, 0)), (20_002, (1, 2))]);
        let days = days(&counts).expect("days");
        let coming: Vec<_> = days.iter().map(|day| (day.day.to_string(), day.coming)).collect();
        let expected = [("2024-10-04", 3), ("2024-10-05", 3), ("2024-10-06", 2)];
        assert_eq!(coming, expected.map(|(day, coming)| (day.to_owned(), coming)));
    }
}
