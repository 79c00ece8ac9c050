//! The rows of the list: a table on a wide page, one block for each person on a narrow one.
//!
//! One form holds them all; the button that is pressed says whom it is about.

use domain::events::schedule::When;
use jiff::Timestamp;
use jiff::tz::TimeZone;
use leptos::prelude::*;
use services::events::own::{OwnDate, OwnEvent};
use services::registrations::check_in::Who;
use services::registrations::list::{Listed, PlaceState, Reach};

use crate::context::{dates, language, texts};

/// What every row needs to know.
#[derive(Clone)]
pub struct Of {
    /// The address of the list.
    pub list: String,
    /// The dates of the event.
    pub own_dates: Vec<OwnDate>,
    /// What the one who looks may do.
    pub reach: Reach,
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

    fn several(&self) -> bool {
        self.own_dates.len() > 1
    }
}

/// The rows, with the buttons of the door.
#[component]
pub fn Rows(
    /// Whom they show.
    listed: Vec<Listed>,
    /// What they need to know.
    of: Of,
    /// The event.
    event: OwnEvent,
    /// The query of this list.
    query: String,
) -> impl IntoView {
    let texts = texts();
    let head = |key| {
        view! {
            <th role="columnheader" scope="col">
                {texts.get(key)}
            </th>
        }
    };
    let date = of.several().then(|| head("attendance-date"));
    let contact = of.reach.whole.then(|| head("attendance-contact"));
    let row = |one| view! { <Row one of=of.clone() /> };
    view! {
        <form method="post" action="/api/check-in">
            <input type="hidden" name="form[language]" value=language().code() />
            <input type="hidden" name="form[organisation]" value=event.organisation.slug />
            <input type="hidden" name="form[event]" value=event.slug />
            <input type="hidden" name="form[query]" value=query />
            <table class="attendance" role="table" aria-label=texts.get("attendance-list-label")>
                <thead role="rowgroup">
                    <tr role="row">
                        {head("attendance-name")} {head("attendance-ticket")} {date} {contact}
                        {head("attendance-reference")} {head("attendance-state")}
                    </tr>
                </thead>
                <tbody role="rowgroup">{listed.into_iter().map(row).collect_view()}</tbody>
            </table>
        </form>
    }
}

#[component]
fn Row(one: Listed, of: Of) -> impl IntoView {
    let texts = texts();
    let kind = texts.get(&format!("ticket-{}", one.kind.code()));
    let date = of.several().then(|| {
        let date = of.when(one.date).map(|when| dates().start(when));
        view! {
            <td role="cell" data-label=texts.get("attendance-date")>
                {date}
            </td>
        }
    });
    let contact = one.contact.clone().map(|contact| {
        view! {
            <td role="cell" data-label=texts.get("attendance-contact")>
                <bdi>{contact.name}</bdi>
                <br />
                <bdi class="quiet small">{contact.email}</bdi>
            </td>
        }
    });
    let code = one.reference.to_string();
    let code = if of.reach.whole {
        let href = format!("{}/{code}", of.list);
        view! {
            <a class="reference-small" href=href>
                {code}
            </a>
        }
        .into_any()
    } else {
        view! { <span class="reference-small">{code}</span> }.into_any()
    };
    let class = (one.state == PlaceState::GivenBack).then_some("gone");
    view! {
        <tr role="row" class=class>
            <th role="rowheader" scope="row">
                <bdi>{one.name.clone()}</bdi>
            </th>
            <td role="cell" data-label=texts.get("attendance-ticket")>
                {kind}
            </td>
            {date}
            {contact}
            <td role="cell" data-label=texts.get("attendance-reference")>
                {code}
            </td>
            <td role="cell" data-label=texts.get("attendance-state")>
                <State one of />
            </td>
        </tr>
    }
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
