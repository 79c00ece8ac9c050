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
use crate::ui::head::{Alternates, PageDescription, PagePicture, PageTitle, in_short};
use crate::ui::motif::Motif;
use crate::ui::page::{Frame, when_ready};
use crate::ui::photo::Photo;
use crate::ui::places::Places;
use crate::ui::prose::Prose;

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
    let (title, summary) = (text.title.clone(), in_short(&text.summary, &text.plain));
    let heading = if form.invalid.is_empty() {
        title
    } else {
        texts().plain("title-with-mistakes", &[("title", title.into())])
    };
    let seen = event.content.picture.as_ref().and_then(|picture| picture.seen(text.language));
    let picture = seen.map(|seen| {
        let path = seen.picture.path(seen.picture.width);
        view! { <PagePicture path alt=seen.alt /> }
    });
    // The form holds a key of its own; what someone typed is not for any cache.
    let keep = if form.returned { "no-store" } else { "private, no-cache" };
    context::set_header(header::CACHE_CONTROL, keep);
    view! {
        <PageTitle text=heading />
        <PageDescription text=summary />
        {picture}
        {event.content.unlisted.then(|| view! { <Meta name="robots" content="noindex" /> })}
        <Alternates />
        <Frame>
            <Article event form />
        </Frame>
    }
}

/// What the page says of the event. Without a form it is a preview: nobody registers there.
#[component]
pub fn Article(event: Event, #[prop(optional)] form: Option<Form>) -> impl IntoView {
    let open = event.date().admission.open(services().now());
    let class = match open {
        Err(Code::Cancelled) => "event is-cancelled",
        Err(Code::Past) => "event is-past",
        _ => "event",
    };
    let is_real = form.is_some();
    // Who just learnt that others were faster still sees what they typed.
    let shows_form =
        |form: &Form| open.is_ok() || (open == Err(Code::Full) && !form.invalid.is_empty());
    let form = form.filter(shows_form);
    let slug = event.content.slug.clone();
    let calendar = is_real.then(|| {
        let feed = format!("events/{slug}.ics");
        let download = format!("events/{slug}/download.ics");
        view! { <CalendarLinks path=feed heading="calendar-title" download /> }
    });
    let reach = (is_real && open.is_ok()).then(|| view! { <Reach event=event.clone() /> });
    let notice = notice(&event, open.err());
    view! {
        <article class=class>
            <Head event=event.clone() />
            <div class="event-body">
                <div class="story">
                    {notice} <Facts event=event.clone() /> <Dates event=event.clone() />
                    <Description event=event.clone() /> <Tickets event=event.clone() />
                    <Access event=event.clone() /> <Directions event=event.clone() /> {calendar}
                    {reach}
                </div>
                {form.map(|form| view! { <FormSection form event=event.clone() /> })}
            </div>
        </article>
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
    let seen = event.content.picture.as_ref().and_then(|picture| picture.seen(text.language));
    let art = match seen {
        Some(seen) => {
            view! { <Photo seen sizes="(min-width: 80rem) 76rem, 100vw" first=true /> }.into_any()
        }
        None => view! { <Motif seed=pattern_seed(&event.content.slug) category /> }.into_any(),
    };
    view! {
        <header class="head">
            {art}
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

/// The text, with what it leads to.
#[component]
fn Description(event: Event) -> impl IntoView {
    let text = event.content.text(language());
    let own = context::foreign(text.language);
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
            <Prose html=text.description.clone() />
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
