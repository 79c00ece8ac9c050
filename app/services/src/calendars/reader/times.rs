//! When an event is: dates, times and durations (RFC 5545, 3.3.4 to 3.3.6 and 3.6.1).

use jiff::civil::{Date, DateTime};
use jiff::fmt::temporal::SpanParser;
use jiff::{Span, Timestamp};

use super::When;
use super::calendar::Calendar;
use super::lines::Content;
use super::problem::{Failure, ProblemKind, shown};
use super::zones::{Names, Zone};

/// A value of type DATE or DATE-TIME, told apart by its form: programs err in `VALUE`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Moment {
    /// A whole day.
    Day(Date),
    /// A time in the zone of `TZID`, or in none.
    Local(DateTime),
    /// A time with `Z`.
    Utc(DateTime),
}

impl Moment {
    /// Reads `YYYYMMDD`, `YYYYMMDDTHHMMSS` and the latter with `Z`.
    pub(super) fn read(value: &str) -> Option<Self> {
        let number = |range: std::ops::Range<usize>| -> Option<i16> {
            let digits = value.get(range)?;
            digits.bytes().all(|byte| byte.is_ascii_digit()).then(|| digits.parse().ok())?
        };
        let small = |at| number(at..at + 2).and_then(|number| i8::try_from(number).ok());
        let date = Date::new(number(0..4)?, small(4)?, small(6)?).ok()?;
        let Some(time) = value.get(8..).filter(|time| !time.is_empty()) else {
            return Some(Self::Day(date));
        };
        // Second 60 is a leap second, which computers do not count.
        let second = small(13)?.min(if value.get(13..15) == Some("60") { 59 } else { i8::MAX });
        let clock = jiff::civil::Time::new(small(9)?, small(11)?, second, 0).ok()?;
        let both = date.to_datetime(clock);
        match (time.as_bytes()[0], &value[15..]) {
            (b'T' | b't', "") => Some(Self::Local(both)),
            (b'T' | b't', "Z" | "z") => Some(Self::Utc(both)),
            _ => None,
        }
    }

    /// What stands there, without regard to a zone.
    pub(super) fn civil(self) -> DateTime {
        match self {
            Self::Day(date) => date.to_datetime(jiff::civil::Time::midnight()),
            Self::Local(time) | Self::Utc(time) => time,
        }
    }
}

/// The properties that say when an event is.
pub(super) struct Times<'e, 'a> {
    pub(super) start: &'e Content<'a>,
    pub(super) end: Option<&'e Content<'a>>,
    pub(super) duration: Option<&'e Content<'a>>,
}

impl Times<'_, '_> {
    /// When the event is, with the defaults of RFC 5545, 3.6.1: without an end, an event with a
    /// time ends as it starts, and one without has one day.
    pub(super) fn read(&self, calendar: &Calendar, names: &mut Names) -> Result<When, Failure> {
        let start = moment(self.start)?;
        let zone = zone(self.start, start, calendar, names)?;
        match start {
            Moment::Day(first) => {
                let last = self.last_day(first)?;
                let at = |day: Date| day.to_datetime(jiff::civil::Time::midnight());
                let after = last.tomorrow().ok().and_then(|day| zone.instant(at(day)));
                if after.is_none() {
                    return Err(bad_date(self.start));
                }
                Ok(When { starts: at(first), ends: at(last), zone: zone.name, all_day: true })
            }
            Moment::Local(_) | Moment::Utc(_) => {
                let starts = instant(self.start, start, &zone)?;
                let ends = self.end_instant(starts, &zone, calendar, names)?;
                Ok(timed(starts, ends, zone))
            }
        }
    }

    /// The last day of an event of whole days. `DTEND` is the day after it (RFC 5545, 3.6.1), but
    /// some programs write the first day for an event of one day.
    fn last_day(&self, first: Date) -> Result<Date, Failure> {
        if let Some(content) = self.end {
            return match moment(content)? {
                Moment::Day(end) if end < first => {
                    Err((content.line, ProblemKind::EndsBeforeStart))
                }
                Moment::Day(end) if end == first => Ok(first),
                Moment::Day(end) => end.yesterday().map_err(|_| bad_date(content)),
                _ => Err((content.line, ProblemKind::MixedDates)),
            };
        }
        let Some(content) = self.duration else {
            return Ok(first);
        };
        let length = duration(content)?;
        let hours =
            i64::from(length.get_hours()) + length.get_minutes() / 60 + length.get_seconds() / 3600;
        let days = i64::from(length.get_weeks()) * 7 + i64::from(length.get_days()) + hours / 24;
        let more = Span::new().try_days(days.max(1) - 1);
        more.and_then(|more| first.checked_add(more)).map_err(|_| bad_duration(content))
    }

