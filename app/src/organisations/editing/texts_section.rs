//! What the organisation says, one language at a time.

use domain::invalid::{Field, Invalid};
use domain::language::Language;
use domain::organisations::drafts::TextDraft;
use leptos::prelude::*;

use super::TextForm;
use super::page::{Edit, ForOrganisation, Sent};
use crate::error::AppError;
use crate::events::editing::fields::{Mistakes, SaveButton, SectionFrame};
use crate::returned::Back;
use crate::ui::form::TextField;
use crate::ui::languages::{Completeness, LanguageChoice, Progress, TextRemoval};
use crate::ui::writing::MarkdownArea;

/// The id of the section.
pub const ID: &str = "texts";

/// What the organisation says in one language is written.
pub async fn write(form: TextForm) -> Result<(), AppError> {
    let language: Language = form.written_in.parse().map_err(|_| AppError::Unreadable)?;
    let sent = Sent::open(&form.at).await?;
    let done = sent.organisations().write_text(&sent.target(), language, &form.text).await;
    sent.answer(ID, form, done, &format!("&text={}", language.code())).await
}

/// What the organisation says in one language is taken away.
pub async fn remove(form: TextForm) -> Result<(), AppError> {
    let language: Language = form.written_in.parse().map_err(|_| AppError::Unreadable)?;
    let sent = Sent::open(&form.at).await?;
    let done = sent.organisations().remove_text(&sent.target(), language).await;
    // Nothing was typed: the page shows what stands there.
    sent.answer(ID, None::<TextForm>, done, "").await
}

/// The section.
pub async fn section(edit: &Edit) -> AnyView {
    let back: Back<TextForm> = edit.returned(ID).await;
    let at = edit.at_of(&back, |form| &form.at);
    let written = edit.edited.texts.iter();
    let progress = Progress::of(written.map(|text| (text.language, text.is_full())));
    let shown = progress.shown(&edit.text);
    let there = edit.edited.text(shown).map(|written| written.text.clone());
    let removable = there.is_some() && edit.edited.texts.len() > 1;
    let now = there.unwrap_or_default();
    let is_of_shown = back.values.as_ref().is_some_and(|form| form.written_in == shown.code());
    let typed = back.values.filter(|_| is_of_shown).map(|form| form.text);
    let typed = typed.unwrap_or_else(|| now.clone());
    let present = vec![
        ("organisation-name", typed.name.clone(), now.name),
        ("organisation-summary", typed.summary.clone(), now.summary),
        ("organisation-description", typed.description.clone(), now.description),
    ];
    let of_text = edit.at();
    let removal = removable.then(move || {
        view! {
            <TextRemoval action="/api/organisation-text-end" shown>
                <ForOrganisation at=of_text />
            </TextRemoval>
        }
    });
    let saved = edit.was_saved(ID);
    view! {
        <SectionFrame id=ID saved>
            <Completeness progress=progress.clone() />
            <LanguageChoice progress shown anchor=ID />
            <Mistakes invalid=back.invalid.clone() present />
            <form class="form" method="post" action="/api/organisation-text" novalidate>
                <ForOrganisation at />
                <input type="hidden" name="form[written_in]" value=shown.code() />
                <TextFields typed invalid=back.invalid />
                <SaveButton />
            </form>
            {removal}
        </SectionFrame>
    }
    .into_any()
}

#[component]
fn TextFields(typed: TextDraft, invalid: Vec<Invalid>) -> impl IntoView {
    view! {
        <TextField
            field=Field::OrganisationName
            name="form[text][name]"
            label="organisation-name"
            value=typed.name
            invalid=invalid.clone()
            max=TextDraft::NAME
        />
        <TextField
            field=Field::OrganisationSummary
            name="form[text][summary]"
            label="organisation-summary"
            value=typed.summary
            invalid=invalid.clone()
            max=TextDraft::SUMMARY
            optional=true
        />
        <MarkdownArea
            field=Field::OrganisationDescription
            name="form[text][description]"
            label="organisation-description"
            value=typed.description
            invalid
        />
    }
}
