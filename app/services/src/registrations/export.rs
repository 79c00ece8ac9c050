//! The attendees of an event as a file, a part at a time: however many there are, no more than a
//! part of them is ever held.

use domain::accounts::{Action, Actor};
use domain::language::Language;
use jiff::Timestamp;
use uuid::Uuid;

use super::Registrations;
use super::list::{Filter, Listed, listed, may};
use super::store::list::{self as store, ListFilter};
use crate::Error;
use crate::audit::{Act, record};
use crate::events::own::OwnEvent;
use crate::exports::{BYTE_ORDER_MARK, add_line};
use crate::texts::Texts;

/// How many rows are read at once.
const PART: i64 = 1_000;

/// The keys of the head of each column.
const COLUMNS: [&str; 10] = [
    "attendance-reference",
    "attendance-name",
    "attendance-ticket",
    "attendance-date",
    "attendance-state",
    "attendance-here-since",
    "attendance-contact",
    "attendance-email",
    "attendance-language",
    "attendance-registered",
];

/// A file that is being written.
pub struct Export {
    registrations: Registrations,
    filter: ListFilter,
    texts: Texts,
    last: Uuid,
    left: i64,
    is_begun: bool,
}

impl Registrations {
    /// The attendees whom the filter lets pass, by time, as a file for spreadsheets. It is recorded
    /// with their number before the first of them leaves the house.
    ///
    /// # Errors
    /// `NotFound` and `Forbidden` as `authorize` says.
    pub async fn export(
        &self,
        actor: &Actor,
        event: &OwnEvent,
        filter: &Filter,
        language: Language,
    ) -> Result<Export, Error> {
        may(actor, Action::Export, event)?;
        let filter = self.stored_filter(filter, event, true).await?;
        let rows = store::count(&self.context.db, &filter).await?;
        let mut tx = self.context.db.begin().await?;
        let act = Act {
            organisation: event.organisation.id,
            at: self.context.clock.now(),
            actor: &actor.account.0.to_string(),
            action: "export",
            object_kind: "event",
            object: event.id.0,
            detail: format!("rows={rows}"),
        };
        record(&mut tx, act).await?;
        tx.commit().await?;
        let (registrations, texts) = (self.clone(), Texts(language));
        Ok(Export { registrations, filter, texts, last: Uuid::nil(), left: rows, is_begun: false })
    }
}

impl Export {
    /// The head of each column.
    #[must_use]
    pub fn head(&self) -> Vec<String> {
        COLUMNS.iter().map(|key| self.texts.get(key)).collect()
    }

    /// The next rows; none at the end. No more than were recorded.
    ///
    /// # Errors
    /// The database does not answer.
    pub async fn rows(&mut self) -> Result<Vec<Vec<String>>, Error> {
        let limit = self.left.min(PART);
        if limit == 0 {
            return Ok(Vec::new());
        }
        let db = &self.registrations.context.db;
        let rows = store::after(db, &self.filter, self.last, limit).await?;
        let Some(last) = rows.last() else {
            self.left = 0;
            return Ok(Vec::new());
        };
        self.last = last.id;
        self.left -= i64::try_from(rows.len()).unwrap_or(limit);
        rows.into_iter().map(|row| Ok(self.cells(listed(row, true)?))).collect()
    }

    /// The next part of a CSV file; none at the end.
    ///
    /// # Errors
    /// The database does not answer.
    pub async fn csv(&mut self) -> Result<Option<String>, Error> {
        let mut part = String::new();
        if !self.is_begun {
            self.is_begun = true;
            part.push_str(BYTE_ORDER_MARK);
            add_line(&mut part, self.head().iter().map(String::as_str));
        }
        for cells in self.rows().await? {
            add_line(&mut part, cells.iter().map(String::as_str));
        }
        Ok((!part.is_empty()).then_some(part))
    }

    fn cells(&self, row: Listed) -> Vec<String> {
        let contact = row.contact;
        let of_contact = |read: fn(super::list::Contact) -> String| {
            contact.clone().map(read).unwrap_or_default()
        };
        vec![
            row.reference.to_string(),
            row.name,
            self.texts.get(&format!("ticket-{}", row.kind.code())),
            row.date.to_string(),
            self.texts.get(&format!("place-{}", row.state.code())),
            row.here_since.map(second).unwrap_or_default(),
            of_contact(|contact| contact.name),
            of_contact(|contact| contact.email),
            of_contact(|contact| contact.language.code().to_owned()),
            of_contact(|contact| second(contact.registered_at)),
        ]
    }
}

/// `2027-03-01T12:00:00Z`: what every program reads the same way.
fn second(time: Timestamp) -> String {
    Timestamp::from_second(time.as_second()).unwrap_or(time).to_string()
}
