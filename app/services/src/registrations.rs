//! Registering for a date, looking at a registration, giving places back.
//!
//! What is scarce: the places of a date (`occurrences.taken`) and of a ticket type on it
//! (`places.taken`). Both are taken by one guarded UPDATE each, which succeeds only while there are
//! enough; a CHECK in the database stands behind them. The UPDATE is also the lock: SQLite has one
//! writer, PostgreSQL holds the row until the end of the transaction. Rows are always taken in the
//! same order (the event, shared; the date; then its ticket types in the order of `TicketKind`), so
//! that no two registrations wait for each other. Giving back takes the same order and needs no
//! guard.
//!
//! A form carries a key. The first request with it makes the registration; the same request again
//! gets the same answer; another request with the same key is refused.
//!
//! The transaction runs in a task of its own: a browser that closes does not stop it half-way.

mod act;
pub mod answers;
pub mod bulk;
pub mod by_hand;
pub mod check_in;
pub mod export;
mod giving_back;
pub mod import;
pub mod list;
pub mod notes;
pub mod one;
mod search;
mod senders;
pub(crate) mod store;
pub mod tags;

use domain::events::{Admission, EventStatus, TicketKind};
use domain::ids::{EventId, OccurrenceId, OrganisationId, Reference, RegistrationId};
use domain::invalid::{Code, Field, Invalid};
use domain::language::Language;
use domain::questions::answers::AnswersDraft;
use domain::registrations::{Draft, RegistrationStatus, Request};
use jiff::Timestamp;
use jiff::civil::DateTime;
use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::audit::record;
use crate::db::Tx;
use crate::events::store::TicketRow;
use crate::events::store::place;
use crate::events::store::rules::WindowRow;
use crate::events::{stored, time, window};
use crate::mail::{self, Kind};
use crate::secrets::ManageToken;
use crate::{Context, Error};
use act::{PARTICIPANT, act};
use answers::Checked;
pub use giving_back::GiveBack;
use senders::Senders;
use store::places::{self, Taker};
use store::{NewAttendee, NewRegistration, TargetRow};

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
    /// What was answered to the questions of the event.
    pub answers: AnswersDraft,
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
}

impl Registrations {
    pub(crate) fn new(context: Context) -> Self {
        Self { context, senders: Senders::new() }
    }

    /// Registers the people of a form: places taken, mail queued, audit written, or nothing at all.
    ///
    /// # Errors
    /// `Invalid` with everything that is wrong at its field; `Busy` if the database did not answer
    /// in time.
    pub async fn register(&self, submission: Submission) -> Result<ManageToken, Error> {
        let this = self.clone();
        let task = tokio::spawn(async move { this.register_whole(&submission).await });
        task.await.map_err(|error| Error::Internal(error.into()))?
    }

    async fn register_whole(&self, submission: &Submission) -> Result<ManageToken, Error> {
        let db = &self.context.db;
        let date = submission.date.to_string();
        let target = store::target(db, &submission.slug, &date).await?;
        let target = target.ok_or_else(|| refused(Code::Unreadable))?;
        let (organisation, occurrence) = target.ids();
        let tickets = crate::events::store::tickets(db, organisation, occurrence).await?;
        // A draft answers as if it were not there, before anything else is said.
        if target.status == EventStatus::Draft.code() {
            return Err(refused(Code::Unreadable));
        }
        let offered: Vec<TicketKind> =
            tickets.iter().map(|ticket| stored(&ticket.kind)).collect::<Result<_, _>>()?;
        let answers = Checked::of(&self.context, &target, submission).await?;
        let (request, answers) = answers::together(submission.draft.check(&offered), answers)?;
        let hash = answers.hashed(hash(&request, submission.language));

        let (request, hash, answers) = (&request, hash.as_slice(), &answers);
        let wanted = Wanted { target: &target, tickets: &tickets, request, hash, answers };
        match self.register_new(submission, &wanted).await {
            Ok(token) => Ok(token),
            // Looked for only now: most forms are sent once. What was registered before stays so,
            // whatever has closed or filled up since.
            Err(error) => {
                match store::by_key(db, organisation, occurrence, submission.key).await? {
                    Some(earlier) => self.again(&earlier, hash),
                    None => Err(error),
                }
            }
        }
    }

