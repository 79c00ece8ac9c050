//! What is on: the next events, and the ways into the list.

use domain::events::Category;
use leptos::prelude::*;
use services::events::{Card, Search};

use crate::context::{language, services, texts};
use crate::ui::card::Poster;
use crate::ui::head::{Alternates, PageDescription, PageTitle};
use crate::ui::motif::Motif;
use crate::ui::page::{Frame, when_ready};

use super::calendar_links::CalendarLinks;

/// How many of the next events the page shows.
const NEXT: usize = 7;

/// What is on.
#[component]
pub fn HomePage() -> impl IntoView {
    let (services, language) = (services(), language());
    when_ready(async move {
        let found = services.events.list(language, &Search::default()).await?;
        Ok(view! { <Home cards=found.cards /> })
    })
}

#[component]
fn Home(cards: Vec<Card>) -> impl IntoView {
    let (texts, code) = (texts(), language().code());
    let poster = |(index, card): (usize, Card)| {
        view! {
            <li class=(index == 0).then_some("poster")>
                <Poster card first=index == 0 />
            </li>
        }
    };
    let none = cards.is_empty().then(|| view! { <p class="lead">{texts.get("home-nothing")}</p> });
    view! {
        <PageTitle text=texts.get("home-title") />
        <PageDescription text=texts.get("home-lead") />
        <Alternates />
        <Frame>
            <div class="hello">
                <h1>{texts.get("home-title")}</h1>
                <p class="lead">{texts.get("home-lead")}</p>
            </div>
            <section aria-labelledby="next">
                <h2 id="next" class="unseen">
                    {texts.get("home-next")}
                </h2>
                {none}
                <ul class="cards">
                    {cards.into_iter().take(NEXT).enumerate().map(poster).collect_view()}
                </ul>
                <p class="section-top">
                    <a class="more" href=format!("/{code}/events")>
                        {texts.get("home-all")}
                    </a>
                </p>
            </section>
            <section class="section" aria-labelledby="categories">
                <h2 id="categories">{texts.get("home-categories")}</h2>
                <ul class="kinds">
                    {Category::ALL.iter().map(|category| view! { <KindLink category=*category /> }).collect_view()}
                </ul>
            </section>
            <CalendarLinks path="all.ics".to_owned() heading="follow-all" section=true />
        </Frame>
    }
}

#[component]
fn KindLink(category: Category) -> impl IntoView {
    let code = category.code();
    let seed = services::events::pattern_seed(code);
    view! {
        <li>
            <a href=format!("/{}/events?category={code}", language().code())>
                <Motif seed category=code />
                <span>{texts().get(&format!("category-{code}"))}</span>
            </a>
        </li>
    }
}
