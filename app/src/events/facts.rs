//! The four facts of an event: when, where, for whom, is there a place.

use leptos::prelude::*;
use services::events::{EventPage as Event, Occurrence, Ticket};

use super::place::Where;
use super::rules;
use crate::context::{ShownIn, dates, services, texts};
use crate::ui::card::machine_time;
use crate::ui::places::{Places, ticket_words};

/// When, where, for whom, places.
#[component]
pub fn Facts(event: Event) -> impl IntoView {
    let texts = texts();
    let date = event.dates[event.chosen].clone();
    let spoken = event.content.spoken.iter();
    let spoken: Vec<String> =
        spoken.filter_map(|code| texts.find(&format!("spoken-{code}"))).collect();
    let spoken = (!spoken.is_empty()).then(|| {
        let spoken = spoken.join(&texts.get("list-separator"));
        view! {
            <div>
                <dt>{texts.get("fact-language")}</dt>
                <dd>{spoken}</dd>
            </div>
        }
    });
    let registration = rules::registration(&date);
    let giving_back = rules::giving_back(event.content.returns, &date.when);
    view! {
        <dl class="facts">
            <div>
                <dt>{texts.get("fact-when")}</dt>
                <dd>
                    <time datetime=machine_time(&date.when)>{dates().span(&date.when)}</time>
                </dd>
                <dd class="quiet">{dates().zone_with_offset(&date.when)}</dd>
            </div>
            <div>
                <Where event=event.clone() />
            </div>
            {spoken}
            <div>
                <dt>{texts.get("fact-places")}</dt>
                <dd>
                    <Places admission=date.admission />
                </dd>
                <dd class="quiet">{registration}</dd>
                <dd class="quiet">{giving_back}</dd>
            </div>
        </dl>
    }
}

/// The dates to choose from, where there are several.
#[component]
pub fn Dates(event: Event) -> impl IntoView {
    let now = services().now();
    // A preview stays in the language that it is in.
    let preview = use_context::<ShownIn>().map(|ShownIn(language)| language.code());
    let preview = preview.map(|code| format!("&language={code}")).unwrap_or_default();
    let shown = event.dates.iter().enumerate();
    let shown: Vec<(bool, Occurrence)> = shown
        .filter(|(index, date)| *index == event.chosen || date.when.ends_at > now)
        .map(|(index, date)| (index == event.chosen, date.clone()))
        .collect();
    let choice = |(chosen, date): (bool, Occurrence)| {
        let starts = date.when.starts;
        view! {
            <li>
                <a href=format!("?date={starts}{preview}") aria-current=chosen.then_some("true")>
                    <b>{starts.date().day()}</b>
                    <span>
                        <time datetime=machine_time(&date.when)>
                            {dates().start(&date.when)}
                        </time>
                    </span>
                    <Places admission=date.admission />
                </a>
            </li>
        }
    };
    (shown.len() > 1).then(|| {
        view! {
            <section aria-labelledby="dates">
                <h2 id="dates">{texts().get("dates-title")}</h2>
                <ul class="choices">{shown.into_iter().map(choice).collect_view()}</ul>
            </section>
        }
    })
}

/// In which capacities one can come, with the places of each that has its own.
#[component]
pub fn Tickets(event: Event) -> impl IntoView {
    let texts = texts();
    let (when, now) = (event.date().when.clone(), services().now());
    let admission = event.date().admission;
    let row = move |ticket: &Ticket| {
        let closed = rules::ticket_closed(&ticket.window, &when, now, texts);
        let left = ticket.left.map(|left| ticket_words(left, &admission, texts));
        let places = closed.map(|words| ("past", words)).or(left).map(|(class, words)| {
            view! { <span class=format!("places {class}")>{words}</span> }
        });
        view! {
            <li>
                <b>{texts.get(&format!("ticket-{}", ticket.kind.code()))}</b>
                {places}
                <span class="quiet">{texts.get(&format!("ticket-{}-note", ticket.kind.code()))}</span>
            </li>
        }
    };
    view! {
        <section aria-labelledby="tickets">
            <h2 id="tickets">{texts.get("tickets-title")}</h2>
            <ul class="tickets">{event.tickets.iter().map(row).collect_view()}</ul>
        </section>
    }
}
