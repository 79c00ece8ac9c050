//! Saying that somebody is here.

use domain::invalid::Code;
use domain::organisations::Role;
use services::registrations::GiveBack;
use services::registrations::check_in::CheckedIn;
use services::registrations::list::{Filter, PlaceState};

use super::{CLUB, list, named, own};
use crate::support::{House, NewEvent, assert_refused};

async fn here(house: &House) -> i64 {
    house.number("select count(*) from attendees where checked_in_at is not null").await
}

both! {
    async fn somebody_is_here_once_from_however_many_doors(house: House) {
        let event = house.announce(NewEvent::default()).await;
        house.register(&event, &["Ada", "Grace"]).await;
        let door = house.member(CLUB, Role::DoorStaff).await;
        let own = own(&house, &door, &event).await;
        let ada = named(&house, &door, &own, "ada").await;
        let mut doors = tokio::task::JoinSet::new();
        for _ in 0..20 {
            let (house, door, own, ada) = (house.clone(), door.clone(), own.clone(), ada.clone());
            doors.spawn(async move { house.registrations.check_in(&door, &own, &ada).await });
        }
        let answers = doors.join_all().await;
        let now = answers.iter().filter(|answer| matches!(answer, Ok(CheckedIn::Now))).count();
        let before = answers.iter().filter(|answer| matches!(answer, Ok(CheckedIn::Before))).count();
        assert_eq!((now, before), (1, 19));
        let person = house.registrations.person(&door, &own, &ada).await.expect("a person");
        assert_eq!(person.here_since.expect("here").to_string(), crate::support::NOW);
        assert_eq!((here(&house).await, person.name.as_str()), (1, "Ada"));
        house.assert_whole().await;
    }

    async fn what_was_taken_back_stays_in_the_record(house: House) {
        let event = house.announce(NewEvent::default()).await;
        house.register(&event, &["Ada"]).await;
        let door = house.member(CLUB, Role::DoorStaff).await;
        let own = own(&house, &door, &event).await;
        let ada = named(&house, &door, &own, "ada").await;
        for _ in 0..2 {
            house.registrations.check_in(&door, &own, &ada).await.expect("here");
            house.registrations.undo_check_in(&door, &own, &ada).await.expect("not here");
            house.registrations.undo_check_in(&door, &own, &ada).await.expect("nothing to do");
        }
        assert_eq!(here(&house).await, 0);
        let record = house.texts("select action from audit where object_kind = 'attendee' order by id").await;
        assert_eq!(record, ["check-in", "check-in-undo", "check-in", "check-in-undo"]);
        let actors = house.texts("select distinct actor from audit where object_kind = 'attendee'").await;
        assert_eq!(actors, [door.account.0.to_string()]);
        house.assert_whole().await;
    }

    async fn who_does_not_come_is_not_here(house: House) {
        let event = house.announce(NewEvent::default()).await;
        let token = house.register(&event, &["Ada", "Grace"]).await;
        let owner = house.member(CLUB, Role::Owner).await;
        let own = own(&house, &owner, &event).await;
        let ada = named(&house, &owner, &own, "ada").await;
        house.registrations.check_in(&owner, &own, &ada).await.expect("here");
        house.registrations.give_back(&token, GiveBack::One(ada.position)).await.expect("given back");
        assert_eq!(here(&house).await, 0, "who gave the place back is not here");
        assert_refused(house.registrations.check_in(&owner, &own, &ada).await, Code::NotComing);
        let gone = Filter { state: Some(PlaceState::GivenBack), ..Filter::default() };
        let gone = list(&house, &owner, &own, &gone).await;
        assert!(gone.listed[0].here_since.is_none() && gone.total == 1);
        house.assert_whole().await;
    }

    async fn a_place_given_back_while_the_door_looks_leaves_nobody_here_and_gone(house: House) {
        let event = house.announce(NewEvent::default()).await;
        let owner = house.member(CLUB, Role::Owner).await;
        for turn in 0..10 {
            let name = format!("Turn{turn}x");
            let token = house.register(&event, &[&name]).await;
            let own = own(&house, &owner, &event).await;
            let ada = named(&house, &owner, &own, &name).await;
            let (a, b) = tokio::join!(
                house.registrations.check_in(&owner, &own, &ada),
                house.registrations.give_back(&token, GiveBack::All),
            );
            b.expect("given back");
            assert!(matches!(a, Ok(CheckedIn::Now)) || !matches!(a, Ok(CheckedIn::Before)));
        }
        assert_eq!(here(&house).await, 0);
        house.assert_whole().await;
    }
}
