//! What an event asks those who register: questions, and when each of them applies.
//!
//! A question is asked once for a registration, or once for every attendee. It may depend on the
//! answer to a question that stands before it and is asked of the same: so no circle can be written,
//! and one that was made behind our back is a question that never applies.

pub mod answers;
pub mod country;
pub mod drafts;
mod field;

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::codes::codes;
use crate::events::TicketKind;
use crate::ids::QuestionId;
use crate::language::Language;

pub use field::{AnswerCode, AnswerField, QuestionField};

codes! {
    /// What sort of answer is asked for.
    QuestionKind {
        /// One line.
        ShortText = "short-text",
        /// Several lines.
        LongText = "long-text",
        /// One of several.
        Choice = "choice",
        /// Some of several.
        Choices = "choices",
        /// A number.
        Number = "number",
        /// A day.
        Date = "date",
        /// Yes or no.
        YesNo = "yes-no",
        /// Consent to a text, which is recorded word for word.
        Consent = "consent",
        /// A mail address.
        Email = "email",
        /// A telephone number.
        Phone = "phone",
        /// A country.
        Country = "country",
    }
}

impl QuestionKind {
    /// Whether organisers write down what can be chosen.
    #[must_use]
    pub const fn has_options(self) -> bool {
        matches!(self, Self::Choice | Self::Choices)
    }

    /// Whether another question can depend on its answer.
    #[must_use]
    pub const fn opens_others(self) -> bool {
        matches!(self, Self::Choice | Self::Choices | Self::YesNo | Self::Consent)
    }
}

codes! {
    /// Of whom something is asked.
    AskedOf {
        /// Once, of the contact person.
        Registration = "registration",
        /// For every attendee.
        Attendee = "attendee",
    }
}

/// The option that stands for yes, and for consent.
pub const YES: u16 = 1;

/// The option that stands for no.
pub const NO: u16 = 2;

/// The most questions that an event may ask.
pub const MAX_QUESTIONS: usize = 30;

/// The most questions that an event may ever have had.
pub const MAX_NUMBER: u16 = 200;

/// The most options of a question.
pub const MAX_OPTIONS: u16 = 30;

/// A question is asked only if this option of an earlier one was chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Condition {
    /// The number of the earlier question.
    pub question: u16,
    /// The number of its option; of yes-or-no and consent see [`YES`] and [`NO`].
    pub option: u16,
}

/// What a question says in one language.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct QuestionText {
    /// The question.
    pub label: String,
    /// What helps to answer it.
    pub hint: String,
    /// What is consented to.
    pub consent: String,
}

/// Something that can be chosen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct QuestionOption {
    /// Its number: never another option's.
    pub number: u16,
    /// Its places on each date; none if as many may choose it as like.
    pub capacity: Option<i64>,
    /// Whether it is offered no more; those who chose it keep it.
    pub retired: bool,
    /// What it says.
    pub labels: BTreeMap<Language, String>,
}

/// A question of an event.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Question {
    /// Its id.
    pub id: QuestionId,
    /// Its number in the event: never another question's.
    pub number: u16,
    /// What sort of answer is asked for.
    pub kind: QuestionKind,
    /// Of whom it is asked.
    pub of: AskedOf,
    /// Of attendees of this ticket type alone.
    pub ticket: Option<TicketKind>,
    /// Whether it has to be answered.
    pub required: bool,
    /// Whether answers are sealed and shown to few.
    pub sensitive: bool,
    /// Whether it is asked no more; answers stay.
    pub retired: bool,
    /// Whether those who registered before were asked, too.
    pub requested: bool,
    /// On which answer it depends.
    pub condition: Option<Condition>,
    /// Grows with every change of what is consented to.
    pub wording: u32,
    /// What can be chosen.
    pub options: Vec<QuestionOption>,
    /// What it says.
    pub texts: BTreeMap<Language, QuestionText>,
}

impl Question {
    /// What it says in this language, or in the best that there is, and in which that is.
    #[must_use]
    pub fn text(&self, language: Language) -> Option<(Language, &QuestionText)> {
        language.fall_backs().find_map(|one| self.texts.get(&one).map(|text| (one, text)))
    }

    /// The question in this language, or in the best that there is.
    #[must_use]
    pub fn label(&self, language: Language) -> &str {
        self.text(language).map_or("", |(_, text)| text.label.as_str())
    }

    /// What is consented to, in this language or the best that has it, and in which that is.
    #[must_use]
    pub fn consent(&self, language: Language) -> Option<(Language, &str)> {
        let in_it = |one: Language| {
            let text = self.texts.get(&one).map(|text| text.consent.as_str());
            text.filter(|text| !text.is_empty()).map(|text| (one, text))
        };
        language.fall_backs().find_map(in_it)
    }

    /// The options that can be chosen.
    pub fn offered(&self) -> impl Iterator<Item = &QuestionOption> {
        self.options.iter().filter(|option| !option.retired)
    }

    /// The option of this number.
    #[must_use]
    pub fn option(&self, number: u16) -> Option<&QuestionOption> {
        self.options.iter().find(|option| option.number == number)
    }

