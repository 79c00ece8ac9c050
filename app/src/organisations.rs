//! Organisations: their public page, and the pages of those who act for them.

pub mod editing;
#[cfg(feature = "ssr")]
pub mod events_page;
#[cfg(feature = "ssr")]
pub mod home_page;
#[cfg(feature = "ssr")]
pub mod invitation_page;
#[cfg(feature = "ssr")]
pub mod members_page;
#[cfg(feature = "ssr")]
pub mod public_page;

use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use crate::error::AppError;

/// Invites someone to act for an organisation.
///
/// # Errors
/// See [`AppError`]; what is wrong in the form leads back to it.
#[server(endpoint = "invitation")]
pub async fn invite(form: InviteForm) -> Result<(), AppError> {
    members_page::invite(form).await
}

/// Takes an invitation back.
///
/// # Errors
/// See [`AppError`].
#[server(endpoint = "invitation-withdrawal")]
pub async fn withdraw(form: MemberForm) -> Result<(), AppError> {
    members_page::withdraw(form).await
}

/// Makes the one who was invited a member.
///
/// # Errors
/// See [`AppError`]; an invitation that does not work leads back to its page.
#[server(endpoint = "membership")]
pub async fn accept(form: AcceptForm) -> Result<(), AppError> {
    invitation_page::accept(form).await
}

/// Gives a member another role.
///
/// # Errors
/// See [`AppError`].
#[server(endpoint = "membership-role")]
pub async fn change_role(form: MemberForm) -> Result<(), AppError> {
    members_page::change_role(form).await
}

/// Takes a member's role away.
///
/// # Errors
/// See [`AppError`].
#[server(endpoint = "membership-end")]
pub async fn remove_member(form: MemberForm) -> Result<(), AppError> {
    members_page::remove(form).await
}

/// Whom to invite, and as what.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct InviteForm {
    /// The language of the page.
    pub language: String,
    /// The slug of the organisation.
    pub organisation: String,
    /// The mail address.
    pub email: String,
    /// The code of the role.
    pub role: String,
    /// The slug of the event that the role is for; empty for all of the organisation.
    pub event: String,
}

/// Which invitation is accepted.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct AcceptForm {
    /// The language of the page.
    pub language: String,
    /// The secret of the invitation.
    pub token: String,
}

/// Which member or invitation is meant.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct MemberForm {
    /// The language of the page.
    pub language: String,
    /// The slug of the organisation.
    pub organisation: String,
    /// The id of the account, or of the invitation.
    pub id: String,
    /// The slug of the event that the role is for; empty for all of the organisation.
    pub event: String,
    /// The code of the new role.
    pub role: String,
}
