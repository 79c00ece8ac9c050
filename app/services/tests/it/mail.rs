//! The outbox: who sends what, when, and how often.

mod messages;

use std::collections::BTreeSet;

use jiff::SignedDuration;
use services::mail::Claimed;
use services::registrations::GiveBack;
use tokio::task::JoinSet;

use crate::support::{House, NewEvent};

const LEASE: SignedDuration = SignedDuration::from_mins(5);

async fn claim(house: &House) -> Option<Claimed> {
    house.mail.claim().await.expect("an answer")
}

async fn claim_one(house: &House) -> Claimed {
    claim(house).await.expect("a mail that is due")
}

/// The one mail of a new registration.
async fn one_mail(house: &House) {
    let event = house.announce(NewEvent::default()).await;
    house.register(&event, &["Ada"]).await;
}

/// State, attempts and reason of the one mail.
async fn state(house: &House) -> String {
    let sql = "select status || ' ' || attempts || coalesce(' ' || reason, '') from outbox";
    house.texts(sql).await.remove(0)
}

both! {
    async fn a_mail_is_claimed_once(house: House) {
        assert!(claim(&house).await.is_none());
        one_mail(&house).await;
        let claimed = claim_one(&house).await;
        assert_eq!((claimed.attempts, claimed.created_at), (1, house.now()));
        assert_eq!(state(&house).await, "sending 1");
        assert!(claim(&house).await.is_none());
    }

    async fn twenty_claimers_at_once_get_each_mail_once(house: House) {
        let event = house.announce(NewEvent::default()).await;
        for _ in 0..30 {
            house.register(&event, &["Ada"]).await;
        }
        let mut tasks = JoinSet::new();
        for _ in 0..20 {
            let house = house.clone();
            tasks.spawn(async move {
                let mut mails = Vec::new();
                while let Some(claimed) = claim(&house).await {
                    mails.push(claimed.id);
                }
                mails
            });
        }
        let mails: Vec<_> = tasks.join_all().await.into_iter().flatten().collect();
        let sending = house.number("select count(*) from outbox where status = 'sending'").await;
        assert_eq!(mails.len() as i64, sending, "mails that nobody was given");
        assert_eq!(mails.iter().collect::<BTreeSet<_>>().len(), mails.len(), "mails given twice");
        assert!(claim(&house).await.is_none());
        assert_eq!(house.number("select max(attempts) from outbox").await, 1);
        assert_eq!(sending, 30);
    }

    async fn twenty_claimers_at_once_share_one_mail_with_nobody(house: House) {
        one_mail(&house).await;
        let mut tasks = JoinSet::new();
        for _ in 0..20 {
            let house = house.clone();
            tasks.spawn(async move { claim(&house).await });
        }
        assert_eq!(tasks.join_all().await.into_iter().flatten().count(), 1);
    }

    async fn one_claim_takes_one_mail_whatever_the_planner_thinks(house: House) {
        let event = house.announce(NewEvent::default()).await;
        // Statistics of a quiet hour, in which there was one mail; then a rush.
        for count in [0, 1, 5, 20] {
            for _ in 0..count {
                house.register(&event, &["Ada"]).await;
            }
            house.change("analyze").await.expect("statistics");
            let event = house.announce(NewEvent::titled(&format!("rush-{count}"), "Rush")).await;
            for _ in 0..10 {
                house.register(&event, &["Ada"]).await;
            }
            for round in 1..=3 {
                claim_one(&house).await;
                let sending = "select count(*) from outbox where status = 'sending'";
                assert_eq!(house.number(sending).await, round, "{count} mails in the statistics");
            }
            house
                .change("update outbox set status = 'sent', done_at = 1, lease_until = null")
                .await
                .expect("done");
            house.change("delete from outbox").await.expect("done");
        }
    }

    async fn a_lease_that_ran_out_belongs_to_another(house: House) {
        one_mail(&house).await;
        let first = claim_one(&house).await;
        house.clock.advance(LEASE - SignedDuration::from_secs(1));
        assert!(claim(&house).await.is_none());
        house.clock.advance(SignedDuration::from_secs(1));
        let second = claim_one(&house).await;
        assert_eq!((second.id, second.attempts), (first.id, 2));

        house.mail.sent(&first).await.expect("an answer");
        assert_eq!(state(&house).await, "sending 2", "the first one came too late");
        house.mail.dead(&first, "550").await.expect("an answer");
        house.mail.later(&first, "451", SignedDuration::ZERO).await.expect("an answer");
        house.mail.release(&first, "down", SignedDuration::ZERO).await.expect("an answer");
        assert_eq!(state(&house).await, "sending 2");
        house.mail.sent(&second).await.expect("an answer");
        assert_eq!(state(&house).await, "sent 2");
    }

    async fn a_mail_that_was_sent_is_done(house: House) {
        one_mail(&house).await;
        let claimed = claim_one(&house).await;
        house.mail.sent(&claimed).await.expect("an answer");
        assert_eq!(state(&house).await, "sent 1");
        house.mail.later(&claimed, "451", SignedDuration::ZERO).await.expect("an answer");
        house.clock.advance(LEASE * 100);
        assert!(claim(&house).await.is_none());
        assert_eq!(state(&house).await, "sent 1");
        assert_eq!(house.mail.oldest_due_seconds().await.expect("an answer"), None);
    }

    async fn a_dead_mail_keeps_its_reason(house: House) {
        one_mail(&house).await;
        house.mail.dead(&claim_one(&house).await, "550 no such mailbox").await.expect("an answer");
        assert_eq!(state(&house).await, "dead 1 550 no such mailbox");
        house.clock.advance(LEASE * 100);
        assert!(claim(&house).await.is_none());
    }

    async fn a_mail_for_later_waits_its_time(house: House) {
        one_mail(&house).await;
        let wait = SignedDuration::from_mins(10);
        house.mail.later(&claim_one(&house).await, "451 busy", wait).await.expect("an answer");
        assert_eq!(state(&house).await, "pending 1 451 busy");
        house.clock.advance(wait - SignedDuration::from_secs(1));
        assert!(claim(&house).await.is_none());
        house.clock.advance(SignedDuration::from_secs(1));
        assert_eq!(claim_one(&house).await.attempts, 2);
    }

    async fn a_mail_server_that_is_away_costs_no_attempt(house: House) {
        one_mail(&house).await;
        for _ in 0..3 {
            let claimed = claim_one(&house).await;
            assert_eq!(claimed.attempts, 1);
            let wait = SignedDuration::from_mins(1);
            house.mail.release(&claimed, "connection refused", wait).await.expect("an answer");
            assert_eq!(state(&house).await, "pending 0 connection refused");
            house.clock.advance(wait);
        }
    }

    async fn mails_of_one_registration_go_in_their_order(house: House) {
        let event = house.announce(NewEvent::default()).await;
        let token = house.register(&event, &["Ada", "Grace"]).await;
        for position in [0, 1] {
            house
                .registrations
                .give_back(&token, GiveBack::One(position))
                .await
                .expect("given back");
        }
        house.register(&event, &["Katherine"]).await;
        let kind = "select kind from outbox where status = 'sending'";

        let confirmed = claim_one(&house).await;
        assert_eq!(house.texts(kind).await, ["confirmed"]);
        let of_another = claim_one(&house).await;
        house.mail.sent(&of_another).await.expect("an answer");
        assert!(claim(&house).await.is_none(), "the change waits for the confirmation");
        let wait = SignedDuration::from_mins(10);
        house.mail.later(&confirmed, "451", wait).await.expect("an answer");
        assert!(claim(&house).await.is_none(), "also while that is put off");
        house.clock.advance(wait);

        for expected in ["confirmed", "changed", "cancelled"] {
            let claimed = claim_one(&house).await;
            assert_eq!(house.texts(kind).await, [expected]);
            house.mail.sent(&claimed).await.expect("an answer");
        }
        assert!(claim(&house).await.is_none());
    }

    async fn a_dead_mail_does_not_hold_up_the_next(house: House) {
        let event = house.announce(NewEvent::default()).await;
        let token = house.register(&event, &["Ada"]).await;
        house.registrations.give_back(&token, GiveBack::All).await.expect("given back");
        house.mail.dead(&claim_one(&house).await, "550").await.expect("an answer");
        claim_one(&house).await;
        assert_eq!(
            house.texts("select kind from outbox where status = 'sending'").await,
            ["cancelled"]
        );
    }

    async fn what_waits_longest_goes_first_and_is_measured(house: House) {
        let event = house.announce(NewEvent::default()).await;
        assert_eq!(house.mail.oldest_due_seconds().await.expect("an answer"), None);
        house.register(&event, &["Ada"]).await;
        let first = house.now();
        house.clock.advance(SignedDuration::from_secs(90));
        house.register(&event, &["Grace"]).await;
        assert_eq!(house.mail.oldest_due_seconds().await.expect("an answer"), Some(90));
        assert_eq!(claim_one(&house).await.created_at, first);
    }

    async fn a_queued_mail_wakes_the_worker(house: House) {
        let woken = house.mail.wake();
        one_mail(&house).await;
        woken.notified().await;
    }
}
