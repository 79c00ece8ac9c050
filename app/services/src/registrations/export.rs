//! The attendees of an event as a file, a part at a time: however many there are, no more than a
//! part of them is ever held.

use std::fs::File;

use domain::accounts::{Action, Actor};
use domain::language::Language;
use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use tokio::sync::{Semaphore, mpsc};
use uuid::Uuid;

use super::Registrations;
use super::answers::{Columns, sees_sensitive};
use super::list::{Filter, Listed, listed, local, may};
use super::store::list::{self as store, ListFilter, ListRow};
use crate::Error;
use crate::audit::{Act, record};
use crate::events::own::OwnEvent;
use crate::exports::xlsx::Sheet;
use crate::exports::{BYTE_ORDER_MARK, Cell, add_line};
use crate::texts::Texts;

/// How many rows are read at once.
const PART: i64 = 1_000;

/// The keys of the head of each column, and whether it holds times.
const COLUMNS: [(&str, bool); 10] = [
    ("attendance-reference", false),
    ("attendance-name", false),
    ("attendance-ticket", false),
    ("attendance-date", true),
    ("attendance-state", false),
    ("attendance-here-since", true),
    ("attendance-contact", false),
    ("attendance-email", false),
    ("attendance-language", false),
    ("attendance-registered", true),
];

/// How many sheets are written at once; who comes later waits. Each takes a processor for a while.
static SHEETS: Semaphore = Semaphore::const_new(2);

/// A file that is being written.
pub struct Export {
    registrations: Registrations,
    filter: ListFilter,
    texts: Texts,
    /// The zone of each date.
    zones: Vec<(DateTime, TimeZone)>,
    /// What was answered.
    answers: Columns,
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
        let zones = self.zones(event).await?;
        let answers = self.columns(event, sees_sensitive(actor, event), language).await?;
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
        let (last, left, is_begun) = (Uuid::nil(), rows, false);
        Ok(Export { registrations, filter, texts, zones, answers, last, left, is_begun })
    }

    /// The zone of each date of an event.
    async fn zones(&self, event: &OwnEvent) -> Result<Vec<(DateTime, TimeZone)>, Error> {
        let (db, organisation) = (&self.context.db, event.organisation.id);
        let rows = crate::events::store::occurrences(db, organisation, event.id).await?;
        let zone = |name: &str| TimeZone::get(name).unwrap_or(TimeZone::UTC);
        rows.into_iter().map(|row| Ok((local(&row.starts_local)?, zone(&row.zone)))).collect()
    }
}

impl Export {
    /// The head of each column.
    #[must_use]
    pub fn head(&self) -> Vec<String> {
        let usual = COLUMNS.iter().map(|(key, _)| self.texts.get(key));
        usual.chain(self.answers.heads()).collect()
    }

    /// The next rows; none at the end. No more than were recorded.
    ///
    /// # Errors
    /// The database does not answer.
    pub async fn rows(&mut self) -> Result<Vec<Vec<Cell>>, Error> {
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
        let context = &self.registrations.context;
        let answers = self.answers.between(context, self.last, last.id).await?;
        self.last = last.id;
        self.left -= i64::try_from(rows.len()).unwrap_or(limit);
        let cells = |row: ListRow| {
            let of_row: Vec<_> = answers.get(&row.id).into_iter().flatten().collect();
            let answers = self.answers.cells(&of_row);
            let mut cells = self.cells(listed(row, true)?);
            cells.extend(answers.into_iter().map(Cell::from));
            Ok(cells)
        };
        rows.into_iter().map(cells).collect()
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
            add_line(&mut part, self.head());
        }
        for cells in self.rows().await? {
            add_line(&mut part, cells.iter().map(Cell::text));
        }
        Ok((!part.is_empty()).then_some(part))
    }

    /// The whole as a sheet of Excel: a file without a name, at its beginning. The rows go into it
    /// as they are read.
    ///
    /// # Errors
    /// The database does not answer, or there is no room for the file.
    pub async fn xlsx(mut self) -> Result<File, Error> {
        let _turn = SHEETS.acquire().await.map_err(|error| Error::Internal(error.into()))?;
        let name = self.texts.get("workspace-registrations");
        let are_times = COLUMNS.map(|(_, is_time)| is_time).into_iter();
        let are_times = are_times.chain(std::iter::repeat(false));
        let heads = self.head().into_iter().zip(are_times).collect::<Vec<_>>();
        let language = self.texts.0;
        let (parts, mut read) = mpsc::channel::<Vec<Vec<Cell>>>(1);
        let written = tokio::task::spawn_blocking(move || {
            let mut sheet = Sheet::new(&name, &heads, language)?;
            while let Some(rows) = read.blocking_recv() {
                sheet.add(&rows)?;
            }
            sheet.finish()
        });
        loop {
            let rows = self.rows().await?;
            // Who writes has given up: why is told below.
            if rows.is_empty() || parts.send(rows).await.is_err() {
                break;
            }
        }
        drop(parts);
        Ok(written.await.map_err(|error| Error::Internal(error.into()))??)
    }

    fn cells(&self, row: Listed) -> Vec<Cell> {
        let zone = self.zones.iter().find(|(starts, _)| *starts == row.date);
        let zone = zone.map_or(TimeZone::UTC, |(_, zone)| zone.clone());
        let at = |time: Timestamp| Cell::At(time.to_zoned_datetime(zone.clone()));
        let [name, email, language, registered] = match row.contact {
            Some(contact) => [
                contact.name.into(),
                contact.email.into(),
                contact.language.code().to_owned().into(),
                at(contact.registered_at),
            ],
            None => [Cell::Nothing, Cell::Nothing, Cell::Nothing, Cell::Nothing],
        };
        vec![
            row.reference.to_string().into(),
            row.name.into(),
            self.texts.get(&format!("ticket-{}", row.kind.code())).into(),
            Cell::Local(row.date),
            self.texts.get(&format!("place-{}", row.state.code())).into(),
            row.here_since.map_or(Cell::Nothing, at),
            name,
            email,
            language,
            registered,
        ]
    }
}
