//! The rows of the list: a table on a wide page, one block for each person on a narrow one.
//!
//! One form holds them all; the button that is pressed says whom it is about.

use domain::events::schedule::When;
use domain::registrations::tags::colour;
use jiff::Timestamp;
use jiff::tz::TimeZone;
use leptos::prelude::*;
use services::events::own::{OwnDate, OwnEvent};
use services::registrations::check_in::Who;
use services::registrations::list::{Listed, PlaceState, Reach};
use services::registrations::tags::Tag;

use super::about::About;
use super::columns::Column;
use crate::accounts::account_page::instant;
use crate::context::{dates, texts};

/// Stands before whom a box chooses: a key that begins with a digit, as some references do, is a
/// number to `serde_qs`.
pub(super) const CHOSEN: &str = "of-";

/// What every row needs to know.
#[derive(Clone)]
pub struct Of {
    /// The address of the list.
    pub list: String,
    /// The dates of the event.
    pub own_dates: Vec<OwnDate>,
    /// What the one who looks may do.
    pub reach: Reach,
    /// Which columns there are.
    pub columns: Vec<Column>,
    /// The tags of the event.
    pub tags: Vec<Tag>,
    /// The heads of the columns of answers.
    pub questions: Vec<String>,
}

impl Of {
    fn when(&self, starts: jiff::civil::DateTime) -> Option<&When> {
        self.own_dates.iter().map(|date| &date.when).find(|when| when.starts == starts)
    }

    /// A time of day where the event is.
    pub fn clock(&self, time: Timestamp) -> String {
        let zone = self.own_dates.first().and_then(|date| TimeZone::get(&date.when.zone).ok());
        dates().time(time.to_zoned_datetime(zone.unwrap_or(TimeZone::UTC)).time())
    }
}

/// The rows, with the buttons of the door.
#[component]
pub fn Rows(
    /// Whom they show.
    listed: Vec<Listed>,
    /// What each of them answered, by the columns of answers.
    answers: Vec<Vec<String>>,
    /// What they need to know.
    of: Of,
    /// The event.
    event: OwnEvent,
    /// The query of this list.
    query: String,
    /// How many there are on all pages.
    total: i64,
) -> impl IntoView {
    let texts = texts();
    let head = |key| {
        view! {
            <th role="columnheader" scope="col">
                {texts.get(key)}
            </th>
        }
    };
    let of_answers = |words: &String| {
        view! {
            <th role="columnheader" scope="col">
                <bdi>{words.clone()}</bdi>
            </th>
        }
    };
    let heads = of.columns.iter().map(|column| match column {
        Column::Answers => of.questions.iter().map(of_answers).collect_view().into_any(),
        column => head(column.label()).into_any(),
    });
    let heads = heads.collect_view();
    let with_chosen = of.reach.change.then(|| view! { <WithChosen total /> });
    let mut answers = answers.into_iter();
    let row = |one| {
        let answers = answers.next().unwrap_or_default();
        view! { <Row one answers of=of.clone() /> }
    };
    view! {
        <form method="post" action="/api/check-in">
            {About::list(&event, query).fields()}
            // First in the form: Enter in one of its boxes presses this, and checks nobody in.
            {with_chosen}
            <table class="attendance" role="table" aria-label=texts.get("attendance-list-label")>
                <thead role="rowgroup">
                    <tr role="row">
                        {head("attendance-name")} {heads} {head("attendance-state")}
                    </tr>
                </thead>
                <tbody role="rowgroup">{listed.into_iter().map(row).collect_view()}</tbody>
            </table>
        </form>
    }
}

/// The buttons for many at once: what is done with them is asked on the next page.
#[component]
fn WithChosen(total: i64) -> impl IntoView {
    let texts = texts();
    let all = texts.with("bulk-choose-all", &[("count", total.into())]);
    view! {
        <p class="actions with-chosen" id="bulk" tabindex="-1">
            <button class="button second" type="submit" formaction="/api/bulk">
                {texts.get("bulk-choose")}
            </button>
            <button
                class="button second"
                type="submit"
                formaction="/api/bulk"
                name="form[all]"
                value="yes"
            >
                {all}
            </button>
        </p>
    }
}

