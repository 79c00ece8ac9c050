//! The search of the record: a plain form, everything in the address.

use leptos::prelude::*;
use services::audit::{RecordFilter, RecordPage, Who};

use crate::context::texts;
use crate::ui::search::{Choices, Day, SearchField, Select};

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
    view! {
        <form class="search section-top" method="get" action=action role="search">
            <SearchField words=filter.words label="audit-search" placeholder="audit-search" />
            <details class="filters" open=is_narrow>
                <summary>{texts.get("filters")}</summary>
                <div class="filter-set in-a-row">
                    <Select name="who" label="audit-who" any="audit-anyone" choices=recorders />
                    <Select name="what" label="audit-what" any="audit-anything" choices=actions />
                    <Day name="from" label="audit-from" value=filter.from />
                    <Day name="until" label="audit-until" value=filter.until />
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
fn with_chosen(mut choices: Vec<(String, String)>, chosen: &str) -> Choices {
    if !chosen.is_empty() && choices.iter().all(|(code, _)| code != chosen) {
        choices.push((chosen.to_owned(), chosen.to_owned()));
    }
    let choice = |(code, words): (String, String)| {
        let is_chosen = code == chosen;
        (code, words, is_chosen)
    };
    choices.into_iter().map(choice).collect()
}
