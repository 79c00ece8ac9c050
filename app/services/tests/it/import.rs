//! Calendars of others, as drafts of events. What the reader makes of strange files is tested
//! beside it.

use domain::invalid::Code;
use domain::language::Language;
use services::Error;
use services::calendars::Imported;
use services::events::Search;

use crate::support::{Event, House, assert_refused};

const CALENDAR: &str = "\
BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//Example//EN
BEGIN:VEVENT
UID:evening@club.example
SUMMARY;LANGUAGE=fr:Soirée dansante
DESCRIPTION:Danse et musique.
LOCATION:Vieux port
CATEGORIES:Music
DTSTART;TZID=Africa/Casablanca:20270505T190000
DTEND;TZID=Africa/Casablanca:20270505T213000
END:VEVENT
BEGIN:VEVENT
UID:camp@club.example
SUMMARY:Peace camp
DTSTART;VALUE=DATE:20270601
DTEND;VALUE=DATE:20270604
END:VEVENT
BEGIN:VEVENT
SUMMARY:Without a name
DTSTART:20270701T100000Z
DURATION:PT1H
END:VEVENT
END:VCALENDAR
";

async fn import(house: &House, file: &str) -> Imported {
    house.organisation("peace-club").await;
    let zone = Some("Africa/Casablanca");
    house.calendars.import("peace-club", file.as_bytes(), zone).await.expect("an import")
}

async fn counts(house: &House) -> [i64; 4] {
    let mut counts = [0; 4];
    for (count, table) in counts.iter_mut().zip(["events", "event_texts", "occurrences", "places"])
    {
        *count = house.number(&format!("select count(*) from {table}")).await;
    }
    counts
}

both! {
    async fn a_file_that_is_imported_twice_changes_nothing(house: House) {
        let first = import(&house, CALENDAR).await;
        assert_eq!(first.created, ["soiree-dansante", "peace-camp", "without-a-name"]);
        assert_eq!((first.known, first.problems), (0, vec![]));
        let before = counts(&house).await;
        assert_eq!(before, [3; 4]);
        let second = import(&house, CALENDAR).await;
        assert_eq!((second.created, second.known), (vec![], 3));
        assert_eq!(counts(&house).await, before);
    }

    async fn what_an_organiser_changed_stays(house: House) {
        import(&house, CALENDAR).await;
        house.change("update event_texts set title = 'Ours'").await.expect("changed");
        import(&house, CALENDAR).await;
        assert_eq!(house.texts("select distinct title from event_texts").await, ["Ours"]);
    }

    async fn another_organisation_may_import_the_same_file(house: House) {
        import(&house, CALENDAR).await;
        house.organisation("stage").await;
        let other =
            house.calendars.import("stage", CALENDAR.as_bytes(), Some("Africa/Casablanca")).await;
        let other = other.expect("an import");
        assert_eq!((other.created.len(), other.known), (3, 0));
        assert!(other.created[1].starts_with("peace-camp-"), "{:?}", other.created);
    }

    async fn drafts_are_seen_by_nobody(house: House) {
        for slug in import(&house, CALENDAR).await.created {
            let page = house.events.page(Language::English, &slug, None).await;
            assert!(matches!(page, Err(Error::NotFound)), "{slug}");
        }
        let list = house.events.list(Language::French, &Search::default()).await.expect("a list");
        assert_eq!((list.total, list.cards.len()), (0, 0));
        let date = "2027-05-05T19:00:00".parse().expect("a date");
        let form = house.form(&Event { slug: "soiree-dansante".into(), date }, &["Ada"]);
        assert_refused(house.registrations.register(form).await, Code::Unreadable);
    }

    async fn an_entry_that_is_called_off_is_a_draft_too(house: House) {
        let cancelled = CALENDAR.replace("CATEGORIES:Music", "STATUS:CANCELLED");
        import(&house, &cancelled).await;
        let list = house.events.list(Language::French, &Search::default()).await.expect("a list");
        assert_eq!(list.total, 0, "it was published by an import");
    }

    async fn times_are_kept_as_they_were_meant(house: House) {
        import(&house, CALENDAR).await;
        let days = "select starts_local || ' ' || ends_local || ' ' || zone from occurrences
            order by starts_at";
        assert_eq!(
            house.texts(days).await,
            [
                "2027-05-05T19:00:00 2027-05-05T21:30:00 Africa/Casablanca",
                "2027-06-01T00:00:00 2027-06-04T00:00:00 Africa/Casablanca",
                "2027-07-01T10:00:00 2027-07-01T11:00:00 UTC",
            ]
        );
        assert_eq!(
            house.number("select count(*) from occurrences where all_day <> false").await,
            1
        );
        house.change("update events set status = 'published'").await.expect("published");
        let page = house.events.page(Language::English, "peace-camp", None).await.expect("a page");
        assert_eq!(page.date().when.last_day().to_string(), "2027-06-03");
    }

    async fn texts_and_category_come_along(house: House) {
        import(&house, CALENDAR).await;
        house.change("update events set status = 'published'").await.expect("published");
        let slug = "soiree-dansante";
        let page = house.events.page(Language::French, slug, None).await.expect("a page");
        let text = page.content.text(Language::French);
        assert_eq!(text.language, Language::French);
        assert_eq!((text.title.as_str(), text.venue.as_str()), ("Soirée dansante", "Vieux port"));
        assert_eq!(
            (text.plain.as_str(), page.content.category.code()),
            ("Danse et musique.", "music")
        );
    }

    async fn a_file_that_is_none_brings_nothing(house: House) {
        for broken in ["", "hello", "PK\u{3}\u{4}\0\0\0", "BEGIN:VEVENT\nSUMMARY:x\nEND:VEVENT\n"] {
            let imported = import(&house, broken).await;
            assert!(imported.created.is_empty() && !imported.problems.is_empty(), "{broken:?}");
        }
        assert_eq!(counts(&house).await, [0; 4]);
    }

    async fn a_broken_entry_is_named_and_the_others_come_in(house: House) {
        let broken = CALENDAR.replace("DTSTART:20270701T100000Z", "DTSTART:20270732T100000Z");
        let imported = import(&house, &broken).await;
        assert_eq!(imported.created.len(), 2);
        assert_eq!(imported.problems.len(), 1, "{:?}", imported.problems);
        let line = 1 + broken.lines().position(|line| line.contains("20270732")).expect("a line");
        assert_eq!(imported.problems[0].line, line);
    }

    async fn nobody_imports_for_an_organisation_that_does_not_exist(house: House) {
        let imported = house.calendars.import("nobody", CALENDAR.as_bytes(), None).await;
        assert!(matches!(imported, Err(Error::NotFound)), "{imported:?}");
    }
}
