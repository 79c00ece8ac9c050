//! The demonstration, as `make run` shows it.

use domain::language::Language;
use services::demo::Filled;
use services::events::Search;

use crate::support::House;

const TABLES: [&str; 12] = [
    "organisations",
    "organisation_texts",
    "events",
    "event_slugs",
    "event_texts",
    "event_areas",
    "occurrences",
    "ticket_types",
    "places",
    "registrations",
    "outbox",
    "audit",
];

async fn counts(house: &House) -> Vec<i64> {
    let mut counts = Vec::new();
    for table in TABLES {
        counts.push(house.number(&format!("select count(*) from {table}")).await);
    }
    counts
}

async fn everything_can_be_looked_at(house: &House) {
    let list = house.events.list(Language::English, &Search::default()).await.expect("a list");
    assert!(list.total >= 40, "only {} events can be seen", list.total);
    for language in Language::ALL {
        for organisation in house.texts("select slug from organisations").await {
            house.organisations.page(*language, &organisation).await.expect("a page");
        }
    }
    for slug in house.texts("select slug from events where status <> 'draft'").await {
        house.events.page(Language::Arabic, &slug, None).await.expect("a page");
    }
}

async fn nobody_gets_mail(house: &House) {
    assert!(house.mail.claim().await.expect("an answer").is_none());
    assert_eq!(house.texts("select distinct status from outbox").await, ["dead"]);
    let real = "select count(*) from registrations where contact_email not like '%@demo.invalid'";
    assert_eq!(house.number(real).await, 0);
}

both! {
    async fn a_filled_house_shows_events_that_count_right_and_mails_nobody(house: House) {
        let filled = house.demo.fill().await.expect("a full house");
        assert_eq!(filled.organisations, 8);
        assert!(filled.events >= 40, "{filled:?}");
        assert!(filled.registrations > 100, "{filled:?}");
        house.assert_whole().await;
        let full = "select count(*) from occurrences where taken = capacity and capacity > 0";
        assert!(house.number(full).await > 0);
        everything_can_be_looked_at(&house).await;
        nobody_gets_mail(&house).await;
    }

    async fn filling_twice_changes_nothing(house: House) {
        house.demo.fill().await.expect("a full house");
        let before = counts(&house).await;
        assert_eq!(house.demo.fill().await.expect("a full house"), Filled::default());
        house.clock.set("2027-06-01T00:00:00Z");
        assert_eq!(house.demo.fill().await.expect("a full house"), Filled::default());
        assert_eq!(counts(&house).await, before);
    }
}
