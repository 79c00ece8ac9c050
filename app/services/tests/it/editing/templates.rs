//! What new events begin with.

use domain::accounts::{Action, Actor};
use domain::events::EventStatus;
use domain::events::drafts::{PlanDraft, RulesDraft, StartDraft, WindowDraft};
use domain::events::venue::Held;
use domain::invalid::{Code, Field};
use domain::language::Language;
use domain::organisations::Role;
use services::events::editing::Written;
use services::events::own::Which;

use super::{CLUB, CUP, LINK, place, target, version};
use crate::support::{House, NewEvent, refused};

async fn slugs(house: &House, actor: &Actor, which: Which) -> Vec<String> {
    let language = Language::English;
    let own = house.organisations.own_one(actor, CLUB, Action::SeeEvents, language).await;
    let own = own.expect("an organisation");
    let list = house.events.own_list(actor, &own, which, 1, language).await.expect("a list");
    list.cards.into_iter().map(|card| card.slug).collect()
}

/// What an event that begins with the template has.
async fn begun(house: &House, actor: &Actor, carry: &[&str]) -> Written {
    let draft = StartDraft {
        title: "Next Cup".into(),
        language: "en".into(),
        discipline: "sports/football".into(),
        from: CUP.into(),
        carry: carry.iter().map(|part| ((*part).into(), "on".into())).collect(),
    };
    let slug = house.events.start(actor, CLUB, &draft).await.expect("an event");
    let edited = house.events.edited(actor, CLUB, &slug, Language::English).await;
    edited.expect("an event").written
}

both! {
    async fn a_template_is_no_event_and_stands_where_one_begins(house: House) {
        house.announce(NewEvent { status: "draft", ..NewEvent::default() }).await;
        let organiser = house.member(CLUB, Role::Organiser).await;
        house.events.set_template(&target(&organiser, 1), true).await.expect("kept");
        assert_eq!(slugs(&house, &organiser, Which::Templates).await, [CUP]);
        for which in Which::ALL {
            assert_eq!(slugs(&house, &organiser, which).await, [""; 0]);
        }
        house.announce(NewEvent::titled("spring-cup", "Spring Cup")).await;
        let club = house.organisations.own_one(&organiser, CLUB, Action::EditEvents, Language::English).await;
        let earlier = house.events.earlier_ones(&organiser, &club.expect("one's own"), Language::English).await;
        let earlier = earlier.expect("what another can begin with");
        assert_eq!(earlier.templates, [(CUP.into(), "Peace Cup".into())]);
        assert_eq!(earlier.events, [("spring-cup".into(), "Spring Cup".into())]);
        let now = target(&organiser, 2);
        let wrong = house.events.set_status(&now, EventStatus::Published).await;
        assert_eq!(refused(wrong), [(Field::Status, Code::UnknownChoice)]);
        let plan = PlanDraft { at: "2027-04-01T10:00".into() };
        let wrong = house.events.plan(&now, &plan).await;
        assert_eq!(refused(wrong), [(Field::Status, Code::UnknownChoice)]);
        let error = house.change("update events set status = 'published'").await;
        let error = error.expect_err("the database itself refuses");
        assert!(error.as_database_error().is_some_and(|error| error.is_check_violation()));
        house.events.set_template(&now, false).await.expect("a draft again");
        assert_eq!(slugs(&house, &organiser, Which::Drafts).await, [CUP]);
        house.events.set_status(&target(&organiser, 3), EventStatus::Published).await.expect("ok");
        let wrong = house.events.set_template(&target(&organiser, 4), true).await;
        assert_eq!(refused(wrong), [(Field::Status, Code::UnknownChoice)]);
    }

    async fn what_is_chosen_is_carried_over_and_nothing_else(house: House) {
        let texts = vec![("en", "Peace Cup".into()), ("fr", "Coupe de la paix".into())];
        house.announce(NewEvent { status: "draft", texts, ..NewEvent::default() }).await;
        let organiser = house.member(CLUB, Role::Organiser).await;
        let events = &house.events;
        events.write_place(&target(&organiser, 1), &place("both", LINK)).await.expect("saved");
        let rules = RulesDraft {
            window: WindowDraft { opens: "2027-04-01T10:00".into(), closes: String::new() },
            zone: "Africa/Casablanca".into(),
            closes_hours: "24".into(),
            returns_never: "on".into(),
            ..RulesDraft::default()
        };
        events.write_rules(&target(&organiser, 2), &rules).await.expect("saved");

        let nothing = begun(&house, &organiser, &[]).await;
        assert_eq!((nothing.texts.len(), nothing.address.as_str()), (1, ""));
        assert_eq!((nothing.texts[0].summary.as_str(), nothing.texts[0].venue.as_str()), ("", ""));
        assert_eq!((nothing.spoken.len(), nothing.tickets.len(), nothing.dates.len()), (0, 0, 0));
        assert_eq!((nothing.place.held, nothing.rules.returns_hours), (Held::Place, Some(0)));

        let texts = begun(&house, &organiser, &["texts"]).await;
        let french = texts.text(Language::French).expect("a text");
        assert_eq!((french.title.as_str(), french.venue.as_str()), ("Coupe de la paix", ""));

        let place = begun(&house, &organiser, &["place"]).await;
        assert_eq!((place.texts.len(), place.texts[0].venue.as_str()), (1, "Peace Hall"));
        assert_eq!((place.place.held, place.place.link.as_str()), (Held::Both, LINK));
        assert_eq!(place.address, "Old Port, Casablanca");

        let rules = begun(&house, &organiser, &["rules", "facts"]).await;
        assert_eq!((rules.rules.closes_hours, rules.rules.returns_hours), (Some(24), None));
        assert_eq!(rules.rules.window.opens, None, "times are dates");
        assert_eq!(rules.spoken.len(), 2);
        assert!(version(&house, &organiser).await == 3, "the template is as it was");
    }
}
