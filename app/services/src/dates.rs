//! Dates, times and zones in words, by CLDR (ICU4X).
//!
//! Hours from 0 to 23 and Western digits in every language: the same digits as in the forms, the
//! calendars and the references that people compare them with.

use std::sync::LazyLock;

use domain::events::schedule::When;
use domain::language::Language;
use icu::datetime::fieldsets::{self, zone::Location};
use icu::datetime::{DateTimeFormatter, NoCalendarFormatter};
use icu::locale::Locale;
use icu::time::TimeZone as Zone;
use jiff::tz::TimeZone;
use jiff::{Timestamp, civil};

use crate::texts::Texts;

/// The formats of one language.
pub struct Dates {
    language: Language,
    day: DateTimeFormatter<fieldsets::YMDE>,
    short: DateTimeFormatter<fieldsets::MDE>,
    month: DateTimeFormatter<fieldsets::M>,
    month_and_year: DateTimeFormatter<fieldsets::YM>,
    weekday: DateTimeFormatter<fieldsets::E>,
    time: NoCalendarFormatter<fieldsets::T>,
    zone: NoCalendarFormatter<Location>,
}

static ALL: LazyLock<Vec<Dates>> =
    LazyLock::new(|| Language::ALL.iter().map(|language| Dates::new(*language)).collect());

impl Dates {
    /// The formats of this language, made once.
    #[must_use]
    pub fn of(language: Language) -> &'static Self {
        ALL.iter().find(|dates| dates.language == language).expect("every language has its formats")
    }

    fn new(language: Language) -> Self {
        let tag = match language {
            Language::English => "en-GB",
            Language::Arabic => "ar-u-hc-h23-nu-latn",
            other => other.code(),
        };
        let locale: Locale = tag.parse().expect("the tags above are well formed");
        let made = "the six languages are in the compiled data";
        Self {
            language,
            day: DateTimeFormatter::try_new((&locale).into(), fieldsets::YMDE::long()).expect(made),
            short: DateTimeFormatter::try_new((&locale).into(), fieldsets::MDE::medium())
                .expect(made),
            month: DateTimeFormatter::try_new((&locale).into(), fieldsets::M::medium())
                .expect(made),
            month_and_year: DateTimeFormatter::try_new((&locale).into(), fieldsets::YM::long())
                .expect(made),
            weekday: DateTimeFormatter::try_new((&locale).into(), fieldsets::E::medium())
                .expect(made),
            time: NoCalendarFormatter::try_new((&locale).into(), fieldsets::T::hm()).expect(made),
            zone: NoCalendarFormatter::try_new((&locale).into(), Location).expect(made),
        }
    }

    /// `Wednesday 5 May 2027`.
    #[must_use]
    pub fn day(&self, date: civil::Date) -> String {
        self.day.format(&iso(date)).to_string()
    }

    /// `Wed 5 May, 19:00`; for whole days without the time.
    #[must_use]
    pub fn start(&self, when: &When) -> String {
        let day = self.short.format(&iso(when.starts.date())).to_string();
        if when.all_day {
            return day;
        }
        let time = self.time(when.starts.time());
        Texts(self.language).with("when-start", &[("day", day.into()), ("time", time.into())])
    }

    /// `May`.
    #[must_use]
    pub fn month(&self, date: civil::Date) -> String {
        self.month.format(&iso(date)).to_string()
    }

    /// `May 2027`.
    #[must_use]
    pub fn month_and_year(&self, date: civil::Date) -> String {
        self.month_and_year.format(&iso(date)).to_string()
    }

    /// `Wed`.
    #[must_use]
    pub fn weekday(&self, date: civil::Date) -> String {
        self.weekday.format(&iso(date)).to_string()
    }

    /// `19:00`.
    #[must_use]
    pub fn time(&self, time: civil::Time) -> String {
        let (hour, minute) = (time.hour().unsigned_abs(), time.minute().unsigned_abs());
        let time = icu::time::Time::try_new(hour, minute, 0, 0).expect("a civil time is in range");
        self.time.format(&time).to_string()
    }

    /// `Morocco Time`; the zone's own name where CLDR has none.
    #[must_use]
    pub fn zone(&self, name: &str) -> String {
        let zone = Zone::from_iana_id(name);
        if zone == Zone::UNKNOWN {
            return name.to_owned();
        }
        self.zone.format(&zone.without_offset()).to_string()
    }

    /// The date in one line, without the zone: `Wednesday 5 May 2027, 19:00–21:30`.
    #[must_use]
    pub fn span(&self, when: &When) -> String {
        let texts = Texts(self.language);
        let (starts, ends) = (when.starts, when.ends);
        let (first, last) = (self.day(starts.date()), self.day(when.last_day()));
        match (when.all_day, when.is_over_days()) {
            (true, false) => first,
            (true, true) => {
                texts.with("when-days", &[("first", first.into()), ("last", last.into())])
            }
            (false, false) => texts.with(
                "when-hours",
                &[
                    ("day", first.into()),
                    ("starts", self.time(starts.time()).into()),
                    ("ends", self.time(ends.time()).into()),
                ],
            ),
            (false, true) => texts.with(
                "when-days-hours",
                &[
                    ("first", first.into()),
                    ("starts", self.time(starts.time()).into()),
                    ("last", last.into()),
                    ("ends", self.time(ends.time()).into()),
                ],
            ),
        }
    }

    /// An instant on the clock of a zone: `Wednesday 5 May 2027, 19:00, Morocco Time (UTC+00:00)`.
    #[must_use]
    pub fn moment(&self, at: Timestamp, zone: &str) -> String {
        let texts = Texts(self.language);
        let local = TimeZone::get(zone)
            .map_or_else(|_| TimeZone::UTC.to_datetime(at), |zone| zone.to_datetime(at));
        let words = [("zone", self.zone(zone).into()), ("offset", offset_at(zone, at).into())];
        let zone = texts.with("when-zone", &words);
        let (day, time) = (self.day(local.date()), self.time(local.time()));
        let words = [("day", day.into()), ("time", time.into()), ("zone", zone.into())];
        texts.with("when-moment", &words)
    }

    /// The zone in words with its offset at that time: `Morocco Time (UTC+00:00)`.
    #[must_use]
    pub fn zone_with_offset(&self, when: &When) -> String {
        let arguments = [("zone", self.zone(&when.zone).into()), ("offset", offset(when).into())];
        Texts(self.language).with("when-zone", &arguments)
    }
}

