//! From the page to the server and back: the form as it is sent, and the places left.

use domain::invalid::{Code, Field, Invalid};
use domain::registrations::AttendeeDraft;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::super::form::{Outcome, RegisterForm};
use super::super::{places, register};
use super::answers;
use super::state::{Person, State, focus};

/// Reads the form from the page and sends it.
pub(super) fn send(state: State, mut form: RegisterForm) {
    if state.sending.get_untracked() {
        return;
    }
    form.contact_name = typed(Field::ContactName);
    form.contact_email = typed(Field::ContactEmail);
    form.website = answers::value("website");
    "register".clone_into(&mut form.step);
    let attendee = |person: &Person| AttendeeDraft {
        name: typed(Field::AttendeeName(person.id)),
        ticket: typed(Field::AttendeeTicket(person.id)),
    };
    form.attendees = state.people.with_untracked(|people| people.iter().map(attendee).collect());
    form.answers = answers::typed(state);
    state.sending.set(true);
    spawn_local(async move {
        match register(form).await {
            Ok(Outcome::Registered { location }) => {
                let _ = window().location().set_href(&location);
                return;
            }
            Ok(Outcome::Refused { invalid, tickets }) => {
                state.invalid.set(invalid);
                answers::mark(state);
                if !tickets.is_empty() {
                    state.tickets.set(tickets);
                }
            }
            Ok(Outcome::Edited) => {}
            Err(_) => state.invalid.set(vec![Invalid::new(Field::Form, Code::Busy)]),
        }
        state.sending.set(false);
        request_animation_frame(|| focus("problems"));
    });
}

/// Asks for the places left whenever someone comes back to the page.
pub(super) fn refresh_on_return(state: State, fixed: StoredValue<RegisterForm>) {
    let refresh = move || {
        let form = fixed.get_value();
        spawn_local(async move {
            if let Ok(tickets) = places(form.event, form.date, form.language).await {
                state.tickets.set(tickets);
            }
        });
    };
    if cfg!(feature = "hydrate") {
        let listener = window_event_listener(leptos::ev::focus, move |_| refresh());
        on_cleanup(move || listener.remove());
    }
}

fn typed(field: Field) -> String {
    answers::value(&field.to_string())
}
