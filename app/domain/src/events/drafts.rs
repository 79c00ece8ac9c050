//! What organisers type about an event, and the rules that it has to pass.
//!
//! A draft holds every field as it was typed; `check` gives the values that may be stored, or
//! everything that is wrong at its field. One file per section of the editor.

mod date;
mod facts;
mod place;
mod plan;
mod rules;
mod start;
mod text;
mod tickets;

pub use date::{CheckedDate, DateDraft, MAX_DATES};
pub(crate) use facts::website;
pub use facts::{CheckedFacts, FactsDraft};
pub use place::{CheckedPlace, PlaceDraft};
pub use plan::PlanDraft;
pub use rules::{CheckedRules, Local, RulesDraft, WindowDraft};
pub use start::{Carried, CheckedStart, StartDraft};
pub use text::{CheckedText, TextDraft};
pub use tickets::{TicketDraft, TicketsDraft};

use unicode_normalization::UnicodeNormalization;

use super::Category;
use crate::codes::codes;
use crate::invalid::{Code, Field, Invalid};
use crate::text::{clean, turns_or_controls};

codes! {
    /// A part of an event that is written at once.
    Section {
        /// The event itself, when it is made.
        Start = "start",
        /// What it says, in one language.
        Texts = "texts",
        /// What it is, where, and for whom.
        Facts = "facts",
        /// How one comes together, and what is known of the place.
        Place = "place",
        /// When.
        Dates = "dates",
        /// In which capacities one comes.
        Tickets = "tickets",
        /// From when until when one can register, and give places back.
        Rules = "rules",
        /// What it asks those who register.
        Questions = "questions",
        /// Its picture.
        Picture = "picture",
        /// Its state.
        Publication = "publication",
    }
}

/// The most places that a date, or a ticket type on it, may have.
pub const MAX_PLACES: i64 = 100_000;

/// A line of text: trimmed and composed, at most so many characters.
pub(crate) fn line(text: &str, max: usize) -> Result<String, Code> {
    let composed: String = clean(text).nfc().collect();
    if composed.chars().any(turns_or_controls) {
        Err(Code::Control)
    } else if composed.chars().count() > max {
        Err(Code::OverLimit)
    } else {
        Ok(composed)
    }
}

/// A line of text that must not be empty.
pub(crate) fn required_line(text: &str, max: usize) -> Result<String, Code> {
    let line = line(text, max)?;
    if line.is_empty() { Err(Code::Required) } else { Ok(line) }
}

/// Paragraphs: line breaks stay, as `\n`; tabs become spaces.
pub(crate) fn paragraphs(text: &str, max: usize) -> Result<String, Code> {
    let text = text.replace("\r\n", "\n").replace('\r', "\n").replace('\t', " ");
    let composed: String = text.trim().nfc().collect();
    if composed.chars().any(|c| c != '\n' && turns_or_controls(c)) {
        Err(Code::Control)
    } else if composed.chars().count() > max {
        Err(Code::OverLimit)
    } else {
        Ok(composed)
    }
}

/// A number of places.
fn places(text: &str) -> Result<i64, Code> {
    let text = text.trim();
    if text.is_empty() {
        return Err(Code::Required);
    }
    let is_number = text.bytes().all(|byte| byte.is_ascii_digit());
    let number = is_number.then(|| text.parse().ok()).flatten();
    number.filter(|number| (0..=MAX_PLACES).contains(number)).ok_or(Code::Places)
}

/// Category and discipline, as one choice: `music/choir`.
fn discipline(text: &str) -> Result<(Category, &'static str), Code> {
    if text.is_empty() {
        return Err(Code::Required);
    }
    let known = || {
        let (category, discipline) = text.split_once('/')?;
        let category: Category = category.parse().ok()?;
        let known = category.disciplines().iter().find(|known| **known == discipline)?;
        Some((category, *known))
    };
    known().ok_or(Code::UnknownChoice)
}

/// The value, or its default and a note of what is wrong with the field.
pub(crate) fn keep<T: Default>(
    value: Result<T, Code>,
    field: Field,
    wrong: &mut Vec<Invalid>,
) -> T {
    value.unwrap_or_else(|code| {
        wrong.push(Invalid::new(field, code));
        T::default()
    })
}

/// The checked values, if nothing is wrong.
pub(crate) fn whole<T>(value: T, wrong: Vec<Invalid>) -> Result<T, Vec<Invalid>> {
    if wrong.is_empty() { Ok(value) } else { Err(wrong) }
}

#[cfg(test)]
mod tests {
    use super::{discipline, line, paragraphs, places};
    use crate::events::Category;
    use crate::invalid::Code;

    #[test]
    fn a_line_is_trimmed_composed_and_short_enough() {
        assert_eq!(line("  Fe\u{301}te \u{200f}", 4).as_deref(), Ok("Féte"));
        assert_eq!(line("abcde", 4), Err(Code::OverLimit));
        assert_eq!(line("", 4).as_deref(), Ok(""));
        for text in ["a\nb", "a\tb", "a\u{202e}b", "a\u{2066}b", "a\u{0}b"] {
            assert_eq!(line(text, 9), Err(Code::Control), "{text:?}");
        }
    }

    #[test]
    fn paragraphs_keep_their_line_breaks_and_nothing_else_that_is_not_seen() {
        assert_eq!(paragraphs("\r\na\r\n\r\nb\tc\n", 9).as_deref(), Ok("a\n\nb c"));
        assert_eq!(paragraphs("a\u{202e}b", 9), Err(Code::Control));
        assert_eq!(paragraphs("a\u{0}b", 9), Err(Code::Control));
        assert_eq!(paragraphs("abc", 2), Err(Code::OverLimit));
    }

    #[test]
    fn places_are_whole_numbers_up_to_a_hundred_thousand() {
        assert_eq!(places(" 20 "), Ok(20));
        assert_eq!((places("0"), places("100000")), (Ok(0), Ok(100_000)));
        for text in ["100001", "-1", "+1", "1.5", "many", "99999999999999999999"] {
            assert_eq!(places(text), Err(Code::Places), "{text}");
        }
        assert_eq!(places(" "), Err(Code::Required));
    }

    #[test]
    fn a_discipline_belongs_to_its_category() {
        assert_eq!(discipline("music/choir"), Ok((Category::Music, "choir")));
        assert_eq!(discipline("sports/choir"), Err(Code::UnknownChoice));
        assert_eq!(discipline("choir"), Err(Code::UnknownChoice));
        assert_eq!(discipline(""), Err(Code::Required));
        for category in Category::ALL {
            assert_eq!(category.disciplines().last(), Some(&"other"));
        }
    }
}
