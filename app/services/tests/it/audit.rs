//! The record: in order, whole, and not to be changed unseen.

use domain::accounts::Actor;
use domain::language::Language;
use domain::organisations::Role;
use services::Error;
use services::audit::{RecordFilter, RecordPage, Verified, Who};
use services::registrations::GiveBack;

use crate::support::{Engine, House, NewEvent};

/// What keeps the record from being changed.
const GUARDS: [(Engine, &str); 3] = [
    (Engine::Sqlite, "drop trigger audit_is_not_changed"),
    (Engine::Sqlite, "drop trigger audit_is_not_deleted"),
    (Engine::Postgres, "drop trigger audit_is_not_changed on audit"),
];

async fn page(house: &House, actor: &Actor, filter: &RecordFilter) -> RecordPage {
    let page = house.audit.page(actor, "peace-club", filter, 1, Language::English).await;
    page.expect("a page")
}

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
        let found = page(&house, &owner, &RecordFilter::default()).await;
        assert_eq!((found.total, &found.acts[0].who), (1, &Who::Participant));
        assert_eq!(found.acts[0].object.len(), "7QK3M-X9T2B".len());
        let (everything, language) = (RecordFilter::default(), Language::English);
        let viewer = house.member("peace-club", Role::Viewer).await;
        let foreign = house.member("other-club", Role::Owner).await;
        for (who, is_known) in [(viewer, true), (foreign, false)] {
            let is_refused = |error: Error| match error {
                Error::Forbidden => is_known,
                Error::NotFound => !is_known,
                _ => false,
            };
            let page = house.audit.page(&who, "peace-club", &everything, 1, language).await;
            assert!(page.is_err_and(is_refused));
            let export = house.audit.export(&who, "peace-club", &everything, language).await;
            assert!(export.map(drop).is_err_and(is_refused));
            let chain = house.audit.chain(&who, "peace-club", language).await;
            assert!(chain.is_err_and(is_refused));
        }
        assert_eq!(house.rows().await[4], 1, "nothing was recorded of those who were refused");
    }

    async fn the_record_is_searched_by_who_what_when_and_to_what(house: House) {
        let owner = house.member("peace-club", Role::Owner).await;
        let event = house.announce(NewEvent::default()).await;
        let token = house.register(&event, &["Ada"]).await;
        house.register(&event, &["Grace"]).await;
        house.clock.set("2027-03-02T00:00:00Z");
        house.registrations.give_back(&token, GiveBack::All).await.expect("given back");
        house.clock.set("2027-03-02T23:59:59Z");
        house.audit.export(&owner, "peace-club", &RecordFilter::default(), Language::English).await.expect("a file");

        let everything = page(&house, &owner, &RecordFilter::default()).await;
        let done: Vec<_> = everything.acts.iter().map(|act| act.action.as_str()).collect();
        assert_eq!(done, ["export-record", "give-back", "register", "register"], "the last first");
        assert_eq!(everything.actions, ["export-record", "give-back", "register"]);
        let email = house.texts("select email from accounts").await.remove(0);
        let who: Vec<_> = everything.recorders.iter().map(|one| one.who.clone()).collect();
        assert!(who.len() == 2 && who.contains(&Who::Participant) && who.contains(&Who::Member(email)));

        let reference = everything.acts[1].object.clone();
        let day = |text: &str| Some(text.parse().expect("a day"));
        let all = RecordFilter::default;
        let account = owner.account.0.to_string();
        for (filter, expected) in [
            (RecordFilter { words: "GIVE back".into(), ..all() }, 1),
            (RecordFilter { words: "attendees=1".into(), ..all() }, 3),
            (RecordFilter { words: "%".into(), ..all() }, 0),
            (RecordFilter { words: reference.to_lowercase(), ..all() }, 2),
            (RecordFilter { words: "a\0b".into(), ..all() }, 0),
            (RecordFilter { actor: "participant".into(), ..all() }, 3),
            (RecordFilter { actor: account, ..all() }, 1),
            (RecordFilter { actor: "' or 1=1".into(), ..all() }, 0),
            (RecordFilter { action: "register".into(), ..all() }, 2),
            (RecordFilter { until: day("2027-03-01"), ..all() }, 2),
            (RecordFilter { from: day("2027-03-02"), until: day("2027-03-02"), ..all() }, 2),
            (RecordFilter { from: day("2027-03-03"), ..all() }, 0),
            (RecordFilter { from: day("2027-03-02"), action: "register".into(), ..all() }, 0),
        ] {
            assert_eq!(page(&house, &owner, &filter).await.total, expected, "{filter:?}");
        }
    }

    async fn the_record_is_taken_away_whole_and_that_stands_in_it(house: House) {
        let owner = house.member("peace-club", Role::Owner).await;
        let event = house.announce(NewEvent::with_places(3_000)).await;
        house.register(&event, &["Ada"]).await;
        house.register(&event, &["Grace"]).await;
        let filter = RecordFilter { action: "register".into(), ..RecordFilter::default() };
        let export = house.audit.export(&owner, "peace-club", &filter, Language::English).await;
        let (mut export, mut file) = (export.expect("a file"), String::new());
        while let Some(part) = export.csv().await.expect("a part") {
            file.push_str(&part);
        }
        let lines: Vec<&str> = file.lines().collect();
        assert!(lines[0].starts_with("\u{feff}Number,When,Who,What,Code,"), "{}", lines[0]);
        assert_eq!(lines.len(), 3, "{file}");
        assert!(lines[1].contains(",2027-03-01T12:00:00Z,A participant,Registered,register,registration,"), "{}", lines[1]);
        assert!(lines[1].split(',').next_back().is_some_and(|hash| hash.len() == 64), "{}", lines[1]);
        let record = house.texts("select detail from audit where action = 'export-record'").await;
        assert_eq!(record, ["rows=2"]);
        let chain = house.audit.chain(&owner, "peace-club", Language::English).await.expect("a chain");
        assert_eq!(chain.found, Verified::Whole(3));
    }
}
