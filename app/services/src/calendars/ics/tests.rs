//! The file to the letter, and what becomes of entries that are not as they should be.

use domain::calendars::{EntryStatus, Moment, Organiser};
use jiff::civil::{DateTime, date};
use uuid::Uuid;

use super::*;

mod hostile;

fn zones() -> TimeZoneDatabase {
    TimeZoneDatabase::bundled()
}

fn at(text: &str) -> Timestamp {
    text.parse().unwrap()
}

fn timed(starts: &str, ends: Option<&str>, zone: &str) -> When {
    let moment = |local: &str| {
        let local: DateTime = local.parse().unwrap();
        Moment { local, at: zones().get(zone).unwrap().to_timestamp(local).unwrap() }
    };
    When::Timed { starts: moment(starts), ends: ends.map(moment), zone: zone.to_owned() }
}

fn entry(when: When) -> Entry {
    Entry {
        uid: Uid::of(Uuid::from_u128(0x0192_f3a1_7c5e_4d2b_9a80_1f2e_3d4c_5b6a)),
        sequence: 0,
        status: EntryStatus::Confirmed,
        when,
        created_at: at("2027-01-05T09:30:00Z"),
        revised_at: at("2027-02-01T08:00:00Z"),
        language: "en".to_owned(),
        title: "Football for peace".to_owned(),
        description: String::new(),
        location: None,
        coordinates: None,
        url: None,
        categories: Vec::new(),
        organiser: None,
    }
}

fn one(entry: &Entry, message: Option<Message>) -> Written {
    all(std::slice::from_ref(entry), message)
}

fn all(entries: &[Entry], message: Option<Message>) -> Written {
    let (zones, name, description, source) = (&zones(), None, None, None);
    write(&Calendar { name, description, source, message, entries, zones })
}

fn from(email: &str) -> Organiser {
    Organiser { name: String::new(), email: email.to_owned() }
}

fn lines(text: &str) -> Vec<String> {
    text.replace("\r\n ", "").lines().map(str::to_owned).collect()
}

#[track_caller]
fn assert_has(text: &str, expected: &str) {
    assert!(lines(text).iter().any(|line| line == expected), "no line {expected:?} in\n{text}");
}

/// Writes the expected file as one reads it, without CRs.
#[track_caller]
fn assert_file(written: &Written, expected: &str) {
    assert_eq!(written.left_out, []);
    assert_eq!(written.text.replace("\r\n", "\n"), expected);
    assert_eq!(written.text.matches('\r').count(), written.text.matches('\n').count());
}

#[test]
fn a_feed_with_one_timed_entry() {
    let mut entry = entry(timed("2027-05-21T19:00", Some("2027-05-21T21:30"), "europe/berlin"));
    entry.sequence = 2;
    entry.description = "Bring shoes; we bring goals, and\r\ntea.".to_owned();
    entry.location = Some("Tempelhofer Feld, Berlin".to_owned());
    entry.coordinates = Some((52.473, 13.403));
    entry.url = Some("https://concord.example/en/events/football".to_owned());
    entry.categories = vec!["Sport".to_owned(), "Peace, Youth".to_owned()];
    entry.organiser = Some(Organiser {
        name: "\"Die Brücke\": e. V.".to_owned(),
        email: "hallo@bruecke.example".to_owned(),
    });
    let entries = [entry];
    let written = write(&Calendar {
        name: Some("Concord, Berlin"),
        description: Some("All that happens in Berlin"),
        source: Some("https://concord.example/calendars/areas/berlin.ics"),
        message: None,
        entries: &entries,
        zones: &zones(),
    });
    assert_file(
        &written,
        "\
BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//Concord//Concord//EN
CALSCALE:GREGORIAN
NAME:Concord\\, Berlin
X-WR-CALNAME:Concord\\, Berlin
DESCRIPTION:All that happens in Berlin
X-WR-CALDESC:All that happens in Berlin
X-WR-TIMEZONE:Europe/Berlin
SOURCE;VALUE=URI:https://concord.example/calendars/areas/berlin.ics
REFRESH-INTERVAL;VALUE=DURATION:PT6H
X-PUBLISHED-TTL:PT6H
BEGIN:VTIMEZONE
TZID:Europe/Berlin
BEGIN:STANDARD
DTSTART:19701025T030000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
TZNAME:CET
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:19700329T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
TZNAME:CEST
END:DAYLIGHT
END:VTIMEZONE
BEGIN:VEVENT
CREATED:20270105T093000Z
DESCRIPTION:Bring shoes\\; we bring goals\\, and\\ntea.
DTEND;TZID=Europe/Berlin:20270521T213000
DTSTAMP:20270201T080000Z
DTSTART;TZID=Europe/Berlin:20270521T190000
GEO:52.473000;13.403000
LAST-MODIFIED:20270201T080000Z
LOCATION:Tempelhofer Feld\\, Berlin
ORGANIZER;CN=\"^'Die Brücke^': e. V.\":mailto:hallo@bruecke.example
SEQUENCE:2
STATUS:CONFIRMED
SUMMARY;LANGUAGE=en:Football for peace
TRANSP:OPAQUE
UID:0192f3a1-7c5e-4d2b-9a80-1f2e3d4c5b6a
URL:https://concord.example/en/events/football
X-MICROSOFT-CDO-BUSYSTATUS:BUSY
CATEGORIES:Sport,Peace\\, Youth
END:VEVENT
END:VCALENDAR
",
    );
}

