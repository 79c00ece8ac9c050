//! The numbers of one's own event: how registrations came in, who comes, who came.

use domain::accounts::Action;
use jiff::civil::DateTime;
use leptos::prelude::*;
use services::accounts::SignedIn;
use services::events::arrivals::{Arrivals, Door};
use services::events::numbers::Numbers;
use services::events::own::{OwnDate, OwnEvent};

use super::arrivals::ArrivalsSection;
use super::numbers::{Came, Compared, OverTime, Shares};
use crate::context::{self, language, services, texts};
use crate::ui::page::when_ready;
use crate::ui::workspace::{Place, Workspace};

/// Who came to which date, and whether they still come.
struct AtDoor {
    door: Door,
    arrivals: Arrivals,
    open: bool,
}

/// The numbers of one's own event.
#[component]
pub fn NumbersPage() -> impl IntoView {
    let (services, session, language) = (services(), context::session(), language());
    let (organisation, slug) = (context::param("organisation"), context::param("slug"));
    let asked: Option<DateTime> = context::query("date").parse().ok();
    when_ready(async move {
        let me = services.accounts.signed_in(session.as_ref()).await?;
        let (events, action) = (&services.events, Action::SeeEvents);
        let event = events.own(&me.actor, &organisation, &slug, action, language).await?;
        let own_dates = events.own_dates(&event).await?;
        let now = services.now();
        let at_door = match Door::of(&event, &own_dates, asked, now) {
            Some(door) => {
                let arrivals = events.arrivals(&door).await?;
                let open = door.is_open(now);
                Some(AtDoor { door, arrivals, open })
            }
            None => None,
        };
        let numbers = events.numbers(&event, &own_dates).await?;
        Ok(view! { <Shown me event own_dates numbers at_door /> })
    })
}

#[component]
fn Shown(
    me: SignedIn,
    event: OwnEvent,
    own_dates: Vec<OwnDate>,
    numbers: Numbers,
    at_door: Option<AtDoor>,
) -> impl IntoView {
    let texts = texts();
    let own = context::foreign(event.language);
    let title = event.title.clone();
    let (days, places) = (numbers.days.clone(), numbers.places);
    // Before the first people can arrive there is nothing to see at the door.
    let is_told = |at_door: &AtDoor| at_door.open || at_door.arrivals.here > 0;
    let arrivals = at_door.filter(is_told).map(|AtDoor { door, arrivals, open }| {
        view! { <ArrivalsSection door arrivals own_dates open /> }
    });
    let shares = (!days.is_empty()).then(|| {
        let (tickets, languages) = (numbers.tickets.clone(), numbers.languages.clone());
        view! {
            <section class="section" aria-labelledby="shares">
                <h2 id="shares">{texts.get("numbers-who")}</h2>
                <Shares tickets languages />
            </section>
        }
    });
    let of_dates = numbers.dates.clone();
    view! {
        <Workspace place=Place::event(me.actor, event) title title_language=own>
            {arrivals}
            <section class="section" aria-labelledby="numbers">
                <h2 id="numbers">{texts.get("numbers-title")}</h2>
                <OverTime days places />
            </section>
            {shares}
            <Came numbers />
            <Compared of_dates />
        </Workspace>
    }
}
