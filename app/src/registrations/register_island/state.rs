//! What the form knows while its page is open, shared by its parts.

use std::sync::Arc;
use std::time::Duration;

use domain::invalid::{Code, Field, Invalid};
use domain::registrations::{AttendeeDraft, MAX_ATTENDEES};
use leptos::prelude::*;
use web_sys::wasm_bindgen::JsCast;

use super::super::form::{FormTexts, TicketOption};
use super::answers;

/// A person in the form. The id stays when others are removed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Person {
    pub id: usize,
    pub typed: AttendeeDraft,
}

/// What the form knows, shared by its parts.
#[derive(Clone, Copy)]
pub(super) struct State {
    pub texts: StoredValue<Arc<FormTexts>>,
    pub people: RwSignal<Vec<Person>>,
    pub invalid: RwSignal<Vec<Invalid>>,
    pub tickets: RwSignal<Vec<TicketOption>>,
    pub sending: RwSignal<bool>,
}

impl State {
    pub fn text(self, key: &str) -> String {
        self.texts.with_value(|texts| texts.get(key))
    }

    /// The sentence about a field, if something is wrong with it.
    pub fn error(self, field: Field) -> Option<String> {
        let invalid = self.invalid.get();
        let wrong = invalid.iter().find(|invalid| invalid.field == field)?;
        Some(self.text(wrong.code.key()))
    }

    /// Where a person stands in the list.
    pub fn index(self, id: usize) -> usize {
        self.people.with(|people| people.iter().position(|person| person.id == id).unwrap_or(0))
    }

    /// Replaces what is known about a field.
    pub fn judge(self, field: Field, result: Result<(), Code>) {
        self.invalid.update(|invalid| {
            invalid.retain(|invalid| invalid.field != field);
            if let Err(code) = result {
                invalid.push(Invalid::new(field, code));
                invalid.sort_unstable();
            }
        });
    }

    /// While someone types: what was wrong and is right now is no longer wrong.
    pub fn typing(self, field: Field, result: Result<(), Code>) {
        if result.is_ok() && self.invalid.with(|all| all.iter().any(|one| one.field == field)) {
            self.judge(field, result);
        }
    }

    /// When someone has typed: a moment later, because a sentence that comes or goes moves what is
    /// below it, and the button that was about to be pressed would be missed.
    pub fn typed(self, field: Field, result: Result<(), Code>) {
        set_timeout(move || self.judge(field, result), Duration::from_millis(250));
    }

    /// Adds a person, and takes the keyboard to them.
    pub fn add(self) {
        let id = self.people.with(|people| people.iter().map(|one| one.id + 1).max().unwrap_or(0));
        self.people.update(|people| {
            if people.len() < MAX_ATTENDEES {
                people.push(Person { id, typed: AttendeeDraft::default() });
            }
        });
        answers::add(id);
        request_animation_frame(move || {
            answers::number(self);
            answers::show_for(id);
            focus(&Field::AttendeeName(id).to_string());
        });
    }

    /// Removes a person, and what was wrong with anyone: positions have changed. The keyboard stays
    /// with those who are left.
    pub fn remove(self, id: usize) {
        let of_attendee = |field| match field {
            Field::AttendeeName(_) | Field::AttendeeTicket(_) => true,
            Field::Answer(answer) => answer.attendee.is_some(),
            _ => false,
        };
        self.invalid.update(|invalid| invalid.retain(|invalid| !of_attendee(invalid.field)));
        self.people.update(|people| people.retain(|person| person.id != id));
        answers::remove(id);
        answers::mark(self);
        answers::number(self);
        request_animation_frame(|| focus("people"));
    }
}

/// Takes the keyboard to this element.
pub(super) fn focus(id: &str) {
    let element = document().get_element_by_id(id);
    if let Some(element) =
        element.and_then(|element| element.dyn_into::<web_sys::HtmlElement>().ok())
    {
        let _ = element.focus();
    }
}
