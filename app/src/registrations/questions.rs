//! The questions of an event in its form, and on the page of a registration.

use domain::invalid::Invalid;
use domain::questions::answers::AnswersDraft;
use domain::questions::{AskedOf, Question};
use leptos::prelude::*;
use services::Error;
use services::events::EventPage as Event;
use services::registrations::answers::AnswersPage;
use services::secrets::ManageToken;

use super::AnswersForm;
use super::form::{Form, INDEX};
use crate::context::{self, language, texts};
use crate::error::AppError;
use crate::returned::{self, Returned};
use crate::ui::form::Problems;
use crate::ui::question::{QuestionSet, Whose};

/// What a returned form of answers is called.
pub const FORM: &str = "answers";

/// The questions in the form of an event: the server writes them into it, and the island leaves them
/// as they are.
#[component]
pub fn FormQuestions(
    /// The event.
    event: Event,
    /// The form, as it was typed.
    form: Form,
) -> impl IntoView {
    let texts = texts();
    let questions: Vec<Question> =
        event.content.questions.iter().filter(|one| !one.retired).cloned().collect();
    let left = event.options_left.clone();
    let (typed, invalid) = (form.values.answers.clone(), form.invalid);
    let set = {
        let (questions, invalid) = (questions.clone(), invalid.clone());
        move |whose, legend, typed| {
            let (questions, left, invalid) = (questions.clone(), left.clone(), invalid.clone());
            view! { <QuestionSet whose legend questions typed left invalid /> }
        }
    };
    let offered = form.tickets.iter().find(|ticket| !ticket.full);
    let usual = offered.and_then(|ticket| ticket.code.parse().ok());
    let of_people = questions.iter().any(|question| question.of == AskedOf::Attendee);
    let people = of_people.then(|| {
        // Without a script nothing tells when another ticket is chosen: then all are shown.
        let ticket = None;
        let one = |index: usize| {
            let legend = form.texts.people.get(index).cloned().unwrap_or_default();
            set(Whose::One { index: index.to_string(), ticket }, legend, typed.clone())
        };
        let people = (0..form.values.attendees.len()).map(one).collect_view();
        let template = Whose::One { index: INDEX.to_owned(), ticket: usual };
        let template = set(template, INDEX.to_owned(), AnswersDraft::default());
        view! {
            {people}
            <template id="attendee-questions">{template}</template>
        }
    });
    (!questions.is_empty()).then(|| {
        view! {
            <div class="questions" id="questions">
                <h3>{texts.get("questions-title")}</h3>
                {set(Whose::All, texts.get("questions-of-all"), typed.clone())}
                {people}
            </div>
        }
    })
}

/// What somebody answers later, or otherwise.
pub async fn change(form: AnswersForm) -> Result<(), AppError> {
    let language = context::language_of(&form.language);
    let page = format!("/{}/registrations/{}", language.code(), form.token);
    let token = ManageToken::parse(&form.token).ok_or(AppError::NotFound)?;
    let registrations = &context::services().registrations;
    match registrations.change_answers(&token, &form.answers).await {
        Ok(()) => {
            returned::forget();
            context::see_other(&format!("{page}?answered=1#answers-title"));
            Ok(())
        }
        Err(Error::Invalid(invalid)) => {
            returned::keep(FORM, form, invalid).await?;
            context::see_other(&format!("{page}?form=returned#problems"));
            Ok(())
        }
        Err(error) => Err(error.into()),
    }
}

/// The answers of a registration, and the form that changes them while they may be.
#[component]
pub fn Answers(
    /// The secret of the manage link.
    token: ManageToken,
    /// The answers.
    answers: AnswersPage,
    /// The form that came back, if one did.
    returned: Option<Returned<AnswersForm>>,
    /// Whether they were changed a moment ago.
    saved: bool,
) -> impl IntoView {
    let texts = texts();
    let returned = returned.filter(|returned| returned.values.token == token.as_str());
    let (typed, invalid) = match returned {
        Some(returned) => (returned.values.answers, returned.invalid),
        None => (AnswersDraft::of(&answers.questions, &answers.given), Vec::new()),
    };
    let saved = saved.then(|| {
        view! {
            <p class="notice good" role="status">
                {texts.get("answers-saved")}
            </p>
        }
    });
    let is_empty = answers.is_empty();
    let body = if answers.may_change {
        view! { <Change token answers typed invalid /> }.into_any()
    } else {
        view! { <Given answers /> }.into_any()
    };
    (!is_empty).then(|| {
        view! {
            <section class="section" aria-labelledby="answers-title">
                <h2 id="answers-title">{texts.get("answers-title")}</h2>
                {saved}
                {body}
            </section>
        }
    })
}

#[component]
fn Change(
    token: ManageToken,
    answers: AnswersPage,
    typed: AnswersDraft,
    invalid: Vec<Invalid>,
) -> impl IntoView {
    let texts = texts();
    let AnswersPage { questions, people, options_left, .. } = answers;
    let wrong = invalid.clone();
    let set = move |whose, legend| {
        let (questions, left, invalid) = (questions.clone(), options_left.clone(), wrong.clone());
        view! { <QuestionSet whose legend questions typed=typed.clone() left invalid /> }
    };
    let one = |(place, name, kind): (usize, String, domain::events::TicketKind)| {
        set(Whose::One { index: place.to_string(), ticket: Some(kind) }, name)
    };
    let people = people.into_iter().map(one).collect_view();
    view! {
        <p>{texts.get("answers-text")}</p>
        <Problems invalid />
        <form class="form" method="post" action="/api/answers" novalidate>
            <input type="hidden" name="form[token]" value=token.as_str().to_owned() />
            <input type="hidden" name="form[language]" value=language().code() />
            {set(Whose::All, texts.get("questions-of-all"))}
            {people}
            <p>
                <button class="button" type="submit">
                    {texts.get("answers-save")}
                </button>
            </p>
        </form>
    }
}

/// What was answered, where nothing is to be changed any more.
#[component]
fn Given(answers: AnswersPage) -> impl IntoView {
    let AnswersPage { questions, given, people, .. } = answers;
    let row = |((attendee, number), value): (&(Option<usize>, u16), &String)| {
        let question = questions.iter().find(|question| question.number == *number)?;
        let name = people.iter().find(|(place, ..)| Some(*place) == *attendee);
        let name = name.map(|(_, name, _)| view! { <bdi class="quiet">{name.clone()}</bdi> });
        let words = services::events::questions::words(question, value, language());
        Some(view! {
            <div>
                <dt>
                    <bdi>{question.label(language()).to_owned()}</bdi>
                    " "
                    {name}
                </dt>
                <dd dir="auto">{words}</dd>
            </div>
        })
    };
    let rows = given.iter().filter_map(row).collect_view();
    view! {
        <p>{texts().get("answers-over")}</p>
        <dl class="present">{rows}</dl>
    }
}
