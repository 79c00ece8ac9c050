//! The start of the workspace: one's organisations, and what needs a look today.

use domain::accounts::{Action, Membership, authorize};
use leptos::prelude::*;
use services::accounts::SignedIn;
use services::events::attention::{Approvals, Attention, Notice, Reason};
use services::events::editing::FailedPlan;
use services::organisations::OwnOrganisation;

use super::events_page::OwnRows;
use crate::context::{self, dates, language, services, texts};
use crate::ui::page::when_ready;
use crate::ui::workspace::{Place, Workspace};

/// The most events that are told of for one organisation; the list of its events has them all.
const MOST: usize = 8;

/// What is known of an organisation at the start.
struct Part {
    organisation: OwnOrganisation,
    attention: Attention,
    failed_plans: Vec<FailedPlan>,
    may_write: bool,
    is_member: bool,
}

/// The start of the workspace.
#[component]
pub fn WorkspaceHomePage() -> impl IntoView {
    let (services, session, language) = (services(), context::session(), language());
    when_ready(async move {
        let me = services.accounts.signed_in(session.as_ref()).await?;
        let mut found = services.events.attention(&me.actor, language).await?;
        let own = services.organisations.own(&me.actor, language).await?;
        let mut parts = Vec::with_capacity(own.len());
        for organisation in own {
            let id = organisation.id;
            let failed_plans =
                services.events.failed_plans(&me.actor, &organisation, language).await?;
            let place = found.iter().position(|(one, _)| *one == id);
            let attention = place.map(|place| found.swap_remove(place).1).unwrap_or_default();
            let may_write = authorize(&me.actor, Action::EditEvents, id.into()).is_ok();
            let of_all = |one: &Membership| one.organisation == id && one.event.is_none();
            let is_member = me.actor.memberships.iter().any(of_all);
            parts.push(Part { organisation, attention, failed_plans, may_write, is_member });
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

#[component]
fn OrganisationPart(part: Part) -> impl IntoView {
    let texts = texts();
    let own = context::foreign(part.organisation.language);
    let root = context::page(&format!("organise/{}", part.organisation.slug));
    let Attention { events, drafts, undelivered, late, approvals, notices, next } = part.attention;
    let drafts = (drafts > 0).then(|| {
        let words = texts.with("workspace-drafts-count", &[("count", drafts.into())]);
        view! {
            <p>
                <a class="more" href=format!("{root}?which=drafts")>
                    {words}
                </a>
            </p>
        }
    });
    let is_new = part.is_member && events == 0;
    let plans = part.failed_plans;
    let today = (!is_new)
        .then(|| view! { <Today notices plans approvals undelivered late root=root.clone() /> });
    let soon = if is_new {
        view! { <FirstEvent root=root.clone() may_write=part.may_write /> }.into_any()
    } else {
        view! {
            <h3>{texts.get("today-next")}</h3>
            {next.is_empty().then(|| view! { <p>{texts.get("workspace-nothing-soon")}</p> })}
            <OwnRows cards=next organisation=part.organisation.slug />
        }
        .into_any()
    };
    view! {
        <section class="section">
            <h2 dir="auto" lang=own>
                <a href=root.clone()>{part.organisation.name}</a>
            </h2>
            {today}
            {soon}
            {drafts}
            <p>
                <a class="more" href=root>
                    {texts.get("workspace-all-events")}
                </a>
            </p>
        </section>
    }
}

/// What there is to do where nothing is yet.
#[component]
fn FirstEvent(root: String, may_write: bool) -> impl IntoView {
    let texts = texts();
    let begin = may_write.then(|| {
        view! {
            <p>
                <a class="button" href=format!("{root}/events/new")>
                    {texts.get("editor-new")}
                </a>
            </p>
        }
    });
    view! {
        <div class="notice">
            <h3>{texts.get("today-first-title")}</h3>
            <p>{texts.get("today-first-text")}</p>
            {begin}
        </div>
    }
}

/// What needs a look, one line for each thing.
#[component]
fn Today(
    notices: Vec<Notice>,
    plans: Vec<FailedPlan>,
    approvals: Vec<Approvals>,
    undelivered: i64,
    late: i64,
    root: String,
) -> impl IntoView {
    let texts = texts();
    let mail = |key: &str, count: i64| {
        (count > 0).then(|| {
            let words = texts.with(key, &[("count", count.into())]);
            view! {
                <li class="worse">
                    <b>{words}</b>
                </li>
            }
        })
    };
    let is_calm =
        notices.is_empty() && plans.is_empty() && approvals.is_empty() && undelivered + late == 0;
    let of_root = root.clone();
    let approval = move |one: Approvals| {
        let href = format!("{of_root}/events/{}/registrations?state=pending-approval", one.slug);
        let words = texts.with("today-approvals", &[("count", one.registrations.into())]);
        let (title, language) = one.title;
        view! {
            <li>
                <a href=href>
                    <bdi lang=context::foreign(language)>{title}</bdi>
                </a>
                <span>{words}</span>
            </li>
        }
    };
    let approvals = approvals.into_iter().map(approval).collect_view();
    let plan = |plan: FailedPlan| {
        let href = format!("{root}/events/{}/edit#publication", plan.slug);
        view! {
            <li class="worse">
                <a href=href>{texts.with("workspace-plan-failed", &[("event", plan.title.into())])}</a>
            </li>
        }
    };
    let plans = plans.into_iter().map(plan).collect_view();
    let more = notices.len().saturating_sub(MOST);
    let more = (more > 0).then(|| {
        view! { <li>{texts.with("today-more", &[("count", more.into())])}</li> }
    });
    let rows = notices.into_iter().take(MOST);
    let rows = rows.map(|notice| view! { <NoticeRow notice root=root.clone() /> }).collect_view();
    if is_calm {
        return view! { <p class="quiet">{texts.get("today-calm")}</p> }.into_any();
    }
    view! {
        <h3>{texts.get("today-attention")}</h3>
        <ul class="attention">
            {mail("workspace-undelivered", undelivered)} {mail("today-late", late)} {plans}
            {approvals} {rows}
            {more}
        </ul>
    }
    .into_any()
}

#[component]
fn NoticeRow(notice: Notice, root: String) -> impl IntoView {
    let texts = texts();
    let Notice { reason, card } = notice;
    let event = format!("{root}/events/{}", card.slug);
    let (href, words) = match reason {
        Reason::NotAnnounced => (format!("{event}/edit"), texts.get("today-not-announced")),
        Reason::Full => (format!("{event}/edit"), texts.get("today-full")),
        Reason::NearlyFull => {
            let words = [("taken", card.taken.into()), ("capacity", card.capacity.into())];
            (event, texts.with("today-nearly-full", &words))
        }
        Reason::Untranslated(count) => {
            let words = texts.with("today-untranslated", &[("count", count.into())]);
            (format!("{event}/edit"), words)
        }
    };
    let when = card.when.as_ref().map(|when| dates().start(when));
    view! {
        <li>
            <a href=href>
                <bdi lang=context::foreign(card.language)>{card.title}</bdi>
            </a>
            <span>{words}</span>
            <span class="quiet">{when}</span>
        </li>
    }
}
