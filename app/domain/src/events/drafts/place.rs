//! How people come together, what is known of the place, and how one gets there.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::facts::website;
use super::{keep, paragraphs, whole};
use crate::events::venue::{AccessFact, Held};
use crate::invalid::{Code, Field, Invalid};
use crate::language::Language;

/// What was typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct PlaceDraft {
    /// The code of where it is held.
    pub held: String,
    /// The link of what is held online; may stay empty until it is published.
    pub link: String,
    /// `yes` or `no` by the codes of facts; empty where nothing is known.
    pub access: BTreeMap<String, String>,
    /// How one gets there, by the codes of languages.
    pub directions: BTreeMap<String, String>,
}

/// What may be stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CheckedPlace {
    /// Where it is held.
    pub held: Held,
    /// The link; empty if there is none.
    pub link: String,
    /// What is there and what is not, of what is known.
    pub access: Vec<(AccessFact, bool)>,
    /// How one gets there, in the languages in which it is said.
    pub directions: Vec<(Language, String)>,
}

impl PlaceDraft {
    /// The most characters of how one gets there.
    pub const DIRECTIONS: usize = 2_000;

    /// The place, if nothing is wrong with it.
    ///
    /// # Errors
    /// Everything that is wrong.
    pub fn check(&self) -> Result<CheckedPlace, Vec<Invalid>> {
        let mut wrong = Vec::new();
        let held = self.held.parse().map_err(|_| Code::UnknownChoice);
        let held = keep(held, Field::Held, &mut wrong);
        let link = keep(website(&self.link), Field::OnlineLink, &mut wrong);
        let access = keep(self.known(), Field::Access, &mut wrong);
        let mut directions = Vec::new();
        for language in Language::ALL {
            let Some(text) = self.directions.get(language.code()) else { continue };
            let text = paragraphs(text, Self::DIRECTIONS);
            let text = keep(text, Field::Directions(*language), &mut wrong);
            if !text.is_empty() {
                directions.push((*language, text));
            }
        }
        whole(CheckedPlace { held, link, access, directions }, wrong)
    }

    fn known(&self) -> Result<Vec<(AccessFact, bool)>, Code> {
        let is_known = |code: &String| code.parse::<AccessFact>().is_ok();
        if !self.access.keys().all(is_known) {
            return Err(Code::UnknownChoice);
        }
        let mut known = Vec::new();
        for fact in AccessFact::ALL {
            match self.access.get(fact.code()).map(String::as_str) {
                None | Some("") => {}
                Some("yes") => known.push((*fact, true)),
                Some("no") => known.push((*fact, false)),
                Some(_) => return Err(Code::UnknownChoice),
            }
        }
        Ok(known)
    }
}

#[cfg(test)]
mod tests {
    use super::PlaceDraft;
    use crate::events::venue::{AccessFact, Held};
    use crate::invalid::{Code, Field, Invalid};
    use crate::language::Language;

    fn draft(held: &str, link: &str) -> PlaceDraft {
        PlaceDraft { held: held.into(), link: link.into(), ..PlaceDraft::default() }
    }

    #[test]
    fn what_is_said_is_kept_and_what_is_not_said_is_not_known() {
        let mut draft = draft("both", "https://meet.example.org/a?b=c");
        draft.access = [("lift".into(), "no".into()), ("subtitles".into(), String::new())].into();
        draft.access.insert("quiet-room".into(), "yes".into());
        draft.directions =
            [("fr".into(), " Tram T2. ".into()), ("en".into(), String::new())].into();
        let place = draft.check().expect("a place");
        assert_eq!((place.held, place.link.as_str()), (Held::Both, draft.link.as_str()));
        let known = [(AccessFact::Lift, false), (AccessFact::QuietRoom, true)];
        assert_eq!(place.access, known);
        assert_eq!(place.directions, [(Language::French, "Tram T2.".to_owned())]);
    }

    #[test]
    fn what_is_wrong_is_told_at_its_field() {
        let mut draft = draft("moon", "http://meet.example.org");
        draft.access = [("lift".into(), "maybe".into())].into();
        draft.directions = [("ru".into(), "a".repeat(2001))].into();
        let expected = [
            Invalid::new(Field::Held, Code::UnknownChoice),
            Invalid::new(Field::OnlineLink, Code::Website),
            Invalid::new(Field::Access, Code::UnknownChoice),
            Invalid::new(Field::Directions(Language::Russian), Code::OverLimit),
        ];
        assert_eq!(draft.check().expect_err("refused"), expected);
    }
}
