//! Who may do what with registrations: foreign and missing look alike.

use domain::accounts::Actor;
use domain::language::Language;
use domain::organisations::Role;
use services::Error;
use services::events::own::OwnEvent;
use services::registrations::GiveBack;
use services::registrations::check_in::Who;
use services::registrations::list::Filter;

use super::{CLUB, named, own};
use crate::support::{House, NewEvent};

/// Each use case with the letters of those who may: owner, organiser (r), door staff, viewer.
const MATRIX: [(&str, &str); 10] = [
    ("attendance", "ordv"),
    ("door list", "ordv"),
    ("person", "ordv"),
    ("check-in", "ord"),
    ("check-in-undo", "ord"),
    ("own", "orv"),
    ("note", "or"),
    ("send again", "or"),
    ("export", "or"),
    ("give back", "or"),
];

async fn act(
    house: &House,
    what: &str,
    actor: &Actor,
    event: &OwnEvent,
    who: &Who,
) -> Result<(), Error> {
    let (registrations, reference) = (&house.registrations, who.reference.as_str());
    let (filter, english) = (Filter::default(), Language::English);
    match what {
        "attendance" => registrations.attendance(actor, event, &filter, 1).await.map(drop),
        "door list" => registrations.door_list(actor, event, None, english).await.map(drop),
        "person" => registrations.person(actor, event, who).await.map(drop),
        "check-in" => registrations.check_in(actor, event, who).await.map(drop),
        "check-in-undo" => registrations.undo_check_in(actor, event, who).await,
        "own" => registrations.own(actor, event, reference).await.map(drop),
        "note" => registrations.add_note(actor, event, reference, "text").await,
        "send again" => registrations.send_again(actor, event, reference).await,
        "export" => registrations.export(actor, event, &filter, english).await.map(drop),
        "give back" => registrations.give_back_for(actor, event, reference, GiveBack::All).await,
        other => panic!("{other} is not in the table"),
    }
}

both! {
    async fn each_role_does_what_the_table_says_and_others_find_nothing(house: House) {
        let event = house.announce(NewEvent::default()).await;
        house.register(&event, &["Ada"]).await;
        let owner = house.member(CLUB, Role::Owner).await;
        let foreign = house.member("other-club", Role::Owner).await;
        let own = own(&house, &owner, &event).await;
        let ada = named(&house, &owner, &own, "ada").await;
        let roles = [(Role::Owner, 'o'), (Role::Organiser, 'r'), (Role::DoorStaff, 'd'), (Role::Viewer, 'v')];
        for (what, allowed) in MATRIX {
            let result = act(&house, what, &foreign, &own, &ada).await;
            assert!(matches!(result, Err(Error::NotFound)), "{what}: {result:?}");
            for (role, letter) in roles {
                let member = house.member(CLUB, role).await;
                let result = act(&house, what, &member, &own, &ada).await;
                let refused = matches!(result, Err(Error::Forbidden | Error::NotFound));
                assert_eq!(refused, !allowed.contains(letter), "{what} {role:?}: {result:?}");
            }
        }
    }

    async fn a_registration_of_another_event_is_not_there(house: House) {
        let event = house.announce(NewEvent::default()).await;
        house.register(&event, &["Ada"]).await;
        let other = house.announce(NewEvent::titled("other-cup", "Other Cup")).await;
        let foreign = NewEvent { organisation: "other-club", ..NewEvent::titled("foreign-cup", "Foreign Cup") };
        let foreign = house.announce(foreign).await;
        house.register(&foreign, &["Grace"]).await;
        let owner = house.member(CLUB, Role::Owner).await;
        let stranger = house.member("other-club", Role::Owner).await;
        let (first, second) = (own(&house, &owner, &event).await, own(&house, &owner, &other).await);
        let ada = named(&house, &owner, &first, "ada").await;
        let action = domain::accounts::Action::SeeNames;
        let theirs = house.events.own(&stranger, "other-club", &foreign.slug, action, Language::English).await.expect("theirs");
        let grace = named(&house, &stranger, &theirs, "grace").await;
        let missing = Who::parse("00000-00000.0").expect("the form of a code");
        let of_one = ["person", "check-in", "check-in-undo", "own", "note", "send again", "give back"];
        for what in of_one {
            for (event, who) in [(&second, &ada), (&first, &grace), (&first, &missing)] {
                let result = act(&house, what, &owner, event, who).await;
                assert!(matches!(result, Err(Error::NotFound)), "{what}: {result:?}");
            }
        }
        assert_eq!(house.number("select count(*) from attendees where checked_in_at is not null or cancelled_at is not null").await, 0);
        let result = house.events.own(&owner, "other-club", &foreign.slug, action, Language::English).await;
        assert!(matches!(result, Err(Error::NotFound)));
    }
}
