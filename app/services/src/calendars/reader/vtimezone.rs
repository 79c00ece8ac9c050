//! Time zones that a calendar describes itself (RFC 5545, 3.6.5).
//!
//! They are needed only where the name says nothing, so what is understood is what programs
//! write: observances that begin once, or each year on a weekday of a month. An event has one
//! IANA zone with us; the description finds it or tests it, and never takes its place.

use jiff::civil::{Date, DateTime, Weekday};
use jiff::tz::Offset;

use super::lines::Content;
use super::times::Moment;

/// The most observances that are kept of one zone; the history of any zone since 1900 has fewer.
const MAX_OBSERVANCES: usize = 300;

/// A `VTIMEZONE`.
#[derive(Debug, Default)]
pub(super) struct Definition {
    /// Its `TZID`, under which events name it.
    pub(super) tzid: Option<String>,
    location: Option<String>,
    observances: Vec<Observance>,
    unclear: bool,
}

/// A `STANDARD` or `DAYLIGHT` component: from each of its onsets on, this is the offset.
#[derive(Debug, Default)]
struct Observance {
    offset: Option<Offset>,
    onset: Option<DateTime>,
    yearly: Option<Yearly>,
}

/// The rule `FREQ=YEARLY` with one `BYMONTH` and one `BYDAY` such as `-1SU`.
#[derive(Debug, PartialEq)]
struct Yearly {
    month: i8,
    nth: i8,
    weekday: Weekday,
    until: Option<DateTime>,
}

impl Definition {
    /// Takes a property of the `VTIMEZONE` itself.
    pub(super) fn take(&mut self, content: &Content<'_>) {
        let value = || Some(String::from_utf8_lossy(content.value()).trim().to_owned());
        match content.name.as_str() {
            "TZID" if self.tzid.is_none() => self.tzid = value(),
            "X-LIC-LOCATION" if self.location.is_none() => self.location = value(),
            _ => {}
        }
    }

    /// Begins a `STANDARD` or `DAYLIGHT` component.
    pub(super) fn begin_observance(&mut self) {
        if self.observances.len() < MAX_OBSERVANCES {
            self.observances.push(Observance::default());
        } else {
            self.unclear = true;
        }
    }

    /// Takes a property of the observance that was begun last.
    pub(super) fn take_in_observance(&mut self, content: &Content<'_>) {
        let Some(observance) = self.observances.last_mut() else {
            return;
        };
        let value = String::from_utf8_lossy(content.value());
        let value = value.trim();
        match content.name.as_str() {
            "TZOFFSETTO" => observance.offset = offset(value),
            "DTSTART" => observance.onset = Moment::read(value).map(Moment::civil),
            "RRULE" => {
                observance.yearly = yearly(value);
                self.unclear |= observance.yearly.is_none();
            }
            "RDATE" => self.unclear = true,
            _ => {}
        }
    }

    /// The `X-LIC-LOCATION` that libical and its users write beside a name of their own.
    pub(super) fn location(&self) -> Option<&str> {
        self.location.as_deref()
    }

    /// The offset, if all observances have the same.
    pub(super) fn only_offset(&self) -> Option<Offset> {
        let first = self.observances.first()?.offset?;
        let same = self.observances.iter().all(|observance| observance.offset == Some(first));
        same.then_some(first)
    }

    /// The offset at a local time, if the rules are of the kind we understand: that of the
    /// observance whose onset is the last before it.
    pub(super) fn offset(&self, local: DateTime) -> Option<Offset> {
        if self.unclear {
            return None;
        }
        let onsets = self
            .observances
            .iter()
            .filter_map(|observance| Some((observance.last_onset(local)?, observance.offset?)));
        onsets.max_by_key(|(onset, _)| *onset).map(|(_, offset)| offset)
    }
}

