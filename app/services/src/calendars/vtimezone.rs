//! The VTIMEZONE of a zone (RFC 5545 §3.6.5), in the one shape that every client reads alike.
//!
//! Outlook keeps one STANDARD and one DAYLIGHT per zone, those with the latest DTSTART, and takes
//! each for a yearly rule on the nth weekday of a month (MS-OXCICAL §2.1.3.1.1.19); of an explicit
//! list of dates it makes hours that are wrong for half the year (iCalcreator#86, #106). So a
//! [`Definition`] is either one fixed offset or one such pair of yearly rules. It need not be true
//! of every date the zone ever had: it comes with its own reader, [`Definition::read`], and a
//! local time that does not read back to the stored instant is written in UTC instead. That
//! covers hours that a clock shows twice (ical.js takes them for the later, others for the
//! earlier) or never, dates before a change of law, and instants stored under older zone data. Zones whose rule Outlook cannot hold (Gaza's goes by Ramadan,
//! Cairo's by the day after the last Thursday) have no definition and are in UTC throughout.

use std::fmt::Write as _;

use jiff::{
    Timestamp,
    civil::{Date, DateTime, Time, Weekday},
    tz::{Offset, TimeZone},
};

/// For how many years a rule must hold; within them a last Sunday is told from a fourth one.
const YEARS: usize = 12;

/// The year from which a definition speaks; all of them begin in 1970, as Google's do.
const FIRST_YEAR: i16 = 1971;

/// What a file says about one zone.
#[derive(Debug)]
pub(super) struct Definition {
    name: String,
    shape: Shape,
}

#[derive(Debug)]
enum Shape {
    Fixed { offset: Offset, abbreviation: String },
    Yearly { standard: Onset, daylight: Onset },
}

/// A change of the clock that comes back each year.
#[derive(Debug, Clone, PartialEq)]
struct Onset {
    from: Offset,
    to: Offset,
    month: i8,
    /// 1 to 4 from the start of the month, or -1 for the last.
    nth: i8,
    weekday: Weekday,
    time: Time,
    abbreviation: String,
}

/// A change of the clock in one year; `local` is what the clock showed when it was turned.
struct Turn {
    local: DateTime,
    from: Offset,
    to: Offset,
    abbreviation: String,
}

impl Definition {
    /// Describes the zone as it is from an instant on, if all clients can be told so: it keeps one
    /// offset for good, or turns the clock by yearly rules. `None` means: write UTC.
    ///
    /// There is no definition for less than that, such as the one offset that a single event
    /// needs: vobject remembers the first definition of a TZID for every later file.
    pub(super) fn new(zone: &TimeZone, since: Timestamp) -> Option<Self> {
        let name = zone.iana_name().filter(|name| is_plain(name))?.to_owned();
        let shape = if zone.following(since).next().is_none() {
            let info = zone.to_offset_info(since);
            let (offset, abbreviation) = (info.offset(), info.abbreviation().to_owned());
            // vobject forgets the name of a zone that is UTC by another, and then its times float.
            let is_worth_it = !offset.is_zero() && is_whole_minutes(offset);
            is_worth_it.then_some(Shape::Fixed { offset, abbreviation })?
        } else {
            let (standard, daylight) = yearly(zone, since)?;
            Shape::Yearly { standard, daylight }
        };
        Some(Self { name, shape })
    }

    /// The TZID (RFC 5545 §3.8.3.1), as zone data spells it.
    pub(super) fn name(&self) -> &str {
        &self.name
    }

    /// The instant that every reader of this definition makes of a local time; `None` where
    /// readers may differ, which is when the clock shows it twice or never.
    pub(super) fn read(&self, local: DateTime) -> Option<Timestamp> {
        if local.year() < FIRST_YEAR {
            return None;
        }
        let (standard, daylight) = match &self.shape {
            Shape::Fixed { offset, .. } => return offset.to_timestamp(local).ok(),
            Shape::Yearly { standard, daylight } => (standard, daylight),
        };
        let mut latest: Option<(DateTime, Offset)> = None;
        for year in local.year() - 1..=local.year() + 1 {
            for onset in [standard, daylight] {
                let before = onset.in_year(year)?;
                let after = onset.to.to_datetime(onset.from.to_timestamp(before).ok()?);
                if (before.min(after)..before.max(after)).contains(&local) {
                    return None;
                }
                if before <= local && latest.is_none_or(|(seen, _)| seen < before) {
                    latest = Some((before, onset.to));
                }
            }
        }
        latest?.1.to_timestamp(local).ok()
    }

    /// Writes the component.
    pub(super) fn write(&self, out: &mut String) {
        begin(out, &self.name);
        match &self.shape {
            Shape::Fixed { offset, abbreviation } => fixed(out, *offset, abbreviation),
            Shape::Yearly { standard, daylight } => {
                standard.write(out, "STANDARD");
                daylight.write(out, "DAYLIGHT");
            }
        }
        out.push_str("END:VTIMEZONE\r\n");
    }
}

/// Writes a zone for a calendar without entries, which must still have a component (§3.6).
pub(super) fn write_utc(out: &mut String) {
    begin(out, "UTC");
    fixed(out, Offset::UTC, "UTC");
    out.push_str("END:VTIMEZONE\r\n");
}

impl Onset {
    /// What the clock shows just before it is turned in this year.
    fn in_year(&self, year: i16) -> Option<DateTime> {
        let month = Date::new(year, self.month, 1).ok()?;
        let day = month.nth_weekday_of_month(self.nth, self.weekday).ok()?;
        Some(day.to_datetime(self.time))
    }

