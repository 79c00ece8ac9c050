//! Who an organisation is and what it holds, for everybody.

use domain::organisations::LinkKind;
use leptos::prelude::*;
use services::events::{Card, Search, pattern_seed};
use services::organisations::OrganisationPage as Organisation;

use crate::context::{self, language, services, texts};
use crate::events::list_page::Rows;
use crate::ui::head::{Alternates, PageDescription, PageTitle, in_short};
use crate::ui::motif::Motif;
use crate::ui::page::{Frame, when_ready};
use crate::ui::photo::Logo;
use crate::ui::prose::Prose;

/// Who an organisation is and what it holds.
#[component]
pub fn OrganisationPage() -> impl IntoView {
    let (services, language) = (services(), language());
    let slug = context::param("slug");
    when_ready(async move {
        let organisation = services.organisations.page(language, &slug).await?;
        let search = Search { organisation: Some(slug), ..Search::default() };
        let cards = services.events.list(language, &search).await?.cards;
        Ok(view! { <Shown organisation cards /> })
    })
}

/// A link by what stands behind it: the name of a place that many know, or else its address.
fn link(url: String) -> impl IntoView {
    let words = match LinkKind::of(&url) {
        LinkKind::Known(name) => name.to_owned(),
        LinkKind::Website => url.trim_start_matches("https://").trim_end_matches('/').to_owned(),
    };
    view! {
        <li>
            <a href=url rel="nofollow noopener">
                <bdi>{words}</bdi>
            </a>
        </li>
    }
}

#[component]
fn Shown(organisation: Organisation, cards: Vec<Card>) -> impl IntoView {
    let texts = texts();
    let own = context::foreign(organisation.language);
    let none = cards.is_empty().then(|| view! { <p class="lead">{texts.get("list-nothing")}</p> });
    let art = match organisation.logo {
        Some(picture) => view! { <Logo picture name=organisation.name.clone() own /> }.into_any(),
        None => view! {
            <div class="art">
                <Motif seed=pattern_seed(&organisation.slug) category="ink" />
            </div>
        }
        .into_any(),
    };
    // For those who hear the page: the headings of the text stand below it.
    let heading = (!organisation.plain.is_empty())
        .then(|| view! { <h2 class="unseen">{texts.get("editor-description")}</h2> });
    view! {
        <PageTitle text=organisation.name.clone() />
        <PageDescription text=in_short(&organisation.summary, &organisation.plain) />
        <Alternates />
        <Frame>
            <header class="body-head">
                {art}
                <h1 dir="auto" lang=own>
                    {organisation.name}
                </h1>
                <p class="lead" dir="auto" lang=own>
                    {organisation.summary}
                </p>
                <ul class="tags quiet">
                    <li>{texts.get(&format!("kind-{}", organisation.kind.code()))}</li>
                    {organisation.links.into_iter().map(link).collect_view()}
                    <li>
                        <a href=format!("mailto:{}", organisation.email)>{texts.get("organisation-write")}</a>
                    </li>
                </ul>
            </header>
            {heading}
            <Prose html=organisation.description language=own />
            <section aria-label=texts.get("organisation-events")>{none} <Rows cards /></section>
        </Frame>
    }
}
