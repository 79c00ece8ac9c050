//! Every word that Concord says, from the Fluent catalogues in `app/locales/<language>/`.
//!
//! One catalogue for pages, mails, feeds and errors. What is filled into a sentence is isolated
//! (U+2068, U+2069), so that a name of another direction does not turn it; where such marks would
//! be in the way (attributes, mail headers, calendars) [`Texts::plain`] leaves them out.

use std::borrow::Cow;
use std::collections::HashMap;

use domain::language::Language;
use fluent_templates::fluent_bundle::FluentValue;
use fluent_templates::{Loader, static_loader};
use unic_langid::{LanguageIdentifier, langid};

static_loader! {
    static CATALOGUES = {
        locales: "../locales",
        fallback_language: "en",
    };
}

/// A value that is filled into a sentence: `("name", name.into())`.
pub type Argument<'a> = (&'static str, FluentValue<'a>);

/// The words of one language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Texts(pub Language);

impl Texts {
    /// The sentence of this key.
    #[must_use]
    pub fn get(self, key: &str) -> String {
        CATALOGUES.lookup(identifier(self.0), key)
    }

    /// The sentence of this key, filled with these values.
    #[must_use]
    pub fn with(self, key: &str, arguments: &[Argument<'_>]) -> String {
        let arguments: HashMap<Cow<'static, str>, FluentValue<'_>> =
            arguments.iter().map(|(name, value)| (Cow::Borrowed(*name), value.clone())).collect();
        CATALOGUES.lookup_with_args(identifier(self.0), key, &arguments)
    }

    /// The same without marks of direction: for attributes, mail headers and calendars.
    #[must_use]
    pub fn plain(self, key: &str, arguments: &[Argument<'_>]) -> String {
        self.with(key, arguments).replace(['\u{2068}', '\u{2069}'], "")
    }

    /// The sentence of this key, if the catalogues have it (for codes that organisers choose).
    #[must_use]
    pub fn find(self, key: &str) -> Option<String> {
        CATALOGUES.try_lookup(identifier(self.0), key)
    }
}

fn identifier(language: Language) -> &'static LanguageIdentifier {
    static ARABIC: LanguageIdentifier = langid!("ar");
    static CHINESE: LanguageIdentifier = langid!("zh");
    static ENGLISH: LanguageIdentifier = langid!("en");
    static FRENCH: LanguageIdentifier = langid!("fr");
    static RUSSIAN: LanguageIdentifier = langid!("ru");
    static SPANISH: LanguageIdentifier = langid!("es");
    match language {
        Language::Arabic => &ARABIC,
        Language::Chinese => &CHINESE,
        Language::English => &ENGLISH,
        Language::French => &FRENCH,
        Language::Russian => &RUSSIAN,
        Language::Spanish => &SPANISH,
    }
}
