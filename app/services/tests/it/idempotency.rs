//! Requests that a program may send twice: Stripe's contract.

use jiff::SignedDuration;
use services::idempotency::{Answer, Attempt, Begun, KEPT};

use crate::support::House;

const KEY: &str = "5e0f8d0e-6a0e-4e1c-9d53-0c6a3c1d2b11";

async fn begin(house: &House, request: &str) -> Begun {
    house.idempotency.begin(KEY, request.as_bytes()).await.expect("an answer")
}

async fn first(house: &House, request: &str) -> Attempt {
    match begin(house, request).await {
        Begun::New(attempt) => attempt,
        other => panic!("{other:?} in place of a new one"),
    }
}

async fn kept(house: &House) -> i64 {
    house.number("select count(*) from idempotency_keys").await
}

fn answer() -> Answer {
    Answer { status: 201, body: "{\"token\":\"of amina@example.org\"}".into() }
}

both! {
    async fn the_same_request_gets_the_same_answer_for_a_day(house: House) {
        let attempt = first(&house, "three people").await;
        assert!(matches!(begin(&house, "three people").await, Begun::UnderWay));
        assert!(matches!(begin(&house, "four people").await, Begun::OtherRequest));
        house.idempotency.finish(&attempt, &answer()).await.expect("kept");
        for _ in 0..2 {
            match begin(&house, "three people").await {
                Begun::Done(again) => assert_eq!(again, answer()),
                other => panic!("{other:?}"),
            }
            assert!(matches!(begin(&house, "four people").await, Begun::OtherRequest));
        }
        house.clock.advance(KEPT - SignedDuration::from_secs(1));
        assert_eq!(house.idempotency.prune().await.expect("pruned"), 0);
        assert!(matches!(begin(&house, "three people").await, Begun::Done(_)));
        house.clock.advance(SignedDuration::from_secs(1));
        // Its day is over: whatever comes now is new, also before anyone looked for what is over.
        first(&house, "four people").await;
    }

    async fn what_is_over_is_forgotten(house: House) {
        let attempt = first(&house, "three people").await;
        house.idempotency.finish(&attempt, &answer()).await.expect("kept");
        assert_eq!(kept(&house).await, 1);
        house.clock.advance(KEPT);
        assert_eq!(house.idempotency.prune().await.expect("pruned"), 1);
        assert_eq!(kept(&house).await, 0);
    }

    async fn nothing_is_kept_of_a_request_that_changed_nothing(house: House) {
        let attempt = first(&house, "nobody").await;
        house.idempotency.release(&attempt).await.expect("forgotten");
        assert_eq!(kept(&house).await, 0);
        first(&house, "three people").await;
    }

    async fn a_process_that_died_is_followed_by_another_with_the_same_form(house: House) {
        let dead = first(&house, "three people").await;
        house.clock.advance(SignedDuration::from_secs(59));
        assert!(matches!(begin(&house, "three people").await, Begun::UnderWay));
        house.clock.advance(SignedDuration::from_secs(1));
        assert!(matches!(begin(&house, "four people").await, Begun::OtherRequest));
        let next = first(&house, "three people").await;
        assert_eq!(next.form_key, dead.form_key, "one form, so one registration");
        // The first one was only slow: it has no say any more.
        house.idempotency.finish(&dead, &Answer { status: 409, ..answer() }).await.expect("done");
        house.idempotency.release(&dead).await.expect("done");
        assert!(matches!(begin(&house, "three people").await, Begun::UnderWay));
        house.idempotency.finish(&next, &answer()).await.expect("kept");
        assert!(matches!(begin(&house, "three people").await, Begun::Done(again) if again == answer()));
    }

    async fn of_many_at_once_one_begins(house: House) {
        let mut tasks = tokio::task::JoinSet::new();
        for _ in 0..20 {
            let house = house.clone();
            tasks.spawn(async move { begin(&house, "three people").await });
        }
        let begun = tasks.join_all().await;
        assert_eq!(begun.iter().filter(|one| matches!(one, Begun::New(_))).count(), 1);
        assert_eq!(begun.iter().filter(|one| matches!(one, Begun::UnderWay)).count(), 19);
    }

    async fn the_database_tells_nothing_of_it(house: House) {
        let attempt = first(&house, "three people of amina@example.org").await;
        house.idempotency.finish(&attempt, &answer()).await.expect("kept");
        for secret in [KEY, "amina@example.org", "three people"] {
            assert_eq!(house.tables_holding(secret.as_bytes()).await, [""; 0], "{secret}");
        }
    }
}
