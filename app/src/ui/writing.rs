//! Where organisers write Markdown: a plain text area, to which script (`public/writing.js`) adds
//! a row of buttons and a look at what becomes of the text.

use domain::invalid::{Field, Invalid};
use leptos::prelude::*;

use super::form::TextArea;
use crate::context::texts;

/// What the buttons write, in their order; each has a word `writing-<mark>`.
const MARKS: [&str; 6] = ["bold", "italic", "heading", "list", "numbers", "link"];

/// A field for Markdown.
#[component]
pub fn MarkdownArea(
    /// Which.
    field: Field,
    /// The name it is sent under.
    name: &'static str,
    /// The key of its label; with `-hint` that of a hint, if there is one.
    label: &'static str,
    /// What is in it.
    value: String,
    /// What is wrong with the form.
    invalid: Vec<Invalid>,
) -> impl IntoView {
    let texts = texts();
    let id = field.to_string();
    let button = |mark: &&'static str| {
        view! {
            <button class="button second" type="button" data-mark=*mark>
                {texts.get(&format!("writing-{mark}"))}
            </button>
        }
    };
    let shown = format!("{id}-shown");
    let labelled = shown.clone();
    view! {
        <div class="writing" data-writing="">
            <TextArea field name label value invalid rows=12 />
            <div
                class="marks"
                role="toolbar"
                aria-label=texts.get("writing-marks-label")
                aria-controls=id
                hidden
            >
                {MARKS.iter().map(button).collect_view()}
            </div>
            <section class="shown" aria-labelledby=labelled tabindex="0" hidden>
                <h3 id=shown>{texts.get("writing-shown")}</h3>
                <div class="prose" dir="auto"></div>
            </section>
            <script type="module" src="/writing.js"></script>
        </div>
    }
}
