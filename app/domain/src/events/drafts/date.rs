//! A date of an event: when, and how many places.

use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;
use serde::{Deserialize, Serialize};

use super::{keep, places, whole};
use crate::events::schedule::{ImpossibleDate, Meeting, When, place};
use crate::invalid::{Code, Field, Invalid};

/// The most dates that an event may have.
pub const MAX_DATES: usize = 50;

/// Years in which an event can be.
const YEARS: std::ops::RangeInclusive<i16> = 2000..=2199;

/// What was typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct DateDraft {
    /// When it begins, on the clock of the zone: `2027-05-05T19:00`.
    pub starts: String,
    /// When it ends; for whole days some time of the last one.
    pub ends: String,
    /// The IANA name of the zone.
    pub zone: String,
    /// Not empty for whole days.
    pub all_day: String,
    /// Places in all.
    pub capacity: String,
}

/// What may be stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CheckedDate {
    /// When.
    pub when: When,
    /// Places in all.
    pub capacity: i64,
    /// Whether a time was left out by clocks going forward, and so was moved with them.
    pub moved: bool,
}

impl DateDraft {
    /// The date, if nothing is wrong with it. A time that clocks leave out is moved forward by the
    /// rule of [`place`].
    ///
    /// # Errors
    /// Everything that is wrong.
    pub fn check(&self) -> Result<CheckedDate, Vec<Invalid>> {
        let mut wrong = Vec::new();
        let starts = keep(time(&self.starts).map(Some), Field::Starts, &mut wrong);
        let ends = keep(time(&self.ends).map(Some), Field::Ends, &mut wrong);
        let zone = keep(zone(&self.zone).map(Some), Field::Zone, &mut wrong);
        let capacity = keep(places(&self.capacity), Field::Capacity, &mut wrong);
        let (Some(starts), Some(ends), Some(zone)) = (starts, ends, zone) else {
            return Err(wrong);
        };
        match self.when(starts, ends, &zone) {
            Ok((when, moved)) => whole(CheckedDate { when, capacity, moved }, wrong),
            Err(invalid) => {
                wrong.push(invalid);
                Err(wrong)
            }
        }
    }

    fn when(
        &self,
        starts: DateTime,
        ends: DateTime,
        zone: &TimeZone,
    ) -> Result<(When, bool), Invalid> {
        let all_day = !self.all_day.is_empty();
        let out_of_range = |_| Invalid::new(Field::Ends, Code::DateTime);
        let (starts, ends, moved) = if all_day {
            let last = ends.date();
            if last < starts.date() {
                return Err(Invalid::new(Field::Ends, Code::EndsBeforeStart));
            }
            let after = last.tomorrow().map_err(out_of_range)?;
            (midnight(starts.date()), midnight(after), false)
        } else {
            let (starts, first) = existing(starts, zone).map_err(out_of_range)?;
            let (ends, second) = existing(ends, zone).map_err(out_of_range)?;
            (starts, ends, first || second)
        };
        let name = zone.iana_name().unwrap_or_default();
        let when = When::new(starts, ends, all_day, name).map_err(|error| match error {
            ImpossibleDate::Zone(_) => Invalid::new(Field::Zone, Code::UnknownZone),
            ImpossibleDate::EndsBeforeStart => Invalid::new(Field::Ends, Code::EndsBeforeStart),
            ImpossibleDate::Range => Invalid::new(Field::Starts, Code::DateTime),
        })?;
        Ok((when, moved))
    }
}

/// The date as it would have been typed: what its form begins with.
impl From<(&When, i64)> for DateDraft {
    fn from((when, capacity): (&When, i64)) -> Self {
        let time = |time: DateTime| time.strftime("%Y-%m-%dT%H:%M").to_string();
        let ends = if when.all_day { midnight(when.last_day()) } else { when.ends };
        Self {
            starts: time(when.starts),
            ends: time(ends),
            zone: when.zone.clone(),
            all_day: if when.all_day { "on".into() } else { String::new() },
            capacity: capacity.to_string(),
        }
    }
}

fn midnight(date: Date) -> DateTime {
    date.to_datetime(jiff::civil::Time::midnight())
}

