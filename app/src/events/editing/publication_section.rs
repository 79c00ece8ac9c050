//! Whether the event is announced, and whether it takes place.

use std::sync::Arc;

use domain::events::{EventStatus, Missing};
use domain::invalid::Field;
use leptos::prelude::*;

use super::edit_page::{Back, Edit, Sent};
use super::fields::{ForEvent, Mistakes, SectionFrame};
use super::{At, StatusForm};
use crate::context::texts;
use crate::error::AppError;
use crate::organisations::events_page::StatusTag;

/// The id of the section.
pub const ID: &str = "publication";

/// The event gets another state.
pub async fn set(form: StatusForm) -> Result<(), AppError> {
    let next: EventStatus = form.status.parse().map_err(|_| AppError::Unreadable)?;
    let sent = Sent::open(&form.at).await?;
    let done = sent.events().set_status(&sent.target(), next).await;
    sent.answer(ID, form, done, "").await
}

/// The section.
pub async fn section(edit: Arc<Edit>) -> AnyView {
    let texts = texts();
    let back: Back<StatusForm> = edit.returned(ID).await;
    let status = edit.edited.written.status;
    let name = |status: EventStatus| texts.get(&format!("status-{}", status.code()));
    let typed = back.values.as_ref().and_then(|form| form.status.parse().ok()).map(name);
    let present = vec![("editor-status", typed.unwrap_or_default(), name(status))];
    let missing = edit.edited.missing.clone();
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
    let list = (status != EventStatus::Published).then(|| {
        view! {
            <h3>{texts.get("editor-checklist")}</h3>
            <ul>{Missing::ALL.iter().map(item).collect_view()}</ul>
        }
    });
    let is_ready = missing.is_empty();
    let may = |next: &&EventStatus| {
        status.may_become(**next) && (is_ready || **next != EventStatus::Published)
    };
    let at = edit.at();
    let change = |next: &EventStatus| view! { <Change at=at.clone() next=*next /> };
    let changes = EventStatus::ALL.iter().filter(may).map(change).collect_view();
    let saved = edit.was_saved(ID);
    view! {
        <SectionFrame id=ID saved>
            <Mistakes invalid=back.invalid present />
            <p id=Field::Status.to_string()>
                <StatusTag status />
            </p>
            {list}
            <div class="actions">{changes}</div>
        </SectionFrame>
    }
    .into_any()
}

#[component]
fn Change(at: At, next: EventStatus) -> impl IntoView {
    let texts = texts();
    let code = next.code();
    let button = texts.get(&format!("editor-become-{code}"));
    let class = if next == EventStatus::Published { "button" } else { "button second" };
    view! {
        <details class="confirm">
            <summary class=class>{button.clone()}</summary>
            <form method="post" action="/api/event-status">
                <ForEvent at />
                <input type="hidden" name="form[status]" value=code />
                <p>{texts.get(&format!("editor-become-{code}-text"))}</p>
                <button class="button" type="submit">
                    {button}
                </button>
            </form>
        </details>
    }
}
