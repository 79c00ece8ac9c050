//! A list that an organiser brings along: looked at first, added whole or not at all.
//!
//! Each row is a registration of one person. What stands in the list already, or twice in the file,
//! is left out, so that the same file can be brought again. The adding is one transaction: places are
//! taken once for each date and ticket type, by the same guarded UPDATEs as everybody takes them, and
//! rows are written some thousand at a time.

pub mod columns;
pub mod file;
mod rows;

use std::collections::{BTreeMap, HashSet};

use domain::accounts::{Action, Actor};
use domain::events::TicketKind;
use domain::ids::{OccurrenceId, Reference, RegistrationId};
use domain::invalid::{Code, Field};
use domain::language::Language;
use domain::text::fold;
use jiff::{SignedDuration, Timestamp};
use uuid::Uuid;

use super::list::may;
use super::search::{folded_contact, folded_name};
use super::store::bulk::changes;
use super::store::imports::{self as store, NewRow};
use super::store::places::{self, Taker};
use super::{ATTEMPTS, Registrations};
use crate::Error;
use crate::audit::{Act, record};
use crate::events::own::OwnEvent;
use columns::{Column, Places, recognised};
use rows::{Checked, Known, Row};

/// The most rows of a file.
pub const MAX_ROWS: usize = 50_000;

/// How many rows are written by one statement.
const AT_ONCE: usize = 1_000;

/// How long a file waits to be added.
const LIFETIME: SignedDuration = SignedDuration::from_hours(1);

/// How many mistakes are told one by one, and how many rows are shown.
const TOLD: usize = 100;

/// Something that is wrong with a row, or why it is left out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mistake {
    /// The line that the row begins on, from 1.
    pub line: u64,
    /// The column.
    pub column: Column,
    /// What is wrong.
    pub code: Code,
}

/// What would be added.
#[derive(Debug, Clone)]
pub struct Preview {
    /// The id of the file.
    pub id: Uuid,
    /// The head of each of its columns.
    pub head: Vec<String>,
    /// What the columns are taken for.
    pub places: Places,
    /// How many rows there are.
    pub total: usize,
    /// How many of them would be added.
    pub new: usize,
    /// The lines of rows that are in the list already, or stand in the file before; the first of
    /// them, and how many there are.
    pub twice: (Vec<u64>, usize),
    /// What is wrong: the first mistakes, and how many there are.
    pub mistakes: (Vec<Mistake>, usize),
    /// The first people who would be added: name, address.
    pub first: Vec<(String, String)>,
}

impl Registrations {
    /// Keeps a file for the look at it: its id.
    ///
    /// # Errors
    /// `Invalid` if it is no list; else as `authorize` says.
    pub async fn bring(&self, actor: &Actor, event: &OwnEvent, file: &[u8]) -> Result<Uuid, Error> {
        may(actor, Action::ChangeRegistrations, event)?;
        file::read(file).map_err(|code| Error::refused(Field::File, code))?;
        let (organisation, id) = (event.organisation.id, Uuid::now_v7());
        let now = self.context.clock.now();
        let mut tx = self.context.db.begin().await?;
        store::forget(&mut tx, (now - LIFETIME).as_microsecond()).await?;
        let account = actor.account.0;
        let new = store::NewImport { organisation, id, event: event.id, account, file };
        store::insert(&mut tx, &new, now.as_microsecond()).await?;
        tx.commit().await?;
        Ok(id)
    }

    /// What would be added, with the columns that were chosen; none for those that are recognised.
    ///
    /// # Errors
    /// `NotFound` if there is no such file (any more); else as `authorize` says.
    pub async fn preview(
        &self,
        actor: &Actor,
        event: &OwnEvent,
        id: Uuid,
        chosen: Option<&Places>,
        language: Language,
    ) -> Result<Preview, Error> {
        may(actor, Action::ChangeRegistrations, event)?;
        let (table, places, checked) = self.checked(event, id, chosen, language).await?;
        let Checked { rows, twice, mistakes } = checked;
        let shown = rows.iter().take(5);
        Ok(Preview {
            id,
            head: table.head,
            places,
            total: table.rows.len(),
            new: rows.len(),
            first: shown.map(|row| (row.name.clone(), row.email.clone())).collect(),
            twice: (twice.iter().take(TOLD).copied().collect(), twice.len()),
            mistakes: (mistakes.iter().take(TOLD).cloned().collect(), mistakes.len()),
        })
    }

    async fn checked(
        &self,
        event: &OwnEvent,
        id: Uuid,
        chosen: Option<&Places>,
        language: Language,
    ) -> Result<(file::Table, Places, Checked), Error> {
        let (db, organisation) = (&self.context.db, event.organisation.id);
        let file = store::file(db, organisation, event.id, id).await?.ok_or(Error::NotFound)?;
        let there = store::there(db, organisation, event.id).await?;
        let known = self.known(event, there, language).await?;
        let chosen = chosen.cloned();
        // Fifty thousand rows are looked at on a thread that may take its time.
        let work = move || {
            let table = file::read(&file).map_err(|code| Error::refused(Field::File, code))?;
            let places = chosen.unwrap_or_else(|| recognised(&table.head));
            let checked = rows::check(&table, &places, known);
            Ok((table, places, checked))
        };
        tokio::task::spawn_blocking(work).await.map_err(|error| Error::Internal(error.into()))?
    }

