//! Calendars as bytes, drafts and problems out of them.

mod events;
mod files;
mod harm;
mod times;

use jiff::civil::{DateTime, date};

use super::*;

/// A calendar of these lines.
fn calendar(lines: &str) -> String {
    format!("BEGIN:VCALENDAR\nVERSION:2.0\n{lines}\nEND:VCALENDAR\n")
}

/// A calendar with an event titled T of these lines, the first of which is line 4 of the file.
fn event(lines: &str) -> String {
    calendar(&format!("BEGIN:VEVENT\n{lines}\nSUMMARY:T\nEND:VEVENT"))
}

fn kinds(reading: &Reading) -> Vec<(usize, ProblemKind)> {
    reading.problems.iter().map(|problem| (problem.line, problem.kind.clone())).collect()
}

/// The only draft of a file in which nothing is amiss.
#[track_caller]
fn draft(file: &str) -> Draft {
    let mut reading = read(file.as_bytes(), None);
    assert_eq!(reading.problems, [], "{file}");
    assert_eq!(reading.drafts.len(), 1, "{file}");
    reading.drafts.remove(0)
}

/// These lines, the first of which is line 4, make no draft because of this.
#[track_caller]
fn fails(lines: &str, line: usize, kind: ProblemKind) {
    let reading = read(event(lines).as_bytes(), None);
    assert!(reading.drafts.is_empty(), "{lines}");
    assert_eq!(kinds(&reading), [(line, kind)], "{lines}");
}

/// These lines make a draft, and this is named beside it.
#[track_caller]
fn names(lines: &str, line: usize, kind: ProblemKind) -> Draft {
    let mut reading = read(event(lines).as_bytes(), None);
    assert_eq!(kinds(&reading), [(line, kind)], "{lines}");
    reading.drafts.remove(0)
}

const START: &str = "DTSTART:20270615T190000Z";

fn june(hour: i8, minute: i8) -> DateTime {
    date(2027, 6, 15).at(hour, minute, 0, 0)
}
