//! Forms of the workspace: fields with their mistakes, and the list of mistakes before them.
//!
//! A field's id is the name of its `domain::invalid::Field`, so that a mistake finds its place.

use domain::invalid::{Field, Invalid};
use leptos::prelude::*;

use crate::context::texts;

/// How a field is typed into.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Kind {
    /// A line of text, in whichever direction it has.
    #[default]
    Text,
    /// A mail address.
    Email,
    /// An address of a page.
    Url,
    /// A whole number.
    Number,
    /// Digits of a code.
    Code,
    /// A day and a time.
    DateTime,
}

impl Kind {
    const fn kind(self) -> &'static str {
        match self {
            Self::Text | Self::Code => "text",
            Self::Email => "email",
            Self::Url => "url",
            Self::Number => "number",
            Self::DateTime => "datetime-local",
        }
    }

    const fn input_mode(self) -> Option<&'static str> {
        match self {
            Self::Code | Self::Number => Some("numeric"),
            _ => None,
        }
    }
}

/// The sentence about a field, if something is wrong with it.
#[must_use]
pub fn error(invalid: &[Invalid], field: Field) -> Option<String> {
    let wrong = invalid.iter().find(|invalid| invalid.field == field)?;
    Some(texts().get(wrong.code.key()))
}

/// What is wrong, in a list of links to the fields; nothing if nothing is.
#[component]
pub fn Problems(
    /// What is wrong.
    invalid: Vec<Invalid>,
) -> impl IntoView {
    let texts = texts();
    let sentence = texts.with("mistakes", &[("number", invalid.len().into())]);
    let problem = |invalid: &Invalid| {
        view! {
            <li>
                <a href=format!("#{}", invalid.field)>{texts.get(invalid.code.key())}</a>
            </li>
        }
    };
    (!invalid.is_empty()).then(|| {
        view! {
            <div class="problems" id="problems" role="alert" tabindex="-1">
                <h2>{sentence}</h2>
                <ul>{invalid.iter().map(problem).collect_view()}</ul>
            </div>
        }
    })
}

/// A field of one line.
#[component]
pub fn TextField(
    /// Which.
    field: Field,
    /// The name it is sent under.
    #[prop(into)]
    name: String,
    /// The key of its label; with `-hint` that of a hint, if there is one.
    label: &'static str,
    /// What is in it.
    value: String,
    /// What is wrong with the form.
    invalid: Vec<Invalid>,
    /// What its label is about, where several fields have the same.
    #[prop(optional, into)]
    of: String,
    /// How it is typed into.
    #[prop(optional)]
    kind: Kind,
    /// What browsers may fill in.
    #[prop(default = "off")]
    autocomplete: &'static str,
    /// The most characters.
    #[prop(default = 254)]
    max: usize,
    /// Whether it may stay empty.
    #[prop(optional)]
    optional: bool,
    /// The id of a list of what is often typed.
    #[prop(optional_no_strip)]
    list: Option<&'static str>,
) -> impl IntoView {
    let (id, error) = (field.to_string(), error(&invalid, field));
    let described = described(&id, error.is_some(), label);
    let dir = (kind == Kind::Text).then_some("auto");
    view! {
        <Labelled id=id.clone() label of error=error.clone()>
            <input
                id=id
                name=name
                type=kind.kind()
                inputmode=kind.input_mode()
                dir=dir
                autocomplete=autocomplete
                required=!optional
                maxlength=(kind != Kind::DateTime).then_some(max)
                list=list
                value=value
                aria-invalid=error.is_some().then_some("true")
                aria-describedby=described
            />
        </Labelled>
    }
}

/// A field of several lines.
#[component]
pub fn TextArea(
    /// Which.
    field: Field,
    /// The name it is sent under.
    #[prop(into)]
    name: String,
    /// The key of its label; with `-hint` that of a hint, if there is one.
    label: &'static str,
    /// What is in it.
    value: String,
    /// What is wrong with the form.
    invalid: Vec<Invalid>,
    /// How many lines are seen.
    #[prop(default = 6)]
    rows: u8,
) -> impl IntoView {
    let (id, error) = (field.to_string(), error(&invalid, field));
    let described = described(&id, error.is_some(), label);
    let wrong = error.is_some();
    view! {
        <Labelled id=id.clone() label error=error.clone()>
            <Area id name value rows described wrong />
        </Labelled>
    }
}

/// The part of such a field that is typed into.
#[component]
pub fn Area(
    /// Its id.
    id: String,
    /// The name it is sent under.
    name: String,
    /// What is in it.
    value: String,
    /// How many lines are seen.
    rows: u8,
    /// The ids of what is read with it.
    described: Option<String>,
    /// Whether something is wrong with it.
    wrong: bool,
) -> impl IntoView {
    // Leptos 0.8 writes what stands in a text area without escaping, and browsers leave out a line
    // break at its beginning.
    let text = format!("\n{}", super::head::escape(&value));
    view! {
        <textarea
            id=id
            name=name
            rows=rows
            dir="auto"
            aria-invalid=wrong.then_some("true")
            aria-describedby=described
            inner_html=text
        ></textarea>
    }
}

/// A choice of one of several.
#[component]
pub fn Choice(
    /// Which.
    field: Field,
    /// The name it is sent under.
    #[prop(into)]
    name: String,
    /// The key of its label; with `-hint` that of a hint, if there is one.
    label: &'static str,
    /// What is sent and what is read, of each choice.
    options: Vec<(String, String)>,
    /// What is chosen.
    value: String,
    /// What is wrong with the form.
    invalid: Vec<Invalid>,
) -> impl IntoView {
    let (id, error) = (field.to_string(), error(&invalid, field));
    let described = described(&id, error.is_some(), label);
    let option = move |(code, text): (String, String)| {
        let selected = code == value;
        view! {
            <option value=code selected=selected>
                {text}
            </option>
        }
    };
    view! {
        <Labelled id=id.clone() label error=error.clone()>
            <select
                id=id
                name=name
                aria-invalid=error.is_some().then_some("true")
                aria-describedby=described
            >
                {options.into_iter().map(option).collect_view()}
            </select>
        </Labelled>
    }
}

/// A field with its label, its hint and what is wrong with it.
#[component]
fn Labelled(
    id: String,
    label: &'static str,
    #[prop(optional)] of: String,
    error: Option<String>,
    children: Children,
) -> impl IntoView {
    let words = match of.as_str() {
        "" => texts().get(label),
        of => texts().with(label, &[("of", of.into())]),
    };
    let hint = texts().find(&format!("{label}-hint"));
    let hint = hint.map(|hint| {
        view! {
            <span class="hint" id=format!("{id}-hint")>
                {hint}
            </span>
        }
    });
    let class = if error.is_some() { "field wrong" } else { "field" };
    let error = error.map(|error| {
        view! {
            <span class="error" id=format!("{id}-error")>
                {error}
            </span>
        }
    });
    view! {
        <p class=class>
            <label for=id>{words}</label>
            {error}
            {children()}
            {hint}
        </p>
    }
}

/// The ids of what a screen reader reads with a field.
fn described(id: &str, is_wrong: bool, label: &str) -> Option<String> {
    let has_hint = texts().find(&format!("{label}-hint")).is_some();
    let parts: Vec<String> = [(is_wrong, "error"), (has_hint, "hint")]
        .into_iter()
        .filter(|(is_there, _)| *is_there)
        .map(|(_, part)| format!("{id}-{part}"))
        .collect();
    (!parts.is_empty()).then(|| parts.join(" "))
}
