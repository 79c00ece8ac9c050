//! The page behind the manage link while there is no ticket: what is waited for, until when, and the
//! button that says yes.
//!
//! The link in a mail carries a code, and the page it opens a form: whoever follows links changes
//! nothing.

use domain::registrations::RegistrationStatus;
use leptos::prelude::*;
use services::Error;
use services::events::EventPage as Event;
use services::registrations::RegistrationPage;
use services::registrations::waitlist::Position;
use services::secrets::{AddressCode, ManageToken};

use super::AnswerForm;
use crate::context::{self, dates, language, texts};
use crate::error::AppError;

/// The address is confirmed.
pub async fn confirm_address(form: AnswerForm) -> Result<(), AppError> {
    let token = ManageToken::parse(&form.token).ok_or(AppError::NotFound)?;
    let code = AddressCode::parse(&form.code).ok_or(AppError::NotFound)?;
    answered(&form, context::services().registrations.confirm_address(&token, &code).await)
}

/// What is offered is accepted.
pub async fn accept(form: AnswerForm) -> Result<(), AppError> {
    let token = ManageToken::parse(&form.token).ok_or(AppError::NotFound)?;
    let code = AddressCode::parse(&form.code);
    answered(&form, context::services().registrations.accept(&token, code.as_ref()).await)
}

/// Back to the page, which says how things are now.
fn answered(form: &AnswerForm, done: Result<(), Error>) -> Result<(), AppError> {
    let language = context::language_of(&form.language);
    let page = format!("/{}/registrations/{}", language.code(), form.token);
    match done {
        Ok(()) => context::see_other(&format!("{page}?new=1")),
        Err(Error::Invalid(_)) => context::see_other(&page),
        Err(error) => return Err(error.into()),
    }
    Ok(())
}

/// The key of the title of the page.
pub const fn title(status: RegistrationStatus) -> &'static str {
    match status {
        RegistrationStatus::PendingEmail => "manage-pending-email-title",
        RegistrationStatus::PendingApproval => "manage-pending-approval-title",
        RegistrationStatus::Waitlisted => "manage-waitlisted-title",
        RegistrationStatus::Offered => "manage-offered-title",
        RegistrationStatus::Declined => "manage-declined-title",
        RegistrationStatus::Expired => "manage-expired-title",
        RegistrationStatus::Confirmed | RegistrationStatus::Cancelled => "manage-title",
    }
}

/// What happened, and what happens next.
#[component]
pub fn Message(
    /// The registration.
    registration: RegistrationPage,
    /// Its event.
    event: Event,
) -> impl IntoView {
    let texts = texts();
    let until = registration.until.map(|until| dates().moment(until, &event.date().when.zone));
    let email = [
        ("email", registration.contact_email.as_str().into()),
        ("moment", until.unwrap_or_default().into()),
    ];
    let words = match registration.status {
        RegistrationStatus::PendingEmail => texts.with("manage-pending-email-text", &email),
        RegistrationStatus::PendingApproval => {
            texts.with("manage-pending-approval-text", &email[..1])
        }
        RegistrationStatus::Waitlisted => texts.with("manage-waitlisted-text", &email[..1]),
        RegistrationStatus::Offered if registration.by_mail => {
            texts.with("manage-offered-by-mail-text", &email)
        }
        RegistrationStatus::Offered => texts.with("manage-offered-text", &email[1..]),
        RegistrationStatus::Declined => texts.get("manage-declined-text"),
        _ => texts.get("manage-expired-text"),
    };
    let reason = registration.reason.map(|reason| {
        view! {
            <p class="note" dir="auto">
                {reason}
            </p>
        }
    });
    view! {
        <p class="lead">{words}</p>
        {reason}
    }
}

/// What can be said to a mail, and where those who wait stand.
#[component]
pub fn Answer(
    /// The secret of the link.
    token: ManageToken,
    /// The registration.
    registration: RegistrationPage,
    /// Its event.
    event: Event,
    /// The code of the mail, if the page was opened by its link.
    code: String,
) -> impl IntoView {
    let has_code = AddressCode::parse(&code).is_some();
    match registration.status {
        RegistrationStatus::PendingEmail if has_code => {
            view! { <AnswerButton token code action="address-confirmation" label="confirm-address" /> }
                .into_any()
        }
        RegistrationStatus::Offered if has_code || !registration.by_mail => {
            view! { <AnswerButton token code action="offer-acceptance" label="offer-accept" /> }
                .into_any()
        }
        RegistrationStatus::Waitlisted => {
            let hours = event.content.choices.offer_hours;
            let (positions, partly) = (registration.positions, registration.partly);
            view! { <Queue positions event partly /> <Rule hours /> }.into_any()
        }
        _ => ().into_any(),
    }
}

#[component]
fn AnswerButton(
    token: ManageToken,
    code: String,
    action: &'static str,
    label: &'static str,
) -> impl IntoView {
    view! {
        <form class="actions" method="post" action=format!("/api/{action}")>
            <input type="hidden" name="form[token]" value=token.as_str().to_owned() />
            <input type="hidden" name="form[language]" value=language().code() />
            <input type="hidden" name="form[code]" value=code />
            <button class="button wide" type="submit">
                {texts().get(label)}
            </button>
        </form>
    }
}

/// Where they stand on each date that they wait for.
#[component]
fn Queue(positions: Vec<Position>, event: Event, partly: bool) -> impl IntoView {
    let texts = texts();
    let row = |position: Position| {
        let date = event.dates.iter().find(|date| date.when.starts == position.date);
        let words = texts.with("queue-position", &[("position", position.place.into())]);
        view! {
            <li>
                <b>{date.map(|date| dates().start(&date.when))}</b>
                " "
                <span class="places few">{words}</span>
            </li>
        }
    };
    let rows = positions.into_iter().map(row).collect_view();
    let partly = partly.then(|| view! { <p>{texts.get("queue-partly")}</p> });
    view! {
        <section class="section" aria-labelledby="queue">
            <h2 id="queue">{texts.get("queue-title")}</h2>
            <ul class="attendees">{rows}</ul>
            {partly}
        </section>
    }
}

/// How places are offered.
#[component]
pub fn Rule(
    /// For how many hours an offer lasts.
    hours: i64,
) -> impl IntoView {
    let texts = texts();
    let patience = domain::registrations::waitlist::PATIENCE;
    view! {
        <details class="rule">
            <summary>{texts.get("queue-rule-title")}</summary>
            <ul>
                <li>{texts.get("queue-rule-order")}</li>
                <li>{texts.with("queue-rule-fair", &[("count", patience.into())])}</li>
                <li>{texts.with("queue-rule-offer", &[("count", hours.into())])}</li>
            </ul>
        </details>
    }
}