    fn write(&self, out: &mut String, kind: &str) {
        let Some(first) = self.in_year(FIRST_YEAR - 1) else {
            return;
        };
        let day = match self.weekday {
            Weekday::Monday => "MO",
            Weekday::Tuesday => "TU",
            Weekday::Wednesday => "WE",
            Weekday::Thursday => "TH",
            Weekday::Friday => "FR",
            Weekday::Saturday => "SA",
            Weekday::Sunday => "SU",
        };
        let rule = format!("FREQ=YEARLY;BYMONTH={};BYDAY={}{day}", self.month, self.nth);
        observance(out, kind, first, (self.from, self.to), &self.abbreviation, Some(&rule));
    }
}

/// The pair of yearly rules in force at an instant and for [`YEARS`] years after it: the turn to
/// the lower offset, and the one to the higher. Which of the two the law calls summer time does
/// not matter (in Ireland it is the winter that deviates).
fn yearly(zone: &TimeZone, at: Timestamp) -> Option<(Onset, Onset)> {
    let turns = turns(zone, at)?;
    let (down, up): (Vec<_>, Vec<_>) = turns.iter().partition(|turn| turn.to < turn.from);
    let (standard, daylight) = (rule(&down)?, rule(&up)?);
    (standard.to == daylight.from && standard.from == daylight.to).then_some((standard, daylight))
}

/// The turn before an instant and those of the years after it.
fn turns(zone: &TimeZone, at: Timestamp) -> Option<Vec<Turn>> {
    // One second on, because a turn at this very instant counts as the one before it.
    let last = zone.preceding(Timestamp::from_second(at.as_second() + 1).ok()?).next()?;
    let turns: Vec<Turn> = std::iter::once(last)
        .chain(zone.following(at).take(2 * YEARS - 1))
        .map(|turn| {
            let at = turn.timestamp();
            let from = zone.to_offset(Timestamp::from_second(at.as_second() - 1).unwrap_or(at));
            Turn {
                local: from.to_datetime(at),
                from,
                to: turn.offset(),
                abbreviation: turn.abbreviation().to_owned(),
            }
        })
        .collect();
    (turns.len() == 2 * YEARS).then_some(turns)
}

/// The rule that these turns follow, one a year, if there is one.
fn rule(turns: &[&Turn]) -> Option<Onset> {
    let first = turns.first().filter(|_| turns.len() == YEARS)?;
    let day = |turn: &Turn| turn.local.date();
    let nth = if turns.iter().all(|turn| day(turn).day() + 7 > day(turn).days_in_month()) {
        -1
    } else {
        (day(first).day() - 1) / 7 + 1
    };
    let rule = Onset {
        from: first.from,
        to: first.to,
        month: day(first).month(),
        nth,
        weekday: day(first).weekday(),
        time: first.local.time(),
        abbreviation: first.abbreviation.clone(),
    };
    let holds = first.from != first.to
        && is_whole_minutes(first.from)
        && is_whole_minutes(first.to)
        && (1i16..).zip(turns).all(|(year, turn)| {
            let expected = rule.in_year(first.local.year() + year - 1);
            (expected, turn.from, turn.to) == (Some(turn.local), rule.from, rule.to)
        });
    holds.then_some(rule)
}

/// Names of zones stand in parameters and text without being escaped, so only plain ones do.
fn is_plain(name: &str) -> bool {
    name.len() <= 64 && name.chars().all(|c| c.is_ascii_alphanumeric() || "_-+/".contains(c))
}

/// No client is known to read a UTC-OFFSET with seconds, and none was in force after 1972.
fn is_whole_minutes(offset: Offset) -> bool {
    offset.seconds() % 60 == 0
}

fn begin(out: &mut String, name: &str) {
    out.push_str("BEGIN:VTIMEZONE\r\nTZID:");
    out.push_str(name);
    out.push_str("\r\n");
}

fn fixed(out: &mut String, offset: Offset, abbreviation: &str) {
    let first = Date::constant(FIRST_YEAR - 1, 1, 1).at(0, 0, 0, 0);
    observance(out, "STANDARD", first, (offset, offset), abbreviation, None);
}

fn observance(
    out: &mut String,
    kind: &str,
    first: DateTime,
    (from, to): (Offset, Offset),
    abbreviation: &str,
    rule: Option<&str>,
) {
    // Writing to a String cannot fail.
    let _ = write!(out, "BEGIN:{kind}\r\nDTSTART:{}\r\n", first.strftime("%Y%m%dT%H%M%S"));
    if let Some(rule) = rule {
        let _ = write!(out, "RRULE:{rule}\r\n");
    }
    let _ = write!(out, "TZOFFSETFROM:{}\r\nTZOFFSETTO:{}\r\n", utc_offset(from), utc_offset(to));
    if !abbreviation.is_empty() && is_plain(abbreviation) {
        let _ = write!(out, "TZNAME:{abbreviation}\r\n");
    }
    let _ = write!(out, "END:{kind}\r\n");
}

/// An UTC-OFFSET value (RFC 5545 §3.3.14), in whole minutes.
fn utc_offset(offset: Offset) -> String {
    let minutes = offset.seconds().abs() / 60;
    let sign = if offset.is_negative() { '-' } else { '+' };
    format!("{sign}{:02}{:02}", minutes / 60, minutes % 60)
}
