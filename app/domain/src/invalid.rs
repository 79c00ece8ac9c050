//! What is wrong with an input, and where: codes that a page turns into a sentence.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::events::TicketKind;
use crate::language::Language;
use crate::questions::{AnswerCode, AnswerField, QuestionField};

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
    /// The code from a mail, or of an app.
    SignInCode,
    /// The code from the mail to a new address.
    OtherCode,
    /// What someone is to be in an organisation.
    Role,
    /// A note about a registration.
    Note,
    /// A tag of a registration.
    Tag,
    /// What is done to many registrations, as a whole.
    Bulk,
    /// The date that registrations move to.
    MoveTo,
    /// The subject of a mail to many.
    LetterSubject,
    /// The text of a mail to many.
    LetterText,
    /// The date that somebody is added to.
    AddedDate,
    /// The language of somebody who is added.
    AddedLanguage,
    /// A file with registrations.
    File,
    /// The title of an event.
    Title,
    /// What an event is, in one or two sentences.
    Summary,
    /// What an event is, at length.
    Description,
    /// The name of the place.
    Venue,
    /// The language of a text.
    TextLanguage,
    /// Category and discipline of an event.
    Discipline,
    /// The event that a new one begins with.
    StartFrom,
    /// What is carried over from it.
    Carry,
    /// The address of the place.
    Address,
    /// The latitude of the place.
    Latitude,
    /// The longitude of the place.
    Longitude,
    /// The event's own pages.
    Website,
    /// The languages spoken at an event.
    Spoken,
    /// The programme areas of an event.
    ProgrammeAreas,
    /// The action areas of an event.
    ActionAreas,
    /// The beginning of a date.
    Starts,
    /// The end of a date.
    Ends,
    /// The time zone of a date.
    Zone,
    /// The places of a date.
    Capacity,
    /// The ticket types of an event as a whole.
    Tickets,
    /// Whether this ticket type is offered.
    TicketOffered(TicketKind),
    /// The places of this ticket type.
    TicketCapacity(TicketKind),
    /// Where an event is held: at a place, online, or both.
    Held,
    /// The link of what is held online.
    OnlineLink,
    /// What is known of the place.
    Access,
    /// How one gets to the place, in this language.
    Directions(Language),
    /// When registration opens.
    Opens,
    /// When registration closes.
    Closes,
    /// How many hours before a date begins registration closes.
    ClosesHours,
    /// The time zone of opening and closing.
    RulesZone,
    /// Until how many hours before a date begins places can be given back.
    Returns,
    /// When this ticket type opens.
    TicketOpens(TicketKind),
    /// When this ticket type closes.
    TicketCloses(TicketKind),
    /// When a draft is to be published.
    PublishAt,
    /// The state of an event.
    Status,
    /// What an organisation is called.
    OrganisationName,
    /// What an organisation does, in one or two sentences.
    OrganisationSummary,
    /// What an organisation does, at length.
    OrganisationDescription,
    /// What sort of body an organisation is.
    OrganisationKind,
    /// Where people can write to.
    OrganisationEmail,
    /// The link of an organisation at this index, from 0.
    Link(usize),
    /// The file of a picture.
    PictureFile,
    /// What is to be seen on a picture, in this language.
    PictureAlt(Language),
    /// What matters of a picture, from left to right.
    FocusX,
    /// What matters of a picture, from top to bottom.
    FocusY,
    /// An answer.
    Answer(AnswerField),
    /// A field of the form that writes a question.
    Question(QuestionField),
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
            Self::OtherCode => formatter.write_str("other-code"),
            Self::Role => formatter.write_str("role"),
            Self::Note => formatter.write_str("note"),
            Self::Tag => formatter.write_str("tag"),
            Self::Bulk => formatter.write_str("bulk"),
            Self::MoveTo => formatter.write_str("move-to"),
            Self::LetterSubject => formatter.write_str("letter-subject"),
            Self::LetterText => formatter.write_str("letter-text"),
            Self::AddedDate => formatter.write_str("added-date"),
            Self::AddedLanguage => formatter.write_str("added-language"),
            Self::File => formatter.write_str("file"),
            Self::Title => formatter.write_str("event-title"),
            Self::Summary => formatter.write_str("event-summary"),
            Self::Description => formatter.write_str("event-description"),
            Self::Venue => formatter.write_str("event-venue"),
            Self::TextLanguage => formatter.write_str("event-language"),
            Self::Discipline => formatter.write_str("event-discipline"),
            Self::StartFrom => formatter.write_str("event-from"),
            Self::Carry => formatter.write_str("event-carry"),
            Self::Address => formatter.write_str("event-address"),
            Self::Latitude => formatter.write_str("event-latitude"),
            Self::Longitude => formatter.write_str("event-longitude"),
            Self::Website => formatter.write_str("event-website"),
            Self::Spoken => formatter.write_str("event-spoken"),
            Self::ProgrammeAreas => formatter.write_str("event-programme"),
            Self::ActionAreas => formatter.write_str("event-action"),
            Self::Starts => formatter.write_str("date-starts"),
            Self::Ends => formatter.write_str("date-ends"),
            Self::Zone => formatter.write_str("date-zone"),
            Self::Capacity => formatter.write_str("date-capacity"),
            Self::Tickets => formatter.write_str("event-tickets"),
            Self::TicketOffered(kind) => write!(formatter, "ticket-{}-offered", kind.code()),
            Self::TicketCapacity(kind) => write!(formatter, "ticket-{}-capacity", kind.code()),
            Self::Held => formatter.write_str("place-held"),
            Self::OnlineLink => formatter.write_str("place-link"),
            Self::Access => formatter.write_str("place-access"),
            Self::Directions(language) => write!(formatter, "directions-{}", language.code()),
            Self::Opens => formatter.write_str("rules-opens"),
            Self::Closes => formatter.write_str("rules-closes"),
            Self::ClosesHours => formatter.write_str("rules-closes-hours"),
            Self::RulesZone => formatter.write_str("rules-zone"),
            Self::Returns => formatter.write_str("rules-returns"),
            Self::TicketOpens(kind) => write!(formatter, "ticket-{}-opens", kind.code()),
            Self::TicketCloses(kind) => write!(formatter, "ticket-{}-closes", kind.code()),
            Self::PublishAt => formatter.write_str("publish-at"),
            Self::Status => formatter.write_str("event-status"),
            Self::OrganisationName => formatter.write_str("organisation-name"),
            Self::OrganisationSummary => formatter.write_str("organisation-summary"),
            Self::OrganisationDescription => formatter.write_str("organisation-description"),
            Self::OrganisationKind => formatter.write_str("organisation-kind"),
            Self::OrganisationEmail => formatter.write_str("organisation-email"),
            Self::Link(index) => write!(formatter, "link-{index}"),
            Self::PictureFile => formatter.write_str("picture-file"),
            Self::PictureAlt(language) => write!(formatter, "picture-alt-{}", language.code()),
            Self::FocusX => formatter.write_str("picture-focus-x"),
            Self::FocusY => formatter.write_str("picture-focus-y"),
            Self::Answer(field) => field.fmt(formatter),
            Self::Question(field) => field.fmt(formatter),
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
    /// Registration is not open yet.
    NotYetOpen,
    /// Registration closed before the date begins.
    Closed,
    /// This ticket type is not open yet, or closed.
    TicketClosed,
    /// Places are not given back by participants themselves, or not any more.
    ReturnsOver,
    /// Not a whole number of hours in its range.
    Hours,
    /// It closes before it opens.
    ClosesBeforeOpening,
    /// A time that does not lie ahead.
    TimePassed,
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
    /// Not a code of the app, or one that was used.
    WrongAppCode,
    /// Too many codes were typed or asked for in a short time.
    TooManyTries,
    /// The address that they have already.
    SameAddress,
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
    /// More characters than this field may have.
    OverLimit,
    /// Not an address of a page that begins with `https://`.
    Website,
    /// Not a number of degrees in its range.
    Degrees,
    /// Not a whole number of places in its range.
    Places,
    /// Fewer places than are taken.
    BelowTaken,
    /// Not a day and a time.
    DateTime,
    /// It ends before it begins.
    EndsBeforeStart,
    /// No time zone of this name.
    UnknownZone,
    /// Another date of the event begins at this time.
    SameTime,
    /// As many dates as an event may have.
    TooManyDates,
    /// People registered: it is not taken away.
    HasRegistrations,
    /// What is announced keeps its dates: they are cancelled, never deleted.
    Announced,
    /// The last text of an event.
    LastText,
    /// Something that has to be there before an event is published is missing.
    NotReady,
    /// Somebody else changed it in the meantime: nothing was changed.
    Stale,
    /// The last language of an organisation.
    LastLanguage,
    /// Not a picture of a kind that is taken.
    PictureKind,
    /// A picture that breaks off, or is damaged.
    PictureBroken,
    /// A file of more octets than allowed.
    PictureLarge,
    /// A picture of more points than allowed.
    PicturePixels,
    /// A picture that moves.
    PictureMoves,
    /// As many pictures as an organisation may have.
    PictureQuota,
    /// Not a whole number from 0 to 100.
    Percent,
    /// As many tags as an event may have.
    TooManyTags,
    /// Somebody has the tag: it is not deleted.
    TagInUse,
    /// A file without a row under its head, or in which nobody is new.
    NoRows,
    /// A file that is longer than may be, or has more rows.
    LongFile,
    /// A file that is no table of text.
    NoTable,
    /// A file in which something is wrong with a row.
    WrongRows,
    /// Nobody was chosen.
    NobodyChosen,
    /// Something in braces that is none of the words that are filled in.
    UnknownPlaceholder,
    /// What can be wrong with an answer or a question.
    Answer(AnswerCode),
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
        Self::NotYetOpen,
        Self::Closed,
        Self::TicketClosed,
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
            Self::NotYetOpen => "invalid-not-yet-open",
            Self::Closed => "invalid-closed",
            Self::TicketClosed => "invalid-ticket-closed",
            Self::ReturnsOver => "invalid-returns-over",
            Self::Hours => "invalid-hours",
            Self::ClosesBeforeOpening => "invalid-closes-before-opening",
            Self::TimePassed => "invalid-time-passed",
            Self::Cancelled => "invalid-cancelled",
            Self::Postponed => "invalid-postponed",
            Self::Reused => "invalid-reused",
            Self::TooOften => "invalid-too-often",
            Self::Unreadable => "invalid-unreadable",
            Self::Busy => "invalid-busy",
            Self::LinkOver => "invalid-link-over",
            Self::OtherBrowser => "invalid-other-browser",
            Self::WrongCode => "invalid-wrong-code",
            Self::WrongAppCode => "invalid-wrong-app-code",
            Self::TooManyTries => "invalid-too-many-tries",
            Self::SameAddress => "invalid-same-address",
            Self::UnknownChoice => "invalid-unknown-choice",
            Self::AlreadyMember => "invalid-already-member",
            Self::LastOwner => "invalid-last-owner",
            Self::OtherAddress => "invalid-other-address",
            Self::NotComing => "invalid-not-coming",
            Self::MailUnderWay => "invalid-mail-under-way",
            Self::LongNote => "invalid-long-note",
            Self::OverLimit => "invalid-over-limit",
            Self::Website => "invalid-website",
            Self::Degrees => "invalid-degrees",
            Self::Places => "invalid-places",
            Self::BelowTaken => "invalid-below-taken",
            Self::DateTime => "invalid-date-time",
            Self::EndsBeforeStart => "invalid-ends-before-start",
            Self::UnknownZone => "invalid-unknown-zone",
            Self::SameTime => "invalid-same-time",
            Self::TooManyDates => "invalid-too-many-dates",
            Self::HasRegistrations => "invalid-has-registrations",
            Self::Announced => "invalid-announced",
            Self::LastText => "invalid-last-text",
            Self::NotReady => "invalid-not-ready",
            Self::Stale => "invalid-stale",
            Self::LastLanguage => "invalid-last-language",
            Self::PictureKind => "invalid-picture-kind",
            Self::PictureBroken => "invalid-picture-broken",
            Self::PictureLarge => "invalid-picture-large",
            Self::PicturePixels => "invalid-picture-pixels",
            Self::PictureMoves => "invalid-picture-moves",
            Self::PictureQuota => "invalid-picture-quota",
            Self::Percent => "invalid-percent",
            Self::TooManyTags => "invalid-too-many-tags",
            Self::TagInUse => "invalid-tag-in-use",
            Self::NoRows => "invalid-no-rows",
            Self::LongFile => "invalid-long-file",
            Self::NoTable => "invalid-no-table",
            Self::WrongRows => "invalid-wrong-rows",
            Self::NobodyChosen => "invalid-nobody-chosen",
            Self::UnknownPlaceholder => "invalid-unknown-placeholder",
            Self::Answer(code) => code.key(),
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
