//! The page of an event.

use domain::events::TicketKind;
use domain::language::Language;
use services::Error;

use super::on;
use crate::support::{House, NewDate, NewEvent};

/// When the date begins that the page is about, if this one was asked for.
async fn chosen(house: &House, slug: &str, asked: Option<&str>) -> String {
    let asked = asked.map(|asked| asked.parse().expect("a local time"));
    let page = house.events.page(Language::English, slug, asked).await.expect("a page");
    page.date().when.starts.to_string()
}

both! {
    async fn a_draft_or_unknown_event_has_no_page(house: House) {
        let draft = NewEvent { status: "draft", ..NewEvent::default() };
        let event = house.announce(draft).await;
        for slug in [event.slug.as_str(), "no-such-event", "", "' or 1=1 --", "a\0b"] {
            let page = house.events.page(Language::English, slug, None).await;
            assert!(matches!(page, Err(Error::NotFound)), "{slug:?}: {:?}", page.err());
        }
    }

    async fn cancelled_and_postponed_events_keep_their_page(house: House) {
        for status in ["cancelled", "postponed"] {
            let new = NewEvent { slug: status.into(), status, ..NewEvent::default() };
            let event = house.announce(new).await;
            let page =
                house.events.page(Language::English, &event.slug, None).await.expect("a page");
            assert_eq!(page.content.status.code(), status);
        }
    }

    async fn the_page_is_about_the_date_that_was_asked_for(house: House) {
        let dates = vec![
            on("2027-02-01T19:00:00", "2027-02-01T21:00:00"),
            on("2027-05-05T19:00:00", "2027-05-05T21:00:00"),
            on("2027-05-12T19:00:00", "2027-05-12T21:00:00"),
        ];
        let event = house.announce(NewEvent { dates, ..NewEvent::default() }).await;
        for date in ["2027-02-01T19:00:00", "2027-05-05T19:00:00", "2027-05-12T19:00:00"] {
            assert_eq!(chosen(&house, &event.slug, Some(date)).await, date);
        }
        for unknown in [None, Some("2027-05-06T19:00:00"), Some("0001-01-01T00:00:00")] {
            assert_eq!(chosen(&house, &event.slug, unknown).await, "2027-05-05T19:00:00");
        }
    }

    async fn without_a_wish_it_is_the_next_date_that_one_can_register_for(house: House) {
        let dates = vec![
            NewDate { places: 0, ..on("2027-05-05T19:00:00", "2027-05-05T21:00:00") },
            NewDate { cancelled: true, ..on("2027-05-12T19:00:00", "2027-05-12T21:00:00") },
            on("2027-05-19T19:00:00", "2027-05-19T21:00:00"),
        ];
        let event = house.announce(NewEvent { dates, ..NewEvent::default() }).await;
        assert_eq!(chosen(&house, &event.slug, None).await, "2027-05-19T19:00:00");
        house.clock.set("2027-05-19T20:00:00Z");
        assert_eq!(
            chosen(&house, &event.slug, None).await,
            "2027-05-19T19:00:00",
            "it is still on"
        );
        house.clock.set("2028-01-01T00:00:00Z");
        assert_eq!(chosen(&house, &event.slug, None).await, "2027-05-19T19:00:00", "the last");
    }

    async fn tickets_are_those_of_the_date_in_the_order_of_the_form(house: House) {
        let tickets = vec![("spectator", None), ("player", Some(2)), ("media", Some(1))];
        let event = house.announce(NewEvent { tickets, ..NewEvent::default() }).await;
        let mut form = house.form(&event, &["Ada", "Grace"]);
        form.draft.attendees.iter_mut().for_each(|attendee| attendee.ticket = "player".into());
        house.registrations.register(form).await.expect("a registration");
        let page = house.events.page(Language::English, &event.slug, None).await.expect("a page");
        let tickets: Vec<_> =
            page.tickets.iter().map(|ticket| (ticket.kind, ticket.left)).collect();
        let expected = [
            (TicketKind::Spectator, None),
            (TicketKind::Player, Some(0)),
            (TicketKind::Media, Some(1)),
        ];
        assert_eq!(tickets, expected);
        assert_eq!(page.date().admission.left(), 48);
    }

    async fn a_change_of_the_event_is_seen_with_its_next_version(house: House) {
        let event = house.announce(NewEvent::default()).await;
        let title = async || {
            let page =
                house.events.page(Language::English, &event.slug, None).await.expect("a page");
            page.content.text(Language::English).title.clone()
        };
        assert_eq!(title().await, "Peace Cup");
        house.change("update event_texts set title = 'Peace Bowl'").await.expect("changed");
        house.change("update events set version = version + 1").await.expect("changed");
        assert_eq!(title().await, "Peace Bowl");
    }
}
