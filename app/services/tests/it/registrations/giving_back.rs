//! Giving places back.

use domain::invalid::Code;
use domain::registrations::RegistrationStatus::{Cancelled, Confirmed};
use services::Error;
use services::registrations::GiveBack;
use services::secrets::ManageToken;

use crate::support::{House, NewEvent, assert_refused};

async fn kinds_of_mail(house: &House) -> Vec<String> {
    house.texts("select kind from outbox order by revision, kind").await
}

both! {
    async fn a_place_that_is_given_back_is_free_at_once(house: House) {
        let tickets = vec![("participant", Some(3))];
        let event = house.announce(NewEvent { tickets, ..NewEvent::with_places(3) }).await;
        let token = house.register(&event, &["Ada", "Grace", "Katherine"]).await;
        house.registrations.give_back(&token, GiveBack::One(1)).await.expect("given back");

        let page = house.registrations.find(&token).await.expect("a page");
        assert_eq!(page.status, Confirmed);
        let left: Vec<bool> = page.attendees.iter().map(|attendee| attendee.cancelled).collect();
        assert_eq!(left, [false, true, false]);
        assert_eq!(kinds_of_mail(&house).await, ["confirmed", "changed"]);
        assert_eq!(house.taken().await, 2);
        house.assert_whole().await;
        house.register(&event, &["Mary"]).await;
        house.assert_whole().await;
    }

    async fn who_gives_all_back_has_cancelled(house: House) {
        let event = house.announce(NewEvent::default()).await;
        let token = house.register(&event, &["Ada", "Grace"]).await;
        house.registrations.give_back(&token, GiveBack::All).await.expect("given back");

        let page = house.registrations.find(&token).await.expect("a page");
        assert_eq!(page.status, Cancelled);
        assert!(page.attendees.iter().all(|attendee| attendee.cancelled));
        assert_eq!(kinds_of_mail(&house).await, ["confirmed", "cancelled"]);
        assert_eq!(house.taken().await, 0);
        house.assert_whole().await;
    }

    async fn giving_the_last_place_back_cancels_too(house: House) {
        let event = house.announce(NewEvent::default()).await;
        let token = house.register(&event, &["Ada", "Grace"]).await;
        for position in [0, 1] {
            let place = GiveBack::One(position);
            house.registrations.give_back(&token, place).await.expect("given back");
        }
        assert_eq!(house.registrations.find(&token).await.expect("a page").status, Cancelled);
        assert_eq!(kinds_of_mail(&house).await, ["confirmed", "changed", "cancelled"]);
        house.assert_whole().await;
    }

    async fn giving_back_twice_changes_nothing(house: House) {
        let event = house.announce(NewEvent::default()).await;
        let token = house.register(&event, &["Ada", "Grace"]).await;
        for (whose, taken, mails) in [(GiveBack::One(0), 1, 2), (GiveBack::All, 0, 3)] {
            for _ in 0..3 {
                house.registrations.give_back(&token, whose).await.expect("given back");
                assert_eq!(
                    (house.taken().await, kinds_of_mail(&house).await.len()),
                    (taken, mails)
                );
            }
        }
        house.registrations.give_back(&token, GiveBack::One(1)).await.expect("nothing to do");
        house.registrations.give_back(&token, GiveBack::One(7)).await.expect("nobody is there");
        assert_eq!(house.taken().await, 0);
        house.assert_whole().await;
    }

    async fn the_same_place_given_back_at_once_is_free_once(house: House) {
        let event = house.announce(NewEvent::default()).await;
        let token = house.register(&event, &["Ada", "Grace"]).await;
        let mut tasks = tokio::task::JoinSet::new();
        for turn in 0..20 {
            let (house, token) = (house.clone(), token.clone());
            let whose = if turn % 2 == 0 { GiveBack::One(0) } else { GiveBack::All };
            tasks.spawn(async move { house.registrations.give_back(&token, whose).await });
        }
        for answer in tasks.join_all().await {
            answer.expect("given back");
        }
        assert_eq!(house.taken().await, 0);
        house.assert_whole().await;
    }

    async fn the_only_place_goes_from_one_person_to_the_next(house: House) {
        let event = house.announce(NewEvent::with_places(1)).await;
        for name in ["Ada", "Grace", "Katherine"] {
            let token = house.register(&event, &[name]).await;
            let form = house.form(&event, &["Mary"]);
            assert_refused(house.registrations.register(form).await, Code::Full);
            house.registrations.give_back(&token, GiveBack::All).await.expect("given back");
        }
        house.register(&event, &["Mary"]).await;
        assert_eq!(house.taken().await, 1);
        house.assert_whole().await;
    }

    async fn nothing_is_given_back_once_the_date_has_begun(house: House) {
        let event = house.announce(NewEvent::default()).await;
        let token = house.register(&event, &["Ada"]).await;
        house.clock.set("2027-05-05T19:00:00Z");
        for whose in [GiveBack::One(0), GiveBack::All] {
            assert_refused(house.registrations.give_back(&token, whose).await, Code::Past);
        }
        assert_eq!((house.taken().await, house.rows().await), (1, [1; 5]));
    }

    async fn a_form_sent_again_after_giving_back_does_not_register_again(house: House) {
        let event = house.announce(NewEvent::default()).await;
        let form = house.form(&event, &["Ada"]);
        let token = house.registrations.register(form.clone()).await.expect("a registration");
        house.registrations.give_back(&token, GiveBack::All).await.expect("given back");
        assert_eq!(house.registrations.register(form).await.expect("the same"), token);
        assert_eq!(house.taken().await, 0);
    }

    async fn an_unknown_link_opens_nothing(house: House) {
        let event = house.announce(NewEvent::default()).await;
        house.register(&event, &["Ada"]).await;
        let guessed = ManageToken::parse(&"A".repeat(43)).expect("the form of a token");
        let found = house.registrations.find(&guessed).await;
        assert!(matches!(found, Err(Error::NotFound)), "{found:?}");
        let gone = house.registrations.give_back(&guessed, GiveBack::All).await;
        assert!(matches!(gone, Err(Error::NotFound)), "{gone:?}");
        assert_eq!(house.taken().await, 1);
    }
}
