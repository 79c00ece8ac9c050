//! The field of a picture.

use domain::invalid::{Field, Invalid};
use leptos::prelude::*;

use super::form::error;
use crate::context::texts;
use crate::upload::FILE;

/// Chooses a file with a picture.
#[component]
pub fn PictureField(
    /// What is wrong with the form.
    invalid: Vec<Invalid>,
    /// Whether there is none yet.
    required: bool,
) -> impl IntoView {
    let texts = texts();
    let id = Field::PictureFile.to_string();
    let error = error(&invalid, Field::PictureFile);
    let class = if error.is_some() { "field wrong" } else { "field" };
    let described = match error {
        Some(_) => format!("{id}-error {id}-hint"),
        None => format!("{id}-hint"),
    };
    let wrong = error.is_some().then_some("true");
    let error = error.map(|error| {
        view! {
            <span class="error" id=format!("{id}-error")>
                {error}
            </span>
        }
    });
    view! {
        <p class=class>
            <label for=id.clone()>{texts.get("picture-file")}</label>
            {error}
            <input
                type="file"
                id=id.clone()
                name=FILE
                accept="image/png,image/jpeg,image/webp"
                required=required
                aria-invalid=wrong
                aria-describedby=described
            />
            <span class="hint" id=format!("{id}-hint")>
                {texts.get("picture-file-hint")}
            </span>
        </p>
    }
}
