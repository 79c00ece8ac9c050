//! What is done to many at once: whole lines or nothing of them, told, and undone.

use domain::accounts::Actor;
use domain::invalid::{Code, Field};
use domain::organisations::Role;
use domain::registrations::bulk::{BulkState, Outcome};
use jiff::SignedDuration;
use jiff::civil::DateTime;
use services::Error;
use services::events::own::OwnEvent;
use services::registrations::bulk::{Bulk, BulkPage, Choice, PART};
use services::registrations::list::{Filter, PlaceState};
use services::registrations::tags::Tagging;
use uuid::Uuid;

use super::{CLUB, names, own, who};
use crate::support::fixtures::Attending;
use crate::support::{Event, House, NewDate, NewEvent, refused};

const SECOND: &str = "2027-05-06T19:00:00";

/// An event with two dates of so many places, and an organiser.
async fn two_dates(house: &House, places: [i64; 2]) -> (Event, Actor, OwnEvent) {
    let first = NewDate { places: places[0], ..NewDate::default() };
    let second = NewDate {
        starts: SECOND,
        ends: "2027-05-06T20:00:00",
        places: places[1],
        ..NewDate::default()
    };
    let tickets = vec![("participant", None), ("media", Some(1))];
    let event = NewEvent { dates: vec![first, second], tickets, ..NewEvent::default() };
    let event = house.announce(event).await;
    let organiser = house.member(CLUB, Role::Organiser).await;
    let own = own(house, &organiser, &event).await;
    (event, organiser, own)
}

fn second() -> Option<DateTime> {
    SECOND.parse().ok()
}

async fn everyone(house: &House, actor: &Actor, event: &OwnEvent) -> Uuid {
    let choice = Choice::Found(Filter::default());
    house.registrations.choose(actor, event, &choice).await.expect("a choice")
}

async fn page(house: &House, actor: &Actor, event: &OwnEvent, id: Uuid) -> BulkPage {
    house.registrations.bulk(actor, event, id).await.expect("a page")
}

fn reasons(page: &BulkPage) -> Vec<(&str, Outcome)> {
    page.refused.iter().map(|(_, name, outcome)| (name.as_str(), *outcome)).collect()
}

fn on(date: Option<DateTime>) -> Filter {
    Filter { date, state: Some(PlaceState::Coming), ..Filter::default() }
}

/// When the dates are of which the last mail brings a calendar entry, and what it says of each.
async fn last_told(house: &House) -> Vec<(String, String)> {
    let mut calendar = None;
    while let Some(claimed) = house.mail.claim().await.expect("an answer") {
        calendar = house.mail.compose(&claimed).await.expect("a message").calendar;
        house.mail.sent(&claimed).await.expect("recorded");
    }
    let ics = calendar.expect("a calendar part").ics;
    let value = |event: &str, name: &str| {
        let line = event.lines().find(|line| line.starts_with(name)).unwrap_or_default();
        line.rsplit(':').next().unwrap_or_default().to_owned()
    };
    let events = ics.split("BEGIN:VEVENT").skip(1);
    events.map(|event| (value(event, "DTSTART"), value(event, "STATUS"))).collect()
}

