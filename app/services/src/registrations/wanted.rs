//! A form that can be read, and the writing of what it asks for.

use domain::events::TicketKind;
use domain::ids::EventId;
use domain::invalid::{Code, Field, Invalid};
use domain::language::Language;
use domain::registrations::Request;
use jiff::Timestamp;
use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::FULL;
use super::store::places::{self, Taker};
use super::store::{self, NewAttendee, NewRegistration, TargetRow};
use crate::Error;
use crate::db::Tx;
use crate::events::store::TicketRow;
use crate::events::store::rules::WindowRow;
use crate::events::{time, window};

/// A form that can be read, and the date it is for as it was a moment ago.
pub(super) struct Wanted<'a> {
    pub target: &'a TargetRow,
    pub tickets: &'a [TicketRow],
    pub request: &'a Request,
    pub hash: &'a [u8],
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
pub(super) async fn write(
    tx: &mut Tx,
    wanted: &Wanted<'_>,
    new: &NewRegistration<'_>,
    taker: Taker,
) -> Result<(), Error> {
    take_places(tx, wanted, taker).await?;
    write_rows(tx, wanted, new).await
}

/// Writes the registration with its attendees.
pub(super) async fn write_rows(
    tx: &mut Tx,
    wanted: &Wanted<'_>,
    new: &NewRegistration<'_>,
) -> Result<(), Error> {
    store::insert(tx, new).await?;
    for (position, attendee) in (0..).zip(&wanted.request.attendees) {
        let (name, ticket_type) = (attendee.name.as_str(), wanted.ticket_type(attendee.ticket)?);
        let attendee = NewAttendee { of: new, position, name, ticket_type };
        store::insert_attendee(tx, &attendee).await?;
    }
    Ok(())
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
pub(super) fn tickets_open(wanted: &Wanted<'_>, now: Timestamp) -> Result<(), Error> {
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
pub(super) fn full_of_type(request: &Request, kind: TicketKind) -> Vec<Invalid> {
    let of_kind = request.attendees.iter().enumerate().filter(|(_, a)| a.ticket == kind);
    of_kind.map(|(i, _)| Invalid::new(Field::AttendeeTicket(i), Code::TicketFull)).collect()
}

/// The same for two requests that ask for the same, in the same language.
pub(super) fn hash(request: &Request, language: Language) -> Vec<u8> {
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
