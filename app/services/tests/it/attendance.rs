//! Who comes: the list, the door, one registration, files.

mod access;
mod check_in;
mod files;
mod list;
mod one;
mod roll;

use std::collections::BTreeSet;

use domain::accounts::{Action, Actor};
use domain::language::Language;
use services::events::own::OwnEvent;
use services::registrations::check_in::Who;
use services::registrations::list::{Attendance, Filter, Listed};

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

fn searching(words: &str) -> Filter {
    Filter { words: words.into(), ..Filter::default() }
}

fn names(attendance: &Attendance) -> Vec<&str> {
    attendance.listed.iter().map(|listed| listed.name.as_str()).collect()
}

fn who(listed: &Listed) -> Who {
    Who { reference: listed.reference.clone(), position: listed.position }
}

/// The code and place of the attendee of this name.
async fn named(house: &House, actor: &Actor, event: &OwnEvent, name: &str) -> Who {
    let found = list(house, actor, event, &searching(name)).await;
    let found: BTreeSet<_> = found.listed.iter().map(|listed| who(listed).to_string()).collect();
    assert_eq!(found.len(), 1, "{name} is not one: {found:?}");
    Who::parse(found.first().expect("one")).expect("what was written is read")
}
