//! Adding by hand: the rules of the form, the guard of the places, and a mail only if it is wanted.

use domain::invalid::{Code, Field};
use domain::language::Language;
use domain::organisations::Role;
use domain::registrations::{AttendeeDraft, Draft};
use jiff::SignedDuration;
use services::Error;
use services::registrations::by_hand::ByHand;
use services::registrations::list::Filter;
use uuid::Uuid;

use super::{CLUB, names, own};
use crate::support::{Event, House, NewEvent, refused};

fn by_hand(event: &Event, names: &[&str]) -> ByHand {
    let attendee =
        |name: &&str| AttendeeDraft { name: (*name).into(), ticket: "participant".into() };
    ByHand {
        date: Some(event.date),
        key: Uuid::new_v4(),
        language: Some(Language::Arabic),
        mail: false,
        draft: Draft {
            contact_name: "Omar".into(),
            contact_email: "omar@example.org".into(),
            attendees: names.iter().map(attendee).collect(),
        },
    }
}

both! {
    async fn people_are_added_once_within_the_places_until_the_date_ends(house: House) {
        let event = house.announce(NewEvent::with_places(3)).await;
        let me = house.member(CLUB, Role::Organiser).await;
        let own = own(&house, &me, &event).await;
        let add = async |form: &ByHand| house.registrations.add_by_hand(&me, &own, form.clone()).await;
        let first = by_hand(&event, &["Ada", "Grace"]);
        let reference = add(&first).await.expect("added");
        assert_eq!(add(&first).await.expect("the same"), reference);
        let other = ByHand { key: first.key, ..by_hand(&event, &["Mary"]) };
        assert_eq!(refused(add(&other).await), [(Field::Form, Code::Reused)]);
        assert_eq!(refused(add(&by_hand(&event, &["Mary", "Rosa"])).await), [(Field::AddedDate, Code::Full)]);
        assert_eq!(refused(add(&by_hand(&event, &[""])).await), [(Field::AttendeeName(0), Code::Required)]);
        assert_eq!(house.rows().await[3], 0, "no mail was asked for");
        assert_eq!(house.texts("select source from registrations").await, ["hand"]);
        assert_eq!(house.texts("select action from audit").await, ["add"]);

        house.clock.set("2027-05-05T18:30:00Z");
        let late = ByHand { mail: true, ..by_hand(&event, &["Late"]) };
        add(&late).await.expect("while it lasts");
        assert_eq!(house.rows().await[3], 1);
        assert_eq!(names(&house, &me, &own, Filter::default()).await, "Ada Grace Late");
        house.assert_whole().await;
        house.clock.advance(SignedDuration::from_hours(6));
        assert_eq!(refused(add(&by_hand(&event, &["Over"])).await), [(Field::AddedDate, Code::Past)]);

        let viewer = house.member(CLUB, Role::Viewer).await;
        let result = house.registrations.add_by_hand(&viewer, &own, by_hand(&event, &["No"])).await;
        assert!(matches!(result, Err(Error::Forbidden)), "{result:?}");
    }
}
