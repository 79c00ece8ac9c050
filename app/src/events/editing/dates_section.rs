//! When the event takes place: a list of dates, and the form of one of them.

use std::sync::Arc;

use domain::events::drafts::DateDraft;
use domain::events::{EventStatus, TicketKind};
use domain::ids::OccurrenceId;
use domain::invalid::{Field, Invalid};
use leptos::prelude::*;
use services::events::editing::DateChange;
use services::events::own::OwnDate;

use super::edit_page::{Back, Edit, Sent};
use super::fields::{ForEvent, Mistakes, SaveButton, SectionFrame, Telling};
use super::{At, DateForm};
use crate::context::{self, dates, texts};
use crate::error::AppError;
use crate::organisations::events_page::{Filled, StatusTag};
use crate::ui::form::{Kind, TextField};

/// The id of the section.
pub const ID: &str = "dates";

/// What the address says where a new date is shown.
const NEW: &str = "new";

fn id(date: &str) -> Result<Option<OccurrenceId>, AppError> {
    match date {
        "" => Ok(None),
        date => date.parse().map(OccurrenceId).map(Some).map_err(|_| AppError::NotFound),
    }
}

/// A date is added or changed.
pub async fn write(form: DateForm) -> Result<(), AppError> {
    let date = id(&form.date)?;
    let sent = Sent::open(&form.at).await?;
    let done = sent.events().write_date(&sent.target(), date, &form.when).await;
    let query = match &done {
        Ok(true) => "&moved=1".to_owned(),
        Ok(false) => String::new(),
        Err(_) if date.is_none() => format!("&date={NEW}"),
        Err(_) => format!("&date={}", form.date),
    };
    sent.answer(ID, form, done.map(drop), &query).await
}

/// A date is cancelled, held after all, or deleted.
pub async fn change(form: DateForm) -> Result<(), AppError> {
    let date = id(&form.date)?.ok_or(AppError::NotFound)?;
    let change = DateChange::ALL.into_iter().find(|one| one.code() == form.change);
    let change = change.ok_or(AppError::Unreadable)?;
    let sent = Sent::open(&form.at).await?;
    let done = sent.events().change_date(&sent.target(), date, change).await;
    let query = if done.is_ok() { String::new() } else { format!("&date={}", form.date) };
    // Nothing was typed: the page shows what stands there.
    sent.answer(ID, None::<DateForm>, done, &query).await
}

/// The section.
pub async fn section(edit: Arc<Edit>) -> AnyView {
    let texts = texts();
    let back: Back<DateForm> = edit.returned(ID).await;
    let own_dates = edit.edited.dates.clone();
    let chosen = own_dates.iter().find(|date| date.id.0.to_string() == edit.date).cloned();
    let is_new = own_dates.is_empty() || edit.date == NEW;
    let row = |date: OwnDate| {
        let current = chosen.as_ref().is_some_and(|chosen| chosen.id == date.id);
        view! { <DateRow date current /> }
    };
    let rows = own_dates.iter().cloned().map(row).collect_view();
    let add = (!is_new).then(|| {
        view! {
            <p>
                <a class="button second" href=format!("{}?date={NEW}#{ID}", context::path())>
                    {texts.get("editor-date-add")}
                </a>
            </p>
        }
    });
    let moved = (edit.moved && edit.was_saved(ID)).then(|| {
        view! {
            <p class="notice" role="status">
                {texts.get("editor-date-moved")}
            </p>
        }
    });
    let saved = edit.was_saved(ID);
    let form = (is_new || chosen.is_some())
        .then(|| view! { <DateForms edit=Arc::clone(&edit) back chosen=chosen.clone() /> });
    view! {
        <SectionFrame id=ID saved>
            {moved} <ul class="own-events">{rows}</ul> {add} {form}
        </SectionFrame>
    }
    .into_any()
}

#[component]
fn DateRow(date: OwnDate, current: bool) -> impl IntoView {
    let texts = texts();
    let href = format!("{}?date={}#{ID}", context::path(), date.id.0);
    let cancelled = date.cancelled.then(|| view! { <StatusTag status=EventStatus::Cancelled /> });
    let span = dates().span(&date.when);
    let label = texts.plain("editor-date-change-label", &[("date", span.clone().into())]);
    view! {
        <li>
            <div>
                <h3>
                    <time datetime=date.when.starts.to_string()>{span}</time>
                </h3>
                <p class="quiet">{dates().zone_with_offset(&date.when)} " " {cancelled}</p>
            </div>
            <p>
                <a href=href aria-label=label aria-current=current.then_some("true")>
                    {texts.get("editor-date-change")}
                </a>
            </p>
            <Filled taken=date.taken capacity=date.capacity />
        </li>
    }
}

/// What a new date begins with: zone and places of the last one.
fn fresh(edit: &Edit) -> DateDraft {
    let last = edit.edited.dates.last();
    let zone = last.map(|date| date.when.zone.clone()).unwrap_or_default();
    let capacity = last.map(|date| date.capacity.to_string()).unwrap_or_default();
    DateDraft { zone, capacity, ..DateDraft::default() }
}

