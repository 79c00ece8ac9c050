//! What the event is, where it is, and for whom.

use std::collections::BTreeMap;
use std::sync::Arc;

use domain::events::drafts::FactsDraft;
use domain::events::{ActionArea, ProgrammeArea};
use domain::invalid::{Field, Invalid};
use domain::language::Language;
use leptos::prelude::*;
use services::events::editing::Written;

use super::FactsForm;
use super::edit_page::{Back, Edit, Sent};
use super::fields::{
    Checks, DisciplineChoice, ForEvent, Mistakes, SaveButton, SectionFrame, Telling,
};
use crate::context::texts;
use crate::error::AppError;
use crate::ui::form::{Kind, TextField};

/// The id of the section.
pub const ID: &str = "facts";

/// The facts are written.
pub async fn write(form: FactsForm) -> Result<(), AppError> {
    let sent = Sent::open(&form.at).await?;
    let done = sent.events().write_facts(&sent.target(), &form.facts).await;
    sent.answer(ID, form, done, "").await
}

/// The section.
pub async fn section(edit: Arc<Edit>) -> AnyView {
    let back: Back<FactsForm> = edit.returned(ID).await;
    let at = back.at(&edit, |form| &form.at);
    let now = draft(&edit.edited.written);
    let typed = back.values.map_or_else(|| now.clone(), |form| form.facts);
    let present = present(&typed, &now);
    let (invalid, saved) = (back.invalid, edit.was_saved(ID));
    let count = edit.to_tell(None);
    view! {
        <SectionFrame id=ID saved>
            <Mistakes invalid=invalid.clone() present />
            <form class="form" method="post" action="/api/event-facts" novalidate>
                <ForEvent at=at.clone() />
                <DisciplineChoice
                    name="form[facts][discipline]"
                    value=typed.discipline.clone()
                    invalid=invalid.clone()
                />
                <Place typed=typed.clone() invalid=invalid.clone() />
                <Choices typed invalid />
                <Telling count at />
                <SaveButton />
            </form>
        </SectionFrame>
    }
    .into_any()
}

/// What the form begins with.
fn draft(written: &Written) -> FactsDraft {
    let chosen = |codes: Vec<&str>| {
        codes.into_iter().map(|code| (code.to_owned(), "on".to_owned())).collect()
    };
    let degrees = |degrees: Option<f64>| degrees.map(|d| d.to_string()).unwrap_or_default();
    FactsDraft {
        discipline: format!("{}/{}", written.category.code(), written.discipline),
        address: written.address.clone(),
        latitude: degrees(written.coordinates.map(|(latitude, _)| latitude)),
        longitude: degrees(written.coordinates.map(|(_, longitude)| longitude)),
        website: written.website.clone(),
        spoken: chosen(written.spoken.iter().map(String::as_str).collect()),
        programme: chosen(written.programme.iter().map(|area| area.code()).collect()),
        action: chosen(written.action.iter().map(|area| area.code()).collect()),
    }
}

/// What was typed beside what stands there now, in words.
fn present(typed: &FactsDraft, now: &FactsDraft) -> Vec<(&'static str, String, String)> {
    let texts = texts();
    let discipline = |draft: &FactsDraft| {
        let code = draft.discipline.rsplit('/').next().unwrap_or_default();
        texts.find(&format!("discipline-{code}")).unwrap_or_default()
    };
    let chosen = |prefix: &str, codes: &BTreeMap<String, String>| {
        let words = codes.keys().filter_map(|code| texts.find(&format!("{prefix}{code}")));
        words.collect::<Vec<_>>().join(&texts.get("list-separator"))
    };
    let pair = |value: &dyn Fn(&FactsDraft) -> String| (value(typed), value(now));
    let rows: [(&'static str, (String, String)); 8] = [
        ("editor-discipline", pair(&discipline)),
        ("editor-address", pair(&|draft| draft.address.clone())),
        ("editor-latitude", pair(&|draft| draft.latitude.clone())),
        ("editor-longitude", pair(&|draft| draft.longitude.clone())),
        ("editor-website", pair(&|draft| draft.website.clone())),
        ("editor-spoken", pair(&|draft| chosen("spoken-", &draft.spoken))),
        ("editor-programme", pair(&|draft| chosen("programme-", &draft.programme))),
        ("editor-action", pair(&|draft| chosen("action-", &draft.action))),
    ];
    rows.into_iter().map(|(label, (typed, now))| (label, typed, now)).collect()
}

#[component]
fn Place(typed: FactsDraft, invalid: Vec<Invalid>) -> impl IntoView {
    view! {
        <TextField
            field=Field::Address
            name="form[facts][address]"
            label="editor-address"
            value=typed.address
            invalid=invalid.clone()
            max=FactsDraft::ADDRESS
            optional=true
        />
        <div class="pair">
            <TextField
                field=Field::Latitude
                name="form[facts][latitude]"
                label="editor-latitude"
                value=typed.latitude
                invalid=invalid.clone()
                max=20
                optional=true
            />
            <TextField
                field=Field::Longitude
                name="form[facts][longitude]"
                label="editor-longitude"
                value=typed.longitude
                invalid=invalid.clone()
                max=20
                optional=true
            />
        </div>
        <TextField
            field=Field::Website
            name="form[facts][website]"
            label="editor-website"
            value=typed.website
            invalid
            kind=Kind::Url
            max=FactsDraft::WEBSITE
            optional=true
        />
    }
}

#[component]
fn Choices(typed: FactsDraft, invalid: Vec<Invalid>) -> impl IntoView {
    let texts = texts();
    let option = |list: &str, key: String, code: &str, chosen: &BTreeMap<String, String>| {
        (format!("form[facts][{list}][{code}]"), texts.get(&key), chosen.contains_key(code))
    };
    let spoken = Language::ALL.iter().map(|language| {
        let code = language.code();
        option("spoken", format!("spoken-{code}"), code, &typed.spoken)
    });
    let programme = ProgrammeArea::ALL.iter().map(|area| {
        let code = area.code();
        option("programme", format!("programme-{code}"), code, &typed.programme)
    });
    let action = ActionArea::ALL.iter().map(|area| {
        let code = area.code();
        option("action", format!("action-{code}"), code, &typed.action)
    });
    view! {
        <Checks
            field=Field::Spoken
            label="editor-spoken"
            options=spoken.collect()
            invalid=invalid.clone()
        />
        <Checks
            field=Field::ProgrammeAreas
            label="editor-programme"
            options=programme.collect()
            invalid=invalid.clone()
        />
        <Checks field=Field::ActionAreas label="editor-action" options=action.collect() invalid />
    }
}
