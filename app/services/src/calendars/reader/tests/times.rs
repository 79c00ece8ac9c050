//! When events are: zones, days, durations, and what is none of these.

use jiff::civil::{Date, date};

use super::*;

/// These lines make an event that is then and there.
#[track_caller]
fn is(lines: &str, starts: DateTime, ends: DateTime, zone: &str) {
    let when = draft(&event(lines)).when;
    assert_eq!((when.starts, when.ends, when.zone.as_str()), (starts, ends, zone), "{lines}");
    assert!(!when.all_day);
}

/// These lines make an event of whole days in Berlin.
#[track_caller]
fn has_days(lines: &str, first: Date, last: Date) {
    let when = draft(&calendar(&format!(
        "X-WR-TIMEZONE:Europe/Berlin\nBEGIN:VEVENT\nSUMMARY:T\n{lines}\nEND:VEVENT"
    )))
    .when;
    let midnight = |day: Date| day.at(0, 0, 0, 0);
    assert_eq!((when.starts, when.ends), (midnight(first), midnight(last)), "{lines}");
    assert!(when.all_day && when.zone == "Europe/Berlin");
}

#[test]
fn a_time_is_read_in_its_zone_and_an_end_in_that_of_the_start() {
    let (seven, nine) = (june(19, 0), june(21, 0));
    is(START, seven, seven, "UTC");
    is("DTSTART;TZID=Europe/Berlin:20270615T190000", seven, seven, "Europe/Berlin");
    is(
        "DTSTART;TZID=US/Pacific:20270615T190000\nDURATION:PT2H",
        seven,
        nine,
        "America/Los_Angeles",
    );
    is(
        "DTSTART;TZID=W. Europe Standard Time:20270615T190000\nDTEND;TZID=Europe/London:20270615T200000",
        seven,
        nine,
        "Europe/Berlin",
    );
    is(
        "DTSTART;TZID=Europe/Berlin:20270615T190000\nDTEND:20270615T210000",
        seven,
        nine,
        "Europe/Berlin",
    );
    is(
        "DTSTART;TZID=Europe/Berlin:20270615T170000Z\nDTEND:20270615T190000Z",
        seven,
        nine,
        "Europe/Berlin",
    );
}

#[test]
fn days_of_a_duration_are_days_and_its_hours_are_hours() {
    let before = date(2027, 3, 27).at(12, 0, 0, 0);
    let start = "DTSTART;TZID=Europe/Berlin:20270327T120000\nDURATION:";
    let next = before.date().tomorrow().unwrap();
    is(&format!("{start}P1D"), before, next.at(12, 0, 0, 0), "Europe/Berlin");
    is(&format!("{start}PT24H"), before, next.at(13, 0, 0, 0), "Europe/Berlin");
}

#[test]
fn a_time_the_clock_leaps_over_is_read_as_if_it_had_not() {
    let at = date(2027, 3, 28).at(3, 30, 0, 0);
    is("DTSTART;TZID=Europe/Berlin:20270328T023000", at, at, "Europe/Berlin");
}

#[test]
fn an_event_in_the_hour_that_comes_twice_is_kept_in_utc() {
    is(
        "DTSTART;TZID=Europe/Berlin:20271031T013000\nDURATION:PT2H",
        date(2027, 10, 30).at(23, 30, 0, 0),
        date(2027, 10, 31).at(1, 30, 0, 0),
        "UTC",
    );
}

#[test]
fn the_last_day_of_whole_days_belongs_to_the_event() {
    let (first, third) = (date(2027, 6, 15), date(2027, 6, 17));
    has_days("DTSTART;VALUE=DATE:20270615", first, first);
    has_days("DTSTART:20270615\nDTEND:20270616", first, first);
    has_days("DTSTART:20270615\nDTEND:20270615", first, first);
    has_days("DTSTART:20270615\nDTEND:20270618", first, third);
    has_days("DTSTART:20270615\nDURATION:P3D", first, third);
    has_days("DTSTART:20270615\nDURATION:PT72H", first, third);
    has_days("DTSTART:20270615\nDURATION:PT1H", first, first);
    has_days("DTSTART;TZID=Nowhere:20270615", first, first);
}

