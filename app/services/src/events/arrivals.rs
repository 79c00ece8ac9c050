//! Who came to a date, by the quarter of an hour: counts only, never names.
//!
//! Every zone is a whole number of quarters away from UTC, so a quarter is one on every clock.

use domain::events::schedule::When;
use domain::ids::{EventId, OccurrenceId, OrganisationId};
use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};

use super::Events;
use super::own::{OwnDate, OwnEvent};
use super::store::numbers as store;
use crate::Error;

/// Microseconds in a quarter of an hour.
const QUARTER: i64 = 900_000_000;

/// How long before it begins the first people may be expected, in quarters.
const BEFORE: i64 = 4;

/// The most quarters that are shown: a week. Who came before or after counts to the first or last.
const MOST: usize = 7 * 96;

/// Until when after its end a date may still be arrived at.
const AFTER: SignedDuration = SignedDuration::from_hours(2);

/// A date whose arrivals are counted.
#[derive(Debug, Clone)]
pub struct Door {
    organisation: OrganisationId,
    /// The event.
    pub event: EventId,
    /// The date.
    pub date: OccurrenceId,
    /// When it is.
    pub when: When,
}

/// Those who came in a quarter of an hour.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quarter {
    /// When it begins, on the clock of where the event is.
    pub starts: DateTime,
    /// How many came.
    pub people: i64,
}

/// Who came to a date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Arrivals {
    /// From an hour before it begins until it is over, and whenever else somebody came.
    pub quarters: Vec<Quarter>,
    /// How many are here.
    pub here: i64,
    /// How many have a place.
    pub expected: i64,
}

impl Door {
    /// The door of this date of an event: the one that begins then, else the one that is on or
    /// comes next, else the last.
    #[must_use]
    pub fn of(
        event: &OwnEvent,
        dates: &[OwnDate],
        asked: Option<DateTime>,
        now: Timestamp,
    ) -> Option<Self> {
        let date = dates
            .iter()
            .find(|date| asked == Some(date.when.starts))
            .or_else(|| dates.iter().find(|date| !date.cancelled && date.when.ends_at > now))
            .or_else(|| dates.iter().rfind(|date| !date.cancelled))?;
        let (organisation, event) = (event.organisation.id, event.id);
        Some(Self { organisation, event, date: date.id, when: date.when.clone() })
    }

    /// Whether people may be arriving now.
    #[must_use]
    pub fn is_open(&self, now: Timestamp) -> bool {
        let day = SignedDuration::from_hours(24);
        self.when.starts_at - day <= now && now <= self.when.ends_at + AFTER
    }
}

impl Events {
    /// Who came through this door until now. Whoever has the event may see it.
    ///
    /// # Errors
    /// The database does not answer.
    pub async fn arrivals(&self, door: &Door) -> Result<Arrivals, Error> {
        let db = &self.context.db;
        let (rows, expected) = tokio::try_join!(
            store::arrived(db, door.organisation, door.date),
            store::expected(db, door.organisation, door.date),
        )?;
        let arrived: Vec<_> = rows.into_iter().map(|row| (row.quarter, row.people)).collect();
        let quarters = quarters(&door.when, &arrived)?;
        let here = arrived.iter().map(|(_, people)| people).sum();
        Ok(Arrivals { quarters, here, expected })
    }
}

/// Every quarter of a date, with those in which nobody came.
fn quarters(when: &When, arrived: &[(i64, i64)]) -> Result<Vec<Quarter>, Error> {
    let of = |time: Timestamp| time.as_microsecond().div_euclid(QUARTER);
    let (mut first, mut last) = (of(when.starts_at) - BEFORE, of(when.ends_at));
    if let (Some((earliest, _)), Some((latest, _))) = (arrived.first(), arrived.last()) {
        (first, last) = (first.min(*earliest), last.max(*latest));
    }
    // Somebody was let in weeks before: what matters is around the beginning.
    let most = i64::try_from(MOST).unwrap_or(i64::MAX);
    first = first.max(of(when.starts_at) - most / 2);
    last = last.min(first + most - 1);
    let zone = TimeZone::get(&when.zone).unwrap_or(TimeZone::UTC);
    let mut quarters = Vec::new();
    for number in first..=last {
        let starts = Timestamp::from_microsecond(number * QUARTER)
            .map_err(|error| Error::Internal(error.into()))?;
        let starts = starts.to_zoned_datetime(zone.clone()).datetime();
        quarters.push(Quarter { starts, people: 0 });
    }
    for (number, people) in arrived {
        let place = (number.clamp(&first, &last) - first).unsigned_abs();
        let place = usize::try_from(place).unwrap_or_default();
        if let Some(quarter) = quarters.get_mut(place) {
            quarter.people += people;
        }
    }
    Ok(quarters)
}

#[cfg(test)]
mod tests {
    use domain::events::schedule::When;
    use jiff::civil::date;

    use super::{MOST, QUARTER, quarters};

    fn evening() -> When {
        let (starts, ends) = (date(2027, 5, 5).at(19, 0, 0, 0), date(2027, 5, 5).at(20, 0, 0, 0));
        When::new(starts, ends, false, "Asia/Kathmandu").expect("a date")
    }

    #[test]
    fn quarters_are_those_of_the_clock_on_the_wall() {
        let starts = evening().starts_at.as_microsecond() / QUARTER;
        let found = quarters(&evening(), &[(starts - 5, 2), (starts + 1, 3)]).expect("quarters");
        let told: Vec<_> =
            found.iter().map(|one| (one.starts.time().to_string(), one.people)).collect();
        assert_eq!(told.len(), 10);
        assert_eq!(told[0], ("17:45:00".to_owned(), 2), "before the hour, but somebody came");
        assert_eq!(told[6], ("19:15:00".to_owned(), 3));
        assert_eq!(told[9].0, "20:00:00");
    }

    #[test]
    fn who_came_long_before_or_after_is_counted_at_the_ends() {
        let starts = evening().starts_at.as_microsecond() / QUARTER;
        let found =
            quarters(&evening(), &[(starts - 90_000, 1), (starts, 2), (starts + 90_000, 4)]);
        let found = found.expect("quarters");
        assert_eq!(found.len(), MOST);
        assert_eq!((found[0].people, found[MOST - 1].people), (1, 4));
        assert_eq!(found.iter().map(|quarter| quarter.people).sum::<i64>(), 7);
    }
}
