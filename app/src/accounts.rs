//! Signing in and out: what the forms of those pages post to.

#[cfg(feature = "ssr")]
pub mod account_page;
#[cfg(feature = "ssr")]
pub mod passkeys;
#[cfg(feature = "ssr")]
pub mod sign_in_page;

use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use crate::error::AppError;

/// Sends a link to sign in.
///
/// # Errors
/// See [`AppError`]; an address that is none leads back to the form.
#[server(endpoint = "sign-in-link")]
pub async fn ask_for_link(form: AskForm) -> Result<(), AppError> {
    sign_in_page::ask(form).await
}

/// Signs this browser in.
///
/// # Errors
/// See [`AppError`]; a link or code that does not work leads back to the form.
#[server(endpoint = "session")]
pub async fn sign_in(form: SignInForm) -> Result<(), AppError> {
    sign_in_page::sign_in(form).await
}

/// Signs a browser out.
///
/// # Errors
/// See [`AppError`].
#[server(endpoint = "session-end")]
pub async fn sign_out(form: SignOutForm) -> Result<(), AppError> {
    account_page::sign_out(form).await
}

/// Asks the browser to make a passkey: what `navigator.credentials.create` takes, as JSON.
///
/// # Errors
/// See [`AppError`].
#[server(endpoint = "passkey-creation")]
pub async fn ask_to_make_passkey() -> Result<String, AppError> {
    passkeys::ask_to_make().await
}

/// Keeps the passkey that the browser made.
///
/// # Errors
/// See [`AppError`].
#[server(endpoint = "passkey")]
pub async fn keep_passkey(answer: String) -> Result<(), AppError> {
    passkeys::keep(&answer).await
}

/// Asks the browser to sign in with a passkey: what `navigator.credentials.get` takes, as JSON.
///
/// # Errors
/// See [`AppError`].
#[server(endpoint = "passkey-request")]
pub async fn ask_for_passkey() -> Result<String, AppError> {
    passkeys::ask().await
}

/// Signs this browser in with a passkey.
///
/// # Errors
/// See [`AppError`].
#[server(endpoint = "passkey-session")]
pub async fn sign_in_with_passkey(answer: String) -> Result<(), AppError> {
    passkeys::sign_in(&answer).await
}

/// Forgets a passkey.
///
/// # Errors
/// See [`AppError`].
#[server(endpoint = "passkey-end")]
pub async fn forget_passkey(form: PasskeyForm) -> Result<(), AppError> {
    passkeys::forget(form).await
}

/// Which passkey is forgotten.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct PasskeyForm {
    /// The language of the page.
    pub language: String,
    /// The id of the passkey.
    pub passkey: String,
}

/// Where to send a link to.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct AskForm {
    /// The language of the page.
    pub language: String,
    /// The mail address.
    pub email: String,
}

/// What is shown to sign in: the secret of a link, or a code.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct SignInForm {
    /// The language of the page.
    pub language: String,
    /// The secret of the link.
    pub token: String,
    /// The code of the mail.
    pub code: String,
}

/// Which browser is signed out.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct SignOutForm {
    /// The language of the page.
    pub language: String,
    /// The id of the session; empty for this browser.
    pub session: String,
}
