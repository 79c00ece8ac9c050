//! Where an event is held, in words: at a place or online, what is there for those who need it, and
//! how one gets there.

use domain::events::venue::Held;
use leptos::prelude::*;
use services::events::EventPage as Event;

use crate::context::{self, language, texts};

/// Where: the place with its address and maps, or that it is online.
#[component]
pub fn Where(event: Event) -> impl IntoView {
    let texts = texts();
    let text = event.content.text(language());
    let own = context::foreign(text.language);
    let (held, address) = (event.content.place.held, event.content.address.clone());
    let place = (held.has_place() || !text.venue.is_empty()).then(|| {
        view! {
            <dd>
                <bdi lang=own>{text.venue.clone()}</bdi>
            </dd>
        }
    });
    let address = held.has_place().then(|| {
        view! {
            <dd class="quiet">
                <bdi>{address}</bdi>
                <Map coordinates=event.content.coordinates />
            </dd>
        }
    });
    let online = held.has_link().then(|| {
        let key = if held == Held::Both { "fact-also-online" } else { "held-online" };
        view! {
            <dd>{texts.get(key)}</dd>
            <dd class="quiet">{texts.get("fact-link-later")}</dd>
        }
    });
    view! {
        <dt>{texts.get("fact-where")}</dt>
        {place}
        {address}
        {online}
    }
}

/// The place on a map, and for whatever program on this device shows the way.
#[component]
fn Map(coordinates: Option<(f64, f64)>) -> impl IntoView {
    let texts = texts();
    coordinates.map(|(latitude, longitude)| {
        let map = format!(
            "https://www.openstreetmap.org/?mlat={latitude:.5}&mlon={longitude:.5}#map=16/{latitude:.5}/{longitude:.5}"
        );
        view! {
            " · "
            <a href=map rel="noopener noreferrer">
                {texts.get("map")}
            </a>
            " · "
            <a href=format!("geo:{latitude:.6},{longitude:.6}")>{texts.get("map-app")}</a>
        }
    })
}

/// What is there for those who need it, what is not, and what is not known; nothing where nothing
/// is said.
#[component]
pub fn Access(event: Event) -> impl IntoView {
    let texts = texts();
    let known = event.content.place.access.clone();
    let of = |wanted: bool| {
        let chosen = known.iter().filter(move |(_, is_there)| *is_there == wanted);
        chosen.map(|(fact, _)| fact.code()).collect::<Vec<_>>()
    };
    let row = |(class, key): (&'static str, String)| {
        view! {
            <li class=class>{texts.get(&key)}</li>
        }
    };
    let there = of(true).into_iter().map(|code| ("there", format!("access-{code}")));
    let not_there = of(false).into_iter().map(|code| ("not-there", format!("no-access-{code}")));
    let rows = there.chain(not_there).map(row).collect_view();
    (!known.is_empty()).then(|| {
        view! {
            <section aria-labelledby="access">
                <h2 id="access">{texts.get("access-title")}</h2>
                <ul class="access">{rows}</ul>
                <p class="quiet">{texts.get("access-ask")}</p>
            </section>
        }
    })
}

/// How one gets there, if it is said.
#[component]
pub fn Directions(event: Event) -> impl IntoView {
    let place = &event.content.place;
    let said = place.held.has_place().then(|| place.directions(language())).flatten();
    said.map(|(language, text)| {
        let own = context::foreign(language);
        let paragraph = |text: &str| view! { <p>{text.trim().to_owned()}</p> };
        let paragraphs = text.split('\n').filter(|text| !text.trim().is_empty());
        view! {
            <section aria-labelledby="directions">
                <h2 id="directions">{texts().get("directions-title")}</h2>
                <div class="prose" dir="auto" lang=own>
                    {paragraphs.map(paragraph).collect_view()}
                </div>
            </section>
        }
    })
}

/// Where, on a ticket, with the way into what is held online. The link is nobody else's: the page
/// behind it does not learn where it was opened from.
#[component]
pub fn OnTicket(
    /// The event.
    event: Event,
    /// The link, for those who have a place.
    link: Option<String>,
) -> impl IntoView {
    let texts = texts();
    let text = event.content.text(language());
    let (own, venue) = (context::foreign(text.language), text.venue.clone());
    let held = event.content.place.held;
    let place = (held.has_place() || !venue.is_empty()).then(|| {
        let address = held.has_place().then(|| event.content.address.clone());
        view! {
            <p>
                <bdi lang=own>{venue}</bdi>
                " "
                <span class="quiet">
                    <bdi>{address}</bdi>
                </span>
            </p>
        }
    });
    let online = held.has_link().then(|| {
        let link = link.map(|link| {
            view! {
                <a class="button second" href=link rel="noopener noreferrer">
                    {texts.get("online-join")}
                </a>
            }
        });
        view! { <p>{texts.get("held-online")} " " {link}</p> }
    });
    view! {
        {place}
        {online}
    }
}
