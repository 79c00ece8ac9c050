//! The search of the list and its filters: a plain form, everything in the address.

use domain::events::TicketKind;
use domain::language::Language;
use leptos::prelude::*;
use services::events::own::OwnDate;
use services::registrations::list::{Filter, Order, PlaceState};
use services::registrations::tags::Tag;

use crate::context::{dates, texts};
use crate::ui::search::{Choices, Day, SearchField, Select};

/// The search form.
#[component]
pub fn Filters(
    /// Where it leads.
    action: String,
    /// What is chosen.
    filter: Filter,
    /// The dates of the event.
    own_dates: Vec<OwnDate>,
    /// The tags of the event.
    tags: Vec<Tag>,
    /// Whether contact data can be searched.
    whole: bool,
) -> impl IntoView {
    let texts = texts();
    let label = if whole { "attendance-search" } else { "attendance-search-names" };
    let is_narrow = filter != Filter { words: filter.words.clone(), ..Filter::default() };
    let several = own_dates.len() > 1;
    let of_dates = several.then(|| date_choices(&own_dates, &filter));
    let of_tickets = ticket_choices(&own_dates, &filter);
    let of_languages = whole.then(|| language_choices(&filter));
    let clear = (filter != Filter::default()).then(|| {
        view! {
            <a class="more" href=action.clone()>
                {texts.get("lists-clear")}
            </a>
        }
    });
    let of_whole = whole.then(|| view! { <OfWhole filter=filter.clone() tags /> });
    let select = |name, label, any, choices| view! { <Select name label any choices /> };
    view! {
        <form class="search" method="get" action=action role="search">
            <SearchField words=filter.words.clone() label placeholder=label />
            <details class="filters" open=is_narrow>
                <summary>{texts.get("filters")}</summary>
                <div class="filter-set in-a-row">
                    {of_dates
                        .map(|of| select("date", "attendance-date", "attendance-any-date", of))}
                    {select("ticket", "attendance-ticket", "attendance-any-ticket", of_tickets)}
                    {select(
                        "state",
                        "attendance-state",
                        "attendance-any-state",
                        state_choices(&filter),
                    )}
                    {select("here", "attendance-here", "attendance-any-here", here_choices(&filter))}
                    {of_languages
                        .map(|of| {
                            select("language", "attendance-language", "attendance-any-language", of)
                        })}
                    {select("order", "attendance-order", "", order_choices(&filter))} {of_whole}
                </div>
                <p class="actions">
                    <button class="button second" type="submit">
                        {texts.get("search-button")}
                    </button>
                    {clear}
                </p>
            </details>
        </form>
    }
}

/// The filters of those who see registrations whole.
#[component]
fn OfWhole(filter: Filter, tags: Vec<Tag>) -> impl IntoView {
    let texts = texts();
    let tag_choice = |tag: Tag| {
        let is_chosen = filter.tag.as_deref() == Some(tag.folded.as_str());
        (tag.folded, tag.name, is_chosen)
    };
    let of_tags = (!tags.is_empty()).then(|| {
        let choices: Choices = tags.into_iter().map(tag_choice).collect();
        view! { <Select name="tag" label="lists-tag" any="lists-any-tag" choices /> }
    });
    let yes = |key, is_chosen| vec![("yes".to_owned(), texts.get(key), is_chosen)];
    let noted = yes("lists-noted-yes", filter.noted);
    let undelivered = yes("lists-undelivered-yes", filter.undelivered);
    view! {
        {of_tags}
        <Day name="from" label="lists-registered-from" value=filter.registered_from />
        <Day name="to" label="lists-registered-to" value=filter.registered_to />
        <Select name="noted" label="registration-notes" any="lists-any" choices=noted />
        <Select name="undelivered" label="registration-mails" any="lists-any" choices=undelivered />
    }
}

fn date_choices(own_dates: &[OwnDate], filter: &Filter) -> Choices {
    let choice = |date: &OwnDate| {
        let starts = date.when.starts;
        (starts.to_string(), dates().start(&date.when), filter.date == Some(starts))
    };
    own_dates.iter().map(choice).collect()
}

fn ticket_choices(own_dates: &[OwnDate], filter: &Filter) -> Choices {
    let mut kinds: Vec<TicketKind> =
        own_dates.iter().flat_map(|date| date.tickets.iter().map(|(kind, ..)| *kind)).collect();
    kinds.sort_unstable();
    kinds.dedup();
    let choice = |kind: TicketKind| {
        let code = kind.code();
        (code.to_owned(), texts().get(&format!("ticket-{code}")), filter.ticket == Some(kind))
    };
    kinds.into_iter().map(choice).collect()
}

fn state_choices(filter: &Filter) -> Choices {
    let choice = |state: PlaceState| {
        let code = state.code();
        (code.to_owned(), texts().get(&format!("place-{code}")), filter.state == Some(state))
    };
    PlaceState::ALL.into_iter().map(choice).collect()
}

fn here_choices(filter: &Filter) -> Choices {
    let choice = |(code, here): (&str, bool)| {
        let words = texts().get(&format!("attendance-here-{code}"));
        (code.to_owned(), words, filter.here == Some(here))
    };
    [("yes", true), ("no", false)].into_iter().map(choice).collect()
}

fn language_choices(filter: &Filter) -> Choices {
    let choice = |language: &Language| {
        let (code, name) = (language.code(), language.native_name());
        (code.to_owned(), name.to_owned(), filter.language == Some(*language))
    };
    Language::ALL.iter().map(choice).collect()
}

fn order_choices(filter: &Filter) -> Choices {
    let choice = |order: Order| {
        let code = order.code();
        (code.to_owned(), texts().get(&format!("attendance-order-{code}")), filter.order == order)
    };
    Order::ALL.into_iter().map(choice).collect()
}
