//! From when until when one can register, and until when participants give places back.

use jiff::{SignedDuration, Timestamp};

use crate::invalid::Code;

/// The most hours before the beginning of a date that a rule can name: a year.
pub const MAX_HOURS: i64 = 8760;

/// From when until when one can register for a date, or come in some capacity. What is absent does
/// not bound it; of two closings the earlier counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Window {
    /// When it opens.
    pub opens_at: Option<Timestamp>,
    /// When it closes.
    pub closes_at: Option<Timestamp>,
    /// How many hours before the date begins it closes.
    pub closes_hours: Option<i64>,
}

impl Window {
    /// When it closes for a date that begins at this time: then at the latest.
    #[must_use]
    pub fn closing(&self, starts_at: Timestamp) -> Timestamp {
        let by_hours = self.closes_hours.map(|hours| hours_before(starts_at, hours));
        [self.closes_at, by_hours].into_iter().flatten().fold(starts_at, Timestamp::min)
    }

    /// Whether it opens only later.
    #[must_use]
    pub fn is_before(&self, now: Timestamp) -> bool {
        self.opens_at.is_some_and(|opens_at| opens_at > now)
    }

    /// Whether one can come in this capacity now.
    ///
    /// # Errors
    /// It is not open yet, or closed.
    pub fn open(&self, starts_at: Timestamp, now: Timestamp) -> Result<(), Code> {
        if self.is_before(now) || self.closing(starts_at) <= now {
            Err(Code::TicketClosed)
        } else {
            Ok(())
        }
    }
}

/// Until when participants give places back by themselves. Organisers always can.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Returns {
    /// Until so many hours before the date begins; none: until it begins.
    Hours(i64),
    /// They cannot: they write to whoever holds the event.
    Never,
}

impl Default for Returns {
    fn default() -> Self {
        Self::Hours(0)
    }
}

impl Returns {
    /// As it is stored: hours, or nothing for never.
    #[must_use]
    pub const fn from_hours(hours: Option<i64>) -> Self {
        match hours {
            Some(hours) => Self::Hours(hours),
            None => Self::Never,
        }
    }

    /// As it is stored: hours, or nothing for never.
    #[must_use]
    pub const fn hours(self) -> Option<i64> {
        match self {
            Self::Hours(hours) => Some(hours),
            Self::Never => None,
        }
    }

    /// When the time is over for a date that begins then; none if there never was any.
    #[must_use]
    pub fn end(self, starts_at: Timestamp) -> Option<Timestamp> {
        self.hours().map(|hours| hours_before(starts_at, hours))
    }

    /// Whether a place can be given back now for a date that begins then.
    #[must_use]
    pub fn allow(self, starts_at: Timestamp, now: Timestamp) -> bool {
        self.end(starts_at).is_some_and(|end| now < end)
    }
}

/// So many hours earlier; the beginning of time for what is before it.
fn hours_before(at: Timestamp, hours: i64) -> Timestamp {
    let hours = SignedDuration::from_hours(hours.clamp(0, MAX_HOURS));
    at.checked_sub(hours).unwrap_or(Timestamp::MIN)
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;
    use proptest::prelude::*;

    use super::{Returns, Window};

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(second).expect("in range")
    }

    #[test]
    fn of_two_closings_the_earlier_counts_and_none_is_after_the_beginning() {
        let starts_at = at(7200);
        let closing = |closes_at: Option<i64>, closes_hours| {
            let window = Window { closes_at: closes_at.map(at), closes_hours, ..Window::default() };
            window.closing(starts_at).as_second()
        };
        assert_eq!(closing(None, None), 7200);
        assert_eq!(closing(Some(9000), None), 7200);
        assert_eq!(closing(Some(5000), Some(1)), 3600);
        assert_eq!(closing(Some(3000), Some(1)), 3000);
        assert_eq!(closing(None, Some(0)), 7200);
    }

    #[test]
    fn places_are_given_back_until_the_hours_before_it_begins() {
        let starts_at = at(7200);
        let allow = |returns: Returns, second| returns.allow(starts_at, at(second));
        assert!(allow(Returns::default(), 7199) && !allow(Returns::default(), 7200));
        assert!(allow(Returns::Hours(1), 3599) && !allow(Returns::Hours(1), 3600));
        assert!(!allow(Returns::Never, 0));
    }

    proptest! {
        #[test]
        fn whoever_can_register_comes_after_the_opening_and_before_every_closing(
            opens in prop::option::of(-9_000_i64..9_000_000),
            closes in prop::option::of(-9_000_i64..9_000_000),
            hours in prop::option::of(0_i64..9000),
            starts in -9_000_i64..9_000_000,
            now in -9_000_i64..9_000_000,
        ) {
            let window = Window {
                opens_at: opens.map(at),
                closes_at: closes.map(at),
                closes_hours: hours,
            };
            let is_open = window.open(at(starts), at(now)).is_ok();
            let expected = now < starts
                && opens.is_none_or(|opens| opens <= now)
                && closes.is_none_or(|closes| now < closes)
                && hours.is_none_or(|hours| now < starts - hours.min(super::MAX_HOURS) * 3600);
            prop_assert_eq!(is_open, expected);
        }
    }
}
