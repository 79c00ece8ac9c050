//! The registration form.
//!
//! Without script it is a plain form with buttons for every step; with script, people are added and
//! removed in place, mistakes are told while typing, and the places left are those of now.
//!
//! What someone typed before the script arrived stays: fields are read from the page when the form
//! is sent, and never written to.

mod answers;
mod sending;
mod state;

use std::sync::Arc;

use domain::invalid::{Field, Invalid};
use domain::questions::AnswerField;
use domain::registrations::MAX_ATTENDEES;
use domain::text::{Email, Name};
use leptos::ev::SubmitEvent;
use leptos::prelude::*;

use super::form::{Form, RegisterForm};
use sending::{refresh_on_return, send};
use state::{Person, State};

/// The registration form.
#[island]
pub fn RegisterIsland(
    /// What it shows.
    form: Form,
    /// The questions of the event, as the server wrote them.
    children: Children,
) -> impl IntoView {
    let values = form.values;
    let people = values.attendees.iter().cloned().enumerate();
    let people = people.map(|(id, typed)| Person { id, typed }).collect::<Vec<_>>();
    let state = State {
        texts: StoredValue::new(Arc::new(form.texts)),
        people: RwSignal::new(people),
        invalid: RwSignal::new(form.invalid),
        tickets: RwSignal::new(form.tickets),
        sending: RwSignal::new(false),
    };
    let fixed = StoredValue::new(RegisterForm { attendees: Vec::new(), ..values.clone() });
    let on_submit = move |event: SubmitEvent| {
        event.prevent_default();
        send(state, fixed.get_value());
    };
    refresh_on_return(state, fixed);
    if cfg!(feature = "hydrate") {
        request_animation_frame(move || {
            state.people.with_untracked(|people| {
                people.iter().for_each(|person| answers::show_for(person.id));
            });
        });
    }
    view! {
        <Problems state />
        <form
            class="form"
            method="post"
            action="/api/register"
            novalidate
            accept-charset="utf-8"
            on:submit=on_submit
        >
            <button
                class="default"
                type="submit"
                name="form[step]"
                value="register"
                tabindex="-1"
                aria-hidden="true"
            >
                {state.text("register")}
            </button>
            <Hidden name="event" value=values.event />
            <Hidden name="date" value=values.date />
            <Hidden name="key" value=values.key />
            <Hidden name="language" value=values.language />
            <p class="trap" aria-hidden="true">
                <label for="website">{state.text("form-trap")}</label>
                <input id="website" name="form[website]" tabindex="-1" autocomplete="off" />
            </p>
            <ContactFields state name=values.contact_name email=values.contact_email />
            <People state />
            {children()}
            <p class="hint">{state.text("form-privacy")}</p>
            <button
                class="button wide"
                type="submit"
                name="form[step]"
                value="register"
                aria-disabled=move || state.sending.get().then_some("true")
            >
                {move || state.text(if state.sending.get() { "form-sending" } else { "register" })}
            </button>
        </form>
    }
}

#[component]
fn Hidden(name: &'static str, value: String) -> impl IntoView {
    view! { <input type="hidden" name=format!("form[{name}]") value=value /> }
}

/// What is wrong, in a list of links to the fields.
#[component]
fn Problems(state: State) -> impl IntoView {
    let sentence = move || {
        let count = state.invalid.with(Vec::len);
        state.texts.with_value(|texts| texts.mistakes.get(count.wrapping_sub(1)).cloned())
    };
    let problem = move |invalid: Invalid| {
        view! {
            <li>
                <a href=format!("#{}", target(state, invalid.field))>{state.text(invalid.code.key())}</a>
            </li>
        }
    };
    move || {
        (!state.invalid.with(Vec::is_empty)).then(|| {
            view! {
                <div class="problems" id="problems" role="alert" tabindex="-1">
                    <h3>{sentence()}</h3>
                    <ul>{state.invalid.get().into_iter().map(problem).collect_view()}</ul>
                </div>
            }
        })
    }
}

