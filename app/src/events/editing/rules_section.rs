//! From when until when one can register, and until when places can be given back.

use std::sync::Arc;

use domain::events::TicketKind;
use domain::events::drafts::{RulesDraft, WindowDraft};
use domain::invalid::{Field, Invalid};
use jiff::civil::DateTime;
use leptos::prelude::*;
use services::events::editing::{Written, WrittenWindow};

use super::RulesForm;
use super::dates_section::Zones;
use super::edit_page::{Back, Edit, Sent};
use super::fields::{ForEvent, Mistakes, SaveButton, SectionFrame};
use crate::context::texts;
use crate::error::AppError;
use crate::ui::form::{Kind, TextField};

/// The id of the section.
pub const ID: &str = "rules";

/// The rules are written.
pub async fn write(form: RulesForm) -> Result<(), AppError> {
    let sent = Sent::open(&form.at).await?;
    let done = sent.events().write_rules(&sent.target(), &form.rules).await;
    sent.answer(ID, form, done, "").await
}

/// The section.
pub async fn section(edit: Arc<Edit>) -> AnyView {
    let texts = texts();
    let back: Back<RulesForm> = edit.returned(ID).await;
    let at = back.at(&edit, |form| &form.at);
    let written = &edit.edited.written;
    let now = draft(written);
    let typed = back.values.map_or_else(|| now.clone(), |form| form.rules);
    let present = present(&typed, &now);
    let (invalid, saved) = (back.invalid, edit.was_saved(ID));
    let offered: Vec<TicketKind> = written.tickets.iter().map(|(kind, _)| *kind).collect();
    view! {
        <SectionFrame id=ID saved>
            <p>{texts.get("editor-rules-text")}</p>
            <Mistakes invalid=invalid.clone() present />
            <form class="form" method="post" action="/api/event-rules" novalidate>
                <ForEvent at />
                <Opening typed=typed.clone() invalid=invalid.clone() />
                <OfTickets offered typed=typed.clone() invalid=invalid.clone() />
                <GivingBack typed invalid />
                <SaveButton />
            </form>
        </SectionFrame>
    }
    .into_any()
}

/// What the form begins with: where there are no times yet, the zone of the first date.
fn draft(written: &Written) -> RulesDraft {
    let rules = &written.rules;
    let of_dates = written.dates.first().map(|date| date.zone.clone()).unwrap_or_default();
    let zone = if rules.zone.is_empty() { of_dates } else { rules.zone.clone() };
    let hours = |hours: Option<i64>| hours.map(|hours| hours.to_string()).unwrap_or_default();
    RulesDraft {
        window: window(&rules.window),
        closes_hours: hours(rules.closes_hours),
        zone,
        returns_hours: hours(rules.returns_hours.filter(|hours| *hours > 0)),
        returns_never: if rules.returns_hours.is_none() { "on".into() } else { String::new() },
        tickets: rules
            .tickets
            .iter()
            .map(|(kind, own)| (kind.code().to_owned(), window(own)))
            .collect(),
    }
}

fn window(window: &WrittenWindow) -> WindowDraft {
    let time = |time: Option<DateTime>| {
        time.map(|time| time.strftime("%Y-%m-%dT%H:%M").to_string()).unwrap_or_default()
    };
    WindowDraft { opens: time(window.opens), closes: time(window.closes) }
}

