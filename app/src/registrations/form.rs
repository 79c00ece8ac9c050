//! The registration form as it travels: what is sent, what comes back, what the page shows.

use std::collections::BTreeMap;

use domain::invalid::Invalid;
use domain::questions::answers::AnswersDraft;
use domain::registrations::{AttendeeDraft, Draft};
use serde::{Deserialize, Serialize};

/// Stands for the place of an attendee in the questions of one who is not there yet.
pub const INDEX: &str = "~index~";

/// What is sent. Everything has a default: a field that is missing is an empty one.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct RegisterForm {
    /// The slug of the event.
    pub event: String,
    /// When the chosen date begins, on the clock of its zone.
    pub date: String,
    /// Makes sending the form twice the same as once.
    pub key: String,
    /// The language of the page.
    pub language: String,
    /// The contact person's name.
    pub contact_name: String,
    /// The contact person's mail address.
    pub contact_email: String,
    /// Who comes.
    pub attendees: Vec<AttendeeDraft>,
    /// What was answered to the questions of the event.
    pub answers: AnswersDraft,
    /// A field that people do not see and machines fill.
    pub website: String,
    /// The button: `register`, `add`, or `remove-N` with the index of an attendee.
    pub step: String,
}

impl RegisterForm {
    /// What the rules look at.
    #[must_use]
    pub fn draft(&self) -> Draft {
        Draft {
            contact_name: self.contact_name.clone(),
            contact_email: self.contact_email.clone(),
            attendees: self.attendees.clone(),
        }
    }
}

/// What comes of sending it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Outcome {
    /// Done: the page to see next.
    Registered {
        /// Its path.
        location: String,
    },
    /// Nothing was changed, for these reasons.
    Refused {
        /// What is wrong, and where.
        invalid: Vec<Invalid>,
        /// The places that are left now.
        tickets: Vec<TicketOption>,
    },
    /// A person was added or removed; nothing was sent yet.
    Edited,
}

/// A ticket type to choose.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TicketOption {
    /// Its code.
    pub code: String,
    /// Its name with the places left.
    pub label: String,
    /// Whether none are left.
    pub full: bool,
}

/// Everything the form of a page shows; travels to the island as it is. Holds what this one reader
/// typed, and nothing of others.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Form {
    /// Whether it was sent before and came back.
    pub returned: bool,
    /// What was typed, or nothing yet.
    pub values: RegisterForm,
    /// What is wrong with it.
    pub invalid: Vec<Invalid>,
    /// The ticket types to choose from.
    pub tickets: Vec<TicketOption>,
    /// The words around it.
    pub texts: FormTexts,
}

/// The words of the form, in the language of the page.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct FormTexts {
    /// By their Fluent keys.
    pub words: BTreeMap<String, String>,
    /// `Person 1` to `Person 10`.
    pub people: Vec<String>,
    /// `Remove person 1` to `Remove person 10`.
    pub remove: Vec<String>,
    /// One sentence for each number of mistakes from 1.
    pub mistakes: Vec<String>,
}

impl FormTexts {
    /// The words of this key.
    #[must_use]
    pub fn get(&self, key: &str) -> String {
        self.words.get(key).cloned().unwrap_or_default()
    }
}