#[test]
fn a_download_with_three_whole_days() {
    let when = When::AllDay { first: date(2027, 12, 30), last: date(2028, 1, 1) };
    let mut entry = entry(when);
    entry.status = EntryStatus::Tentative;
    entry.language = "ar".to_owned();
    entry.title = "مهرجان السلام".to_owned();
    assert_file(
        &one(&entry, None),
        "\
BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//Concord//Concord//EN
CALSCALE:GREGORIAN
BEGIN:VEVENT
CREATED:20270105T093000Z
DTEND;VALUE=DATE:20280102
DTSTAMP:20270201T080000Z
DTSTART;VALUE=DATE:20271230
LAST-MODIFIED:20270201T080000Z
SEQUENCE:0
STATUS:TENTATIVE
SUMMARY;LANGUAGE=ar:مهرجان السلام
TRANSP:TRANSPARENT
UID:0192f3a1-7c5e-4d2b-9a80-1f2e3d4c5b6a
X-MICROSOFT-CDO-BUSYSTATUS:FREE
END:VEVENT
END:VCALENDAR
",
    );
}

#[test]
fn a_mailed_cancellation() {
    let mut entry = entry(timed("2027-05-21T19:00", None, "Asia/Kathmandu"));
    entry.status = EntryStatus::Cancelled;
    entry.sequence = 3;
    entry.title = "Cancelled: Football for peace".to_owned();
    let written_at = at("2027-03-01T12:00:00.5Z");
    let message = Some(Message { method: Method::Cancel, written_at });
    assert_file(
        &one(&entry, message),
        "\
BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//Concord//Concord//EN
CALSCALE:GREGORIAN
METHOD:CANCEL
X-WR-TIMEZONE:Asia/Kathmandu
BEGIN:VTIMEZONE
TZID:Asia/Kathmandu
BEGIN:STANDARD
DTSTART:19700101T000000
TZOFFSETFROM:+0545
TZOFFSETTO:+0545
TZNAME:+0545
END:STANDARD
END:VTIMEZONE
BEGIN:VEVENT
CREATED:20270105T093000Z
DTSTAMP:20270301T120000Z
DTSTART;TZID=Asia/Kathmandu:20270521T190000
LAST-MODIFIED:20270201T080000Z
SEQUENCE:3
STATUS:CANCELLED
SUMMARY;LANGUAGE=en:Cancelled: Football for peace
TRANSP:TRANSPARENT
UID:0192f3a1-7c5e-4d2b-9a80-1f2e3d4c5b6a
X-MICROSOFT-CDO-BUSYSTATUS:FREE
END:VEVENT
END:VCALENDAR
",
    );
}

