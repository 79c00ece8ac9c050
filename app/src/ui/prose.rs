//! Texts that organisers write in Markdown. The only place that shows HTML which came out of a
//! text of somebody: `services::markdown` makes it, and nothing else can (`Html`).

use leptos::prelude::*;
use services::markdown::Html;

/// A text with its paragraphs, headings, lists and links.
#[component]
pub fn Prose(
    /// The text.
    html: Html,
    /// The language of the text, if it is not that of the page.
    #[prop(optional_no_strip)]
    language: Option<&'static str>,
) -> impl IntoView {
    (!html.is_empty()).then(|| {
        view! { <div class="prose" dir="auto" lang=language inner_html=html.as_str().to_owned()></div> }
    })
}
