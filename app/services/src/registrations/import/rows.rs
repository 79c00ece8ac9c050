//! What the rows of a file say: people who can be added, those who are there already, mistakes.

use std::collections::{BTreeMap, HashSet};

use domain::events::TicketKind;
use domain::invalid::Code;
use domain::language::Language;
use domain::text::{Email, Name, fold};
use jiff::civil::DateTime;
use uuid::Uuid;

use super::Mistake;
use super::columns::{Column, Places, language_words, ticket_words};
use super::file::Table;

/// A date of the event.
pub(super) struct Date {
    pub id: Uuid,
    /// Whether one can register for it.
    pub is_open: bool,
    pub types: BTreeMap<TicketKind, Uuid>,
}

/// What the rows are held against.
pub(super) struct Known {
    /// The dates by when they begin, as they are stored.
    pub dates: BTreeMap<String, Date>,
    /// The ticket types of the event.
    pub offered: Vec<TicketKind>,
    /// Who is there: folded name, address in small letters, date.
    pub there: HashSet<(String, String, String)>,
    /// The language of those whose row says none.
    pub language: Language,
}

/// Somebody who can be added.
#[derive(Debug, Clone)]
pub(super) struct Row {
    pub name: String,
    pub contact: String,
    pub email: String,
    pub occurrence: Uuid,
    pub kind: TicketKind,
    pub ticket_type: Uuid,
    pub language: Language,
}

/// What came of looking at all rows.
#[derive(Debug, Default)]
pub(super) struct Checked {
    pub rows: Vec<Row>,
    /// The lines of those who are there already.
    pub twice: Vec<u64>,
    pub mistakes: Vec<Mistake>,
}

/// Looks at every row.
pub(super) fn check(table: &Table, places: &Places, mut known: Known) -> Checked {
    let mut checked = Checked::default();
    for column in [Column::Name, Column::Email] {
        if !places.contains_key(&column) {
            checked.mistakes.push(Mistake { line: 1, column, code: Code::Required });
        }
    }
    if !checked.mistakes.is_empty() {
        return checked;
    }
    let words = Words {
        tickets: ticket_words(&known.offered),
        languages: language_words(),
        open: known
            .dates
            .iter()
            .filter(|(_, date)| date.is_open)
            .map(|(at, _)| at.clone())
            .collect(),
    };
    for (line, cells) in &table.rows {
        let of_row = OfRow { cells, places };
        match of_row.read(&known, &words) {
            Ok((row, date)) => {
                let key = (fold(&row.name), row.email.to_ascii_lowercase(), date);
                if known.there.insert(key) {
                    checked.rows.push(row);
                } else {
                    checked.twice.push(*line);
                }
            }
            Err(wrong) => {
                let mistake = |(column, code)| Mistake { line: *line, column, code };
                checked.mistakes.extend(wrong.into_iter().map(mistake));
            }
        }
    }
    checked
}

/// What the cells of a file may say.
struct Words {
    tickets: BTreeMap<String, TicketKind>,
    languages: BTreeMap<String, Language>,
    /// The dates that one can register for.
    open: Vec<String>,
}

/// The cells of a row.
struct OfRow<'a> {
    cells: &'a [String],
    places: &'a Places,
}

impl OfRow<'_> {
    fn cell(&self, column: Column) -> &str {
        let at = self.places.get(&column);
        at.and_then(|at| self.cells.get(*at)).map_or("", |cell| cell.trim())
    }

    /// The one who can be added, with when the date begins; or everything that is wrong.
    fn read(&self, known: &Known, words: &Words) -> Result<(Row, String), Vec<(Column, Code)>> {
        let mut wrong = Vec::new();
        let mut keep = |column, code| wrong.push((column, code));
        let name = Name::parse(self.cell(Column::Name));
        let name = name.map_err(|code| keep(Column::Name, code));
        let email = Email::parse(self.cell(Column::Email));
        let email = email.map_err(|code| keep(Column::Email, code));
        let contact = match self.cell(Column::Contact) {
            "" => name.clone(),
            text => Name::parse(text).map_err(|code| keep(Column::Contact, code)),
        };
        let date = self.date(known, words).map_err(|code| keep(Column::Date, code));
        let kind = self.ticket(known, words).map_err(|code| keep(Column::Ticket, code));
        let language = match self.cell(Column::Language) {
            "" => Ok(known.language),
            text => words.languages.get(&fold(text)).copied().ok_or(Code::UnknownChoice),
        };
        let language = language.map_err(|code| keep(Column::Language, code));
        let (Ok(name), Ok(email), Ok(contact), Ok((starts, date)), Ok(kind), Ok(language)) =
            (name, email, contact, date, kind, language)
        else {
            return Err(wrong);
        };
        let Some(ticket_type) = date.types.get(&kind).copied() else {
            return Err(vec![(Column::Ticket, Code::UnknownTicket)]);
        };
        let row = Row {
            name: name.as_str().to_owned(),
            contact: contact.as_str().to_owned(),
            email: email.as_str().to_owned(),
            occurrence: date.id,
            kind,
            ticket_type,
            language,
        };
        Ok((row, starts))
    }

    /// The date that the row names; where it names none, the one that there is.
    fn date<'a>(&self, known: &'a Known, words: &Words) -> Result<(String, &'a Date), Code> {
        let starts = match (self.cell(Column::Date), &words.open[..]) {
            ("", [only]) => only.clone(),
            ("", _) => return Err(Code::Required),
            (text, _) => {
                let date: DateTime = text.parse().map_err(|_| Code::DateTime)?;
                date.to_string()
            }
        };
        match known.dates.get(&starts) {
            Some(date) if date.is_open => Ok((starts, date)),
            Some(_) => Err(Code::Past),
            None => Err(Code::UnknownChoice),
        }
    }

    /// In which capacity they come; where the row does not say it, the one that there is.
    fn ticket(&self, known: &Known, words: &Words) -> Result<TicketKind, Code> {
        match (self.cell(Column::Ticket), &known.offered[..]) {
            ("", [only]) => Ok(*only),
            ("", _) => Err(Code::Required),
            (text, _) => words.tickets.get(&fold(text)).copied().ok_or(Code::UnknownTicket),
        }
    }
}
