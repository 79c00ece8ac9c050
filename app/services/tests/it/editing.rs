//! Writing events: what is stored, what is refused, and who may.

mod dates;
mod history;
mod notices;
mod place;
mod plans;
mod publication;
mod rules;
mod start;
mod templates;
mod texts;
mod tickets;

use domain::accounts::Actor;
use domain::events::EventStatus;
use domain::events::drafts::{
    DateDraft, FactsDraft, PlaceDraft, PlanDraft, RulesDraft, TextDraft, TicketDraft, TicketsDraft,
};
use domain::language::Language;
use domain::organisations::Role;
use services::Error;
use services::events::editing::{DateChange, Edited, Target, Written};

use crate::support::{House, NewEvent};

const CLUB: &str = "peace-club";
const CUP: &str = "peace-cup";

/// The event of these tests, in the hands of this actor.
pub fn target(actor: &Actor, version: i64) -> Target<'_> {
    Target { actor, organisation: CLUB, slug: CUP, version, quiet: false }
}

/// What stands there now.
pub async fn edited(house: &House, actor: &Actor) -> Edited {
    house.events.edited(actor, CLUB, CUP, Language::English).await.expect("an event")
}

/// The version that stands there now.
pub async fn version(house: &House, actor: &Actor) -> i64 {
    edited(house, actor).await.event.version
}

/// What stands there now, as it is kept.
pub async fn written(house: &House, actor: &Actor) -> Written {
    edited(house, actor).await.written
}

pub fn text(title: &str) -> TextDraft {
    TextDraft {
        title: title.into(),
        summary: "All are welcome.".into(),
        description: "We play.\r\n\r\nThen we eat.".into(),
        venue: "Peace Hall".into(),
    }
}

/// A link that nobody may know without a place.
pub const LINK: &str = "https://meet.example.org/peace-cup-8f3a";

pub fn place(held: &str, link: &str) -> PlaceDraft {
    PlaceDraft { held: held.into(), link: link.into(), ..PlaceDraft::default() }
}

pub fn facts(address: &str) -> FactsDraft {
    FactsDraft {
        discipline: "sports/football".into(),
        address: address.into(),
        spoken: [("ar".into(), "on".into())].into(),
        action: [("peace".into(), "on".into())].into(),
        ..FactsDraft::default()
    }
}

pub fn date(starts: &str, ends: &str, capacity: &str) -> DateDraft {
    DateDraft {
        starts: starts.into(),
        ends: ends.into(),
        zone: "Europe/Madrid".into(),
        all_day: String::new(),
        capacity: capacity.into(),
    }
}

pub fn tickets(offered: &[(&str, &str)]) -> TicketsDraft {
    let row = |(kind, capacity): &(&str, &str)| {
        let draft = TicketDraft { offered: "on".into(), capacity: (*capacity).into() };
        ((*kind).to_owned(), draft)
    };
    TicketsDraft(offered.iter().map(row).collect())
}

/// What came of every way to change the event.
async fn all_changes(house: &House, target: Target<'_>) -> Vec<Result<(), Error>> {
    let events = &house.events;
    let id = house.texts("select cast(slug as text) from event_slugs").await;
    assert!(!id.is_empty());
    let unknown = domain::ids::OccurrenceId(uuid::Uuid::nil());
    let soon = date("2027-06-01T10:00", "2027-06-01T12:00", "5");
    vec![
        events.write_text(&target, Language::French, &text("Coupe")).await,
        events.remove_text(&target, Language::English).await,
        events.write_facts(&target, &facts("Madrid")).await,
        events.write_date(&target, None, &soon).await.map(drop),
        events.change_date(&target, unknown, DateChange::Cancel).await,
        events.write_tickets(&target, &tickets(&[("player", "")])).await,
        events.write_place(&target, &place("online", LINK)).await,
        events.write_rules(&target, &RulesDraft::default()).await,
        events.plan(&target, &PlanDraft { at: "2027-04-01T10:00".into() }).await,
        events.withdraw_plan(&target).await,
        events.set_listed(&target, false).await,
        events.set_template(&target, true).await,
        events.set_status(&target, EventStatus::Cancelled).await,
    ]
}