#[test]
fn a_time_without_a_zone_is_read_in_that_of_the_calendar_then_in_the_default() {
    let floating = event("DTSTART:20270615T190000");
    let reading = read(floating.as_bytes(), Some("Asia/Kathmandu"));
    assert_eq!(reading.drafts[0].when.zone, "Asia/Kathmandu");
    let named = floating.replace("VERSION:2.0", "X-WR-TIMEZONE:Europe/Dublin");
    let reading = read(named.as_bytes(), Some("Asia/Kathmandu"));
    assert_eq!(reading.drafts[0].when.zone, "Europe/Dublin");
    fails("DTSTART:20270615T190000", 4, ProblemKind::FloatingTime);
    fails("DTSTART;VALUE=DATE:20270615", 4, ProblemKind::FloatingTime);
}

#[test]
fn a_default_zone_that_is_none_is_named() {
    let file = event(START).replace("VERSION:2.0", "X-WR-TIMEZONE:Mars/Base");
    let reading = read(file.as_bytes(), Some("Moon\u{1b}[31m"));
    assert_eq!(reading.drafts.len(), 1);
    let unknown = |name: &str| ProblemKind::UnknownDefaultZone(name.into());
    assert_eq!(kinds(&reading), [(0, unknown("Moon[31m")), (2, unknown("Mars/Base"))]);
}

/// A time zone under a name of its own, after the event, as Exchange writes it.
fn own_zone(location: &str) -> String {
    calendar(&format!(
        "BEGIN:VEVENT\nSUMMARY:T\nDTSTART;TZID=Ours:20270615T190000\nEND:VEVENT\n\
         BEGIN:VTIMEZONE\nTZID:Ours\n{location}\n\
         BEGIN:STANDARD\nDTSTART:16010101T030000\nTZOFFSETFROM:+0200\nTZOFFSETTO:+0100\n\
         RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10\nEND:STANDARD\n\
         BEGIN:DAYLIGHT\nDTSTART:16010101T020000\nTZOFFSETFROM:+0100\nTZOFFSETTO:+0200\n\
         RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3\nEND:DAYLIGHT\nEND:VTIMEZONE"
    ))
}

#[test]
fn a_zone_that_a_calendar_describes_is_found_by_its_place_or_agrees_with_the_default() {
    let zone = |file: &str, default| {
        let reading = read(file.as_bytes(), default);
        reading.drafts.first().map(|draft| draft.when.zone.clone())
    };
    let placed = own_zone("X-LIC-LOCATION:Europe/Paris");
    assert_eq!(zone(&placed, None).as_deref(), Some("Europe/Paris"));
    let file = own_zone("COMMENT:none");
    assert_eq!(zone(&file, Some("Europe/Berlin")).as_deref(), Some("Europe/Berlin"));
    let winter = file.replace("0615T", "0115T");
    assert_eq!(zone(&winter, Some("Europe/Berlin")).as_deref(), Some("Europe/Berlin"));
    assert_eq!(zone(&winter, Some("Africa/Johannesburg")), None);
    assert_eq!(zone(&file, Some("Europe/London")), None);
    assert_eq!(kinds(&read(file.as_bytes(), None)), [(5, ProblemKind::UnknownZone("Ours".into()))]);
    let fixed = file.replace("+0200", "+0100");
    assert_eq!(zone(&fixed, None).as_deref(), Some("Etc/GMT-1"));
}

#[test]
fn an_event_without_a_time_that_can_be_read_is_named_and_not_guessed() {
    let bad = |text: &str| ProblemKind::BadDate(text.into());
    fails("COMMENT:x", 3, ProblemKind::NoStart);
    fails("DTSTART:tomorrow", 4, bad("tomorrow"));
    fails("DTSTART:20270230T100000Z", 4, bad("20270230T100000Z"));
    fails("DTSTART:99991231T235959Z", 4, bad("99991231T235959Z"));
    fails("DTSTART;TZID=UTC:99991231", 4, bad("99991231"));
    fails("DTSTART:2027\u{202E}\u{1b}", 4, bad("2027"));
    fails("DTSTART;TZID=CST:20270615T190000", 4, ProblemKind::UnknownZone("CST".into()));
    fails(&format!("{START}\nDTEND:20270615T185959Z"), 5, ProblemKind::EndsBeforeStart);
    fails(&format!("{START}\nDURATION:-PT1H"), 5, ProblemKind::EndsBeforeStart);
    fails(&format!("{START}\nDTEND:20270615"), 5, ProblemKind::MixedDates);
    for wrong in ["P1M", "2 hours", "P9999999999W", "PT", ""] {
        let kind = ProblemKind::BadDuration(wrong.into());
        fails(&format!("{START}\nDURATION:{wrong}"), 5, kind);
    }
}
