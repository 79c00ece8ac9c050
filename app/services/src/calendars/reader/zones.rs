//! From what programs call a time zone to its IANA name.
//!
//! The names and aliases of CLDR come with `icu`, the rules with `jiff`; a table of our own would
//! only grow old. A name that neither knows is not guessed from its city or its abbreviation:
//! "CST" is at home in Chicago, Shanghai and Havana, and "GMT+3" means opposite things to
//! different programs.

use std::collections::HashMap;

use icu::time::TimeZone as CldrZone;
use icu::time::zone::iana::IanaParserExtended;
use icu::time::zone::windows::WindowsParser;
use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::{Offset, TimeZone};

use super::vtimezone::Definition;

/// The longest text that is looked up; the longest IANA name has 32 letters.
const MAX_NAME: usize = 200;

/// A time zone by its IANA name, with its rules.
#[derive(Debug, Clone)]
pub(super) struct Zone {
    pub(super) name: String,
    rules: TimeZone,
}

impl Zone {
    pub(super) fn utc() -> Self {
        Self { name: "UTC".to_owned(), rules: TimeZone::UTC }
    }

    /// The zone of this name, alias or Windows name, or of the name at the end of a path as in
    /// `/mozilla.org/20050126_1/Europe/Berlin` (RFC 5545, 3.2.19 has no registry for these).
    pub(super) fn named(text: &str) -> Option<Self> {
        let text = text.trim().trim_matches('"').trim();
        if text.is_empty() || text.len() > MAX_NAME {
            return None;
        }
        let ends = text.match_indices('/').map(|(at, _)| &text[at + 1..]);
        let mut ends = ends.filter(|end| end.contains('/') || end.eq_ignore_ascii_case("utc"));
        Self::iana(text).or_else(|| Self::windows(text)).or_else(|| ends.find_map(Self::iana))
    }

    /// The zone of an IANA name in any case. An old name becomes the present one.
    fn iana(name: &str) -> Option<Self> {
        let fits =
            |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'/' | b'_' | b'+' | b'-');
        // `posix/` and `right/` are folders of the zone files; what has no slash and is unknown
        // to CLDR is a file there, such as `localtime`.
        let is_path = ["posix/", "right/", "systemv/"]
            .iter()
            .any(|folder| name.to_ascii_lowercase().starts_with(folder));
        if !name.bytes().all(fits) || is_path {
            return None;
        }
        let known = IanaParserExtended::new().parse(name);
        if known.time_zone == CldrZone::UNKNOWN {
            return name.contains('/').then(|| Self::with_rules(name)).flatten();
        }
        if matches!(known.canonical, "UTC" | "Etc/UTC") {
            return Some(Self::utc());
        }
        Self::with_rules(known.canonical).or_else(|| Self::with_rules(known.normalized))
    }

    fn with_rules(name: &str) -> Option<Self> {
        let rules = TimeZone::get(name).ok()?;
        let name = rules.iana_name()?.to_owned();
        Some(Self { name, rules })
    }

    /// The zone that CLDR has for a Windows name, without regard to the country.
    fn windows(name: &str) -> Option<Self> {
        let zone = WindowsParser::new().parse(name, None)?;
        let name = IanaParserExtended::new().iter().find(|name| name.time_zone == zone)?;
        Self::iana(name.canonical)
    }

    /// The zone that is always this far from UTC, if there is one: whole hours only. The sign in
    /// these names is turned round, so `Etc/GMT-2` is two hours ahead.
    fn fixed(offset: Offset) -> Option<Self> {
        match (offset.seconds() / 3600, offset.seconds() % 3600) {
            (0, 0) => Some(Self::utc()),
            (hours, 0) => Self::with_rules(&format!("Etc/GMT{:+}", -hours)),
            _ => None,
        }
    }

    /// When this local time is. One that the clock leaps over is taken as if it had not yet
    /// leapt, of one that comes twice the first is taken (RFC 5545, 3.3.5).
    pub(super) fn instant(&self, local: DateTime) -> Option<Timestamp> {
        self.rules.to_timestamp(local).ok()
    }

    /// What the clock shows then.
    pub(super) fn local(&self, instant: Timestamp) -> DateTime {
        self.rules.to_datetime(instant)
    }

    /// The rules, for reckoning with days.
    pub(super) fn rules(&self) -> &TimeZone {
        &self.rules
    }

    fn offset(&self, local: DateTime) -> Option<Offset> {
        Some(self.rules.to_offset(self.instant(local)?))
    }
}

