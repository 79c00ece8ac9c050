//! What an event says in one language.

use serde::{Deserialize, Serialize};

use super::{keep, line, paragraphs, required_line, whole};
use crate::invalid::{Field, Invalid};

/// What was typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct TextDraft {
    /// The title.
    pub title: String,
    /// One or two sentences.
    pub summary: String,
    /// Paragraphs, with empty lines between them.
    pub description: String,
    /// The name of the place.
    pub venue: String,
}

/// What may be stored: only the title is never empty.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CheckedText {
    /// The title.
    pub title: String,
    /// One or two sentences.
    pub summary: String,
    /// Paragraphs, with empty lines between them.
    pub description: String,
    /// The name of the place.
    pub venue: String,
}

impl TextDraft {
    /// The most characters of a title.
    pub const TITLE: usize = 120;
    /// The most characters of a summary.
    pub const SUMMARY: usize = 300;
    /// The most characters of a description.
    pub const DESCRIPTION: usize = 20_000;
    /// The most characters of the name of a place.
    pub const VENUE: usize = 120;

    /// The texts, if nothing is wrong with them.
    ///
    /// # Errors
    /// Everything that is wrong.
    pub fn check(&self) -> Result<CheckedText, Vec<Invalid>> {
        let mut wrong = Vec::new();
        let text = CheckedText {
            title: keep(required_line(&self.title, Self::TITLE), Field::Title, &mut wrong),
            summary: keep(line(&self.summary, Self::SUMMARY), Field::Summary, &mut wrong),
            description: keep(
                paragraphs(&self.description, Self::DESCRIPTION),
                Field::Description,
                &mut wrong,
            ),
            venue: keep(line(&self.venue, Self::VENUE), Field::Venue, &mut wrong),
        };
        whole(text, wrong)
    }
}

#[cfg(test)]
mod tests {
    use super::TextDraft;
    use crate::invalid::{Code, Field, Invalid};

    #[test]
    fn a_title_is_enough_and_needed() {
        let draft = TextDraft { title: " Peace Cup ".into(), ..TextDraft::default() };
        assert_eq!(draft.check().expect("a text").title, "Peace Cup");
        let wrong = TextDraft::default().check().expect_err("no title");
        assert_eq!(wrong, [Invalid::new(Field::Title, Code::Required)]);
    }

    #[test]
    fn everything_that_is_wrong_is_told_at_once() {
        let draft = TextDraft {
            title: "a".repeat(121),
            summary: "a".repeat(301),
            description: "é".repeat(20_001),
            venue: "a\u{202e}".into(),
        };
        let wrong = draft.check().expect_err("all wrong");
        let expected = [
            Invalid::new(Field::Title, Code::OverLimit),
            Invalid::new(Field::Summary, Code::OverLimit),
            Invalid::new(Field::Description, Code::OverLimit),
            Invalid::new(Field::Venue, Code::Control),
        ];
        assert_eq!(wrong, expected);
    }
}
