//! In which capacities one comes, and how many places each has of its own.

use std::sync::Arc;

use domain::events::TicketKind;
use domain::events::drafts::{TicketDraft, TicketsDraft};
use domain::invalid::{Field, Invalid};
use leptos::prelude::*;
use services::events::editing::Written;

use super::TicketsForm;
use super::edit_page::{Back, Edit, Sent};
use super::fields::{ForEvent, Mistakes, SaveButton, SectionFrame};
use crate::context::texts;
use crate::error::AppError;
use crate::ui::form::error;

/// The id of the section.
pub const ID: &str = "tickets";

/// The ticket types are written.
pub async fn write(form: TicketsForm) -> Result<(), AppError> {
    let sent = Sent::open(&form.at).await?;
    let done = sent.events().write_tickets(&sent.target(), &form.tickets).await;
    sent.answer(ID, form, done, "").await
}

/// The section.
pub async fn section(edit: Arc<Edit>) -> AnyView {
    let texts = texts();
    let back: Back<TicketsForm> = edit.returned(ID).await;
    let at = back.at(&edit, |form| &form.at);
    let now = draft(&edit.edited.written);
    let typed = back.values.map_or_else(|| now.clone(), |form| form.tickets);
    let present = vec![("editor-tickets", words(&typed), words(&now))];
    let (invalid, saved) = (back.invalid, edit.was_saved(ID));
    let wrong = error(&invalid, Field::Tickets);
    let wrong = wrong.map(|error| view! { <span class="error">{error}</span> });
    let row = |kind: &TicketKind| {
        let draft = typed.0.get(kind.code()).cloned().unwrap_or_default();
        view! { <TicketRow kind=*kind draft invalid=invalid.clone() /> }
    };
    let rows = TicketKind::ALL.iter().map(row).collect_view();
    view! {
        <SectionFrame id=ID saved>
            <p>{texts.get("editor-tickets-text")}</p>
            <Mistakes invalid=invalid.clone() present />
            <form class="form" method="post" action="/api/event-tickets" novalidate>
                <ForEvent at />
                <fieldset id=Field::Tickets.to_string() class="checks">
                    <legend class="unseen">{texts.get("editor-tickets")}</legend>
                    {wrong}
                    {rows}
                </fieldset>
                <SaveButton />
            </form>
        </SectionFrame>
    }
    .into_any()
}

/// What the form begins with.
fn draft(written: &Written) -> TicketsDraft {
    let row = |(kind, capacity): &(TicketKind, Option<i64>)| {
        let capacity = capacity.map(|capacity| capacity.to_string()).unwrap_or_default();
        (kind.code().to_owned(), TicketDraft { offered: "on".to_owned(), capacity })
    };
    TicketsDraft(written.tickets.iter().map(row).collect())
}

/// The ticket types in a line.
fn words(draft: &TicketsDraft) -> String {
    let texts = texts();
    let offered = |kind: &TicketKind| {
        let draft = draft.0.get(kind.code()).filter(|draft| !draft.offered.is_empty())?;
        let name = texts.get(&format!("ticket-{}", kind.code()));
        let capacity = draft.capacity.trim();
        Some(if capacity.is_empty() { name } else { format!("{name} ({capacity})") })
    };
    let words: Vec<_> = TicketKind::ALL.iter().filter_map(offered).collect();
    words.join(&texts.get("list-separator"))
}

#[component]
fn TicketRow(kind: TicketKind, draft: TicketDraft, invalid: Vec<Invalid>) -> impl IntoView {
    let texts = texts();
    let code = kind.code();
    let name = texts.get(&format!("ticket-{code}"));
    let label = texts.with("editor-ticket-capacity", &[("ticket", name.clone().into())]);
    let (offered, capacity) = (Field::TicketOffered(kind), Field::TicketCapacity(kind));
    let message = |field: Field| {
        let id = format!("{field}-error");
        error(&invalid, field).map(|error| {
            view! {
                <span class="error" id=id>
                    {error}
                </span>
            }
        })
    };
    let described =
        |field: Field| error(&invalid, field).is_some().then(|| format!("{field}-error"));
    let wrong = |field: Field| error(&invalid, field).is_some().then_some("true");
    let class = if wrong(capacity).is_some() { "field wrong" } else { "field" };
    view! {
        <div class="pair ticket-row">
            <div>
                {message(offered)}
                <label class="check">
                    <input
                        type="checkbox"
                        id=offered.to_string()
                        name=format!("form[tickets][{code}][offered]")
                        value="on"
                        checked=!draft.offered.is_empty()
                        aria-invalid=wrong(offered)
                        aria-describedby=described(offered)
                    />
                    {name}
                </label>
            </div>
            <p class=class>
                <label for=capacity.to_string()>{label}</label>
                {message(capacity)}
                <input
                    type="number"
                    inputmode="numeric"
                    min="0"
                    id=capacity.to_string()
                    name=format!("form[tickets][{code}][capacity]")
                    value=draft.capacity
                    aria-invalid=wrong(capacity)
                    aria-describedby=described(capacity)
                />
            </p>
        </div>
    }
}
