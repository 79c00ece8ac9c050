//! Waiting for places: households, offers, the order of the queue.

use domain::invalid::{Code, Field};
use domain::registrations::RegistrationStatus::{
    Cancelled, Confirmed, Expired, Offered, Waitlisted,
};
use jiff::SignedDuration;
use services::Error;
use services::registrations::{GiveBack, Submission, Wish};
use services::secrets::ManageToken;

use super::{chosen, code, kinds, owner, read_all, reference, status};
use crate::support::{Event, House, NewDate, NewEvent, assert_refused, refused};

const WAITS: &str = "waitlist = true";

/// Two dates of an event on which people wait, with so many places each.
async fn two_dates(house: &House, places: i64) -> (Event, Submission) {
    let other = NewDate {
        starts: "2027-05-06T19:00:00",
        ends: "2027-05-06T21:00:00",
        ..NewDate::default()
    };
    let dates = [NewDate::default(), other].map(|date| NewDate { places, ..date }).to_vec();
    let event = house.announce(NewEvent { dates, ..NewEvent::default() }).await;
    house.change("update events set waitlist = true").await.expect("a waitlist");
    let date = "2027-05-06T19:00:00".parse().expect("a date");
    let on_other = Submission { date, ..house.form(&event, &["Other"]) };
    (event, on_other)
}

async fn place(house: &House, token: &ManageToken) -> i64 {
    house.registrations.find(token).await.expect("a page").positions[0].place
}

async fn give_all_back(house: &House, token: &ManageToken) {
    house.registrations.give_back(token, GiveBack::All).await.expect("given back");
}

