//! What happens at once: R1 (never oversold), R2 (never undersold by error), and requests whose
//! browser has gone (fault 22).
//!
//! The control is `without_the_guard_the_race_shows`: the feature `test-no-guard` takes the guard
//! off the counting UPDATE, and the same rush must then not be clean. If it were, the other tests
//! here would show nothing. Run it with
//! `cargo nextest run -p services --features test-no-guard -E 'test(without_the_guard)'`.

#[cfg(not(feature = "test-no-guard"))]
mod dropped;

use std::sync::Arc;

use domain::invalid::Code;
use services::Error;
use services::registrations::Submission;
use tokio::sync::Barrier;
use tokio::task::JoinSet;

#[cfg(not(feature = "test-no-guard"))]
use crate::support::{Engine, assert_refused};
use crate::support::{Event, House, NewEvent};
#[cfg(not(feature = "test-no-guard"))]
use services::db::Tx;

const ATTEMPTS: usize = 400;
const PLACES: i64 = 50;

/// What came of many forms at once.
#[derive(Debug, Default)]
struct Rush {
    /// People who were let in.
    people: usize,
    /// Forms that were told that there are no places for them.
    told_full: usize,
    /// Forms that got any other answer.
    failed: Vec<Error>,
}

/// Sends all of these forms at once.
async fn rush(house: &House, forms: Vec<Submission>) -> Rush {
    let start = Arc::new(Barrier::new(forms.len()));
    let mut tasks = JoinSet::new();
    for form in forms {
        let (house, start) = (house.clone(), Arc::clone(&start));
        tasks.spawn(async move {
            let people = form.draft.attendees.len();
            start.wait().await;
            house.registrations.register(form).await.map(|_| people)
        });
    }
    let mut rush = Rush::default();
    for answer in tasks.join_all().await {
        match answer {
            Ok(people) => rush.people += people,
            Err(error) if is_full(&error) => rush.told_full += 1,
            Err(error) => rush.failed.push(error),
        }
    }
    rush
}

fn is_full(error: &Error) -> bool {
    let full = |code| matches!(code, Code::Full | Code::TicketFull);
    matches!(error, Error::Invalid(invalid) if invalid.iter().all(|invalid| full(invalid.code)))
}

/// Forms of one, two and three people in turn.
fn mixed_groups(house: &House, event: &Event) -> Vec<Submission> {
    let names = ["Ada", "Grace", "Katherine"];
    (0..ATTEMPTS).map(|number| house.form(event, &names[..number % 3 + 1])).collect()
}

#[cfg(feature = "test-no-guard")]
both! {
    async fn without_the_guard_the_race_shows(house: House) {
        let event = house.announce(NewEvent::with_places(PLACES)).await;
        let rush = rush(&house, mixed_groups(&house, &event)).await;
        let is_oversold = house.taken().await > PLACES || rush.people > PLACES as usize;
        assert!(is_oversold || !rush.failed.is_empty(), "a clean rush without a guard: {rush:?}");
    }
}

