//! The files of the demo, as they stand in `app/services/demo/`.

use std::collections::BTreeMap;

use domain::events::venue::AccessFact;
use domain::events::{ActionArea, Category, EventStatus, ProgrammeArea, TicketKind};
use domain::language::Language;
use domain::organisations::Kind;
use domain::questions::{AskedOf, Condition, QuestionKind, QuestionText};
use include_dir::{Dir, include_dir};
use serde::Deserialize;
use serde::de::DeserializeOwned;

use crate::Error;

static FILES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/demo");

#[derive(Deserialize)]
struct OrganisationFiles {
    organisations: Vec<OrganisationFile>,
}

#[derive(Deserialize)]
pub(super) struct OrganisationFile {
    pub slug: String,
    pub kind: Kind,
    pub email: String,
    pub website: String,
    pub texts: BTreeMap<Language, OrganisationText>,
}

#[derive(Deserialize)]
pub(super) struct OrganisationText {
    pub name: String,
    #[serde(default)]
    pub summary: String,
}

#[derive(Deserialize)]
pub(super) struct EventFile {
    pub organisation: String,
    pub category: Category,
    pub discipline: String,
    pub status: EventStatus,
    #[serde(default)]
    pub programme_areas: Vec<ProgrammeArea>,
    #[serde(default)]
    pub action_areas: Vec<ActionArea>,
    #[serde(default)]
    pub spoken: Vec<String>,
    pub zone: String,
    pub place: PlaceFile,
    pub texts: BTreeMap<String, TextFile>,
    pub dates: Vec<DateFile>,
    pub tickets: Vec<TicketFile>,
    #[serde(default)]
    pub questions: Vec<QuestionFile>,
}

/// A question; its number is its place in the list, from 1.
#[derive(Deserialize)]
pub(super) struct QuestionFile {
    pub kind: QuestionKind,
    pub of: AskedOf,
    pub ticket: Option<TicketKind>,
    #[serde(default)]
    pub required: bool,
    #[serde(default)]
    pub sensitive: bool,
    /// The numbers of the question and the option that it is asked after.
    pub after: Option<Condition>,
    pub texts: BTreeMap<Language, QuestionText>,
    #[serde(default)]
    pub options: Vec<OptionFile>,
}

#[derive(Deserialize)]
pub(super) struct OptionFile {
    pub places: Option<i64>,
    pub labels: BTreeMap<Language, String>,
}

#[derive(Deserialize)]
pub(super) struct PlaceFile {
    pub address: String,
    pub latitude: f64,
    pub longitude: f64,
    pub names: BTreeMap<String, String>,
    /// What is there and what is not, of what is known.
    #[serde(default)]
    pub access: BTreeMap<AccessFact, bool>,
    #[serde(default)]
    pub directions: BTreeMap<Language, String>,
}

#[derive(Deserialize)]
pub(super) struct TextFile {
    pub title: String,
    pub summary: String,
    pub description: String,
}

#[derive(Deserialize)]
pub(super) struct DateFile {
    /// From today, in the zone of the event.
    pub in_days: i64,
    pub starts: Option<String>,
    pub ends: Option<String>,
    /// It ends this many days after it began.
    pub lasts_days: Option<i64>,
    #[serde(default)]
    pub all_day: bool,
    pub places: i64,
    #[serde(default)]
    pub taken: i64,
}

#[derive(Deserialize)]
pub(super) struct TicketFile {
    pub kind: TicketKind,
    pub places: Option<i64>,
}

/// The organisations, in the order of their file.
pub(super) fn organisations() -> Result<Vec<OrganisationFile>, Error> {
    let text = FILES.get_file("organisations.toml").and_then(|file| file.contents_utf8());
    Ok(parse::<OrganisationFiles>("organisations.toml", text)?.organisations)
}

/// The events with their slugs, in the order of these.
pub(super) fn events() -> Result<Vec<(String, EventFile)>, Error> {
    let folder = FILES.get_dir("events").ok_or(Error::NotFound)?;
    let mut events = Vec::new();
    for file in folder.files() {
        let slug = file.path().file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let event = parse(&slug, file.contents_utf8())?;
        events.push((slug, event));
    }
    events.sort_by(|a, b| a.0.cmp(&b.0));
    Ok(events)
}

fn parse<T: DeserializeOwned>(name: &str, text: Option<&str>) -> Result<T, Error> {
    toml::from_str(text.unwrap_or_default())
        .map_err(|error| Error::Internal(anyhow::anyhow!("demo file {name}: {error}")))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use domain::events::EventStatus;
    use domain::text::Slug;

    use super::{events, organisations};

    #[test]
    fn the_demo_looks_like_life() {
        let events = events().expect("readable files");
        let organisations = organisations().expect("a readable file");
        assert!(events.len() >= 40 && organisations.len() == 8);
        let categories: BTreeSet<_> = events.iter().map(|(_, event)| event.category).collect();
        assert_eq!(categories.len(), 3);
        let zones: BTreeSet<_> = events.iter().map(|(_, event)| event.zone.as_str()).collect();
        for zone in [
            "Africa/Casablanca",
            "Asia/Kathmandu",
            "America/Bogota",
            "Europe/Istanbul",
            "Africa/Nairobi",
        ] {
            assert!(zones.contains(zone), "{zone}");
        }
        for (slug, event) in &events {
            assert!(Slug::parse(slug).is_some(), "{slug}");
            assert!(event.texts.contains_key("en") && event.texts.len() >= 2, "{slug}");
            assert!(organisations.iter().any(|o| o.slug == event.organisation), "{slug}");
        }
        let asking = events.iter().filter(|(_, event)| !event.questions.is_empty());
        for (slug, event) in asking.clone() {
            let questions = super::super::questions::questions(&event.questions);
            assert_eq!(domain::questions::astray(&questions), [0; 0], "{slug}");
            for question in &questions {
                assert!(question.texts.len() >= 3, "{slug}: {}", question.number);
            }
        }
        assert!(asking.count() >= 2);
        let of_status = |status| events.iter().filter(|(_, event)| event.status == status).count();
        assert!(of_status(EventStatus::Cancelled) == 1 && of_status(EventStatus::Draft) == 1);
        assert!(events.iter().any(|(_, event)| event.dates.iter().any(|d| d.taken == d.places)));
        assert!(events.iter().filter(|(_, event)| event.texts.len() == 6).count() >= 10);
        assert!(events.iter().any(|(_, event)| event.dates.len() == 8));
    }
}
