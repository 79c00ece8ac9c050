//! The way through a file: which component begins and ends where (RFC 5545, 3.4 and 3.6).

use std::collections::HashMap;
use std::ops::ControlFlow;

use super::calendar::Calendar;
use super::event::Event;
use super::lines::{Content, Lines};
use super::problem::{ProblemKind, Problems, shown};
use super::vtimezone::Definition;
use super::zones::{Names, Zone};
use super::{Draft, MAX_DEPTH, MAX_EVENTS, Reading};

/// What a component is to us.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    Calendar,
    Event,
    Zone,
    Observance,
    /// An alarm, a to-do, something of a program's own: its lines are passed over.
    Other,
}

/// A component that has begun and not ended.
struct Open {
    name: String,
    line: usize,
    part: Part,
}

/// Where the reading stands.
pub(super) struct Walk<'a> {
    problems: Problems,
    names: Names,
    default: Option<Zone>,
    open: Vec<Open>,
    calendar: Option<Calendar<'a>>,
    event: Option<Event<'a>>,
    /// The [mark](Problems::mark) at the beginning of the event.
    mark: usize,
    zone: Option<Definition>,
    /// How many calendars and events have begun.
    calendars: usize,
    events: usize,
    /// The first line outside any calendar.
    outside: Option<usize>,
    drafts: Vec<Draft>,
    uids: HashMap<String, usize>,
}

impl<'a> Walk<'a> {
    /// At the beginning of a file.
    pub(super) fn new(default_zone: Option<&str>, mut problems: Problems) -> Self {
        let mut names = Names::default();
        let default = default_zone.and_then(|name| names.zone(name));
        if let (Some(name), None) = (default_zone, &default) {
            problems.add(0, ProblemKind::UnknownDefaultZone(shown(name.as_bytes())));
        }
        Self {
            problems,
            names,
            default,
            open: Vec::new(),
            calendar: None,
            event: None,
            mark: 0,
            zone: None,
            calendars: 0,
            events: 0,
            outside: None,
            drafts: Vec::new(),
            uids: HashMap::new(),
        }
    }

    /// Reads all lines.
    pub(super) fn through(mut self, bytes: &'a [u8]) -> Reading {
        let all = Lines::of(bytes).try_for_each(|line| self.step(line.number, Content::of(line)));
        if all.is_continue() {
            self.close_from(0);
        }
        self.finish_calendar();
        match self.outside {
            _ if self.calendars == 0 => self.problems.add(1, ProblemKind::NoCalendar),
            Some(line) => self.problems.add(line, ProblemKind::OutsideCalendar),
            None => {}
        }
        self.drafts.sort_by_key(|draft| draft.line);
        Reading { drafts: self.drafts, problems: self.problems.in_order() }
    }

    /// Takes one line. `Break` where a limit was passed and the reading ends.
    fn step(&mut self, line: usize, content: Option<Content<'a>>) -> ControlFlow<()> {
        let part = self.open.last().map(|open| open.part);
        match (content, part) {
            (Some(content), _) if content.name == "BEGIN" => {
                return self.begin(component(&content), line);
            }
            (Some(content), _) if content.name == "END" => self.end(&component(&content), line),
            (_, None) => self.stands_outside(line),
            (None, Some(Part::Calendar | Part::Event)) => {
                self.problems.add(line, ProblemKind::NotALine);
            }
            (None, _) | (_, Some(Part::Other)) => {}
            (Some(content), Some(part)) => self.take(content, part),
        }
        ControlFlow::Continue(())
    }

    fn take(&mut self, content: Content<'a>, part: Part) {
        match (part, &mut self.calendar, &mut self.event, &mut self.zone) {
            (Part::Event, _, Some(event), _) => event.take(content, &mut self.problems),
            (Part::Calendar, Some(calendar), _, _) => {
                calendar.take(&content, &mut self.names, &mut self.problems);
            }
            (Part::Zone, _, _, Some(zone)) => zone.take(&content),
            (Part::Observance, _, _, Some(zone)) => zone.take_in_observance(&content),
            _ => {}
        }
    }

