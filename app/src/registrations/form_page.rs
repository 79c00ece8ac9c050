//! The server's half of the registration form: what it shows, what comes of sending it, and how a
//! form with mistakes finds its way back to a browser without JavaScript.

use domain::invalid::{Code, Field, Invalid};
use domain::language::Language;
use domain::questions::answers::AnswersDraft;
use domain::questions::{AnswerCode, MAX_QUESTIONS};
use domain::registrations::{AttendeeDraft, MAX_ATTENDEES};
use domain::text::Slug;
use jiff::Timestamp;
use jiff::civil::DateTime;
use leptos::prelude::*;
use services::events::EventPage as Event;
use services::registrations::Submission;
use services::texts::Texts;
use services::{Error, Services};

use super::form::{Form, FormTexts, Outcome, RegisterForm, TicketOption};
use super::questions::FormQuestions;
use super::register_island::RegisterIsland;
use crate::context;
use crate::error::AppError;
use crate::events::rules;
use crate::returned::{self, Returned};
use crate::ui::places::ticket_words;

/// The words that the form and its island need.
const WORDS: &[&str] = &[
    "register",
    "register-title",
    "contact-name",
    "contact-email",
    "contact-email-hint",
    "people-title",
    "attendee-name",
    "attendee-ticket",
    "attendee-add",
    "attendee-remove",
    "form-privacy",
    "form-trap",
    "form-sending",
];

/// What a returned form is called.
const FORM: &str = "register";

/// The form in its section, with the script of its island.
#[component]
pub fn FormSection(form: Form, event: Event) -> impl IntoView {
    let questions = view! { <FormQuestions event form=form.clone() /> };
    // What was answered stands in the fields, and is not to travel twice.
    let mut form = form;
    form.values.answers = AnswersDraft::default();
    let options = use_context::<LeptosOptions>();
    let privacy = format!("/{}/privacy", context::language().code());
    view! {
        <section class="register" id="register" aria-labelledby="register-title">
            <h2 id="register-title">{form.texts.get("register-title")}</h2>
            <RegisterIsland form>{questions}</RegisterIsland>
            <p class="privacy">
                <a href=privacy>{context::texts().get("form-privacy-more")}</a>
            </p>
        </section>
        {options.map(|options| view! { <HydrationScripts options islands=true /> })}
    }
}

/// What the request for a page says of its form.
pub struct Asked {
    /// The key for a new form.
    key: String,
    /// The cookie that leads to a returned form, if the address says that there is one.
    returned: Option<String>,
}

/// What this request says of its form.
#[must_use]
pub fn asked() -> Asked {
    Asked { key: context::form_key(), returned: returned::asked() }
}

/// What the form of an event shows: empty, or as it was sent.
pub async fn form(
    services: &Services,
    event: &Event,
    language: Language,
    Asked { key, returned }: Asked,
) -> Form {
    let returned: Option<Returned<RegisterForm>> = returned::see(services, FORM, returned).await;
    let returned = returned.filter(|returned| returned.values.event == event.content.slug);
    let was_returned = returned.is_some();
    let (mut values, invalid) =
        returned.map_or_else(Default::default, |returned| (returned.values, returned.invalid));
    if values.attendees.is_empty() {
        values.attendees.push(AttendeeDraft::default());
    }
    if values.key.is_empty() {
        values.key = key;
    }
    values.event = event.content.slug.clone();
    values.date = event.date().when.starts.to_string();
    values.language = language.code().to_owned();
    let asks = event.content.questions.iter().any(|question| !question.retired);
    let texts = form_texts(Texts(language), asks);
    Form {
        returned: was_returned,
        values,
        invalid,
        tickets: options(event, services.now(), Texts(language)),
        texts,
    }
}

/// The words of a form; `asks` if there are questions in it.
fn form_texts(texts: Texts, asks: bool) -> FormTexts {
    let codes = Code::OF_REGISTRATION.iter().map(|code| code.key());
    let of_answers = AnswerCode::OF_ANSWERS.iter().map(|code| code.key()).filter(|_| asks);
    let words = WORDS.iter().copied().chain(codes).chain(of_answers);
    let mistakes = 2 * MAX_ATTENDEES + if asks { MAX_QUESTIONS } else { 3 };
    let numbered = |key: &str, last: usize| {
        (1..=last).map(|number| texts.plain(key, &[("number", number.into())])).collect()
    };
    FormTexts {
        words: words.map(|key| (key.to_owned(), texts.get(key))).collect(),
        people: numbered("person", MAX_ATTENDEES),
        remove: numbered("person-remove", MAX_ATTENDEES),
        mistakes: numbered("mistakes", mistakes),
    }
}