both! {
    async fn who_may_not_write_does_not_and_foreigners_find_nothing(house: House) {
        house.announce(NewEvent::default()).await;
        for role in [Role::DoorStaff, Role::Viewer] {
            let member = house.member(CLUB, role).await;
            for result in all_changes(&house, target(&member, 1)).await {
                assert!(matches!(result, Err(Error::Forbidden)), "{role:?}: {result:?}");
            }
            let edited = house.events.edited(&member, CLUB, CUP, Language::English).await;
            assert!(matches!(edited, Err(Error::Forbidden)));
        }
        let foreign = house.member("other-club", Role::Owner).await;
        let through_own = Target { organisation: "other-club", ..target(&foreign, 1) };
        let missing = Target { slug: "no-cup", ..target(&foreign, 1) };
        for target in [target(&foreign, 1), through_own, missing] {
            for result in all_changes(&house, target).await {
                assert!(matches!(result, Err(Error::NotFound)), "{result:?}");
            }
        }
        assert_eq!(house.number("select version from events").await, 1);
        assert_eq!(house.number("select count(*) from event_versions").await, 0);
    }

    async fn who_is_late_changes_nothing(house: House) {
        house.announce(NewEvent::default()).await;
        let organiser = house.member(CLUB, Role::Organiser).await;
        let first = target(&organiser, 1);
        house.events.write_text(&first, Language::English, &text("First")).await.expect("saved");
        for result in all_changes(&house, first).await {
            assert!(matches!(result, Err(Error::Conflict)), "{result:?}");
        }
        let edited = edited(&house, &organiser).await;
        assert_eq!((edited.event.version, edited.written.texts.len()), (2, 1));
        assert_eq!(edited.written.texts[0].title, "First");
        assert_eq!(house.number("select count(*) from event_versions").await, 1);
        house.assert_no_transaction_is_open().await;
    }

    async fn of_two_who_save_at_once_one_is_told(house: House) {
        house.announce(NewEvent::default()).await;
        let organiser = house.member(CLUB, Role::Organiser).await;
        let save = async |title: &str| {
            let (target, text) = (target(&organiser, 1), text(title));
            house.events.write_text(&target, Language::English, &text).await
        };
        let (a, b) = tokio::join!(save("A"), save("B"));
        let conflicts =
            [&a, &b].iter().filter(|result| matches!(result, Err(Error::Conflict))).count();
        assert!(a.is_ok() != b.is_ok() && conflicts == 1, "{a:?} {b:?}");
        let kept = if a.is_ok() { "A" } else { "B" };
        assert_eq!(written(&house, &organiser).await.texts[0].title, kept);
    }

    async fn what_was_saved_is_seen_at_once_and_recorded_without_its_words(house: House) {
        house.announce(NewEvent::default()).await;
        let organiser = house.member(CLUB, Role::Organiser).await;
        let page = async || house.events.page(Language::English, CUP, None).await.expect("a page");
        assert_eq!(page().await.content.text(Language::English).title, "Peace Cup");
        let changes = house.changes();
        let target = target(&organiser, 1);
        house.events.write_text(&target, Language::English, &text("New Name")).await.expect("saved");
        assert!(house.changes() > changes, "pages that were kept are written anew");
        assert_eq!(page().await.content.text(Language::English).title, "New Name");
        let record = house.texts("select action || ' ' || detail from audit").await;
        assert_eq!(record, ["write-text version=2 language=en"]);
        let tables = house.tables_holding(b"New Name").await;
        assert_eq!(tables, ["event_texts", "event_versions"]);
    }

    async fn facts_are_whole_and_move_calendars_with_the_place(house: House) {
        house.announce(NewEvent::default()).await;
        let organiser = house.member(CLUB, Role::Organiser).await;
        let mut draft = facts("Plaza Mayor, Madrid");
        draft.discipline = "music/choir".into();
        draft.latitude = "40.4".into();
        draft.longitude = "-3.7".into();
        draft.website = "https://example.org/cup".into();
        draft.programme = [("youth".into(), "on".into())].into();
        house.events.write_facts(&target(&organiser, 1), &draft).await.expect("saved");
        let now = written(&house, &organiser).await;
        assert_eq!((now.category.code(), now.discipline.as_str()), ("music", "choir"));
        assert_eq!((now.coordinates, now.spoken.as_slice()), (Some((40.4, -3.7)), &["ar".into()][..]));
        assert_eq!((now.programme.len(), now.action.len(), now.dates[0].sequence), (1, 1, 1));
        let search = |words: &str| services::events::Search {
            words: words.into(),
            page: 1,
            ..Default::default()
        };
        let found = async |words| {
            house.events.list(Language::English, &search(words)).await.expect("a list").total
        };
        assert_eq!((found("plaza mayor").await, found("old port").await), (1, 0));
        assert_eq!(found("peace club").await, 1, "still found by who holds it");
        draft.website = String::new();
        house.events.write_facts(&target(&organiser, 2), &draft).await.expect("saved");
        assert_eq!(written(&house, &organiser).await.dates[0].sequence, 1, "the place is the same");
    }
}
