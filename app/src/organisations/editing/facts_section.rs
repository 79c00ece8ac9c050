//! What sort of body the organisation is, where one writes to, and its links.

use domain::invalid::{Field, Invalid};
use domain::organisations::Kind as OrganisationKind;
use domain::organisations::drafts::{FactsDraft, MAX_LINKS};
use leptos::prelude::*;
use services::organisations::editing::Edited;

use super::FactsForm;
use super::page::{Edit, ForOrganisation, Sent};
use crate::context::texts;
use crate::error::AppError;
use crate::events::editing::fields::{Mistakes, SaveButton, SectionFrame};
use crate::returned::Back;
use crate::ui::form::{Choice, Kind, TextField};

/// The id of the section.
pub const ID: &str = "organisation-facts";

/// What the organisation is is written.
pub async fn write(form: FactsForm) -> Result<(), AppError> {
    let sent = Sent::open(&form.at).await?;
    let done = sent.organisations().write_facts(&sent.target(), &form.facts).await;
    sent.answer(ID, form, done, "").await
}

/// The section.
pub async fn section(edit: &Edit) -> AnyView {
    let back: Back<FactsForm> = edit.returned(ID).await;
    let at = edit.at_of(&back, |form| &form.at);
    let now = draft(&edit.edited);
    let typed = back.values.map_or_else(|| now.clone(), |form| form.facts);
    let present = present(&typed, &now);
    let (saved, invalid) = (edit.was_saved(ID), back.invalid);
    view! {
        <SectionFrame id=ID saved>
            <Mistakes invalid=invalid.clone() present />
            <form class="form" method="post" action="/api/organisation-facts" novalidate>
                <ForOrganisation at />
                <Facts typed=typed.clone() invalid=invalid.clone() />
                <Links typed invalid />
                <SaveButton />
            </form>
        </SectionFrame>
    }
    .into_any()
}

/// What the form begins with.
fn draft(edited: &Edited) -> FactsDraft {
    let links = edited.links.iter().cloned();
    FactsDraft {
        kind: edited.kind.code().to_owned(),
        email: edited.email.clone(),
        links: (0..)
            .zip(links)
            .map(|(number, url): (usize, _)| (number.to_string(), url))
            .collect(),
    }
}

/// What was typed beside what stands there now, in words.
fn present(typed: &FactsDraft, now: &FactsDraft) -> Vec<(&'static str, String, String)> {
    let kind =
        |draft: &FactsDraft| texts().find(&format!("kind-{}", draft.kind)).unwrap_or_default();
    let links = |draft: &FactsDraft| {
        let links = draft.links.values().map(String::as_str).filter(|url| !url.is_empty());
        links.collect::<Vec<_>>().join("\n")
    };
    vec![
        ("organisation-kind", kind(typed), kind(now)),
        ("organisation-email", typed.email.clone(), now.email.clone()),
        ("organisation-links", links(typed), links(now)),
    ]
}

#[component]
fn Facts(typed: FactsDraft, invalid: Vec<Invalid>) -> impl IntoView {
    let texts = texts();
    let option = |kind: &OrganisationKind| {
        (kind.code().to_owned(), texts.get(&format!("kind-{}", kind.code())))
    };
    view! {
        <Choice
            field=Field::OrganisationKind
            name="form[facts][kind]"
            label="organisation-kind"
            options=OrganisationKind::ALL.iter().map(option).collect()
            value=typed.kind
            invalid=invalid.clone()
        />
        <TextField
            field=Field::OrganisationEmail
            name="form[facts][email]"
            label="organisation-email"
            value=typed.email
            invalid
            kind=Kind::Email
        />
    }
}

#[component]
fn Links(typed: FactsDraft, invalid: Vec<Invalid>) -> impl IntoView {
    let texts = texts();
    let link = |index: usize| {
        view! {
            <TextField
                field=Field::Link(index)
                name=format!("form[facts][links][{index}]")
                label="organisation-link"
                of=(index + 1).to_string()
                value=typed.links.get(&index.to_string()).cloned().unwrap_or_default()
                invalid=invalid.clone()
                kind=Kind::Url
                max=500
                optional=true
            />
        }
    };
    view! {
        <fieldset class="checks">
            <legend class="label">{texts.get("organisation-links")}</legend>
            <p class="hint">{texts.get("organisation-links-text")}</p>
            {(0..MAX_LINKS).map(link).collect_view()}
        </fieldset>
    }
}
