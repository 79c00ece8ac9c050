//! One VEVENT (RFC 5545 §3.6.1), and the reasons why an entry has none.

use std::fmt::Write as _;

use domain::calendars::{Entry, EntryStatus, Moment, Organiser, When};
use icalendar::{Component, Event, EventLike, EventStatus, Property};
use jiff::{Timestamp, civil};

use super::{Message, Method, Reason, lines};
use crate::calendars::vtimezone::Definition;

/// Years that every parser can hold, also after a zone has moved an instant into the next one.
const YEARS: std::ops::RangeInclusive<i16> = 1900..=9998;

/// SEQUENCE is an INTEGER, which ends here (RFC 5545 §3.3.8).
const LARGEST_INTEGER: u32 = 2_147_483_647;

/// Says why an entry cannot be written, if it cannot.
pub(super) fn check(entry: &Entry, message: Option<&Message>) -> Result<(), Reason> {
    let cancels = message.is_some_and(|message| message.method == Method::Cancel);
    if cancels && entry.status != EntryStatus::Cancelled {
        return Err(Reason::NotCancelled);
    }
    if !entry.when.is_in_order() {
        return Err(Reason::EndsBeforeStart);
    }
    if !is_in_range(entry) {
        return Err(Reason::OutOfRange);
    }
    Ok(())
}

/// Names the properties that cannot be written; the entry is, without them.
pub(super) fn faults(entry: &Entry) -> impl Iterator<Item = Reason> {
    let url = entry.url.as_deref().filter(|url| uri(url).is_none());
    let organiser = entry.organiser.as_ref().filter(|one| mailto(&one.email).is_none());
    let faults = [url.map(|_| Reason::Url), organiser.map(|_| Reason::Organiser)];
    faults.into_iter().flatten()
}

/// Builds the component of a checked entry: in local time if there is a zone to read it by, else
/// in UTC.
pub(super) fn event(entry: &Entry, zone: Option<&Definition>, message: Option<&Message>) -> Event {
    let mut event = Event::new();
    // Without METHOD a DTSTAMP is the last revision, with it the time of the message (§3.8.7.2).
    let stamp = message.map_or(entry.revised_at, |message| message.written_at);
    event
        .uid(entry.uid.as_str())
        .sequence(entry.sequence.min(LARGEST_INTEGER))
        .status(match entry.status {
            EntryStatus::Confirmed => EventStatus::Confirmed,
            EntryStatus::Tentative => EventStatus::Tentative,
            EntryStatus::Cancelled => EventStatus::Cancelled,
        })
        .add_property("DTSTAMP", utc(stamp))
        .add_property("CREATED", utc(entry.created_at))
        .add_property("LAST-MODIFIED", utc(entry.revised_at));
    add_times(&mut event, &entry.when, zone);
    add_busy(&mut event, entry);
    add_texts(&mut event, entry);
    if let Some((latitude, longitude)) = entry.coordinates.filter(|place| is_on_earth(*place)) {
        event.add_property("GEO", format!("{latitude:.6};{longitude:.6}"));
    }
    if let Some(url) = entry.url.as_deref().and_then(uri) {
        event.url(&url);
    }
    if let Some(organiser) = &entry.organiser {
        add_organiser(&mut event, organiser);
    }
    event
}

/// A DATE-TIME in UTC (RFC 5545 §3.3.5).
pub(super) fn utc(at: Timestamp) -> String {
    at.strftime("%Y%m%dT%H%M%SZ").to_string()
}

/// An address on the web as a URI value (RFC 5545 §3.3.13), which is written as it is: what may
/// not stand in a URI is encoded, and one that could end its line is none.
pub(super) fn uri(raw: &str) -> Option<String> {
    let is_web = ["https://", "http://"].iter().any(|scheme| {
        raw.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme))
    });
    let is_safe = raw.chars().all(|c| !c.is_control() && !c.is_whitespace());
    (is_web && is_safe)
        .then(|| encoded(raw, |byte| byte.is_ascii_graphic() && !b"\"<>\\^`{|}".contains(&byte)))
}

/// A mailbox as a bare `mailto:` URI (RFC 5545 §3.3.3, RFC 6068 §2): no name, no list, no header.
fn mailto(raw: &str) -> Option<String> {
    let (local, host) = raw.rsplit_once('@')?;
    let is_one = raw.chars().all(|c| !c.is_control() && !c.is_whitespace() && !"<>,;".contains(c));
    let keep = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~!$'*+".contains(&byte);
    (is_one && !local.is_empty() && !host.is_empty())
        .then(|| format!("mailto:{}@{}", encoded(local, keep), encoded(host, keep)))
}

