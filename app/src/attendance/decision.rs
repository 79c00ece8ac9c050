//! What waits for an organiser's word, or for a place: how it stands, and the two buttons.

use domain::invalid::{Field, Invalid};
use domain::registrations::RegistrationStatus;
use leptos::prelude::*;
use services::registrations::one::OwnRegistration;

use super::about::About;
use crate::accounts::account_page::instant;
use crate::context::texts;
use crate::ui::form::TextArea;

/// How it stands with a registration that is not confirmed, and what can be decided about it.
#[component]
pub fn Decision(
    /// The registration.
    one: OwnRegistration,
    /// The same, for forms.
    about: About,
    /// The reason, if the form came back.
    typed: String,
    /// What is wrong with it.
    invalid: Vec<Invalid>,
    /// Whether the one who looks may decide.
    can_decide: bool,
) -> impl IntoView {
    let (texts, status) = (texts(), one.status);
    if matches!(status, RegistrationStatus::Confirmed | RegistrationStatus::Cancelled) {
        return None;
    }
    let until = one.until.map(|until| {
        view! {
            <p>{texts.get("decision-until")} " " {instant(until)}</p>
        }
    });
    let place = |position: i64| texts.with("queue-position", &[("position", position.into())]);
    let queue = one.positions.iter().map(|position| view! { <p>{place(position.place)}</p> });
    let queue = queue.collect_view();
    let partly = (one.partly && status == RegistrationStatus::Waitlisted)
        .then(|| view! { <p>{texts.get("queue-partly")}</p> });
    let reason = one.reason.clone().map(|reason| {
        view! {
            <p class="note" dir="auto">
                {reason}
            </p>
        }
    });
    let may_approve = can_decide && status == RegistrationStatus::PendingApproval;
    let may_decline = may_approve || (can_decide && status == RegistrationStatus::Waitlisted);
    let yes = may_approve.then(|| view! { <Approve about=about.clone() /> });
    let no = may_decline.then(|| view! { <Decline about typed invalid /> });
    Some(view! {
        <section class="section" aria-labelledby="decision">
            <h2 id="decision">{texts.get(&format!("place-{}", status.code()))}</h2>
            {until}
            {queue}
            {partly}
            {reason}
            {yes}
            {no}
        </section>
    })
}

#[component]
fn Approve(about: About) -> impl IntoView {
    view! {
        <form class="actions" method="post" action="/api/registration-approval">
            {about.fields()}
            <button class="button" type="submit">
                {texts().get("decision-approve")}
            </button>
        </form>
    }
}

#[component]
fn Decline(about: About, typed: String, invalid: Vec<Invalid>) -> impl IntoView {
    let texts = texts();
    let is_open = invalid.iter().any(|invalid| invalid.field == Field::Reason);
    view! {
        <details class="confirm" open=is_open>
            <summary class="button second">{texts.get("decision-decline")}</summary>
            <form class="form" method="post" action="/api/registration-refusal" novalidate>
                {about.fields()}
                <TextArea
                    field=Field::Reason
                    name="form[text]"
                    label="decision-reason"
                    value=typed
                    invalid
                    rows=3
                />
                <button class="button back" type="submit">
                    {texts.get("decision-decline-button")}
                </button>
            </form>
        </details>
    }
}
