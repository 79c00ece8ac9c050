//! No text can add a line to a file, stop the writer or make it write without end.

use proptest::prelude::*;

use super::*;

#[test]
fn emoji_and_spaces_are_folded_like_anything_else() {
    // With these `fold_line` of icalendar 0.17.17 panics, never ends, and panics.
    let texts = [("🎉", 34, " ", 99), ("é", 72, " ", 73), ("\u{a0}", 300, "", 0)];
    for (letter, letters, space, spaces) in texts {
        let mut entry = entry(timed("2027-05-21T19:00", None, "UTC"));
        entry.title = format!("a{}{}b", letter.repeat(letters), space.repeat(spaces));
        let text = one(&entry, None).text;
        assert!(text.split("\r\n").all(|line| line.len() <= 75), "{text}");
        assert_has(&text, &format!("SUMMARY;LANGUAGE=en:{}", entry.title));
    }
}

/// Texts that have broken calendars, and whatever else there is.
fn hostile() -> impl Strategy<Value = String> {
    let parts = prop::sample::select(vec![
        "\r",
        "\n",
        "\r\n",
        "\u{2028}",
        "\u{85}",
        "\u{0}",
        "\u{b}",
        "\";X=",
        "END:VEVENT",
        "\\n",
        "BEGIN:VALARM\r\nACTION:DISPLAY",
        "\r\nATTENDEE:mailto:a@b.example",
        ":",
        ";",
        ",",
        "\\",
        "\"",
        "^",
        "🎉",
        "👩‍👩‍👧‍👦",
        "مرحبا بكم",
        "नमस्ते",
        "é",
        "\u{a0}",
        "\u{3000}",
        "\u{202e}",
        "                                        ",
        "\t",
        "一二三四五六七八九十",
        "a",
    ]);
    let mixed = prop::collection::vec(parts, 0..60).prop_map(|parts| parts.concat());
    prop_oneof![
        mixed,
        any::<String>(),
        prop::collection::vec(any::<char>(), 0..200)
            .prop_map(|chars| chars.into_iter().collect::<String>())
    ]
}

const NAMES: [&str; 22] = [
    "BEGIN",
    "VERSION",
    "PRODID",
    "CALSCALE",
    "NAME",
    "X-WR-CALNAME",
    "DESCRIPTION",
    "X-WR-CALDESC",
    "BEGIN",
    "CREATED",
    "DTSTAMP",
    "DTSTART",
    "LAST-MODIFIED",
    "SEQUENCE",
    "STATUS",
    "SUMMARY",
    "TRANSP",
    "UID",
    "X-MICROSOFT-CDO-BUSYSTATUS",
    "END",
    "END",
    "X-WR-TIMEZONE",
];
const OPTIONAL: [&str; 5] = ["DESCRIPTION", "LOCATION", "CATEGORIES", "ORGANIZER", "URL"];

proptest! {
    #[test]
    fn no_text_adds_a_property(
        texts in prop::array::uniform6(hostile()),
        categories in prop::collection::vec(hostile(), 0..4),
        email in prop_oneof![Just("a@b.example".to_owned()), hostile().prop_map(|text| text + "@b")],
        url in prop_oneof![
            Just("https://a.example/".to_owned()),
            hostile().prop_map(|text| format!("https://a.example/{text}")),
        ],
    ) {
        let [title, description, location, name, language, zone] = texts;
        let moment = Moment { local: date(2027, 5, 21).at(19, 0, 0, 0), at: Timestamp::UNIX_EPOCH };
        let mut entry = entry(When::Timed { starts: moment, ends: None, zone });
        entry.title = title;
        entry.description = description;
        entry.location = Some(location);
        entry.language = language;
        entry.categories = categories;
        entry.url = Some(url);
        entry.organiser = Some(Organiser { name: name.clone(), email });
        let (name, entries, zones) = (Some(&*name), [entry.clone()], zones());
        let (description, source, message) = (Some(&*entry.title), None, None);
        let calendar =
            Calendar { name, description, source, message, entries: &entries, zones: &zones };
        let written = write(&calendar);
        prop_assert_eq!(&written, &write(&calendar));
        prop_assert!(written.text.split("\r\n").all(|line| line.len() <= 75));
        prop_assert!(!written.text.replace("\r\n", "").contains(char::is_control));
        let found = lines(&written.text);
        for line in &found {
            let name = line.split([':', ';']).next().unwrap_or_default();
            prop_assert!(NAMES.contains(&name) || OPTIONAL.contains(&name), "{}", line);
        }
        for name in NAMES.iter().chain(&OPTIONAL) {
            let is = |line: &&String| line.split([':', ';']).next() == Some(name);
            let allowed = if ["BEGIN", "END", "DESCRIPTION"].contains(name) { 2 } else { 1 };
            prop_assert!(found.iter().filter(is).count() <= allowed, "{}", name);
        }
    }
}