both! {
    async fn a_household_waits_whole_is_offered_its_places_and_accepts(house: House) {
        let event = chosen(&house, 3, WAITS).await;
        let first = house.register(&event, &["Ada"]).await;
        let second = house.register(&event, &["Grace", "Mary"]).await;
        let family = house.register(&event, &["Zoe", "Ines"]).await;
        assert_eq!((status(&house, &family).await, place(&house, &family).await), (Waitlisted, 1));
        assert_eq!(house.taken().await, 3);
        house.assert_whole().await;

        // One place is not enough for two people.
        give_all_back(&house, &first).await;
        assert_eq!(status(&house, &family).await, Waitlisted);
        give_all_back(&house, &second).await;
        assert_eq!((status(&house, &family).await, house.taken().await), (Offered, 2));
        let page = house.registrations.find(&family).await.expect("a page");
        assert_eq!(page.until, Some(house.now() + SignedDuration::from_hours(24)));
        house.assert_whole().await;
        for _ in 0..2 {
            house.registrations.accept(&family, None).await.expect("accepted");
        }
        assert_eq!((status(&house, &family).await, house.taken().await), (Confirmed, 2));
        let mails = kinds(&house).await;
        assert_eq!(mails[2..], ["waitlisted", "cancelled", "cancelled", "offered", "confirmed"]);
        let acts = house.texts("select action from audit where actor = 'operator'").await;
        assert_eq!(acts, ["offer"]);
        house.assert_whole().await;
    }

    async fn fifty_places_that_come_free_make_fifty_offers(house: House) {
        let event = chosen(&house, 50, WAITS).await;
        let mut tokens = Vec::new();
        for _ in 0..50 {
            tokens.push(house.register(&event, &["Ada"]).await);
        }
        for _ in 0..60 {
            house.register(&event, &["Mary"]).await;
        }
        for token in &tokens {
            give_all_back(&house, token).await;
        }
        let of = |status| format!("select count(*) from registrations where status = '{status}'");
        assert_eq!(house.number(&of("offered")).await, 50);
        assert_eq!((house.number(&of("waitlisted")).await, house.taken().await), (10, 50));
        house.assert_whole().await;
    }

    async fn an_offer_that_runs_out_goes_to_the_next(house: House) {
        let event = chosen(&house, 1, WAITS).await;
        let first = house.register(&event, &["Ada"]).await;
        let second = house.register(&event, &["Grace"]).await;
        let third = house.register(&event, &["Mary"]).await;
        assert_eq!((place(&house, &second).await, place(&house, &third).await), (1, 2));
        give_all_back(&house, &first).await;
        house.clock.advance(SignedDuration::from_hours(24));
        assert_refused(house.registrations.accept(&second, None).await, Code::StateChanged);
        assert!(house.registrations.work_on_states().await.expect("an answer"));
        assert_eq!((status(&house, &second).await, status(&house, &third).await), (Expired, Offered));
        // Who leaves lets the next in, too; nobody is left here.
        give_all_back(&house, &third).await;
        assert_eq!((status(&house, &third).await, house.taken().await), (Cancelled, 0));
        assert!(kinds(&house).await.contains(&"offer-expired".to_owned()));
        house.assert_whole().await;
        assert_eq!(status(&house, &house.register(&event, &["Zoe"]).await).await, Confirmed);
    }

    async fn who_comes_while_others_wait_waits_behind_them(house: House) {
        let event = chosen(&house, 3, WAITS).await;
        let one = house.register(&event, &["Ada", "Grace"]).await;
        let family = house.register(&event, &["Zoe", "Ines", "Leo"]).await;
        assert_eq!(status(&house, &family).await, Waitlisted);
        // A place is free and not enough for the family: the one who comes is asked at once.
        for passed in 1..=3 {
            let single = house.register(&event, &["Mary"]).await;
            assert_eq!(status(&house, &single).await, Offered);
            let page = house.registrations.find(&family).await.expect("a page");
            assert_eq!(page.positions[0].passed, passed);
            give_all_back(&house, &single).await;
        }
        // The fourth is not: what is free is kept for the family now.
        let single = house.register(&event, &["Mary"]).await;
        assert_eq!((status(&house, &single).await, place(&house, &single).await), (Waitlisted, 2));
        give_all_back(&house, &one).await;
        assert_eq!((status(&house, &family).await, house.taken().await), (Offered, 3));
        house.assert_whole().await;
    }

    async fn some_of_them_come_if_they_said_so(house: House) {
        let event = chosen(&house, 2, WAITS).await;
        let one = house.register(&event, &["Ada"]).await;
        house.register(&event, &["Grace"]).await;
        let wish = Wish { partly: true, also: Vec::new() };
        let form = Submission { wish, ..house.form(&event, &["Zoe", "Ines"]) };
        let family = house.registrations.register(form).await.expect("a place in the queue");
        give_all_back(&house, &one).await;
        let page = house.registrations.find(&family).await.expect("a page");
        let left: Vec<bool> = page.attendees.iter().map(|one| one.cancelled).collect();
        assert_eq!((page.status, left, house.taken().await), (Offered, vec![false, true], 2));
        house.assert_whole().await;
    }

    async fn another_date_will_do(house: House) {
        let (event, on_other) = two_dates(&house, 1).await;
        house.register(&event, &["Ada"]).await;
        let other = house.registrations.register(on_other.clone()).await.expect("a place");
        let wish = Wish { partly: false, also: vec![on_other.date] };
        let form = Submission { wish, ..house.form(&event, &["Zoe"]) };
        let token = house.registrations.register(form).await.expect("a place in two queues");
        let page = house.registrations.find(&token).await.expect("a page");
        assert_eq!(page.positions.len(), 2);
        house.assert_whole().await;
        give_all_back(&house, &other).await;
        let page = house.registrations.find(&token).await.expect("a page");
        assert_eq!((page.status, page.date), (Offered, on_other.date));
        house.assert_whole().await;
        assert_eq!(house.number("select count(*) from waits").await, 0);
        house.registrations.accept(&token, None).await.expect("accepted");
        house.assert_whole().await;
    }

    async fn what_an_organiser_adds_is_offered(house: House) {
        let event = chosen(&house, 1, WAITS).await;
        house.register(&event, &["Ada"]).await;
        let family = house.register(&event, &["Zoe"]).await;
        house.change("update occurrences set capacity = 2").await.expect("one more");
        assert!(house.registrations.work_on_states().await.expect("an answer"));
        assert_eq!(status(&house, &family).await, Offered);
        assert!(!house.registrations.work_on_states().await.expect("an answer"));
        house.assert_whole().await;
    }

    async fn more_than_there_is_at_all_is_refused(house: House) {
        let tickets = vec![("participant", Some(2))];
        let event = house.announce(NewEvent { tickets, ..NewEvent::with_places(3) }).await;
        house.change("update events set waitlist = true, people_limit = 4").await.expect("choices");
        let four = house.form(&event, &["A", "B", "C", "D"]);
        assert_refused(house.registrations.register(four).await, Code::Full);
        let three = house.registrations.register(house.form(&event, &["A", "B", "C"])).await;
        assert_eq!(refused(three)[0], (Field::AttendeeTicket(0), Code::TicketFull));
        let five = house.registrations.register(house.form(&event, &["A", "B", "C", "D", "E"])).await;
        assert_eq!(refused(five), [(Field::Attendees, Code::TooManyPeople)]);
        assert_eq!(house.rows().await, [0; 5]);
    }

    async fn a_full_ticket_type_is_waited_for(house: House) {
        let tickets = vec![("participant", Some(1)), ("spectator", None)];
        let event = house.announce(NewEvent { tickets, ..NewEvent::with_places(9) }).await;
        house.change("update events set waitlist = true").await.expect("a waitlist");
        let first = house.register(&event, &["Ada"]).await;
        let second = house.register(&event, &["Mary"]).await;
        assert_eq!(status(&house, &second).await, Waitlisted);
        give_all_back(&house, &first).await;
        assert_eq!(status(&house, &second).await, Offered);
        house.assert_whole().await;
    }

    async fn who_waits_in_vain_is_told_when_it_begins(house: House) {
        let event = chosen(&house, 1, WAITS).await;
        house.register(&event, &["Ada"]).await;
        let token = house.register(&event, &["Mary"]).await;
        house.clock.set("2027-05-05T19:00:00Z");
        assert!(house.registrations.work_on_states().await.expect("an answer"));
        assert_eq!(status(&house, &token).await, Expired);
        assert_eq!(kinds(&house).await.last().map(String::as_str), Some("wait-over"));
        assert_eq!(house.number("select count(*) from waits").await, 0);
        house.assert_whole().await;
    }

    async fn where_addresses_are_confirmed_the_mail_accepts(house: House) {
        let event = chosen(&house, 1, "waitlist = true, confirms = 'address'").await;
        let first = house.register(&event, &["Ada"]).await;
        let token = house.register(&event, &["Mary"]).await;
        give_all_back(&house, &first).await;
        assert_eq!(status(&house, &token).await, Offered);
        assert!(house.registrations.find(&token).await.expect("a page").by_mail);
        let without = house.registrations.accept(&token, None).await;
        assert!(matches!(without, Err(Error::NotFound)), "{without:?}");
        let code = code(&read_all(&house).await);
        house.registrations.accept(&token, Some(&code)).await.expect("accepted");
        assert_eq!(status(&house, &token).await, Confirmed);
    }

    async fn an_organiser_sees_the_queue_and_takes_people_out_of_it(house: House) {
        let event = chosen(&house, 2, WAITS).await;
        house.register(&event, &["Ada", "Grace"]).await;
        let token = house.register(&event, &["Mary", "Zoe"]).await;
        let (owner, own) = owner(&house, &event).await;
        let reference = reference(&house, &token).await;
        let one = house.registrations.own(&owner, &own, &reference).await.expect("a registration");
        assert_eq!((one.status, one.positions[0].place), (Waitlisted, 1));
        assert!(one.people.iter().all(|person| person.state.is_present()));
        house.registrations.decline(&owner, &own, &reference, "").await.expect("declined");
        assert_eq!(house.number("select count(*) from waits").await, 0);
        house.assert_whole().await;
    }

    async fn the_same_form_twice_is_one_place_in_the_queue(house: House) {
        let event = chosen(&house, 1, WAITS).await;
        house.register(&event, &["Ada"]).await;
        let form = house.form(&event, &["Mary"]);
        let first = house.registrations.register(form.clone()).await.expect("a place in the queue");
        let again = house.registrations.register(form).await.expect("the same");
        assert_eq!(first, again);
        assert_eq!(house.number("select count(*) from waits").await, 1);
        house.assert_whole().await;
    }
}
