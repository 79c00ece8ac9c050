//! Lists of events, and the page of one.

mod lists;
mod pages;
mod paging;

use domain::events::Category;
use domain::language::Language;
use services::events::{Found, Search};

use crate::support::{House, NewDate, NewEvent};

async fn list(house: &House, search: Search) -> Found {
    house.events.list(Language::English, &search).await.expect("a list")
}

/// The slugs that a list shows, in its order; it counts as many.
async fn slugs(house: &House, search: Search) -> Vec<String> {
    let found = list(house, search).await;
    assert_eq!(found.total as usize, found.cards.len(), "the total of one page");
    found.cards.into_iter().map(|card| card.slug).collect()
}

fn words(words: &str) -> Search {
    Search { words: words.into(), ..Search::default() }
}

/// A date of two hours, one of many.
fn on(starts: &'static str, ends: &'static str) -> NewDate {
    NewDate { starts, ends, ..NewDate::default() }
}

both! {
    async fn words_are_found_however_they_are_spelt(house: House) {
        house.announce(NewEvent::titled("fete", "Fête de Córdoba")).await;
        let arabic = NewEvent {
            slug: "amman".into(),
            texts: vec![("en", "Night".into()), ("ar", "ليلة في الأُردُنّ".into())],
            ..NewEvent::default()
        };
        house.announce(arabic).await;
        house.announce(NewEvent::titled("yolka", "Новогодняя Ёлка")).await;
        for (typed, found) in [
            ("fete", "fete"),
            ("FÊTE", "fete"),
            ("cordoba", "fete"),
            ("Fe\u{302}te  cordoba", "fete"),
            ("الاردن", "amman"),
            ("الأردن", "amman"),
            ("ليله", "amman"),
            ("елка", "yolka"),
            ("ЁЛКА", "yolka"),
        ] {
            assert_eq!(slugs(&house, words(typed)).await, [found], "{typed}");
        }
        assert_eq!(slugs(&house, words("opera")).await, [""; 0]);
        assert_eq!(slugs(&house, words("   ")).await.len(), 3);
    }

    async fn signs_of_patterns_are_signs_in_a_search(house: House) {
        house.announce(NewEvent::titled("percent", "100% football")).await;
        house.announce(NewEvent::titled("plain", "100 footballs")).await;
        house.announce(NewEvent::titled("low-line", "peace_run")).await;
        house.announce(NewEvent::titled("letter", "peacexrun")).await;
        house.announce(NewEvent::titled("backslash", r"a\b or not")).await;
        for (typed, found) in [
            ("100%", vec!["percent"]),
            ("%", vec!["percent"]),
            ("peace_run", vec!["low-line"]),
            ("_", vec!["low-line"]),
            (r"a\b", vec!["backslash"]),
            (r"\", vec!["backslash"]),
            ("' or 1=1 --", vec![]),
            ("100\0foot", vec![]),
            ("100 foot", vec!["percent", "plain"]),
        ] {
            let mut slugs = slugs(&house, words(typed)).await;
            slugs.sort();
            assert_eq!(slugs, found, "{typed}");
        }
    }

    async fn the_name_of_an_organisation_is_found_too(house: House) {
        let calendar = "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\nSUMMARY:Night run\r\n\
            DTSTART:20270505T190000Z\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
        house.organisation("zanzibar-runners").await;
        let zone = Some("Africa/Nairobi");
        house
            .calendars
            .import("zanzibar-runners", calendar.as_bytes(), zone)
            .await
            .expect("a draft");
        house.change("update events set status = 'published'").await.expect("published");
        assert_eq!(slugs(&house, words("night")).await, ["night-run"]);
        assert_eq!(slugs(&house, words("zanzibar")).await, ["night-run"]);
    }

    async fn a_list_can_be_of_one_category_or_organisation(house: House) {
        for (slug, category, organisation) in [
            ("cup", "sports", "peace-club"),
            ("choir", "music", "peace-club"),
            ("play", "entertainment", "stage"),
        ] {
            house
                .announce(NewEvent {
                    slug: slug.into(),
                    category,
                    organisation,
                    ..NewEvent::default()
                })
                .await;
        }
        let of = |category| Search { category: Some(category), ..Search::default() };
        assert_eq!(slugs(&house, of(Category::Sports)).await, ["cup"]);
        assert_eq!(slugs(&house, of(Category::Music)).await, ["choir"]);
        let by = |organisation: &str| Search {
            organisation: Some(organisation.into()),
            ..Search::default()
        };
        assert_eq!(slugs(&house, by("peace-club")).await, ["cup", "choir"]);
        assert_eq!(slugs(&house, by("stage")).await, ["play"]);
        assert_eq!(slugs(&house, by("nobody")).await, [""; 0]);
        let both = Search { category: Some(Category::Music), ..by("stage") };
        assert_eq!(slugs(&house, both).await, [""; 0]);
    }

    async fn days_are_days_at_the_place(house: House) {
        let early = NewDate {
            starts: "2027-05-05T00:30:00",
            ends: "2027-05-05T02:00:00",
            zone: "Pacific/Auckland",
            ..NewDate::default()
        };
        let camp = NewDate {
            starts: "2027-05-03T00:00:00",
            ends: "2027-05-06T00:00:00",
            all_day: true,
            ..NewDate::default()
        };
        let event = |slug: &str, date| NewEvent {
            slug: slug.into(),
            dates: vec![date],
            ..NewEvent::default()
        };
        house.announce(event("camp", camp)).await;
        house.announce(event("early", early)).await;
        let days = |from: Option<&str>, to: Option<&str>| {
            let day = |day: &str| day.parse().expect("a day");
            Search { from: from.map(day), to: to.map(day), ..Search::default() }
        };
        for (from, to, found) in [
            (None, None, vec!["camp", "early"]),
            (Some("2027-05-05"), None, vec!["camp", "early"]),
            (Some("2027-05-06"), None, vec![]),
            (None, Some("2027-05-04"), vec!["camp"]),
            (None, Some("2027-05-02"), vec![]),
            (Some("2027-05-04"), Some("2027-05-04"), vec!["camp"]),
            (Some("2027-05-05"), Some("2027-05-05"), vec!["camp", "early"]),
            (Some("2027-05-06"), Some("2027-05-01"), vec![]),
        ] {
            assert_eq!(slugs(&house, days(from, to)).await, found, "{from:?} to {to:?}");
        }
    }

    async fn a_list_has_pages_of_twenty_without_gaps(house: House) {
        for number in 0..45 {
            let minute: &'static str = format!("2027-05-05T19:{number:02}:00").leak();
            let dates = vec![on(minute, "2027-05-05T22:00:00")];
            let slug = format!("cup-{number:02}");
            house.announce(NewEvent { slug, dates, ..NewEvent::default() }).await;
        }
        let mut seen = Vec::new();
        for (page, length) in [(1, 20), (2, 20), (3, 5), (4, 0)] {
            let found = list(&house, Search { page, ..Search::default() }).await;
            assert_eq!((found.total, found.cards.len()), (45, length), "page {page}");
            seen.extend(found.cards.into_iter().map(|card| card.slug));
        }
        assert_eq!(seen, (0..45).map(|number| format!("cup-{number:02}")).collect::<Vec<_>>());
        for page in [0, -1, i64::MIN] {
            assert_eq!(
                list(&house, Search { page, ..Search::default() }).await.cards[0].slug,
                "cup-00"
            );
        }
        let far = list(&house, Search { page: i64::MAX, ..Search::default() }).await;
        assert_eq!((far.total, far.cards.len()), (45, 0));
    }
}
