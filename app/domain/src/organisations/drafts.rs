//! What an organisation's people type about it, and the rules that it has to pass.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::Kind;
use crate::events::drafts::{keep, line, paragraphs, required_line, website, whole};
use crate::invalid::{Code, Field, Invalid};
use crate::text::Email;

/// The most links that an organisation may show.
pub const MAX_LINKS: usize = 8;

/// What was typed about an organisation in one language.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct TextDraft {
    /// What it is called.
    pub name: String,
    /// What it does, in one or two sentences.
    pub summary: String,
    /// What it does, at length: Markdown.
    pub description: String,
}

/// What may be stored: only the name is never empty.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CheckedText {
    /// What it is called.
    pub name: String,
    /// What it does, in one or two sentences.
    pub summary: String,
    /// What it does, at length: Markdown.
    pub description: String,
}

impl TextDraft {
    /// The most characters of a name.
    pub const NAME: usize = 120;
    /// The most characters of a summary.
    pub const SUMMARY: usize = 300;
    /// The most characters of a description.
    pub const DESCRIPTION: usize = 10_000;

    /// The texts, if nothing is wrong with them.
    ///
    /// # Errors
    /// Everything that is wrong.
    pub fn check(&self) -> Result<CheckedText, Vec<Invalid>> {
        let mut wrong = Vec::new();
        let (name, summary) = (name(&self.name), line(&self.summary, Self::SUMMARY));
        let description = paragraphs(&self.description, Self::DESCRIPTION);
        let text = CheckedText {
            name: keep(name, Field::OrganisationName, &mut wrong),
            summary: keep(summary, Field::OrganisationSummary, &mut wrong),
            description: keep(description, Field::OrganisationDescription, &mut wrong),
        };
        whole(text, wrong)
    }
}

fn name(text: &str) -> Result<String, Code> {
    let name = required_line(text, TextDraft::NAME)?;
    if name.chars().any(char::is_alphanumeric) { Ok(name) } else { Err(Code::NoLetters) }
}

/// What was typed about what an organisation is and where else one finds it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct FactsDraft {
    /// The code of its kind.
    pub kind: String,
    /// Where people can write to.
    pub email: String,
    /// Addresses of pages, by the number of their field; empty ones are left out.
    pub links: BTreeMap<String, String>,
}

/// What may be stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CheckedFacts {
    /// What sort of body it is.
    pub kind: Kind,
    /// Where people can write to.
    pub email: Email,
    /// Addresses of pages, each once, in the order of the form.
    pub links: Vec<String>,
}

impl FactsDraft {
    /// The facts, if nothing is wrong with them.
    ///
    /// # Errors
    /// Everything that is wrong.
    pub fn check(&self) -> Result<CheckedFacts, Vec<Invalid>> {
        let mut wrong = Vec::new();
        let kind = self.kind.parse().map(Some).map_err(|_| Code::UnknownChoice);
        let kind: Option<Kind> = keep(kind, Field::OrganisationKind, &mut wrong);
        let email = Email::parse(&self.email).map(Some);
        let email = keep(email, Field::OrganisationEmail, &mut wrong);
        let mut links: Vec<String> = Vec::new();
        // Fields that no form of ours has are not read: there are never too many.
        for index in 0..MAX_LINKS {
            let typed = self.links.get(&index.to_string()).map_or("", String::as_str);
            let link = keep(website(typed).map(small_scheme), Field::Link(index), &mut wrong);
            if !link.is_empty() && !links.contains(&link) {
                links.push(link);
            }
        }
        match (kind, email) {
            (Some(kind), Some(email)) => whole(CheckedFacts { kind, email, links }, wrong),
            _ => Err(wrong),
        }
    }
}

/// What was typed as `HTTPS://` is an address like any other.
fn small_scheme(link: String) -> String {
    match link.split_once("://") {
        Some((scheme, rest)) => format!("{}://{rest}", scheme.to_ascii_lowercase()),
        None => link,
    }
}

#[cfg(test)]
mod tests {
    use super::{FactsDraft, TextDraft};
    use crate::invalid::{Code, Field, Invalid};

    #[test]
    fn a_name_is_enough_and_needs_a_letter() {
        let named = |name: &str| TextDraft { name: name.into(), ..TextDraft::default() }.check();
        assert_eq!(named(" منتدى الضفاف ").expect("a text").name, "منتدى الضفاف");
        for (name, code) in [
            ("", Code::Required),
            ("***", Code::NoLetters),
            (&*"a".repeat(121), Code::OverLimit),
            ("a\u{202e}b", Code::Control),
        ] {
            assert_eq!(named(name), Err(vec![Invalid::new(Field::OrganisationName, code)]));
        }
    }

    #[test]
    fn links_lead_to_pages_over_tls_and_stand_once() {
        let mut draft = FactsDraft {
            kind: "youth".into(),
            email: "hello@club.example".into(),
            ..FactsDraft::default()
        };
        let links = ["https://club.example", "", "HTTPS://club.example", "https://t.me/club"];
        draft.links = (0..).zip(links).map(|(n, url)| (n.to_string(), url.to_owned())).collect();
        let facts = draft.check().expect("facts");
        assert_eq!(facts.links, ["https://club.example", "https://t.me/club"]);
        for bad in ["http://club.example", "javascript:alert(1)", "https://me:x@club.example", "x"]
        {
            draft.links = [("3".to_owned(), bad.to_owned())].into();
            let expected = vec![Invalid::new(Field::Link(3), Code::Website)];
            assert_eq!(draft.check(), Err(expected), "{bad}");
        }
    }

    #[test]
    fn everything_that_is_wrong_is_told_at_once() {
        let links = [("0".to_owned(), "ftp://x.example".to_owned())].into();
        let draft = FactsDraft { kind: "cult".into(), email: "x".into(), links };
        let expected = vec![
            Invalid::new(Field::OrganisationKind, Code::UnknownChoice),
            Invalid::new(Field::OrganisationEmail, Code::Email),
            Invalid::new(Field::Link(0), Code::Website),
        ];
        assert_eq!(draft.check(), Err(expected));
    }
}