/// Looks names up, each once.
#[derive(Default)]
pub(super) struct Names(HashMap<String, Option<Zone>>);

impl Names {
    /// The zone of this name.
    pub(super) fn zone(&mut self, name: &str) -> Option<Zone> {
        if let Some(known) = self.0.get(name) {
            return known.clone();
        }
        let zone = Zone::named(name);
        self.0.insert(name.to_owned(), zone.clone());
        zone
    }

    /// The zone that a `TZID` means for this local time. In turn: what its name says; what its
    /// `VTIMEZONE` says of its place; the one with its offset, if it has but one; the default,
    /// if by the rules of the `VTIMEZONE` it has the same offset then.
    pub(super) fn of_tzid(
        &mut self,
        tzid: &str,
        definition: Option<&Definition>,
        default: Option<&Zone>,
        local: DateTime,
    ) -> Option<Zone> {
        if let Some(zone) = self.zone(tzid) {
            return Some(zone);
        }
        let definition = definition?;
        if let Some(zone) = definition.location().and_then(|location| self.zone(location)) {
            return Some(zone);
        }
        if let Some(zone) = definition.only_offset().and_then(Zone::fixed) {
            return Some(zone);
        }
        let default = default?;
        let same = definition.offset(local)? == default.offset(local)?;
        same.then(|| default.clone())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn is(text: &str, name: &str) {
        assert_eq!(Zone::named(text).map(|zone| zone.name).as_deref(), Some(name), "{text}");
    }

    #[test]
    fn names_are_found_however_programs_write_them() {
        is("Europe/Berlin", "Europe/Berlin");
        is(" europe/BERLIN ", "Europe/Berlin");
        is("\"Europe/Berlin\"", "Europe/Berlin");
        is("US/Pacific", "America/Los_Angeles");
        is("Asia/Calcutta", "Asia/Kolkata");
        is("Europe/Kiev", "Europe/Kyiv");
        is("/Europe/Stockholm", "Europe/Stockholm");
        is("/mozilla.org/20050126_1/Europe/Berlin", "Europe/Berlin");
        is(
            "/freeassociation.sourceforge.net/Tzfile/America/Argentina/Buenos_Aires",
            "America/Argentina/Buenos_Aires",
        );
        is("posix/Europe/Berlin", "Europe/Berlin");
        is("Pacific Standard Time", "America/Los_Angeles");
        is("W. Europe Standard Time", "Europe/Berlin");
        is("India Standard Time", "Asia/Kolkata");
        is("tzone://Microsoft/Utc", "UTC");
        is("UTC", "UTC");
        is("Etc/UTC", "UTC");
        is("Zulu", "UTC");
        is("Etc/GMT+3", "Etc/GMT+3");
    }

    #[test]
    fn what_could_mean_two_zones_or_none_is_not_guessed() {
        for text in [
            "",
            "/",
            "CST",
            "IST",
            "GMT+3",
            "UTC+3",
            "Europe",
            "Berlin",
            "Europe/Boing",
            "localtime",
            "posixrules",
            "Factory",
            "Etc/Unknown",
            "../../etc/passwd",
            "/usr/share/zoneinfo/../x/y",
            "Customized Time Zone",
            "\u{0}Europe/Berlin",
        ] {
            assert_eq!(Zone::named(text).map(|zone| zone.name), None, "{text}");
        }
        assert!(Zone::named(&"Europe/".repeat(10_000)).is_none());
    }

    #[test]
    fn every_zone_of_cldr_has_rules() {
        for zone in IanaParserExtended::new().iter_all() {
            if zone.time_zone != CldrZone::UNKNOWN {
                let found = Zone::named(zone.normalized).map(|zone| zone.name);
                assert!(found.is_some(), "{}", zone.normalized);
            }
        }
    }

    #[test]
    fn a_fixed_offset_of_whole_hours_has_a_name() {
        let name =
            |seconds| Zone::fixed(Offset::from_seconds(seconds).unwrap()).map(|zone| zone.name);
        assert_eq!(name(0).as_deref(), Some("UTC"));
        assert_eq!(name(11 * 3600).as_deref(), Some("Etc/GMT-11"));
        assert_eq!(name(-3 * 3600).as_deref(), Some("Etc/GMT+3"));
        assert_eq!(name(19_800), None);
        assert_eq!(name(-13 * 3600), None);
    }
}
