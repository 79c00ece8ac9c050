//! The `.ics` text: what a feed serves, a download saves and a mail carries.
//!
//! All three come from [`write()`], so that they cannot differ in anything but their wrapping. It
//! never panics, the same input gives the same bytes, and what cannot be written costs its own place
//! only. There are no ATTENDEE and no VALARM: registering was the answer already, and other
//! people's alarms are theirs.

use std::collections::{BTreeMap, BTreeSet};

use domain::calendars::{Entry, Uid, When};
use icalendar::Property;
use jiff::{
    Timestamp,
    tz::{TimeZone, TimeZoneDatabase},
};

use super::vtimezone::{self, Definition};

mod event;
mod lines;
#[cfg(test)]
mod tests;

/// Everything that goes into one file.
#[derive(Debug, Clone, Copy)]
pub struct Calendar<'a> {
    /// What a client calls the calendar (RFC 7986 §5.1); none for a single event.
    pub name: Option<&'a str>,
    /// What the calendar holds (RFC 7986 §5.2).
    pub description: Option<&'a str>,
    /// Where a feed lives (RFC 7986 §5.8), which is also asked to be fetched again; none for
    /// downloads and mail, which are taken once.
    pub source: Option<&'a str>,
    /// The message that the file is, when it is mailed.
    pub message: Option<Message>,
    /// What to write, in this order.
    pub entries: &'a [Entry],
    /// The zone data to write by; it should be that which the instants were resolved with.
    pub zones: &'a TimeZoneDatabase,
}

/// A calendar as a message to someone (RFC 5546 §1.4).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Message {
    /// What it asks for.
    pub method: Method,
    /// When it was written, which then is the DTSTAMP of its entries.
    pub written_at: Timestamp,
}

/// What a message asks for. There is no REQUEST: it must name its ATTENDEEs (RFC 5546 §3.2.2),
/// and we ask nobody to answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Method {
    /// Take this in, or its newer revision (RFC 5546 §3.2.1).
    Publish,
    /// Take this off (RFC 5546 §3.2.5).
    Cancel,
}

impl Method {
    /// The value of METHOD, which the `method` parameter of the MIME type must repeat
    /// (RFC 6047 §2.4); Outlook refuses mail in which the two differ.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Publish => "PUBLISH",
            Self::Cancel => "CANCEL",
        }
    }
}

/// What came of writing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// The file, in UTF-8 with CRLF line ends.
    pub text: String,
    /// The entries, and parts of them, that are not in it.
    pub left_out: Vec<LeftOut>,
}

/// An entry that is not in the file, or not all of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeftOut {
    /// Which one.
    pub uid: Uid,
    /// Why.
    pub reason: Reason,
}

/// Why an entry is not in the file, or not all of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Reason {
    /// The end lies before the start.
    #[error("expected an end at or after the start, found one before it")]
    EndsBeforeStart,
    /// A date that not every calendar can hold.
    #[error("expected dates in the years 1900 to 9998")]
    OutOfRange,
    /// The URL is not one, or could break out of its line; the entry is there without it.
    #[error("expected no URL or one of http or https without spaces and control characters")]
    Url,
    /// The organiser's mailbox is not one, or could break out of its line; the entry is there
    /// without an organiser.
    #[error("expected no organiser or one bare mail address")]
    Organiser,
    /// Another entry in the file has the same UID.
    #[error("expected each UID once, found it again")]
    Repeated,
    /// A message that cancels holds an entry that takes place.
    #[error("expected only cancelled entries in a message that cancels")]
    NotCancelled,
}

/// Writes a calendar as an iCalendar object (RFC 5545 §3.4).
///
/// Timed entries are in local time with a VTIMEZONE where every client reads that back to the
/// stored instant, and in UTC elsewhere; also where the zone is unknown, because an event that
/// drops out of a feed looks deleted to those who follow it.
#[must_use]
pub fn write(calendar: &Calendar<'_>) -> Written {
    let (kept, left_out) = sift(calendar);
    let definitions = definitions(&kept);
    let mut spoken = BTreeSet::new();
    let mut events = String::new();
    for kept in &kept {
        let zone = kept.zone_name().and_then(|name| definitions.get(name));
        let zone = zone.filter(|zone| reads_back(zone, &kept.entry.when));
        spoken.extend(zone.map(Definition::name));
        let message = calendar.message.as_ref();
        lines::write_event(&mut events, &event::event(kept.entry, zone, message));
    }
    let mut text = "BEGIN:VCALENDAR\r\n".to_owned();
    for property in head(calendar, only_zone(&kept)) {
        lines::write_property(&mut text, &property);
    }
    for definition in spoken.iter().filter_map(|name| definitions.get(*name)) {
        definition.write(&mut text);
    }
    if kept.is_empty() {
        vtimezone::write_utc(&mut text);
    }
    text.push_str(&events);
    text.push_str("END:VCALENDAR\r\n");
    Written { text, left_out }
}

