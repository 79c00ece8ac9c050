//! Working with many registrations: tags, filters, what is done to many at once.

mod bulk;
mod by_hand;
mod import;
mod tags;

use domain::accounts::{Action, Actor};
use domain::language::Language;
use services::events::own::OwnEvent;
use services::registrations::check_in::Who;
use services::registrations::list::{Attendance, Filter};

use crate::support::{Event, House};

const CLUB: &str = "peace-club";

/// The event, as this member of its organisation sees it.
async fn own(house: &House, actor: &Actor, event: &Event) -> OwnEvent {
    let action = Action::SeeNames;
    let own = house.events.own(actor, CLUB, &event.slug, action, Language::English).await;
    own.expect("an event of one's own")
}

async fn list(house: &House, actor: &Actor, event: &OwnEvent, filter: &Filter) -> Attendance {
    house.registrations.attendance(actor, event, filter, 1).await.expect("a list")
}

/// The names of those whom a filter lets pass, in their order.
async fn names(house: &House, actor: &Actor, event: &OwnEvent, filter: Filter) -> String {
    let found = list(house, actor, event, &filter).await;
    let names: Vec<&str> = found.listed.iter().map(|listed| listed.name.as_str()).collect();
    assert_eq!(i64::try_from(names.len()), Ok(found.total.min(50)));
    names.join(" ")
}

/// The attendee of this name.
async fn who(house: &House, actor: &Actor, event: &OwnEvent, name: &str) -> Who {
    let filter = Filter { words: name.into(), ..Filter::default() };
    let found = list(house, actor, event, &filter).await;
    let [one] = &found.listed[..] else { panic!("{name} is not one: {found:?}") };
    Who { reference: one.reference.clone(), position: one.position }
}
