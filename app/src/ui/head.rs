//! What the head of a page says: title, description, the same page in other languages.

use domain::language::Language;
use leptos::prelude::*;
use leptos_meta::{Link, Meta, Title};

use crate::context;

/// The title of the page, before the name of the site.
///
/// `leptos_meta` 0.8 writes titles without escaping, so this does it; pages never run in the
/// browser, so nothing is escaped twice. It is the only caller of `Title`.
#[component]
pub fn PageTitle(
    /// What the page is about.
    #[prop(into)]
    text: String,
) -> impl IntoView {
    let text = escape(&format!("{text} · {}", context::texts().get("site-name")));
    view! { <Title text /> }
}

/// The text as it stands in markup.
pub(super) fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// The most characters of a sentence that is taken from a longer text: searches show no more.
const LONGEST: usize = 160;

/// What a page is about: what was said in short, or else how what was said at length begins.
#[must_use]
pub fn in_short(summary: &str, plain: &str) -> String {
    if !summary.is_empty() {
        return summary.to_owned();
    }
    let words = plain.split_whitespace().collect::<Vec<_>>().join(" ");
    match words.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", words[..end].trim_end()),
        None => words,
    }
}

/// One sentence about the page, for search engines and previews.
#[component]
pub fn PageDescription(
    /// The sentence.
    #[prop(into)]
    text: String,
) -> impl IntoView {
    view! {
        <Meta name="description" content=text.clone() />
        <Meta property="og:description" content=text />
    }
}

/// The picture of the page, for previews elsewhere.
#[component]
pub fn PagePicture(
    /// The path of its file.
    path: String,
    /// What is to be seen.
    alt: String,
) -> impl IntoView {
    let address = format!("{}{path}", context::services().base_url());
    view! {
        <Meta property="og:image" content=address />
        <Meta property="og:image:alt" content=alt />
    }
}

/// Links to the same page in the other languages.
#[component]
pub fn Alternates() -> impl IntoView {
    let base = context::services().base_url().to_owned();
    let path = context::path();
    let links = Language::ALL.iter().map(|language| {
        let href = format!("{base}{}", in_language(&path, *language));
        view! { <Link rel="alternate" hreflang=language.code() href=href /> }
    });
    links.collect_view()
}

/// The path of the same page in another language.
#[must_use]
pub fn in_language(path: &str, language: Language) -> String {
    let rest = path.get(1..).and_then(|rest| rest.split_once('/')).map(|(_, rest)| rest);
    match rest {
        Some(rest) if context::path_language().is_some() => format!("/{}/{rest}", language.code()),
        _ => format!("/{}", language.code()),
    }
}

#[cfg(test)]
mod tests {
    use super::{escape, in_short};

    #[test]
    fn a_long_text_is_cut_where_no_letter_is() {
        assert_eq!(in_short("We meet.", "At length."), "We meet.");
        assert_eq!(in_short("", "One\n\n• two"), "One • two");
        let cut = in_short("", &"é".repeat(161));
        assert_eq!((cut.chars().count(), cut.chars().last()), (161, Some('…')));
    }

    #[test]
    fn a_title_cannot_end_its_element() {
        assert_eq!(escape("</title><script>&"), "&lt;/title&gt;&lt;script&gt;&amp;");
    }
}
