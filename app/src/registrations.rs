//! Registering, and giving places back: the server functions that plain forms and the island share.
//!
//! A plain form posts to the function's own address and is sent to the next page (303); the island
//! calls the same function and gets its outcome. Bad input is an outcome, never an error.

pub mod form;
#[cfg(feature = "ssr")]
pub mod form_page;
#[cfg(feature = "ssr")]
pub mod lost_page;
#[cfg(feature = "ssr")]
pub mod manage_page;
#[cfg(feature = "ssr")]
pub mod own_data_page;
pub mod register_island;
#[cfg(feature = "ssr")]
mod shield;
#[cfg(feature = "ssr")]
mod states_page;

use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use crate::error::AppError;
use form::{Outcome, RegisterForm, TicketOption};

/// Registers the people of a form, or adds or removes a person and shows the form again.
///
/// # Errors
/// Nothing that was typed is at fault: see [`AppError`].
#[server(endpoint = "register")]
pub async fn register(form: RegisterForm) -> Result<Outcome, AppError> {
    let outcome = form_page::submit(form.clone()).await?;
    form_page::answer(form, &outcome).await?;
    Ok(outcome)
}

/// The ticket types of a date with the places that are left now.
///
/// # Errors
/// `NotFound` if there is no such event.
#[server(endpoint = "places", input = leptos::server_fn::codec::GetUrl)]
pub async fn places(
    event: String,
    date: String,
    language: String,
) -> Result<Vec<TicketOption>, AppError> {
    form_page::places(&event, &date, &language).await
}

/// Gives back the place of one attendee (by position), or all places.
///
/// # Errors
/// `NotFound` if the token opens no registration.
#[server(endpoint = "cancellation")]
pub async fn give_back(form: GiveBackForm) -> Result<(), AppError> {
    manage_page::give_back(form).await
}

/// Confirms the address of whoever registered, by the code in the mail.
///
/// # Errors
/// `NotFound` if the token opens no registration, or the code is not its own.
#[server(endpoint = "address-confirmation")]
pub async fn confirm_address(form: AnswerForm) -> Result<(), AppError> {
    states_page::confirm_address(form).await
}

/// Accepts what is offered.
///
/// # Errors
/// `NotFound` if the token opens no registration, or the code is not its own.
#[server(endpoint = "offer-acceptance")]
pub async fn accept(form: AnswerForm) -> Result<(), AppError> {
    states_page::accept(form).await
}

/// What whoever registered says to a mail.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct AnswerForm {
    /// The secret of the manage link.
    pub token: String,
    /// The language of the page.
    pub language: String,
    /// The code of the mail; empty where none is needed.
    pub code: String,
}

/// Sends the tickets of an address again.
///
/// # Errors
/// See [`AppError`]; an address that is none leads back to the form.
#[server(endpoint = "lost-links")]
pub async fn send_lost_links(form: LostForm) -> Result<(), AppError> {
    lost_page::ask(form).await
}

/// Whose links were lost.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct LostForm {
    /// The mail address.
    pub email: String,
    /// The language of the page.
    pub language: String,
}

/// Which places are given back.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct GiveBackForm {
    /// The secret of the manage link.
    pub token: String,
    /// The language of the page.
    pub language: String,
    /// The position of the attendee; none for all.
    pub position: Option<i64>,
}
