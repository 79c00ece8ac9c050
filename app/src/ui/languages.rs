//! Texts in several languages: which are whole, and which of them is shown.

use domain::language::Language;
use leptos::prelude::*;

use crate::context::{self, texts};

/// How far something is written, language by language.
#[derive(Debug, Clone)]
pub struct Progress {
    /// Where nothing is left open.
    full: Vec<Language>,
    /// Where something is.
    begun: Vec<Language>,
}

impl Progress {
    /// From every language that has a text, and whether nothing is left open in it.
    pub fn of(texts: impl Iterator<Item = (Language, bool)> + Clone) -> Self {
        let whose =
            |whole| texts.clone().filter(move |(_, full)| *full == whole).map(|(one, _)| one);
        Self { full: whose(true).collect(), begun: whose(false).collect() }
    }

    /// The language whose text is shown: the one of the address, else that of the page, else the
    /// best that there is.
    #[must_use]
    pub fn shown(&self, asked: &str) -> Language {
        let has_text =
            |language: &Language| self.full.contains(language) || self.begun.contains(language);
        let best = || context::language().fall_backs().find(has_text);
        asked.parse().ok().or_else(best).unwrap_or_else(context::language)
    }
}

/// The names of languages, in a line.
#[must_use]
pub fn names(languages: impl IntoIterator<Item = Language>) -> String {
    let texts = texts();
    let name = |language: Language| texts.get(&format!("spoken-{}", language.code()));
    let names: Vec<String> = languages.into_iter().map(name).collect();
    names.join(&texts.get("list-separator"))
}

/// In which languages nothing is left open, and what people read where there is no text.
#[component]
pub fn Completeness(
    /// How far it is written.
    progress: Progress,
) -> impl IntoView {
    let texts = texts();
    let words = [
        ("full", progress.full.len().into()),
        ("all", Language::COUNT.into()),
        ("languages", names(progress.full).into()),
    ];
    let begun = (!progress.begun.is_empty()).then(|| {
        let words = [("languages", names(progress.begun).into())];
        view! { <p class="quiet">{texts.with("editor-texts-begun", &words)}</p> }
    });
    let order = [("languages", names(Language::English.fall_backs().skip(2)).into())];
    view! {
        <p>
            <b>{texts.with("editor-texts-full", &words)}</b>
        </p>
        {begun}
        <p class="quiet">{texts.with("editor-texts-order", &order)}</p>
    }
}

/// Every language, to choose which text is shown.
#[component]
pub fn LanguageChoice(
    /// How far it is written.
    progress: Progress,
    /// Which is shown.
    shown: Language,
    /// The id of the section that it is in.
    anchor: &'static str,
) -> impl IntoView {
    let texts = texts();
    let page = context::path();
    let choice = |language: &Language| {
        let code = language.code();
        let current = (*language == shown).then_some("true");
        let state = if progress.full.contains(language) {
            "editor-text-full"
        } else if progress.begun.contains(language) {
            "editor-text-begun"
        } else {
            "editor-text-none"
        };
        view! {
            <li>
                <a href=format!("{page}?text={code}#{anchor}") aria-current=current>
                    <span lang=code>{language.native_name()}</span>
                    <span class="quiet small">{texts.get(state)}</span>
                </a>
            </li>
        }
    };
    view! {
        <nav class="chips" aria-label=texts.get("editor-texts-label")>
            <ul>{Language::ALL.iter().map(choice).collect_view()}</ul>
        </nav>
    }
}

/// The form that takes away a text in one language, once more asked for.
#[component]
pub fn TextRemoval(
    /// Where it posts to.
    action: &'static str,
    /// The language.
    shown: Language,
    /// The hidden fields that say whose text it is.
    children: Children,
) -> impl IntoView {
    let texts = texts();
    view! {
        <details class="confirm">
            <summary class="button second">{texts.get("editor-text-remove")}</summary>
            <form method="post" action=action>
                {children()}
                <input type="hidden" name="form[written_in]" value=shown.code() />
                <p>{texts.get("editor-text-remove-text")}</p>
                <button class="button back" type="submit">
                    {texts.get("editor-text-remove")}
                </button>
            </form>
        </details>
    }
}