    async fn register_new(
        &self,
        submission: &Submission,
        wanted: &Wanted<'_>,
    ) -> Result<ManageToken, Error> {
        wanted.target.admission()?.open(self.context.clock.now()).map_err(refused)?;
        tickets_open(wanted, self.context.clock.now())?;
        let sender = &wanted.request.contact_email;
        if !self.senders.may_send(sender) {
            return Err(Error::Invalid(vec![Invalid::new(Field::ContactEmail, Code::TooOften)]));
        }
        let mut attempt = 1;
        loop {
            match self.register_once(submission, wanted).await {
                Ok(token) => {
                    self.senders.sent(sender);
                    return Ok(token);
                }
                Err(error) if attempt < ATTEMPTS && may_succeed_again(&error) => attempt += 1,
                Err(Error::Invalid(invalid)) if invalid == [FULL] => {
                    return Err(refused(self.why_closed(submission).await?));
                }
                Err(error) => return Err(error),
            }
        }
    }

    /// Why places could not be taken: most often there are too few, but the date may also have
    /// begun or been cancelled since it was looked at.
    async fn why_closed(&self, submission: &Submission) -> Result<Code, Error> {
        let date = submission.date.to_string();
        let target = store::target(&self.context.db, &submission.slug, &date).await?;
        let admission = target.ok_or(Error::NotFound)?.admission()?;
        Ok(admission.open(self.context.clock.now()).err().unwrap_or(Code::Full))
    }

    async fn register_once(
        &self,
        submission: &Submission,
        wanted: &Wanted<'_>,
    ) -> Result<ManageToken, Error> {
        let (organisation, occurrence) = wanted.target.ids();
        let request = wanted.request;
        let now = self.context.clock.now();
        let id = RegistrationId(Uuid::now_v7());
        let token = self.context.secrets.manage_token(id);
        let reference = Reference::from_random(rand::random());
        let new = NewRegistration {
            organisation,
            id,
            event: wanted.target.event_id,
            occurrence,
            reference: reference.as_str(),
            contact_name: request.contact_name.as_str(),
            contact_email: request.contact_email.as_str(),
            language: submission.language.code(),
            key: submission.key,
            request_hash: wanted.hash,
            token_hash: &token.hash(),
            at: now.as_microsecond(),
            source: None,
        };
        let mut tx = self.context.db.begin().await?;
        let taker = Taker { now: now.as_microsecond(), is_organiser: false };
        write(&mut tx, wanted, &new, taker).await?;
        mail::enqueue(&mut tx, organisation, id, Kind::Confirmed, 1, now).await?;
        let detail = format!("attendees={}{}", request.attendees.len(), wanted.answers.detail());
        record(&mut tx, act(PARTICIPANT, organisation, id, now, "register", detail)).await?;
        tx.commit().await?;
        self.context.changed();
        self.context.mail_queued.notify_one();
        Ok(token)
    }

    /// The answer that the form got before.
    fn again(&self, earlier: &store::Earlier, hash: &[u8]) -> Result<ManageToken, Error> {
        if earlier.request_hash == hash {
            Ok(self.context.secrets.manage_token(RegistrationId(earlier.id)))
        } else {
            Err(refused(Code::Reused))
        }
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
        Ok(RegistrationPage {
            online_link,
            ticket_code: self.context.secrets.ticket_code(&reference),
            status: stored(&row.status)?,
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
        })
    }
}

/// A form that can be read, and the date it is for as it was a moment ago.
struct Wanted<'a> {
    target: &'a TargetRow,
    tickets: &'a [TicketRow],
    request: &'a Request,
    hash: &'a [u8],
    answers: &'a Checked,
}

impl Wanted<'_> {
    /// The date's ticket type of this kind.
    fn ticket_type(&self, kind: TicketKind) -> Result<Uuid, Error> {
        let ticket = self.tickets.iter().find(|ticket| ticket.kind == kind.code());
        ticket
            .map(|ticket| ticket.id)
            .ok_or_else(|| Error::Invalid(full_of_type(self.request, kind)))
    }
}

