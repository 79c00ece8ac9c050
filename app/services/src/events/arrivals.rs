//! Who came to a date, by the quarter of an hour: counts only, never names.
//!
//! Every zone is a whole number of quarters away from UTC, so a quarter is one on every clock.

use domain::events::schedule::When;
use domain::ids::{EventId, OccurrenceId, OrganisationId};
use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};

use super::own::{OwnDate, OwnEvent};
use super::store::numbers as store;
use super::{Events, time};
use crate::Error;

/// Microseconds in a quarter of an hour.
const QUARTER: i64 = 900_000_000;

/// How long before it begins the first people may be expected, in quarters.
const BEFORE: i64 = 4;

/// The most quarters that are shown: a week. Who came before or after counts to the first or last.
const MOST: i64 = 7 * 96;

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
        let known = store::door(db, door.organisation, door.date).await?;
        let span = span(&door.when, known.first_at.zip(known.last_at));
        let rows = store::arrived(db, door.organisation, door.event, door.date, span).await?;
        let zone = TimeZone::get(&door.when.zone).unwrap_or(TimeZone::UTC);
        let quarter = |row: store::QuarterRow| {
            let starts = time(row.quarter * QUARTER)?.to_zoned_datetime(zone.clone()).datetime();
            Ok(Quarter { starts, people: row.people })
        };
        let quarters = rows.into_iter().map(quarter).collect::<Result<Vec<_>, Error>>()?;
        let here = quarters.iter().map(|quarter| quarter.people).sum();
        Ok(Arrivals { quarters, here, expected: known.expected })
    }
}

/// The first quarter that is shown of a date and the last, with those in which people came.
fn span(when: &When, came: Option<(i64, i64)>) -> (i64, i64) {
    let of = |micros: i64| micros.div_euclid(QUARTER);
    let begins = of(when.starts_at.as_microsecond());
    let (mut first, mut last) = (begins - BEFORE, of(when.ends_at.as_microsecond()));
    if let Some((earliest, latest)) = came {
        (first, last) = (first.min(of(earliest)), last.max(of(latest)));
    }
    // Somebody was let in weeks before: what matters is around the beginning.
    first = first.max(begins - MOST / 2);
    (first, last.min(first + MOST - 1))
}

#[cfg(test)]
mod tests {
    use domain::events::schedule::When;
    use jiff::civil::date;

    use super::{MOST, QUARTER, span};

    #[track_caller]
    fn assert_span(came: Option<(i64, i64)>, expected: (i64, i64)) {
        let (starts, ends) = (date(2027, 5, 5).at(19, 0, 0, 0), date(2027, 5, 5).at(20, 0, 0, 0));
        let when = When::new(starts, ends, false, "Asia/Kathmandu").expect("a date");
        let begins = when.starts_at.as_microsecond() / QUARTER;
        let came = came.map(|(first, last)| {
            ((begins + first) * QUARTER + 1, (begins + last) * QUARTER + QUARTER - 1)
        });
        let (first, last) = span(&when, came);
        assert_eq!((first - begins, last - begins), expected, "{came:?}");
    }

    #[test]
    fn the_hour_before_is_shown_and_whenever_somebody_came() {
        assert_span(None, (-4, 4));
        assert_span(Some((-1, 2)), (-4, 4));
        assert_span(Some((-5, 9)), (-5, 9));
        assert_span(Some((-90_000, 90_000)), (-MOST / 2, MOST / 2 - 1));
        assert_span(Some((90_000, 90_000)), (-4, MOST - 5));
    }
}
