//! What everyone who registered is told when an event changes.

use domain::accounts::Actor;
use domain::events::EventStatus;
use domain::events::drafts::DateDraft;
use domain::organisations::Role;
use jiff::SignedDuration;
use services::events::editing::{DateChange, Target};
use services::mail::Message;
use services::registrations::GiveBack;

use super::{CLUB, CUP, LINK, date, edited, facts, place, target, text, version, written};
use crate::support::{House, NewDate, NewEvent};

/// Sends everything that is due now: what it said.
async fn deliver(house: &House) -> Vec<Message> {
    let mut sent = Vec::new();
    while let Some(claimed) = house.mail.claim().await.expect("an answer") {
        sent.push(house.mail.compose(&claimed).await.expect("a message"));
        house.mail.sent(&claimed).await.expect("recorded");
    }
    sent
}

/// The date moved to this hour.
fn at(hour: &str) -> DateDraft {
    let zone = "Africa/Casablanca".into();
    let (starts, ends) = (format!("2027-05-05T{hour}:00"), "2027-05-05T23:30");
    DateDraft { zone, ..date(&starts, ends, "50") }
}

async fn move_to(house: &House, actor: &Actor, hour: &str, quiet: bool) {
    let now = written(house, actor).await;
    let target = Target { quiet, ..target(actor, version(house, actor).await) };
    let done = house.events.write_date(&target, Some(now.dates[0].id), &at(hour)).await;
    done.expect("saved");
}

async fn bring(house: &House, actor: &Actor, next: EventStatus) {
    let target = target(actor, version(house, actor).await);
    house.events.set_status(&target, next).await.expect("changed");
}

/// An event with two registrations, whose own mails are sent.
async fn announced(house: &House) -> Actor {
    let event = house.announce(NewEvent::default()).await;
    house.register(&event, &["Ada", "Grace"]).await;
    house.register(&event, &["Mary"]).await;
    assert_eq!(deliver(house).await.len(), 2);
    house.member(CLUB, Role::Organiser).await
}

both! {
    async fn several_changes_within_ten_minutes_are_one_mail_with_old_and_new(house: House) {
        let organiser = announced(&house).await;
        assert_eq!(edited(&house, &organiser).await.to_tell[0].1, 2);
        move_to(&house, &organiser, "20", false).await;
        house.clock.advance(SignedDuration::from_mins(9));
        move_to(&house, &organiser, "21", false).await;
        let now = target(&organiser, version(&house, &organiser).await);
        house.events.write_facts(&now, &facts("New Port")).await.expect("saved");
        assert!(deliver(&house).await.is_empty(), "not before ten minutes are over");
        house.clock.advance(SignedDuration::from_mins(1));
        let sent = deliver(&house).await;
        assert_eq!(sent.len(), 2);
        for message in sent {
            assert_eq!(message.subject, "Changed: Peace Cup");
            for words in ["21:00", "19:00", "New Port", "Old Port"] {
                assert!(message.text.contains(words), "{words}: {}", message.text);
            }
            assert!(!message.text.contains("20:00"), "what was in between concerns nobody");
            let calendar = message.calendar.expect("an entry");
            assert_eq!(calendar.method, "PUBLISH");
            assert!(calendar.ics.contains("SEQUENCE:3"), "{}", calendar.ics);
            assert!(message.references.is_some());
        }
        house.clock.advance(SignedDuration::from_hours(1));
        assert!(deliver(&house).await.is_empty());
        move_to(&house, &organiser, "22", false).await;
        house.clock.advance(SignedDuration::from_mins(10));
        assert_eq!(deliver(&house).await.len(), 2, "what changes later is told again");
        house.assert_whole().await;
    }

    async fn what_is_cancelled_or_postponed_is_told_and_taken_out_of_calendars(house: House) {
        let organiser = announced(&house).await;
        for (next, subject, method, status) in [
            (EventStatus::Postponed, "Postponed: Peace Cup", "PUBLISH", "STATUS:TENTATIVE"),
            (EventStatus::Published, "Changed: Peace Cup", "PUBLISH", "STATUS:CONFIRMED"),
            (EventStatus::Cancelled, "Cancelled: Peace Cup", "CANCEL", "STATUS:CANCELLED"),
        ] {
            bring(&house, &organiser, next).await;
            house.clock.advance(SignedDuration::from_mins(10));
            let sent = deliver(&house).await;
            assert_eq!(sent.len(), 2);
            let calendar = sent[0].calendar.as_ref().expect("an entry");
            assert_eq!((sent[0].subject.as_str(), calendar.method), (subject, method));
            assert!(calendar.ics.contains(status), "{}", calendar.ics);
        }
    }

    async fn only_those_are_told_whom_it_concerns(house: House) {
        let dates = vec![
            NewDate::default(),
            NewDate {
                starts: "2027-05-12T19:00:00",
                ends: "2027-05-12T21:00:00",
                ..NewDate::default()
            },
        ];
        let event = house.announce(NewEvent { dates, ..NewEvent::default() }).await;
        let later = crate::support::Event {
            date: "2027-05-12T19:00:00".parse().expect("a time"),
            ..event.clone()
        };
        house.register(&event, &["Ada"]).await;
        let token = house.register(&event, &["Grace"]).await;
        house.register(&later, &["Mary"]).await;
        deliver(&house).await;
        let organiser = house.member(CLUB, Role::Organiser).await;
        move_to(&house, &organiser, "20", true).await;
        let title = text("New Name");
        let now = target(&organiser, version(&house, &organiser).await);
        let english = domain::language::Language::English;
        house.events.write_text(&now, english, &title).await.expect("saved");
        house.clock.advance(SignedDuration::from_mins(10));
        assert!(deliver(&house).await.is_empty(), "quietly, or not about time and place");

        let first = written(&house, &organiser).await.dates[0].id;
        let now = target(&organiser, version(&house, &organiser).await);
        house.events.change_date(&now, first, DateChange::Cancel).await.expect("cancelled");
        house.registrations.give_back(&token, GiveBack::All).await.expect("given back");
        house.clock.advance(SignedDuration::from_mins(10));
        let subjects: Vec<_> =
            deliver(&house).await.into_iter().map(|message| message.subject).collect();
        assert_eq!(subjects.len(), 2, "{subjects:?}");
        assert!(subjects.contains(&"Cancelled: New Name".to_owned()), "{subjects:?}");
        assert!(subjects.contains(&"You gave your places back: New Name".to_owned()));
    }

    async fn a_waiting_notice_keeps_no_other_mail_waiting(house: House) {
        let organiser = announced(&house).await;
        let now = target(&organiser, version(&house, &organiser).await);
        house.events.write_place(&now, &place("both", LINK)).await.expect("saved");
        let reference = house.texts("select reference from registrations").await.remove(0);
        let (action, language) =
            (domain::accounts::Action::SeeRegistrations, domain::language::Language::English);
        let own = house.events.own(&organiser, CLUB, CUP, action, language).await;
        let own = own.expect("an event");
        house.registrations.send_again(&organiser, &own, &reference).await.expect("sent again");
        assert_eq!(deliver(&house).await.len(), 1);
        house.clock.advance(SignedDuration::from_mins(10));
        let sent = deliver(&house).await;
        assert_eq!(sent.len(), 2);
        assert!(sent.iter().all(|message| message.text.contains(LINK)));
        house.assert_whole().await;
    }
}