    /// What the rows of a file are held against.
    async fn known(
        &self,
        event: &OwnEvent,
        there: Vec<(String, String, String)>,
        language: Language,
    ) -> Result<Known, Error> {
        let (db, organisation) = (&self.context.db, event.organisation.id);
        let (now, mut dates) = (self.context.clock.now().as_microsecond(), BTreeMap::new());
        let mut offered = Vec::new();
        for date in crate::events::store::occurrences(db, organisation, event.id).await? {
            let tickets =
                crate::events::store::tickets(db, organisation, OccurrenceId(date.id)).await?;
            let mut types = BTreeMap::new();
            for ticket in tickets {
                let kind: TicketKind = crate::events::stored(&ticket.kind)?;
                types.insert(kind, ticket.id);
                offered.push(kind);
            }
            let is_open = date.cancelled_at.is_none() && date.starts_at > now;
            dates.insert(date.starts_local, rows::Date { id: date.id, is_open, types });
        }
        offered.sort_unstable();
        offered.dedup();
        let key = |(name, email, date): (String, String, String)| {
            (fold(&name), email.to_ascii_lowercase(), date)
        };
        let there: HashSet<_> = there.into_iter().map(key).collect();
        Ok(Known { dates, offered, there, language })
    }

    /// Adds what is new in a file: how many rows.
    ///
    /// # Errors
    /// `Invalid` if something is wrong with a row, nobody is new, or there are not enough places;
    /// `NotFound` if there is no such file (any more); else as `authorize` says.
    pub async fn import(
        &self,
        actor: &Actor,
        event: &OwnEvent,
        id: Uuid,
        (chosen, mail): (Option<Places>, bool),
        language: Language,
    ) -> Result<usize, Error> {
        may(actor, Action::ChangeRegistrations, event)?;
        let checked = self.checked(event, id, chosen.as_ref(), language).await?.2;
        if !checked.mistakes.is_empty() {
            return Err(Error::refused(Field::File, Code::WrongRows));
        }
        if checked.rows.is_empty() {
            return Err(Error::refused(Field::File, Code::NoRows));
        }
        let (this, event, who) = (self.clone(), event.clone(), actor.account.0.to_string());
        let task = tokio::spawn(async move {
            let mut attempt = 1;
            loop {
                match this.import_once(&event, id, &checked.rows, mail, &who).await {
                    Err(error) if attempt < ATTEMPTS && error.is_transient() => attempt += 1,
                    result => return result,
                }
            }
        });
        task.await.map_err(|error| Error::Internal(error.into()))?
    }

    async fn import_once(
        &self,
        event: &OwnEvent,
        id: Uuid,
        rows: &[Row],
        mail: bool,
        who: &str,
    ) -> Result<usize, Error> {
        let (organisation, now) = (event.organisation.id, self.context.clock.now());
        let micros = now.as_microsecond();
        let parts: Vec<String> = rows.chunks(AT_ONCE).map(|part| self.part_of(part)).collect();
        let mut tx = self.context.db.begin().await?;
        // Who adds the same file at once finds it gone.
        if !store::take(&mut tx, organisation, id).await? {
            return Err(Error::NotFound);
        }
        if !changes::is_announced(&mut tx, organisation, event.id).await? {
            return Err(Error::refused(Field::File, Code::Cancelled));
        }
        let mut wanted: BTreeMap<Uuid, BTreeMap<TicketKind, (Uuid, i64)>> = BTreeMap::new();
        for row in rows {
            let of_date = wanted.entry(row.occurrence).or_default();
            of_date.entry(row.kind).or_insert((row.ticket_type, 0)).1 += 1;
        }
        let (of, taker) = ((organisation, event.id), Taker { now: micros, is_organiser: true });
        for (date, types) in wanted {
            let (date, count) = (OccurrenceId(date), types.values().map(|(_, n)| n).sum());
            let full = || Error::refused(Field::File, Code::Full);
            if !places::take_in_all(&mut tx, of, date, count, taker).await? {
                return Err(full());
            }
            for (ticket_type, count) in types.into_values() {
                let tx = &mut tx;
                if !places::take_of_type(tx, organisation, date, ticket_type, count, taker).await? {
                    return Err(full());
                }
            }
        }
        for part in &parts {
            store::insert_rows(&mut tx, (organisation, event.id), part, micros, mail).await?;
        }
        record(&mut tx, imported(event, who, now, id, rows.len(), mail)).await?;
        tx.commit().await?;
        self.context.changed();
        self.context.mail_queued.notify_one();
        Ok(rows.len())
    }

    /// Some rows, as the statements that write them read them.
    fn part_of(&self, rows: &[Row]) -> String {
        let new = |row: &Row| {
            let id = Uuid::now_v7();
            let token = self.context.secrets.manage_token(RegistrationId(id));
            let reference = Reference::from_random(rand::random()).to_string();
            NewRow {
                id: id.simple().to_string(),
                attendee: Uuid::now_v7().simple().to_string(),
                mail: Uuid::now_v7().simple().to_string(),
                key: Uuid::new_v4().simple().to_string(),
                occurrence: row.occurrence.simple().to_string(),
                ticket_type: row.ticket_type.simple().to_string(),
                token_hash: token.hash().iter().map(|byte| format!("{byte:02x}")).collect(),
                folded_name: folded_name(&row.name, &reference),
                folded_contact: folded_contact(&row.contact, &row.email),
                reference,
                name: row.name.clone(),
                contact: row.contact.clone(),
                email: row.email.clone(),
                language: row.language.code(),
            }
        };
        let rows: Vec<NewRow> = rows.iter().map(new).collect();
        // Text and numbers alone: nothing of it cannot be written.
        serde_json::to_string(&rows).unwrap_or_default()
    }
}

/// One act for the whole file.
fn imported<'a>(
    event: &OwnEvent,
    actor: &'a str,
    at: Timestamp,
    id: Uuid,
    rows: usize,
    mail: bool,
) -> Act<'a> {
    Act {
        organisation: event.organisation.id,
        at,
        actor,
        action: "import",
        object_kind: "event",
        object: event.id.0,
        detail: format!("rows={rows} mail={mail} file={id}"),
    }
}
