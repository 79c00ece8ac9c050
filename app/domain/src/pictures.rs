//! Pictures of events and signs of organisations: how large they may be, and what is said of them.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::events::drafts::{keep, line, whole};
use crate::invalid::{Code, Field, Invalid};
use crate::language::Language;

/// The most octets of a file.
pub const MAX_OCTETS: usize = 10 * 1024 * 1024;

/// The most points of a picture.
pub const MAX_PIXELS: u64 = 40_000_000;

/// The most pictures of an organisation; the database holds the same number.
pub const QUOTA: i64 = 200;

/// The widths that pages choose from.
pub const WIDTHS: [u32; 3] = [400, 800, 1600];

/// The widths that a picture of this width is kept in: it is never enlarged.
#[must_use]
pub fn widths(width: u32) -> Vec<u32> {
    let largest = width.min(WIDTHS[WIDTHS.len() - 1]);
    WIDTHS.into_iter().filter(|one| *one < largest).chain([largest]).collect()
}

/// What was typed about a picture.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct PictureDraft {
    /// What matters, from left to right, in percent; empty for the middle.
    pub focus_x: String,
    /// What matters, from top to bottom, in percent; empty for the middle.
    pub focus_y: String,
    /// What is to be seen, by the code of the language.
    pub alts: BTreeMap<String, String>,
}

/// What may be stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CheckedPicture {
    /// What matters, in percent from the left and from the top.
    pub focus: (i64, i64),
    /// What is to be seen, in every language in which something was said.
    pub alts: Vec<(Language, String)>,
}

impl PictureDraft {
    /// The most characters about what is to be seen.
    pub const ALT: usize = 250;

    /// The words, if nothing is wrong with them.
    ///
    /// # Errors
    /// Everything that is wrong.
    pub fn check(&self) -> Result<CheckedPicture, Vec<Invalid>> {
        let mut wrong = Vec::new();
        let x = keep(percent(&self.focus_x), Field::FocusX, &mut wrong);
        let y = keep(percent(&self.focus_y), Field::FocusY, &mut wrong);
        let mut alts = Vec::new();
        for language in Language::ALL {
            let typed = self.alts.get(language.code()).map_or("", String::as_str);
            let alt = keep(line(typed, Self::ALT), Field::PictureAlt(*language), &mut wrong);
            if !alt.is_empty() {
                alts.push((*language, alt));
            }
        }
        whole(CheckedPicture { focus: (x, y), alts }, wrong)
    }
}

fn percent(text: &str) -> Result<i64, Code> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(50);
    }
    let is_number = text.bytes().all(|byte| byte.is_ascii_digit());
    let number = is_number.then(|| text.parse().ok()).flatten();
    number.filter(|number| (0..=100).contains(number)).ok_or(Code::Percent)
}

#[cfg(test)]
mod tests {
    use super::{PictureDraft, widths};
    use crate::invalid::{Code, Field, Invalid};
    use crate::language::Language;

    #[test]
    fn no_picture_is_enlarged() {
        assert_eq!(widths(300), [300]);
        assert_eq!(widths(400), [400]);
        assert_eq!(widths(1000), [400, 800, 1000]);
        assert_eq!(widths(1600), [400, 800, 1600]);
        assert_eq!(widths(9000), [400, 800, 1600]);
    }

    #[test]
    fn a_focus_is_in_the_picture_and_in_the_middle_if_nobody_says_where() {
        let mut draft = PictureDraft::default();
        assert_eq!(draft.check().expect("words").focus, (50, 50));
        draft.focus_x = "100".into();
        draft.focus_y = "101".into();
        draft.alts =
            [("ar".to_owned(), "بحر".to_owned()), ("xx".to_owned(), "sea".to_owned())].into();
        let expected = vec![Invalid::new(Field::FocusY, Code::Percent)];
        assert_eq!(draft.check(), Err(expected));
        draft.focus_y = "0".into();
        let checked = draft.check().expect("words");
        assert_eq!(checked.focus, (100, 0));
        assert_eq!(checked.alts, [(Language::Arabic, "بحر".to_owned())]);
    }
}
