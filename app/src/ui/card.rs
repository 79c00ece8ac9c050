//! An event in a list: the date first, then what and where.

use domain::events::EventStatus;
use domain::events::schedule::When;
use leptos::prelude::*;
use services::events::{Card, pattern_seed};
use services::pictures::Seen;

use super::motif::Motif;
use super::photo::Photo;
use super::places::Places;
use crate::context::{self, dates, language, services, texts};

/// The instant of a local time, for `<time datetime>` (RFC 3339 with the offset).
#[must_use]
pub fn machine_time(when: &When) -> String {
    if when.all_day {
        return when.starts.date().to_string();
    }
    let offset = services::dates::offset(when).replace("UTC", "").replace('−', "-");
    format!("{}{offset}", when.starts.strftime("%Y-%m-%dT%H:%M"))
}

/// The day's number, large, between its weekday and its month.
#[component]
pub fn BigDate(
    /// When.
    when: When,
) -> impl IntoView {
    let (date, dates) = (when.starts.date(), dates());
    view! {
        <time class="date" datetime=machine_time(&when)>
            <span>{dates.weekday(date)}</span>
            " "
            <b>{date.day()}</b>
            " "
            <span>{dates.month(date)}</span>
        </time>
    }
}

/// Category and discipline.
#[component]
pub fn KindLine(
    /// The code of the category.
    category: &'static str,
    /// The code of the discipline; empty to leave it out.
    #[prop(into)]
    discipline: String,
) -> impl IntoView {
    let texts = texts();
    let discipline = texts.find(&format!("discipline-{discipline}"));
    view! {
        <p class=format!("kind kind-{category}")>
            {texts.get(&format!("category-{category}"))}
            {discipline.map(|discipline| format!(" · {discipline}"))}
        </p>
    }
}

/// An event in the rows of a list.
#[component]
pub fn Row(
    /// The event.
    card: Card,
) -> impl IntoView {
    let (category, state) = (card.category.code(), state(&card));
    view! {
        <article class=format!("row{state}")>
            <BigDate when=card.when.clone() />
            <div class="row-text">
                <CardText card=card.clone() />
            </div>
            <div class="art">
                <Art slug=card.slug picture=card.picture category sizes="20rem" />
            </div>
        </article>
    }
}

/// An event among the next on the first page.
#[component]
pub fn Poster(
    /// The event.
    card: Card,
    /// Whether it is the very next.
    first: bool,
) -> impl IntoView {
    let (category, state) = (card.category.code(), state(&card));
    view! {
        <article class=format!("card{}{state}", if first { " first" } else { "" })>
            <BigDate when=card.when.clone() />
            <Art
                slug=card.slug.clone()
                picture=card.picture.clone()
                category
                sizes="(min-width: 60rem) 48rem, 100vw"
            />
            <div class="card-text">
                <CardText card />
            </div>
        </article>
    }
}

/// The picture of an event, or else its pattern.
#[component]
fn Art(
    slug: String,
    picture: Option<Seen>,
    category: &'static str,
    sizes: &'static str,
) -> impl IntoView {
    match picture {
        Some(seen) => view! { <Photo seen sizes /> }.into_any(),
        None => view! { <Motif seed=pattern_seed(&slug) category /> }.into_any(),
    }
}

#[component]
fn CardText(card: Card) -> impl IntoView {
    let texts = texts();
    let own = context::foreign(card.language);
    let href = format!("/{}/events/{}", language().code(), card.slug);
    let time = match card.when.all_day {
        true => texts.get("all-day"),
        false => dates().time(card.when.starts.time()),
    };
    // Only what is held online has no name of a place.
    let venue = match card.venue.as_str() {
        "" => view! { {texts.get("held-online")} }.into_any(),
        _ => view! { <bdi lang=own>{card.venue}</bdi> }.into_any(),
    };
    let further = (card.further_dates > 0)
        .then(|| texts.with("further-dates", &[("count", card.further_dates.into())]));
    view! {
        <KindLine category=card.category.code() discipline=card.discipline />
        <h3>
            <a href=href lang=own dir="auto">
                {card.title}
            </a>
        </h3>
        <p class="quiet">
            {time} " · " {venue} {further.map(|further| format!(" · {further}"))}
        </p>
        <p>
            <Places admission=card.admission />
        </p>
    }
}

fn state(card: &Card) -> &'static str {
    if card.status == EventStatus::Cancelled {
        " is-cancelled"
    } else if card.when.ends_at <= services().now() {
        " is-past"
    } else {
        ""
    }
}
