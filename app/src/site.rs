//! Pages about Concord itself, and the page for addresses that lead nowhere.

use leptos::prelude::*;
use leptos_router::components::Outlet;

use crate::context::{self, language, texts};
use crate::error::AppError;
use crate::ui::head::{PageDescription, PageTitle};
use crate::ui::page::{Frame, Trouble};

/// Everything below a language: pages are shown only below one that exists.
#[component]
pub fn Localised() -> impl IntoView {
    if context::path_language().is_some() {
        view! { <Outlet /> }.into_any()
    } else {
        view! { <NotFoundPage /> }.into_any()
    }
}

/// For addresses that lead nowhere.
#[component]
pub fn NotFoundPage() -> impl IntoView {
    view! { <Trouble error=AppError::NotFound /> }
}

/// Who is behind Concord and what it is for.
#[component]
pub fn AboutPage() -> impl IntoView {
    view! { <Prose page="about" sections=4 /> }
}

/// What is kept of people, why, and for how long.
#[component]
pub fn PrivacyPage() -> impl IntoView {
    view! { <Prose page="privacy" sections=5 /> }
}

/// What was done so that everyone can use the site, and whom to tell where it fails.
#[component]
pub fn AccessibilityPage() -> impl IntoView {
    view! { <Prose page="accessibility" sections=3 /> }
}

/// A page of text: `{page}-title`, `{page}-lead`, then `{page}-N-title` and `{page}-N-text`.
#[component]
fn Prose(page: &'static str, sections: usize) -> impl IntoView {
    let texts = texts();
    let get = move |part: &str| texts.get(&format!("{page}-{part}"));
    let section = move |number: usize| {
        view! {
            <h2>{get(&format!("{number}-title"))}</h2>
            <p>{get(&format!("{number}-text"))}</p>
        }
    };
    view! {
        <PageTitle text=get("title") />
        <PageDescription text=get("lead") />
        <Frame narrow=true>
            <article class="prose" lang=language().code()>
                <h1>{get("title")}</h1>
                <p class="lead">{get("lead")}</p>
                {(1..=sections).map(section).collect_view()}
            </article>
        </Frame>
    }
}
