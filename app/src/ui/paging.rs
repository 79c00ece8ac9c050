//! The way from one page of a list to the next.

use leptos::prelude::*;

use crate::context::texts;

/// Earlier, where one is, later; nothing if one page holds all.
#[component]
pub fn Paging<A: Fn(i64) -> String>(
    /// The page that is shown, from 1.
    page: i64,
    /// How many things there are on all pages.
    total: i64,
    /// How many stand on one.
    per_page: i64,
    /// The address of a page.
    address: A,
) -> impl IntoView {
    let texts = texts();
    let pages = (total + per_page - 1) / per_page;
    let link = |page: i64, rel: &'static str, key: &str| {
        view! {
            <a class="button second" rel=rel href=address(page)>
                {texts.get(key)}
            </a>
        }
    };
    let number = [("page", page.into()), ("pages", pages.into())];
    (pages > 1).then(|| {
        view! {
            <nav class="pages" aria-label=texts.get("pages-label")>
                {(page > 1).then(|| link(page - 1, "prev", "pages-earlier"))}
                <span class="numbers">{texts.with("pages-number", &number)}</span>
                {(page < pages).then(|| link(page + 1, "next", "pages-later"))}
            </nav>
        }
    })
}
