//! The file that somebody brings: from octets to cells, whatever program wrote it.
//!
//! UTF-8 with or without its mark, UTF-16 with its mark, and else Windows-1252, of which Latin-1 is
//! a part: every octet means something there, so nothing is lost and a wrong guess can be seen. The
//! separator is the one that stands most often in the first line.

use csv::{ReaderBuilder, StringRecord};
use domain::invalid::Code;
use encoding_rs::{Encoding, UTF_8, WINDOWS_1252};

use super::MAX_ROWS;

/// The separators that spreadsheets write.
const SEPARATORS: [u8; 3] = [b',', b';', b'\t'];

/// The most octets of a file.
pub const MAX_FILE: usize = 10 * 1024 * 1024;

/// A file as cells.
#[derive(Debug)]
pub(super) struct Table {
    /// The head of each column.
    pub head: Vec<String>,
    /// Each row with the line that it begins on.
    pub rows: Vec<(u64, Vec<String>)>,
}

/// The cells of a file.
pub(super) fn read(file: &[u8]) -> Result<Table, Code> {
    if file.len() > MAX_FILE {
        return Err(Code::LongFile);
    }
    let text = decoded(file)?;
    let separator = separator(&text);
    let mut reader = ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(separator)
        .from_reader(text.as_bytes());
    let (mut head, mut rows, mut record) = (None, Vec::new(), StringRecord::new());
    while reader.read_record(&mut record).map_err(|_| Code::NoTable)? {
        if record.iter().all(|cell| cell.trim().is_empty()) {
            continue;
        }
        let line = record.position().map_or(0, csv::Position::line);
        let cells: Vec<String> = record.iter().map(|cell| plain(cell).to_owned()).collect();
        match head {
            None => head = Some(cells),
            Some(_) if rows.len() == MAX_ROWS => return Err(Code::LongFile),
            Some(_) => rows.push((line, cells)),
        }
    }
    match head {
        Some(head) if !rows.is_empty() => Ok(Table { head, rows }),
        _ => Err(Code::NoRows),
    }
}

/// A cell as it was meant: our own files put an apostrophe before what a spreadsheet would take for
/// a formula. Everything else stays text, formulas too.
fn plain(cell: &str) -> &str {
    let cell = cell.trim();
    match cell.strip_prefix('\'') {
        Some(rest) if *crate::exports::cell(rest) != *rest => rest,
        _ => cell,
    }
}

fn decoded(file: &[u8]) -> Result<String, Code> {
    if let Some((encoding, mark)) = Encoding::for_bom(file) {
        let text = encoding.decode_without_bom_handling_and_without_replacement(&file[mark..]);
        return text.map(std::borrow::Cow::into_owned).ok_or(Code::NoTable);
    }
    // No text has this octet: it is UTF-16 without its mark, or no text at all.
    if file.contains(&0) {
        return Err(Code::NoTable);
    }
    let text = UTF_8.decode_without_bom_handling_and_without_replacement(file);
    let text = text.unwrap_or_else(|| WINDOWS_1252.decode_without_bom_handling(file).0);
    Ok(text.into_owned())
}

fn separator(text: &str) -> u8 {
    let line = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    let count = |separator: u8| {
        let mut is_quoted = false;
        line.bytes()
            .filter(|byte| {
                is_quoted ^= *byte == b'"';
                *byte == separator && !is_quoted
            })
            .count()
    };
    // Of those that stand there equally often, the first.
    let mut best = SEPARATORS[0];
    for other in SEPARATORS {
        if count(other) > count(best) {
            best = other;
        }
    }
    best
}

#[cfg(test)]
mod tests {
    use domain::invalid::Code;

    use super::{Table, read};

    #[track_caller]
    fn table(file: &[u8]) -> Table {
        read(file).expect("a table")
    }

    fn utf16(text: &str, is_little: bool) -> Vec<u8> {
        let unit = |unit: u16| if is_little { unit.to_le_bytes() } else { unit.to_be_bytes() };
        let units = std::iter::once(0xfeff).chain(text.encode_utf16());
        units.flat_map(unit).collect()
    }

    #[test]
    fn names_in_every_script_are_read_in_every_encoding() {
        let text = "name;email\nÉmile مُوسى 小雨 Ёлка;e@example.org\n";
        let marked = format!("\u{feff}{text}");
        let files =
            [text.as_bytes().to_vec(), marked.into_bytes(), utf16(text, true), utf16(text, false)];
        for file in files {
            let table = table(&file);
            assert_eq!(table.head, ["name", "email"]);
            assert_eq!(table.rows[0].1, ["Émile مُوسى 小雨 Ёлка", "e@example.org"]);
        }
        let latin = b"nom;courriel\nH\xe9l\xe8ne \x80;h@example.org\n";
        assert_eq!(table(latin).rows[0].1[0], "Hélène €", "Windows-1252, and so Latin-1");
    }

    #[test]
    fn separators_quotes_and_line_numbers_are_those_of_spreadsheets() {
        for separator in [",", ";", "\t"] {
            let file = format!(
                "\"a,b;c\"{separator}d\r\n\r\n\"two\r\nlines\"{separator}x\r\nlast{separator}y"
            );
            let table = table(file.as_bytes());
            assert_eq!(table.head, ["a,b;c", "d"], "{separator:?}");
            let lines: Vec<u64> = table.rows.iter().map(|(line, _)| *line).collect();
            assert_eq!(lines, [3, 5], "{separator:?}");
            assert_eq!(table.rows[0].1[0], "two\r\nlines");
        }
    }

    #[test]
    fn formulas_stay_text_and_our_own_apostrophe_is_taken_off() {
        let table = table(b"a,b,c\n=1+1,'=HYPERLINK(1),'tis\n");
        assert_eq!(table.rows[0].1, ["=1+1", "=HYPERLINK(1)", "'tis"]);
    }

    #[test]
    fn what_is_no_list_is_refused() {
        assert_eq!(read(b"").err(), Some(Code::NoRows));
        assert_eq!(read(b"name,email\n").err(), Some(Code::NoRows));
        assert_eq!(read(b"PK\x03\x04\x00\x00").err(), Some(Code::NoTable));
        assert_eq!(read(b"\xff\xfea").err(), Some(Code::NoTable), "half a letter");
        assert_eq!(read(&vec![b'a'; super::MAX_FILE + 1]).err(), Some(Code::LongFile));
        let long = "a\n".repeat(50_002);
        assert_eq!(read(long.as_bytes()).err(), Some(Code::LongFile));
    }
}