/// Takes the places that the request needs and writes the registration with its attendees, or says
/// why not.
async fn write(
    tx: &mut Tx,
    wanted: &Wanted<'_>,
    new: &NewRegistration<'_>,
    taker: Taker,
) -> Result<(), Error> {
    take_places(tx, wanted, taker).await?;
    store::insert(tx, new).await?;
    for (position, attendee) in (0..).zip(&wanted.request.attendees) {
        let (name, ticket_type) = (attendee.name.as_str(), wanted.ticket_type(attendee.ticket)?);
        let attendee = NewAttendee { of: new, position, name, ticket_type };
        store::insert_attendee(tx, &attendee).await?;
    }
    answers::keep(tx, wanted.answers, new).await
}

/// Takes the places that the request needs, or says why not.
async fn take_places(tx: &mut Tx, wanted: &Wanted<'_>, taker: Taker) -> Result<(), Error> {
    let (organisation, occurrence) = wanted.target.ids();
    let event = (organisation, EventId(wanted.target.event_id));
    let places = wanted.request.places();
    let count = places.values().sum();
    if !places::take_in_all(tx, event, occurrence, count, taker).await? {
        return Err(Error::Invalid(vec![FULL]));
    }
    for (kind, count) in places {
        let ticket_type = wanted.ticket_type(kind)?;
        if !places::take_of_type(tx, organisation, occurrence, ticket_type, count, taker).await? {
            return Err(Error::Invalid(full_of_type(wanted.request, kind)));
        }
    }
    Ok(())
}

/// Every attendee who asked for a ticket type that is not open learns it.
fn tickets_open(wanted: &Wanted<'_>, now: Timestamp) -> Result<(), Error> {
    let Wanted { target, tickets, request, .. } = wanted;
    let starts_at = time(target.starts_at)?;
    let mut wrong = Vec::new();
    for (index, attendee) in request.attendees.iter().enumerate() {
        let code = attendee.ticket.code();
        for ticket in tickets.iter().filter(|ticket| ticket.kind == code) {
            let (opens_at, closes_at) = (ticket.opens_at, ticket.closes_at);
            let window = window(&WindowRow { opens_at, closes_at, closes_hours: None })?;
            if let Err(code) = window.open(starts_at, now) {
                wrong.push(Invalid::new(Field::AttendeeTicket(index), code));
            }
        }
    }
    if wrong.is_empty() { Ok(()) } else { Err(Error::Invalid(wrong)) }
}

/// Every attendee who asked for this ticket type learns that it is full.
fn full_of_type(request: &Request, kind: TicketKind) -> Vec<Invalid> {
    let of_kind = request.attendees.iter().enumerate().filter(|(_, a)| a.ticket == kind);
    of_kind.map(|(i, _)| Invalid::new(Field::AttendeeTicket(i), Code::TicketFull)).collect()
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

/// The same for two requests that ask for the same, in the same language.
fn hash(request: &Request, language: Language) -> Vec<u8> {
    let mut hash = Sha256::new();
    let mut field = |text: &str| {
        hash.update((text.len() as u64).to_be_bytes());
        hash.update(text);
    };
    field(language.code());
    field(request.contact_name.as_str());
    field(request.contact_email.as_str());
    for attendee in &request.attendees {
        field(attendee.name.as_str());
        field(attendee.ticket.code());
    }
    hash.finalize().to_vec()
}

/// The dark modules of a QR code that says this text, row by row; none if it is too long. A quarter
/// of the code may be unreadable (level Q): phones have scratched screens.
#[must_use]
pub fn qr(text: &str) -> Option<Vec<Vec<bool>>> {
    let code = fast_qr::QRBuilder::new(text).ecl(fast_qr::ECL::Q).build().ok()?;
    let row = |y: usize| code[y][..code.size].iter().map(|module| module.value()).collect();
    Some((0..code.size).map(row).collect())
}