/// An entry to be written, and its zone if it has one that is known.
struct Kept<'a> {
    entry: &'a Entry,
    zone: Option<TimeZone>,
}

impl Kept<'_> {
    /// The name as zone data spells it; never the one that came in, which may hold anything.
    fn zone_name(&self) -> Option<&str> {
        self.zone.as_ref()?.iana_name()
    }
}

fn sift<'a>(calendar: &Calendar<'a>) -> (Vec<Kept<'a>>, Vec<LeftOut>) {
    let (mut kept, mut left_out) = (Vec::new(), Vec::new());
    let mut seen = BTreeSet::new();
    for entry in calendar.entries {
        let uid = &entry.uid;
        let mut checked = event::check(entry, calendar.message.as_ref());
        if checked.is_ok() && !seen.insert(uid) {
            checked = Err(Reason::Repeated);
        }
        if let Err(reason) = checked {
            left_out.push(LeftOut { uid: uid.clone(), reason });
            continue;
        }
        let faults = event::faults(entry);
        left_out.extend(faults.map(|reason| LeftOut { uid: uid.clone(), reason }));
        let zone = match &entry.when {
            When::Timed { zone, .. } => calendar.zones.get(zone).ok(),
            When::AllDay { .. } => None,
        };
        kept.push(Kept { entry, zone });
    }
    (kept, left_out)
}

/// A definition of each zone that can have one, as the zone is at the latest instant used in it.
fn definitions<'a>(kept: &'a [Kept<'_>]) -> BTreeMap<&'a str, Definition> {
    let mut used: BTreeMap<&str, (&TimeZone, Timestamp)> = BTreeMap::new();
    for kept in kept {
        if let (When::Timed { starts, ends, .. }, Some(zone), Some(name)) =
            (&kept.entry.when, &kept.zone, kept.zone_name())
        {
            let at = ends.map_or(starts.at, |ends| ends.at);
            let (_, latest) = used.entry(name).or_insert((zone, at));
            *latest = at.max(*latest);
        }
    }
    let define = |(name, (zone, latest))| Some((name, Definition::new(zone, latest)?));
    used.into_iter().filter_map(define).collect()
}

fn reads_back(zone: &Definition, when: &When) -> bool {
    let When::Timed { starts, ends, .. } = when else {
        return false;
    };
    std::iter::once(starts).chain(ends).all(|moment| {
        zone.read(moment.local).is_some_and(|at| at.as_second() == moment.at.as_second())
    })
}

/// The zone of all timed entries, if they share one.
fn only_zone<'a>(kept: &'a [Kept<'_>]) -> Option<&'a str> {
    let mut timed = kept.iter().filter(|kept| matches!(kept.entry.when, When::Timed { .. }));
    let first = timed.next()?.zone_name()?;
    timed.all(|kept| kept.zone_name() == Some(first)).then_some(first)
}

/// The properties of the calendar itself (RFC 5545 §3.7, RFC 7986 §5, and what clients read
/// instead of the latter).
fn head(calendar: &Calendar<'_>, zone: Option<&str>) -> Vec<Property> {
    let mut head = Property::from_array([
        ("VERSION", "2.0"),
        ("PRODID", "-//Concord//Concord//EN"),
        ("CALSCALE", "GREGORIAN"),
    ]);
    if let Some(message) = calendar.message {
        head.push(Property::new("METHOD", message.method.as_str()));
    }
    if let Some(name) = calendar.name.map(lines::one_line) {
        head.extend(Property::from_array([("NAME", &*name), ("X-WR-CALNAME", &*name)]));
    }
    if let Some(text) = calendar.description.map(lines::text) {
        head.extend(Property::from_array([("DESCRIPTION", &*text), ("X-WR-CALDESC", &*text)]));
    }
    if let Some(zone) = zone {
        head.push(Property::new("X-WR-TIMEZONE", zone));
    }
    if let Some(source) = calendar.source.and_then(event::uri) {
        let refresh =
            Property::new("REFRESH-INTERVAL", "PT6H").add_parameter("VALUE", "DURATION").done();
        head.push(Property::new("SOURCE", source).add_parameter("VALUE", "URI").done());
        head.push(refresh);
        head.push(Property::new("X-PUBLISHED-TTL", "PT6H"));
    }
    head
}
