//! Many registrations at once: chosen on the list, decided on a page of their own, told there.

#[cfg(feature = "ssr")]
mod forms;
#[cfg(feature = "ssr")]
pub mod page;
#[cfg(feature = "ssr")]
mod parts;

use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use super::ListForm;
use crate::error::AppError;

/// Chooses those who were ticked, or everyone whom the list shows.
///
/// # Errors
/// See [`AppError`]; nobody leads back to the list.
#[server(endpoint = "bulk")]
pub async fn choose(form: ListForm) -> Result<(), AppError> {
    forms::choose(form).await
}

/// Does something to those who were chosen.
///
/// # Errors
/// See [`AppError`]; what is wrong in the form leads back to it.
#[server(endpoint = "bulk-act")]
pub async fn act(form: BulkForm) -> Result<(), AppError> {
    forms::act(form).await
}

/// Writes what is to be sent to those who were chosen, and shows it before.
///
/// # Errors
/// See [`AppError`]; what is wrong in the form leads back to it.
#[server(endpoint = "bulk-letter")]
pub async fn write_letter(form: BulkForm) -> Result<(), AppError> {
    forms::write_letter(form).await
}

/// Undoes what was done.
///
/// # Errors
/// See [`AppError`]; what stands in the way leads back to the page.
#[server(endpoint = "bulk-undo")]
pub async fn undo(form: BulkForm) -> Result<(), AppError> {
    forms::undo(form).await
}

/// What is done to those who were chosen.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct BulkForm {
    /// The language of the page.
    pub language: String,
    /// The slug of the organisation.
    pub organisation: String,
    /// The slug of the event.
    pub event: String,
    /// The id of the choice.
    pub bulk: String,
    /// The code of what is done.
    pub act: String,
    /// A tag.
    pub tag: String,
    /// When a date begins, on the clock of its zone.
    pub date: String,
    /// The subject of a letter.
    pub subject: String,
    /// The text of a letter.
    pub text: String,
}
