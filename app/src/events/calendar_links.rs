//! How to take events into one's own calendar.

use leptos::prelude::*;

use crate::context::{language, services, texts};

/// Links to a feed: followed by a calendar program, or copied as an address.
#[component]
pub fn CalendarLinks(
    /// The feed, below `/calendars/`.
    path: String,
    /// The key of the heading.
    heading: &'static str,
    /// Another file to take once, below `/calendars/`.
    #[prop(optional)]
    download: Option<String>,
    /// Whether it stands apart from what is before it.
    #[prop(optional)]
    section: bool,
) -> impl IntoView {
    let (texts, code) = (texts(), language().code());
    let base = services().base_url().to_owned();
    let address = format!("{base}/calendars/{path}?lang={code}");
    let webcal = address.replacen("https://", "webcal://", 1).replacen("http://", "webcal://", 1);
    let download = download.map(|path| {
        view! {
            <li>
                <a href=format!("/calendars/{path}?lang={code}")>{texts.get("calendar-download")}</a>
            </li>
        }
    });
    view! {
        <section class=if section { "calendar section" } else { "calendar" } aria-labelledby="calendar">
            <h2 id="calendar">{texts.get(heading)}</h2>
            <ul>
                {download}
                <li>
                    <a href=webcal>{texts.get("calendar-follow")}</a>
                </li>
                <li>
                    <a href=address>{texts.get("calendar-address")}</a>
                </li>
            </ul>
            <p class="quiet">{texts.get("calendar-note")}</p>
        </section>
    }
}
