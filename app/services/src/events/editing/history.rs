//! What an event was before, and what changed from one version to the next.

use std::collections::BTreeMap;

use domain::events::drafts::Section;
use domain::language::Language;
use jiff::Timestamp;
use jiff::civil::DateTime;

use super::Written;
use crate::Error;
use crate::events::own::OwnEvent;
use crate::events::{Events, store::versions as store, stored, time};

/// How many versions the list holds.
const LISTED: i64 = 200;

/// A version of an event.
#[derive(Debug, Clone)]
pub struct Version {
    /// Its number.
    pub version: i64,
    /// When it was made.
    pub at: Timestamp,
    /// The mail address of the one who made it.
    pub email: String,
    /// Where in the editor.
    pub section: Section,
}

/// A field of an event, in the order in which people see them.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Field {
    /// The state.
    Status,
    /// The title in this language.
    Title(Language),
    /// The summary in this language.
    Summary(Language),
    /// The description in this language.
    Description(Language),
    /// The name of the place in this language.
    Venue(Language),
    /// Category and discipline.
    Discipline,
    /// The address.
    Address,
    /// Latitude and longitude.
    Coordinates,
    /// The event's own pages.
    Website,
    /// The languages spoken there.
    Spoken,
    /// Programme areas.
    Programme,
    /// Action areas.
    Action,
    /// A date, by the time at which it begins now (or began before it was deleted).
    Date(DateTime),
    /// Places of that date.
    Places(DateTime),
    /// Whether that date is cancelled.
    Cancelled(DateTime),
    /// The ticket type of this code, with its places.
    Ticket(&'static str),
    /// The picture.
    Picture,
    /// What is to be seen on the picture, in this language.
    Alt(Language),
    /// What matters of the picture.
    Focus,
}

impl Field {
    /// The stable code: in Fluent keys.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Status => "status",
            Self::Title(_) => "title",
            Self::Summary(_) => "summary",
            Self::Description(_) => "description",
            Self::Venue(_) => "venue",
            Self::Discipline => "discipline",
            Self::Address => "address",
            Self::Coordinates => "coordinates",
            Self::Website => "website",
            Self::Spoken => "spoken",
            Self::Programme => "programme",
            Self::Action => "action",
            Self::Date(_) => "date",
            Self::Places(_) => "places",
            Self::Cancelled(_) => "cancelled",
            Self::Ticket(_) => "ticket",
            Self::Picture => "picture",
            Self::Alt(_) => "alt",
            Self::Focus => "focus",
        }
    }
}

/// The value of a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// What somebody typed.
    Text(String),
    /// Fluent keys of what somebody chose.
    Words(Vec<String>),
    /// A time, on the clock of this zone.
    Span {
        /// When it begins.
        starts: DateTime,
        /// When it ends.
        ends: DateTime,
        /// The IANA name of the zone.
        zone: String,
    },
}

/// A field that changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// Which.
    pub field: Field,
    /// What it was; none if it was not there.
    pub before: Option<Value>,
    /// What it is; none if it is not there any more.
    pub after: Option<Value>,
}

impl Events {
    /// The versions of an event, the last first. Whoever has the event may see them.
    ///
    /// # Errors
    /// The database does not answer.
    pub async fn versions(&self, event: &OwnEvent) -> Result<Vec<Version>, Error> {
        let (db, organisation) = (&self.context.db, event.organisation.id);
        let version = |row: store::VersionRow| {
            Ok(Version {
                version: row.version,
                at: time(row.at)?,
                email: row.email,
                section: stored(&row.section)?,
            })
        };
        let rows = store::list(db, organisation, event.id, LISTED).await?;
        rows.into_iter().map(version).collect()
    }

    /// What changed in this version, against the one before it that is known.
    ///
    /// # Errors
    /// `NotFound` if nothing is known of this version; the database does not answer.
    pub async fn changes(&self, event: &OwnEvent, version: i64) -> Result<Vec<Change>, Error> {
        let (db, organisation) = (&self.context.db, event.organisation.id);
        let snapshots = store::up_to(db, organisation, event.id, version).await?;
        let read = |text: &String| {
            serde_json::from_str::<Written>(text).map_err(|error| Error::Internal(error.into()))
        };
        let after = snapshots.first().map(read).transpose()?.ok_or(Error::NotFound)?;
        let before = snapshots.get(1).map(read).transpose()?;
        Ok(compare(before.as_ref(), &after))
    }
}

