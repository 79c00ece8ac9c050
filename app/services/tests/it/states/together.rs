//! The same steps at once: R1 with states. What is expected is checked when all have come to rest,
//! and what must hold at every moment while they run.

use std::sync::Arc;

use domain::registrations::RegistrationStatus::{Confirmed, Offered};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use services::registrations::GiveBack;
use tokio::sync::Barrier;
use tokio::task::JoinSet;

use super::model::{Step, check, form, is_answer, settle, small_event, step, take};
use super::{chosen, status};
use crate::support::House;

/// How often a crowd comes.
const CROWDS: usize = 8;

/// How many do something at once.
const AT_ONCE: usize = 24;

/// Random steps that are not the clock's.
fn steps(runner: &mut TestRunner) -> Vec<Step> {
    let step = step()
        .prop_filter("people do not turn the clock", |step| !matches!(step, Step::Wait { .. }));
    let steps = prop::collection::vec(step, AT_ONCE);
    steps.new_tree(runner).expect("steps").current()
}

both! {
    async fn whatever_happens_at_once(house: House) {
        let mut runner = TestRunner::deterministic();
        for crowd in 0..CROWDS {
            let event = small_event(&house, crowd).await;
            let mut tokens = Vec::new();
            for people in 1..4 {
                let form = form(&house, &event, (people, false, true, false));
                tokens.extend(is_answer(house.registrations.register(form).await));
            }
            let steps = steps(&mut runner);
            let start = Arc::new(Barrier::new(steps.len() + 1));
            let mut tasks = JoinSet::new();
            for step in steps {
                let (house, event, start) = (house.clone(), event.clone(), Arc::clone(&start));
                let mut tokens = tokens.clone();
                tasks.spawn(async move {
                    start.wait().await;
                    take(&house, &event, &mut tokens, &step).await;
                });
            }
            // The worker does not rest meanwhile.
            let worker = house.clone();
            tasks.spawn(async move {
                start.wait().await;
                for _ in 0..10 {
                    worker.registrations.work_on_states().await.expect("an answer");
                }
            });
            while let Some(done) = tasks.join_next().await {
                done.expect("an answer");
                let over = "select count(*) from occurrences where taken > capacity";
                assert_eq!(house.number(over).await, 0, "above capacity");
            }
            settle(&house).await;
            check(&house).await;
            house.assert_no_transaction_is_open().await;
        }
    }

    async fn fifty_cancellations_at_once_make_fifty_offers(house: House) {
        let event = chosen(&house, 50, "waitlist = true").await;
        let mut tokens = Vec::new();
        for _ in 0..50 {
            tokens.push(house.register(&event, &["Ada"]).await);
        }
        for _ in 0..70 {
            house.register(&event, &["Mary"]).await;
        }
        let start = Arc::new(Barrier::new(tokens.len()));
        let mut tasks = JoinSet::new();
        for token in tokens {
            let (house, start) = (house.clone(), Arc::clone(&start));
            tasks.spawn(async move {
                start.wait().await;
                house.registrations.give_back(&token, GiveBack::All).await
            });
        }
        for answer in tasks.join_all().await {
            answer.expect("given back");
        }
        settle(&house).await;
        let of = |status| format!("select count(*) from registrations where status = '{status}'");
        assert_eq!(house.number(&of("offered")).await, 50);
        assert_eq!((house.number(&of("waitlisted")).await, house.taken().await), (20, 50));
        assert_eq!(house.number("select count(*) from outbox where kind = 'offered'").await, 50);
        check(&house).await;
    }

    async fn accepting_twenty_times_at_once_is_accepting_once(house: House) {
        let event = chosen(&house, 1, "waitlist = true").await;
        let first = house.register(&event, &["Ada"]).await;
        let token = house.register(&event, &["Mary"]).await;
        house.registrations.give_back(&first, GiveBack::All).await.expect("given back");
        assert_eq!(status(&house, &token).await, Offered);
        let mut tasks = JoinSet::new();
        for _ in 0..20 {
            let (house, token) = (house.clone(), token.clone());
            tasks.spawn(async move { house.registrations.accept(&token, None).await });
        }
        for answer in tasks.join_all().await {
            is_answer(answer);
        }
        assert_eq!((status(&house, &token).await, house.taken().await), (Confirmed, 1));
        check(&house).await;
    }

    async fn a_crowd_for_few_places_is_let_in_or_waits_and_nobody_is_lost(house: House) {
        let event = chosen(&house, 20, "waitlist = true").await;
        let mut tasks = JoinSet::new();
        for number in 0..120 {
            let names = &["Ada", "Grace", "Mary"][..number % 3 + 1];
            let (house, form) = (house.clone(), house.form(&event, names));
            tasks.spawn(async move { house.registrations.register(form).await });
        }
        for answer in tasks.join_all().await {
            answer.expect("a place, or a place in the queue");
        }
        settle(&house).await;
        assert_eq!(house.number("select count(*) from registrations").await, 120);
        check(&house).await;
    }
}