/// The offset from UTC when the date begins: `UTC+05:45`.
#[must_use]
pub fn offset(when: &When) -> String {
    offset_at(&when.zone, when.starts_at)
}

fn offset_at(zone: &str, at: Timestamp) -> String {
    let seconds = TimeZone::get(zone).map_or(0, |zone| zone.to_offset(at).seconds());
    let sign = if seconds < 0 { '−' } else { '+' };
    let minutes = seconds.abs() / 60;
    format!("UTC{sign}{:02}:{:02}", minutes / 60, minutes % 60)
}

fn iso(date: civil::Date) -> icu::calendar::Date<icu::calendar::Iso> {
    let (month, day) = (date.month().unsigned_abs(), date.day().unsigned_abs());
    icu::calendar::Date::try_new_iso(i32::from(date.year()), month, day)
        .expect("a civil date is in range")
}

#[cfg(test)]
mod tests {
    use domain::events::schedule::When;
    use domain::language::Language;
    use jiff::civil::date;

    use super::{Dates, offset};

    fn when() -> When {
        let (starts, ends) = (date(2027, 5, 5).at(19, 0, 0, 0), date(2027, 5, 5).at(21, 30, 0, 0));
        When::new(starts, ends, false, "Asia/Kathmandu").expect("a date")
    }

    #[test]
    fn dates_are_written_as_each_language_does() {
        let spans: Vec<String> = Language::ALL
            .iter()
            .map(|language| Dates::of(*language).day(when().starts.date()))
            .collect();
        assert_eq!(
            spans,
            [
                "الأربعاء، 5 مايو 2027",
                "2027年5月5日星期三",
                "Wednesday, 5 May 2027",
                "mercredi 5 mai 2027",
                "среда, 5 мая 2027\u{202f}г.",
                "miércoles, 5 de mayo de 2027"
            ]
        );
    }

    #[test]
    fn times_and_offsets_are_exact() {
        for language in Language::ALL {
            assert_eq!(Dates::of(*language).time(when().ends.time()), "21:30", "{language:?}");
        }
        assert_eq!(offset(&when()), "UTC+05:45");
    }

    #[test]
    fn zones_have_names_in_every_language() {
        assert_eq!(Dates::of(Language::French).zone("Africa/Casablanca"), "heure : Maroc");
        assert_eq!(Dates::of(Language::English).zone("Africa/Casablanca"), "Morocco Time");
    }
}
