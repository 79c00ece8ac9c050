//! Everything that is kept of a registration, for those whose data it is.
//!
//! What organisers wrote down for themselves is theirs to give: the page says so.

use jiff::Timestamp;
use serde::Serialize;

use super::one::{OwnMail, own_mail};
use super::store::one as store;
use super::{Registrations, store as rows};
use crate::Error;
use crate::audit::Who;
use crate::events::time;
use crate::secrets::ManageToken;

/// A registration as its owners take it away. The names stand in the file.
#[derive(Debug, Clone, Serialize)]
pub struct OwnData {
    /// Its code.
    pub reference: String,
    /// Its state.
    pub state: String,
    /// The event's name in addresses.
    pub event: String,
    /// When the date begins, on the clock of its zone.
    pub date: String,
    /// The contact person's name.
    pub contact_name: String,
    /// The contact person's mail address.
    pub contact_email: String,
    /// The language of the mails.
    pub language: String,
    /// Everyone it was made for.
    pub attendees: Vec<OwnAttendee>,
    /// The mails about it, the first first.
    pub mails: Vec<MailSent>,
    /// What was done to it, the first first.
    pub history: Vec<OwnAct>,
}

/// One of those who come.
#[derive(Debug, Clone, Serialize)]
pub struct OwnAttendee {
    /// The name.
    pub name: String,
    /// The code of the ticket type.
    pub ticket: String,
    /// When the place was given back.
    pub given_back_at: Option<Timestamp>,
    /// When they were checked in.
    pub checked_in_at: Option<Timestamp>,
}

/// A mail that was written.
#[derive(Debug, Clone, Serialize)]
pub struct MailSent {
    /// The code of what it tells.
    pub kind: String,
    /// `pending`, `sending`, `sent` or `dead`.
    pub state: String,
    /// When it was queued, or its end.
    pub at: Timestamp,
}

/// Something that was done.
#[derive(Debug, Clone, Serialize)]
pub struct OwnAct {
    /// When.
    pub at: Timestamp,
    /// The code of what.
    pub what: String,
    /// Whether somebody of the organisation did it.
    pub by_organiser: bool,
}

impl Registrations {
    /// Everything that is kept of the registration behind this link.
    ///
    /// # Errors
    /// `NotFound` if there is none.
    pub async fn own_data(&self, token: &ManageToken) -> Result<OwnData, Error> {
        let db = &self.context.db;
        let row = rows::by_token(db, &token.hash()).await?.ok_or(Error::NotFound)?;
        let ids = (row.organisation_id, row.id);
        let attendee = |person: store::OnePersonRow| {
            Ok(OwnAttendee {
                name: person.name,
                ticket: person.kind,
                given_back_at: person.cancelled_at.map(time).transpose()?,
                checked_in_at: person.checked_in_at.map(time).transpose()?,
            })
        };
        let mail = |row| {
            let OwnMail { kind, status, at, .. } = own_mail(row)?;
            Ok(MailSent { kind: kind.code().to_owned(), state: status, at })
        };
        let people = store::people(db, ids.0, ids.1).await?;
        let mails = store::mails(db, ids.0, ids.1).await?;
        let acts = self.history(ids.0, ids.1).await?;
        let history = acts.into_iter().map(|done| OwnAct {
            at: done.at,
            what: done.action,
            by_organiser: done.by != Who::Participant,
        });
        Ok(OwnData {
            attendees: people.into_iter().map(attendee).collect::<Result<_, Error>>()?,
            mails: mails.into_iter().map(mail).collect::<Result<_, Error>>()?,
            history: history.collect(),
            reference: row.reference,
            state: row.status,
            event: row.slug,
            date: row.starts_local,
            contact_name: row.contact_name,
            contact_email: row.contact_email,
            language: row.language,
        })
    }
}