#[component]
fn Row(one: Listed, answers: Vec<String>, of: Of) -> impl IntoView {
    let answer = |(label, words): (&String, &String)| {
        view! {
            <td role="cell" data-label=label.clone() dir="auto">
                {words.clone()}
            </td>
        }
    };
    let cells = of.columns.iter().map(|column| match column {
        Column::Answers => of.questions.iter().zip(&answers).map(answer).collect_view().into_any(),
        column => cell(*column, &one, &of).into_any(),
    });
    let cells = cells.collect_view();
    let class = (one.state == PlaceState::GivenBack).then_some("gone");
    let who = Who { reference: one.reference.clone(), position: one.position };
    let name = one.name.clone();
    let name = if of.reach.change {
        view! {
            <label class="check">
                <input type="checkbox" name=format!("form[chosen][{CHOSEN}{who}]") />
                <bdi>{name}</bdi>
            </label>
        }
        .into_any()
    } else {
        view! { <bdi>{name}</bdi> }.into_any()
    };
    view! {
        <tr role="row" class=class>
            <th role="rowheader" scope="row">
                {name}
            </th>
            {cells}
            <td role="cell" data-label=texts().get("attendance-state")>
                <State one of />
            </td>
        </tr>
    }
}

fn cell(column: Column, one: &Listed, of: &Of) -> impl IntoView + use<> {
    let texts = texts();
    let contact = one.contact.clone();
    let text = |text: Option<String>| view! { <bdi>{text}</bdi> }.into_any();
    let inside = match column {
        Column::Ticket => text(Some(texts.get(&format!("ticket-{}", one.kind.code())))),
        Column::Date => text(of.when(one.date).map(|when| dates().start(when))),
        Column::Contact => text(contact.map(|contact| contact.name)),
        Column::Email => text(contact.map(|contact| contact.email)),
        Column::Language => text(contact.map(|contact| contact.language.native_name().to_owned())),
        Column::Registered => text(contact.map(|contact| instant(contact.registered_at))),
        // Each question has a cell of its own.
        Column::Answers => text(None),
        Column::Position => text(Some((one.position + 1).to_string())),
        Column::Here => text(one.here_since.map(instant)),
        Column::Tags => {
            let set = contact.map(|contact| contact.tags).unwrap_or_default();
            let held = of.tags.iter().filter(|tag| set.holds(tag.position));
            let held: Vec<Tag> = held.cloned().collect();
            view! { <Tags tags=held /> }.into_any()
        }
        Column::Reference => reference(one, of).into_any(),
    };
    view! {
        <td role="cell" data-label=texts.get(column.label())>
            {inside}
        </td>
    }
}

fn reference(one: &Listed, of: &Of) -> AnyView {
    let code = one.reference.to_string();
    if of.reach.whole {
        let href = format!("{}/{code}", of.list);
        view! {
            <a class="reference-small" href=href>
                {code}
            </a>
        }
        .into_any()
    } else {
        view! { <span class="reference-small">{code}</span> }.into_any()
    }
}

/// Tags, each in the colour of its word.
#[component]
pub fn Tags(
    /// Which.
    tags: Vec<Tag>,
) -> impl IntoView {
    let one = |tag: Tag| {
        view! {
            <li class=format!("tag tag-{}", colour(&tag.folded))>
                <bdi>{tag.name}</bdi>
            </li>
        }
    };
    (!tags.is_empty())
        .then(|| view! { <ul class="tag-list">{tags.into_iter().map(one).collect_view()}</ul> })
}

/// Whether they come, whether they are here, and the button that changes it.
#[component]
fn State(one: Listed, of: Of) -> impl IntoView {
    let texts = texts();
    let who = Who { reference: one.reference, position: one.position };
    let words = match (one.state, one.here_since) {
        (PlaceState::GivenBack, _) => texts.get("place-given-back"),
        (PlaceState::Coming, None) => texts.get("place-coming"),
        (PlaceState::Coming, Some(since)) => {
            format!("{} {}", texts.get("attendance-here-since"), of.clock(since))
        }
    };
    let is_here = one.here_since.is_some();
    let button = (of.reach.check_in && one.state == PlaceState::Coming)
        .then(|| view! { <Button who name=one.name is_here /> });
    let class = if is_here { "at-door is-here" } else { "at-door" };
    view! {
        <span class=class>
            <span>{words}</span>
            {button}
        </span>
    }
}

/// The button that says that somebody is here, or is not; inside a form for both.
#[component]
pub fn Button(
    /// Who.
    who: Who,
    /// The name, for those who hear the button.
    name: String,
    /// Whether they are here.
    is_here: bool,
) -> impl IntoView {
    let texts = texts();
    let (key, of) = if is_here {
        ("attendance-check-in-undo", "attendance-check-in-undo-of")
    } else {
        ("attendance-check-in", "attendance-check-in-of")
    };
    let label = texts.plain(of, &[("name", name.into())]);
    let class = if is_here { "button second" } else { "button" };
    view! {
        <button
            class=class
            type="submit"
            name="form[who]"
            value=who.to_string()
            formaction=is_here.then_some("/api/check-in-undo")
            aria-label=label
        >
            {texts.get(key)}
        </button>
    }
}
