//! What the event says, one language at a time.

use std::sync::Arc;

use domain::events::drafts::TextDraft;
use domain::invalid::Field;
use domain::language::Language;
use leptos::prelude::*;
use services::events::editing::{Written, WrittenText};

use super::TextForm;
use super::edit_page::{Back, Edit, Sent};
use super::fields::{ForEvent, Mistakes, SaveButton, SectionFrame, Telling};
use crate::error::AppError;
use crate::ui::form::TextField;
use crate::ui::languages::{Completeness, LanguageChoice, Progress, TextRemoval};
use crate::ui::writing::MarkdownArea;

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

/// The section.
pub async fn section(edit: Arc<Edit>) -> AnyView {
    let back: Back<TextForm> = edit.returned(ID).await;
    let written = edit.edited.written.clone();
    let held = written.place.held;
    let progress =
        Progress::of(written.texts.iter().map(|text| (text.language, text.is_full(held))));
    let shown = progress.shown(&edit.text);
    let saved = edit.was_saved(ID);
    view! {
        <SectionFrame id=ID saved>
            <Completeness progress=progress.clone() />
            <LanguageChoice progress shown anchor=ID />
            <TextForms edit back shown written />
        </SectionFrame>
    }
    .into_any()
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
    let of_text = edit.at();
    let removal = removable.then(move || {
        view! {
            <TextRemoval action="/api/event-text-end" shown>
                <ForEvent at=of_text />
            </TextRemoval>
        }
    });
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
        <MarkdownArea
            field=Field::Description
            name="form[text][description]"
            label="editor-description"
            value=typed.description
            invalid=invalid.clone()
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
