//! The one place that writes tables which spreadsheets open.
//!
//! CSV as RFC 4180 has it, in UTF-8 with a mark at the beginning, without which Excel reads
//! accents wrongly. A cell that a spreadsheet would take for a formula gets an apostrophe in front:
//! whoever registers under the name `=HYPERLINK(…)` must not act in the organiser's name.

pub mod xlsx;

use std::borrow::Cow;

use jiff::ZonedDateTime;
use jiff::civil::DateTime;

/// Begins a file, so that its letters are read as they are.
pub const BYTE_ORDER_MARK: &str = "\u{feff}";

/// What begins a formula, or hides what begins one. Full-width signs count: some programs read
/// them as the usual ones.
const TRIGGERS: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

/// What stands in a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cell {
    /// Nothing.
    Nothing,
    /// A text, whatever it looks like.
    Text(String),
    /// A moment, on the clock of where the event is.
    At(ZonedDateTime),
    /// A date on the clock of its zone.
    Local(DateTime),
}

impl Cell {
    /// The cell in a file that knows texts alone. Moments are in UTC, to the second: what every
    /// program reads the same way.
    #[must_use]
    pub fn text(&self) -> Cow<'_, str> {
        match self {
            Self::Nothing => Cow::Borrowed(""),
            Self::Text(text) => Cow::Borrowed(text),
            Self::At(at) => {
                let second = jiff::Timestamp::from_second(at.timestamp().as_second());
                Cow::Owned(second.unwrap_or(at.timestamp()).to_string())
            }
            Self::Local(at) => Cow::Owned(at.to_string()),
        }
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

/// The text as a cell that is text and nothing else.
#[must_use]
pub fn cell(text: &str) -> Cow<'_, str> {
    // Spaces and what cannot be seen do not make it harmless.
    let is_unseen = |c: char| c == '\0' || (c.is_whitespace() && !TRIGGERS.contains(&c));
    let is_formula =
        text.starts_with('\0') || text.trim_start_matches(is_unseen).starts_with(TRIGGERS);
    if is_formula { Cow::Owned(format!("'{text}")) } else { Cow::Borrowed(text) }
}

/// Adds a line to a CSV file.
pub fn add_line<T: AsRef<str>>(file: &mut String, cells: impl IntoIterator<Item = T>) {
    for (number, text) in cells.into_iter().enumerate() {
        if number > 0 {
            file.push(',');
        }
        let text = cell(text.as_ref());
        // Semicolons too: where a comma is for decimals, spreadsheets part cells at them.
        if text.contains(['"', ',', ';', '\r', '\n', '\t', '\u{b}', '\u{c}']) {
            file.push('"');
            file.push_str(&text.replace('"', "\"\""));
            file.push('"');
        } else {
            file.push_str(&text);
        }
    }
    file.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{add_line, cell};

    /// The cells of a file, as RFC 4180 reads them.
    fn read(file: &str) -> Vec<Vec<String>> {
        let (mut lines, mut line, mut text, mut quoted) =
            (Vec::new(), Vec::new(), String::new(), false);
        let mut letters = file.chars().peekable();
        while let Some(letter) = letters.next() {
            match (letter, quoted) {
                ('"', true) if letters.peek() == Some(&'"') => {
                    letters.next();
                    text.push('"');
                }
                ('"', _) => quoted = !quoted,
                (',', false) => line.push(std::mem::take(&mut text)),
                ('\r', false) => {
                    assert_eq!(letters.next(), Some('\n'));
                    line.push(std::mem::take(&mut text));
                    lines.push(std::mem::take(&mut line));
                }
                _ => text.push(letter),
            }
        }
        assert!(!quoted && text.is_empty() && line.is_empty());
        lines
    }

    #[track_caller]
    fn assert_cell(text: &str, expected: &str) {
        assert_eq!(cell(text), expected, "{text:?}");
    }

    #[test]
    fn what_could_be_a_formula_is_text() {
        for text in ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1", "＠x", "\0=1", " =1"]
        {
            assert_cell(text, &format!("'{text}"));
        }
        for text in ["", "Ada", "O'Neil", "a=b", "2027-05-05", "Анна", "小雨", "'=1"] {
            assert_cell(text, text);
        }
    }

    #[test]
    fn lines_are_those_of_rfc_4180() {
        let mut file = String::new();
        add_line(&mut file, ["a", "b,c", "say \"hi\"", "two\nlines", ""]);
        assert_eq!(file, "a,\"b,c\",\"say \"\"hi\"\"\",\"two\nlines\",\r\n");
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_and_no_cell_is_a_formula(
            cells in prop::collection::vec(r#"([=+\-@\t\r\n\x00＝＋－＠ ,;"']|\PC){0,12}"#, 1..8),
        ) {
            let mut file = String::new();
            add_line(&mut file, &cells);
            let lines = read(&file);
            prop_assert_eq!(lines.len(), 1);
            prop_assert_eq!(lines[0].len(), cells.len());
            for (found, written) in lines[0].iter().zip(&cells) {
                prop_assert!(!found.starts_with(super::TRIGGERS) && !found.starts_with('\0'));
                let is_same = found == written || found.strip_prefix('\'') == Some(written);
                prop_assert!(is_same, "{written:?} became {found:?}");
            }
        }
    }
}
