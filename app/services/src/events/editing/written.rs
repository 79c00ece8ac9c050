//! Everything that editors change about an event, as it is kept for later comparison.

use domain::events::drafts::TextDraft;
use domain::events::venue::Held;
use domain::events::{ActionArea, Category, EventStatus, Missing, ProgrammeArea, TicketKind};
use domain::ids::OccurrenceId;
use domain::language::Language;
use domain::questions::Question;
use jiff::Timestamp;
use jiff::civil::DateTime;
use serde::{Deserialize, Serialize};

use super::{WrittenPicture, WrittenPlace, WrittenPublication, WrittenRules};
use crate::Error;
use crate::events::store::whole::{Rows, TicketTypeRow};
use crate::events::store::{AreaRow, OccurrenceRow, TextRow};
use crate::events::{questions, stored, time};
use crate::pictures::store::{AltRow, PictureRow};
use crate::pictures::{self, Picture, Purpose};

/// An event as it is written.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Written {
    /// The state.
    pub status: EventStatus,
    /// The category.
    pub category: Category,
    /// The code of the discipline.
    pub discipline: String,
    /// The address of the place.
    pub address: String,
    /// Latitude and longitude of the place, in degrees.
    pub coordinates: Option<(f64, f64)>,
    /// Where one can read more; empty if nowhere.
    pub website: String,
    /// Codes of the languages spoken there.
    pub spoken: Vec<String>,
    /// The programme areas.
    pub programme: Vec<ProgrammeArea>,
    /// The action areas.
    pub action: Vec<ActionArea>,
    /// What it says, in every language that it has.
    pub texts: Vec<WrittenText>,
    /// Its dates, the first first.
    pub dates: Vec<WrittenDate>,
    /// The ticket types with their own places on each date, if they have some.
    pub tickets: Vec<(TicketKind, Option<i64>)>,
    /// From when until when one can register, and give back. Versions from before there were rules
    /// have those of then.
    #[serde(default)]
    pub rules: WrittenRules,
    /// How people come together; versions from before it was asked were at a place.
    #[serde(default)]
    pub place: WrittenPlace,
    /// What is planned, and where it is shown.
    #[serde(default)]
    pub publication: WrittenPublication,
    /// What it asks those who register; nothing in versions from before there were questions.
    #[serde(default)]
    pub questions: Vec<Question>,
    /// Its picture; there was none in versions from before there were pictures.
    #[serde(default)]
    pub picture: Option<WrittenPicture>,
}

/// What an event says in one language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WrittenText {
    /// The language.
    pub language: Language,
    /// The title.
    pub title: String,
    /// One or two sentences.
    pub summary: String,
    /// Paragraphs, with empty lines between them.
    pub description: String,
    /// The name of the place.
    pub venue: String,
}

/// A date of an event, without what others did about it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WrittenDate {
    /// Which.
    pub id: OccurrenceId,
    /// When it begins, on the clock of the zone.
    pub starts: DateTime,
    /// When it ends; for whole days, midnight after the last.
    pub ends: DateTime,
    /// Whole days, without a time.
    pub all_day: bool,
    /// The IANA name of the zone.
    pub zone: String,
    /// The instant of the beginning.
    pub starts_at: Timestamp,
    /// Places in all.
    pub capacity: i64,
    /// Whether this date alone is cancelled.
    pub cancelled: bool,
    /// Revisions of time, place and status so far.
    pub sequence: i64,
}

impl WrittenText {
    /// Whether nothing is left open in this language: a place has a name.
    #[must_use]
    pub fn is_full(&self, held: Held) -> bool {
        let is_named = !held.has_place() || !self.venue.is_empty();
        is_named && [&self.title, &self.summary, &self.description].iter().all(|t| !t.is_empty())
    }

    /// What its form begins with.
    #[must_use]
    pub fn draft(&self) -> TextDraft {
        TextDraft {
            title: self.title.clone(),
            summary: self.summary.clone(),
            description: self.description.clone(),
            venue: self.venue.clone(),
        }
    }

    pub(super) fn row(&self) -> TextRow {
        TextRow {
            language: self.language.code().to_owned(),
            title: self.title.clone(),
            summary: self.summary.clone(),
            description: self.description.clone(),
            venue: self.venue.clone(),
        }
    }
}

