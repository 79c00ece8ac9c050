//! Letters: what organisers write to many who registered, with a few words that are filled in for
//! each of them.
//!
//! The words are a fixed list, filled in once and from left to right: a name that looks like one of
//! them stays a name.

use crate::invalid::{Code, Field, Invalid};
use crate::text::turns_or_controls;

/// What can be filled in, as it stands between braces.
pub const PLACEHOLDERS: [&str; 3] = ["name", "event", "date"];

/// A subject and a text that passed every rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Letter {
    subject: String,
    text: String,
}

/// What is filled in for one of those who are written to.
#[derive(Debug, Clone, Copy)]
pub struct Words<'a> {
    /// The contact person's name.
    pub name: &'a str,
    /// The title of the event.
    pub event: &'a str,
    /// When it is.
    pub date: &'a str,
}

impl Letter {
    /// The most characters of a subject.
    pub const MAX_SUBJECT: usize = 150;

    /// The most characters of a text.
    pub const MAX_TEXT: usize = 5_000;

    /// The letter that these texts give.
    ///
    /// # Errors
    /// What is wrong with each of them.
    pub fn parse(subject: &str, text: &str) -> Result<Self, Vec<Invalid>> {
        let subject = subject.trim().to_owned();
        let text = text.replace("\r\n", "\n").trim().to_owned();
        let checks = [
            (Field::LetterSubject, check(&subject, Self::MAX_SUBJECT, &[])),
            (Field::LetterText, check(&text, Self::MAX_TEXT, &['\n', '\t'])),
        ];
        let wrong = checks.into_iter().filter_map(|(field, code)| Some(Invalid::new(field, code?)));
        let wrong: Vec<Invalid> = wrong.collect();
        if wrong.is_empty() { Ok(Self { subject, text }) } else { Err(wrong) }
    }

    /// The subject, as it was written.
    #[must_use]
    pub fn subject(&self) -> &str {
        &self.subject
    }

    /// The text, as it was written.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Subject and text for one of those who are written to.
    #[must_use]
    pub fn filled(&self, words: Words<'_>) -> (String, String) {
        (filled(&self.subject, words), filled(&self.text, words))
    }
}

fn check(text: &str, max: usize, allowed: &[char]) -> Option<Code> {
    if text.is_empty() {
        Some(Code::Required)
    } else if text.chars().count() > max {
        Some(Code::OverLimit)
    } else if text.chars().any(|c| turns_or_controls(c) && !allowed.contains(&c)) {
        Some(Code::Control)
    } else if parts(text).any(|part| matches!(part, Part::Word(word) if !is_known(word))) {
        Some(Code::UnknownPlaceholder)
    } else {
        None
    }
}

fn is_known(word: &str) -> bool {
    PLACEHOLDERS.contains(&word)
}

/// A part of a text: as it stands, or what stood between braces.
enum Part<'a> {
    Text(&'a str),
    Word(&'a str),
}

/// The parts of a text. A brace without its other half is a character like any other.
fn parts(text: &str) -> impl Iterator<Item = Part<'_>> {
    let mut rest = text;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        if let Some(inside) = rest.strip_prefix('{')
            && let Some((word, after)) = inside.split_once('}')
        {
            rest = after;
            return Some(Part::Word(word));
        }
        let from = usize::from(rest.starts_with('{'));
        let end = rest[from..].find('{').map_or(rest.len(), |at| at + from);
        let (text, after) = rest.split_at(end);
        rest = after;
        Some(Part::Text(text))
    })
}

fn filled(text: &str, words: Words<'_>) -> String {
    let fill = |part| match part {
        Part::Text(text) => text,
        Part::Word("name") => words.name,
        Part::Word("event") => words.event,
        Part::Word("date") => words.date,
        Part::Word(_) => "",
    };
    parts(text).map(fill).collect()
}

#[cfg(test)]
mod tests {
    use super::{Letter, Words};
    use crate::invalid::{Code, Field, Invalid};

    const WORDS: Words<'_> = Words { name: "{event} {", event: "Cup", date: "8 May" };

    #[track_caller]
    fn assert_filled(text: &str, expected: &str) {
        let letter = Letter::parse("{event}", text).expect("a letter");
        assert_eq!(letter.filled(WORDS), ("Cup".into(), expected.into()));
    }

    #[test]
    fn words_are_filled_in_once_and_braces_alone_stay() {
        assert_filled("Dear {name}, see you on {date}.", "Dear {event} {, see you on 8 May.");
        assert_filled("{name}{name}", "{event} {{event} {");
        assert_filled("a } b { c", "a } b { c");
        assert_filled("a\r\nb\tc", "a\nb\tc");
    }

    #[test]
    fn what_is_wrong_is_told_for_each_text() {
        let wrong = |subject: &str, text: &str| Letter::parse(subject, text).err();
        let of = |field, code| Some(vec![Invalid::new(field, code)]);
        assert_eq!(wrong("a\nb", "c"), of(Field::LetterSubject, Code::Control));
        assert_eq!(wrong("a", " "), of(Field::LetterText, Code::Required));
        assert_eq!(wrong("a", "{email}"), of(Field::LetterText, Code::UnknownPlaceholder));
        assert_eq!(wrong("{ name }", "b"), of(Field::LetterSubject, Code::UnknownPlaceholder));
        assert_eq!(wrong("a", "\u{202e}"), of(Field::LetterText, Code::Control));
        assert_eq!(wrong("", "").map(|wrong| wrong.len()), Some(2));
        assert_eq!(wrong("a", &"é".repeat(5_001)), of(Field::LetterText, Code::OverLimit));
    }
}