/// What was typed beside what stands there now.
fn present(typed: &RulesDraft, now: &RulesDraft) -> Vec<(&'static str, String, String)> {
    let texts = texts();
    let never = |draft: &RulesDraft| {
        let key = if draft.returns_never.is_empty() { "editor-no" } else { "editor-yes" };
        texts.get(key)
    };
    let tickets = |draft: &RulesDraft| {
        let one = |(code, window): (&String, &WindowDraft)| {
            let name = texts.find(&format!("ticket-{code}")).unwrap_or_default();
            (*window != WindowDraft::default())
                .then(|| format!("{name}: {} / {}", window.opens, window.closes))
        };
        draft.tickets.iter().filter_map(one).collect::<Vec<_>>().join("\n")
    };
    let pair = |value: &dyn Fn(&RulesDraft) -> String| (value(typed), value(now));
    let rows: [(&'static str, (String, String)); 7] = [
        ("editor-opens", pair(&|draft| draft.window.opens.clone())),
        ("editor-closes", pair(&|draft| draft.window.closes.clone())),
        ("editor-closes-hours", pair(&|draft| draft.closes_hours.clone())),
        ("editor-zone", pair(&|draft| draft.zone.clone())),
        ("editor-tickets", pair(&tickets)),
        ("editor-returns-hours", pair(&|draft| draft.returns_hours.clone())),
        ("editor-returns-never", pair(&never)),
    ];
    rows.into_iter().map(|(label, (typed, now))| (label, typed, now)).collect()
}

#[component]
fn Opening(typed: RulesDraft, invalid: Vec<Invalid>) -> impl IntoView {
    view! {
        <div class="pair">
            <TextField
                field=Field::Opens
                name="form[rules][window][opens]"
                label="editor-opens"
                value=typed.window.opens
                invalid=invalid.clone()
                kind=Kind::DateTime
                optional=true
            />
            <TextField
                field=Field::Closes
                name="form[rules][window][closes]"
                label="editor-closes"
                value=typed.window.closes
                invalid=invalid.clone()
                kind=Kind::DateTime
                optional=true
            />
        </div>
        <div class="pair">
            <TextField
                field=Field::ClosesHours
                name="form[rules][closes_hours]"
                label="editor-closes-hours"
                value=typed.closes_hours
                invalid=invalid.clone()
                kind=Kind::Number
                max=4
                optional=true
            />
            <TextField
                field=Field::RulesZone
                name="form[rules][zone]"
                label="editor-zone"
                value=typed.zone
                invalid
                max=60
                list=Some("rules-zones")
                optional=true
            />
        </div>
        <Zones id="rules-zones" />
    }
}

/// Opening and closing of each way to come.
#[component]
fn OfTickets(offered: Vec<TicketKind>, typed: RulesDraft, invalid: Vec<Invalid>) -> impl IntoView {
    let texts = texts();
    let is_open = offered.iter().any(|kind| typed.tickets.contains_key(kind.code()));
    let row = |kind: &TicketKind| {
        let code = kind.code();
        let window = typed.tickets.get(code).cloned().unwrap_or_default();
        view! {
            <fieldset class="checks">
                <legend class="label">{texts.get(&format!("ticket-{code}"))}</legend>
                <div class="pair">
                    <TextField
                        field=Field::TicketOpens(*kind)
                        name=format!("form[rules][tickets][{code}][opens]")
                        label="editor-ticket-opens"
                        value=window.opens
                        invalid=invalid.clone()
                        kind=Kind::DateTime
                        optional=true
                    />
                    <TextField
                        field=Field::TicketCloses(*kind)
                        name=format!("form[rules][tickets][{code}][closes]")
                        label="editor-ticket-closes"
                        value=window.closes
                        invalid=invalid.clone()
                        kind=Kind::DateTime
                        optional=true
                    />
                </div>
            </fieldset>
        }
    };
    let rows = offered.iter().map(row).collect_view();
    (!offered.is_empty()).then(|| {
        view! {
            <details open=is_open>
                <summary>{texts.get("editor-rules-tickets")}</summary>
                {rows}
            </details>
        }
    })
}

#[component]
fn GivingBack(typed: RulesDraft, invalid: Vec<Invalid>) -> impl IntoView {
    view! {
        <TextField
            field=Field::Returns
            name="form[rules][returns_hours]"
            label="editor-returns-hours"
            value=typed.returns_hours
            invalid
            kind=Kind::Number
            max=4
            optional=true
        />
        <label class="check">
            <input
                type="checkbox"
                name="form[rules][returns_never]"
                value="on"
                checked=!typed.returns_never.is_empty()
            />
            {texts().get("editor-returns-never")}
        </label>
    }
}
