//! The frame of every page, and what stands in it when there is nothing to show.

use axum::http::StatusCode;
use domain::language::Language;
use leptos::prelude::*;
use leptos::tachys::reactive_graph::OwnedView;
use services::Error;

use super::head::{PageTitle, in_language};
use super::motif::Motif;
use super::search::SearchLine;
use crate::accounts::confirm_page::{self, safe};
use crate::context::{self, language, texts};
use crate::error::AppError;

/// A page that waits for its data, or the trouble that it met instead.
///
/// The view keeps the owner it was made under: without it, what the head of the page says would be
/// lost whenever the data took a moment.
pub fn when_ready<V, F>(page: F) -> impl IntoView
where
    V: IntoView + 'static,
    F: Future<Output = Result<V, Error>> + Send + 'static,
{
    Suspend::new(async move {
        let view = match page.await {
            Ok(page) => page.into_any(),
            Err(error) => view! { <Trouble error=error.into() /> }.into_any(),
        };
        OwnedView::new(view)
    })
}

/// Skip link, header, main part and footer.
#[component]
pub fn Frame(
    /// `narrow` for text and tickets.
    #[prop(optional)]
    narrow: bool,
    /// The page.
    children: Children,
) -> impl IntoView {
    let texts = texts();
    view! {
        <a class="skip" href="#main">
            {texts.get("skip")}
        </a>
        <Header />
        <main id="main" class=if narrow { "main narrow" } else { "main" } tabindex="-1">
            {children()}
        </main>
        <Footer />
    }
}

#[component]
fn Header() -> impl IntoView {
    let (texts, code) = (texts(), language().code());
    let path = context::path();
    let home = format!("/{code}");
    let item = |href: String, key: &str| {
        let current = (path == href).then_some("page");
        view! {
            <li>
                <a href=href aria-current=current>
                    {texts.get(key)}
                </a>
            </li>
        }
    };
    view! {
        <header class="header">
            <a class="wordmark" href=home.clone() lang="en" dir="ltr" aria-label=texts.get("home-label")>
                <svg class="mark" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
                    <path class="mark-1" d="M3 3h17v17H3z"></path>
                    <path class="mark-2" d="M12 12h17v17H12z"></path>
                    <path class="mark-1" d="M20 6v10"></path>
                </svg>
                "Concord"
            </a>
            <nav class="menu" aria-label=texts.get("menu-label")>
                <ul>
                    {item(home.clone(), "menu-home")} {item(format!("{home}/events"), "menu-events")}
                    {item(format!("{home}/about"), "menu-about")}
                </ul>
            </nav>
            <details class="languages">
                <summary>
                    <span class="unseen">{texts.get("language-label")}</span>
                    " "
                    {language().native_name()}
                </summary>
                <ul>
                    <LanguageLinks />
                </ul>
            </details>
        </header>
    }
}

/// The same page in every language. Following one is a choice, and the choice is remembered.
#[component]
fn LanguageLinks() -> impl IntoView {
    let (path, now) = (context::path(), language());
    let link = |language: &Language| {
        let (code, current) = (language.code(), (*language == now).then_some("true"));
        view! {
            <li>
                <a
                    href=in_language(&path, *language)
                    lang=code
                    dir=language.direction()
                    hreflang=code
                    aria-current=current
                >
                    {language.native_name()}
                </a>
            </li>
        }
    };
    Language::ALL.iter().map(link).collect_view()
}

#[component]
fn Footer() -> impl IntoView {
    let (texts, code) = (texts(), language().code());
    let item = |page: &str, key: &str| {
        view! {
            <li>
                <a href=format!("/{code}/{page}")>{texts.get(key)}</a>
            </li>
        }
    };
    view! {
        <footer class="footer">
            <div class="footer-in">
                <p>{texts.get("footer-promise")}</p>
                <nav aria-label=texts.get("footer-about-label")>
                    <ul>
                        {item("about", "menu-about")} {item("privacy", "menu-privacy")}
                        {item("accessibility", "menu-accessibility")}
                        {item("organise", "menu-organise")}
                    </ul>
                </nav>
                <nav aria-label=texts.get("footer-language-label")>
                    <ul>
                        <LanguageLinks />
                    </ul>
                </nav>
            </div>
        </footer>
    }
}

/// The page for something that cannot be shown, with its status.
#[component]
pub fn Trouble(
    /// Why.
    error: AppError,
) -> impl IntoView {
    let (texts, code) = (texts(), language().code());
    context::set_status(context::status_of(error));
    context::no_store();
    if error == AppError::SignedOut {
        context::see_other(&context::page("sign-in"));
    }
    if error == AppError::Unproved {
        let then = safe(&context::address(), language());
        context::see_other(&confirm_page::address(language(), &then));
    }
    let key = error.key();
    let missing = error == AppError::NotFound;
    if context::status_of(error) == StatusCode::SERVICE_UNAVAILABLE {
        context::set_header(axum::http::header::RETRY_AFTER, "10");
    }
    view! {
        <PageTitle text=texts.get(&format!("{key}-title")) />
        <Frame narrow=true>
            <div class="lost">
                <div class="art">
                    <Motif seed=404 category="ink" />
                </div>
                <div class="hello">
                    <h1>{texts.get(&format!("{key}-title"))}</h1>
                    <p class="lead">{texts.get(&format!("{key}-text"))}</p>
                </div>
                <SearchLine />
                <ul class="tags">
                    <li>
                        <a class="more" href=format!("/{code}")>
                            {texts.get("menu-home")}
                        </a>
                    </li>
                    <li>
                        <a class="more" href=format!("/{code}/events")>
                            {texts.get("menu-events")}
                        </a>
                    </li>
                </ul>
                {missing.then(|| view! { <p class="quiet">{texts.get("not-found-registration")}</p> })}
            </div>
        </Frame>
    }
}
