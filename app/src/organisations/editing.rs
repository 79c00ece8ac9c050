//! Writing the page of an organisation: what its forms post to, a function for each.
//!
//! As in the editor of events, every form comes back to its section (303): with what was saved, or
//! with what was typed and what is wrong.

#[cfg(feature = "ssr")]
mod facts_section;
#[cfg(feature = "ssr")]
mod logo_section;
#[cfg(feature = "ssr")]
pub mod page;
#[cfg(feature = "ssr")]
mod texts_section;

use domain::organisations::drafts::{FactsDraft, TextDraft};
use leptos::prelude::*;
use leptos::server_fn::codec::{MultipartData, MultipartFormData};
use serde::{Deserialize, Serialize};

use crate::error::AppError;

/// Writes what an organisation says in one language.
///
/// # Errors
/// See [`AppError`]; what is wrong in the form leads back to it.
#[server(endpoint = "organisation-text")]
pub async fn write_organisation_text(form: TextForm) -> Result<(), AppError> {
    texts_section::write(form).await
}

/// Takes away what an organisation says in one language.
///
/// # Errors
/// See [`AppError`]; what stands in the way leads back to the form.
#[server(endpoint = "organisation-text-end")]
pub async fn remove_organisation_text(form: TextForm) -> Result<(), AppError> {
    texts_section::remove(form).await
}

/// Writes what sort of body an organisation is, where to write to and its links.
///
/// # Errors
/// See [`AppError`]; what is wrong in the form leads back to it.
#[server(endpoint = "organisation-facts")]
pub async fn write_organisation_facts(form: FactsForm) -> Result<(), AppError> {
    facts_section::write(form).await
}

/// Gives an organisation a sign. The form brings a file, so it is read by hand.
///
/// # Errors
/// See [`AppError`]; what is wrong in the form leads back to it.
#[server(endpoint = "organisation-logo", input = MultipartFormData)]
pub async fn write_logo(form: MultipartData) -> Result<(), AppError> {
    logo_section::write(form).await
}

/// Takes the sign of an organisation away.
///
/// # Errors
/// See [`AppError`]; what stands in the way leads back to the form.
#[server(endpoint = "organisation-logo-end")]
pub async fn remove_logo(form: LogoForm) -> Result<(), AppError> {
    logo_section::remove(form).await
}

/// Which organisation a form is about, and from which of its versions it was made.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct At {
    /// The language of the page.
    pub language: String,
    /// The slug of the organisation.
    pub organisation: String,
    /// The version.
    pub version: i64,
}

/// What an organisation says in one language.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct TextForm {
    /// Which organisation.
    pub at: At,
    /// The code of the language of the text.
    pub written_in: String,
    /// What was typed.
    pub text: TextDraft,
}

/// What an organisation is.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct FactsForm {
    /// Which organisation.
    pub at: At,
    /// What was typed.
    pub facts: FactsDraft,
}

/// The sign of which organisation.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct LogoForm {
    /// Which organisation.
    pub at: At,
}