both! {
    async fn those_who_are_ticked_give_back_and_come_again(house: House) {
        let (event, me, own) = two_dates(&house, [10, 10]).await;
        house.register(&event, &["Ada", "Grace"]).await;
        house.register(&event, &["Mary"]).await;
        let token = house.register(&event, &["Zoe"]).await;
        let mut ticked = Vec::new();
        for name in ["grace", "mary", "zoe"] {
            ticked.push(who(&house, &me, &own, name).await);
        }
        let choice = Choice::These(ticked);
        let id = house.registrations.choose(&me, &own, &choice).await.expect("a choice");
        assert_eq!(page(&house, &me, &own, id).await.total, 3);
        house.registrations.give_back(&token, services::registrations::GiveBack::All).await.expect("back");
        for _ in 0..2 {
            house.registrations.do_bulk(&me, &own, id, &Bulk::Cancel).await.expect("done");
        }
        let coming = Filter { state: Some(PlaceState::Coming), ..Filter::default() };
        assert_eq!(names(&house, &me, &own, coming.clone()).await, "Ada");
        assert_eq!(house.taken().await, 1);
        let done = page(&house, &me, &own, id).await;
        assert_eq!((done.state, done.waiting), (BulkState::Done, 0));
        assert!(done.outcomes.contains(&(Outcome::Done, 2)));
        assert_eq!(reasons(&done), [("Amina Diallo", Outcome::NotComing)]);
        house.assert_whole().await;

        // Somebody took the place of one of them: the other comes again.
        house.change("update occurrences set capacity = 2 where capacity = 10 and taken = 1").await.expect("fewer");
        house.registrations.undo_bulk(&me, &own, id).await.expect("undone");
        assert_eq!(names(&house, &me, &own, coming).await, "Ada Grace");
        let undone = page(&house, &me, &own, id).await;
        assert_eq!((undone.state, undone.undo_until), (BulkState::Undone, None));
        assert_eq!(reasons(&undone).iter().filter(|(_, why)| *why == Outcome::Full).count(), 1);
        house.assert_whole().await;
    }

    async fn registrations_move_whole_while_there_are_places_and_move_back(house: House) {
        const BEFORE: &str = "20270505T190000Z";
        const AFTER: &str = "20270506T190000Z";
        let told = |on: &str, off: &str| {
            [(on, "CONFIRMED"), (off, "CANCELLED")].map(|(at, what)| (at.to_owned(), what.to_owned()))
        };
        let (event, me, own) = two_dates(&house, [10, 3]).await;
        house.register(&event, &["Ada", "Grace"]).await;
        house.register(&event, &["Mary", "Rosa"]).await;
        house.register(&event, &["Zoe"]).await;
        house.register(&event, &["Here"]).await;
        let here = who(&house, &me, &own, "here").await;
        house.registrations.check_in(&me, &own, &here).await.expect("here");
        let id = everyone(&house, &me, &own).await;
        house.registrations.do_bulk(&me, &own, id, &Bulk::Move(second())).await.expect("done");
        assert_eq!(names(&house, &me, &own, on(second())).await, "Ada Grace Zoe");
        assert_eq!(names(&house, &me, &own, on(Some(event.date))).await, "Mary Rosa Here");
        let done = page(&house, &me, &own, id).await;
        let why: Vec<Outcome> = reasons(&done).into_iter().map(|(_, why)| why).collect();
        assert_eq!(why, [Outcome::Full, Outcome::Here]);
        house.assert_whole().await;
        assert_eq!(last_told(&house).await, told(AFTER, BEFORE));

        // One more cannot go there: the guard counts what the move took.
        let again = everyone(&house, &me, &own).await;
        house.registrations.do_bulk(&me, &own, again, &Bulk::Move(second())).await.expect("done");
        let refusal = page(&house, &me, &own, again).await;
        assert_eq!(refusal.outcomes.iter().filter(|(what, _)| *what == Outcome::Done).count(), 0);

        house.registrations.undo_bulk(&me, &own, id).await.expect("undone");
        assert_eq!(names(&house, &me, &own, on(second())).await, "");
        assert_eq!(house.taken().await, 6);
        house.assert_whole().await;
        assert_eq!(last_told(&house).await, told(BEFORE, AFTER));
    }

    async fn a_letter_is_filled_in_for_each_and_goes_as_a_mail_of_its_own(house: House) {
        let (event, me, own) = two_dates(&house, [10, 10]).await;
        house.register(&event, &["Ada"]).await;
        let claimed = house.mail.claim().await.expect("an answer").expect("a mail");
        house.mail.sent(&claimed).await.expect("recorded");
        let id = everyone(&house, &me, &own).await;
        let write = async |subject: &str, text: &str| {
            house.registrations.write_letter(&me, &own, id, (subject, text)).await
        };
        assert_eq!(refused(write("", "{who}").await), [
            (Field::LetterSubject, Code::Required),
            (Field::LetterText, Code::UnknownPlaceholder),
        ]);
        let unwritten = house.registrations.do_bulk(&me, &own, id, &Bulk::Write).await;
        assert_eq!(refused(unwritten), [(Field::LetterText, Code::Required)]);
        write("For {name}", "Dear {name},\n\n{event} <b>& more</b>, {date}.").await.expect("written");
        house.registrations.do_bulk(&me, &own, id, &Bulk::Write).await.expect("sent");
        let claimed = house.mail.claim().await.expect("an answer").expect("a mail");
        let message = house.mail.compose(&claimed).await.expect("a message");
        assert_eq!(message.subject, "For Amina Diallo");
        assert!(message.text.contains("Dear Amina Diallo,\n\nPeace Cup <b>& more</b>, "), "{}", message.text);
        assert!(message.html.contains("Peace Cup &lt;b&gt;") || message.html.contains("Peace Cup &#60;b&#62;"), "{}", message.html);
        assert!(message.calendar.is_none());
        let late = house.registrations.undo_bulk(&me, &own, id).await;
        assert_eq!(refused(late), [(Field::Bulk, Code::Past)], "what was sent is not undone");
        house.assert_whole().await;
    }

    async fn a_long_list_is_done_in_parts_recorded_line_by_line_and_undone_for_ten_minutes(house: House) {
        const COUNT: usize = PART as usize * 2 + 1;
        let (event, me, own) = two_dates(&house, [2_000, 10]).await;
        let person = |number| Attending { name: format!("P {number}"), ..Attending::default() };
        house.fill(&event, &(0..COUNT).map(person).collect::<Vec<_>>(), 1).await;
        let id = everyone(&house, &me, &own).await;
        let tag = Bulk::Tag("Paid".into(), Tagging::On);
        house.registrations.do_bulk(&me, &own, id, &tag).await.expect("begun");
        let begun = page(&house, &me, &own, id).await;
        assert_eq!((begun.state, begun.waiting), (BulkState::Running, PART + 1));
        // Two workers at once do nothing twice.
        while tokio::join!(house.registrations.work_on_bulk(), house.registrations.work_on_bulk()).0.expect("a part") {}
        let done = page(&house, &me, &own, id).await;
        assert_eq!((done.state, done.outcomes.as_slice()), (BulkState::Done, [(Outcome::Done, COUNT as i64)].as_slice()));
        let tagged = Filter { tag: Some("paid".into()), ..Filter::default() };
        let total = crate::lists::list(&house, &me, &own, &tagged).await.total;
        assert_eq!(total, COUNT as i64);
        let acts = "select count(*) from audit where action = ";
        assert_eq!(house.number(&format!("{acts}'tag'")).await, COUNT as i64);
        assert_eq!(house.number(&format!("{acts}'bulk'")).await, 1);

        house.clock.advance(SignedDuration::from_mins(11));
        let late = house.registrations.undo_bulk(&me, &own, id).await;
        assert_eq!(refused(late), [(Field::Bulk, Code::Past)]);
    }

    async fn only_those_who_may_change_registrations_do_it_and_only_in_their_event(house: House) {
        let (event, me, own) = two_dates(&house, [10, 10]).await;
        house.register(&event, &["Ada"]).await;
        let id = everyone(&house, &me, &own).await;
        let none = house.registrations.choose(&me, &own, &Choice::These(Vec::new())).await;
        assert_eq!(refused(none), [(Field::Bulk, Code::NobodyChosen)]);
        let other = house.announce(NewEvent::titled("other-cup", "Other Cup")).await;
        let other = crate::lists::own(&house, &me, &other).await;
        let result = house.registrations.do_bulk(&me, &other, id, &Bulk::Cancel).await;
        assert!(matches!(result, Err(Error::NotFound)), "{result:?}");
        for role in [Role::Viewer, Role::DoorStaff] {
            let member = house.member(CLUB, role).await;
            let result = house.registrations.do_bulk(&member, &own, id, &Bulk::Cancel).await;
            assert!(matches!(result, Err(Error::Forbidden)), "{role:?}: {result:?}");
            let result = house.registrations.undo_bulk(&member, &own, id).await;
            assert!(matches!(result, Err(Error::Forbidden)), "{role:?}: {result:?}");
        }
        assert_eq!(house.taken().await, 1);
        for (date, code) in [(None, Code::Required), ("2027-01-01T00:00:00".parse().ok(), Code::UnknownChoice)] {
            let result = house.registrations.do_bulk(&me, &own, id, &Bulk::Move(date)).await;
            assert_eq!(refused(result), [(Field::MoveTo, code)]);
        }
    }
}