    fn begin(&mut self, name: String, line: usize) -> ControlFlow<()> {
        let mut part = self.part(&name);
        // Neither holds itself, so the one before lacks its end.
        let above = match part {
            Part::Calendar => Some(0),
            Part::Event => self.open.iter().position(|open| open.part == Part::Event),
            _ => None,
        };
        if let Some(depth) = above {
            self.close_from(depth);
        }
        if self.open.len() == MAX_DEPTH {
            self.problems.add(line, ProblemKind::TooDeep);
            return ControlFlow::Break(());
        }
        match part {
            Part::Calendar => {
                self.calendars += 1;
                self.calendar = Some(Calendar::with_default(self.default.clone()));
            }
            _ if self.calendar.is_none() => {
                self.stands_outside(line);
                part = Part::Other;
            }
            Part::Event if self.events == MAX_EVENTS => {
                self.problems.add(line, ProblemKind::TooManyEvents);
                return ControlFlow::Break(());
            }
            Part::Event => {
                self.events += 1;
                self.mark = self.problems.mark();
                self.event = Some(Event::at(line));
            }
            Part::Zone => self.zone = Some(Definition::default()),
            Part::Observance => {
                if let Some(zone) = &mut self.zone {
                    zone.begin_observance();
                }
            }
            Part::Other => self.name_if_no_event(&name, line),
        }
        self.open.push(Open { name, line, part });
        ControlFlow::Continue(())
    }

    /// What a component of this name is where the reading stands.
    fn part(&self, name: &str) -> Part {
        match (name, self.open.last().map(|open| open.part)) {
            ("VCALENDAR", _) => Part::Calendar,
            ("VEVENT", _) => Part::Event,
            ("VTIMEZONE", Some(Part::Calendar)) => Part::Zone,
            ("STANDARD" | "DAYLIGHT", Some(Part::Zone)) => Part::Observance,
            _ => Part::Other,
        }
    }

    /// Names what a person may have taken for an event.
    fn name_if_no_event(&mut self, name: &str, line: usize) {
        let known = ["VTODO", "VJOURNAL", "VFREEBUSY", "VAVAILABILITY", "VPOLL"];
        if self.event.is_none() && known.contains(&name) {
            self.problems.add(line, ProblemKind::NotAnEvent(name.to_owned()));
        }
    }

    fn end(&mut self, name: &str, line: usize) {
        match self.open.iter().rposition(|open| open.name == name) {
            Some(at) => {
                self.close_from(at + 1);
                if let Some(open) = self.open.pop() {
                    self.close(open.part, true);
                }
            }
            None if self.calendar.is_none() => self.stands_outside(line),
            None => self.problems.add(line, ProblemKind::StrayEnd(shown(name.as_bytes()))),
        }
    }

    /// Closes the components from this depth on, all of which lack their end.
    fn close_from(&mut self, depth: usize) {
        while self.open.len() > depth
            && let Some(open) = self.open.pop()
        {
            if self.calendar.is_some() {
                let name = shown(open.name.as_bytes());
                self.problems.add(open.line, ProblemKind::NeverEnds(name));
            }
            self.close(open.part, false);
        }
    }

    /// Ends a component. An event without its end is not whole and is let go.
    fn close(&mut self, part: Part, whole: bool) {
        match part {
            Part::Event => {
                if let Some(event) = self.event.take() {
                    let (uid, title) = event.names();
                    self.problems.of_event(self.mark, uid.as_deref(), title.as_deref());
                    if let Some(calendar) = self.calendar.as_mut().filter(|_| whole) {
                        calendar.events.push(event);
                    }
                }
            }
            Part::Zone => {
                if let (Some(zone), Some(calendar)) = (self.zone.take(), &mut self.calendar) {
                    calendar.define(zone);
                }
            }
            Part::Calendar => self.finish_calendar(),
            Part::Observance | Part::Other => {}
        }
    }

    /// Makes drafts of the events of the calendar, now that all its time zones are known.
    fn finish_calendar(&mut self) {
        let Some(mut calendar) = self.calendar.take() else {
            return;
        };
        for event in std::mem::take(&mut calendar.events) {
            let mark = self.problems.mark();
            let draft = event.draft(&calendar, &mut self.names, &mut self.problems);
            let (uid, title) = event.names();
            self.problems.of_event(mark, uid.as_deref(), title.as_deref());
            if let Some(draft) = draft {
                self.keep(draft);
            }
        }
    }

    /// Keeps a draft. Of two with one `UID` the later version stays, or else the first.
    fn keep(&mut self, draft: Draft) {
        let Some(uid) = draft.uid.clone() else {
            self.drafts.push(draft);
            return;
        };
        let other = self.uids.get(&uid).and_then(|at| self.drafts.get_mut(*at));
        let Some(other) = other else {
            self.uids.insert(uid, self.drafts.len());
            self.drafts.push(draft);
            return;
        };
        let is_newer = draft.sequence > other.sequence;
        let older = if is_newer { std::mem::replace(other, draft) } else { draft };
        let mark = self.problems.mark();
        self.problems.add(older.line, ProblemKind::DuplicateUid);
        self.problems.of_event(mark, Some(&uid), Some(&older.title));
    }

    fn stands_outside(&mut self, line: usize) {
        self.outside.get_or_insert(line);
    }
}

/// The name of the component that begins or ends here.
fn component(content: &Content<'_>) -> String {
    shown(content.value().trim_ascii()).to_ascii_uppercase()
}
