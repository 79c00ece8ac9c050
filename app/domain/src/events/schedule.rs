//! When an event takes place: the wall clock of its zone, and the instant that it names.
//!
//! What people agree on is "seven in the evening in Casablanca"; which instant that is depends on
//! the zone rules known today. So the local time, the zone, the instant and the version of the zone
//! data are kept side by side, and a change of the rules can be seen and told.
//!
//! The rule where a local time does not exist once: in a gap (clocks go forward) the time moves
//! forward by the length of the gap; in an overlap (clocks go back) the first of the two is meant.
//! It is the rule of RFC 5545 (3.3.5) and of jiff's `compatible`. Pages show the offset beside the
//! time, so that nobody has to know it.

use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::{AmbiguousOffset, Offset, TimeZone};

/// How a local time met the rules of its zone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Meeting {
    /// It exists once.
    Once,
    /// It was left out by clocks going forward: the instant is later by the gap.
    Gap,
    /// It exists twice: the instant is the first.
    Overlap,
}

/// A local time with the instant it names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Placed {
    /// The instant.
    pub at: Timestamp,
    /// The offset from UTC in force then.
    pub offset: Offset,
    /// Whether a rule had to decide.
    pub meeting: Meeting,
}

/// The instant that this local time names in this zone.
///
/// # Errors
/// The time is outside the years that jiff can hold.
pub fn place(local: DateTime, zone: &TimeZone) -> Result<Placed, jiff::Error> {
    let ambiguous = zone.to_ambiguous_zoned_datetime(local);
    let meeting = match ambiguous.offset() {
        AmbiguousOffset::Unambiguous { .. } => Meeting::Once,
        AmbiguousOffset::Gap { .. } => Meeting::Gap,
        AmbiguousOffset::Fold { .. } => Meeting::Overlap,
    };
    let zoned = ambiguous.compatible()?;
    Ok(Placed { at: zoned.timestamp(), offset: zoned.offset(), meeting })
}

/// The wall-clock time of a date with what it was resolved to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct When {
    /// When it begins, on the clock of the zone.
    pub starts: DateTime,
    /// When it ends, on the clock of the zone; for whole days, midnight after the last.
    pub ends: DateTime,
    /// Whole days, without a time.
    pub all_day: bool,
    /// The IANA name of the zone.
    pub zone: String,
    /// The instant of the beginning.
    pub starts_at: Timestamp,
    /// The instant of the end.
    pub ends_at: Timestamp,
}

/// Why a date cannot be.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ImpossibleDate {
    /// There is no zone of this name.
    #[error("unknown time zone `{0}`")]
    Zone(String),
    /// It ends before it begins.
    #[error("it ends before it begins")]
    EndsBeforeStart,
    /// It is outside the years that can be held.
    #[error("it is outside the years 0 to 9999")]
    Range,
}

impl When {
    /// The date with these local times, placed in its zone by [`place`].
    ///
    /// # Errors
    /// The zone is unknown, the end lies before the beginning, or a time out of range.
    pub fn new(
        starts: DateTime,
        ends: DateTime,
        all_day: bool,
        zone: &str,
    ) -> Result<Self, ImpossibleDate> {
        let rules = TimeZone::get(zone).map_err(|_| ImpossibleDate::Zone(zone.to_owned()))?;
        let at =
            |local| place(local, &rules).map(|placed| placed.at).map_err(|_| ImpossibleDate::Range);
        let (starts_at, ends_at) = (at(starts)?, at(ends)?);
        if ends < starts || ends_at < starts_at {
            return Err(ImpossibleDate::EndsBeforeStart);
        }
        Ok(Self { starts, ends, all_day, zone: zone.to_owned(), starts_at, ends_at })
    }

    /// The last day, for whole days: the end is midnight after it.
    #[must_use]
    pub fn last_day(&self) -> jiff::civil::Date {
        let last = self.ends.date();
        if self.all_day && last > self.starts.date() {
            last.yesterday().unwrap_or(last)
        } else {
            last
        }
    }

    /// Whether it goes over more than one day.
    #[must_use]
    pub fn is_over_days(&self) -> bool {
        self.last_day() > self.starts.date()
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use jiff::tz::TimeZone;

    use super::{ImpossibleDate, Meeting, When, place};

    #[track_caller]
    fn assert_placed(zone: &str, local: &str, meeting: Meeting, utc: &str) {
        let zone = TimeZone::get(zone).expect("a zone");
        let placed = place(local.parse().expect("a time"), &zone).expect("in range");
        assert_eq!((placed.meeting, placed.at.to_string().as_str()), (meeting, utc));
    }

    #[test]
    fn gaps_move_forward_and_overlaps_take_the_first() {
        assert_placed("Europe/Madrid", "2027-03-28T02:30", Meeting::Gap, "2027-03-28T01:30:00Z");
        assert_placed(
            "Europe/Madrid",
            "2027-10-31T02:30",
            Meeting::Overlap,
            "2027-10-31T00:30:00Z",
        );
        assert_placed(
            "Australia/Lord_Howe",
            "2027-10-03T02:15",
            Meeting::Gap,
            "2027-10-02T15:45:00Z",
        );
        assert_placed("Asia/Kathmandu", "2027-06-01T18:00", Meeting::Once, "2027-06-01T12:15:00Z");
    }

    #[test]
    fn zone_data_knows_what_changed_in_2026() {
        assert_placed(
            "Africa/Casablanca",
            "2027-06-15T19:00",
            Meeting::Once,
            "2027-06-15T19:00:00Z",
        );
        assert_placed(
            "America/Vancouver",
            "2027-01-15T19:00",
            Meeting::Once,
            "2027-01-16T02:00:00Z",
        );
    }

    #[test]
    fn dates_that_cannot_be_are_refused() {
        let (early, late) = (date(2027, 5, 1).at(10, 0, 0, 0), date(2027, 5, 1).at(11, 0, 0, 0));
        let new = |starts, ends, zone| When::new(starts, ends, false, zone);
        assert!(new(early, late, "Europe/Paris").is_ok());
        assert!(new(early, early, "Europe/Paris").is_ok());
        assert_eq!(new(late, early, "Europe/Paris"), Err(ImpossibleDate::EndsBeforeStart));
        assert_eq!(new(early, late, "Mars/Base"), Err(ImpossibleDate::Zone("Mars/Base".into())));
    }

    #[test]
    fn whole_days_end_with_the_day_before_their_midnight() {
        let (first, after) = (date(2027, 5, 1).at(0, 0, 0, 0), date(2027, 5, 4).at(0, 0, 0, 0));
        let when = When::new(first, after, true, "Europe/Paris").expect("a date");
        assert_eq!((when.last_day(), when.is_over_days()), (date(2027, 5, 3), true));
    }
}
