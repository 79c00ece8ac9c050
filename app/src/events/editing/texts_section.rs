//! What the event says, one language at a time.

use std::sync::Arc;

use domain::events::drafts::TextDraft;
use domain::invalid::Field;
use domain::language::Language;
use leptos::prelude::*;
use services::events::editing::{Written, WrittenText};

use super::edit_page::{Back, Edit, Sent};
use super::fields::{ForEvent, Mistakes, SaveButton, SectionFrame, Telling};
use super::{At, TextForm};
use crate::context::{self, language, texts};
use crate::error::AppError;
use crate::ui::form::{TextArea, TextField};

/// The id of the section.
pub const ID: &str = "texts";

/// What the event says in one language is written.
pub async fn write(form: TextForm) -> Result<(), AppError> {
    let language: Language = form.written_in.parse().map_err(|_| AppError::Unreadable)?;
    let sent = Sent::open(&form.at).await?;
    let done = sent.events().write_text(&sent.target(), language, &form.text).await;
    sent.answer(ID, form, done, &format!("&text={}", language.code())).await
}

/// What the event says in one language is taken away.
pub async fn remove(form: TextForm) -> Result<(), AppError> {
    let language: Language = form.written_in.parse().map_err(|_| AppError::Unreadable)?;
    let sent = Sent::open(&form.at).await?;
    let done = sent.events().remove_text(&sent.target(), language).await;
    // Nothing was typed: the page shows what stands there.
    sent.answer(ID, None::<TextForm>, done, "").await
}

/// The language whose text is shown: the one of the address, else that of the page, else the best
/// that there is.
fn shown(edit: &Edit) -> Language {
    let written = &edit.edited.written;
    let has_text = |language: &Language| written.text(*language).is_some();
    edit.text
        .parse()
        .ok()
        .or_else(|| language().fall_backs().find(has_text))
        .unwrap_or_else(language)
}

/// The section.
pub async fn section(edit: Arc<Edit>) -> AnyView {
    let back: Back<TextForm> = edit.returned(ID).await;
    let shown = shown(&edit);
    let written = edit.edited.written.clone();
    let saved = edit.was_saved(ID);
    view! {
        <SectionFrame id=ID saved>
            <Completeness written=written.clone() />
            <Languages edit=Arc::clone(&edit) shown />
            <TextForms edit back shown written />
        </SectionFrame>
    }
    .into_any()
}

/// The names of languages, in a line.
fn names<'a>(languages: impl Iterator<Item = &'a Language>) -> String {
    let names: Vec<String> =
        languages.map(|language| texts().get(&format!("spoken-{}", language.code()))).collect();
    names.join(&texts().get("list-separator"))
}

/// In which languages nothing is left open, and what people read where there is no text.
#[component]
fn Completeness(written: Written) -> impl IntoView {
    let texts = texts();
    let held = written.place.held;
    let is_full =
        |language: &&Language| written.text(**language).is_some_and(|text| text.is_full(held));
    let is_begun =
        |language: &&Language| written.text(**language).is_some_and(|text| !text.is_full(held));
    let full = Language::ALL.iter().filter(is_full);
    let words = [
        ("full", full.clone().count().into()),
        ("all", Language::COUNT.into()),
        ("languages", names(full).into()),
    ];
    let begun: Vec<_> = Language::ALL.iter().filter(is_begun).collect();
    let begun = (!begun.is_empty()).then(|| {
        let words = [("languages", names(begun.into_iter()).into())];
        view! { <p class="quiet">{texts.with("editor-texts-begun", &words)}</p> }
    });
    let order: Vec<_> = Language::English.fall_backs().skip(2).collect();
    let order = [("languages", names(order.iter()).into())];
    view! {
        <p>
            <b>{texts.with("editor-texts-full", &words)}</b>
        </p>
        {begun}
        <p class="quiet">{texts.with("editor-texts-order", &order)}</p>
    }
}

