//! Registering for a date, looking at a registration, giving places back.
//!
//! What is scarce: the places of a date (`occurrences.taken`) and of a ticket type on it
//! (`places.taken`). Both are taken by one guarded UPDATE each, which succeeds only while there are
//! enough; a CHECK in the database stands behind them. The UPDATE is also the lock: SQLite has one
//! writer, PostgreSQL holds the row until the end of the transaction. Rows are always taken in the
//! same order (the event, shared; the date; then its ticket types in the order of `TicketKind`), so
//! that no two registrations wait for each other. Giving back takes the same order and needs no
//! guard. Which states there are and what leads from one to another is the table in
//! `domain::registrations::states`; `states` does what it says, `waitlist` offers what is free.
//!
//! A form carries a key. The first request with it makes the registration; the same request again
//! gets the same answer; another request with the same key is refused.
//!
//! The transaction runs in a task of its own: a browser that closes does not stop it half-way.

mod act;
pub mod bulk;
pub mod by_hand;
pub mod check_in;
mod deciding;
pub mod export;
mod giving_back;
pub mod import;
pub mod list;
pub mod notes;
pub mod one;
mod registering;
mod roll;
mod search;
mod senders;
mod states;
pub(crate) mod store;
pub mod tags;
pub mod waitlist;
mod wanted;

use domain::events::choices::Confirms;
use domain::events::{Admission, EventStatus, TicketKind};
use domain::ids::{EventId, OccurrenceId, OrganisationId, Reference, RegistrationId};
use domain::invalid::{Code, Field, Invalid};
use domain::language::Language;
use domain::registrations::{Draft, RegistrationStatus};
use jiff::Timestamp;
use jiff::civil::DateTime;
use uuid::Uuid;

use crate::events::store::{choices, place};
use crate::events::{stored, time, window};
use crate::secrets::ManageToken;
use crate::{Context, Error};
pub use giving_back::GiveBack;
use roll::Rolls;
use senders::Senders;
use store::TargetRow;
use waitlist::Position;
use wanted::{Wanted, hash, write};

/// How often a transaction is begun again after it met another one.
const ATTEMPTS: usize = 4;

/// The date did not give the places.
const FULL: Invalid = Invalid::new(Field::Form, Code::Full);

/// A form that was sent.
#[derive(Debug, Clone)]
pub struct Submission {
    /// The event.
    pub slug: String,
    /// Which of its dates: when it begins, on the clock of its zone.
    pub date: DateTime,
    /// The key of the form.
    pub key: Uuid,
    /// The language of the page, and so of the mails.
    pub language: Language,
    /// What was typed.
    pub draft: Draft,
    /// What they say for the case that they have to wait.
    pub wish: Wish,
}

/// What those who wait would be content with.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Wish {
    /// Whether some of them would come without the others.
    pub partly: bool,
    /// Other dates of the event that would do.
    pub also: Vec<DateTime>,
}

/// A registration as its manage page shows it.
#[derive(Debug, Clone)]
pub struct RegistrationPage {
    /// What it is called when people talk about it.
    pub reference: Reference,
    /// What its QR code says.
    pub ticket_code: String,
    /// Its state.
    pub status: RegistrationStatus,
    /// The contact person's name.
    pub contact_name: String,
    /// The contact person's mail address.
    pub contact_email: String,
    /// Everyone it was made for.
    pub attendees: Vec<Attendee>,
    /// The slug of the event.
    pub slug: String,
    /// The date: when it begins, on the clock of its zone.
    pub date: DateTime,
    /// The link to what is held online, while they have a place in it.
    pub online_link: Option<String>,
    /// When its state runs out, if it does.
    pub until: Option<Timestamp>,
    /// Why an organiser said no, if one did and said it.
    pub reason: Option<String>,
    /// Whether some of those who wait would come without the others.
    pub partly: bool,
    /// Where it stands in the queues, if it waits.
    pub positions: Vec<Position>,
    /// Whether what is offered is accepted by the link in the mail alone.
    pub by_mail: bool,
}

