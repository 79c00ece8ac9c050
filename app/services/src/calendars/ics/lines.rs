//! Content lines: the only place where text becomes iCalendar (RFC 5545 §3.1).
//!
//! Whatever stands in a property, it leaves here as one logical line: no value, parameter or name
//! can end its line and begin another. The `icalendar` crate models the properties, but its own
//! serialiser is not used. Its `fold_line` (0.17.17) counts characters where it means octets: on
//! thirty emoji and a hundred spaces it panics, on `é` and spaces it never ends, otherwise it
//! takes quadratic time and lets a last line have 76 octets. It also leaves a lone CR in TEXT and
//! writes `NAME`, URI values and parameters as they are.

use icalendar::{Component, Event, Property, ValueType};

/// The most octets that a line may have before its CRLF (RFC 5545 §3.1).
const LIMIT: usize = 75;

/// Writes one component with its properties in the order of their names.
pub(super) fn write_event(out: &mut String, event: &Event) {
    out.push_str("BEGIN:VEVENT\r\n");
    for property in event.properties().values() {
        write_property(out, property);
    }
    for property in event.multi_properties().values().flatten() {
        write_property(out, property);
    }
    out.push_str("END:VEVENT\r\n");
}

/// Writes one property, escaped by its type and folded.
pub(super) fn write_property(out: &mut String, property: &Property) {
    let mut line = property.key().to_owned();
    for parameter in property.params().values() {
        line.push(';');
        line.push_str(parameter.key());
        line.push('=');
        push_parameter_value(&mut line, parameter.value());
    }
    line.push(':');
    if is_one_text(property) {
        push_escaped(&mut line, property.value());
    } else {
        line.extend(property.value().chars().filter(|c| !c.is_control()));
    }
    fold(out, &line);
}

/// Makes any text fit for a TEXT value of several lines (RFC 5545 §3.3.11).
///
/// Every way to end a line becomes `\n`: CRLF, a lone CR (which vobject takes for a line end),
/// and those that Python's `splitlines` knows. Controls go, and so do the characters that turn
/// text around or hide in it; marks that Arabic, Persian and emoji need stay.
pub(super) fn text(raw: &str) -> String {
    let mut clean = String::with_capacity(raw.len());
    let mut after_cr = false;
    for c in raw.chars() {
        match c {
            '\n' if after_cr => {}
            '\r' | '\n' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => {
                clean.push('\n');
            }
            '\t' => clean.push(' '),
            '\u{200b}' | '\u{feff}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => {}
            c if c.is_control() => {}
            c => clean.push(c),
        }
        after_cr = c == '\r';
    }
    clean.truncate(clean.trim_end().len());
    clean
}

/// Makes any text fit for a TEXT value of one line.
pub(super) fn one_line(raw: &str) -> String {
    text(raw)
        .split('\n')
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

/// `NAME` (RFC 7986 §5.1) is TEXT too, but `icalendar` does not know it; lists come escaped.
fn is_one_text(property: &Property) -> bool {
    match property.key() {
        "CATEGORIES" => false,
        "NAME" => true,
        _ => property.value_type() == Some(ValueType::Text),
    }
}

fn push_escaped(line: &mut String, value: &str) {
    for c in text(value).chars() {
        match c {
            '\\' => line.push_str("\\\\"),
            ';' => line.push_str("\\;"),
            ',' => line.push_str("\\,"),
            '\n' => line.push_str("\\n"),
            c => line.push(c),
        }
    }
}

/// Quotes a parameter value; what may not stand in quotes is encoded (RFC 6868 §3.1).
fn push_parameter_value(line: &mut String, value: &str) {
    let quoted = value.contains([':', ';', ',']);
    if quoted {
        line.push('"');
    }
    for c in one_line(value).chars() {
        match c {
            // Literal by the RFC, but ical.js takes it for an escape.
            '\\' => line.push('/'),
            '^' => line.push_str("^^"),
            '"' => line.push_str("^'"),
            c => line.push(c),
        }
    }
    if quoted {
        line.push('"');
    }
}

/// Ends a line, breaking it between characters so that no part is over [`LIMIT`] octets.
fn fold(out: &mut String, line: &str) {
    let mut used = 0;
    for c in line.chars() {
        if used + c.len_utf8() > LIMIT {
            out.push_str("\r\n ");
            used = 1;
        }
        out.push(c);
        used += c.len_utf8();
    }
    out.push_str("\r\n");
}
