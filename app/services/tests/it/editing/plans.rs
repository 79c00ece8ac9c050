//! What is published at a time, and where it is shown.

use domain::accounts::{Action, Actor};
use domain::events::EventStatus;
use domain::events::drafts::PlanDraft;
use domain::invalid::{Code, Field};
use domain::language::Language;
use domain::organisations::Role;
use services::Error;
use services::calendars::Which;
use services::events::Search;

use super::{CLUB, CUP, target, version, written};
use crate::support::{House, NewEvent, refused};

/// At ten in the morning in Casablanca.
const PLAN: &str = "2027-04-01T10:00";

async fn plan(house: &House, actor: &Actor, at: &str) -> Result<(), Error> {
    let target = target(actor, version(house, actor).await);
    house.events.plan(&target, &PlanDraft { at: at.into() }).await
}

async fn draft(house: &House) -> Actor {
    house.announce(NewEvent { status: "draft", ..NewEvent::default() }).await;
    house.member(CLUB, Role::Organiser).await
}

async fn listed(house: &House) -> i64 {
    house.events.list(Language::English, &Search::default()).await.expect("a list").total
}

async fn failed(house: &House, actor: &Actor) -> Vec<String> {
    let (organisations, language) = (&house.organisations, Language::English);
    let own = organisations.own_one(actor, CLUB, Action::SeeEvents, language).await.expect("own");
    let failed = house.events.failed_plans(actor, &own, language).await.expect("plans");
    failed.into_iter().map(|plan| plan.slug).collect()
}

both! {
    async fn an_event_is_published_at_its_time_and_once(house: House) {
        let organiser = draft(&house).await;
        plan(&house, &organiser, PLAN).await.expect("planned");
        let now = written(&house, &organiser).await.publication.plan.expect("a plan");
        assert_eq!((now.at.to_string().as_str(), now.zone.as_str()),
            ("2027-04-01T10:00:00Z", "Africa/Casablanca"));
        house.clock.set("2027-04-01T09:59:59Z");
        assert_eq!(house.events.publish_due().await.expect("an answer"), 0);
        assert_eq!(listed(&house).await, 0);
        house.clock.set("2027-04-01T10:00:00Z");
        let mut tasks = tokio::task::JoinSet::new();
        for _ in 0..8 {
            let house = house.clone();
            tasks.spawn(async move { house.events.publish_due().await.expect("an answer") });
        }
        assert_eq!(tasks.join_all().await.into_iter().sum::<usize>(), 1);
        assert_eq!(listed(&house).await, 1);
        let now = written(&house, &organiser).await;
        assert_eq!((now.status, now.publication.plan), (EventStatus::Published, None));
        assert_eq!(version(&house, &organiser).await, 3);
        let acts = house.texts("select action from audit order by at, id").await;
        assert_eq!(acts, ["plan-publication", "publish-as-planned"]);
    }

    async fn what_is_not_whole_by_then_stays_a_draft_and_its_organisers_are_told(house: House) {
        let organiser = draft(&house).await;
        plan(&house, &organiser, PLAN).await.expect("planned");
        house.change("update events set address = ''").await.expect("no address");
        house.clock.set("2027-04-01T10:00:00Z");
        assert_eq!(house.events.publish_due().await.expect("an answer"), 0);
        assert_eq!(house.events.publish_due().await.expect("an answer"), 0);
        assert_eq!(written(&house, &organiser).await.status, EventStatus::Draft);
        assert_eq!(failed(&house, &organiser).await, [CUP]);
        let viewer = house.member(CLUB, Role::Viewer).await;
        assert_eq!(failed(&house, &viewer).await, [""; 0]);
        let details = house.texts("select detail from audit where action = 'fail-plan'").await;
        assert_eq!(details, ["version=3 missing=address"]);
        house.change("update events set address = 'Old Port'").await.expect("an address");
        let target = target(&organiser, 3);
        house.events.set_status(&target, EventStatus::Published).await.expect("published");
        assert_eq!(failed(&house, &organiser).await, [""; 0]);
    }

    async fn a_plan_lies_ahead_is_whole_and_can_be_taken_back(house: House) {
        let organiser = draft(&house).await;
        for (at, code) in [("", Code::Required), ("2027-01-01T10:00", Code::TimePassed)] {
            let wrong = plan(&house, &organiser, at).await;
            assert_eq!(refused(wrong), [(Field::PublishAt, code)]);
        }
        plan(&house, &organiser, PLAN).await.expect("planned");
        let late = target(&organiser, 2);
        house.events.withdraw_plan(&late).await.expect("taken back");
        house.clock.set("2027-04-01T10:00:00Z");
        assert_eq!(house.events.publish_due().await.expect("an answer"), 0);
        house.change("update events set address = ''").await.expect("no address");
        let wrong = plan(&house, &organiser, "2027-04-02T10:00").await;
        assert_eq!(refused(wrong), [(Field::Status, Code::NotReady)]);
        house.change("update events set address = 'Old Port'").await.expect("an address");
        plan(&house, &organiser, "2027-04-02T10:00").await.expect("planned");
        let now = target(&organiser, version(&house, &organiser).await);
        house.events.set_status(&now, EventStatus::Published).await.expect("published");
        let wrong = plan(&house, &organiser, "2027-04-03T10:00").await;
        assert_eq!(refused(wrong), [(Field::Status, Code::UnknownChoice)]);
        let wrong = "update events set publish_at = 1, publish_local = 'x', publish_zone = 'y', \
                     publish_by = (select id from accounts limit 1)";
        let error = house.change(wrong).await.expect_err("what is announced has no plan");
        assert!(error.as_database_error().is_some_and(|error| error.is_check_violation()));
    }

    async fn an_unlisted_event_is_found_by_its_address_alone(house: House) {
        let event = house.announce(NewEvent::default()).await;
        let organiser = house.member(CLUB, Role::Organiser).await;
        let feed = async |which| {
            house.calendars.feed(&which, Language::English).await.expect("a feed").text.clone()
        };
        house.events.set_listed(&target(&organiser, 1), false).await.expect("taken out");
        let organisation = Some(CLUB.to_owned());
        let search = Search { organisation, ..Search::default() };
        let found = house.events.list(Language::English, &search).await.expect("a list");
        assert_eq!((found.total, listed(&house).await), (0, 0));
        assert!(!feed(Which::All).await.contains("Peace Cup"));
        assert!(feed(Which::Event(CUP.into())).await.contains("Peace Cup"));
        let page = house.events.page(Language::English, CUP, None).await.expect("a page");
        assert!(page.content.unlisted);
        house.register(&event, &["Ada"]).await;
        house.events.set_listed(&target(&organiser, 2), true).await.expect("put back");
        assert_eq!(listed(&house).await, 1);
    }
}
