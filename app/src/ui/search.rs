//! The way to look for events, on the list and wherever someone is lost.

use leptos::prelude::*;

use crate::context::{language, texts};

/// A search form with one line.
#[component]
pub fn SearchLine() -> impl IntoView {
    let action = format!("/{}/events", language().code());
    view! {
        <form class="search" method="get" action=action role="search">
            <SearchField words=String::new() />
        </form>
    }
}

/// The line itself, inside a form.
#[component]
pub fn SearchField(
    /// What was looked for.
    words: String,
) -> impl IntoView {
    let texts = texts();
    view! {
        <div class="search-line">
            <label class="unseen" for="q">
                {texts.get("search-label")}
            </label>
            <input
                id="q"
                name="q"
                type="search"
                maxlength="100"
                placeholder=texts.get("search-placeholder")
                value=words
                dir="auto"
                enterkeyhint="search"
            />
            <button class="button" type="submit">
                {texts.get("search-button")}
            </button>
        </div>
    }
}
