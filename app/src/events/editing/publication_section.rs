//! Whether the event is announced and when it is to be, where it is shown, and whether it takes
//! place.

use std::sync::Arc;

use domain::events::{EventStatus, Missing};
use domain::invalid::{Field, Invalid};
use leptos::prelude::*;
use services::events::editing::{WrittenPlan, WrittenPublication};

use super::edit_page::{Back, Edit, Sent};
use super::fields::{ForEvent, Mistakes, SectionFrame, Telling};
use super::{At, MarkForm, PlanForm, StatusForm};
use crate::context::{dates, texts};
use crate::error::AppError;
use crate::organisations::events_page::StatusTag;
use crate::ui::form::{Kind, TextField};

/// The id of the section.
pub const ID: &str = "publication";

/// What a returned plan is called: another form of this section.
const PLAN: &str = "plan";

/// The marks of an event, as forms name them.
const MARKS: [&str; 4] = ["list", "unlist", "template", "no-template"];

/// The event gets another state.
pub async fn set(form: StatusForm) -> Result<(), AppError> {
    let next: EventStatus = form.status.parse().map_err(|_| AppError::Unreadable)?;
    let sent = Sent::open(&form.at).await?;
    let done = sent.events().set_status(&sent.target(), next).await;
    sent.answer(ID, form, done, "").await
}

/// It is planned to publish the event.
pub async fn plan(form: PlanForm) -> Result<(), AppError> {
    let sent = Sent::open(&form.at).await?;
    let done = sent.events().plan(&sent.target(), &form.plan).await;
    sent.answer(PLAN, form, done, "").await
}

/// A plan is taken back.
pub async fn withdraw(form: PlanForm) -> Result<(), AppError> {
    let sent = Sent::open(&form.at).await?;
    let done = sent.events().withdraw_plan(&sent.target()).await;
    sent.answer(ID, None::<StatusForm>, done, "").await
}

/// The event is put into lists or taken out, kept as a template or not.
pub async fn mark(form: MarkForm) -> Result<(), AppError> {
    let sent = Sent::open(&form.at).await?;
    let (events, target) = (sent.events(), sent.target());
    let done = match form.mark.as_str() {
        "list" => events.set_listed(&target, true).await,
        "unlist" => events.set_listed(&target, false).await,
        "template" => events.set_template(&target, true).await,
        "no-template" => events.set_template(&target, false).await,
        _ => return Err(AppError::Unreadable),
    };
    sent.answer(ID, None::<StatusForm>, done, "").await
}

/// The section.
pub async fn section(edit: Arc<Edit>) -> AnyView {
    let texts = texts();
    let back: Back<StatusForm> = edit.returned(ID).await;
    let planned: Back<PlanForm> = edit.returned(PLAN).await;
    let written = &edit.edited.written;
    let (status, publication) = (written.status, written.publication.clone());
    let name = |status: EventStatus| texts.get(&format!("status-{}", status.code()));
    let typed = back.values.as_ref().and_then(|form| form.status.parse().ok()).map(name);
    let mut present = vec![("editor-status", typed.unwrap_or_default(), name(status))];
    if let Some(form) = &planned.values {
        present = vec![("editor-publish-at", form.plan.at.clone(), plan_words(&publication))];
    }
    let invalid: Vec<Invalid> = back.invalid.into_iter().chain(planned.invalid.clone()).collect();
    let is_ready = edit.edited.missing.is_empty() && !publication.template;
    let list = (status != EventStatus::Published).then(|| {
        let (needed, missing) = (written.needed().collect(), edit.edited.missing.clone());
        view! { <Checklist needed missing /> }
    });
    let may = |next: &&EventStatus| {
        status.may_become(**next) && (is_ready || **next != EventStatus::Published)
    };
    let at = edit.at();
    let count = edit.to_tell(None);
    let change = |next: &EventStatus| view! { <Change at=at.clone() next=*next count /> };
    let changes = EventStatus::ALL.iter().filter(may).map(change).collect_view();
    let may_plan = is_ready && status == EventStatus::Draft;
    let saved = edit.was_saved(ID) || edit.was_saved(PLAN);
    let mark = |mark: &'static str| view! { <Mark at=at.clone() mark /> };
    let marks = marks(status, &publication).into_iter().map(mark).collect_view();
    view! {
        <SectionFrame id=ID saved>
            <Mistakes invalid present />
            <p id=Field::Status.to_string()>
                <StatusTag status />
                {publication.unlisted.then(|| view! { " " <Tag key="editor-unlisted" /> })}
                {publication.template.then(|| view! { " " <Tag key="editor-template" /> })}
            </p>
            <Planned at=at.clone() publication />
            {list}
            <div class="actions">{changes}</div>
            {may_plan.then(|| view! { <PlanSection at=at.clone() back=planned /> })}
            <div class="actions">{marks}</div>
        </SectionFrame>
    }
    .into_any()
}

