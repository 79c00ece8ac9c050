//! What a card shows, and of which events there are cards.

use domain::events::EventStatus;
use domain::invalid::Code;
use domain::language::Language;
use services::events::Search;

use super::{list, on, slugs};
use crate::support::{House, NewDate, NewEvent};

both! {
    async fn an_event_has_one_card_with_its_next_date(house: House) {
        let dates = vec![
            on("2027-02-01T19:00:00", "2027-02-01T21:00:00"),
            on("2027-05-05T19:00:00", "2027-05-05T21:00:00"),
            on("2027-05-12T19:00:00", "2027-05-12T21:00:00"),
            on("2027-05-19T19:00:00", "2027-05-19T21:00:00"),
        ];
        house.announce(NewEvent { dates, ..NewEvent::default() }).await;
        let found = list(&house, Search::default()).await;
        assert_eq!((found.total, found.cards.len()), (1, 1));
        let card = &found.cards[0];
        assert_eq!(card.when.starts.to_string(), "2027-05-05T19:00:00");
        assert_eq!(card.further_dates, 2);
        assert_eq!((card.title.as_str(), card.organisation.as_str()), ("Peace Cup", "peace club"));
        assert_eq!(card.admission.open(house.now()), Ok(()));

        let from = Some("2027-05-13".parse().expect("a day"));
        let later = list(&house, Search { from, ..Search::default() }).await;
        assert_eq!(later.cards[0].when.starts.to_string(), "2027-05-19T19:00:00");
        assert_eq!(later.cards[0].further_dates, 0);
    }

    async fn a_date_stays_until_it_ends(house: House) {
        house.announce(NewEvent::default()).await;
        house.clock.set("2027-05-05T21:29:59Z");
        let found = list(&house, Search::default()).await;
        assert_eq!(found.cards[0].admission.open(house.now()), Err(Code::Past));
        house.clock.set("2027-05-05T21:30:00Z");
        assert_eq!(slugs(&house, Search::default()).await, [""; 0]);
    }

    async fn cancelled_dates_are_left_out(house: House) {
        let first = on("2027-05-05T19:00:00", "2027-05-05T21:00:00");
        let dates = vec![
            NewDate { cancelled: true, ..first.clone() },
            on("2027-05-12T19:00:00", "2027-05-12T21:00:00"),
        ];
        house.announce(NewEvent { dates, ..NewEvent::default() }).await;
        let dates = vec![NewDate { cancelled: true, ..first }];
        house.announce(NewEvent { slug: "off".into(), dates, ..NewEvent::default() }).await;
        let found = list(&house, Search::default()).await;
        assert_eq!((found.total, found.cards.len()), (1, 1));
        assert_eq!(found.cards[0].when.starts.to_string(), "2027-05-12T19:00:00");
    }

    async fn further_dates_are_dates_that_take_place(house: House) {
        let later = on("2027-05-12T19:00:00", "2027-05-12T21:00:00");
        let dates = vec![
            on("2027-05-05T19:00:00", "2027-05-05T21:00:00"),
            NewDate { cancelled: true, ..later },
        ];
        house.announce(NewEvent { dates, ..NewEvent::default() }).await;
        assert_eq!(list(&house, Search::default()).await.cards[0].further_dates, 0);
    }

    async fn only_drafts_are_hidden(house: House) {
        for status in ["draft", "published", "postponed", "cancelled"] {
            house.announce(NewEvent { slug: status.into(), status, ..NewEvent::default() }).await;
        }
        let found = list(&house, Search::default()).await;
        let mut shown: Vec<_> = found.cards.iter().map(|card| card.status).collect();
        shown.sort();
        let (published, postponed) = (EventStatus::Published, EventStatus::Postponed);
        assert_eq!((shown, found.total), (vec![published, postponed, EventStatus::Cancelled], 3));
    }

    async fn cards_are_in_the_language_that_was_asked_for_or_in_english(house: House) {
        let title = |text: &str| text.to_owned();
        let texts = vec![("fr", title("Coupe")), ("en", title("Cup")), ("ar", title("كأس"))];
        house.announce(NewEvent { texts, ..NewEvent::default() }).await;
        for (asked, language, title) in [
            (Language::French, Language::French, "Coupe"),
            (Language::Arabic, Language::Arabic, "كأس"),
            (Language::Russian, Language::English, "Cup"),
        ] {
            let found = house.events.list(asked, &Search::default()).await.expect("a list");
            let card = &found.cards[0];
            assert_eq!((card.language, card.title.as_str()), (language, title));
        }
    }

    async fn a_card_and_its_page_fall_back_to_the_same_language(house: House) {
        let texts = vec![("es", "Copa".into()), ("zh", "杯".into()), ("ru", "Кубок".into())];
        let event = house.announce(NewEvent { texts, ..NewEvent::default() }).await;
        let (asked, all) = (Language::French, Search::default());
        let card = &house.events.list(asked, &all).await.expect("a list").cards[0];
        let page = house.events.page(asked, &event.slug, None).await.expect("a page");
        assert_eq!(page.content.text(asked).language, card.language);
    }
}
