//! Opening, closing and giving back: as written, and as whoever registers meets it.

use domain::accounts::{Action, Actor};
use domain::events::drafts::{RulesDraft, WindowDraft};
use domain::events::rules::Returns;
use domain::invalid::{Code, Field};
use domain::language::Language;
use domain::organisations::Role;
use services::registrations::GiveBack;

use super::{CLUB, CUP, date, target, version, written};
use crate::support::{Event, House, NewEvent, assert_refused, refused};

fn window(opens: &str, closes: &str) -> WindowDraft {
    WindowDraft { opens: opens.into(), closes: closes.into() }
}

fn rules() -> RulesDraft {
    RulesDraft { zone: "Africa/Casablanca".into(), ..RulesDraft::default() }
}

async fn write(house: &House, actor: &Actor, draft: &RulesDraft) {
    let target = target(actor, version(house, actor).await);
    house.events.write_rules(&target, draft).await.expect("saved");
}

/// What somebody who registers at this time is told.
async fn told_at(house: &House, event: &Event, time: &str) -> Option<Code> {
    house.clock.set(time);
    match house.registrations.register(house.form(event, &["Ada"])).await {
        Ok(_) => None,
        other => Some(refused(other)[0].1),
    }
}

both! {
    async fn registration_opens_and_closes_by_the_clock_of_its_zone(house: House) {
        let event = house.announce(NewEvent::default()).await;
        let organiser = house.member(CLUB, Role::Organiser).await;
        let window = window("2027-04-01T10:00", "2027-05-01T10:00");
        write(&house, &organiser, &RulesDraft { window, ..rules() }).await;
        for (time, told) in [
            ("2027-04-01T08:59:59Z", Some(Code::NotYetOpen)),
            ("2027-04-01T10:00:00Z", None),
            ("2027-05-01T09:59:59Z", None),
            ("2027-05-01T10:00:00Z", Some(Code::Closed)),
            ("2027-05-05T19:00:00Z", Some(Code::Past)),
        ] {
            assert_eq!(told_at(&house, &event, time).await, told, "{time}");
        }
        let now = written(&house, &organiser).await.rules;
        assert_eq!(now.window.opens.map(|at| at.to_string()).as_deref(), Some("2027-04-01T10:00:00"));
        house.assert_whole().await;
    }

    async fn hours_before_count_from_each_date_and_from_new_ones(house: House) {
        let event = house.announce(NewEvent::default()).await;
        let organiser = house.member(CLUB, Role::Organiser).await;
        write(&house, &organiser, &RulesDraft { closes_hours: "24".into(), ..rules() }).await;
        let later = date("2027-06-01T19:00", "2027-06-01T21:00", "5");
        let target = target(&organiser, version(&house, &organiser).await);
        house.events.write_date(&target, None, &later).await.expect("saved");
        let later = Event { date: "2027-06-01T19:00:00".parse().expect("a time"), ..event.clone() };
        assert_eq!(told_at(&house, &event, "2027-05-04T18:59:59Z").await, None);
        assert_eq!(told_at(&house, &event, "2027-05-04T19:00:00Z").await, Some(Code::Closed));
        assert_eq!(told_at(&house, &later, "2027-05-04T19:00:00Z").await, None);
        assert_eq!(told_at(&house, &later, "2027-05-31T17:00:00Z").await, Some(Code::Closed));
    }

    async fn a_way_to_come_has_times_of_its_own(house: House) {
        let tickets = vec![("participant", None), ("media", Some(3))];
        let event = house.announce(NewEvent { tickets, ..NewEvent::default() }).await;
        let organiser = house.member(CLUB, Role::Organiser).await;
        let tickets = [("media".into(), window("", "2027-04-01T10:00"))].into();
        write(&house, &organiser, &RulesDraft { tickets, ..rules() }).await;
        let form = || {
            let mut form = house.form(&event, &["Ada", "Grace"]);
            form.draft.attendees[1].ticket = "media".into();
            form
        };
        house.clock.set("2027-04-01T08:00:00Z");
        let early = form();
        let token = house.registrations.register(early.clone()).await.expect("a registration");
        house.clock.set("2027-04-01T10:00:00Z");
        let wrong = refused(house.registrations.register(form()).await);
        assert_eq!(wrong, [(Field::AttendeeTicket(1), Code::TicketClosed)]);
        assert_eq!(house.registrations.register(early).await.expect("as before"), token);
        house.register(&event, &["Mary"]).await;
        house.assert_whole().await;
    }

    async fn what_is_closed_while_someone_waits_is_closed_for_them(house: House) {
        let event = house.announce(NewEvent::with_places(400)).await;
        let organiser = house.member(CLUB, Role::Organiser).await;
        let mut tasks = tokio::task::JoinSet::new();
        for _ in 0..40 {
            let (house, form) = (house.clone(), house.form(&event, &["Ada"]));
            tasks.spawn(async move { house.registrations.register(form).await });
        }
        let window = window("", "2027-01-01T10:00");
        write(&house, &organiser, &RulesDraft { window, ..rules() }).await;
        let closed = house.taken().await;
        for answer in tasks.join_all().await {
            if answer.is_err() {
                assert_refused(answer, Code::Closed);
            }
        }
        assert_eq!(house.taken().await, closed, "nobody came in after it was closed");
        house.assert_whole().await;
    }

    async fn places_are_given_back_as_long_as_the_rule_says(house: House) {
        let event = house.announce(NewEvent::default()).await;
        let organiser = house.member(CLUB, Role::Organiser).await;
        let token = house.register(&event, &["Ada", "Grace", "Mary"]).await;
        let give_back = async |position| {
            house.registrations.give_back(&token, GiveBack::One(position)).await
        };
        write(&house, &organiser, &RulesDraft { returns_hours: "48".into(), ..rules() }).await;
        let page = house.events.page(Language::English, CUP, None).await.expect("a page");
        assert_eq!(page.content.returns, Returns::Hours(48));
        house.clock.set("2027-05-03T18:59:59Z");
        give_back(0).await.expect("given back");
        house.clock.set("2027-05-03T19:00:00Z");
        assert_refused(give_back(1).await, Code::ReturnsOver);
        write(&house, &organiser, &RulesDraft { returns_never: "on".into(), ..rules() }).await;
        house.clock.set("2027-04-01T00:00:00Z");
        assert_refused(give_back(1).await, Code::ReturnsOver);
        assert_eq!(house.taken().await, 2);
        // Organisers always can.
        let reference = house.texts("select reference from registrations").await.remove(0);
        let (action, language) = (Action::SeeRegistrations, Language::English);
        let own = house.events.own(&organiser, CLUB, CUP, action, language).await;
        let (own, all) = (own.expect("an event"), GiveBack::All);
        let done = house.registrations.give_back_for(&organiser, &own, &reference, all).await;
        done.expect("given back");
        assert_eq!(house.taken().await, 0);
        house.assert_whole().await;
    }

    async fn the_database_itself_refuses_rules_that_cannot_be(house: House) {
        house.announce(NewEvent::default()).await;
        for wrong in [
            "update events set closes_hours = 9000",
            "update events set returns_hours = -1",
            "update events set opens_at = 1",
            "update events set rules_zone = 'Europe/Paris', opens_local = 'x', opens_at = 2, \
             closes_local = 'y', closes_at = 1",
        ] {
            let error = house.change(wrong).await.expect_err(wrong);
            let is_check = error.as_database_error().is_some_and(|e| e.is_check_violation());
            assert!(is_check, "{wrong}: {error}");
        }
    }
}
