//! What a file is meant to hold, in the shape that the judges compare.

use domain::calendars::{Entry, EntryStatus, When};
use serde_json::{Value, json};
use services::calendars::ics::Calendar;

/// What a reader should find in the file of a calendar that defines these zones.
pub(super) fn of(calendar: &Calendar<'_>, zones: &[&str]) -> Value {
    let mut names = vec!["CALSCALE", "PRODID", "VERSION"];
    names.extend(calendar.message.map(|_| "METHOD"));
    names.extend(calendar.name.into_iter().flat_map(|_| ["NAME", "X-WR-CALNAME"]));
    names.extend(calendar.description.into_iter().flat_map(|_| ["DESCRIPTION", "X-WR-CALDESC"]));
    let feed = ["REFRESH-INTERVAL", "SOURCE", "X-PUBLISHED-TTL"];
    names.extend(calendar.source.into_iter().flat_map(|_| feed));
    let mut places: Vec<_> = calendar.entries.iter().filter_map(place).collect();
    places.dedup();
    names.extend((places.len() == 1).then_some("X-WR-TIMEZONE"));
    names.sort_unstable();
    let mut components = vec!["VEVENT"];
    components.extend((!zones.is_empty()).then_some("VTIMEZONE"));
    json!({
        "errors": [],
        "names": names,
        "components": components,
        "zones": zones,
        "events": calendar.entries.iter().map(event).collect::<Vec<_>>(),
    })
}

fn place(entry: &Entry) -> Option<&str> {
    match &entry.when {
        When::Timed { zone, .. } => Some(zone),
        When::AllDay { .. } => None,
    }
}

fn event(entry: &Entry) -> Value {
    let (starts, ends) = match &entry.when {
        When::AllDay { first, last } => {
            (json!(first.to_string()), json!(last.tomorrow().unwrap().to_string()))
        }
        When::Timed { starts, ends, .. } => {
            (json!(starts.at.as_second()), json!(ends.map(|ends| ends.at.as_second())))
        }
    };
    let organiser = entry.organiser.as_ref();
    let mut names = vec![
        "CREATED",
        "DTSTAMP",
        "DTSTART",
        "LAST-MODIFIED",
        "SEQUENCE",
        "STATUS",
        "SUMMARY",
        "TRANSP",
        "UID",
        "X-MICROSOFT-CDO-BUSYSTATUS",
    ];
    names.extend((!ends.is_null()).then_some("DTEND"));
    names.extend((!entry.description.is_empty()).then_some("DESCRIPTION"));
    names.extend(entry.location.as_ref().map(|_| "LOCATION"));
    names.extend(entry.coordinates.map(|_| "GEO"));
    names.extend(entry.url.as_ref().map(|_| "URL"));
    names.extend((!entry.categories.is_empty()).then_some("CATEGORIES"));
    names.extend(organiser.map(|_| "ORGANIZER"));
    names.sort_unstable();
    json!({
        "uid": entry.uid.as_str(),
        "sequence": entry.sequence,
        "status": match entry.status {
            EntryStatus::Confirmed => "CONFIRMED",
            EntryStatus::Tentative => "TENTATIVE",
            EntryStatus::Cancelled => "CANCELLED",
        },
        "starts": starts,
        "ends": ends,
        "summary": entry.title,
        "language": entry.language,
        "description": (!entry.description.is_empty()).then_some(&entry.description),
        "location": entry.location,
        "url": entry.url,
        "categories": entry.categories,
        "organiser": organiser.map(|organiser| format!("mailto:{}", organiser.email)),
        "organiser_name": organiser.map(|organiser| organiser.name.replace('\\', "/")),
        "names": names,
    })
}
