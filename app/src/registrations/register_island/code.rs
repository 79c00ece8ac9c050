//! What a form is asked for while machines press on its event: a proof that the browser computes
//! unseen (`public/proof.js`), or the code from a mail.

use domain::invalid::{Field, Invalid};
use leptos::prelude::*;

use super::super::form::RegisterForm;
use super::sending::send;
use super::state::State;
use super::{FieldError, class};

/// Whether these mistakes ask for the code of a mail.
pub(super) fn is_asked(invalid: &[Invalid]) -> bool {
    invalid.iter().any(|invalid| invalid.field == Field::SignInCode)
}

/// The code from the mail, where it is asked for.
#[component]
pub(super) fn CodeField(state: State, typed: String) -> impl IntoView {
    let field = Field::SignInCode;
    let error = move || state.error(field);
    let typed = StoredValue::new(typed);
    view! {
        <Show when=move || state.asks_code.get()>
            <p class=move || class(error().is_some())>
                <label for=field.to_string()>{state.text("register-code")}</label>
                <FieldError id=field.to_string() error=Signal::derive(error) />
                <input
                    id=field.to_string()
                    name="form[code]"
                    autocomplete="one-time-code"
                    inputmode="numeric"
                    dir="ltr"
                    maxlength="20"
                    value=typed.get_value()
                    aria-invalid=move || error().map(|_| "true")
                    aria-describedby=move || error().map(|_| format!("{field}-error"))
                />
            </p>
        </Show>
    }
}

/// Holds the proof. The script that computes it tells by `change`, and the form is sent again.
#[component]
pub(super) fn ProofField(state: State, fixed: StoredValue<RegisterForm>) -> impl IntoView {
    let again = move |_| {
        state.sending.set(false);
        send(state, fixed.get_value());
    };
    view! { <input type="hidden" id="proof" name="form[proof]" on:change=again /> }
}
