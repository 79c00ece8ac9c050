//! Lists that programs read from page to page: each page begins after the last event of the one
//! before, so that nothing is left out or seen twice because something was announced meanwhile.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use domain::language::Language;
use uuid::Uuid;

use super::{Card, Events, Search, card, filter, store};
use crate::Error;

/// The date after which a page begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cursor {
    starts_at: i64,
    date: Uuid,
}

impl Cursor {
    /// The cursor that this text is.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let bytes: [u8; 24] = URL_SAFE_NO_PAD.decode(text).ok()?.try_into().ok()?;
        let (starts_at, date) = bytes.split_first_chunk::<8>()?;
        let date = Uuid::from_slice(date).ok()?;
        Some(Self { starts_at: i64::from_be_bytes(*starts_at), date })
    }
}

impl std::fmt::Display for Cursor {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let bytes = [self.starts_at.to_be_bytes().as_slice(), self.date.as_bytes()].concat();
        formatter.write_str(&URL_SAFE_NO_PAD.encode(bytes))
    }
}

impl Events {
    /// The events that pass the search after this cursor, at most so many, and the cursor of what
    /// follows. The page of the search counts for nothing.
    ///
    /// # Errors
    /// The database does not answer.
    pub async fn list_after(
        &self,
        language: Language,
        search: &Search,
        after: Option<Cursor>,
        limit: i64,
    ) -> Result<(Vec<Card>, Option<Cursor>), Error> {
        let now = self.context.clock.now();
        // One more than asked for: whether anything follows.
        let filter =
            store::CardFilter { limit: limit + 1, offset: 0, ..filter(language, search, now) };
        let after = after.map(|after| (after.starts_at, after.date));
        let mut rows = store::cards_after(&self.context.db, &filter, after).await?;
        let wanted = usize::try_from(limit).unwrap_or(usize::MAX);
        let more = rows.len() > wanted;
        rows.truncate(wanted);
        let last = rows.last().map(|row| Cursor { starts_at: row.starts_at, date: row.date_id });
        let cards = rows.into_iter().map(card).collect::<Result<_, _>>()?;
        Ok((cards, last.filter(|_| more)))
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::Cursor;

    #[test]
    fn a_cursor_is_read_as_it_was_written() {
        let cursor = Cursor { starts_at: -1_234_567, date: Uuid::from_u128(7) };
        assert_eq!(Cursor::parse(&cursor.to_string()), Some(cursor));
        for text in ["", "1", "../../etc", &"A".repeat(31), &"A".repeat(33), &"=".repeat(32)] {
            assert_eq!(Cursor::parse(text), None, "{text}");
        }
    }
}