#[cfg(not(feature = "test-no-guard"))]
both! {
    async fn four_hundred_at_once_get_exactly_fifty_places(house: House) {
        let event = house.announce(NewEvent::with_places(PLACES)).await;
        let rush = rush(&house, mixed_groups(&house, &event)).await;
        assert!(rush.failed.is_empty(), "{:?}", rush.failed);
        // Single people come too, so that not one place is left over.
        assert_eq!((rush.people as i64, house.taken().await), (PLACES, PLACES));
        let [registrations, attendees, ..] = house.rows().await;
        assert_eq!((attendees, registrations), (PLACES, (ATTEMPTS - rush.told_full) as i64));
        house.assert_whole().await;
    }

    async fn a_ticket_type_is_not_oversold_inside_the_total(house: House) {
        let kinds = ["participant", "player", "media"];
        let tickets = kinds.into_iter().zip([Some(20), Some(12), Some(3)]).collect();
        let event = house.announce(NewEvent { tickets, ..NewEvent::with_places(PLACES) }).await;
        let mut forms = mixed_groups(&house, &event);
        for (number, form) in forms.iter_mut().enumerate() {
            for (index, attendee) in form.draft.attendees.iter_mut().enumerate() {
                attendee.ticket = kinds[(number / 3 + index) % 3].into();
            }
        }
        let rush = rush(&house, forms).await;
        assert!(rush.failed.is_empty(), "{:?}", rush.failed);
        // Single people of each kind come too, so that not one place is left over.
        assert_eq!((rush.people, house.taken().await), (35, 35));
        assert_eq!(house.number("select count(*) from places where taken < capacity").await, 0);
        house.assert_whole().await;
    }

    async fn two_dates_and_many_ticket_types_do_not_wait_for_each_other(house: House) {
        let tickets = || vec![("spectator", Some(40)), ("player", Some(40)), ("media", Some(40))];
        let mut forms = Vec::new();
        for slug in ["one", "two"] {
            let new =
                NewEvent { slug: slug.into(), tickets: tickets(), ..NewEvent::with_places(90) };
            let event = house.announce(new).await;
            for number in 0..100 {
                let mut form = house.form(&event, &["Ada", "Grace", "Katherine"]);
                for (index, attendee) in form.draft.attendees.iter_mut().enumerate() {
                    let kinds = ["spectator", "player", "media"];
                    attendee.ticket = kinds[(number + index) % 3].into();
                }
                forms.push(form);
            }
        }
        let rush = rush(&house, forms).await;
        assert!(rush.failed.is_empty(), "{:?}", rush.failed);
        assert_eq!((rush.people, house.taken().await), (180, 180));
        house.assert_whole().await;
    }

    async fn registering_and_giving_back_at_once_keep_count(house: House) {
        use services::registrations::GiveBack;
        let tickets = vec![("participant", Some(PLACES))];
        let event = house.announce(NewEvent { tickets, ..NewEvent::with_places(PLACES) }).await;
        let mut tasks = JoinSet::new();
        for number in 0..25 {
            let token = house.register(&event, &["Ada", "Grace"]).await;
            for turn in 0..2 {
                let (house, token) = (house.clone(), token.clone());
                let whose = if number % 2 == 0 { GiveBack::All } else { GiveBack::One(turn) };
                tasks.spawn(async move { house.registrations.give_back(&token, whose).await });
            }
        }
        let rush = rush(&house, mixed_groups(&house, &event)).await;
        for answer in tasks.join_all().await {
            answer.expect("given back");
        }
        assert!(rush.failed.is_empty(), "{:?}", rush.failed);
        assert_eq!(house.taken().await, rush.people as i64);
        house.assert_whole().await;
    }

    async fn a_date_that_is_cancelled_meanwhile_says_so(house: House) {
        let event = house.announce(NewEvent::with_places(1000)).await;
        let forms = mixed_groups(&house, &event).split_off(ATTEMPTS - 100);
        let cancel = async {
            while house.taken().await == 0 {
                tokio::task::yield_now().await;
            }
            house.change("update occurrences set cancelled_at = 1").await.expect("cancelled");
        };
        let (rush, ()) = tokio::join!(rush(&house, forms), cancel);
        assert_eq!(rush.told_full, 0);
        for error in rush.failed {
            assert_refused::<()>(Err(error), Code::Cancelled);
        }
        assert_eq!(house.taken().await, rush.people as i64);
        house.assert_whole().await;
    }

    async fn a_browser_that_goes_away_leaves_all_or_nothing(house: House) {
        dropped::forms_whose_browser_goes_away(&house).await;
    }
}

#[cfg(not(feature = "test-no-guard"))]
both! {
    /// PostgreSQL has looked at the event before it waits for the date's row.
    async fn who_waits_while_the_event_is_cancelled_is_not_let_in(house: House) {
        let event = house.announce(NewEvent::with_places(PLACES)).await;
        let mut tx = house.db().begin().await.expect("a transaction");
        for change in ["update events set status = 'cancelled'", "update occurrences set sequence = 1"] {
            match &mut tx {
                Tx::Sqlite(tx) => sqlx::query(change).execute(&mut **tx).await.map(drop),
                Tx::Postgres(tx) => sqlx::query(change).execute(&mut **tx).await.map(drop),
            }
            .expect(change);
        }
        let waiting = tokio::spawn({
            let (house, form) = (house.clone(), house.form(&event, &["Ada"]));
            async move { house.registrations.register(form).await }
        });
        // SQLite has one writer, which is this test: whoever comes waits before looking.
        while house.engine == Engine::Postgres
            && house.number("select count(*) from pg_locks where not granted").await == 0
        {
            tokio::task::yield_now().await;
        }
        tx.commit().await.expect("cancelled");
        let answer = waiting.await.expect("an answer");
        assert_refused(answer, Code::Cancelled);
        assert_eq!(house.taken().await, 0);
    }
}
