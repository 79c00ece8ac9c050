//! Calendars, as parsers that we did not write read them (promises R7 and R10).
//!
//! Each test writes files and what they are meant to hold, and lets the judges in `tests/judges`
//! compare, under three `TZ`s: a time that floats is right on one machine only.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on says where it was")]

use std::{fs, path::Path, process::Command};

use domain::calendars::{Entry, EntryStatus, Moment, Organiser, Uid, When};
use jiff::{
    SignedDuration, Timestamp,
    civil::{Date, date},
    tz::{TimeZone, TimeZoneDatabase},
};
use services::calendars::ics::{self, Calendar, Message, Method};
use uuid::Uuid;

mod meaning;

/// Zones that have broken calendars: rules by Ramadan, quarter hours, half-hour and two-hour
/// summers, a day that never was, laws that changed, winters that deviate, no rule at all.
const ZONES: [&str; 22] = [
    "Africa/Cairo",
    "Africa/Casablanca",
    "Africa/Nairobi",
    "America/Bogota",
    "America/New_York",
    "America/Nuuk",
    "America/Santiago",
    "America/Sao_Paulo",
    "America/Vancouver",
    "Antarctica/Troll",
    "Asia/Gaza",
    "Asia/Jerusalem",
    "Asia/Kathmandu",
    "Asia/Tehran",
    "Atlantic/Azores",
    "Australia/Lord_Howe",
    "Europe/Berlin",
    "Europe/Dublin",
    "Europe/Istanbul",
    "Pacific/Apia",
    "Pacific/Chatham",
    "Etc/UTC",
];

/// The files of a test and what they are meant to hold, and who judges them.
struct Case {
    python: String,
    ical_js: String,
    folder: tempfile::TempDir,
    files: usize,
}

impl Case {
    #[track_caller]
    fn new() -> Self {
        let [python, ical_js] = ["CONCORD_PYTHON", "CONCORD_ICAL_JS"].map(|variable| {
            let Ok(tool) = std::env::var(variable) else {
                panic!("{variable} is not set: use `make test`, which sets up the judges")
            };
            tool
        });
        Self { python, ical_js, folder: tempfile::tempdir().unwrap(), files: 0 }
    }

    /// Writes one file and its meaning.
    fn add(&mut self, calendar: &Calendar<'_>, zones: &[&str]) {
        let written = ics::write(calendar);
        assert_eq!(written.left_out, []);
        let path = self.folder.path().join(format!("{:04}", self.files));
        fs::write(path.with_extension("ics"), &written.text).unwrap();
        fs::write(path.with_extension("json"), meaning::of(calendar, zones).to_string()).unwrap();
        self.files += 1;
    }

    /// Lets every judge read the files on a machine that keeps UTC, in New York and in Kathmandu.
    #[track_caller]
    fn judge(&self) {
        let judges = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/judges");
        let folder = self.folder.path();
        for zone in ["UTC", "America/New_York", "Asia/Kathmandu"] {
            let mut python = Command::new(&self.python);
            // Python shall not prefer the zone data of the machine to that of its package.
            python.arg(judges.join("calendars.py")).arg(folder).env("PYTHONTZPATH", "");
            let mut node = Command::new("node");
            node.arg(judges.join("calendars.mjs")).arg(folder).arg(&self.ical_js);
            for mut judge in [python, node] {
                let output = judge.env("TZ", zone).output().unwrap();
                let said = String::from_utf8_lossy(&output.stdout);
                let erred = String::from_utf8_lossy(&output.stderr);
                assert!(output.status.success(), "with TZ={zone}:\n{said}{erred}");
            }
        }
    }
}

fn entry(number: usize, when: When) -> Entry {
    Entry {
        uid: Uid::of(Uuid::from_u128(number as u128)),
        sequence: 1,
        status: EntryStatus::Confirmed,
        when,
        created_at: "2027-01-05T09:30:00Z".parse().unwrap(),
        revised_at: "2027-02-01T08:00:00Z".parse().unwrap(),
        language: "en".to_owned(),
        title: format!("Event {number}"),
        description: String::new(),
        location: None,
        coordinates: None,
        url: None,
        categories: Vec::new(),
        organiser: None,
    }
}

fn calendar<'a>(entries: &'a [Entry], zones: &'a TimeZoneDatabase) -> Calendar<'a> {
    Calendar { name: None, description: None, source: None, message: None, entries, zones }
}

/// Instants on both sides of each turn of the clock in some years, and on plain days.
fn instants(zone: &TimeZone, from: Date, to: Date) -> Vec<Timestamp> {
    let at = |date: Date| TimeZone::UTC.to_timestamp(date.at(12, 0, 0, 0)).unwrap();
    let turns = zone.following(at(from)).map(|turn| turn.timestamp());
    let minutes = [-1500, -121, -61, -31, -1, 0, 1, 29, 30, 59, 60, 61, 120, 1500];
    let around = turns
        .take_while(|turn| *turn < at(to))
        .flat_map(|turn| minutes.map(|minutes| turn + SignedDuration::from_mins(minutes)));
    let plain = (0..40).map(|month| at(from) + SignedDuration::from_hours(24 * 37 * month));
    around.chain(plain.take_while(|instant| *instant < at(to))).collect()
}

/// An entry that begins at an instant, at whatever the clock shows then, and takes 90 minutes.
fn at(number: usize, name: &str, zone: &TimeZone, starts: Timestamp) -> Entry {
    let moment = |at: Timestamp| Moment { local: zone.to_datetime(at), at };
    let ends = Some(moment(starts + SignedDuration::from_mins(90)));
    entry(number, When::Timed { starts: moment(starts), ends, zone: name.to_owned() })
}