/// The id of the element that a mistake is about.
fn target(state: State, field: Field) -> String {
    let id = |index: usize| {
        state.people.with(|people| people.get(index).map_or(index, |person| person.id))
    };
    match field {
        Field::AttendeeName(index) => Field::AttendeeName(id(index)).to_string(),
        Field::AttendeeTicket(index) => Field::AttendeeTicket(id(index)).to_string(),
        Field::Answer(answer) => {
            let attendee = answer.attendee.map(id);
            Field::Answer(AnswerField { attendee, ..answer }).to_string()
        }
        Field::Attendees => "people".to_owned(),
        other => other.to_string(),
    }
}

#[component]
fn ContactFields(state: State, name: String, email: String) -> impl IntoView {
    let (name_field, email_field) = (Field::ContactName, Field::ContactEmail);
    let name_error = move || state.error(name_field);
    let email_error = move || state.error(email_field);
    view! {
        <p class=move || class(name_error().is_some())>
            <label for=name_field.to_string()>{state.text("contact-name")}</label>
            <FieldError id=name_field.to_string() error=Signal::derive(name_error) />
            <input
                id=name_field.to_string()
                name="form[contact_name]"
                autocomplete="name"
                dir="auto"
                required
                maxlength=Name::MAX
                value=name
                aria-invalid=move || name_error().map(|_| "true")
                aria-describedby=move || name_error().map(|_| format!("{name_field}-error"))
                on:input=move |event| {
                    state.typing(name_field, Name::check(&event_target_value(&event)));
                }
                on:change=move |event| {
                    state.typed(name_field, Name::check(&event_target_value(&event)));
                }
            />
        </p>
        <p class=move || class(email_error().is_some())>
            <label for=email_field.to_string()>{state.text("contact-email")}</label>
            <FieldError id=email_field.to_string() error=Signal::derive(email_error) />
            <input
                id=email_field.to_string()
                name="form[contact_email]"
                type="email"
                autocomplete="email"
                inputmode="email"
                required
                maxlength=Email::MAX
                value=email
                aria-invalid=move || email_error().map(|_| "true")
                aria-describedby=move || {
                    let error = email_error().map(|_| format!("{email_field}-error "));
                    format!("{}{email_field}-hint", error.unwrap_or_default())
                }
                on:input=move |event| {
                    state.typing(email_field, Email::check(&event_target_value(&event)));
                }
                on:change=move |event| {
                    state.typed(email_field, Email::check(&event_target_value(&event)));
                }
            />
            <span class="hint" id=format!("{email_field}-hint")>
                {state.text("contact-email-hint")}
            </span>
        </p>
    }
}

#[component]
fn FieldError(id: String, error: Signal<Option<String>>) -> impl IntoView {
    let id = StoredValue::new(format!("{id}-error"));
    move || {
        error.get().map(|error| {
            view! {
                <span class="error" id=id.get_value()>
                    {error}
                </span>
            }
        })
    }
}

fn class(wrong: bool) -> &'static str {
    if wrong { "field wrong" } else { "field" }
}

#[component]
fn People(state: State) -> impl IntoView {
    let full = move || state.people.with(Vec::len) >= MAX_ATTENDEES;
    let add = move |event: leptos::ev::MouseEvent| {
        event.prevent_default();
        state.add();
    };
    view! {
        <div class="people" id="people" tabindex="-1">
            <h3 class="unseen">{state.text("people-title")}</h3>
            <FieldError
                id=Field::Attendees.to_string()
                error=Signal::derive(move || state.error(Field::Attendees))
            />
            <For
                each=move || state.people.get()
                key=|person| person.id
                children=move |person| view! { <PersonFields state person /> }
            />
        </div>
        <p class="actions">
            <button
                class="button second"
                type="submit"
                name="form[step]"
                value="add"
                formnovalidate
                disabled=full
                on:click=add
            >
                {state.text("attendee-add")}
            </button>
        </p>
    }
}

