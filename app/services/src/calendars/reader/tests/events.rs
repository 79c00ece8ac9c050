//! What is read of one event, and what is left out.

use std::time::{Duration, Instant};

use jiff::civil::date;

use super::*;

#[test]
fn an_event_is_read_with_all_it_has() {
    let draft = draft(
        "BEGIN:VCALENDAR\r\nX-WR-TIMEZONE:Africa/Casablanca\r\nBEGIN:VEVENT\r\nUID:u@x\r\n\
         SUMMARY;LANGUAGE=fr-MA:Soirée\\, d\r\n \u{e9}j\u{e0}\r\n\
         DESCRIPTION:One\\nTwo\r\nLOCATION:Hall\\; left\r\nGEO:33.5;-7.6\r\n\
         URL:https://x.example/a\r\nCATEGORIES:Music,Art\\, new\r\nCATEGORIES:Music\r\n\
         STATUS:cancelled\r\nSEQUENCE:3\r\nDTSTART:20260615T190000Z\r\nDURATION:PT90M\r\n\
         BEGIN:VALARM\r\nDESCRIPTION:wake up\r\nDURATION:PT5M\r\nEND:VALARM\r\n\
         END:VEVENT\r\nEND:VCALENDAR\r\n",
    );
    let starts = date(2026, 6, 15).at(20, 0, 0, 0);
    let expected = Draft {
        line: 3,
        uid: Some("u@x".into()),
        title: "Soirée, déjà".into(),
        description: "One\nTwo".into(),
        location: Some("Hall; left".into()),
        coordinates: Some((33.5, -7.6)),
        url: Some("https://x.example/a".into()),
        categories: vec!["Music".into(), "Art, new".into()],
        language: Some("fr-MA".into()),
        cancelled: true,
        sequence: 3,
        when: When {
            starts,
            ends: starts.date().at(21, 30, 0, 0),
            zone: "Africa/Casablanca".into(),
            all_day: false,
        },
    };
    assert_eq!(draft, expected);
}

#[test]
fn all_that_is_wrong_with_an_event_is_named_at_once_and_with_its_title() {
    let file = event("DTSTART:x\nDESCRIPTION;ENCODING=QUOTED-PRINTABLE:=0D\nUID:u");
    let reading = read(file.as_bytes(), None);
    let expected = [
        (4, ProblemKind::BadDate("x".into())),
        (5, ProblemKind::EncodingNotRead("QUOTED-PRINTABLE".into())),
    ];
    assert_eq!(kinds(&reading), expected);
    for problem in &reading.problems {
        assert_eq!((problem.uid.as_deref(), problem.title.as_deref()), (Some("u"), Some("T")));
    }
    assert_eq!(
        reading.problems[0].to_string(),
        "line 4: \"T\": \"x\" is not a date such as 20270615 or 20270615T190000Z"
    );
}

#[test]
fn an_event_without_a_title_is_named() {
    let file = event(START).replace("SUMMARY:T", "SUMMARY:\u{202E} \\n");
    assert_eq!(kinds(&read(file.as_bytes(), None)), [(5, ProblemKind::NoTitle)]);
}

#[test]
fn text_that_is_not_utf_8_costs_the_event_and_no_other() {
    let file = calendar(&format!(
        "BEGIN:VEVENT\n{START}\nSUMMARY:M?nchen\nEND:VEVENT\nBEGIN:VEVENT\n{START}\nSUMMARY:B\nEND:VEVENT"
    ));
    let bytes: Vec<u8> = file.bytes().map(|byte| if byte == b'?' { 0xFC } else { byte }).collect();
    let reading = read(&bytes, None);
    assert_eq!(kinds(&reading), [(5, ProblemKind::NotUtf8)]);
    assert_eq!(reading.drafts[0].title, "B");
}

