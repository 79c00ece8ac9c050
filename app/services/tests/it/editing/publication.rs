//! Whether an event is announced.

use domain::accounts::Actor;
use domain::events::drafts::StartDraft;
use domain::events::{EventStatus, Missing};
use domain::invalid::{Code, Field};
use domain::language::Language;
use domain::organisations::Role;
use services::Error;

use super::{CLUB, CUP, date, edited, facts, target, text, tickets, version, written};
use crate::support::{House, NewEvent, refused};

async fn bring(house: &House, actor: &Actor, next: EventStatus) -> Result<(), Error> {
    let version = version(house, actor).await;
    house.events.set_status(&target(actor, version), next).await
}

both! {
    async fn an_event_is_published_once_nothing_is_missing(house: House) {
        let organiser = house.member(CLUB, Role::Organiser).await;
        let draft = StartDraft {
            title: "Peace Cup".into(),
            language: "en".into(),
            discipline: "sports/football".into(),
            ..StartDraft::default()
        };
        house.events.start(&organiser, CLUB, &draft).await.expect("an event");
        let wrong = bring(&house, &organiser, EventStatus::Published).await;
        assert_eq!(refused(wrong), [(Field::Status, Code::NotReady)]);
        let events = &house.events;
        let past = date("2027-02-01T10:00", "2027-02-01T11:00", "20");
        events.write_date(&target(&organiser, 1), None, &past).await.expect("saved");
        let draft = tickets(&[("player", "")]);
        events.write_tickets(&target(&organiser, 2), &draft).await.expect("saved");
        events.write_facts(&target(&organiser, 3), &facts("Madrid")).await.expect("saved");
        let missing = edited(&house, &organiser).await.missing;
        assert_eq!(missing, [Missing::Text, Missing::Date]);
        let next = date("2027-06-01T10:00", "2027-06-01T12:00", "20");
        events.write_date(&target(&organiser, 4), None, &next).await.expect("saved");
        let english = text("Peace Cup");
        events.write_text(&target(&organiser, 5), Language::English, &english).await.expect("saved");
        assert!(events.page(Language::English, CUP, None).await.is_err(), "nobody sees a draft");
        bring(&house, &organiser, EventStatus::Published).await.expect("published");
        let page = events.page(Language::English, CUP, None).await.expect("a page");
        assert_eq!((page.dates.len(), page.tickets.len()), (2, 1));
    }

    async fn a_published_event_is_postponed_cancelled_and_held_after_all(house: House) {
        house.announce(NewEvent::default()).await;
        let organiser = house.member(CLUB, Role::Organiser).await;
        let bring = async |next| bring(&house, &organiser, next).await;
        let english = text("Peace Cup");
        let target = target(&organiser, 1);
        house.events.write_text(&target, Language::English, &english).await.expect("saved");
        for (next, sequence) in [
            (EventStatus::Postponed, 1),
            (EventStatus::Published, 2),
            (EventStatus::Cancelled, 3),
            (EventStatus::Published, 4),
            (EventStatus::Draft, 5),
            (EventStatus::Published, 5),
        ] {
            bring(next).await.expect("changed");
            let now = written(&house, &organiser).await;
            assert_eq!((now.status, now.dates[0].sequence), (next, sequence));
        }
        bring(EventStatus::Cancelled).await.expect("cancelled");
        let wrong = bring(EventStatus::Postponed).await;
        assert_eq!(refused(wrong), [(Field::Status, Code::UnknownChoice)]);
    }

    async fn what_people_registered_for_is_no_draft_again(house: House) {
        let event = house.announce(NewEvent::default()).await;
        let token = house.register(&event, &["Ada"]).await;
        let organiser = house.member(CLUB, Role::Organiser).await;
        let all = services::registrations::GiveBack::All;
        house.registrations.give_back(&token, all).await.expect("given back");
        let wrong = bring(&house, &organiser, EventStatus::Draft).await;
        assert_eq!(refused(wrong), [(Field::Status, Code::HasRegistrations)]);
        house.assert_whole().await;
    }
}
