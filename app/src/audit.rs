//! The record of an organisation: who did what, and when.

pub mod asked;
pub mod chain_page;
mod filters;

use leptos::prelude::*;
use services::accounts::SignedIn;
use services::audit::{PER_PAGE, RecordFilter, RecordPage, Recorded};

use self::filters::{Filters, done, named};
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
    let filter = asked::filter(context::query);
    let page = context::query("page").parse().unwrap_or(1).clamp(1, 100_000);
    when_ready(async move {
        let me = services.accounts.signed_in(session.as_ref()).await?;
        let record = services.audit.page(&me.actor, &slug, &filter, page, language).await?;
        Ok(view! { <Shown me record filter page /> })
    })
}

#[component]
fn Shown(me: SignedIn, record: RecordPage, filter: RecordFilter, page: i64) -> impl IntoView {
    let texts = texts();
    let path = context::path();
    let (total, acts) = (record.total, record.acts.clone());
    let rows = acts.into_iter().map(|act| view! { <Act act /> }).collect_view();
    let organisation = record.organisation.clone();
    let none = (total == 0).then(|| view! { <p>{texts.get("audit-none")}</p> });
    let count = texts.with("audit-count", &[("count", total.into())]);
    let (file, chain) =
        (path.clone() + ".csv" + &asked::query(&filter, 1), path.clone() + "/chain");
    let address = {
        let (path, filter) = (path.clone(), filter.clone());
        move |page: i64| format!("{path}{}", asked::query(&filter, page))
    };
    view! {
        <Workspace
            place=Place::organisation(me.actor, organisation)
            title=texts.get("workspace-audit")
        >
            <p class="lead">{texts.get("audit-lead")}</p>
            <Filters action=path filter record />
            <p class="count">{count}</p>
            {none}
            <ol class="record">{rows}</ol>
            <Paging page total per_page=PER_PAGE address />
            <ul class="tags section-top">
                <li>
                    <a class="more" href=file download>
                        {texts.get("audit-export")}
                    </a>
                </li>
                <li>
                    <a class="more" href=chain>
                        {texts.get("audit-chain-title")}
                    </a>
                </li>
            </ul>
        </Workspace>
    }
}

#[component]
fn Act(act: Recorded) -> impl IntoView {
    let number = act.number.map(|number| {
        view! { <span class="quiet numbers">{number}</span> }
    });
    view! {
        <li>
            <p>
                <b>{done(&act.action)}</b>
                " "
                <bdi class="reference-small">{act.object}</bdi>
                " "
                <span class="quiet ltr">{act.detail}</span>
            </p>
            <p class="quiet">
                <bdi>{named(act.who)}</bdi>
                " · "
                <time datetime=act.at.to_string()>{instant(act.at)}</time>
                " "
                {number}
            </p>
        </li>
    }
}