    /// When an event with a time ends. `DTEND` may be in another zone than `DTSTART`; in none, it
    /// is taken to be in the same. In a `DURATION` days are days of the calendar, hours are exact
    /// (RFC 5545, 3.3.6).
    fn end_instant(
        &self,
        starts: Timestamp,
        zone: &Zone,
        calendar: &Calendar,
        names: &mut Names,
    ) -> Result<Timestamp, Failure> {
        let (line, ends) = if let Some(content) = self.end {
            let end = moment(content)?;
            let ends = match end {
                Moment::Day(_) => return Err((content.line, ProblemKind::MixedDates)),
                Moment::Local(_) if content.param("TZID").is_none() => instant(content, end, zone)?,
                _ => instant(content, end, &self::zone(content, end, calendar, names)?)?,
            };
            (content.line, ends)
        } else if let Some(content) = self.duration {
            let ends =
                starts.to_zoned_datetime(zone.rules().clone()).checked_add(duration(content)?);
            (content.line, ends.map_err(|_| bad_duration(content))?.timestamp())
        } else {
            (self.start.line, starts)
        };
        if ends < starts { Err((line, ProblemKind::EndsBeforeStart)) } else { Ok(ends) }
    }
}

/// A time in a zone. Where the clock goes back, an hour comes twice and local times cannot say
/// which is meant; an event that touches it is kept in UTC, which can.
fn timed(starts: Timestamp, ends: Timestamp, zone: Zone) -> When {
    let is_clear = |instant| zone.instant(zone.local(instant)) == Some(instant);
    let zone = if is_clear(starts) && is_clear(ends) { zone } else { Zone::utc() };
    When { starts: zone.local(starts), ends: zone.local(ends), zone: zone.name, all_day: false }
}

/// The zone a moment is in. A time with `Z` is shown in the zone of its calendar.
fn zone(
    content: &Content<'_>,
    moment: Moment,
    calendar: &Calendar,
    names: &mut Names,
) -> Result<Zone, Failure> {
    let tzid = content.param("TZID");
    let default = calendar.zone_or_default();
    if let Some(tzid) = tzid
        && let Some(zone) = names.of_tzid(tzid, calendar.definition(tzid), default, moment.civil())
    {
        return Ok(zone);
    }
    match (moment, tzid) {
        (Moment::Utc(_), _) => Ok(calendar.zone().cloned().unwrap_or_else(Zone::utc)),
        (Moment::Local(_), Some(tzid)) => {
            Err((content.line, ProblemKind::UnknownZone(shown(tzid.as_bytes()))))
        }
        _ => default.cloned().ok_or((content.line, ProblemKind::FloatingTime)),
    }
}

fn instant(content: &Content<'_>, moment: Moment, zone: &Zone) -> Result<Timestamp, Failure> {
    let zone = if matches!(moment, Moment::Utc(_)) { &Zone::utc() } else { zone };
    zone.instant(moment.civil()).ok_or_else(|| bad_date(content))
}

fn moment(content: &Content<'_>) -> Result<Moment, Failure> {
    let value = std::str::from_utf8(content.value()).ok();
    value.and_then(|value| Moment::read(value.trim())).ok_or_else(|| bad_date(content))
}

/// A duration without months and years, which the standard does not have.
fn duration(content: &Content<'_>) -> Result<Span, Failure> {
    let span = SpanParser::new().parse_span(content.value().trim_ascii());
    let span = span.map_err(|_| bad_duration(content))?;
    if span.get_years() != 0 || span.get_months() != 0 {
        return Err(bad_duration(content));
    }
    if span.is_negative() { Err((content.line, ProblemKind::EndsBeforeStart)) } else { Ok(span) }
}

fn bad_date(content: &Content<'_>) -> Failure {
    (content.line, ProblemKind::BadDate(shown(content.value())))
}

fn bad_duration(content: &Content<'_>) -> Failure {
    (content.line, ProblemKind::BadDuration(shown(content.value())))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn dates_and_times_are_told_apart_by_their_form() {
        let at = date(2027, 6, 15).at(19, 0, 0, 0);
        assert_eq!(Moment::read("20270615"), Some(Moment::Day(date(2027, 6, 15))));
        assert_eq!(Moment::read("20270615T190000"), Some(Moment::Local(at)));
        assert_eq!(Moment::read("20270615t190000z"), Some(Moment::Utc(at)));
        let leap = date(2016, 12, 31).at(23, 59, 59, 0);
        assert_eq!(Moment::read("20161231T235960Z"), Some(Moment::Utc(leap)));
    }

    #[test]
    fn a_day_that_never_was_and_any_other_form_is_no_date() {
        for wrong in [
            "",
            "2027",
            "20270229",
            "20271301",
            "20270615T",
            "20270615T19",
            "20270615T240000",
            "20270615T190061",
            "20270615T190000X",
            "20270615T190000ZZ",
            "20270615 190000",
            "2027-06-15",
            "+0270615",
            "2027061५",
            "20270615T19000५",
            "20270615äT190000",
        ] {
            assert_eq!(Moment::read(wrong), None, "{wrong}");
        }
    }
}
