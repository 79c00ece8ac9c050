//! Pieces that the forms of the editor are made of.

use domain::events::Category;
use domain::invalid::{Code, Field, Invalid};
use leptos::prelude::*;

use super::At;
use crate::context::{self, texts};
use crate::ui::form::{Problems, error};

/// The frame of a section, with what it says once it was saved.
#[component]
pub fn SectionFrame(
    /// Its id, which is also the end of the key of its name.
    id: &'static str,
    /// Whether it was saved just now.
    saved: bool,
    /// The section.
    children: Children,
) -> impl IntoView {
    let texts = texts();
    let saved = saved.then(|| {
        view! {
            <p class="notice good" role="status">
                {texts.get("editor-saved")}
            </p>
        }
    });
    // What is public already needs none.
    let path = context::path();
    let preview = path.strip_suffix("/edit").map(|event| {
        view! {
            <p>
                <a class="more" href=format!("{event}/preview")>
                    {texts.get("editor-preview")}
                </a>
            </p>
        }
    });
    let title = format!("{id}-title");
    let labelled = title.clone();
    view! {
        <section class="section edit" id=id aria-labelledby=labelled>
            <h2 id=title>{texts.get(&format!("editor-{id}"))}</h2>
            {saved}
            {children()}
            {preview}
        </section>
    }
}

/// Which event a form is for, and from which version of it it was made.
#[component]
pub fn ForEvent(
    /// Which.
    at: At,
) -> impl IntoView {
    view! {
        <input type="hidden" name="form[at][language]" value=at.language />
        <input type="hidden" name="form[at][organisation]" value=at.organisation />
        <input type="hidden" name="form[at][event]" value=at.event />
        <input type="hidden" name="form[at][version]" value=at.version.to_string() />
    }
}

/// How many people are told of a change, and the way not to write to them; nothing where nobody
/// would be.
#[component]
pub fn Telling(
    /// How many registrations there are for what changes.
    count: i64,
    /// What was ticked.
    at: At,
) -> impl IntoView {
    let texts = texts();
    (count > 0).then(|| {
        view! {
            <p>{texts.with("editor-telling", &[("count", count.into())])}</p>
            <label class="check">
                <input
                    type="checkbox"
                    name="form[at][quiet]"
                    value="on"
                    checked=!at.quiet.is_empty()
                />
                {texts.get("editor-telling-not")}
            </label>
        }
    })
}

/// What is wrong with a form. Where somebody was faster: what stands there now, wherever that is
/// not what was typed.
#[component]
pub fn Mistakes(
    /// What is wrong.
    invalid: Vec<Invalid>,
    /// The key of each field's name, what was typed, and what stands there now.
    present: Vec<(&'static str, String, String)>,
) -> impl IntoView {
    let texts = texts();
    if !invalid.iter().any(|invalid| invalid.code == Code::Stale) {
        return view! { <Problems invalid /> }.into_any();
    }
    let differs = present.into_iter().filter(|(_, typed, now)| typed.trim() != now.trim());
    let row = |(label, _, now): (&'static str, String, String)| {
        let now = if now.is_empty() { texts.get("editor-empty") } else { now };
        view! {
            <div>
                <dt>{texts.get(label)}</dt>
                <dd dir="auto">{now}</dd>
            </div>
        }
    };
    let rows: Vec<_> = differs.map(row).collect();
    let now = (!rows.is_empty()).then(|| {
        view! {
            <p>{texts.get("editor-stale-now")}</p>
            <dl class="present">{rows}</dl>
        }
    });
    view! {
        <div class="problems" id="problems" role="alert" tabindex="-1">
            <h3>{texts.get("invalid-stale")}</h3>
            {now}
            <p>{texts.get("editor-stale-text")}</p>
        </div>
    }
    .into_any()
}

/// Several of a list.
#[component]
pub fn Checks(
    /// Which field.
    field: Field,
    /// The key of its label.
    label: &'static str,
    /// What each choice is sent under and what is read, and whether it is chosen.
    options: Vec<(String, String, bool)>,
    /// What is wrong with the form.
    invalid: Vec<Invalid>,
) -> impl IntoView {
    let texts = texts();
    let id = field.to_string();
    let error = error(&invalid, field).map(|error| {
        view! {
            <span class="error" id=format!("{id}-error")>
                {error}
            </span>
        }
    });
    let option = |(name, text, chosen): (String, String, bool)| {
        view! {
            <label class="check">
                <input type="checkbox" name=name value="on" checked=chosen />
                {text}
            </label>
        }
    };
    view! {
        <fieldset id=id class="checks">
            <legend class="label">{texts.get(label)}</legend>
            {error}
            <div class="pair">{options.into_iter().map(option).collect_view()}</div>
        </fieldset>
    }
}

/// Category and discipline, as one choice: so that they fit together without a script.
#[component]
pub fn DisciplineChoice(
    /// The name it is sent under.
    name: &'static str,
    /// What is chosen: `music/choir`.
    value: String,
    /// What is wrong with the form.
    invalid: Vec<Invalid>,
) -> impl IntoView {
    let texts = texts();
    let (id, error) = (Field::Discipline.to_string(), error(&invalid, Field::Discipline));
    let described = error.is_some().then(|| format!("{id}-error"));
    let class = if error.is_some() { "field wrong" } else { "field" };
    let wrong = error.is_some().then_some("true");
    let error = error.map(|error| {
        view! {
            <span class="error" id=format!("{id}-error")>
                {error}
            </span>
        }
    });
    let group = |category: &Category| {
        let code = category.code();
        let option = |discipline: &&str| {
            let sent = format!("{code}/{discipline}");
            let selected = sent == value;
            view! {
                <option value=sent selected=selected>
                    {texts.get(&format!("discipline-{discipline}"))}
                </option>
            }
        };
        let options = category.disciplines().iter().map(option).collect_view();
        view! { <optgroup label=texts.get(&format!("category-{code}"))>{options}</optgroup> }
    };
    view! {
        <p class=class>
            <label for=id.clone()>{texts.get("editor-discipline")}</label>
            {error}
            <select id=id name=name required=true aria-invalid=wrong aria-describedby=described>
                <option value="" selected=value.is_empty()>
                    {texts.get("editor-choose")}
                </option>
                {Category::ALL.iter().map(group).collect_view()}
            </select>
        </p>
    }
}

/// The button that sends a section.
#[component]
pub fn SaveButton() -> impl IntoView {
    view! {
        <p>
            <button class="button" type="submit">
                {texts().get("editor-save")}
            </button>
        </p>
    }
}
