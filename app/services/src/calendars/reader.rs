//! Reading the calendars that other systems write: bytes become drafts of events and a list of
//! problems, each with its line.
//!
//! The file is a stranger's. Reading never panics, looks at every byte a fixed number of times,
//! holds little more than the file, and never expands a rule of recurrence. What cannot be read
//! costs the event it is in and no other; what was left out is always named.
//!
//! **Why not a parser from a library?** Because neither says where something is. `icalendar`
//! 0.17.17 gives up the whole file at the first line it does not like, and counts the lines of the
//! unfolded text; `calcard` 0.3.14 passes over such lines in silence and takes its zones from
//! `chrono-tz`, whose data are of 2025. Both want UTF-8 before unfolding, so a letter that was
//! folded through is lost. The part of RFC 5545 that an import needs is small: lines, components,
//! twelve properties. Dates, durations and zones, which are not small, are `jiff`'s; the names of
//! zones are those of CLDR in `icu`.
//!
//! **Why is a title without UTF-8 not read as Latin-1?** It might be any of thirty encodings. The
//! wrong one gives words that look right to the operator's eye and are read by visitors.
//!
//! **Why are two calendars in one file no problem?** RFC 5545, 3.4 allows it. Zones are looked up
//! in the calendar of the event; a `UID` must be the only one in the file.

mod calendar;
mod event;
mod lines;
mod problem;
mod text;
mod times;
mod vtimezone;
mod walk;
mod zones;

#[cfg(test)]
mod tests;

use jiff::civil::DateTime;

pub use lines::MAX_LINE;
pub use problem::{Loss, MAX_PROBLEMS, Problem, ProblemKind};

use problem::Problems;
use walk::Walk;

/// The most bytes a file may have.
pub const MAX_BYTES: usize = 5_000_000;
/// The most events a file may have.
pub const MAX_EVENTS: usize = 5_000;
/// The most components inside one another. A calendar as the standard has it needs three.
pub const MAX_DEPTH: usize = 8;

/// How much is kept of one event. What is over is cut, or left out where a part means nothing.
pub mod limits {
    /// Characters of a title.
    pub const TITLE: usize = 200;
    /// Characters of a description.
    pub const DESCRIPTION: usize = 20_000;
    /// Characters of a location.
    pub const LOCATION: usize = 300;
    /// Bytes of a link.
    pub const URL: usize = 2_000;
    /// Bytes of a `UID`.
    pub const UID: usize = 1_000;
    /// Categories.
    pub const CATEGORIES: usize = 50;
    /// Characters of a category.
    pub const CATEGORY: usize = 100;
}

/// What a file holds.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Reading {
    /// The events, in the order of the file.
    pub drafts: Vec<Draft>,
    /// What could not be read, in the order of the lines.
    pub problems: Vec<Problem>,
}

/// An event as its calendar has it: clean text within the [`limits`], not yet tried by our rules.
#[derive(Debug, Clone, PartialEq)]
pub struct Draft {
    /// The line of `BEGIN:VEVENT`.
    pub line: usize,
    /// The `UID` (RFC 5545, 3.8.4.7), by which the same event is known again. No other draft has
    /// it. Old programs write none.
    pub uid: Option<String>,
    /// The `SUMMARY`: one line, never empty.
    pub title: String,
    /// The `DESCRIPTION`, with its lines. Plain text, though some programs put HTML into it.
    pub description: String,
    /// The `LOCATION`: one line.
    pub location: Option<String>,
    /// The `GEO`: latitude and longitude.
    pub coordinates: Option<(f64, f64)>,
    /// The `URL`, if it begins with `http` or `https`.
    pub url: Option<String>,
    /// The `CATEGORIES`, each once.
    pub categories: Vec<String>,
    /// The `LANGUAGE` of the title (RFC 5545, 3.2.10), as it stands.
    pub language: Option<String>,
    /// Whether it is called off: `STATUS:CANCELLED`, or `METHOD:CANCEL` for the calendar.
    pub cancelled: bool,
    /// The `SEQUENCE` (RFC 5545, 3.8.7.4): how often the event was changed.
    pub sequence: u32,
    /// When it is, or for an event that repeats, when it is first.
    pub when: When,
}

/// When an event is: what clock and calendar show where it takes place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct When {
    /// The start; for whole days midnight of the first.
    pub starts: DateTime,
    /// The end, never before the start; for whole days midnight **at the beginning of the last
    /// day**, which belongs to the event (in the file, `DTEND` is the day after).
    pub ends: DateTime,
    /// The IANA name of the zone, or `UTC`. Always one that `jiff` has rules for.
    pub zone: String,
    /// Whether these are whole days.
    pub all_day: bool,
}

/// Reads a file.
///
/// `default_zone` is for days and times that have no zone, in calendars that name none.
///
/// ```ignore
/// let reading = read(&std::fs::read("calendar.ics")?, Some("Europe/Berlin"));
/// for problem in &reading.problems {
///     eprintln!("{problem}");
/// }
/// ```
#[must_use]
pub fn read(bytes: &[u8], default_zone: Option<&str>) -> Reading {
    let mut problems = Problems::default();
    if bytes.len() > MAX_BYTES {
        problems.add(0, ProblemKind::TooLarge);
    } else if let Some(plain) = problems.keep(lines::plain(bytes)) {
        return Walk::new(default_zone, problems).through(&plain);
    }
    Reading { drafts: Vec::new(), problems: problems.in_order() }
}
