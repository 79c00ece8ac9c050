//! New events.

use std::collections::BTreeMap;

use domain::events::EventStatus;
use domain::events::drafts::{Carried, StartDraft};
use domain::invalid::{Code, Field};
use domain::language::Language;
use domain::organisations::Role;
use services::Error;

use super::CLUB;
use crate::support::{House, NewEvent, refused};

fn draft(title: &str) -> StartDraft {
    StartDraft {
        title: title.into(),
        language: "en".into(),
        discipline: "sports/football".into(),
        ..StartDraft::default()
    }
}

both! {
    async fn a_new_event_is_a_draft_with_a_slug_of_its_own(house: House) {
        let organiser = house.member(CLUB, Role::Organiser).await;
        let start = async |title: &str| {
            house.events.start(&organiser, CLUB, &draft(title)).await.expect("an event")
        };
        assert_eq!(start("Peace Cup").await, "peace-cup");
        assert_eq!(start("Peace Cup!").await, "peace-cup-2");
        assert_eq!(start("New").await, "new-2", "`new` is a page");
        let long = "word ".repeat(24);
        assert_eq!(start(&long).await, start(&long).await.trim_end_matches("-2"));
        for title in ["和平杯", "2027", &"a".repeat(70)] {
            let slug = start(title).await;
            let letters = slug.strip_prefix("event-").expect("no letters of its own");
            assert!(letters.len() == 8 && letters.bytes().all(|c| c.is_ascii_lowercase()), "{slug}");
        }
        let edited = house.events.edited(&organiser, CLUB, "peace-cup", Language::English).await;
        let edited = edited.expect("an event");
        assert_eq!((edited.event.version, edited.event.status), (1, EventStatus::Draft));
        assert_eq!(edited.missing.len(), 4, "{:?}", edited.missing);
        let version = "select section from event_versions where version = 1";
        assert_eq!(house.texts(version).await.len(), 8);
    }

    async fn who_may_not_write_begins_nothing(house: House) {
        house.organisation("other-club").await;
        let start = async |actor, club| house.events.start(actor, club, &draft("Cup")).await;
        let viewer = house.member(CLUB, Role::Viewer).await;
        assert!(matches!(start(&viewer, CLUB).await, Err(Error::Forbidden)));
        let owner = house.member(CLUB, Role::Owner).await;
        assert!(matches!(start(&owner, "other-club").await, Err(Error::NotFound)));
        assert!(matches!(start(&owner, "no-club").await, Err(Error::NotFound)));
        let wrong = house.events.start(&owner, CLUB, &StartDraft::default()).await;
        assert_eq!(refused(wrong).len(), 3);
        assert_eq!(house.number("select count(*) from events").await, 0);
    }

    async fn an_earlier_event_lends_everything_but_its_dates(house: House) {
        let tickets = vec![("player", Some(8)), ("spectator", None)];
        let texts = vec![("en", "Peace Cup".into()), ("fr", "Coupe de la paix".into())];
        house.announce(NewEvent { tickets, texts, ..NewEvent::default() }).await;
        house.announce(NewEvent {
            slug: "foreign".into(),
            organisation: "other-club",
            ..NewEvent::default()
        })
        .await;
        let organiser = house.member(CLUB, Role::Organiser).await;
        let carry: BTreeMap<_, _> =
            Carried::ALL.iter().map(|part| (part.code().into(), "on".into())).collect();
        let draft = StartDraft { from: "peace-cup".into(), carry, ..draft("Second Cup") };
        let slug = house.events.start(&organiser, CLUB, &draft).await.expect("an event");
        let edited = house.events.edited(&organiser, CLUB, &slug, Language::English).await;
        let now = edited.expect("an event").written;
        assert_eq!(now.text(Language::English).map(|text| text.title.as_str()), Some("Second Cup"));
        assert_eq!(now.text(Language::French).map(|text| text.venue.as_str()), Some("Peace Hall"));
        assert_eq!((now.address.as_str(), now.dates.len()), ("Old Port, Casablanca", 0));
        let kinds: Vec<_> = now.tickets.iter().map(|(kind, own)| (kind.code(), *own)).collect();
        assert_eq!(kinds, [("player", Some(8)), ("spectator", None)]);
        house.assert_whole().await;
        let draft = StartDraft { from: "foreign".into(), ..draft };
        let wrong = house.events.start(&organiser, CLUB, &draft).await;
        assert_eq!(refused(wrong), [(Field::StartFrom, Code::UnknownChoice)]);
    }
}
