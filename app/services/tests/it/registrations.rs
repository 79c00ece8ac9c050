//! Registering, one intent at a time. What happens at once is in `concurrency`.

mod giving_back;
mod intents;
mod lost_links;
mod renaming;

use domain::events::TicketKind;
use domain::invalid::{Code, Field};
use domain::registrations::{AttendeeDraft, RegistrationStatus};
use services::registrations::Submission;

use crate::support::{House, NewDate, NewEvent, assert_refused, refused};

both! {
    async fn registering_writes_everything_together(house: House) {
        let tickets = vec![("player", Some(10)), ("spectator", None)];
        let event = house.announce(NewEvent { tickets, ..NewEvent::default() }).await;
        let mut form = house.form(&event, &["Ada", "Grace", "Katherine"]);
        for (attendee, ticket) in
            form.draft.attendees.iter_mut().zip(["player", "spectator", "player"])
        {
            attendee.ticket = ticket.into();
        }
        let address = form.draft.contact_email.clone();
        let token = house.registrations.register(form).await.expect("a registration");

        assert_eq!(house.rows().await, [1, 3, 1, 1, 1]);
        house.assert_whole().await;
        assert_eq!(house.taken().await, 3);
        assert_eq!(
            house.texts("select kind || ' ' || status from outbox").await,
            ["confirmed pending"]
        );
        let act = "select actor || ' ' || action || ' ' || object_kind || ' ' || detail from audit";
        assert_eq!(house.texts(act).await, ["participant register registration attendees=3"]);

        let page = house.registrations.find(&token).await.expect("a page");
        assert_eq!(page.status, RegistrationStatus::Confirmed);
        assert_eq!((page.contact_name.as_str(), page.contact_email), ("Amina Diallo", address));
        assert_eq!((page.slug, page.date), (event.slug, event.date));
        let seen: Vec<_> =
            page.attendees.iter().map(|a| (a.position, a.name.as_str(), a.kind)).collect();
        let (player, spectator) = (TicketKind::Player, TicketKind::Spectator);
        assert_eq!(seen, [(0, "Ada", player), (1, "Grace", spectator), (2, "Katherine", player)]);
        assert!(page.attendees.iter().all(|attendee| !attendee.cancelled));
        assert!(page.ticket_code.starts_with(page.reference.as_str()));
    }

    async fn what_is_refused_leaves_no_trace(house: House) {
        let event = house.announce(NewEvent::with_places(2)).await;
        let mut forms = vec![house.form(&event, &["Ada", "Grace", "Katherine"])];
        forms.push(house.form(&event, &[]));
        forms.push(house.form(&event, &["\u{202e}nhoJ"]));
        for form in forms {
            refused(house.registrations.register(form).await);
        }
        assert_eq!(house.rows().await, [0; 5]);
        assert_eq!(house.taken().await, 0);
        house.assert_whole().await;
    }

    async fn an_unknown_event_or_date_takes_nobody(house: House) {
        let event = house.announce(NewEvent::default()).await;
        let elsewhere = Submission { slug: "no-such-event".into(), ..house.form(&event, &["Ada"]) };
        assert_refused(house.registrations.register(elsewhere).await, Code::Unreadable);
        let date = "2027-05-06T19:00:00".parse().expect("a date");
        let another_day = Submission { date, ..house.form(&event, &["Ada"]) };
        assert_refused(house.registrations.register(another_day).await, Code::Unreadable);
    }

    async fn a_draft_answers_as_if_it_were_not_there(house: House) {
        let draft = NewEvent { status: "draft", ..NewEvent::default() };
        let event = house.announce(draft).await;
        let form = house.form(&event, &["Ada"]);
        assert_refused(house.registrations.register(form).await, Code::Unreadable);
        let with_mistakes = house.form(&event, &[]);
        assert_refused(house.registrations.register(with_mistakes).await, Code::Unreadable);
    }

    async fn a_date_that_has_begun_takes_nobody(house: House) {
        let event = house.announce(NewEvent::default()).await;
        house.clock.set("2027-05-05T18:59:59Z");
        house.register(&event, &["Ada"]).await;
        house.clock.set("2027-05-05T19:00:00Z");
        let late = house.form(&event, &["Grace"]);
        assert_refused(house.registrations.register(late).await, Code::Past);
    }

    async fn an_event_that_is_cancelled_or_postponed_takes_nobody(house: House) {
        for (status, code) in [("cancelled", Code::Cancelled), ("postponed", Code::Postponed)] {
            let new = NewEvent { slug: status.into(), status, ..NewEvent::default() };
            let event = house.announce(new).await;
            let form = house.form(&event, &["Ada"]);
            assert_refused(house.registrations.register(form).await, code);
        }
    }

    async fn a_cancelled_date_takes_nobody_but_the_others_do(house: House) {
        let cancelled = NewDate { cancelled: true, ..NewDate::default() };
        let other = NewDate {
            starts: "2027-05-12T19:00:00",
            ends: "2027-05-12T21:00:00",
            ..NewDate::default()
        };
        let dates = vec![cancelled, other.clone()];
        let event = house.announce(NewEvent { dates, ..NewEvent::default() }).await;
        let form = house.form(&event, &["Ada"]);
        assert_refused(house.registrations.register(form).await, Code::Cancelled);
        let date = other.starts.parse().expect("a date");
        let form = Submission { date, ..house.form(&event, &["Ada"]) };
        house.registrations.register(form).await.expect("a registration");
        house.assert_whole().await;
    }

    async fn a_full_event_refuses_the_next_person(house: House) {
        let event = house.announce(NewEvent::with_places(2)).await;
        house.register(&event, &["Ada", "Grace"]).await;
        let form = house.form(&event, &["Katherine"]);
        assert_refused(house.registrations.register(form).await, Code::Full);
    }

    async fn a_group_that_does_not_fit_is_not_divided(house: House) {
        let event = house.announce(NewEvent::with_places(3)).await;
        house.register(&event, &["Ada", "Grace"]).await;
        let two = house.form(&event, &["Katherine", "Mary"]);
        assert_refused(house.registrations.register(two).await, Code::Full);
        house.register(&event, &["Katherine"]).await;
        assert_eq!(house.taken().await, 3);
    }

    async fn a_full_ticket_type_is_named_at_each_who_asked_for_it(house: House) {
        let tickets = vec![("participant", None), ("player", Some(1))];
        let event = house.announce(NewEvent { tickets, ..NewEvent::default() }).await;
        let mut form = house.form(&event, &["Ada", "Grace", "Katherine"]);
        form.draft.attendees[0].ticket = "player".into();
        form.draft.attendees[2].ticket = "player".into();
        let reasons = refused(house.registrations.register(form.clone()).await);
        let full = |index| (Field::AttendeeTicket(index), Code::TicketFull);
        assert_eq!(reasons, [full(0), full(2)]);
        assert_eq!(house.taken().await, 0, "the places in all were given back");

        form.draft.attendees[2].ticket = "participant".into();
        house.registrations.register(form).await.expect("a registration");
        house.assert_whole().await;
    }

    async fn one_to_ten_people_come_together(house: House) {
        let event = house.announce(NewEvent::default()).await;
        for count in [0, 11] {
            let form = house.form(&event, &vec!["Ada"; count]);
            let reasons = refused(house.registrations.register(form).await);
            assert_eq!(reasons, [(Field::Attendees, Code::AttendeeCount)]);
        }
        house.register(&event, &["Ada"; 10]).await;
        assert_eq!(house.taken().await, 10);
    }

    async fn a_ticket_type_of_another_event_is_unknown(house: House) {
        let tickets = vec![("performer", None)];
        let stage = NewEvent { slug: "open-stage".into(), tickets, ..NewEvent::default() };
        house.announce(stage).await;
        let event = house.announce(NewEvent::default()).await;
        for ticket in ["performer", "participant'--", "PARTICIPANT"] {
            let mut form = house.form(&event, &["Ada"]);
            form.draft.attendees[0].ticket = ticket.into();
            let reasons = refused(house.registrations.register(form).await);
            assert_eq!(reasons, [(Field::AttendeeTicket(0), Code::UnknownTicket)], "{ticket}");
        }
    }

    async fn names_that_are_traps_are_refused_at_their_field(house: House) {
        let event = house.announce(NewEvent::default()).await;
        let long = "x".repeat(200);
        for (name, code) in [
            ("\u{202e}nhoJ", Code::Control),
            ("Ada\u{2066}", Code::Control),
            ("Ada\r\nBcc: all@example.org", Code::Control),
            ("Ada\0", Code::Control),
            ("Ada\u{2028}Lovelace", Code::Control),
            (long.as_str(), Code::TooLong),
            ("   ", Code::Required),
            ("–", Code::NoLetters),
        ] {
            let mut form = house.form(&event, &["Ada", name]);
            form.draft.contact_name = name.into();
            let reasons = refused(house.registrations.register(form).await);
            let expected = [(Field::ContactName, code), (Field::AttendeeName(1), code)];
            assert_eq!(reasons, expected, "{name:?}");
        }
        assert_eq!(house.rows().await, [0; 5]);
    }

    async fn names_of_every_script_are_stored_as_people_see_them(house: House) {
        let event = house.announce(NewEvent::default()).await;
        for (typed, stored) in [
            ("Ame\u{301}lie", "Amélie"),
            (" 李小龍 ", "李小龍"),
            ("محمّد", "محمّد"),
            ("\u{200f}محمد\u{200f}", "محمد"),
            ("👩‍👩‍👧 Ada", "👩‍👩‍👧 Ada"),
            ("Robert'); drop table attendees;--", "Robert'); drop table attendees;--"),
            ("<b>Ada</b> & \"Co\"", "<b>Ada</b> & \"Co\""),
        ] {
            let mut form = house.form(&event, &[typed]);
            form.draft.contact_name = typed.into();
            let token = house.registrations.register(form).await.expect(typed);
            let page = house.registrations.find(&token).await.expect("a page");
            let kept = (page.contact_name.as_str(), page.attendees[0].name.as_str());
            assert_eq!(kept, (stored, stored));
        }
    }

    async fn everything_that_is_wrong_is_told_at_once(house: House) {
        let event = house.announce(NewEvent::default()).await;
        let mut form = house.form(&event, &["", "Grace"]);
        form.draft.contact_email = "ada@localhost".into();
        form.draft.attendees[1] = AttendeeDraft { name: "Grace".into(), ticket: String::new() };
        let expected = [
            (Field::ContactEmail, Code::Email),
            (Field::AttendeeName(0), Code::Required),
            (Field::AttendeeTicket(1), Code::Required),
        ];
        assert_eq!(refused(house.registrations.register(form).await), expected);
    }
}
