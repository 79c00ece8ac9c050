//! What an event was before, and what changed from one version to the next.

mod fields;

use std::collections::BTreeMap;

use domain::events::drafts::Section;
use jiff::Timestamp;
use jiff::civil::DateTime;

use super::Written;
use crate::Error;
use crate::events::own::OwnEvent;
use crate::events::{Events, store::versions as store, stored, time};

pub use fields::Field;
use fields::fields;

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
    /// An instant, on the clock of this zone.
    Moment {
        /// When.
        at: Timestamp,
        /// The IANA name of the zone.
        zone: String,
    },
    /// An opening and a closing, on the clock of this zone.
    Window {
        /// When it opens.
        opens: Option<DateTime>,
        /// When it closes.
        closes: Option<DateTime>,
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
