//! The states of registrations: addresses that have to be confirmed, the word of an organiser, the
//! waitlist. Whatever happens in whatever order is in `model`, what happens at once in `together`.

mod address;
mod approval;
#[cfg(not(feature = "test-no-guard"))]
mod model;
#[cfg(not(feature = "test-no-guard"))]
mod together;
mod waiting;

use domain::accounts::{Action, Actor};
use domain::language::Language;
use domain::organisations::Role;
use domain::registrations::RegistrationStatus;
use services::events::own::OwnEvent;
use services::secrets::{AddressCode, ManageToken};

use crate::support::{Event, House, NewEvent};

/// Who holds every event of these tests.
const CLUB: &str = "peace-club";

/// An event with so many places whose organisers chose this, in the words of SQL.
async fn chosen(house: &House, places: i64, choices: &str) -> Event {
    let event = house.announce(NewEvent::with_places(places)).await;
    house.change(&format!("update events set {choices}")).await.expect(choices);
    event
}

/// An owner, and the event as they see it.
async fn owner(house: &House, event: &Event) -> (Actor, OwnEvent) {
    let owner = house.member(CLUB, Role::Owner).await;
    let action = Action::ChangeRegistrations;
    let own = house.events.own(&owner, CLUB, &event.slug, action, Language::English).await;
    (owner, own.expect("an event of one's own"))
}

async fn status(house: &House, token: &ManageToken) -> RegistrationStatus {
    house.registrations.find(token).await.expect("a registration").status
}

async fn reference(house: &House, token: &ManageToken) -> String {
    house.registrations.find(token).await.expect("a registration").reference.to_string()
}

/// The kinds of all mails, in the order in which they were queued.
async fn kinds(house: &House) -> Vec<String> {
    house.texts("select kind from outbox order by created_at, id").await
}

/// Sends every mail: the text of each.
async fn read_all(house: &House) -> Vec<String> {
    let mut texts = Vec::new();
    while let Some(claimed) = house.mail.claim().await.expect("an answer") {
        let message = house.mail.compose(&claimed).await.expect("a mail");
        texts.push(format!("{}\n{}", message.subject, message.text));
        house.mail.sent(&claimed).await.expect("sent");
    }
    texts
}

/// The code of the last of these mails.
fn code(mails: &[String]) -> AddressCode {
    let text = mails.last().expect("a mail");
    let (_, after) = text.split_once("?confirm=").expect("a link with a code");
    AddressCode::parse(&after[..43]).expect("a code")
}