impl Observance {
    /// The last onset that is not after this local time.
    fn last_onset(&self, local: DateTime) -> Option<DateTime> {
        let first = self.onset.filter(|onset| *onset <= local)?;
        let Some(rule) = &self.yearly else {
            return Some(first);
        };
        let last = rule.until.map_or(local, |until| until.min(local));
        [last.year(), last.year() - 1]
            .into_iter()
            .filter_map(|year| rule.day(year))
            .map(|day| day.to_datetime(first.time()))
            .find(|onset| *onset <= last && *onset >= first)
            .or(Some(first))
    }
}

impl Yearly {
    fn day(&self, year: i16) -> Option<Date> {
        let month = Date::new(year, self.month, 1).ok()?;
        month.nth_weekday_of_month(self.nth, self.weekday).ok()
    }
}

/// A UTC offset (RFC 5545, 3.3.14): `+0100`, `-033052`.
fn offset(value: &str) -> Option<Offset> {
    let (sign, digits) = match value.as_bytes() {
        [b'+', digits @ ..] => (1, digits),
        [b'-', digits @ ..] => (-1, digits),
        digits => (1, digits),
    };
    if !matches!(digits.len(), 4 | 6) || !digits.iter().all(u8::is_ascii_digit) {
        return None;
    }
    let parts = digits
        .chunks_exact(2)
        .map(|pair| i32::from(pair[0] - b'0') * 10 + i32::from(pair[1] - b'0'));
    let seconds = parts.zip([3600, 60, 1]).map(|(part, unit)| part * unit).sum::<i32>();
    Offset::from_seconds(sign * seconds).ok()
}

/// The rule, if it is of the one kind that time zones have today.
fn yearly(value: &str) -> Option<Yearly> {
    let (mut month, mut day, mut until, mut is_yearly) = (None, None, None, false);
    for part in value.split(';') {
        let (name, value) = part.split_once('=')?;
        match name.trim().to_ascii_uppercase().as_str() {
            "FREQ" => is_yearly = value.eq_ignore_ascii_case("YEARLY"),
            "BYMONTH" => month = value.parse().ok(),
            "BYDAY" => day = weekday(value),
            "UNTIL" => until = Some(Moment::read(value)?.civil()),
            "INTERVAL" if value == "1" => {}
            "WKST" => {}
            _ => return None,
        }
    }
    let (nth, weekday) = day?;
    is_yearly.then_some(Yearly { month: month?, nth, weekday, until })
}

/// `-1SU` or `2SU`.
fn weekday(value: &str) -> Option<(i8, Weekday)> {
    let (nth, day) = value.split_at_checked(value.len().checked_sub(2)?)?;
    let weekday = match day.to_ascii_uppercase().as_str() {
        "MO" => Weekday::Monday,
        "TU" => Weekday::Tuesday,
        "WE" => Weekday::Wednesday,
        "TH" => Weekday::Thursday,
        "FR" => Weekday::Friday,
        "SA" => Weekday::Saturday,
        "SU" => Weekday::Sunday,
        _ => return None,
    };
    Some((nth.parse().ok()?, weekday))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offsets_are_read_with_and_without_seconds() {
        assert_eq!(offset("+0530").map(Offset::seconds), Some(19_800));
        assert_eq!(offset("-033052").map(Offset::seconds), Some(-12_652));
        for wrong in ["", "+", "+1", "+01:00", "+9999", "ä0"] {
            assert_eq!(offset(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn only_rules_that_are_understood_are_read() {
        let rule = yearly("FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10");
        let expected = Yearly { month: 10, nth: -1, weekday: Weekday::Sunday, until: None };
        assert_eq!(rule, Some(expected));
        for other in [
            "",
            "FREQ=DAILY;BYDAY=1SU;BYMONTH=3",
            "FREQ=YEARLY",
            "FREQ=YEARLY;BYMONTH=3;BYDAY=SU",
            "FREQ=YEARLY;BYMONTHDAY=8,9;BYDAY=1SU;BYMONTH=3",
            "FREQ=SECONDLY;COUNT=1000000000",
        ] {
            assert_eq!(yearly(other), None, "{other}");
        }
    }
}
