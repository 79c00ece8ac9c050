//! That no bytes do harm, and none take long.

use std::time::{Duration, Instant};

use proptest::prelude::*;

use super::super::text::is_unsafe;
use super::*;

#[test]
fn five_megabytes_of_anything_are_read_quickly() {
    let fill = |unit: &str| unit.repeat(MAX_BYTES / unit.len());
    let started = fill("BEGIN:VCALENDAR\n");
    let folded = format!("BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:{}", fill("x\n "));
    let quoted = format!("BEGIN:VCALENDAR\nA;{}", fill("\";=:"));
    let events = fill("BEGIN:VCALENDAR\nBEGIN:VEVENT\n");
    let zones = format!("BEGIN:VCALENDAR\n{}", fill("BEGIN:VTIMEZONE\nBEGIN:STANDARD\n"));
    let commas = format!("BEGIN:VCALENDAR\nBEGIN:VEVENT\n{}", fill("CATEGORIES:a,b,c,d,e,f,g\n"));
    for file in
        [started, folded, quoted, events, zones, commas, fill("\n"), fill("\r"), fill(" \n")]
    {
        let file = &file.as_bytes()[..file.len().min(MAX_BYTES)];
        let began = Instant::now();
        let _ = read(file, Some("Europe/Berlin"));
        // A build without optimisation on a busy machine; a loop in a loop would need hours.
        assert!(began.elapsed() < Duration::from_secs(10), "{:?}", &file[..40]);
    }
}

/// Pieces of calendars in any order, which reach further in than bytes at random.
fn pieces() -> impl Strategy<Value = Vec<u8>> {
    let piece = prop::sample::select(vec![
        "BEGIN:",
        "END:",
        "VCALENDAR",
        "VEVENT",
        "VTIMEZONE",
        "STANDARD",
        "VALARM",
        "\r\n",
        "\n",
        "\r",
        "\n ",
        "\n\t",
        ":",
        ";",
        ",",
        "=",
        "\"",
        "\\",
        "\\n",
        "^",
        "SUMMARY",
        "DTSTART",
        "DTEND",
        "DURATION",
        "TZID",
        "X-WR-TIMEZONE",
        "X-LIC-LOCATION",
        "RRULE",
        "UID",
        "GEO",
        "URL",
        "CATEGORIES",
        "TZOFFSETTO",
        "20270615",
        "T190000",
        "Z",
        "T020000",
        "Europe/Berlin",
        "/",
        "+0100",
        "-",
        "P1D",
        "PT999999999H",
        "P",
        "99991231",
        "00000101",
        "FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
        "\u{FEFF}",
        "\u{202E}",
        "ä",
        "\0",
        "91;181",
        "https://a",
        "T",
    ]);
    let bytes = prop_oneof![
        8 => piece.prop_map(|piece| piece.as_bytes().to_vec()),
        1 => prop::collection::vec(any::<u8>(), 0..4),
    ];
    prop::collection::vec(bytes, 0..200).prop_map(|parts| parts.concat())
}

/// What holds for any draft of any file.
fn is_sound(draft: &Draft) -> bool {
    let calm = |text: &str| !text.contains(|c: char| c.is_control() || is_unsafe(c));
    let length = |text: &str| text.chars().count();
    draft.line > 0
        && !draft.title.is_empty()
        && length(&draft.title) <= limits::TITLE
        && calm(&draft.title)
        && draft
            .location
            .as_deref()
            .is_none_or(|place| calm(place) && length(place) <= limits::LOCATION)
        && length(&draft.description) <= limits::DESCRIPTION
        && draft.when.starts <= draft.when.ends
        && jiff::tz::TimeZone::get(&draft.when.zone).is_ok_and(|zone| {
            let When { starts, ends, all_day, .. } = draft.when;
            let after = if all_day { ends.tomorrow() } else { Ok(ends) };
            let placed = |local| zone.to_timestamp(local).is_ok();
            placed(starts) && after.is_ok_and(placed)
        })
}

proptest! {
    #[test]
    fn no_bytes_do_harm(bytes in prop::collection::vec(any::<u8>(), 0..2_000)) {
        let _ = read(&bytes, None);
    }

    #[test]
    fn no_pieces_of_calendars_do_harm(bytes in pieces()) {
        let whole = [b"BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:T\n", bytes.as_slice()].concat();
        for file in [&bytes, &whole] {
            let reading = read(file, Some("America/New_York"));
            prop_assert!(reading.drafts.iter().all(is_sound));
            let lines = file.len() + 1;
            prop_assert!(reading.problems.iter().all(|problem| problem.line <= lines));
        }
    }

    #[test]
    fn no_value_of_an_event_does_harm(
        start in "[0-9TZ:;=a-z/äP-]{0,24}",
        end in "(DTEND|DURATION|GEO|RRULE|CATEGORIES)[:;].{0,40}",
        title in ".{0,300}",
    ) {
        let file = calendar(&format!(
            "BEGIN:VEVENT\nDTSTART:{start}\nBEGIN:X\nEND:X\nDTSTART;TZID=Europe/Dublin:20270615T190000\n\
             {end}\nSUMMARY:{title}\nEND:VEVENT"
        ));
        let reading = read(file.as_bytes(), None);
        prop_assert!(reading.drafts.iter().all(is_sound));
        prop_assert!(!reading.problems.iter().any(|problem| problem.to_string().contains(char::is_control)));
    }
}
