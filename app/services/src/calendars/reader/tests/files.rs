//! Whole files: their beginnings, their ends and their limits.

use super::*;

/// Only these problems, and this many drafts.
#[track_caller]
fn reads(file: &[u8], drafts: usize, problems: &[(usize, ProblemKind)]) {
    let reading = read(file, None);
    assert_eq!(kinds(&reading), problems);
    assert_eq!(reading.drafts.len(), drafts);
}

#[test]
fn a_file_that_was_cut_gives_the_events_before_the_cut() {
    let never = |name: &str| ProblemKind::NeverEnds(name.into());
    let whole = format!("BEGIN:VEVENT\n{START}\nSUMMARY:T\nEND:VEVENT\n");
    let file = format!("BEGIN:VCALENDAR\n{whole}BEGIN:VEVENT\n{START}\nSUMM");
    reads(
        file.as_bytes(),
        1,
        &[(1, never("VCALENDAR")), (6, never("VEVENT")), (8, ProblemKind::NotALine)],
    );
}

#[test]
fn components_that_lack_an_end_or_a_beginning_are_named() {
    let never = |name: &str| ProblemKind::NeverEnds(name.into());
    let whole = format!("BEGIN:VEVENT\n{START}\nSUMMARY:T\nEND:VEVENT\n");
    let nested = calendar(&format!("BEGIN:VEVENT\n{START}\nSUMMARY:outer\n{whole}END:VEVENT"));
    let stray = |line, name: &str| (line, ProblemKind::StrayEnd(name.into()));
    reads(nested.as_bytes(), 1, &[(3, never("VEVENT")), stray(10, "VEVENT")]);
    let alarm = event(&format!("{START}\nSUMMARY:T\nBEGIN:VALARM"));
    reads(alarm.as_bytes(), 1, &[(6, never("VALARM"))]);
    let two = format!("BEGIN:VCALENDAR\n{whole}{}", calendar(&whole));
    reads(two.as_bytes(), 2, &[(1, never("VCALENDAR"))]);
    reads(
        calendar("END:X\u{7}\nBEGIN").as_bytes(),
        0,
        &[stray(3, "X"), (4, ProblemKind::NotALine)],
    );
}

#[test]
fn what_is_no_calendar_is_said_to_be_none() {
    let none = [(1, ProblemKind::NoCalendar)];
    reads(b"", 0, &none);
    reads(b"<!DOCTYPE html>\n<p>Please log in</p>", 0, &none);
    reads(format!("BEGIN:VEVENT\n{START}\nSUMMARY:T\nEND:VEVENT").as_bytes(), 0, &none);
    reads(b"\x89PNG\r\n\x1a\n\0\0", 0, &[(3, ProblemKind::NotText)]);
    let around = format!("Dear all,\n{}bye\nbye", event(START));
    reads(around.as_bytes(), 1, &[(1, ProblemKind::OutsideCalendar)]);
}

#[test]
fn limits_end_the_reading_and_say_so() {
    reads(&vec![b'x'; MAX_BYTES + 1], 0, &[(0, ProblemKind::TooLarge)]);
    let deep = format!("BEGIN:VCALENDAR\n{}", "BEGIN:X\n".repeat(100_000));
    reads(deep.as_bytes(), 0, &[(MAX_DEPTH + 1, ProblemKind::TooDeep)]);
    let whole = format!("BEGIN:VEVENT\n{START}\nSUMMARY:T\nEND:VEVENT\n");
    let many = calendar(&whole.repeat(MAX_EVENTS + 1));
    reads(many.as_bytes(), MAX_EVENTS, &[(3 + 4 * MAX_EVENTS, ProblemKind::TooManyEvents)]);
    let reading = read(calendar(&"x\n".repeat(MAX_PROBLEMS + 5)).as_bytes(), None);
    assert_eq!(reading.problems.len(), MAX_PROBLEMS + 1);
    assert_eq!(reading.problems[MAX_PROBLEMS].kind, ProblemKind::MoreProblems(5));
}
