//! The search of the record: a plain form, everything in the address.

use leptos::prelude::*;
use services::audit::{RecordFilter, RecordPage, Who};

use crate::context::texts;

/// The search form.
#[component]
pub fn Filters(
    /// Where it leads.
    action: String,
    /// What is chosen.
    filter: RecordFilter,
    /// The record, which knows who stands in it.
    record: RecordPage,
) -> impl IntoView {
    let texts = texts();
    let is_narrow =
        filter != RecordFilter { words: filter.words.clone(), ..RecordFilter::default() };
    let recorders = record.recorders.into_iter().map(|one| (one.actor, named(one.who)));
    let recorders = with_chosen(recorders.collect(), &filter.actor);
    let actions = record.actions.into_iter().map(|code| {
        let words = done(&code);
        (code, words)
    });
    let mut actions = with_chosen(actions.collect(), &filter.action);
    actions.sort_by(|a, b| a.1.cmp(&b.1));
    let day = |day: Option<jiff::civil::Date>| day.map(|day| day.to_string());
    view! {
        <form class="search section-top" method="get" action=action role="search">
            <div class="search-line">
                <label class="unseen" for="q">
                    {texts.get("audit-search")}
                </label>
                <input
                    id="q"
                    name="q"
                    type="search"
                    maxlength="100"
                    placeholder=texts.get("audit-search")
                    value=filter.words
                    dir="auto"
                    enterkeyhint="search"
                />
                <button class="button" type="submit">
                    {texts.get("search-button")}
                </button>
            </div>
            <details class="filters" open=is_narrow>
                <summary>{texts.get("filters")}</summary>
                <div class="filter-set in-a-row">
                    <Select name="who" any="audit-anyone" choices=recorders chosen=filter.actor />
                    <Select name="what" any="audit-anything" choices=actions chosen=filter.action />
                    <Day name="from" value=day(filter.from) />
                    <Day name="until" value=day(filter.until) />
                </div>
                <p class="actions">
                    <button class="button second" type="submit">
                        {texts.get("search-button")}
                    </button>
                </p>
            </details>
        </form>
    }
}

/// What the record calls somebody.
pub fn named(who: Who) -> String {
    match who {
        Who::Participant => texts().get("audit-participant"),
        Who::Operator => texts().get("audit-operator"),
        Who::Member(email) => email,
    }
}

/// What the record calls an act. What a later version of this program did has no words yet.
pub fn done(code: &str) -> String {
    texts().find(&format!("act-{code}")).unwrap_or_else(|| code.to_owned())
}

/// A choice that leads to nothing stays to be seen, and to be undone.
fn with_chosen(mut choices: Vec<(String, String)>, chosen: &str) -> Vec<(String, String)> {
    if !chosen.is_empty() && choices.iter().all(|(code, _)| code != chosen) {
        choices.push((chosen.to_owned(), chosen.to_owned()));
    }
    choices
}

#[component]
fn Select(
    name: &'static str,
    any: &'static str,
    choices: Vec<(String, String)>,
    chosen: String,
) -> impl IntoView {
    let texts = texts();
    let option = |(code, words): (String, String)| {
        let selected = code == chosen;
        view! {
            <option value=code selected=selected>
                {words}
            </option>
        }
    };
    view! {
        <p class="field">
            <label for=name>{texts.get(&format!("audit-{name}"))}</label>
            <select id=name name=name>
                <option value="">{texts.get(any)}</option>
                {choices.into_iter().map(option).collect_view()}
            </select>
        </p>
    }
}

#[component]
fn Day(name: &'static str, value: Option<String>) -> impl IntoView {
    view! {
        <p class="field">
            <label for=name>{texts().get(&format!("audit-{name}"))}</label>
            <input id=name name=name type="date" value=value />
        </p>
    }
}
