//! The record of an organisation: who did what, and when.

use leptos::prelude::*;
use services::accounts::SignedIn;
use services::audit::{PER_PAGE, RecordPage, Recorded, Who};

use crate::accounts::account_page::instant;
use crate::context::{self, language, services, texts};
use crate::ui::page::when_ready;
use crate::ui::paging::Paging;
use crate::ui::workspace::{Place, Workspace};

/// Who did what in an organisation.
#[component]
pub fn AuditPage() -> impl IntoView {
    let (services, session, language) = (services(), context::session(), language());
    let slug = context::param("organisation");
    let words = context::query("q");
    let page: i64 = context::query("page").parse().unwrap_or(1);
    when_ready(async move {
        let me = services.accounts.signed_in(session.as_ref()).await?;
        let record = services.audit.page(&me.actor, &slug, &words, page, language).await?;
        Ok(view! { <Shown me record words page /> })
    })
}

#[component]
fn Shown(me: SignedIn, record: RecordPage, words: String, page: i64) -> impl IntoView {
    let texts = texts();
    let path = context::path();
    let total = record.total;
    let query = words.clone();
    let address = {
        let path = path.clone();
        move |page: i64| {
            let mut parameters = leptos_router::params::ParamsMap::new();
            parameters.insert("q", query.clone());
            parameters.insert("page", page.to_string());
            format!("{path}{}", parameters.to_query_string())
        }
    };
    let none = record.acts.is_empty().then(|| view! { <p>{texts.get("audit-none")}</p> });
    view! {
        <Workspace
            place=Place::organisation(me.actor, record.organisation)
            title=texts.get("workspace-audit")
        >
            <p class="lead">{texts.get("audit-lead")}</p>
            <form class="search search-line section-top" action=path>
                <label class="unseen" for="q">
                    {texts.get("audit-search")}
                </label>
                <input id="q" name="q" type="search" placeholder=texts.get("audit-search") value=words />
                <button class="button" type="submit">
                    {texts.get("search-button")}
                </button>
            </form>
            {none}
            <ol class="record">
                {record.acts.into_iter().map(|act| view! { <Act act /> }).collect_view()}
            </ol>
            <Paging page total per_page=PER_PAGE address />
        </Workspace>
    }
}

#[component]
fn Act(act: Recorded) -> impl IntoView {
    let texts = texts();
    let who = match act.who {
        Who::Participant => texts.get("audit-participant"),
        Who::Operator => texts.get("audit-operator"),
        Who::Member(email) => email,
    };
    let what = texts.find(&format!("act-{}", act.action)).unwrap_or(act.action);
    let number = act.number.map(|number| {
        view! { <span class="quiet numbers">{number}</span> }
    });
    view! {
        <li>
            <p>
                <b>{what}</b>
                " "
                <bdi class="reference-small">{act.object}</bdi>
                " "
                <span class="quiet ltr">{act.detail}</span>
            </p>
            <p class="quiet">
                <bdi>{who}</bdi>
                " · "
                <time datetime=act.at.to_string()>{instant(act.at)}</time>
                " "
                {number}
            </p>
        </li>
    }
}