/// Percent-encodes the octets that may not stay (RFC 3986 §2.1).
fn encoded(raw: &str, stays: impl Fn(u8) -> bool) -> String {
    let mut text = String::with_capacity(raw.len());
    for byte in raw.bytes() {
        if stays(byte) {
            text.push(char::from(byte));
        } else {
            // Writing to a String cannot fail.
            let _ = write!(text, "%{byte:02X}");
        }
    }
    text
}

fn is_in_range(entry: &Entry) -> bool {
    let moments = |moment: &Moment| [moment.local.year(), year(moment.at)];
    let years = match &entry.when {
        When::AllDay { first, last } => vec![first.year(), last.year()],
        When::Timed { starts, ends, .. } => {
            std::iter::once(starts).chain(ends).flat_map(moments).collect()
        }
    };
    let stamps = [year(entry.created_at), year(entry.revised_at)];
    years.iter().chain(&stamps).all(|year| YEARS.contains(year))
}

fn year(at: Timestamp) -> i16 {
    jiff::tz::Offset::UTC.to_datetime(at).year()
}

fn is_on_earth((latitude, longitude): (f64, f64)) -> bool {
    (-90.0..=90.0).contains(&latitude) && (-180.0..=180.0).contains(&longitude)
}

/// DTSTART and DTEND (RFC 5545 §3.8.2): of one type and in one zone, the end after the start or
/// left away, the last of whole days named by the day after it.
fn add_times(event: &mut Event, when: &When, zone: Option<&Definition>) {
    let (starts, ends) = match when {
        When::AllDay { first, last } => {
            let after = last.tomorrow().unwrap_or(*last);
            (day("DTSTART", *first), Some(day("DTEND", after)))
        }
        When::Timed { starts, ends, .. } => {
            let ends = ends.filter(|ends| ends.at.as_second() > starts.at.as_second());
            (time("DTSTART", starts, zone), ends.map(|ends| time("DTEND", &ends, zone)))
        }
    };
    event.append_property(starts);
    if let Some(ends) = ends {
        event.append_property(ends);
    }
}

fn day(name: &str, date: civil::Date) -> Property {
    Property::new(name, date.strftime("%Y%m%d").to_string()).add_parameter("VALUE", "DATE").done()
}

fn time(name: &str, moment: &Moment, zone: Option<&Definition>) -> Property {
    match zone {
        None => Property::new(name, utc(moment.at)),
        Some(zone) => Property::new(name, moment.local.strftime("%Y%m%dT%H%M%S").to_string())
            .add_parameter("TZID", zone.name())
            .done(),
    }
}

/// Whether the time counts as taken: TRANSP (RFC 5545 §3.8.2.7), and Outlook's word for it
/// (MS-OXCICAL §2.1.3.1.1.20.31). Nobody is busy all through a festival, or when it is off.
fn add_busy(event: &mut Event, entry: &Entry) {
    let is_free = entry.status == EntryStatus::Cancelled || entry.when.outlasts_a_day();
    let (transparency, busy) = match entry.status {
        _ if is_free => ("TRANSPARENT", "FREE"),
        EntryStatus::Tentative => ("OPAQUE", "TENTATIVE"),
        _ => ("OPAQUE", "BUSY"),
    };
    event.add_property("TRANSP", transparency).add_property("X-MICROSOFT-CDO-BUSYSTATUS", busy);
}

fn add_texts(event: &mut Event, entry: &Entry) {
    let mut summary = Property::new("SUMMARY", lines::one_line(&entry.title));
    if is_language(&entry.language) {
        summary.add_parameter("LANGUAGE", &entry.language);
    }
    event.append_property(summary.done());
    let description = lines::text(&entry.description);
    if !description.is_empty() {
        event.description(&description);
    }
    let location = lines::one_line(entry.location.as_deref().unwrap_or_default());
    if !location.is_empty() {
        event.location(&location);
    }
    let categories: Vec<_> = entry.categories.iter().map(|name| lines::one_line(name)).collect();
    let named: Vec<_> = categories.iter().filter(|name| !name.is_empty()).collect();
    if !named.is_empty() {
        event.categories(named);
    }
}

/// Whether it has the form of a language tag (RFC 5646 §2.1), as far as safety goes.
fn is_language(tag: &str) -> bool {
    (2..=35).contains(&tag.len()) && tag.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
}

fn add_organiser(event: &mut Event, organiser: &Organiser) {
    let Some(address) = mailto(&organiser.email) else {
        return;
    };
    let mut property = Property::new("ORGANIZER", address);
    let name = lines::one_line(&organiser.name);
    if !name.is_empty() {
        property.add_parameter("CN", &name);
    }
    event.append_property(property.done());
}
