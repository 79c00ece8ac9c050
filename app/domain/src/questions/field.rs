//! Fields of questions and answers, and what can be wrong with them.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::language::Language;

/// Where an answer is given: of the attendee at this index, or of the registration.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct AnswerField {
    /// The attendee, from 0; none for the registration.
    pub attendee: Option<usize>,
    /// The number of the question.
    pub question: u16,
}

/// The element's id in the page.
impl fmt::Display for AnswerField {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.attendee {
            Some(index) => write!(formatter, "attendee-{index}-answer-{}", self.question),
            None => write!(formatter, "answer-{}", self.question),
        }
    }
}

/// A field of the form that writes a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum QuestionField {
    /// What sort of answer is asked for.
    Kind,
    /// Of whom it is asked.
    Of,
    /// Of which ticket type alone.
    Ticket,
    /// Whether answers are sealed.
    Sensitive,
    /// On which answer it depends.
    Condition,
    /// The question in this language.
    Label(Language),
    /// What helps to answer it, in this language.
    Hint(Language),
    /// What is consented to, in this language.
    Consent(Language),
    /// What can be chosen, as a whole.
    Options,
    /// What the option of this number says in this language.
    OptionLabel(u16, Language),
    /// The places of the option of this number.
    OptionPlaces(u16),
}

/// The element's id in the page.
impl fmt::Display for QuestionField {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Kind => formatter.write_str("question-kind"),
            Self::Of => formatter.write_str("question-of"),
            Self::Ticket => formatter.write_str("question-ticket"),
            Self::Sensitive => formatter.write_str("question-sensitive"),
            Self::Condition => formatter.write_str("question-condition"),
            Self::Label(language) => write!(formatter, "question-label-{}", language.code()),
            Self::Hint(language) => write!(formatter, "question-hint-{}", language.code()),
            Self::Consent(language) => write!(formatter, "question-consent-{}", language.code()),
            Self::Options => formatter.write_str("question-options"),
            Self::OptionLabel(number, language) => {
                write!(formatter, "question-option-{number}-{}", language.code())
            }
            Self::OptionPlaces(number) => write!(formatter, "question-option-{number}-places"),
        }
    }
}

/// Why an answer, or a question, is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum AnswerCode {
    /// More characters than an answer may have.
    Long,
    /// None of what can be chosen.
    NoOption,
    /// All places of what was chosen are taken.
    OptionFull,
    /// Not a number.
    Number,
    /// Not a day between 1900 and 2100.
    Date,
    /// Not a telephone number.
    Phone,
    /// The text was changed since it was read.
    TextChanged,
    /// The answer is no longer to be changed.
    Over,
    /// Fewer than two things to choose from.
    FewOptions,
    /// It depends on what does not stand before it, or is asked of others.
    Condition,
    /// Another question depends on it.
    Opens,
    /// It was answered: its kind, its subject and its secrecy stay.
    Answered,
    /// As many questions as an event may ask.
    Many,
    /// What is sealed has no places: counting them would tell who chose what.
    SensitivePlaces,
    /// A question for one ticket type is asked of attendees.
    TicketOfAttendee,
}

impl AnswerCode {
    /// Those that an answer can have.
    pub const OF_ANSWERS: &'static [Self] = &[
        Self::Long,
        Self::NoOption,
        Self::OptionFull,
        Self::Number,
        Self::Date,
        Self::Phone,
        Self::TextChanged,
    ];

    /// The Fluent key of its sentence.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Long => "invalid-answer-long",
            Self::NoOption => "invalid-answer-no-option",
            Self::OptionFull => "invalid-answer-option-full",
            Self::Number => "invalid-answer-number",
            Self::Date => "invalid-answer-date",
            Self::Phone => "invalid-answer-phone",
            Self::TextChanged => "invalid-answer-text-changed",
            Self::Over => "invalid-answer-over",
            Self::FewOptions => "invalid-question-few-options",
            Self::Condition => "invalid-question-condition",
            Self::Opens => "invalid-question-opens",
            Self::Answered => "invalid-question-answered",
            Self::Many => "invalid-question-many",
            Self::SensitivePlaces => "invalid-question-sensitive-places",
            Self::TicketOfAttendee => "invalid-question-ticket-of-attendee",
        }
    }
}
