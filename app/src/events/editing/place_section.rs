//! How people come together, what is known of the place, and how one gets there.

use std::sync::Arc;

use domain::events::drafts::PlaceDraft;
use domain::events::venue::{AccessFact, Held};
use domain::invalid::{Field, Invalid};
use domain::language::Language;
use leptos::prelude::*;
use services::events::editing::Written;

use super::PlaceForm;
use super::edit_page::{Back, Edit, Sent};
use super::fields::{ForEvent, Mistakes, SaveButton, SectionFrame, Telling};
use crate::context::texts;
use crate::error::AppError;
use crate::ui::form::{Choice, Kind, TextArea, TextField, error};

/// The id of the section.
pub const ID: &str = "place";

/// The place is written.
pub async fn write(form: PlaceForm) -> Result<(), AppError> {
    let sent = Sent::open(&form.at).await?;
    let done = sent.events().write_place(&sent.target(), &form.place).await;
    sent.answer(ID, form, done, "").await
}

/// The section.
pub async fn section(edit: Arc<Edit>) -> AnyView {
    let back: Back<PlaceForm> = edit.returned(ID).await;
    let at = back.at(&edit, |form| &form.at);
    let written = &edit.edited.written;
    let now = draft(written);
    let typed = back.values.map_or_else(|| now.clone(), |form| form.place);
    let present = present(&typed, &now);
    let (invalid, saved) = (back.invalid, edit.was_saved(ID));
    let count = edit.to_tell(None);
    let languages = languages(written, &typed);
    view! {
        <SectionFrame id=ID saved>
            <Mistakes invalid=invalid.clone() present />
            <form class="form" method="post" action="/api/event-place" novalidate>
                <ForEvent at=at.clone() />
                <Where typed=typed.clone() invalid=invalid.clone() />
                <Access typed=typed.clone() invalid=invalid.clone() />
                <Directions languages typed invalid />
                <Telling count at />
                <SaveButton />
            </form>
        </SectionFrame>
    }
    .into_any()
}

/// What the form begins with.
fn draft(written: &Written) -> PlaceDraft {
    let place = &written.place;
    let answer = |is_there: bool| if is_there { "yes" } else { "no" };
    PlaceDraft {
        held: place.held.code().to_owned(),
        link: place.link.clone(),
        access: place
            .access
            .iter()
            .map(|(fact, there)| (fact.code().to_owned(), answer(*there).to_owned()))
            .collect(),
        directions: place
            .directions
            .iter()
            .map(|(language, text)| (language.code().to_owned(), text.clone()))
            .collect(),
    }
}

/// What was typed beside what stands there now, in words.
fn present(typed: &PlaceDraft, now: &PlaceDraft) -> Vec<(&'static str, String, String)> {
    let texts = texts();
    let access = |draft: &PlaceDraft| {
        let word = |(code, answer): (&String, &String)| match answer.as_str() {
            "yes" => texts.find(&format!("access-{code}")),
            "no" => texts.find(&format!("no-access-{code}")),
            _ => None,
        };
        let words: Vec<_> = draft.access.iter().filter_map(word).collect();
        words.join(&texts.get("list-separator"))
    };
    let directions = |draft: &PlaceDraft| {
        let texts = draft.directions.values().filter(|text| !text.trim().is_empty());
        texts.cloned().collect::<Vec<_>>().join("\n")
    };
    let held = |draft: &PlaceDraft| texts.find(&format!("held-{}", draft.held)).unwrap_or_default();
    vec![
        ("editor-held", held(typed), held(now)),
        ("editor-link", typed.link.clone(), now.link.clone()),
        ("editor-access", access(typed), access(now)),
        ("editor-directions", directions(typed), directions(now)),
    ]
}

/// The languages in which the event says something, or something is typed here.
fn languages(written: &Written, typed: &PlaceDraft) -> Vec<Language> {
    let is_shown = |language: &Language| {
        written.text(*language).is_some() || typed.directions.contains_key(language.code())
    };
    Language::ALL.iter().copied().filter(is_shown).collect()
}

#[component]
fn Where(typed: PlaceDraft, invalid: Vec<Invalid>) -> impl IntoView {
    let texts = texts();
    let option =
        |held: &Held| (held.code().to_owned(), texts.get(&format!("held-{}", held.code())));
    view! {
        <Choice
            field=Field::Held
            name="form[place][held]"
            label="editor-held"
            options=Held::ALL.iter().map(option).collect()
            value=typed.held
            invalid=invalid.clone()
        />
        <TextField
            field=Field::OnlineLink
            name="form[place][link]"
            label="editor-link"
            value=typed.link
            invalid
            kind=Kind::Url
            max=500
            optional=true
        />
    }
}

/// What is there and what is not, one choice for each fact.
#[component]
fn Access(typed: PlaceDraft, invalid: Vec<Invalid>) -> impl IntoView {
    let texts = texts();
    let wrong = error(&invalid, Field::Access);
    let wrong = wrong.map(|error| view! { <span class="error">{error}</span> });
    let row = |fact: &AccessFact| {
        let code = fact.code();
        let id = format!("access-{code}");
        let chosen = typed.access.get(code).cloned().unwrap_or_default();
        let option = |(answer, key): (&'static str, &'static str)| {
            view! {
                <option value=answer selected=chosen == answer>
                    {texts.get(key)}
                </option>
            }
        };
        let answers = [("", "editor-access-unknown"), ("yes", "editor-yes"), ("no", "editor-no")];
        view! {
            <p class="field">
                <label for=id.clone()>{texts.get(&format!("access-{code}"))}</label>
                <select id=id name=format!("form[place][access][{code}]")>
                    {answers.into_iter().map(option).collect_view()}
                </select>
            </p>
        }
    };
    view! {
        <fieldset id=Field::Access.to_string() class="checks">
            <legend class="label">{texts.get("editor-access")}</legend>
            <p class="hint">{texts.get("editor-access-hint")}</p>
            {wrong}
            <div class="pair">{AccessFact::ALL.iter().map(row).collect_view()}</div>
        </fieldset>
    }
}

/// How one gets there, in each language.
#[component]
fn Directions(languages: Vec<Language>, typed: PlaceDraft, invalid: Vec<Invalid>) -> impl IntoView {
    let row = |language: &Language| {
        let code = language.code();
        let value = typed.directions.get(code).cloned().unwrap_or_default();
        view! {
            <fieldset class="checks">
                <legend class="label" lang=code>
                    {language.native_name()}
                </legend>
                <TextArea
                    field=Field::Directions(*language)
                    name=format!("form[place][directions][{code}]")
                    label="editor-directions"
                    value
                    invalid=invalid.clone()
                    rows=3
                />
            </fieldset>
        }
    };
    languages.iter().map(row).collect_view()
}