/// Which marks can be set or taken away now.
fn marks(status: EventStatus, publication: &WrittenPublication) -> Vec<&'static str> {
    let [list, unlist, template, no_template] = MARKS;
    let mut marks = Vec::new();
    if !publication.template {
        marks.push(if publication.unlisted { list } else { unlist });
    }
    if status == EventStatus::Draft && publication.plan.is_none() {
        marks.push(if publication.template { no_template } else { template });
    }
    marks
}

fn plan_words(publication: &WrittenPublication) -> String {
    let moment = |plan: &WrittenPlan| dates().moment(plan.at, &plan.zone);
    publication.plan.as_ref().map(moment).unwrap_or_default()
}

#[component]
fn Tag(key: &'static str) -> impl IntoView {
    view! { <span class="state">{texts().get(key)}</span> }
}

#[component]
fn Checklist(needed: Vec<Missing>, missing: Vec<Missing>) -> impl IntoView {
    let texts = texts();
    let item = |what: &Missing| {
        let there = !missing.contains(what);
        let state = if there { "there" } else { "missing" };
        let class = if there { "places open" } else { "places full" };
        view! {
            <li>
                <span class=class>{texts.get(&format!("editor-{}-{state}", what.code()))}</span>
            </li>
        }
    };
    view! {
        <h3>{texts.get("editor-checklist")}</h3>
        <ul>{needed.iter().map(item).collect_view()}</ul>
    }
}

#[component]
fn Change(at: At, next: EventStatus, count: i64) -> impl IntoView {
    let texts = texts();
    let code = next.code();
    let button = texts.get(&format!("editor-become-{code}"));
    let class = if next == EventStatus::Published { "button" } else { "button second" };
    view! {
        <details class="confirm">
            <summary class=class>{button.clone()}</summary>
            <form method="post" action="/api/event-status">
                <ForEvent at=at.clone() />
                <input type="hidden" name="form[status]" value=code />
                <p>{texts.get(&format!("editor-become-{code}-text"))}</p>
                <Telling count at />
                <button class="button" type="submit">
                    {button}
                </button>
            </form>
        </details>
    }
}

/// When the event is to be published, with the way to take that back; or that it should have been.
#[component]
fn Planned(at: At, publication: WrittenPublication) -> impl IntoView {
    let texts = texts();
    let failed = publication.failed_at.is_some().then(|| {
        view! { <p class="notice bad">{texts.get("editor-plan-failed")}</p> }
    });
    let words = plan_words(&publication);
    let plan = publication.plan.is_some().then(|| {
        let words = texts.with("editor-planned", &[("moment", words.into())]);
        view! {
            <form method="post" action="/api/event-plan-end">
                <ForEvent at />
                <p>
                    {words} " "
                    <button class="button second" type="submit">
                        {texts.get("editor-plan-withdraw")}
                    </button>
                </p>
            </form>
        }
    });
    view! {
        {failed}
        {plan}
    }
}

/// A time at which the event is to be published.
#[component]
fn PlanSection(at: At, back: Back<PlanForm>) -> impl IntoView {
    let texts = texts();
    let open = !back.invalid.is_empty();
    let value = back.values.map(|form| form.plan.at).unwrap_or_default();
    view! {
        <details class="confirm" open=open>
            <summary class="button second">{texts.get("editor-plan")}</summary>
            <form class="form" method="post" action="/api/event-plan" novalidate>
                <ForEvent at />
                <TextField
                    field=Field::PublishAt
                    name="form[plan][at]"
                    label="editor-publish-at"
                    value
                    invalid=back.invalid
                    kind=Kind::DateTime
                />
                <button class="button" type="submit">
                    {texts.get("editor-plan")}
                </button>
            </form>
        </details>
    }
}

#[component]
fn Mark(at: At, mark: &'static str) -> impl IntoView {
    let texts = texts();
    let button = texts.get(&format!("editor-mark-{mark}"));
    view! {
        <details class="confirm">
            <summary class="button second">{button.clone()}</summary>
            <form method="post" action="/api/event-mark">
                <ForEvent at />
                <input type="hidden" name="form[mark]" value=mark />
                <p>{texts.get(&format!("editor-mark-{mark}-text"))}</p>
                <button class="button" type="submit">
                    {button}
                </button>
            </form>
        </details>
    }
}