fn options(event: &Event, now: Timestamp, texts: Texts) -> Vec<TicketOption> {
    let in_all = event.date().admission.left();
    let when = &event.date().when;
    let option = |ticket: &services::events::Ticket| {
        let left = ticket.left.map_or(in_all, |left| left.min(in_all));
        let name = texts.get(&format!("ticket-{}", ticket.kind.code()));
        let closed = rules::ticket_closed(&ticket.window, when, now, texts);
        let is_closed = closed.is_some();
        let places = closed.unwrap_or_else(|| ticket_words(left, texts).1);
        let label =
            texts.plain("ticket-option", &[("ticket", name.into()), ("places", places.into())]);
        TicketOption { code: ticket.kind.code().to_owned(), label, full: left == 0 || is_closed }
    };
    event.tickets.iter().map(option).collect()
}

/// The ticket types of a date with the places that are left now.
pub async fn places(
    event: &str,
    date: &str,
    language: &str,
) -> Result<Vec<TicketOption>, AppError> {
    let language = language.parse().unwrap_or(Language::English);
    let services = context::services();
    let event = services.events.page(language, event, date.parse().ok()).await?;
    Ok(options(&event, services.now(), Texts(language)))
}

/// What comes of a form that was sent.
pub async fn submit(mut form: RegisterForm) -> Result<Outcome, AppError> {
    if form.step == "add" || form.step.starts_with("remove-") {
        return Ok(Outcome::Edited);
    }
    if !form.website.is_empty() {
        return refused(&form, vec![Invalid::new(Field::Form, Code::Unreadable)]).await;
    }
    form.attendees.truncate(MAX_ATTENDEES + 1);
    let Some(submission) = submission(&form) else {
        return refused(&form, vec![Invalid::new(Field::Form, Code::Unreadable)]).await;
    };
    let language = submission.language.code();
    match context::services().registrations.register(submission).await {
        Ok(token) => Ok(Outcome::Registered {
            location: format!("/{language}/registrations/{}?new=1", token.as_str()),
        }),
        Err(Error::Invalid(invalid)) => refused(&form, invalid).await,
        Err(Error::Busy(source)) => {
            tracing::warn!(%source, "a registration did not get its turn");
            Ok(Outcome::Refused {
                invalid: vec![Invalid::new(Field::Form, Code::Busy)],
                tickets: Vec::new(),
            })
        }
        Err(error) => Err(error.into()),
    }
}

fn submission(form: &RegisterForm) -> Option<Submission> {
    Some(Submission {
        slug: Slug::parse(&form.event)?.as_str().to_owned(),
        date: form.date.parse::<DateTime>().ok()?,
        key: form.key.parse().ok()?,
        language: form.language.parse().ok()?,
        draft: form.draft(),
        answers: form.answers.clone(),
    })
}

async fn refused(form: &RegisterForm, invalid: Vec<Invalid>) -> Result<Outcome, AppError> {
    let tickets = places(&form.event, &form.date, &form.language).await.unwrap_or_default();
    Ok(Outcome::Refused { invalid, tickets })
}

/// Sends a plain form to its next page; the island reads the outcome itself.
pub async fn answer(mut form: RegisterForm, outcome: &Outcome) -> Result<(), AppError> {
    if !context::is_plain_form() {
        return Ok(());
    }
    let invalid = match outcome {
        Outcome::Registered { location } => {
            context::see_other(location);
            returned::forget();
            return Ok(());
        }
        Outcome::Refused { invalid, .. } => invalid.clone(),
        Outcome::Edited => Vec::new(),
    };
    let language = context::language_of(&form.language);
    let (Some(slug), Ok(date)) = (Slug::parse(&form.event), form.date.parse::<DateTime>()) else {
        context::see_other(&format!("/{}/events", language.code()));
        return Ok(());
    };
    let focus = edit(&mut form);
    // What is far too much is not kept: the page says so all the same.
    form.attendees.truncate(MAX_ATTENDEES);
    let language = language.code();
    let page = format!("/{language}/events/{}?date={date}&form=returned#{focus}", slug.as_str());
    returned::keep(FORM, form, invalid).await?;
    context::see_other(&page);
    Ok(())
}

/// Adds or removes the person that the button names: the part of the page to look at next.
fn edit(form: &mut RegisterForm) -> String {
    let removed = form.step.strip_prefix("remove-").and_then(|index| index.parse::<usize>().ok());
    match removed {
        Some(index) if index < form.attendees.len() && form.attendees.len() > 1 => {
            form.attendees.remove(index);
            form.answers = std::mem::take(&mut form.answers).without(index);
            "people".to_owned()
        }
        None if form.step == "add" && form.attendees.len() < MAX_ATTENDEES => {
            form.attendees.push(AttendeeDraft::default());
            Field::AttendeeName(form.attendees.len() - 1).to_string()
        }
        _ => "register".to_owned(),
    }
}