/// One person in a registration.
#[derive(Debug, Clone)]
pub struct Attendee {
    /// The place in the list, from 0; stays when others leave.
    pub position: i64,
    /// The name.
    pub name: String,
    /// In which capacity they come.
    pub kind: TicketKind,
    /// Whether the place was given back.
    pub cancelled: bool,
}

/// Registering, and what follows.
#[derive(Clone)]
pub struct Registrations {
    context: Context,
    senders: Senders,
    rolls: Rolls,
}

impl Registrations {
    pub(crate) fn new(context: Context) -> Self {
        Self { context, senders: Senders::new(), rolls: Rolls::new() }
    }

    /// The registration behind this link.
    ///
    /// # Errors
    /// `NotFound` if there is none.
    pub async fn find(&self, token: &ManageToken) -> Result<RegistrationPage, Error> {
        let row = store::by_token(&self.context.db, &token.hash()).await?.ok_or(Error::NotFound)?;
        let attendees = store::attendees(&self.context.db, row.organisation_id, row.id).await?;
        let attendee = |row: store::AttendeeRow| {
            Ok(Attendee {
                position: row.position,
                name: row.name,
                kind: stored(&row.kind)?,
                cancelled: row.cancelled_revision.is_some(),
            })
        };
        let (organisation, id) = (OrganisationId(row.organisation_id), RegistrationId(row.id));
        let online_link = place::link_for(&self.context.db, organisation, id).await?;
        let reference = Reference::from_stored(row.reference);
        let status: RegistrationStatus = stored(&row.status)?;
        let positions = match status {
            RegistrationStatus::Waitlisted => self.positions(row.organisation_id, row.id).await?,
            _ => Vec::new(),
        };
        let by_mail = match status {
            RegistrationStatus::Offered => {
                let (db, event) = (&self.context.db, EventId(row.event_id));
                let choices = choices::choices(db, organisation, event).await?.read()?;
                choices.confirms == Confirms::Address
            }
            _ => false,
        };
        Ok(RegistrationPage {
            until: row.expires_at.map(time).transpose()?,
            reason: row.reason,
            partly: row.partly,
            positions,
            by_mail,
            online_link,
            ticket_code: self.context.secrets.ticket_code(&reference),
            status,
            date: row
                .starts_local
                .parse()
                .map_err(|error: jiff::Error| Error::Internal(error.into()))?,
            reference,
            contact_name: row.contact_name,
            contact_email: row.contact_email,
            attendees: attendees.into_iter().map(attendee).collect::<Result<_, Error>>()?,
            slug: row.slug,
        })
    }
}

impl TargetRow {
    fn ids(&self) -> (OrganisationId, OccurrenceId) {
        (OrganisationId(self.organisation_id), OccurrenceId(self.occurrence_id))
    }

    fn admission(&self) -> Result<Admission, Error> {
        Ok(Admission {
            event: stored::<EventStatus>(&self.status)?,
            date_cancelled: self.cancelled_at.is_some(),
            starts_at: time(self.starts_at)?,
            window: window(&self.window)?,
            capacity: self.capacity,
            taken: self.taken,
            waiting: self.waiting,
            waitlist: self.choices.waitlist,
            hides_places: self.choices.hides_places,
        })
    }
}

fn refused(code: Code) -> Error {
    Error::Invalid(vec![Invalid::new(Field::Form, code)])
}

/// A registration that met itself (the same key at once) or another with its reference, or a
/// transaction that the database gave up.
fn may_succeed_again(error: &Error) -> bool {
    let is_unique = |error: &anyhow::Error| {
        error
            .downcast_ref::<sqlx::Error>()
            .and_then(|error| error.as_database_error())
            .is_some_and(|error| error.is_unique_violation())
    };
    error.is_transient() || matches!(error, Error::Internal(error) if is_unique(error))
}

/// The dark modules of a QR code that says this text, row by row; none if it is too long. A quarter
/// of the code may be unreadable (level Q): phones have scratched screens.
#[must_use]
pub fn qr(text: &str) -> Option<Vec<Vec<bool>>> {
    let code = fast_qr::QRBuilder::new(text).ecl(fast_qr::ECL::Q).build().ok()?;
    let row = |y: usize| code[y][..code.size].iter().map(|module| module.value()).collect();
    Some((0..code.size).map(row).collect())
}
