//! The record: in order, whole, and not to be changed unseen.

use domain::language::Language;
use domain::organisations::Role;
use services::Error;
use services::audit::{Verified, Who};

use crate::support::{Engine, House, NewEvent};

/// What keeps the record from being changed.
const GUARDS: [(Engine, &str); 3] = [
    (Engine::Sqlite, "drop trigger audit_is_not_changed"),
    (Engine::Sqlite, "drop trigger audit_is_not_deleted"),
    (Engine::Postgres, "drop trigger audit_is_not_changed on audit"),
];

async fn found(house: &House) -> Vec<Verified> {
    house.audit.verify().await.expect("an answer").into_iter().map(|(_, found)| found).collect()
}

both! {
    async fn a_chain_is_whole_however_many_register_at_once(house: House) {
        let event = house.announce(NewEvent::with_places(500)).await;
        let other = NewEvent { organisation: "other-club", ..NewEvent::titled("other-cup", "Cup") };
        house.announce(other).await;
        let mut tasks = Vec::new();
        for _ in 0..40 {
            let (house, event) = (house.clone(), event.clone());
            tasks.push(tokio::spawn(async move { house.register(&event, &["Ada"]).await }));
        }
        for task in tasks {
            task.await.expect("a registration");
        }
        assert_eq!(found(&house).await, [Verified::Whole(40)]);
    }

    async fn whoever_changes_leaves_out_or_adds_an_act_is_seen(house: House) {
        let event = house.announce(NewEvent::with_places(500)).await;
        for _ in 0..4 {
            house.register(&event, &["Ada"]).await;
        }
        for (engine, guard) in GUARDS {
            if engine == house.engine {
                house.change(guard).await.expect(guard);
            }
        }
        assert_eq!(found(&house).await, [Verified::Whole(4)]);
        for (wrong, back, broken) in [
            (
                "update audit set detail = 'attendees=2' where number = 2",
                "update audit set detail = 'attendees=1' where number = 2",
                2,
            ),
            (
                "update audit set number = 9 where number = 3",
                "update audit set number = 3 where number = 9",
                3,
            ),
            ("update audit set at = at + 1 where number = 4", "update audit set at = at - 1 where number = 4", 4),
        ] {
            house.change(wrong).await.expect(wrong);
            assert_eq!(found(&house).await, [Verified::Broken(broken)], "{wrong}");
            house.change(back).await.expect(back);
        }
        assert_eq!(found(&house).await, [Verified::Whole(4)]);
        house.change("delete from audit where number = 4").await.expect("gone");
        assert_eq!(found(&house).await, [Verified::Broken(4)], "the last one is missed too");
    }

    async fn organisers_read_the_record_and_others_do_not(house: House) {
        let owner = house.member("peace-club", Role::Owner).await;
        let event = house.announce(NewEvent::default()).await;
        house.register(&event, &["Ada"]).await;
        let page = house.audit.page(&owner, "peace-club", "", 1, Language::English).await;
        let page = page.expect("a page");
        assert_eq!((page.total, &page.acts[0].who), (1, &Who::Participant));
        assert_eq!(page.acts[0].object.len(), "7QK3M-X9T2B".len());
        let none = house.audit.page(&owner, "peace-club", "invite", 1, Language::English).await;
        assert_eq!(none.expect("a page").total, 0);
        let viewer = house.member("peace-club", Role::Viewer).await;
        let page = house.audit.page(&viewer, "peace-club", "", 1, Language::English).await;
        assert!(matches!(page, Err(Error::Forbidden)));
        let foreign = house.member("other-club", Role::Owner).await;
        let page = house.audit.page(&foreign, "peace-club", "", 1, Language::English).await;
        assert!(matches!(page, Err(Error::NotFound)));
    }
}
