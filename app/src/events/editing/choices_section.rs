//! Who gets a place, and how.

use std::sync::Arc;

use domain::events::choices::{ChoicePart, Confirms, HOLD_MINUTES, OFFER_HOURS};
use domain::events::drafts::ChoicesDraft;
use domain::invalid::{Field, Invalid};
use domain::registrations::MAX_ATTENDEES;
use leptos::prelude::*;

use super::ChoicesForm;
use super::edit_page::{Back, Edit, Sent};
use super::fields::{ForEvent, Mistakes, SaveButton, SectionFrame};
use crate::context::texts;
use crate::error::AppError;
use crate::ui::form::Choice;

/// The id of the section.
pub const ID: &str = "choices";

/// The choices are written.
pub async fn write(form: ChoicesForm) -> Result<(), AppError> {
    let sent = Sent::open(&form.at).await?;
    let done = sent.events().write_choices(&sent.target(), &form.choices).await;
    sent.answer(ID, form, done, "").await
}

/// The section.
pub async fn section(edit: Arc<Edit>) -> AnyView {
    let texts = texts();
    let back: Back<ChoicesForm> = edit.returned(ID).await;
    let at = back.at(&edit, |form| &form.at);
    let now = ChoicesDraft::from(edit.edited.written.choices);
    let typed = back.values.map_or_else(|| now.clone(), |form| form.choices);
    let present = present(&typed, &now);
    let (invalid, saved) = (back.invalid, edit.was_saved(ID));
    view! {
        <SectionFrame id=ID saved>
            <p>{texts.get("editor-choices-text")}</p>
            <Mistakes invalid=invalid.clone() present />
            <form class="form" method="post" action="/api/event-choices" novalidate>
                <ForEvent at />
                <Fields typed invalid />
                <SaveButton />
            </form>
        </SectionFrame>
    }
    .into_any()
}

/// What it takes to have a place, in words.
fn confirms() -> Vec<(String, String)> {
    let option = |confirms: &Confirms| {
        let code = confirms.code();
        (code.to_owned(), texts().get(&format!("confirms-{code}")))
    };
    Confirms::ALL.iter().map(option).collect()
}

/// Numbers to choose from, in words.
fn numbers(numbers: &[i64], words: Option<&'static str>) -> Vec<(String, String)> {
    let option = |number: &i64| {
        let text = words.map(|key| texts().with(key, &[("count", (*number).into())]));
        (number.to_string(), text.unwrap_or_else(|| number.to_string()))
    };
    numbers.iter().map(option).collect()
}

/// What was typed beside what stands there now.
fn present(typed: &ChoicesDraft, now: &ChoicesDraft) -> Vec<(&'static str, String, String)> {
    let yes = |text: &str| texts().get(if text.is_empty() { "editor-no" } else { "editor-yes" });
    let confirms = |draft: &ChoicesDraft| {
        texts().find(&format!("confirms-{}", draft.confirms)).unwrap_or_default()
    };
    let pair = |value: &dyn Fn(&ChoicesDraft) -> String| (value(typed), value(now));
    let rows: [(&'static str, (String, String)); 6] = [
        ("editor-confirms", pair(&confirms)),
        ("editor-hold-minutes", pair(&|draft| draft.hold_minutes.clone())),
        ("editor-people", pair(&|draft| draft.people.clone())),
        ("editor-waitlist", pair(&|draft| yes(&draft.waitlist))),
        ("editor-offer-hours", pair(&|draft| draft.offer_hours.clone())),
        ("editor-hides-places", pair(&|draft| yes(&draft.hides_places))),
    ];
    rows.into_iter().map(|(label, (typed, now))| (label, typed, now)).collect()
}

#[component]
fn Fields(typed: ChoicesDraft, invalid: Vec<Invalid>) -> impl IntoView {
    let people: Vec<i64> = (1..=MAX_ATTENDEES as i64).collect();
    view! {
        <Choice
            field=Field::Choices(ChoicePart::Confirms)
            name="form[choices][confirms]"
            label="editor-confirms"
            options=confirms()
            value=typed.confirms
            invalid=invalid.clone()
        />
        <div class="pair">
            <Choice
                field=Field::Choices(ChoicePart::HoldMinutes)
                name="form[choices][hold_minutes]"
                label="editor-hold-minutes"
                options=numbers(&HOLD_MINUTES, Some("choice-minutes"))
                value=typed.hold_minutes
                invalid=invalid.clone()
            />
            <Choice
                field=Field::Choices(ChoicePart::People)
                name="form[choices][people]"
                label="editor-people"
                options=numbers(&people, None)
                value=typed.people
                invalid=invalid.clone()
            />
        </div>
        <Tick name="form[choices][waitlist]" label="editor-waitlist" is_on=!typed.waitlist.is_empty() />
        <p class="hint">{texts().get("editor-waitlist-text")}</p>
        <Choice
            field=Field::Choices(ChoicePart::OfferHours)
            name="form[choices][offer_hours]"
            label="editor-offer-hours"
            options=numbers(&OFFER_HOURS, Some("choice-hours"))
            value=typed.offer_hours
            invalid
        />
        <Tick
            name="form[choices][hides_places]"
            label="editor-hides-places"
            is_on=!typed.hides_places.is_empty()
        />
    }
}

/// Something that is so or not.
#[component]
fn Tick(name: &'static str, label: &'static str, is_on: bool) -> impl IntoView {
    view! {
        <label class="check">
            <input type="checkbox" name=name value="on" checked=is_on />
            {texts().get(label)}
        </label>
    }
}
