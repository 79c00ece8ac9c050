//! Tags: an organisation's own short words for registrations of an event, such as *choir* or *paid*.
//!
//! An event has at most [`MAX_TAGS`] of them. Each has a place of its own from 0, and so a bit in the
//! number that stands with everyone who registered; two more bits say that there is a note, and
//! that a mail was lost. However many people there are, a list is filtered by one number.

use unicode_normalization::UnicodeNormalization as _;

use crate::invalid::Code;
use crate::text::{fold, turns_or_controls};

/// The most tags of an event.
pub const MAX_TAGS: i64 = 20;

/// The mark, beside those of tags, of whom a note was written about.
pub const NOTED: i64 = 1 << MAX_TAGS;

/// The mark of those to whom the last mail never arrived.
pub const UNDELIVERED: i64 = NOTED << 1;

/// How many colours there are for tags.
pub const COLOURS: u32 = 6;

/// What a tag says: 1 to 30 characters in one line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TagName(String);

impl TagName {
    /// The most characters of a tag.
    pub const MAX: usize = 30;

    /// The tag that this text gives.
    ///
    /// # Errors
    /// The code of the first rule that the text breaks.
    pub fn parse(text: &str) -> Result<Self, Code> {
        let words: Vec<&str> = text.split_whitespace().collect();
        let name: String = words.join(" ").nfc().collect();
        if name.is_empty() {
            Err(Code::Required)
        } else if name.chars().any(turns_or_controls) {
            Err(Code::Control)
        } else if name.chars().count() > Self::MAX {
            Err(Code::OverLimit)
        } else if !name.chars().any(char::is_alphanumeric) {
            Err(Code::NoLetters)
        } else {
            Ok(Self(name))
        }
    }

    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The form under which two spellings of one tag meet.
    #[must_use]
    pub fn folded(&self) -> String {
        fold(&self.0)
    }
}

/// Which tags: a bit for the place of each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct TagSet(pub i64);

impl TagSet {
    /// The set of the one tag at this place, from 0 on; empty for a place that no tag can have.
    #[must_use]
    pub const fn of(position: i64) -> Self {
        if 0 <= position && position < MAX_TAGS { Self(1 << position) } else { Self(0) }
    }

    /// Whether the tag at this place is in it.
    #[must_use]
    pub const fn holds(self, position: i64) -> bool {
        self.0 & Self::of(position).0 != 0
    }

    /// The first place that none of these has; none if all are taken.
    #[must_use]
    pub fn free(taken: impl IntoIterator<Item = i64>) -> Option<i64> {
        let taken = taken.into_iter().fold(0, |set, position| set | Self::of(position).0);
        (0..MAX_TAGS).find(|position| !Self(taken).holds(*position))
    }
}

/// Which of the colours a tag has: always the same for the same word, whatever its event.
#[must_use]
pub fn colour(folded: &str) -> u32 {
    // FNV-1a: a few letters spread over all colours.
    let hash = folded
        .bytes()
        .fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    hash % COLOURS
}

#[cfg(test)]
mod tests {
    use super::{COLOURS, MAX_TAGS, TagName, TagSet, colour};
    use crate::invalid::Code;

    #[test]
    fn a_tag_is_a_short_line_that_can_be_read() {
        let name = |text: &str| TagName::parse(text).map(|name| name.as_str().to_owned());
        assert_eq!(name("  Paid \n in   full "), Ok("Paid in full".into()));
        assert_eq!(name("مدفوع"), Ok("مدفوع".into()));
        assert_eq!(name(" "), Err(Code::Required));
        assert_eq!(name("--"), Err(Code::NoLetters));
        assert_eq!(name("a\u{202e}b"), Err(Code::Control));
        assert_eq!(name(&"字".repeat(30)), Ok("字".repeat(30)));
        assert_eq!(name(&"字".repeat(31)), Err(Code::OverLimit));
    }

    #[test]
    fn spellings_of_one_tag_meet_and_have_one_colour() {
        let folded = |text| TagName::parse(text).expect("a tag").folded();
        assert_eq!(folded("Chœur  ÉTÉ"), folded("chœur été"));
        assert!(colour(&folded("choir")) < COLOURS);
        assert_eq!(colour(&folded("CHOIR")), colour(&folded("choir")));
    }

    #[test]
    fn each_place_has_a_bit_of_its_own_and_there_are_twenty() {
        let all = (0..MAX_TAGS).fold(0, |set, position| {
            assert_eq!(set & TagSet::of(position).0, 0);
            set | TagSet::of(position).0
        });
        assert!((0..MAX_TAGS).all(|position| TagSet(all).holds(position)));
        assert_eq!((TagSet::of(-1).0, TagSet::of(MAX_TAGS).0), (0, 0));
        assert_eq!(TagSet::free([0, 1, 3]), Some(2));
        assert_eq!(TagSet::free(0..MAX_TAGS), None);
    }
}