/// Every language, to choose which text is shown.
#[component]
fn Languages(edit: Arc<Edit>, shown: Language) -> impl IntoView {
    let texts = texts();
    let page = context::path();
    let held = edit.edited.written.place.held;
    let choice = |language: &Language| {
        let code = language.code();
        let current = (*language == shown).then_some("true");
        let text = edit.edited.written.text(*language);
        let state = match text {
            Some(text) if text.is_full(held) => "editor-text-full",
            Some(_) => "editor-text-begun",
            None => "editor-text-none",
        };
        view! {
            <li>
                <a href=format!("{page}?text={code}#{ID}") aria-current=current>
                    <span lang=code>{language.native_name()}</span>
                    <span class="quiet small">{texts.get(state)}</span>
                </a>
            </li>
        }
    };
    view! {
        <nav class="chips" aria-label=texts.get("editor-texts-label")>
            <ul>{Language::ALL.iter().map(choice).collect_view()}</ul>
        </nav>
    }
}

/// The form of one language, and the one that takes it away.
#[component]
fn TextForms(
    edit: Arc<Edit>,
    back: Back<TextForm>,
    shown: Language,
    written: Written,
) -> impl IntoView {
    let at = back.at(&edit, |form| &form.at);
    let now = written.text(shown).map(WrittenText::draft).unwrap_or_default();
    let is_of_shown = back.values.as_ref().is_some_and(|form| form.written_in == shown.code());
    let typed = back.values.filter(|_| is_of_shown).map(|form| form.text);
    let typed = typed.unwrap_or_else(|| now.clone());
    let present = vec![
        ("editor-title", typed.title.clone(), now.title),
        ("editor-summary", typed.summary.clone(), now.summary),
        ("editor-description", typed.description.clone(), now.description),
        ("editor-venue", typed.venue.clone(), now.venue),
    ];
    let removable = written.text(shown).is_some() && written.texts.len() > 1;
    let removal = removable.then(|| view! { <Removal at=edit.at() shown /> });
    let invalid = back.invalid.clone();
    let count = edit.to_tell(None);
    view! {
        <Mistakes invalid present />
        <form class="form" method="post" action="/api/event-text" novalidate>
            <ForEvent at=at.clone() />
            <input type="hidden" name="form[written_in]" value=shown.code() />
            <TextFields typed invalid=back.invalid />
            <Telling count at />
            <SaveButton />
        </form>
        {removal}
    }
}

#[component]
fn TextFields(typed: TextDraft, invalid: Vec<domain::invalid::Invalid>) -> impl IntoView {
    view! {
        <TextField
            field=Field::Title
            name="form[text][title]"
            label="editor-title"
            value=typed.title
            invalid=invalid.clone()
            max=TextDraft::TITLE
        />
        <TextField
            field=Field::Summary
            name="form[text][summary]"
            label="editor-summary"
            value=typed.summary
            invalid=invalid.clone()
            max=TextDraft::SUMMARY
            optional=true
        />
        <TextArea
            field=Field::Description
            name="form[text][description]"
            label="editor-description"
            value=typed.description
            invalid=invalid.clone()
            rows=10
        />
        <TextField
            field=Field::Venue
            name="form[text][venue]"
            label="editor-venue"
            value=typed.venue
            invalid
            max=TextDraft::VENUE
            optional=true
        />
    }
}

#[component]
fn Removal(at: At, shown: Language) -> impl IntoView {
    let texts = texts();
    view! {
        <details class="confirm">
            <summary class="button second">{texts.get("editor-text-remove")}</summary>
            <form method="post" action="/api/event-text-end">
                <ForEvent at />
                <input type="hidden" name="form[written_in]" value=shown.code() />
                <p>{texts.get("editor-text-remove-text")}</p>
                <button class="button back" type="submit">
                    {texts.get("editor-text-remove")}
                </button>
            </form>
        </details>
    }
}
