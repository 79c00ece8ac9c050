//! Looking for something: the line for words, and what narrows a list down.

use jiff::civil::{Date, DateTime};
use leptos::prelude::*;
use services::events::own::OwnDate;

use crate::context::{dates, language, texts};

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
    /// The key of its label.
    #[prop(default = "search-label")]
    label: &'static str,
    /// The key of what stands in it while it is empty.
    #[prop(default = "search-placeholder")]
    placeholder: &'static str,
) -> impl IntoView {
    let texts = texts();
    view! {
        <div class="search-line">
            <label class="unseen" for="q">
                {texts.get(label)}
            </label>
            <input
                id="q"
                name="q"
                type="search"
                maxlength="100"
                placeholder=texts.get(placeholder)
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

/// What can be chosen of a filter: what is sent, what is read, whether it is chosen.
pub type Choices = Vec<(String, String, bool)>;

/// One filter; without words for everything, one of the choices is always chosen.
#[component]
pub fn Select(
    /// Its id, and the name that it is sent under.
    name: &'static str,
    /// The key of its label.
    label: &'static str,
    /// The key of the words for everything; empty if there are none.
    any: &'static str,
    /// What can be chosen.
    choices: Choices,
) -> impl IntoView {
    let texts = texts();
    let any = (!any.is_empty()).then(|| view! { <option value="">{texts.get(any)}</option> });
    let option = |(code, words, selected): (String, String, bool)| {
        view! {
            <option value=code selected=selected>
                {words}
            </option>
        }
    };
    view! {
        <p class="field">
            <label for=name>{texts.get(label)}</label>
            <select id=name name=name>
                {any}
                {choices.into_iter().map(option).collect_view()}
            </select>
        </p>
    }
}

/// The first or the last day of a filter.
#[component]
pub fn Day(
    /// Its id, and the name that it is sent under.
    name: &'static str,
    /// The key of its label.
    label: &'static str,
    /// What was chosen.
    value: Option<Date>,
) -> impl IntoView {
    view! {
        <p class="field">
            <label for=name>{texts().get(label)}</label>
            <input id=name name=name type="date" value=value.map(|day| day.to_string()) />
        </p>
    }
}

/// The dates of an event, to see the same page for another one.
#[component]
pub fn DateChoice(
    /// The page.
    action: String,
    /// The dates.
    own_dates: Vec<OwnDate>,
    /// The one that is shown, if it is one alone.
    chosen: Option<DateTime>,
) -> impl IntoView {
    let choice = |date: OwnDate| {
        let starts = date.when.starts;
        (starts.to_string(), dates().start(&date.when), chosen == Some(starts))
    };
    let choices: Choices = own_dates.into_iter().map(choice).collect();
    view! {
        <form class="search" method="get" action=action>
            <Select name="date" label="attendance-date" any="" choices />
            <p class="actions">
                <button class="button second" type="submit">
                    {texts().get("door-list-date")}
                </button>
            </p>
        </form>
    }
}
