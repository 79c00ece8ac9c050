//! Content lines (RFC 5545, 3.1): unfolded, split, and each with the line it began on.
//!
//! All of it works on bytes. Programs fold after 75 bytes even inside a letter, so only an
//! unfolded line can be tested for UTF-8.

use std::borrow::Cow;

use super::problem::{Failure, ProblemKind};

/// The most bytes one line may have once unfolded.
pub const MAX_LINE: usize = 64 * 1024;

/// The file as bytes of UTF-8 without a mark in front; UTF-16 is told by its mark.
///
/// # Errors
///
/// The line and the cause if this is not text.
pub(super) fn plain(bytes: &[u8]) -> Result<Cow<'_, [u8]>, Failure> {
    let plain = match bytes {
        [0xEF, 0xBB, 0xBF, rest @ ..] => Cow::Borrowed(rest),
        [0xFF, 0xFE, rest @ ..] => Cow::Owned(from_utf16(rest, u16::from_le_bytes)?),
        [0xFE, 0xFF, rest @ ..] => Cow::Owned(from_utf16(rest, u16::from_be_bytes)?),
        _ => Cow::Borrowed(bytes),
    };
    match plain.iter().position(|byte| *byte == 0) {
        Some(at) => Err((line_of(&plain[..at]), ProblemKind::NotText)),
        None => Ok(plain),
    }
}

/// A last byte without its pair is passed over: a file that was cut says so elsewhere.
fn from_utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Result<Vec<u8>, Failure> {
    let units = bytes.as_chunks::<2>().0.iter().map(|pair| unit(*pair));
    let mut text = String::with_capacity(bytes.len() / 2);
    for letter in char::decode_utf16(units) {
        match letter {
            Ok(letter) => text.push(letter),
            Err(_) => return Err((line_of(text.as_bytes()), ProblemKind::NotText)),
        }
    }
    Ok(text.into_bytes())
}

/// The number of the line that follows these bytes.
fn line_of(before: &[u8]) -> usize {
    let end = line_end(before);
    before.iter().filter(|byte| **byte == end).count() + 1
}

/// What ends a line: LF, with or without CR. Only where there is no LF at all is it CR; one in
/// a file with LFs is part of a text, and taking it for an end would let that text add lines.
fn line_end(bytes: &[u8]) -> u8 {
    if bytes.contains(&b'\n') { b'\n' } else { b'\r' }
}

/// An unfolded line.
pub(super) struct Line<'a> {
    /// The number of the first line it was folded into, from 1.
    pub(super) number: usize,
    /// What it says, without line ends. Cut short if it is [too long](Line::too_long).
    pub(super) bytes: Cow<'a, [u8]>,
    /// Whether it has more than [`MAX_LINE`] bytes.
    pub(super) too_long: bool,
}

/// The unfolded lines that say anything.
pub(super) struct Lines<'a> {
    rest: &'a [u8],
    number: usize,
    end: u8,
}

impl<'a> Lines<'a> {
    pub(super) fn of(bytes: &'a [u8]) -> Self {
        Self { rest: bytes, number: 0, end: line_end(bytes) }
    }

    /// The next line as it stands in the file. Programs on Windows write CR CR LF by mistake.
    fn physical(&mut self) -> Option<&'a [u8]> {
        if self.rest.is_empty() {
            return None;
        }
        let at = self.rest.iter().position(|byte| *byte == self.end);
        let at = at.unwrap_or(self.rest.len());
        let mut line = &self.rest[..at];
        self.rest = self.rest.get(at + 1..).unwrap_or_default();
        self.number += 1;
        while let [before @ .., b'\r'] = line {
            line = before;
        }
        Some(line)
    }
}

impl<'a> Iterator for Lines<'a> {
    type Item = Line<'a>;

    fn next(&mut self) -> Option<Line<'a>> {
        let first = loop {
            let line = self.physical()?;
            if !line.trim_ascii().is_empty() {
                break line;
            }
        };
        let number = self.number;
        let mut too_long = first.len() > MAX_LINE;
        let mut bytes = Cow::Borrowed(&first[..first.len().min(MAX_LINE)]);
        while let [b' ' | b'\t', ..] = self.rest {
            let more = self.physical().and_then(|line| line.get(1..)).unwrap_or_default();
            too_long |= bytes.len() + more.len() > MAX_LINE;
            if !too_long {
                bytes.to_mut().extend_from_slice(more);
            }
        }
        Some(Line { number, bytes, too_long })
    }
}

/// The parameters that are read; others are passed over.
const PARAMS: [&str; 3] = ["TZID", "LANGUAGE", "ENCODING"];

/// A line split into name, parameters and value (RFC 5545, 3.1).
pub(super) struct Content<'a> {
    /// The number of the line.
    pub(super) line: usize,
    /// The name in upper case.
    pub(super) name: String,
    /// Whether the line was [too long](Line::too_long), so that the value is not whole.
    pub(super) too_long: bool,
    params: Vec<(&'static str, String)>,
    bytes: Cow<'a, [u8]>,
    value_at: usize,
}

impl<'a> Content<'a> {
    /// Splits a line, or finds that it is none.
    pub(super) fn of(line: Line<'a>) -> Option<Self> {
        let bytes = line.bytes;
        let mut at = bytes.iter().position(|byte| matches!(byte, b';' | b':'))?;
        let name = name_of(&bytes[..at])?;
        let mut params = Vec::new();
        while bytes.get(at) == Some(&b';') {
            let (end, param) = param_at(&bytes, at + 1)?;
            at = end;
            if let Some((name, value)) = param
                && !params.iter().any(|(known, _)| *known == name)
            {
                params.push((name, value));
            }
        }
        let (number, too_long) = (line.number, line.too_long);
        Some(Self { line: number, name, too_long, params, bytes, value_at: at + 1 })
    }