/// The zones that a file defines, which is right only if it also uses each of them.
fn zones_of(text: &str) -> Vec<&str> {
    let zones: Vec<_> = text.lines().filter_map(|line| line.strip_prefix("TZID:")).collect();
    for zone in &zones {
        assert!(text.contains(&format!(";TZID={zone}:")), "{zone} is defined but not used");
    }
    zones
}

#[test]
fn every_parser_finds_the_instant_that_was_stored() {
    let zones = TimeZoneDatabase::bundled();
    let (mut case, mut local) = (Case::new(), Vec::new());
    for name in ZONES {
        let zone = zones.get(name).unwrap();
        // As a feed, where the zone must hold for four years, and one by one, as mail has it.
        let instants = instants(&zone, date(2025, 1, 1), date(2029, 1, 1));
        let entries: Vec<_> = (0..).zip(instants).map(|(n, t)| at(n, name, &zone, t)).collect();
        let singles = entries.iter().step_by(41).map(std::slice::from_ref);
        for entries in std::iter::once(&*entries).chain(singles) {
            let calendar = calendar(entries, &zones);
            let text = ics::write(&calendar).text;
            local.extend(zones_of(&text).first().map(|_| name));
            case.add(&calendar, &zones_of(&text));
        }
    }
    local.dedup();
    let utc_only = ZONES.iter().filter(|zone| !local.contains(zone)).collect::<Vec<_>>();
    let expected = [
        "Africa/Cairo",
        "Africa/Casablanca",
        "America/Nuuk",
        "America/Santiago",
        "Asia/Gaza",
        "Asia/Jerusalem",
        "Etc/UTC",
    ];
    assert_eq!(utc_only, expected.iter().collect::<Vec<_>>());
    case.judge();
}

#[test]
fn every_zone_there_is_can_be_read_back() {
    let zones = TimeZoneDatabase::bundled();
    let (mut case, mut number) = (Case::new(), 0);
    for name in zones.available() {
        let zone = zones.get(name.as_str()).unwrap();
        let instants = instants(&zone, date(2026, 6, 1), date(2027, 12, 1));
        let mut entries = Vec::new();
        for instant in instants.into_iter().step_by(9) {
            number += 1;
            entries.push(at(number, name.as_str(), &zone, instant));
        }
        let calendar = calendar(&entries, &zones);
        let text = ics::write(&calendar).text;
        case.add(&calendar, &zones_of(&text));
    }
    case.judge();
}

#[test]
fn every_parser_finds_what_was_meant_and_nothing_else() {
    let zones = TimeZoneDatabase::bundled();
    let mut entries = vec![
        entry(1, When::AllDay { first: date(2027, 12, 31), last: date(2027, 12, 31) }),
        entry(2, When::AllDay { first: date(2028, 2, 28), last: date(2028, 3, 1) }),
        at(
            3,
            "Europe/Berlin",
            &zones.get("Europe/Berlin").unwrap(),
            "2027-05-21T17:00Z".parse().unwrap(),
        ),
        at(4, "Asia/Gaza", &zones.get("Asia/Gaza").unwrap(), "2027-05-21T17:00Z".parse().unwrap()),
    ];
    for (entry, text) in entries.iter_mut().zip([
        "🎉 \"a\"; b, c\\n:d^^ '^' مرحبا بكم في مهرجان السلام नमस्ते 👩‍👩‍👧‍👦 END:VEVENT",
        "ATTENDEE:mailto:a@b.example BEGIN:VALARM",
        "👩‍👩‍👧‍👦🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉                                   x",
        "\";X=",
    ]) {
        text.clone_into(&mut entry.title);
        entry.description = format!("{text}\n\n {text} \\\n{text}");
        entry.location = Some(text.to_owned());
        entry.categories = vec![text.to_owned(), "Sport".to_owned()];
        entry.url = Some("https://concord.example/en/events/a?b=c;d,e&f=%C3%A9#g".to_owned());
        entry.coordinates = Some((-33.456_789, 151.0));
        entry.organiser =
            Some(Organiser { name: text.to_owned(), email: "peace+a@concord.example".to_owned() });
    }
    entries[0].status = EntryStatus::Tentative;
    entries[1].status = EntryStatus::Cancelled;
    let mut case = Case::new();
    let feed = Calendar {
        name: Some("All, of; it\r\nX-A:b"),
        description: Some("One\rX-A:b"),
        source: Some("https://concord.example/calendars/all.ics"),
        ..calendar(&entries, &zones)
    };
    case.add(&feed, &["Europe/Berlin"]);
    let written_at = "2027-03-01T12:00:00Z".parse().unwrap();
    for (method, entries) in [(Method::Publish, &entries[2..3]), (Method::Cancel, &entries[1..2])] {
        let message = Some(Message { method, written_at });
        let zones_used: &[&str] = if method == Method::Publish { &["Europe/Berlin"] } else { &[] };
        case.add(&Calendar { message, ..calendar(entries, &zones) }, zones_used);
    }
    case.judge();
}

#[test]
fn a_calendar_without_entries_can_be_read() {
    let zones = TimeZoneDatabase::bundled();
    let text = ics::write(&calendar(&[], &zones)).text;
    assert_eq!(text.matches("BEGIN:VTIMEZONE").count(), 1);
    assert_eq!(text.matches("BEGIN:VEVENT").count(), 0);
}