    /// Whether another question can depend on this option of it.
    #[must_use]
    pub fn can_open(&self, option: u16) -> bool {
        match self.kind {
            QuestionKind::Choice | QuestionKind::Choices => {
                self.option(option).is_some_and(|option| !option.retired)
            }
            QuestionKind::YesNo => [YES, NO].contains(&option),
            QuestionKind::Consent => option == YES,
            _ => false,
        }
    }

    /// Whether it is asked of attendees of this ticket type. What is not known yet counts as any.
    #[must_use]
    pub fn is_for(&self, ticket: Option<TicketKind>) -> bool {
        self.ticket.is_none() || self.ticket == ticket
    }
}

impl QuestionOption {
    /// What it says in this language, or in the best that there is.
    #[must_use]
    pub fn label(&self, language: Language) -> &str {
        let label = language.fall_backs().find_map(|one| self.labels.get(&one));
        label.map_or("", String::as_str)
    }
}

/// What was chosen so far, by the numbers of questions: decides which of the next are asked.
#[derive(Debug, Default)]
pub struct Chosen(BTreeMap<u16, BTreeSet<u16>>);

impl Chosen {
    /// This was chosen.
    pub fn add(&mut self, question: u16, options: impl IntoIterator<Item = u16>) {
        self.0.entry(question).or_default().extend(options);
    }

    /// Whether the condition holds, if there is one.
    #[must_use]
    pub fn opens(&self, condition: Option<Condition>) -> bool {
        condition.is_none_or(|condition| {
            let options = self.0.get(&condition.question);
            options.is_some_and(|options| options.contains(&condition.option))
        })
    }
}

/// The numbers of the questions that depend on what does not stand before them, is asked of others,
/// is asked no more, or offers no such option.
#[must_use]
pub fn astray(questions: &[Question]) -> Vec<u16> {
    let mut wrong = Vec::new();
    let mut before: Vec<&Question> = Vec::new();
    for question in questions.iter().filter(|question| !question.retired) {
        let stands = |condition: Condition| {
            before.iter().any(|earlier| {
                earlier.number == condition.question
                    && earlier.of == question.of
                    && earlier.can_open(condition.option)
            })
        };
        if !question.condition.is_none_or(stands) {
            wrong.push(question.number);
        }
        before.push(question);
    }
    wrong
}

#[cfg(test)]
pub(crate) mod tests {
    use std::collections::BTreeMap;

    use uuid::Uuid;

    use super::{AskedOf, Condition, Question, QuestionKind, QuestionOption, astray};
    use crate::ids::QuestionId;
    use crate::language::Language;

    pub(crate) fn question(number: u16, kind: QuestionKind) -> Question {
        let label = |text: &str| BTreeMap::from([(Language::English, text.to_owned())]);
        let option = |number| QuestionOption {
            number,
            capacity: None,
            retired: false,
            labels: label("Option"),
        };
        let text = super::QuestionText { label: "Q".into(), ..super::QuestionText::default() };
        Question {
            id: QuestionId(Uuid::from_u128(number.into())),
            number,
            kind,
            of: AskedOf::Registration,
            ticket: None,
            required: false,
            sensitive: false,
            retired: false,
            requested: false,
            condition: None,
            wording: 1,
            options: if kind.has_options() { (1..=3).map(option).collect() } else { Vec::new() },
            texts: BTreeMap::from([(Language::English, text)]),
        }
    }

    pub(crate) fn after(mut question: Question, on: u16, option: u16) -> Question {
        question.condition = Some(Condition { question: on, option });
        question
    }

    #[test]
    fn a_question_depends_on_one_before_it_that_offers_the_answer() {
        let choice = question(1, QuestionKind::Choice);
        let text = |number| question(number, QuestionKind::ShortText);
        let right = [choice.clone(), after(text(2), 1, 3)];
        assert_eq!(astray(&right), [0; 0]);
        let later = [after(text(2), 1, 3), choice.clone()];
        assert_eq!(astray(&later), [2]);
        let itself = [after(choice.clone(), 1, 1)];
        assert_eq!(astray(&itself), [1]);
        let circle = [
            after(question(1, QuestionKind::YesNo), 2, 1),
            after(question(2, QuestionKind::YesNo), 1, 1),
        ];
        assert_eq!(astray(&circle), [1]);
        assert_eq!(astray(&[choice.clone(), after(text(2), 1, 9)]), [2], "no such option");
        assert_eq!(astray(&[text(1), after(text(2), 1, 1)]), [2], "a text opens nothing");
        let mut other = after(text(2), 1, 1);
        other.of = AskedOf::Attendee;
        assert_eq!(astray(&[choice.clone(), other]), [2], "asked of somebody else");
        let mut retired = choice;
        retired.retired = true;
        assert_eq!(astray(&[retired, after(text(2), 1, 1)]), [2], "asked no more");
    }

    #[test]
    fn words_fall_back_to_the_best_language_there_is() {
        let question = question(1, QuestionKind::Choice);
        assert_eq!(question.label(Language::Arabic), "Q");
        assert_eq!(question.options[0].label(Language::Russian), "Option");
    }
}