/// Every field that is not the same in both.
fn compare(before: Option<&Written>, after: &Written) -> Vec<Change> {
    // A date is named by the time at which it begins now: moving it is one change.
    let moved: BTreeMap<_, _> = after.dates.iter().map(|date| (date.id, date.starts)).collect();
    let name = |date: &super::WrittenDate| moved.get(&date.id).copied().unwrap_or(date.starts);
    let mut old = before.map(|before| fields(before, name)).unwrap_or_default();
    let mut changes = Vec::new();
    for (field, value) in fields(after, name) {
        let before = old.remove(&field);
        if before.as_ref() != Some(&value) {
            changes.push(Change { field, before, after: Some(value) });
        }
    }
    let gone = old.into_iter();
    changes.extend(gone.map(|(field, before)| Change { field, before: Some(before), after: None }));
    changes.sort_by(|a, b| a.field.cmp(&b.field));
    changes
}

/// Every field that holds something.
fn fields(
    written: &Written,
    name: impl Fn(&super::WrittenDate) -> DateTime,
) -> BTreeMap<Field, Value> {
    let words = |prefix: &str, codes: Vec<&str>| {
        Value::Words(codes.iter().map(|code| format!("{prefix}-{code}")).collect())
    };
    let mut fields = BTreeMap::new();
    fields.insert(Field::Status, words("status", vec![written.status.code()]));
    let category = format!("category-{}", written.category.code());
    let discipline = format!("discipline-{}", written.discipline);
    fields.insert(Field::Discipline, Value::Words(vec![category, discipline]));
    let coordinates = written.coordinates.map(|(north, east)| format!("{north}, {east}"));
    let mut text = |field, text: &str| {
        if !text.is_empty() {
            fields.insert(field, Value::Text(text.to_owned()));
        }
    };
    text(Field::Address, &written.address);
    text(Field::Coordinates, &coordinates.unwrap_or_default());
    text(Field::Website, &written.website);
    for one in &written.texts {
        text(Field::Title(one.language), &one.title);
        text(Field::Summary(one.language), &one.summary);
        text(Field::Description(one.language), &one.description);
        text(Field::Venue(one.language), &one.venue);
    }
    if let Some(picture) = &written.picture {
        // Nothing else tells two pictures apart in words.
        let id = picture.id.0.simple().to_string();
        text(Field::Picture, &id[..8]);
        text(Field::Focus, &format!("{} %, {} %", picture.focus.0, picture.focus.1));
        for (language, alt) in &picture.alts {
            text(Field::Alt(*language), alt);
        }
    }
    for date in &written.dates {
        text(Field::Places(name(date)), &date.capacity.to_string());
    }
    let spoken = written.spoken.iter().map(String::as_str).collect();
    let programme = written.programme.iter().map(|area| area.code()).collect();
    let action = written.action.iter().map(|area| area.code()).collect();
    fields.insert(Field::Spoken, words("spoken", spoken));
    fields.insert(Field::Programme, words("programme", programme));
    fields.insert(Field::Action, words("action", action));
    fields.retain(|_, value| *value != Value::Words(Vec::new()));
    for date in &written.dates {
        let (starts, ends, zone) = (date.starts, date.ends, date.zone.clone());
        fields.insert(Field::Date(name(date)), Value::Span { starts, ends, zone });
        if date.cancelled {
            fields.insert(Field::Cancelled(name(date)), words("status", vec!["cancelled"]));
        }
    }
    for (kind, capacity) in &written.tickets {
        let value = match capacity {
            Some(capacity) => Value::Text(capacity.to_string()),
            None => Value::Words(vec!["editor-tickets-of-all".to_owned()]),
        };
        fields.insert(Field::Ticket(kind.code()), value);
    }
    fields
}
