//! One contact person's booking: what may be asked for, and in which states it can be.
//!
//! `Draft` is what people typed; `Request` is what passed every rule that needs no database. The
//! page's form, its island and the HTTP interface all go through `Draft::check`.

pub mod bulk;
pub mod letters;
pub mod shield;
pub mod states;
pub mod tags;
pub mod waitlist;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::codes::codes;
use crate::events::TicketKind;
use crate::invalid::{Code, Field, Invalid};
use crate::text::{Email, Name};

codes! {
    /// The state of a registration.
    RegistrationStatus {
        /// Waits for the contact person to confirm the address.
        PendingEmail = "pending-email",
        /// Waits for an organiser.
        PendingApproval = "pending-approval",
        /// Waits for places.
        Waitlisted = "waitlisted",
        /// Has places for a while, if accepted.
        Offered = "offered",
        /// Has its places.
        Confirmed = "confirmed",
        /// An organiser said no.
        Declined = "declined",
        /// Given back by the contact person or an organiser.
        Cancelled = "cancelled",
        /// An offer or a wait ran out.
        Expired = "expired",
    }
}

/// The most attendees that one registration may hold.
pub const MAX_ATTENDEES: usize = 10;

/// The most characters of what an organiser says who declines a registration.
pub const MAX_REASON: usize = 500;

/// Why an organiser says no; empty where they do not say it.
///
/// # Errors
/// It is too long, or holds what cannot be seen.
pub fn parse_reason(text: &str) -> Result<String, Code> {
    crate::events::drafts::paragraphs(text, MAX_REASON)
}

/// A registration as it was typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draft {
    /// The contact person's name.
    pub contact_name: String,
    /// The contact person's mail address.
    pub contact_email: String,
    /// The attendees, in the order of the form.
    pub attendees: Vec<AttendeeDraft>,
}

/// An attendee as they were typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct AttendeeDraft {
    /// The name.
    pub name: String,
    /// The code of the ticket type.
    pub ticket: String,
}

/// A registration that passed every rule that needs no database.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Request {
    /// The contact person's name.
    pub contact_name: Name,
    /// The contact person's mail address.
    pub contact_email: Email,
    /// One to [`MAX_ATTENDEES`] attendees.
    pub attendees: Vec<Attendee>,
}

/// An attendee that passed every rule that needs no database.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attendee {
    /// The name.
    pub name: Name,
    /// In which capacity they come.
    pub ticket: TicketKind,
}

impl Draft {
    /// What this draft asks for, among the ticket types that the event offers.
    ///
    /// # Errors
    /// Everything that is wrong with it, in the order of the form.
    pub fn check(&self, offered: &[TicketKind]) -> Result<Request, Vec<Invalid>> {
        let mut invalid = Vec::new();
        let mut keep = |field, result: Result<(), Code>| {
            if let Err(code) = result {
                invalid.push(Invalid::new(field, code));
            }
        };
        let contact_name = Name::parse(&self.contact_name);
        keep(Field::ContactName, contact_name.as_ref().map(drop).map_err(|code| *code));
        let contact_email = Email::parse(&self.contact_email);
        keep(Field::ContactEmail, contact_email.as_ref().map(drop).map_err(|code| *code));
        if !(1..=MAX_ATTENDEES).contains(&self.attendees.len()) {
            keep(Field::Attendees, Err(Code::AttendeeCount));
        }
        let mut attendees = Vec::new();
        for (index, attendee) in self.attendees.iter().take(MAX_ATTENDEES).enumerate() {
            let name = Name::parse(&attendee.name);
            keep(Field::AttendeeName(index), name.as_ref().map(drop).map_err(|code| *code));
            let ticket = ticket(&attendee.ticket, offered);
            keep(Field::AttendeeTicket(index), ticket.map(drop));
            if let (Ok(name), Ok(ticket)) = (name, ticket) {
                attendees.push(Attendee { name, ticket });
            }
        }
        match (contact_name, contact_email, invalid.is_empty()) {
            (Ok(contact_name), Ok(contact_email), true) => {
                Ok(Request { contact_name, contact_email, attendees })
            }
            _ => Err(invalid),
        }
    }
}

/// The ticket type with this code, if the event offers it.
///
/// # Errors
/// Nothing was chosen, or something that is not offered.
pub fn ticket(code: &str, offered: &[TicketKind]) -> Result<TicketKind, Code> {
    if code.is_empty() {
        return Err(Code::Required);
    }
    code.parse().ok().filter(|kind| offered.contains(kind)).ok_or(Code::UnknownTicket)
}

impl Request {
    /// How many places of each ticket type are asked for, in a fixed order: whoever counts places
    /// does it in this order, so that two registrations never wait for each other.
    #[must_use]
    pub fn places(&self) -> BTreeMap<TicketKind, i64> {
        let mut places = BTreeMap::new();
        for attendee in &self.attendees {
            *places.entry(attendee.ticket).or_default() += 1;
        }
        places
    }
}

#[cfg(test)]
mod tests {
    use super::{AttendeeDraft, Draft};
    use crate::events::TicketKind::{Player, Spectator};
    use crate::invalid::{Code, Field, Invalid};

    fn draft(attendees: usize) -> Draft {
        let attendee = AttendeeDraft { name: "Ada".into(), ticket: "player".into() };
        Draft {
            contact_name: "Ada".into(),
            contact_email: "ada@example.org".into(),
            attendees: vec![attendee; attendees],
        }
    }

    #[track_caller]
    fn assert_refused(draft: &Draft, field: Field, code: Code) {
        assert_eq!(draft.check(&[Player, Spectator]), Err(vec![Invalid::new(field, code)]));
    }

    #[test]
    fn one_to_ten_attendees_make_a_request() {
        for count in 1..=10 {
            let request = draft(count).check(&[Player, Spectator]).expect("a request");
            assert_eq!(request.places().into_iter().collect::<Vec<_>>(), [(Player, count as i64)]);
        }
        for count in [0, 11, 1000] {
            assert_refused(&draft(count), Field::Attendees, Code::AttendeeCount);
        }
    }

    #[test]
    fn a_ticket_type_must_be_offered() {
        let mut wrong = draft(2);
        wrong.attendees[1].ticket = "media".into();
        assert_refused(&wrong, Field::AttendeeTicket(1), Code::UnknownTicket);
        wrong.attendees[1].ticket = String::new();
        assert_refused(&wrong, Field::AttendeeTicket(1), Code::Required);
    }

    #[test]
    fn everything_that_is_wrong_is_named_in_the_order_of_the_form() {
        let empty = Draft { attendees: vec![AttendeeDraft::default()], ..Draft::default() };
        let fields: Vec<Field> =
            empty.check(&[Player]).expect_err("nothing given").iter().map(|i| i.field).collect();
        let expected = [
            Field::ContactName,
            Field::ContactEmail,
            Field::AttendeeName(0),
            Field::AttendeeTicket(0),
        ];
        assert_eq!(fields, expected);
    }
}