impl Written {
    pub(super) fn from_rows(rows: Rows) -> Result<Self, Error> {
        let event = rows.event;
        let text = |row: TextRow| {
            Ok(WrittenText {
                language: stored(&row.language)?,
                title: row.title,
                summary: row.summary,
                description: row.description,
                venue: row.venue,
            })
        };
        let mut texts = rows.texts.into_iter().map(text).collect::<Result<Vec<_>, Error>>()?;
        texts.sort_by_key(|text| text.language);
        let place = WrittenPlace::from_rows(rows.place, rows.access, rows.directions)?;
        let rules = WrittenRules::from_rows(rows.rules, &rows.ticket_types)?;
        let ticket = |row: TicketTypeRow| Ok((stored(&row.kind)?, row.capacity));
        Ok(Self {
            status: stored(&event.status)?,
            category: stored(&event.category)?,
            discipline: event.discipline,
            address: event.address,
            coordinates: event.latitude.zip(event.longitude),
            website: event.website,
            spoken: event.spoken.split_whitespace().map(str::to_owned).collect(),
            programme: of_kind(&rows.areas, "programme")?,
            action: of_kind(&rows.areas, "action")?,
            texts,
            dates: rows.occurrences.into_iter().map(date).collect::<Result<_, Error>>()?,
            tickets: rows.ticket_types.into_iter().map(ticket).collect::<Result<_, Error>>()?,
            rules,
            place,
            publication: WrittenPublication::from_row(rows.publication)?,
            questions: questions::read(rows.questions)?,
            picture: rows.picture.map(|row| picture(&row, rows.alts)).transpose()?,
        })
    }

    /// What it says in this language.
    #[must_use]
    pub fn text(&self, language: Language) -> Option<&WrittenText> {
        self.texts.iter().find(|text| text.language == language)
    }

    /// What has to be there before an event like this is published.
    pub fn needed(&self) -> impl Iterator<Item = Missing> {
        let held = self.place.held;
        let is_needed = move |what: &Missing| match what {
            Missing::Address => held.has_place(),
            Missing::Link => held.has_link(),
            Missing::Text | Missing::Date | Missing::Ticket => true,
        };
        Missing::ALL.iter().copied().filter(is_needed)
    }

    /// What is missing of it now.
    #[must_use]
    pub fn missing(&self, now: Timestamp) -> Vec<Missing> {
        let is_missing = |what: &Missing| match what {
            Missing::Text => !self.texts.iter().any(|text| text.is_full(self.place.held)),
            Missing::Date => !self.dates.iter().any(|date| !date.cancelled && date.starts_at > now),
            Missing::Ticket => self.tickets.is_empty(),
            Missing::Address => self.address.is_empty(),
            Missing::Link => self.place.link.is_empty(),
        };
        self.needed().filter(is_missing).collect()
    }
}

fn picture(row: &PictureRow, alts: Vec<AltRow>) -> Result<WrittenPicture, Error> {
    let Picture { id, width, height, focus, .. } = pictures::picture(row, Purpose::Event);
    Ok(WrittenPicture { id, width, height, focus, alts: pictures::said(alts)? })
}

fn of_kind<T: std::str::FromStr<Err: std::error::Error + Send + Sync + 'static> + Ord>(
    areas: &[AreaRow],
    kind: &str,
) -> Result<Vec<T>, Error> {
    let of_kind = areas.iter().filter(|area| area.kind == kind);
    let mut areas: Vec<T> = of_kind.map(|area| stored(&area.area)).collect::<Result<_, _>>()?;
    areas.sort();
    Ok(areas)
}

fn date(row: OccurrenceRow) -> Result<WrittenDate, Error> {
    let local =
        |text: &str| text.parse().map_err(|error: jiff::Error| Error::Internal(error.into()));
    Ok(WrittenDate {
        id: OccurrenceId(row.id),
        starts: local(&row.starts_local)?,
        ends: local(&row.ends_local)?,
        all_day: row.all_day,
        zone: row.zone,
        starts_at: time(row.starts_at)?,
        capacity: row.capacity,
        cancelled: row.cancelled_at.is_some(),
        sequence: row.sequence,
    })
}
