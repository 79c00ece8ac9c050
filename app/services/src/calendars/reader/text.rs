//! TEXT values (RFC 5545, 3.3.11): unescaped, and cleaned of what could deceive a reader.

use super::lines::Content;
use super::problem::{ProblemKind, shown};

/// The text of a property, unescaped but not yet cleaned.
///
/// # Errors
///
/// Bytes that are not UTF-8, and the encodings of vCalendar 1.0. Neither is guessed at: a text
/// in which single letters are wrong looks right to the operator and is read by visitors.
pub(super) fn text(content: &Content<'_>) -> Result<String, ProblemKind> {
    Ok(unescaped(raw(content)?))
}

/// The texts of a property that holds several with commas between (RFC 5545, 3.8.1.2).
///
/// # Errors
///
/// As for [`text`].
pub(super) fn texts(content: &Content<'_>) -> Result<Vec<String>, ProblemKind> {
    let text = raw(content)?;
    let (mut found, mut from, mut escaped) = (Vec::new(), 0, false);
    for (at, c) in text.char_indices() {
        if c == ',' && !escaped {
            found.push(unescaped(&text[from..at]));
            from = at + 1;
        }
        escaped = c == '\\' && !escaped;
    }
    found.push(unescaped(&text[from..]));
    Ok(found)
}

/// A value as it stands, without white space around it.
///
/// # Errors
///
/// As for [`text`].
pub(super) fn raw<'c>(content: &'c Content<'_>) -> Result<&'c str, ProblemKind> {
    match content.param("ENCODING") {
        Some(name) if !name.eq_ignore_ascii_case("8BIT") => {
            return Err(ProblemKind::EncodingNotRead(shown(name.as_bytes())));
        }
        _ => {}
    }
    std::str::from_utf8(content.value()).map(str::trim).map_err(|_| ProblemKind::NotUtf8)
}

/// `\n`, `\,`, `\;` and `\\` become what they stand for. Any other backslash is a backslash, for
/// there are programs that write paths without escaping them.
fn unescaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut chars = text.chars();
    while let Some(c) = chars.next() {
        if c != '\\' {
            out.push(c);
            continue;
        }
        match chars.next() {
            Some('n' | 'N') => out.push('\n'),
            Some(c @ ('\\' | ',' | ';')) => out.push(c),
            Some(c) => out.extend(['\\', c]),
            None => out.push('\\'),
        }
    }
    out
}

/// Characters that turn the reading direction, hide, or end a line unseen: the bidirectional
/// embeddings, overrides and isolates, the line separators, the zero-width spaces. The joiners
/// stay, for Persian and emoji need them.
pub(super) fn is_unsafe(c: char) -> bool {
    matches!(c,
        '\u{200B}' | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FEFF}'
        | '\u{FFF9}'..='\u{FFFB}')
        || is_mark(c)
}

/// The marks that give neighbours a direction. They are harmless, and of use in running text.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{061C}' | '\u{200E}' | '\u{200F}')
}

/// For titles and places: one line, single spaces, no controls, nothing [unsafe](is_unsafe).
pub(super) fn one_line(text: &str) -> String {
    let breaks =
        |c: char| c.is_whitespace() || c.is_control() || matches!(c, '\u{2028}'..='\u{2029}');
    let words = text.split(breaks).map(|word| word.chars().filter(|c| !is_unsafe(*c)));
    let mut out = String::with_capacity(text.len());
    for word in words {
        let before = out.len();
        if before > 0 {
            out.push(' ');
        }
        let start = out.len();
        out.extend(word);
        if out.len() == start {
            out.truncate(before);
        }
    }
    out
}

/// For descriptions: as [`one_line`], but lines, tabs and direction marks stay.
pub(super) fn many_lines(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace(['\r', '\u{0085}', '\u{2028}', '\u{2029}'], "\n");
    let keeps = |c: char| match c {
        '\n' | '\t' => true,
        c if is_mark(c) => true,
        c => !c.is_control() && !is_unsafe(c),
    };
    text.trim().chars().filter(|c| keeps(*c)).collect()
}

/// Cuts `text` to `limit` characters, and says whether it had more.
pub(super) fn cut(text: &mut String, limit: usize) -> bool {
    match text.char_indices().nth(limit) {
        Some((at, _)) => {
            text.truncate(at);
            text.truncate(text.trim_end().len());
            true
        }
        None => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes_become_what_they_stand_for() {
        assert_eq!(unescaped(r"a\, b\; c\\ d\ne\Nf"), "a, b; c\\ d\ne\nf");
        assert_eq!(unescaped(r"C:\temp\"), r"C:\temp\");
        assert_eq!(unescaped(r"\\n"), r"\n");
    }

    #[test]
    fn a_title_is_one_line_without_controls_or_turned_letters() {
        assert_eq!(one_line(" a\u{0}\r\n\tb \u{202E}c\u{2066}\u{200F} "), "a b c");
        assert_eq!(one_line("x\u{1b}[31my\u{85}z\u{2028}w"), "x [31my z w");
        assert_eq!(one_line("\u{200B} \u{FEFF}"), "");
    }

    #[test]
    fn a_description_keeps_its_lines() {
        assert_eq!(many_lines("a\r\nb\rc\n\n\td\u{7}\u{202E}"), "a\nb\nc\n\n\td");
    }

    #[test]
    fn a_cut_counts_characters() {
        let mut text = "äöü".to_owned();
        assert!(!cut(&mut text, 3));
        assert!(cut(&mut text, 2));
        assert_eq!(text, "äö");
    }
}