/// The form of one date, and those that change it as a whole.
#[component]
fn DateForms(edit: Arc<Edit>, back: Back<DateForm>, chosen: Option<OwnDate>) -> impl IntoView {
    let texts = texts();
    let at = back.at(&edit, |form| &form.at);
    let now = match &chosen {
        Some(date) => DateDraft::from((&date.when, date.capacity)),
        None => fresh(&edit),
    };
    let typed = back.values.map_or_else(|| now.clone(), |form| form.when);
    let whole_days = |draft: &DateDraft| {
        let key = if draft.all_day.is_empty() { "editor-no" } else { "editor-yes" };
        texts.get(key)
    };
    let present = vec![
        ("editor-starts", typed.starts.clone(), now.starts.clone()),
        ("editor-ends", typed.ends.clone(), now.ends.clone()),
        ("editor-zone", typed.zone.clone(), now.zone.clone()),
        ("editor-all-day", whole_days(&typed), whole_days(&now)),
        ("editor-capacity", typed.capacity.clone(), now.capacity.clone()),
    ];
    let id = chosen.as_ref().map(|date| date.id.0.to_string()).unwrap_or_default();
    let title = if chosen.is_some() { "editor-date-change-title" } else { "editor-date-add" };
    let invalid = back.invalid.clone();
    let is_draft = edit.edited.written.status == EventStatus::Draft;
    let count = chosen.as_ref().map_or(0, |date| edit.to_tell(Some(date.id)));
    let state = chosen.map(|date| view! { <Changes at=edit.at() date is_draft count /> });
    view! {
        <h3>{texts.get(title)}</h3>
        <Mistakes invalid present />
        <form class="form" method="post" action="/api/event-date" novalidate>
            <ForEvent at=at.clone() />
            <input type="hidden" name="form[date]" value=id />
            <DateFields typed invalid=back.invalid />
            <Telling count at />
            <SaveButton />
        </form>
        {state}
    }
}

#[component]
fn DateFields(typed: DateDraft, invalid: Vec<Invalid>) -> impl IntoView {
    let texts = texts();
    view! {
        <div class="pair">
            <TextField
                field=Field::Starts
                name="form[when][starts]"
                label="editor-starts"
                value=typed.starts
                invalid=invalid.clone()
                kind=Kind::DateTime
            />
            <TextField
                field=Field::Ends
                name="form[when][ends]"
                label="editor-ends"
                value=typed.ends
                invalid=invalid.clone()
                kind=Kind::DateTime
            />
        </div>
        <label class="check">
            <input
                type="checkbox"
                name="form[when][all_day]"
                value="on"
                checked=!typed.all_day.is_empty()
            />
            {texts.get("editor-all-day")}
        </label>
        <div class="pair">
            <TextField
                field=Field::Zone
                name="form[when][zone]"
                label="editor-zone"
                value=typed.zone
                invalid=invalid.clone()
                max=60
                list=Some("zones")
            />
            <TextField
                field=Field::Capacity
                name="form[when][capacity]"
                label="editor-capacity"
                value=typed.capacity
                invalid
                kind=Kind::Number
                max=6
            />
        </div>
        <Zones id="zones" />
    }
}

/// The zones that have a place in their name, for a field of this list.
#[component]
pub fn Zones(
    /// The id of the list.
    id: &'static str,
) -> impl IntoView {
    let names = jiff::tz::db().available().map(|name| name.to_string());
    let zones = names.filter(|name| name.contains('/') && !name.starts_with("Etc/"));
    let zone = |name: String| view! { <option value=name></option> };
    view! { <datalist id=id>{zones.map(zone).collect_view()}</datalist> }
}

/// Cancelling a date, holding it after all, deleting it.
#[component]
fn Changes(at: At, date: OwnDate, is_draft: bool, count: i64) -> impl IntoView {
    let taken: i64 = date.tickets.iter().map(|(_, _, taken): &(TicketKind, _, i64)| taken).sum();
    let cancel = if date.cancelled { DateChange::Hold } else { DateChange::Cancel };
    let delete = (is_draft && taken == 0).then_some(DateChange::Delete);
    let id = date.id.0.to_string();
    let change = |change: DateChange| {
        view! { <ChangeForm at=at.clone() id=id.clone() change count /> }
    };
    view! {
        <div class="actions">
            {[Some(cancel), delete].into_iter().flatten().map(change).collect_view()}
        </div>
    }
}

#[component]
fn ChangeForm(at: At, id: String, change: DateChange, count: i64) -> impl IntoView {
    let texts = texts();
    let code = change.code();
    let button = texts.get(&format!("editor-date-{code}"));
    view! {
        <details class="confirm">
            <summary class="button second">{button.clone()}</summary>
            <form method="post" action="/api/event-date-state">
                <ForEvent at=at.clone() />
                <input type="hidden" name="form[date]" value=id />
                <input type="hidden" name="form[change]" value=code />
                <p>{texts.get(&format!("editor-date-{code}-text"))}</p>
                <Telling count at />
                <button class="button back" type="submit">
                    {button}
                </button>
            </form>
        </details>
    }
}
