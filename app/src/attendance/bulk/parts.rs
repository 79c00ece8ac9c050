//! The forms that say what is done to those who were chosen.

use domain::invalid::{Field, Invalid};
use domain::registrations::letters::{Letter, PLACEHOLDERS, Words};
use leptos::prelude::*;
use services::events::own::OwnDate;
use services::registrations::bulk::BulkPage;
use services::registrations::tags::Tag;

use super::BulkForm;
use crate::attendance::about::About;
use crate::attendance::tag_parts::TagField;
use crate::context::{dates, texts};
use crate::ui::form::{Choice, TextArea, TextField};

/// A tag for all of them, or one less.
#[component]
pub fn TagForms(
    /// Which choice.
    about: About,
    /// The tags of the event.
    tags: Vec<Tag>,
    /// What was typed, if the form came back.
    value: String,
    /// What is wrong with it.
    invalid: Vec<Invalid>,
) -> impl IntoView {
    let texts = texts();
    view! {
        <section class="section" aria-labelledby="bulk-tag">
            <h2 id="bulk-tag">{texts.get("bulk-tags-title")}</h2>
            <form class="form" method="post" action="/api/bulk-act" novalidate>
                {about.fields()}
                <TagField name="form[tag]" value invalid known=tags />
                <p class="actions">
                    <button class="button" type="submit" name="form[act]" value="tag">
                        {texts.get("lists-tag-button")}
                    </button>
                    <button class="button second" type="submit" name="form[act]" value="untag">
                        {texts.get("lists-untag")}
                    </button>
                </p>
            </form>
        </section>
    }
}

/// Another date for all of them.
#[component]
pub fn Move(
    /// Which choice.
    about: About,
    /// The dates that one can register for.
    open: Vec<OwnDate>,
    /// What was chosen, if the form came back.
    value: String,
    /// What is wrong with it.
    invalid: Vec<Invalid>,
) -> impl IntoView {
    let texts = texts();
    let option = |date: OwnDate| {
        let left = (date.capacity - date.taken).max(0);
        let start = dates().start(&date.when);
        let words = texts.plain("bulk-move-date", &[("date", start.into()), ("left", left.into())]);
        (date.when.starts.to_string(), words)
    };
    let options: Vec<(String, String)> = open.into_iter().map(option).collect();
    view! {
        <section class="section" aria-labelledby="bulk-move">
            <h2 id="bulk-move">{texts.get("bulk-move-title")}</h2>
            <p>{texts.get("bulk-move-text")}</p>
            <form class="form" method="post" action="/api/bulk-act" novalidate>
                {about.fields()}
                <Choice
                    field=Field::MoveTo
                    name="form[date]"
                    label="bulk-move-to"
                    options
                    value
                    invalid
                />
                <p>
                    <button class="button" type="submit" name="form[act]" value="move">
                        {texts.get("bulk-move-button")}
                    </button>
                </p>
            </form>
        </section>
    }
}

/// A letter to all of them, shown before it is sent.
#[component]
pub fn Letters(
    /// Which choice.
    about: About,
    /// The choice, with the letter that was written.
    bulk: BulkPage,
    /// The title of the event.
    title: String,
    /// Its dates.
    own_dates: Vec<OwnDate>,
    /// What was typed, if the form came back.
    values: BulkForm,
    /// What is wrong with it.
    invalid: Vec<Invalid>,
) -> impl IntoView {
    let texts = texts();
    let of_letter =
        |invalid: &Invalid| matches!(invalid.field, Field::LetterSubject | Field::LetterText);
    let (subject, text) = match &bulk.letter {
        Some(letter) if !invalid.iter().any(of_letter) => {
            (letter.subject().to_owned(), letter.text().to_owned())
        }
        _ => (values.subject, values.text),
    };
    let preview = bulk.letter.clone().zip(bulk.first.clone()).map(|(letter, (name, starts))| {
        let when = own_dates.iter().find(|date| date.when.starts == starts);
        let date = when.map(|date| dates().span(&date.when)).unwrap_or_default();
        let words = Words { name: &name, event: &title, date: &date };
        let (subject, text) = letter.filled(words);
        view! { <Preview about=about.clone() subject text total=bulk.total /> }
    });
    let words = PLACEHOLDERS.map(|word| format!("{{{word}}}")).join(" ");
    view! {
        <section class="section" aria-labelledby="bulk-write">
            <h2 id="bulk-write">{texts.get("bulk-write-title")}</h2>
            <p>{texts.get("bulk-write-text")} " " <code class="ltr">{words}</code></p>
            {preview}
            <form class="form" method="post" action="/api/bulk-letter" novalidate>
                {about.fields()}
                <TextField
                    field=Field::LetterSubject
                    name="form[subject]"
                    label="bulk-subject"
                    value=subject
                    invalid=invalid.clone()
                    max=Letter::MAX_SUBJECT
                />
                <TextArea
                    field=Field::LetterText
                    name="form[text]"
                    label="bulk-letter"
                    value=text
                    invalid
                    rows=8
                />
                <p>
                    <button class="button second" type="submit">
                        {texts.get("bulk-preview-button")}
                    </button>
                </p>
            </form>
        </section>
    }
}

/// The letter as the first of them gets it, and the button that sends it to all.
#[component]
fn Preview(about: About, subject: String, text: String, total: i64) -> impl IntoView {
    let texts = texts();
    view! {
        <div class="notice" id="preview" tabindex="-1">
            <h3>{texts.get("bulk-preview")}</h3>
            <p dir="auto">
                <b>{subject}</b>
            </p>
            <p class="note" dir="auto">
                {text}
            </p>
            <form method="post" action="/api/bulk-act">
                {about.fields()}
                <button class="button" type="submit" name="form[act]" value="write">
                    {texts.with("bulk-write-button", &[("count", total.into())])}
                </button>
            </form>
        </div>
    }
}

/// The places of those who were chosen are given back.
#[component]
pub fn Cancel(
    /// Which choice.
    about: About,
) -> impl IntoView {
    let texts = texts();
    view! {
        <section class="section" aria-labelledby="bulk-cancel">
            <h2 id="bulk-cancel">{texts.get("bulk-cancel-title")}</h2>
            <details class="confirm">
                <summary class="button second">{texts.get("bulk-cancel-button")}</summary>
                <form method="post" action="/api/bulk-act">
                    {about.fields()} <p>{texts.get("bulk-cancel-text")}</p>
                    <button class="button back" type="submit" name="form[act]" value="cancel">
                        {texts.get("bulk-cancel-button")}
                    </button>
                </form>
            </details>
        </section>
    }
}
