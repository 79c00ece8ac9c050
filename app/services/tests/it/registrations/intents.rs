//! One intent, one registration: what the key of a form does (R4).

use domain::invalid::{Code, Field};
use domain::language::Language;
use services::Error;
use services::registrations::Submission;
use services::secrets::ManageToken;
use uuid::Uuid;

use crate::support::{House, NewEvent, assert_refused, refused};

/// Sends the same form this many times at once.
async fn at_once(
    house: &House,
    form: &Submission,
    times: usize,
) -> Vec<Result<ManageToken, Error>> {
    let start = std::sync::Arc::new(tokio::sync::Barrier::new(times));
    let mut tasks = tokio::task::JoinSet::new();
    for _ in 0..times {
        let (house, form, start) = (house.clone(), form.clone(), start.clone());
        tasks.spawn(async move {
            start.wait().await;
            house.registrations.register(form).await
        });
    }
    tasks.join_all().await
}

/// Each got the token of the one registration that there is.
#[track_caller]
fn assert_same(answers: Vec<Result<ManageToken, Error>>) {
    let mut tokens = answers.into_iter().map(|answer| answer.expect("the one registration"));
    let first = tokens.next().expect("an answer");
    assert!(tokens.all(|token| token == first), "different tokens");
}

both! {
    async fn the_same_form_twice_is_one_registration_and_one_mail(house: House) {
        let event = house.announce(NewEvent::default()).await;
        let form = house.form(&event, &["Ada", "Grace"]);
        let first = house.registrations.register(form.clone()).await.expect("a registration");
        let second = house.registrations.register(form).await.expect("the same registration");
        assert_eq!(first, second);
        assert_eq!(house.rows().await, [1, 2, 1, 1, 1]);
        assert_eq!(house.taken().await, 2);
    }

    async fn the_same_key_with_other_answers_is_refused(house: House) {
        let event = house.announce(NewEvent::default()).await;
        let form = house.form(&event, &["Ada"]);
        house.registrations.register(form.clone()).await.expect("a registration");
        let changes: [fn(&mut Submission); 5] = [
            |form| form.draft.attendees[0].name = "Grace".into(),
            |form| form.draft.attendees.push(form.draft.attendees[0].clone()),
            |form| form.draft.contact_name = "Grace".into(),
            |form| form.draft.contact_email = "grace@example.org".into(),
            |form| form.language = Language::French,
        ];
        for change in changes {
            let mut other = form.clone();
            change(&mut other);
            assert_refused(house.registrations.register(other).await, Code::Reused);
        }
        assert_eq!(house.rows().await, [1; 5]);
    }

    async fn spaces_around_a_name_are_not_other_answers(house: House) {
        let event = house.announce(NewEvent::default()).await;
        let form = house.form(&event, &["Amélie"]);
        let mut again = form.clone();
        again.draft.attendees[0].name = " Ame\u{301}lie ".into();
        let first = house.registrations.register(form).await.expect("a registration");
        assert_eq!(house.registrations.register(again).await.expect("the same"), first);
    }

    async fn a_refused_form_may_be_corrected_under_its_key(house: House) {
        let event = house.announce(NewEvent::default()).await;
        let mut form = house.form(&event, &[""]);
        refused(house.registrations.register(form.clone()).await);
        form.draft.attendees[0].name = "Ada".into();
        house.registrations.register(form).await.expect("a registration");
    }

    async fn the_same_form_finds_its_registration_when_the_event_is_full_or_over(house: House) {
        let event = house.announce(NewEvent::with_places(1)).await;
        let form = house.form(&event, &["Ada"]);
        let first = house.registrations.register(form.clone()).await.expect("a registration");
        assert_eq!(house.registrations.register(form.clone()).await.expect("the same"), first);
        house.clock.set("2028-01-01T00:00:00Z");
        assert_eq!(house.registrations.register(form).await.expect("the same"), first);
    }

    async fn the_same_form_five_times_at_once_is_one_registration(house: House) {
        let event = house.announce(NewEvent::default()).await;
        let form = house.form(&event, &["Ada", "Grace"]);
        assert_same(at_once(&house, &form, 5).await);
        assert_eq!(house.rows().await, [1, 2, 1, 1, 1]);
        house.assert_whole().await;
    }

    async fn the_same_form_twenty_times_at_once_is_one_registration(house: House) {
        let event = house.announce(NewEvent::default()).await;
        let form = house.form(&event, &["Ada", "Grace"]);
        assert_same(at_once(&house, &form, 20).await);
        assert_eq!(house.rows().await, [1, 2, 1, 1, 1]);
        house.assert_whole().await;
    }

    async fn the_last_places_asked_for_twice_at_once_by_one_form_are_its_own(house: House) {
        for round in 0..10 {
            let new = NewEvent { slug: format!("cup-{round}"), ..NewEvent::with_places(1) };
            let event = house.announce(new).await;
            let form = house.form(&event, &["Ada"]);
            assert_same(at_once(&house, &form, 4).await);
        }
        assert_eq!(house.rows().await, [10; 5]);
        house.assert_whole().await;
    }

    async fn a_key_is_about_one_date_only(house: House) {
        let one = house.announce(NewEvent::titled("one", "One")).await;
        let two = house.announce(NewEvent::titled("two", "Two")).await;
        let key = Uuid::new_v4();
        for event in [&one, &two] {
            let form = Submission { key, ..house.form(event, &["Ada"]) };
            house.registrations.register(form).await.expect("a registration");
        }
        assert_eq!(house.rows().await, [2; 5]);
    }

    async fn a_mailbox_is_written_to_five_times_an_hour(house: House) {
        let event = house.announce(NewEvent::default()).await;
        let form = |spelt: &str| {
            let mut form = house.form(&event, &["Ada"]);
            form.draft.contact_email = spelt.into();
            form
        };
        let first = form("ada@example.org");
        house.registrations.register(first.clone()).await.expect("a registration");
        for _ in 0..4 {
            house.registrations.register(form("Ada@Example.org")).await.expect("a registration");
        }
        let reasons = refused(house.registrations.register(form("ada@example.org")).await);
        assert_eq!(reasons, [(Field::ContactEmail, Code::TooOften)]);
        house.registrations.register(first).await.expect("the answer that it got before");
        house.register(&event, &["Grace"]).await;
    }

    async fn a_refused_form_does_not_use_up_its_mailbox(house: House) {
        let tickets = vec![("participant", None), ("player", Some(0))];
        let event = house.announce(NewEvent { tickets, ..NewEvent::default() }).await;
        let mut form = house.form(&event, &["Ada"]);
        form.draft.attendees[0].ticket = "player".into();
        for _ in 0..6 {
            let reasons = refused(house.registrations.register(form.clone()).await);
            assert_eq!(reasons, [(Field::AttendeeTicket(0), Code::TicketFull)]);
        }
        form.draft.attendees[0].ticket = "participant".into();
        house.registrations.register(form).await.expect("a registration");
    }
}