#[test]
fn what_is_too_long_or_means_nothing_is_left_out_and_named() {
    let cut = |what, limit, unit| ProblemKind::Cut { what, limit, unit };
    let long = format!("{START}\nDESCRIPTION:{}", "ä".repeat(limits::DESCRIPTION + 1));
    let draft = names(&long, 5, cut("description", limits::DESCRIPTION, "characters"));
    assert_eq!(draft.description.chars().count(), limits::DESCRIPTION);
    let long = format!("{START}\nLOCATION:{}", "x".repeat(limits::LOCATION + 1));
    names(&long, 5, cut("location", limits::LOCATION, "characters"));
    let many: Vec<String> = (0..99).map(|number| number.to_string()).collect();
    let draft = names(
        &format!("{START}\nCATEGORIES:{}", many.join(",")),
        5,
        cut("list of categories", limits::CATEGORIES, "entries"),
    );
    assert_eq!(draft.categories.len(), limits::CATEGORIES);
    let long = format!("{START}\nUID:{}", "x".repeat(limits::UID + 1));
    assert_eq!(names(&long, 5, ProblemKind::UidTooLong).uid, None);
    for url in ["javascript:alert(1)", "https://", "https://a b", "http:x", "ä"] {
        let bad = ProblemKind::BadUrl(url.into());
        assert_eq!(names(&format!("{START}\nURL:{url}"), 5, bad).url, None);
    }
    for place in ["91;0", "NaN;1", "1", "inf;0", "1;181"] {
        let bad = ProblemKind::BadGeo(place.into());
        assert_eq!(names(&format!("{START}\nGEO:{place}"), 5, bad).coordinates, None);
    }
    let long = format!("{START}\nDESCRIPTION:{}", "x".repeat(MAX_LINE));
    assert_eq!(names(&long, 5, ProblemKind::LineTooLong).description, "");
}

#[test]
fn a_picture_however_large_is_passed_over() {
    draft(&event(&format!("{START}\nATTACH;ENCODING=BASE64:{}", "x".repeat(MAX_LINE))));
}

#[test]
fn an_event_that_repeats_is_read_once_whatever_its_rule() {
    for rule in [
        "RRULE:FREQ=SECONDLY;COUNT=1000000000",
        "RRULE:FREQ=YEARLY;UNTIL=99991231T235959Z;BYMONTH=2;BYMONTHDAY=31",
        "RRULE:nonsense",
        "RDATE:20270616T190000Z",
    ] {
        let began = Instant::now();
        let draft = names(&format!("{START}\n{rule}"), 5, ProblemKind::RecurrenceNotRead);
        assert_eq!(draft.when.starts, june(19, 0));
        assert!(began.elapsed() < Duration::from_secs(1));
    }
}

#[test]
fn a_changed_date_of_an_event_is_not_taken_for_an_event() {
    fails(&format!("{START}\nRECURRENCE-ID:20270615T180000Z"), 5, ProblemKind::OverrideNotRead);
}

#[test]
fn of_two_events_with_one_uid_the_newer_is_kept() {
    let one = |title: &str, sequence: u8| {
        format!("BEGIN:VEVENT\nUID:u\n{START}\nSUMMARY:{title}\nSEQUENCE:{sequence}\nEND:VEVENT\n")
    };
    let file = calendar(&[one("first", 1), one("older", 0), one("newer", 2)].concat());
    let reading = read(file.as_bytes(), None);
    let titles: Vec<&str> = reading.drafts.iter().map(|draft| draft.title.as_str()).collect();
    assert_eq!(titles, ["newer"]);
    assert_eq!(kinds(&reading), [(3, ProblemKind::DuplicateUid), (9, ProblemKind::DuplicateUid)]);
    assert_eq!(reading.problems[1].title.as_deref(), Some("older"));
}

#[test]
fn a_cancelled_calendar_calls_off_its_events_and_a_second_start_is_named() {
    let file = event(START).replace("VERSION:2.0", "METHOD:CANCEL");
    assert!(draft(&file).cancelled);
    let twice = format!("{START}\nDTSTART:20280101T000000Z");
    assert_eq!(names(&twice, 5, ProblemKind::Repeated("DTSTART")).when.starts, june(19, 0));
}

#[test]
fn what_is_not_an_event_is_named() {
    let file =
        calendar("BEGIN:VTODO\nSUMMARY:x\nEND:VTODO\nBEGIN:X-OWN\nA:1\nnot a line\nEND:X-OWN");
    assert_eq!(kinds(&read(file.as_bytes(), None)), [(3, ProblemKind::NotAnEvent("VTODO".into()))]);
}
