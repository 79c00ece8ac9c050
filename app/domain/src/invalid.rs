//! What is wrong with an input, and where: codes that a page turns into a sentence.

use std::fmt;

use serde::{Deserialize, Serialize};

/// A field of a form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Field {
    /// The form as a whole.
    Form,
    /// The contact person's name.
    ContactName,
    /// The contact person's mail address.
    ContactEmail,
    /// The list of attendees as a whole.
    Attendees,
    /// The name of the attendee at this index, from 0.
    AttendeeName(usize),
    /// The ticket type of the attendee at this index, from 0.
    AttendeeTicket(usize),
    /// The address of someone who signs in or is invited.
    Email,
    /// The code from a mail.
    SignInCode,
    /// What someone is to be in an organisation.
    Role,
    /// A note about a registration.
    Note,
}

/// The element's id in the page, so that an error can link to its field.
impl fmt::Display for Field {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Form => formatter.write_str("register"),
            Self::ContactName => formatter.write_str("contact-name"),
            Self::ContactEmail => formatter.write_str("contact-email"),
            Self::Attendees => formatter.write_str("attendees"),
            Self::AttendeeName(index) => write!(formatter, "attendee-{index}-name"),
            Self::AttendeeTicket(index) => write!(formatter, "attendee-{index}-ticket"),
            Self::Email => formatter.write_str("email"),
            Self::SignInCode => formatter.write_str("code"),
            Self::Role => formatter.write_str("role"),
            Self::Note => formatter.write_str("note"),
        }
    }
}

/// Why an input is refused. Each code has a sentence `invalid-<code>` in every language.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Code {
    /// Nothing was given.
    Required,
    /// More characters than allowed.
    TooLong,
    /// Control characters or marks that turn the writing direction.
    Control,
    /// No letter and no digit.
    NoLetters,
    /// Not of the form of a mail address.
    Email,
    /// A mail address with letters outside ASCII.
    EmailAscii,
    /// No attendee, or more than one registration may hold.
    AttendeeCount,
    /// Not a ticket type of this event.
    UnknownTicket,
    /// Fewer places of this ticket type are left than are asked for.
    TicketFull,
    /// Fewer places are left in all than are asked for.
    Full,
    /// The date has begun or is over.
    Past,
    /// The event or the date is cancelled.
    Cancelled,
    /// The event is postponed: its new date is not known.
    Postponed,
    /// The form was sent before, with other values.
    Reused,
    /// Too many registrations with this address in a short time.
    TooOften,
    /// The form could not be read, or is from another page.
    Unreadable,
    /// The server could not answer in time: nothing was changed.
    Busy,
    /// The link was used, is too old, or was replaced by a later one.
    LinkOver,
    /// The link was opened in another browser than the one that asked for it.
    OtherBrowser,
    /// Not the code in the mail.
    WrongCode,
    /// None of the choices.
    UnknownChoice,
    /// They are a member already.
    AlreadyMember,
    /// An organisation needs an owner.
    LastOwner,
    /// The invitation is for another address than that of the one who is signed in.
    OtherAddress,
    /// They gave their place back, or never had one.
    NotComing,
    /// A mail about the same is waiting to be sent.
    MailUnderWay,
    /// A note of more characters than allowed.
    LongNote,
}

impl Code {
    /// Those that the registration form can have.
    pub const OF_REGISTRATION: &'static [Self] = &[
        Self::Required,
        Self::TooLong,
        Self::Control,
        Self::NoLetters,
        Self::Email,
        Self::EmailAscii,
        Self::AttendeeCount,
        Self::UnknownTicket,
        Self::TicketFull,
        Self::Full,
        Self::Past,
        Self::Cancelled,
        Self::Postponed,
        Self::Reused,
        Self::TooOften,
        Self::Unreadable,
        Self::Busy,
    ];

    /// The Fluent key of its sentence.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Required => "invalid-required",
            Self::TooLong => "invalid-too-long",
            Self::Control => "invalid-control",
            Self::NoLetters => "invalid-no-letters",
            Self::Email => "invalid-email",
            Self::EmailAscii => "invalid-email-ascii",
            Self::AttendeeCount => "invalid-attendee-count",
            Self::UnknownTicket => "invalid-unknown-ticket",
            Self::TicketFull => "invalid-ticket-full",
            Self::Full => "invalid-full",
            Self::Past => "invalid-past",
            Self::Cancelled => "invalid-cancelled",
            Self::Postponed => "invalid-postponed",
            Self::Reused => "invalid-reused",
            Self::TooOften => "invalid-too-often",
            Self::Unreadable => "invalid-unreadable",
            Self::Busy => "invalid-busy",
            Self::LinkOver => "invalid-link-over",
            Self::OtherBrowser => "invalid-other-browser",
            Self::WrongCode => "invalid-wrong-code",
            Self::UnknownChoice => "invalid-unknown-choice",
            Self::AlreadyMember => "invalid-already-member",
            Self::LastOwner => "invalid-last-owner",
            Self::OtherAddress => "invalid-other-address",
            Self::NotComing => "invalid-not-coming",
            Self::MailUnderWay => "invalid-mail-under-way",
            Self::LongNote => "invalid-long-note",
        }
    }
}

/// One thing that is wrong with an input.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Invalid {
    /// Where.
    pub field: Field,
    /// What.
    pub code: Code,
}

impl Invalid {
    /// This field is refused for this reason.
    #[must_use]
    pub const fn new(field: Field, code: Code) -> Self {
        Self { field, code }
    }
}
