//! What becomes of Markdown while it is typed.

use leptos::prelude::*;

use crate::error::AppError;

/// The HTML of a text, for whoever is signed in: the editor shows it beside the field.
///
/// # Errors
/// See [`AppError`]; a text that is too long for any field of ours cannot be read.
#[server(endpoint = "markdown")]
pub async fn shown(text: String) -> Result<String, AppError> {
    use domain::events::drafts::TextDraft;

    crate::context::signed_in().await?;
    if text.chars().count() > TextDraft::DESCRIPTION {
        return Err(AppError::Unreadable);
    }
    Ok(services::markdown::html(&text).as_str().to_owned())
}
