//! The public page of an event as it would be, before anybody else can see it.

use domain::accounts::Action;
use domain::language::Language;
use leptos::context::Provider;
use leptos::prelude::*;
use services::events::EventPage as Event;
use services::events::own::OwnEvent;

use super::event_page::Article;
use crate::context::{self, ShownIn, language, services, texts};
use crate::ui::head::PageTitle;
use crate::ui::page::{Frame, when_ready};

/// The preview. `?language=` says in which language readers have their pages.
#[component]
pub fn PreviewPage() -> impl IntoView {
    let (services, session, language) = (services(), context::session(), language());
    let (organisation, slug) = (context::param("organisation"), context::param("slug"));
    let shown: Language = context::query("language").parse().unwrap_or(language);
    let date = context::query("date").parse().ok();
    when_ready(async move {
        let me = services.accounts.signed_in(session.as_ref()).await?;
        let (events, action) = (&services.events, Action::SeeEvents);
        let event = events.own(&me.actor, &organisation, &slug, action, language).await?;
        let page = events.preview(&event, shown, date).await?;
        Ok(view! { <Shown event page shown /> })
    })
}

/// One heading, that of the event: the page is its page, and the frame says that it is a preview.
#[component]
fn Shown(event: OwnEvent, page: Option<Event>, shown: Language) -> impl IntoView {
    let texts = texts();
    let (path, own) = (context::path(), context::foreign(event.language));
    let (organisation, slug) = (&event.organisation.slug, &event.slug);
    let back = context::page(&format!("organise/{organisation}/events/{slug}"));
    let choice = move |language: &Language| {
        let code = language.code();
        let current = (*language == shown).then_some("true");
        view! {
            <li>
                <a href=format!("{path}?language={code}") lang=code aria-current=current>
                    {language.native_name()}
                </a>
            </li>
        }
    };
    let note = if page.is_some() { "preview-note" } else { "preview-no-date" };
    let title = event.title;
    let page = match page {
        Some(event) => view! { <InLanguage event shown /> }.into_any(),
        None => view! {
            <h1 dir="auto" lang=own>
                {title.clone()}
            </h1>
        }
        .into_any(),
    };
    context::no_store();
    view! {
        <PageTitle text=texts.plain("preview-title", &[("title", title.into())]) />
        <Frame>
            <p>
                <a class="more" href=back>
                    {texts.get("preview-back")}
                </a>
            </p>
            <p class="notice">{texts.get(note)}</p>
            <nav class="chips" aria-label=texts.get("preview-language-label")>
                <ul>{Language::ALL.iter().map(choice).collect_view()}</ul>
            </nav>
            {page}
        </Frame>
    }
}

/// The article, with words, dates and direction of another language than the page's.
#[component]
fn InLanguage(event: Event, shown: Language) -> impl IntoView {
    view! {
        <section class="preview" aria-label=texts().get("preview-label")>
            <div lang=shown.code() dir=shown.direction()>
                <Provider value=ShownIn(shown)>
                    <Article event=event.clone() />
                </Provider>
            </div>
        </section>
    }
}
