//! Registering, and giving places back: the server functions that plain forms and the island share.
//!
//! A plain form posts to the function's own address and is sent to the next page (303); the island
//! calls the same function and gets its outcome. Bad input is an outcome, never an error.

pub mod form;
#[cfg(feature = "ssr")]
pub mod form_page;
#[cfg(feature = "ssr")]
pub mod manage_page;
#[cfg(feature = "ssr")]
pub mod questions;
pub mod register_island;

use domain::questions::answers::AnswersDraft;
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

/// Changes the answers of a registration.
///
/// # Errors
/// `NotFound` if the token opens no registration; what is wrong in the form leads back to it.
#[server(endpoint = "answers")]
pub async fn change_answers(form: AnswersForm) -> Result<(), AppError> {
    questions::change(form).await
}

/// What is answered later, or otherwise.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct AnswersForm {
    /// The secret of the manage link.
    pub token: String,
    /// The language of the page.
    pub language: String,
    /// What was typed.
    pub answers: AnswersDraft,
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