/// The time as a clock there shows it, and whether it had to be moved for that.
pub(super) fn existing(local: DateTime, zone: &TimeZone) -> Result<(DateTime, bool), jiff::Error> {
    let placed = place(local, zone)?;
    if placed.meeting == Meeting::Gap {
        Ok((placed.offset.to_datetime(placed.at), true))
    } else {
        Ok((local, false))
    }
}

/// A day and a time, to the minute; a day alone begins at midnight.
pub(super) fn time(text: &str) -> Result<DateTime, Code> {
    let text = text.trim();
    if text.is_empty() {
        return Err(Code::Required);
    }
    let local: DateTime = text.parse().map_err(|_| Code::DateTime)?;
    let local = local.with().second(0).subsec_nanosecond(0).build().map_err(|_| Code::DateTime)?;
    if YEARS.contains(&local.year()) { Ok(local) } else { Err(Code::DateTime) }
}

pub(super) fn zone(text: &str) -> Result<TimeZone, Code> {
    let text = text.trim();
    if text.is_empty() {
        return Err(Code::Required);
    }
    let zone = TimeZone::get(text).map_err(|_| Code::UnknownZone)?;
    if zone.iana_name().is_some() { Ok(zone) } else { Err(Code::UnknownZone) }
}

#[cfg(test)]
mod tests {
    use super::DateDraft;
    use crate::invalid::{Code, Field, Invalid};

    fn draft(starts: &str, ends: &str, zone: &str) -> DateDraft {
        DateDraft {
            starts: starts.into(),
            ends: ends.into(),
            zone: zone.into(),
            all_day: String::new(),
            capacity: "20".into(),
        }
    }

    #[track_caller]
    fn assert_refused(draft: &DateDraft, field: Field, code: Code) {
        assert_eq!(draft.check().expect_err("refused"), [Invalid::new(field, code)]);
    }

    #[test]
    fn a_date_comes_back_as_it_was_typed() {
        let draft = draft("2027-05-05T19:00", "2027-05-05T21:30", "Africa/Casablanca");
        let checked = draft.check().expect("a date");
        assert!(!checked.moved);
        assert_eq!(DateDraft::from((&checked.when, checked.capacity)), draft);
    }

    #[test]
    fn whole_days_end_with_the_last_one() {
        let mut draft = draft("2027-05-05T19:00", "2027-05-06T08:00", "Europe/Paris");
        draft.all_day = "on".into();
        let checked = draft.check().expect("a date");
        assert_eq!(checked.when.ends.to_string(), "2027-05-07T00:00:00");
        let back = DateDraft::from((&checked.when, checked.capacity));
        assert_eq!(
            (back.starts.as_str(), back.ends.as_str()),
            ("2027-05-05T00:00", "2027-05-06T00:00")
        );
        draft.ends = "2027-05-04".into();
        assert_refused(&draft, Field::Ends, Code::EndsBeforeStart);
    }

    #[test]
    fn a_time_that_clocks_leave_out_moves_with_them() {
        let draft = draft("2027-03-28T02:30", "2027-03-28T05:00", "Europe/Madrid");
        let checked = draft.check().expect("a date");
        assert!(checked.moved);
        assert_eq!(checked.when.starts.to_string(), "2027-03-28T03:30:00");
        let draft = self::draft("2027-10-31T02:30", "2027-10-31T05:00", "Europe/Madrid");
        assert!(!draft.check().expect("a date").moved, "what exists twice is the first");
    }

    #[test]
    fn what_is_no_date_is_refused_at_its_field() {
        let (early, late, zone) = ("2027-05-05T19:00", "2027-05-05T21:30", "europe/paris");
        assert_eq!(draft(early, late, zone).check().expect("a date").when.zone, "Europe/Paris");
        assert_refused(&draft(late, early, zone), Field::Ends, Code::EndsBeforeStart);
        assert_refused(&draft("soon", late, zone), Field::Starts, Code::DateTime);
        assert_refused(&draft(early, "12027-05-05T19:00", zone), Field::Ends, Code::DateTime);
        assert_refused(&draft("", late, zone), Field::Starts, Code::Required);
        assert_refused(&draft(early, late, "Mars/Base"), Field::Zone, Code::UnknownZone);
        assert_refused(&draft(early, late, ""), Field::Zone, Code::Required);
        let mut many = draft(early, late, zone);
        many.capacity = "100001".into();
        assert_refused(&many, Field::Capacity, Code::Places);
    }
}
