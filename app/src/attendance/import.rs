//! A list that an organiser brings along: the file is sent to the address of the list's own file, and
//! looked at on a page before anybody is added.

#[cfg(feature = "ssr")]
mod form;
#[cfg(feature = "ssr")]
pub mod look_page;
#[cfg(feature = "ssr")]
pub mod page;

use std::collections::BTreeMap;

use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use crate::error::AppError;

/// Adds who is new in a file.
///
/// # Errors
/// See [`AppError`]; what stands in the way leads back to the look at the file.
#[server(endpoint = "import")]
pub async fn import(form: ImportForm) -> Result<(), AppError> {
    form::import(form).await
}

/// What is to be added.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct ImportForm {
    /// The language of the page.
    pub language: String,
    /// The slug of the organisation.
    pub organisation: String,
    /// The slug of the event.
    pub event: String,
    /// The id of the file.
    pub file: String,
    /// The codes of columns with their places in the file.
    pub columns: BTreeMap<String, String>,
    /// Not empty if the people get their tickets.
    pub mail: String,
}