    /// The value, as it stands.
    pub(super) fn value(&self) -> &[u8] {
        self.bytes.get(self.value_at..).unwrap_or_default()
    }

    /// The value of a parameter, if it is there and not empty.
    pub(super) fn param(&self, name: &str) -> Option<&str> {
        let found = self.params.iter().find(|(known, _)| *known == name);
        found.map(|(_, value)| value.trim()).filter(|value| !value.is_empty())
    }
}

/// The name of a property in upper case: letters, digits and hyphens (RFC 5545, 3.1 `iana-token`).
pub(super) fn name_of(bytes: &[u8]) -> Option<String> {
    let name = std::str::from_utf8(bytes.trim_ascii()).ok()?;
    let fits = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
    (!name.is_empty() && name.bytes().all(fits)).then(|| name.to_ascii_uppercase())
}

/// A parameter's name and its value, if the name is among [`PARAMS`].
type Param = Option<(&'static str, String)>;

/// The parameter that begins at `from`, and where it ended: at a `;` or at the `:` before the
/// value. A quoted value may hold both (RFC 5545, 3.2). There is none where the line ends first.
fn param_at(bytes: &[u8], from: usize) -> Option<(usize, Param)> {
    let mut quoted = false;
    let ends = |byte: &u8| {
        quoted ^= *byte == b'"';
        !quoted && matches!(byte, b';' | b':')
    };
    let end = from + bytes.get(from..)?.iter().position(ends)?;
    let param = &bytes[from..end];
    let equals = param.iter().position(|byte| *byte == b'=').unwrap_or(param.len());
    let name = param[..equals].trim_ascii();
    let value = param.get(equals + 1..).unwrap_or_default();
    let known = PARAMS.iter().find(|known| known.as_bytes().eq_ignore_ascii_case(name));
    Some((end, known.map(|known| (*known, decoded(value)))))
}

/// Quotes taken off, and `^n`, `^^`, `^'` as RFC 6868 has them.
fn decoded(value: &[u8]) -> String {
    let value = String::from_utf8_lossy(value);
    let mut out = String::with_capacity(value.len());
    let mut chars = value.chars().filter(|c| *c != '"').peekable();
    while let Some(c) = chars.next() {
        let stands_for = match (c, chars.peek()) {
            ('^', Some('n')) => '\n',
            ('^', Some('^')) => '^',
            ('^', Some('\'')) => '"',
            _ => {
                out.push(c);
                continue;
            }
        };
        chars.next();
        out.push(stands_for);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(bytes: &[u8]) -> Vec<(usize, String)> {
        let said = |line: Line<'_>| (line.number, String::from_utf8_lossy(&line.bytes).into());
        Lines::of(bytes).map(said).collect()
    }

    fn content(line: &str) -> Content<'_> {
        let line = Lines::of(line.as_bytes()).next().unwrap();
        Content::of(line).unwrap()
    }

    #[test]
    fn every_line_end_gives_the_same_lines_with_their_numbers() {
        let expected = vec![(1, "A:1".to_owned()), (2, "B:2345".to_owned()), (6, "C:6".to_owned())];
        for end in ["\r\n", "\n", "\r", "\r\r\n"] {
            let file = ["A:1", "B:2", " 34", "\t5", "", "C:6"].join(end);
            assert_eq!(lines(file.as_bytes()), expected, "{end:?}");
        }
    }

    #[test]
    fn a_carriage_return_inside_a_line_ends_none() {
        assert_eq!(lines(b"A:1\rB:2\nC:3").len(), 2);
    }

    #[test]
    fn a_letter_that_was_folded_through_is_whole_again() {
        assert_eq!(lines(b"A:\xC3\r\n \xA4"), [(1, "A:ä".to_owned())]);
    }

    #[test]
    fn a_line_is_never_longer_than_the_limit() {
        let folded = format!("A:{}", "x\n ".repeat(MAX_LINE));
        let plain = "x".repeat(MAX_LINE + 1);
        for file in [folded, plain] {
            let line = Lines::of(file.as_bytes()).next().unwrap();
            assert!(line.too_long && line.bytes.len() <= MAX_LINE);
        }
    }

    #[test]
    fn parameters_may_be_quoted_bare_empty_or_written_as_in_rfc_6868() {
        let line = content(r#"dtstart;;X;TZID="a;b:c";VALUE=DATE-TIME:1:2"#);
        assert_eq!((line.name.as_str(), line.param("TZID")), ("DTSTART", Some("a;b:c")));
        assert_eq!(line.value(), b"1:2");
        assert_eq!(content("A;TZID=^'x^^y^n^z:1").param("TZID"), Some("\"x^y\n^z"));
    }

    #[test]
    fn what_has_no_name_or_no_value_is_not_a_line() {
        for line in ["text", ":value", "A B:1", "A;TZID=\"x:1", "A;X=1", "ä:1"] {
            assert!(Content::of(Lines::of(line.as_bytes()).next().unwrap()).is_none(), "{line}");
        }
    }

    #[test]
    fn utf_16_is_told_by_its_mark_and_nul_is_no_text() {
        let le: Vec<u8> = "\u{FEFF}A:ä".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let be: Vec<u8> = "\u{FEFF}A:ä".encode_utf16().flat_map(u16::to_be_bytes).collect();
        for file in [le, be, "\u{FEFF}A:ä".into()] {
            assert_eq!(plain(&file).unwrap().as_ref(), "A:ä".as_bytes());
        }
        for file in ["A\nB\0".as_bytes(), b"\xFF\xFE\n\0\x00\xD8A\0"] {
            assert_eq!(plain(file).unwrap_err(), (2, ProblemKind::NotText));
        }
    }
}
