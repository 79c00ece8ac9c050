//! One registration: what is known of it, and what organisers do for the people in it.

use domain::invalid::{Code, Field};
use domain::organisations::Role;
use domain::registrations::RegistrationStatus;
use domain::registrations::states::Told;
use services::audit::Who;
use services::registrations::GiveBack;
use services::registrations::list::PlaceState;

use super::{CLUB, named, own};
use crate::support::{House, NewEvent, assert_refused, refused};

both! {
    async fn everything_about_a_registration_stands_on_its_page(house: House) {
        let event = house.announce(NewEvent::default()).await;
        house.register(&event, &["Ada", "Grace"]).await;
        house.register(&event, &["Mary"]).await;
        let owner = house.member(CLUB, Role::Owner).await;
        let own = own(&house, &owner, &event).await;
        let ada = named(&house, &owner, &own, "ada").await;
        let reference = ada.reference.as_str();
        let registrations = &house.registrations;
        registrations.check_in(&owner, &own, &ada).await.expect("here");
        registrations.give_back_for(&owner, &own, reference, GiveBack::One(1)).await.expect("given back");
        registrations.add_note(&owner, &own, reference, "Grace is ill.\r\n").await.expect("a note");

        let one = registrations.own(&owner, &own, reference).await.expect("a registration");
        assert_eq!((one.reference.as_str(), one.status), (reference, RegistrationStatus::Confirmed));
        assert_eq!((one.contact_name.as_str(), one.contact_email.as_str()), ("Amina Diallo", "visitor-0@example.org"));
        let people: Vec<_> = one.people.iter().map(|p| (p.name.as_str(), p.state, p.here_since.is_some())).collect();
        assert_eq!(people, [("Ada", PlaceState::Coming, true), ("Grace", PlaceState::GivenBack, false)]);
        let mails: Vec<_> = one.mails.iter().map(|mail| (mail.kind, mail.status.as_str())).collect();
        assert_eq!(mails, [(Told::Confirmed.into(), "pending"), (Told::Changed.into(), "pending")]);
        let email = house.texts("select email from accounts").await.remove(0);
        let member = Who::Member(email.clone());
        let history: Vec<_> = one.history.iter().map(|done| (done.action.as_str(), &done.by, done.name.as_deref())).collect();
        assert_eq!(history, [
            ("register", &Who::Participant, None),
            ("check-in", &member, Some("Ada")),
            ("give-back", &member, None),
        ]);
        assert_eq!((one.notes[0].text.as_str(), &one.notes[0].email), ("Grace is ill.", &email));
        house.assert_whole().await;
    }

    async fn places_are_given_back_by_the_rules_of_participants(house: House) {
        let event = house.announce(NewEvent::with_places(2)).await;
        let token = house.register(&event, &["Ada", "Grace"]).await;
        let owner = house.member(CLUB, Role::Organiser).await;
        let own = own(&house, &owner, &event).await;
        let reference = named(&house, &owner, &own, "ada").await.reference;
        let give_back = async |whose| {
            house.registrations.give_back_for(&owner, &own, reference.as_str(), whose).await
        };
        for _ in 0..2 {
            give_back(GiveBack::All).await.expect("given back");
        }
        assert_eq!(house.taken().await, 0);
        let page = house.registrations.find(&token).await.expect("a page");
        assert_eq!(page.status, RegistrationStatus::Cancelled);
        let actor = house.texts("select actor from audit where action = 'give-back'").await;
        assert_eq!(actor, [owner.account.0.to_string()]);
        house.assert_whole().await;
        house.clock.set("2027-05-05T19:00:00Z");
        assert_refused(give_back(GiveBack::All).await, Code::Past);
    }

    async fn a_ticket_is_sent_again_as_things_are_now(house: House) {
        let event = house.announce(NewEvent::default()).await;
        let token = house.register(&event, &["Ada", "Grace"]).await;
        let owner = house.member(CLUB, Role::Organiser).await;
        let own = own(&house, &owner, &event).await;
        let reference = named(&house, &owner, &own, "ada").await.reference;
        let again = async || house.registrations.send_again(&owner, &own, reference.as_str()).await;
        assert_refused(again().await, Code::MailUnderWay);
        let send = async || {
            let claimed = house.mail.claim().await.expect("an answer").expect("a mail");
            let message = house.mail.compose(&claimed).await.expect("a message");
            house.mail.sent(&claimed).await.expect("recorded");
            message
        };
        let first = send().await;
        house.registrations.give_back(&token, GiveBack::One(1)).await.expect("given back");
        send().await;
        again().await.expect("queued");
        let second = send().await;
        assert_eq!(second.subject, first.subject);
        assert_ne!(second.message_id, first.message_id);
        assert!(second.text.contains("Ada") && !second.text.contains("Grace"));
        house.assert_whole().await;
        house.registrations.give_back(&token, GiveBack::All).await.expect("given back");
        send().await;
        assert_refused(again().await, Code::NotComing);
        house.assert_whole().await;
    }

    async fn a_mailbox_is_not_filled_by_sending_again(house: House) {
        let event = house.announce(NewEvent::default()).await;
        house.register(&event, &["Ada"]).await;
        let owner = house.member(CLUB, Role::Owner).await;
        let own = own(&house, &owner, &event).await;
        let reference = named(&house, &owner, &own, "ada").await.reference;
        let mut queued = 0;
        loop {
            let claimed = house.mail.claim().await.expect("an answer").expect("a mail");
            house.mail.sent(&claimed).await.expect("recorded");
            match house.registrations.send_again(&owner, &own, reference.as_str()).await {
                Ok(()) => queued += 1,
                result => break assert_refused(result, Code::TooOften),
            }
        }
        assert_eq!(queued, 4, "with the first, five in an hour");
        house.assert_whole().await;
    }

    async fn a_note_says_something(house: House) {
        let event = house.announce(NewEvent::default()).await;
        house.register(&event, &["Ada"]).await;
        let owner = house.member(CLUB, Role::Owner).await;
        let own = own(&house, &owner, &event).await;
        let reference = named(&house, &owner, &own, "ada").await.reference;
        for (text, code) in [(" \n", Code::Required), ("a\0", Code::Control)] {
            let result = house.registrations.add_note(&owner, &own, reference.as_str(), text).await;
            assert_eq!(refused(result), [(Field::Note, code)]);
        }
        let text = "x".repeat(2_001);
        let result = house.registrations.add_note(&owner, &own, reference.as_str(), &text).await;
        assert_eq!(refused(result), [(Field::Note, Code::LongNote)]);
        assert_eq!(house.number("select count(*) from registration_notes").await, 0);
    }
}
