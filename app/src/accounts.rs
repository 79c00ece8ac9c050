//! Signing in and out, and one's own account: what the forms of those pages post to.

#[cfg(feature = "ssr")]
pub mod account_page;
#[cfg(feature = "ssr")]
pub mod address_page;
#[cfg(feature = "ssr")]
pub mod authenticator_page;
#[cfg(feature = "ssr")]
pub mod code_page;
#[cfg(feature = "ssr")]
pub mod confirm_page;
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

/// Shows by a passkey who one is.
///
/// # Errors
/// See [`AppError`].
#[server(endpoint = "passkey-proof")]
pub async fn prove_with_passkey(answer: String) -> Result<(), AppError> {
    passkeys::prove(&answer).await
}

/// Shows by a code who one is.
///
/// # Errors
/// See [`AppError`]; a code that does not work leads back to the page.
#[server(endpoint = "proof")]
pub async fn prove(form: ProofForm) -> Result<(), AppError> {
    confirm_page::prove(form).await
}

/// Sends a code to show who one is.
///
/// # Errors
/// See [`AppError`].
#[server(endpoint = "proof-mail")]
pub async fn ask_for_code(form: ProofForm) -> Result<(), AppError> {
    confirm_page::ask_for_code(form).await
}

/// Signs this browser in with the code of an app, after a link or a provider.
///
/// # Errors
/// See [`AppError`]; a code that does not work leads back to the page.
#[server(endpoint = "session-code")]
pub async fn sign_in_with_code(form: CodeForm) -> Result<(), AppError> {
    code_page::sign_in(form).await
}

/// Begins to set up an app that makes codes.
///
/// # Errors
/// See [`AppError`].
#[server(endpoint = "authenticator-request")]
pub async fn ask_to_make_authenticator(form: CodeForm) -> Result<(), AppError> {
    authenticator_page::ask_to_make(form).await
}

/// Keeps the app, whose first code is typed.
///
/// # Errors
/// See [`AppError`]; a code that does not work leads back to the page.
#[server(endpoint = "authenticator")]
pub async fn keep_authenticator(form: CodeForm) -> Result<(), AppError> {
    authenticator_page::keep(form).await
}

/// Forgets the app.
///
/// # Errors
/// See [`AppError`].
#[server(endpoint = "authenticator-end")]
pub async fn forget_authenticator(form: CodeForm) -> Result<(), AppError> {
    authenticator_page::forget(form).await
}

/// Makes new recovery codes.
///
/// # Errors
/// See [`AppError`].
#[server(endpoint = "recovery-codes")]
pub async fn renew_recovery_codes(form: CodeForm) -> Result<(), AppError> {
    authenticator_page::renew_codes(form).await
}

/// Sends codes to the old address and to a new one.
///
/// # Errors
/// See [`AppError`]; an address that is none leads back to the page.
#[server(endpoint = "address-change")]
pub async fn ask_to_change_address(form: AskForm) -> Result<(), AppError> {
    address_page::ask(form).await
}

/// Changes the address, with both codes.
///
/// # Errors
/// See [`AppError`]; codes that do not work lead back to the page.
#[server(endpoint = "address")]
pub async fn change_address(form: AddressForm) -> Result<(), AppError> {
    address_page::change(form).await
}

/// How one shows who one is, and what one wanted to do.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct ProofForm {
    /// The language of the page.
    pub language: String,
    /// The page to see next.
    pub then: String,
    /// The code.
    pub code: String,
}

/// A code, where a form asks for one.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct CodeForm {
    /// The language of the page.
    pub language: String,
    /// The code.
    pub code: String,
}

/// The codes of both mailboxes.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct AddressForm {
    /// The language of the page.
    pub language: String,
    /// The code from the mail to the old address.
    pub code: String,
    /// The code from the mail to the new address.
    pub other: String,
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
