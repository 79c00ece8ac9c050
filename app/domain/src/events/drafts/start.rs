//! A new event, as short as it can be.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::facts::chosen;
use super::{TextDraft, discipline, keep, required_line, whole};
use crate::codes::codes;
use crate::events::Category;
use crate::invalid::{Code, Field, Invalid};
use crate::language::Language;

codes! {
    /// A part of an earlier event that a new one begins with. Dates never are.
    Carried {
        /// What it says, in every language.
        Texts = "texts",
        /// Its picture, with what is to be seen on it.
        Picture = "picture",
        /// The languages spoken there, its areas and its own page.
        Facts = "facts",
        /// Where it is held, and what is known of the place.
        Place = "place",
        /// In which capacities one comes.
        Tickets = "tickets",
        /// How many hours before a date registration and giving back end, and who gets a place.
        Rules = "rules",
    }
}

/// What was typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct StartDraft {
    /// The title.
    pub title: String,
    /// The code of its language.
    pub language: String,
    /// Category and discipline: `music/choir`.
    pub discipline: String,
    /// The slug of an earlier event or a template that it begins with; empty for none.
    pub from: String,
    /// What is carried over from it: codes of [`Carried`].
    pub carry: BTreeMap<String, String>,
}

/// What may be stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CheckedStart {
    /// The title.
    pub title: String,
    /// Its language.
    pub language: Language,
    /// The category.
    pub category: Category,
    /// The code of the discipline.
    pub discipline: &'static str,
    /// What is carried over from an earlier event, if it begins with one.
    pub carried: Vec<Carried>,
}

impl StartDraft {
    /// The beginning of an event, if nothing is wrong with it.
    ///
    /// # Errors
    /// Everything that is wrong.
    pub fn check(&self) -> Result<CheckedStart, Vec<Invalid>> {
        let mut wrong = Vec::new();
        let title = required_line(&self.title, TextDraft::TITLE);
        let title = keep(title, Field::Title, &mut wrong);
        let language = self.language.parse().map(Some).map_err(|_| Code::UnknownChoice);
        let language = keep(language, Field::TextLanguage, &mut wrong);
        let kind = keep(discipline(&self.discipline).map(Some), Field::Discipline, &mut wrong);
        let (category, discipline) = kind.unwrap_or((Category::Sports, "other"));
        let language = language.unwrap_or(Language::English);
        let carried = keep(chosen(&self.carry, Carried::ALL), Field::Carry, &mut wrong);
        whole(CheckedStart { title, language, category, discipline, carried }, wrong)
    }
}

#[cfg(test)]
mod tests {
    use super::{Carried, StartDraft};
    use crate::invalid::{Code, Field, Invalid};

    #[test]
    fn a_title_its_language_and_a_discipline_begin_an_event() {
        let mut draft = StartDraft {
            title: "Peace Cup".into(),
            language: "fr".into(),
            discipline: "sports/football".into(),
            carry: [("rules".into(), "on".into()), ("texts".into(), "on".into())].into(),
            ..StartDraft::default()
        };
        let checked = draft.check().expect("an event");
        assert_eq!(checked.discipline, "football");
        assert_eq!(checked.carried, [Carried::Texts, Carried::Rules]);
        draft = StartDraft { language: "de".into(), ..StartDraft::default() };
        let expected = [
            Invalid::new(Field::Title, Code::Required),
            Invalid::new(Field::TextLanguage, Code::UnknownChoice),
            Invalid::new(Field::Discipline, Code::Required),
        ];
        assert_eq!(draft.check().expect_err("all wrong"), expected);
    }
}
