//! Search and filters, and the events that pass them.

use domain::events::Category;
use leptos::prelude::*;
use services::events::{Card, Found, PER_PAGE, Search};

use super::calendar_links::CalendarLinks;
use crate::context::{self, language, services, texts};
use crate::ui::card::Row;
use crate::ui::head::{Alternates, PageTitle};
use crate::ui::page::{Frame, when_ready};
use crate::ui::paging::Paging;
use crate::ui::search::SearchField;

/// Search and filters. What cannot be read in the query is as if it were not there.
#[component]
pub fn ListPage() -> impl IntoView {
    let (services, language) = (services(), language());
    let search = Search {
        words: context::query("q").chars().take(100).collect(),
        category: context::query("category").parse().ok(),
        organisation: None,
        from: context::query("from").parse().ok(),
        to: context::query("to").parse().ok(),
        page: context::query("page").parse().unwrap_or(1).clamp(1, 10_000),
    };
    when_ready(async move {
        let found = services.events.list(language, &search).await?;
        Ok(view! { <List search found /> })
    })
}

#[component]
fn List(search: Search, found: Found) -> impl IntoView {
    let texts = texts();
    let count = texts.with("list-count", &[("count", found.total.into())]);
    let none =
        (found.total == 0).then(|| view! { <p class="lead">{texts.get("list-nothing")}</p> });
    let total = found.total;
    view! {
        <PageTitle text=texts.get("list-title") />
        <Alternates />
        <Frame>
            <h1>{texts.get("list-title")}</h1>
            <div class="list-page section-top">
                <Filters search=search.clone() />
                <div class="results">
                    <p class="count" role="status">
                        {count}
                    </p>
                    {none}
                    <Rows cards=found.cards />
                    <Paging
                        page=search.page
                        total
                        per_page=PER_PAGE
                        address=move |page| address(&search, page) />
                    <CalendarLinks path="all.ics".to_owned() heading="follow-all" section=true />
                </div>
            </div>
        </Frame>
    }
}

/// Events under the months of their dates.
#[component]
pub fn Rows(
    /// In the order of their dates.
    cards: Vec<Card>,
) -> impl IntoView {
    let month = |card: &Card| card.when.starts.date().first_of_month();
    let dates = context::dates();
    let groups: Vec<Vec<Card>> =
        cards.chunk_by(|a, b| month(a) == month(b)).map(<[Card]>::to_vec).collect();
    let group = |cards: Vec<Card>| {
        let heading = dates.month_and_year(month(&cards[0]));
        let row = |card| view! { <li><Row card /></li> };
        view! {
            <h2 class="month">{heading}</h2>
            <ol class="rows">{cards.into_iter().map(row).collect_view()}</ol>
        }
    };
    groups.into_iter().map(group).collect_view()
}

#[component]
fn Filters(search: Search) -> impl IntoView {
    let texts = texts();
    let open = search.category.is_some() || search.from.is_some() || search.to.is_some();
    let option = |category: &Category| {
        view! {
            <option value=category.code() selected=search.category == Some(*category)>
                {texts.get(&format!("category-{}", category.code()))}
            </option>
        }
    };
    let day = |day: Option<jiff::civil::Date>| day.map(|day| day.to_string());
    view! {
        <form class="search" method="get" action=format!("/{}/events", language().code()) role="search">
            <SearchField words=search.words.clone() />
            <details class="filters" open=open>
                <summary>{texts.get("filters")}</summary>
                <div class="filter-set">
                    <p class="field">
                        <label for="category">{texts.get("filter-category")}</label>
                        <select id="category" name="category">
                            <option value="">{texts.get("filter-all")}</option>
                            {Category::ALL.iter().map(option).collect_view()}
                        </select>
                    </p>
                    <div class="pair">
                        <p class="field">
                            <label for="from">{texts.get("filter-from")}</label>
                            <input id="from" name="from" type="date" value=day(search.from) />
                        </p>
                        <p class="field">
                            <label for="to">{texts.get("filter-to")}</label>
                            <input id="to" name="to" type="date" value=day(search.to) />
                        </p>
                    </div>
                    <p class="actions">
                        <button class="button second" type="submit">
                            {texts.get("filter-show")}
                        </button>
                    </p>
                </div>
            </details>
        </form>
    }
}

/// The address of another page of the same search.
fn address(search: &Search, page: i64) -> String {
    let mut query = leptos_router::params::ParamsMap::new();
    let mut add = |key: &'static str, value: Option<String>| {
        if let Some(value) = value.filter(|value| !value.is_empty()) {
            query.insert(key, value);
        }
    };
    add("q", Some(search.words.clone()));
    add("category", search.category.map(|category| category.code().to_owned()));
    add("from", search.from.map(|day| day.to_string()));
    add("to", search.to.map(|day| day.to_string()));
    add("page", Some(page.to_string()));
    format!("/{}/events{}", language().code(), query.to_query_string())
}
