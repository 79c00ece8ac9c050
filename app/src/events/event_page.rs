//! One event: what, when, where, for whom, and the form to register, in place.

use axum::http::header;
use domain::events::EventStatus;
use domain::invalid::Code;
use leptos::prelude::*;
use leptos_meta::Meta;
use services::events::EventPage as Event;
use services::events::pattern_seed;

use super::calendar_links::CalendarLinks;
use super::facts::{Dates, Facts, Tickets};
use super::place::{Access, Directions};
use super::rules;
use crate::context::{self, dates, language, services, texts};
use crate::registrations::form::Form;
use crate::registrations::form_page::{self, FormSection};
use crate::ui::card::{BigDate, KindLine, machine_time};
use crate::ui::head::{Alternates, PageDescription, PageTitle};
use crate::ui::motif::Motif;
use crate::ui::page::{Frame, when_ready};
use crate::ui::places::Places;

/// One event. `?date=` picks one of its dates by its local beginning.
#[component]
pub fn EventPage() -> impl IntoView {
    let (services, language) = (services(), language());
    let slug = context::param("slug");
    let date = context::query("date").parse().ok();
    let asked = form_page::asked();
    when_ready(async move {
        let event = services.events.page(language, &slug, date).await?;
        let form = form_page::form(&services, &event, language, asked).await;
        Ok(view! { <Shown event form /> })
    })
}

#[component]
fn Shown(event: Event, form: Form) -> impl IntoView {
    let text = event.content.text(language());
    let admission = event.date().admission;
    let open = admission.open(services().now());
    let class = match open {
        Err(Code::Cancelled) => "event is-cancelled",
        Err(Code::Past) => "event is-past",
        _ => "event",
    };
    // Who just learnt that others were faster still sees what they typed.
    let shows_form = open.is_ok() || (open == Err(Code::Full) && !form.invalid.is_empty());
    let (title, summary) = (text.title.clone(), text.summary.clone());
    let slug = event.content.slug.clone();
    let heading = if form.invalid.is_empty() {
        title.clone()
    } else {
        texts().plain("title-with-mistakes", &[("title", title.as_str().into())])
    };
    // The form holds a key of its own; what someone typed is not for any cache.
    let keep = if form.returned { "no-store" } else { "private, no-cache" };
    context::set_header(header::CACHE_CONTROL, keep);
    let feed = format!("events/{slug}.ics");
    let download = format!("events/{slug}/download.ics");
    let notice = notice(&event, open.err());
    view! {
        <PageTitle text=heading />
        <PageDescription text=summary />
        <Alternates />
        {event.content.unlisted.then(|| view! { <Meta name="robots" content="noindex" /> })}
        <Frame>
            <article class=class>
                <Head event=event.clone() />
                <div class="event-body">
                    <div class="story">
                        {notice} <Facts event=event.clone() /> <Dates event=event.clone() />
                        <Description event=event.clone() /> <Tickets event=event.clone() />
                        <Access event=event.clone() /> <Directions event=event.clone() />
                        <CalendarLinks path=feed heading="calendar-title" download />
                        {open.is_ok().then(|| view! { <Reach event=event.clone() /> })}
                    </div>
                    {shows_form.then(|| view! { <FormSection form /> })}
                </div>
            </article>
        </Frame>
    }
}

#[component]
fn Head(event: Event) -> impl IntoView {
    let text = event.content.text(language());
    let own = context::foreign(text.language);
    let category = event.content.category.code();
    let organisation = event.organisation;
    let href = format!("/{}/organisations/{}", language().code(), organisation.slug);
    let by = context::foreign(organisation.language);
    let chosen = event.dates[event.chosen].when.clone();
    view! {
        <header class="head">
            <Motif seed=pattern_seed(&event.content.slug) category />
            <div class="head-text">
                <BigDate when=chosen />
                <KindLine category discipline=event.content.discipline.clone() />
                <h1 dir="auto" lang=own>
                    {text.title.clone()}
                </h1>
                <p class="by">
                    {texts().get("held-by")} " "
                    <a href=href>
                        <bdi lang=by>{organisation.name}</bdi>
                    </a>
                </p>
            </div>
        </header>
    }
}

/// What stands before everything else if one cannot register.
fn notice(event: &Event, closed: Option<Code>) -> Option<impl IntoView + use<>> {
    let (texts, code) = (texts(), closed?);
    let words = match code {
        Code::Cancelled if event.content.status == EventStatus::Cancelled => {
            texts.get("notice-cancelled")
        }
        Code::Cancelled => texts.get("notice-date-cancelled"),
        Code::Postponed => texts.get("notice-postponed"),
        Code::Past => texts.get("notice-past"),
        Code::Full => texts.get("notice-full"),
        Code::NotYetOpen => rules::not_yet_open(event.date()),
        Code::Closed => rules::closed(event.date()),
        _ => return None,
    };
    let is_quiet = matches!(code, Code::Past | Code::NotYetOpen | Code::Closed);
    let class = if is_quiet { "notice" } else { "notice bad" };
    let href = format!("/{}/events", language().code());
    Some(view! {
        <div class=class>
            <p>
                {words} " " <a href=href>{texts.get("notice-others")}</a>
            </p>
        </div>
    })
}

/// The text, one paragraph after an empty line each.
#[component]
fn Description(event: Event) -> impl IntoView {
    let text = event.content.text(language());
    let own = context::foreign(text.language);
    let paragraph = |text: &str| view! { <p>{text.trim().to_owned()}</p> };
    let paragraphs = text.description.split("\n\n").filter(|text| !text.trim().is_empty());
    let website = Some(event.content.website.clone())
        .filter(|url| url.starts_with("https://") || url.starts_with("http://"))
        .map(|url| {
            view! {
                <p>
                    <a class="more" href=url rel="nofollow ugc noopener">
                        {texts().get("website")}
                    </a>
                </p>
            }
        });
    view! {
        <section class="prose" aria-label=texts().get("description-label") dir="auto" lang=own>
            <p class="lead">{text.summary.clone()}</p>
            {paragraphs.map(paragraph).collect_view()}
            {website}
        </section>
    }
}

/// On a phone: the date, the places and the way to the form, always in reach.
#[component]
fn Reach(event: Event) -> impl IntoView {
    let date = event.dates[event.chosen].clone();
    let when = dates().start(&date.when);
    view! {
        <div class="reach">
            <p>
                <b>
                    <time datetime=machine_time(&date.when)>{when}</time>
                </b>
                " "
                <Places admission=date.admission />
            </p>
            <a class="button" href="#register">
                {texts().get("register")}
            </a>
        </div>
    }
}
