//! In words: from when until when one can register, and until when places can be given back.

use domain::events::rules::{Returns, Window};
use domain::events::schedule::When;
use leptos::prelude::*;
use services::dates::Dates;
use services::events::{EventPage as Event, Occurrence};
use services::organisations::OrganisationName;
use services::texts::Texts;

use crate::context::{dates, services, texts};

/// An instant on the clock of the date, inside a sentence.
fn at(key: &str, moment: jiff::Timestamp, when: &When) -> String {
    texts().with(key, &[("moment", dates().moment(moment, &when.zone).into())])
}

/// That it costs nothing, and until when one can register; before it opens, from when.
#[must_use]
pub fn registration(date: &Occurrence) -> String {
    let (admission, now) = (&date.admission, services().now());
    match admission.window.opens_at {
        Some(opens_at) if opens_at > now => at("fact-free-from", opens_at, &date.when),
        _ if admission.closes_at() < admission.starts_at => {
            at("fact-free-until", admission.closes_at(), &date.when)
        }
        _ => texts().get("fact-free"),
    }
}

/// Until when participants give places of this date back by themselves.
#[must_use]
pub fn giving_back(returns: Returns, when: &When) -> String {
    match returns {
        Returns::Never => texts().get("returns-never"),
        Returns::Hours(0) => texts().get("returns-start"),
        Returns::Hours(_) => {
            let end = returns.end(when.starts_at).unwrap_or(when.starts_at);
            at("returns-until", end, when)
        }
    }
}

/// That registration is not open yet, and when it opens.
#[must_use]
pub fn not_yet_open(date: &Occurrence) -> String {
    let opens_at = date.admission.window.opens_at.unwrap_or(date.when.starts_at);
    at("notice-not-yet-open", opens_at, &date.when)
}

/// That registration closed, and when.
#[must_use]
pub fn closed(date: &Occurrence) -> String {
    at("notice-closed", date.admission.closes_at(), &date.when)
}

/// What a way to come says in the place of its number, where it is not open now.
#[must_use]
pub fn ticket_closed(
    window: &Window,
    when: &When,
    now: jiff::Timestamp,
    texts: Texts,
) -> Option<String> {
    window.open(when.starts_at, now).err()?;
    Some(match window.opens_at {
        Some(opens_at) if opens_at > now => {
            let moment = Dates::of(texts.0).moment(opens_at, &when.zone);
            texts.with("ticket-opens", &[("moment", moment.into())])
        }
        _ => texts.get("places-past"),
    })
}

/// Why places cannot be given back here, and whom to write to.
#[component]
pub fn AskThem(
    /// The event and its date.
    event: Event,
) -> impl IntoView {
    let texts = texts();
    let OrganisationName { name, email, .. } = event.organisation.clone();
    let why = match event.content.returns {
        Returns::Never => texts.get("returns-never"),
        returns => {
            let when = &event.date().when;
            at("returns-over", returns.end(when.starts_at).unwrap_or(when.starts_at), when)
        }
    };
    let link = (!email.is_empty()).then(|| {
        view! {
            <p>
                <a href=format!("mailto:{email}")>
                    {texts.with("returns-write", &[("organisation", name.into())])}
                </a>
            </p>
        }
    });
    view! {
        <section class="section" aria-labelledby="all">
            <h2 id="all">{texts.get("give-back-all-title")}</h2>
            <p>{why}</p>
            {link}
        </section>
    }
}
