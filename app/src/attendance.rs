//! Who comes, for those who hold the event: the list, the door, one registration.
//!
//! Every form posts to the function's own address and is sent back to where it came from (303).
//! People are named in forms by what is printed on their ticket, never by an internal id.

#[cfg(feature = "ssr")]
mod about;
#[cfg(feature = "ssr")]
pub mod add_page;
#[cfg(feature = "ssr")]
mod answers;
#[cfg(feature = "ssr")]
pub mod asked;
pub mod bulk;
#[cfg(feature = "ssr")]
mod columns;
#[cfg(feature = "ssr")]
pub mod door_page;
#[cfg(feature = "ssr")]
mod filters;
#[cfg(feature = "ssr")]
mod forms;
pub mod import;
#[cfg(feature = "ssr")]
pub mod list_page;
#[cfg(feature = "ssr")]
pub mod one_page;
#[cfg(feature = "ssr")]
mod one_parts;
#[cfg(feature = "ssr")]
mod rows;
#[cfg(feature = "ssr")]
mod tag_parts;

use std::collections::BTreeMap;

use domain::registrations::AttendeeDraft;
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use crate::error::AppError;

/// Says that somebody is here.
///
/// # Errors
/// See [`AppError`].
#[server(endpoint = "check-in")]
pub async fn check_in(form: CheckInForm) -> Result<(), AppError> {
    forms::check_in(form).await
}

/// Takes it back.
///
/// # Errors
/// See [`AppError`].
#[server(endpoint = "check-in-undo")]
pub async fn undo_check_in(form: CheckInForm) -> Result<(), AppError> {
    forms::undo_check_in(form).await
}

/// Gives back places for those who made a registration.
///
/// # Errors
/// See [`AppError`]; what stands in the way leads back to the registration.
#[server(endpoint = "registration-cancellation")]
pub async fn give_back_for(form: RegistrationForm) -> Result<(), AppError> {
    forms::give_back(form).await
}

/// Sends the ticket of a registration again.
///
/// # Errors
/// See [`AppError`]; what stands in the way leads back to the registration.
#[server(endpoint = "registration-mail")]
pub async fn send_again(form: RegistrationForm) -> Result<(), AppError> {
    forms::send_again(form).await
}

/// Adds a note to a registration.
///
/// # Errors
/// See [`AppError`]; what is wrong in the form leads back to it.
#[server(endpoint = "registration-note")]
pub async fn add_note(form: RegistrationForm) -> Result<(), AppError> {
    forms::add_note(form).await
}

/// Puts a tag on a registration.
///
/// # Errors
/// See [`AppError`]; what is wrong in the form leads back to it.
#[server(endpoint = "registration-tag")]
pub async fn add_tag(form: RegistrationForm) -> Result<(), AppError> {
    forms::tag(form, true).await
}

/// Takes a tag off a registration.
///
/// # Errors
/// See [`AppError`].
#[server(endpoint = "registration-tag-end")]
pub async fn remove_tag(form: RegistrationForm) -> Result<(), AppError> {
    forms::tag(form, false).await
}

/// Deletes a tag that nobody has any more.
///
/// # Errors
/// See [`AppError`]; what stands in the way leads back to the registration.
#[server(endpoint = "tag-end")]
pub async fn delete_tag(form: RegistrationForm) -> Result<(), AppError> {
    forms::delete_tag(form).await
}

/// Chooses the columns of the list.
///
/// # Errors
/// See [`AppError`].
#[server(endpoint = "list-columns")]
pub async fn choose_columns(form: ListForm) -> Result<(), AppError> {
    forms::choose_columns(form).await
}

/// Registers people for someone.
///
/// # Errors
/// See [`AppError`]; what is wrong in the form leads back to it.
#[server(endpoint = "registration")]
pub async fn add(form: AddForm) -> Result<(), AppError> {
    add_page::add(form).await
}

/// People whom an organiser registers for someone.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct AddForm {
    /// The language of the page.
    pub language: String,
    /// The slug of the organisation.
    pub organisation: String,
    /// The slug of the event.
    pub event: String,
    /// Makes sending the form twice the same as once.
    pub key: String,
    /// When the date begins, on the clock of its zone.
    pub date: String,
    /// The language of the mails.
    pub mail_language: String,
    /// Not empty if the contact person gets the ticket.
    pub mail: String,
    /// The contact person's name.
    pub contact_name: String,
    /// The contact person's mail address.
    pub contact_email: String,
    /// Who comes.
    pub attendees: Vec<AttendeeDraft>,
}

/// What is wanted of a list.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct ListForm {
    /// The language of the page.
    pub language: String,
    /// The slug of the organisation.
    pub organisation: String,
    /// The slug of the event.
    pub event: String,
    /// The query of the list.
    pub query: String,
    /// The codes of columns that were ticked.
    pub columns: BTreeMap<String, String>,
    /// Not empty if the usual columns are wanted.
    pub usual: String,
    /// Who was ticked: references and positions.
    pub chosen: BTreeMap<String, String>,
    /// Not empty if everyone is meant whom the list shows.
    pub all: String,
}

/// Who is here, and where the form stood.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct CheckInForm {
    /// The language of the page.
    pub language: String,
    /// The slug of the organisation.
    pub organisation: String,
    /// The slug of the event.
    pub event: String,
    /// The reference and position of the attendee.
    pub who: String,
    /// The query of the list that the form stood on.
    pub query: String,
}

/// What is done to a registration.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct RegistrationForm {
    /// The language of the page.
    pub language: String,
    /// The slug of the organisation.
    pub organisation: String,
    /// The slug of the event.
    pub event: String,
    /// The code of the registration.
    pub reference: String,
    /// The position of the attendee; none for all.
    pub position: Option<i64>,
    /// The text of a note, or a tag.
    pub text: String,
}
