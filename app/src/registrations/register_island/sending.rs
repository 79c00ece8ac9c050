//! From the page to the server and back: the form as it is sent, and the places left.

use std::time::Duration;

use domain::invalid::{Code, Field, Invalid};
use domain::registrations::AttendeeDraft;
use leptos::prelude::*;
use leptos::task::spawn_local;
use web_sys::wasm_bindgen::JsCast;

use super::super::form::{Outcome, RegisterForm};
use super::super::{places, register};
use super::code::is_asked;
use super::state::{Person, State, focus};

/// So many proofs are tried: their time may run out, the clock of the server may differ.
const PROOFS: u8 = 3;

/// How long a browser may take to prove its work.
const PATIENCE: Duration = Duration::from_secs(20);

/// Reads the form from the page and sends it.
pub(super) fn send(state: State, mut form: RegisterForm) {
    if state.sending.get_untracked() {
        return;
    }
    form.contact_name = typed(Field::ContactName);
    form.contact_email = typed(Field::ContactEmail);
    form.website = value_of("website");
    form.partly = if is_checked("wish-partly") { "on".to_owned() } else { String::new() };
    let dates = state.dates.get_value().into_iter().enumerate();
    let chosen = dates.filter(|(index, _)| is_checked(&format!("wish-{index}")));
    form.also = chosen.map(|(_, key)| (key, "on".to_owned())).collect();
    form.proof = value_of("proof");
    form.code = typed(Field::SignInCode);
    "register".clone_into(&mut form.step);
    let attendee = |person: &Person| AttendeeDraft {
        name: typed(Field::AttendeeName(person.id)),
        ticket: typed(Field::AttendeeTicket(person.id)),
    };
    form.attendees = state.people.with_untracked(|people| people.iter().map(attendee).collect());
    state.sending.set(true);
    spawn_local(async move {
        match register(form).await {
            Ok(Outcome::Registered { location }) => {
                let _ = window().location().set_href(&location);
                return;
            }
            Ok(Outcome::Refused { invalid, tickets }) => {
                if is_asked(&invalid) {
                    state.asks_code.set(true);
                }
                state.invalid.set(invalid);
                if !tickets.is_empty() {
                    state.tickets.set(tickets);
                }
            }
            Ok(Outcome::Edited) => {}
            Ok(Outcome::Challenged { challenge }) => {
                prove(state, &challenge);
                return;
            }
            Err(_) => state.invalid.set(vec![Invalid::new(Field::Form, Code::Busy)]),
        }
        state.sending.set(false);
        request_animation_frame(|| focus("problems"));
    });
}

/// Has the browser prove its work. The script is fetched only now: hardly anybody ever needs it. A
/// browser that does not manage says so, and gets a code by mail.
fn prove(state: State, challenge: &str) {
    let Some(field) = document().get_element_by_id("proof") else { return };
    state.proofs.update_value(|proofs| *proofs += 1);
    let script = document().create_element("script").ok();
    let (Some(script), true) = (script, state.proofs.get_value() <= PROOFS) else {
        give_up();
        return;
    };
    set_proof("");
    let _ = field.set_attribute("data-challenge", challenge);
    let _ = script.set_attribute("src", "/proof.js");
    let _ = document().body().map(|body| body.append_child(&script));
    let proofs = state.proofs.get_value();
    set_timeout(
        move || {
            if value_of("proof").is_empty() && state.proofs.get_value() == proofs {
                give_up();
            }
        },
        PATIENCE,
    );
}

/// Says that this browser proves nothing.
fn give_up() {
    set_proof("-");
    let field = document().get_element_by_id("proof");
    if let (Some(field), Ok(told)) = (field, web_sys::Event::new("change")) {
        let _ = field.dispatch_event(&told);
    }
}

fn set_proof(value: &str) {
    let field = document().get_element_by_id("proof");
    if let Some(field) = field.and_then(|field| field.dyn_into::<web_sys::HtmlInputElement>().ok())
    {
        field.set_value(value);
    }
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
    value_of(&field.to_string())
}

fn is_checked(id: &str) -> bool {
    let element = document().get_element_by_id(id);
    let input = element.and_then(|element| element.dyn_into::<web_sys::HtmlInputElement>().ok());
    input.is_some_and(|input| input.checked())
}

fn value_of(id: &str) -> String {
    let Some(element) = document().get_element_by_id(id) else { return String::new() };
    match element.dyn_into::<web_sys::HtmlInputElement>() {
        Ok(input) => input.value(),
        Err(other) => other
            .dyn_into::<web_sys::HtmlSelectElement>()
            .map(|select| select.value())
            .unwrap_or_default(),
    }
}
