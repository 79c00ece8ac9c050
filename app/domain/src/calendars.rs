//! What a calendar is told about one occurrence of an event.
//!
//! An [`Entry`] carries the wall clock as people agreed on it, the zone it was agreed in, and the
//! instant that followed from both when it was stored. Zone data changes under future events, so
//! whoever writes an entry out compares the two and lets the instant win.

use std::fmt;

use jiff::{SignedDuration, Timestamp, civil};
use uuid::Uuid;

/// The name of an occurrence in every calendar in the world, for ever.
///
/// It is a function of the occurrence and of nothing else: mail, download and feed give the same
/// one, and it survives a new title, a new time and a new domain (RFC 7986 §5.3 wants it random
/// and without host data).
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Uid(String);

impl Uid {
    /// The UID of the occurrence with this random id (RFC 5545 §3.8.4.7).
    ///
    /// There is no other way to make one. pretix had two, and its mailed and its downloaded event
    /// stood side by side in people's calendars.
    #[must_use]
    pub fn of(occurrence: Uuid) -> Self {
        Self(occurrence.hyphenated().to_string())
    }

    /// The text that stands after `UID:`.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Uid {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// One occurrence of an event, as a calendar shows it (RFC 5545 §3.6.1).
///
/// The texts are plain and untrusted; the writer escapes them. Text that tells a person from
/// others (tickets, tokens) does not belong here: people share their calendars.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// Which occurrence it is.
    pub uid: Uid,
    /// How often time, place or status changed (RFC 5545 §3.8.7.4); it never goes down.
    pub sequence: u32,
    /// Whether it takes place.
    pub status: EntryStatus,
    /// When it takes place.
    pub when: When,
    /// When the occurrence was first stored.
    pub created_at: Timestamp,
    /// When anything in this entry was last changed.
    pub revised_at: Timestamp,
    /// The BCP 47 tag of the language the texts are in.
    pub language: String,
    /// The title; for a cancelled entry with the word for *cancelled* before it, because Google
    /// Calendar shows a cancelled event like any other.
    pub title: String,
    /// What it is about; lines end in `\n`.
    pub description: String,
    /// The venue and its address, on one line.
    pub location: Option<String>,
    /// Latitude and longitude in degrees.
    pub coordinates: Option<(f64, f64)>,
    /// The page of the event.
    pub url: Option<String>,
    /// Names of the categories, in the same language.
    pub categories: Vec<String>,
    /// Who answers questions, if there is an address that is read.
    pub organiser: Option<Organiser>,
}

/// Whether an occurrence takes place (RFC 5545 §3.8.1.11).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EntryStatus {
    /// It takes place.
    Confirmed,
    /// It is planned, but may not take place.
    Tentative,
    /// It does not take place.
    Cancelled,
}

/// Whom an entry names as its organiser (RFC 5545 §3.8.4.3).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Organiser {
    /// The name to show.
    pub name: String,
    /// The mailbox, without `mailto:`.
    pub email: String,
}

/// When an occurrence takes place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum When {
    /// From one moment to another, or only from one.
    Timed {
        /// The beginning.
        starts: Moment,
        /// The end, if one is known.
        ends: Option<Moment>,
        /// The IANA name of the zone that the clock on the wall follows.
        zone: String,
    },
    /// On whole days, wherever one is.
    AllDay {
        /// The first day.
        first: civil::Date,
        /// The last day, on which it still takes place.
        last: civil::Date,
    },
}

/// A point in time, as a clock on the wall shows it and as it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Moment {
    /// What the clock shows at the venue.
    pub local: civil::DateTime,
    /// What that meant when it was stored.
    pub at: Timestamp,
}

impl When {
    /// Whether it ends at or after its beginning.
    #[must_use]
    pub fn is_in_order(&self) -> bool {
        match self {
            Self::Timed { starts, ends, .. } => ends.is_none_or(|ends| starts.at <= ends.at),
            Self::AllDay { first, last } => first <= last,
        }
    }

    /// Whether it takes more than a day, so that nobody is busy all through it.
    ///
    /// ```
    /// use domain::calendars::When;
    /// use jiff::civil::date;
    ///
    /// let day = date(2027, 5, 21);
    /// assert!(!When::AllDay { first: day, last: day }.outlasts_a_day());
    /// assert!(When::AllDay { first: day, last: date(2027, 5, 22) }.outlasts_a_day());
    /// ```
    #[must_use]
    pub fn outlasts_a_day(&self) -> bool {
        match self {
            Self::Timed { starts, ends, .. } => ends.is_some_and(|ends| {
                ends.at.duration_since(starts.at) > SignedDuration::from_hours(24)
            }),
            Self::AllDay { first, last } => first < last,
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::{Date, date};

    use super::*;

    fn timed(hours: Option<i64>) -> When {
        let local = date(2027, 5, 21).at(19, 0, 0, 0);
        let at: Timestamp = "2027-05-21T17:00:00Z".parse().unwrap();
        let ends = hours.map(SignedDuration::from_hours);
        When::Timed {
            starts: Moment { local, at },
            ends: ends.map(|length| Moment { local: local + length, at: at + length }),
            zone: "Europe/Berlin".to_owned(),
        }
    }

    fn days(first: Date, last: Date) -> When {
        When::AllDay { first, last }
    }

    #[test]
    fn the_uid_is_the_occurrence_and_nothing_else() {
        let occurrence = Uuid::from_u128(0x0192_f3a1_7c5e_4d2b_9a80_1f2e_3d4c_5b6a);
        assert_eq!(Uid::of(occurrence).as_str(), "0192f3a1-7c5e-4d2b-9a80-1f2e3d4c5b6a");
        assert_eq!(Uid::of(occurrence), Uid::of(occurrence));
    }

    #[test]
    fn a_day_may_be_filled_without_being_outlasted() {
        assert!(!timed(None).outlasts_a_day());
        assert!(!timed(Some(24)).outlasts_a_day());
        assert!(timed(Some(25)).outlasts_a_day());
    }

    #[test]
    fn the_end_may_be_missing_or_equal_but_not_before_the_start() {
        assert!(timed(None).is_in_order());
        assert!(timed(Some(0)).is_in_order());
        assert!(!timed(Some(-1)).is_in_order());
        assert!(days(date(2027, 5, 21), date(2027, 5, 21)).is_in_order());
        assert!(!days(date(2027, 5, 22), date(2027, 5, 21)).is_in_order());
    }
}