#[test]
fn the_stored_instant_wins_over_the_clock() {
    // The second half past two of a night that has two of them.
    let mut entry = entry(timed("2027-10-31T02:30", None, "Europe/Berlin"));
    let When::Timed { starts, .. } = &mut entry.when else { unreachable!() };
    starts.at = at("2027-10-31T01:30:00Z");
    let text = one(&entry, None).text;
    assert_has(&text, "DTSTART:20271031T013000Z");
    assert!(!text.contains("VTIMEZONE"), "{text}");
    // An instant that was stored under other zone data.
    entry.when = timed("2027-06-15T19:00", None, "Africa/Casablanca");
    let When::Timed { starts, .. } = &mut entry.when else { unreachable!() };
    starts.at = at("2027-06-15T18:00:00Z");
    assert_has(&one(&entry, None).text, "DTSTART:20270615T180000Z");
}

#[test]
fn utc_is_written_as_utc_and_so_is_what_no_zone_data_knows() {
    for zone in ["UTC", "Etc/UTC", "Etc/GMT"] {
        let text = one(&entry(timed("2027-05-21T19:00", None, zone)), None).text;
        assert_has(&text, "DTSTART:20270521T190000Z");
        assert_has(&text, &format!("X-WR-TIMEZONE:{zone}"));
    }
    let mut lost = entry(timed("2027-05-21T19:00", None, "UTC"));
    let When::Timed { zone, .. } = &mut lost.when else { unreachable!() };
    "Mars/Base\r\nATTENDEE:x".clone_into(zone);
    let text = one(&lost, None).text;
    assert_has(&text, "DTSTART:20270521T190000Z");
    assert!(!text.contains("Mars"), "{text}");
}

#[test]
fn what_cannot_be_written_costs_its_own_place_only() {
    let day = date(2027, 5, 1);
    let with = |number, spoil: fn(&mut Entry)| {
        let mut entry = entry(When::AllDay { first: day, last: day });
        entry.uid = Uid::of(Uuid::from_u128(number));
        spoil(&mut entry);
        entry
    };
    let entries = [
        with(0, |_| {}),
        with(0, |_| {}),
        with(1, |entry| {
            entry.url = Some("https://a.example/\r\nX-A:b".to_owned());
        }),
        with(2, |entry| {
            entry.url = Some("javascript:alert(1)".to_owned());
        }),
        with(3, |entry| {
            entry.organiser = Some(from("Eve <eve@a.example>"));
        }),
        with(4, |entry| {
            entry.organiser = Some(from("eve@a.example\nX-A:b"));
        }),
        with(5, |entry| {
            entry.when = When::AllDay { first: date(2027, 5, 2), last: date(2027, 5, 1) }
        }),
        with(6, |entry| {
            entry.when = When::AllDay { first: date(9999, 12, 31), last: date(9999, 12, 31) }
        }),
    ];
    let written = all(&entries, None);
    let reasons: Vec<_> = written.left_out.iter().map(|left_out| left_out.reason).collect();
    let expected = [
        Reason::Repeated,
        Reason::Url,
        Reason::Url,
        Reason::Organiser,
        Reason::Organiser,
        Reason::EndsBeforeStart,
        Reason::OutOfRange,
    ];
    assert_eq!(reasons, expected);
    assert_eq!(written.text.matches("BEGIN:VEVENT").count(), 5);
    assert!(!["URL", "ORGANIZER", "X-A"].iter().any(|name| written.text.contains(name)));
}

#[test]
fn a_message_that_cancels_holds_cancelled_entries_only() {
    let entry = entry(timed("2027-05-21T19:00", None, "UTC"));
    let message = Message { method: Method::Cancel, written_at: entry.revised_at };
    assert_eq!(one(&entry, Some(message)).left_out[0].reason, Reason::NotCancelled);
}

#[test]
fn a_calendar_without_entries_still_has_a_component() {
    let nothing = entry(When::AllDay { first: date(1, 1, 1), last: date(1, 1, 1) });
    let text = one(&nothing, None).text;
    assert_has(&text, "BEGIN:VTIMEZONE");
    assert!(!text.contains("VEVENT"), "{text}");
}
