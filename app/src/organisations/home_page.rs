//! The start of the workspace: one's organisations, and what needs a look today.

use leptos::prelude::*;
use services::accounts::SignedIn;
use services::events::editing::FailedPlan;
use services::events::own::{OwnFound, Which};
use services::organisations::OwnOrganisation;

use super::events_page::OwnRows;
use crate::context::{self, language, services, texts};
use crate::ui::page::when_ready;
use crate::ui::workspace::{Place, Workspace};

/// How many of the next events of each organisation are shown.
const SOON: usize = 4;

/// What is known of an organisation at the start.
struct Part {
    organisation: OwnOrganisation,
    upcoming: OwnFound,
    drafts: i64,
    undelivered: i64,
    failed_plans: Vec<FailedPlan>,
}

/// The start of the workspace.
#[component]
pub fn WorkspaceHomePage() -> impl IntoView {
    let (services, session, language) = (services(), context::session(), language());
    when_ready(async move {
        let me = services.accounts.signed_in(session.as_ref()).await?;
        let mut parts = Vec::new();
        for organisation in services.organisations.own(&me.actor, language).await? {
            let list = async |which| {
                services.events.own_list(&me.actor, &organisation, which, 1, language).await
            };
            let (upcoming, drafts) = (list(Which::Upcoming).await?, list(Which::Drafts).await?);
            let undelivered = services.mail.undelivered(&me.actor, organisation.id).await?;
            let failed_plans =
                services.events.failed_plans(&me.actor, &organisation, language).await?;
            let drafts = drafts.total;
            parts.push(Part { organisation, upcoming, drafts, undelivered, failed_plans });
        }
        Ok(view! { <Shown me parts /> })
    })
}

#[component]
fn Shown(me: SignedIn, parts: Vec<Part>) -> impl IntoView {
    let texts = texts();
    let none = parts.is_empty().then(|| {
        view! {
            <div class="notice">
                <h2>{texts.get("workspace-none-title")}</h2>
                <p>{texts.get("workspace-none-text")}</p>
            </div>
        }
    });
    view! {
        <Workspace place=Place::home(me.actor) title=texts.get("workspace-home")>
            {none}
            {parts.into_iter().map(|part| view! { <OrganisationPart part /> }).collect_view()}
        </Workspace>
    }
}

/// The events that were to be published and were not.
#[component]
fn FailedPlans(root: String, plans: Vec<FailedPlan>) -> impl IntoView {
    let texts = texts();
    let plan = |plan: FailedPlan| {
        let href = format!("{root}/events/{}/edit#publication", plan.slug);
        let words = texts.with("workspace-plan-failed", &[("event", plan.title.into())]);
        view! {
            <li>
                <a href=href>{words}</a>
            </li>
        }
    };
    (!plans.is_empty()).then(|| view! { <ul>{plans.into_iter().map(plan).collect_view()}</ul> })
}

#[component]
fn OrganisationPart(part: Part) -> impl IntoView {
    let texts = texts();
    let own = context::foreign(part.organisation.language);
    let root = context::page(&format!("organise/{}", part.organisation.slug));
    let drafts = (part.drafts > 0).then(|| {
        let words = texts.with("workspace-drafts-count", &[("count", part.drafts.into())]);
        view! {
            <li>
                <a href=format!("{root}?which=drafts")>{words}</a>
            </li>
        }
    });
    let undelivered = (part.undelivered > 0).then(|| {
        let words = texts.with("workspace-undelivered", &[("count", part.undelivered.into())]);
        view! {
            <li>
                <b class="places full">{words}</b>
            </li>
        }
    });
    let mut cards = part.upcoming.cards;
    cards.truncate(SOON);
    let empty = cards.is_empty().then(|| view! { <p>{texts.get("workspace-nothing-soon")}</p> });
    view! {
        <section class="section">
            <h2 dir="auto" lang=own>
                <a href=root.clone()>{part.organisation.name}</a>
            </h2>
            <ul class="tags">{drafts} {undelivered}</ul>
            <FailedPlans root=root.clone() plans=part.failed_plans />
            {empty}
            <OwnRows cards organisation=part.organisation.slug />
            <p>
                <a class="more" href=root>
                    {texts.get("workspace-all-events")}
                </a>
            </p>
        </section>
    }
}
