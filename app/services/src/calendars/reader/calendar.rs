//! One `VCALENDAR` (RFC 5545, 3.4), held until its end: a time zone may stand after its events.

use std::collections::HashMap;

use super::event::Event;
use super::lines::Content;
use super::problem::{ProblemKind, Problems, shown};
use super::vtimezone::Definition;
use super::zones::{Names, Zone};

/// What the events of a calendar share, and the events.
#[derive(Default)]
pub(super) struct Calendar<'a> {
    /// The events whose end was seen.
    pub(super) events: Vec<Event<'a>>,
    zone: Option<Zone>,
    default: Option<Zone>,
    definitions: HashMap<String, Definition>,
    cancelled: bool,
}

impl<'a> Calendar<'a> {
    /// A calendar for whose times without a zone `default` holds.
    pub(super) fn with_default(default: Option<Zone>) -> Self {
        Self { default, ..Self::default() }
    }

    /// Takes a property of the calendar itself. `X-WR-TIMEZONE` is in no standard, and is how
    /// Google and Apple say where a calendar is at home.
    pub(super) fn take(
        &mut self,
        content: &Content<'a>,
        names: &mut Names,
        problems: &mut Problems,
    ) {
        let value = content.value().trim_ascii();
        match content.name.as_str() {
            "X-WR-TIMEZONE" if self.zone.is_none() && !value.is_empty() => {
                self.zone = names.zone(&String::from_utf8_lossy(value));
                if self.zone.is_none() {
                    problems.add(content.line, ProblemKind::UnknownDefaultZone(shown(value)));
                }
            }
            // RFC 5546, 3.2.5: all events of such a message are called off.
            "METHOD" => self.cancelled = value.eq_ignore_ascii_case(b"CANCEL"),
            _ => {}
        }
    }

    /// Takes a time zone whose end was seen.
    pub(super) fn define(&mut self, mut definition: Definition) {
        if let Some(tzid) = definition.tzid.take() {
            self.definitions.entry(tzid).or_insert(definition);
        }
    }

    /// The time zone that the calendar describes under this `TZID`.
    pub(super) fn definition(&self, tzid: &str) -> Option<&Definition> {
        self.definitions.get(tzid)
    }

    /// The zone in which the calendar is at home, if it says so.
    pub(super) fn zone(&self) -> Option<&Zone> {
        self.zone.as_ref()
    }

    /// The zone for days and times without one.
    pub(super) fn zone_or_default(&self) -> Option<&Zone> {
        self.zone().or(self.default.as_ref())
    }

    /// Whether the calendar only tells that its events are called off.
    pub(super) fn is_cancellation(&self) -> bool {
        self.cancelled
    }
}