#[component]
fn PersonFields(state: State, person: Person) -> impl IntoView {
    let id = person.id;
    let numbered = move |names: &[String]| names.get(state.index(id)).cloned().unwrap_or_default();
    let legend = move || state.texts.with_value(|texts| numbered(&texts.people));
    let remove_label = move || state.texts.with_value(|texts| numbered(&texts.remove));
    let remove = move |event: leptos::ev::MouseEvent| {
        event.prevent_default();
        state.remove(id);
    };
    let name_id = Field::AttendeeName(id).to_string();
    let name_error = move || state.error(Field::AttendeeName(state.index(id)));
    let described = format!("{name_id}-error");
    view! {
        <fieldset class="person">
            <legend>{legend}</legend>
            <p class=move || class(name_error().is_some())>
                <label for=name_id.clone()>{state.text("attendee-name")}</label>
                <FieldError id=name_id.clone() error=Signal::derive(name_error) />
                <input
                    id=name_id
                    name=format!("form[attendees][{id}][name]")
                    autocomplete="off"
                    dir="auto"
                    required
                    maxlength=Name::MAX
                    value=person.typed.name
                    aria-invalid=move || name_error().map(|_| "true")
                    aria-describedby=move || name_error().map(|_| described.clone())
                    on:input=move |event| {
                        let field = Field::AttendeeName(state.index(id));
                        state.typing(field, Name::check(&event_target_value(&event)));
                    }
                    on:change=move |event| {
                        let field = Field::AttendeeName(state.index(id));
                        state.typed(field, Name::check(&event_target_value(&event)));
                    }
                />
            </p>
            <TicketField state id chosen=person.typed.ticket />
            <Show when=move || state.people.with(|people| people.len() > 1)>
                <button
                    class="button second"
                    type="submit"
                    name="form[step]"
                    value=move || format!("remove-{}", state.index(id))
                    formnovalidate
                    aria-label=remove_label
                    on:click=remove
                >
                    {state.text("attendee-remove")}
                </button>
            </Show>
        </fieldset>
    }
}

#[component]
fn TicketField(state: State, id: usize, chosen: String) -> impl IntoView {
    let field_id = Field::AttendeeTicket(id).to_string();
    let error = move || state.error(Field::AttendeeTicket(state.index(id)));
    let described = format!("{field_id}-error");
    // The codes of an event do not change while its page is open; labels and places do.
    let codes = state.tickets.with_untracked(|tickets| {
        tickets.iter().map(|ticket| ticket.code.clone()).collect::<Vec<_>>()
    });
    let first_free = state.tickets.with_untracked(|tickets| {
        tickets.iter().find(|ticket| !ticket.full).map(|ticket| ticket.code.clone())
    });
    let selected = if chosen.is_empty() { first_free.unwrap_or_default() } else { chosen };
    let option = move |(index, code): (usize, String)| {
        let now = move || state.tickets.with(|tickets| tickets.get(index).cloned());
        let selected = code == selected;
        view! {
            <option
                value=code
                selected=selected
                disabled=move || now().is_some_and(|ticket| ticket.full)
            >
                {move || now().map(|ticket| ticket.label)}
            </option>
        }
    };
    view! {
        <p class=move || class(error().is_some())>
            <label for=field_id.clone()>{state.text("attendee-ticket")}</label>
            <FieldError id=field_id.clone() error=Signal::derive(error) />
            <select
                id=field_id
                name=format!("form[attendees][{id}][ticket]")
                aria-invalid=move || error().map(|_| "true")
                aria-describedby=move || error().map(|_| described.clone())
                on:change=move |_| {
                    answers::show_for(id);
                    state.typed(Field::AttendeeTicket(state.index(id)), Ok(()));
                }
            >
                {codes.into_iter().enumerate().map(option).collect_view()}
            </select>
        </p>
    }
}
