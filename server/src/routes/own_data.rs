//! One's own data as a file, behind the secret of the manage link.

use axum::Router;
use axum::extract::{Path, State};
use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use axum::routing::get;
use domain::language::Language;
use services::secrets::ManageToken;
use services::texts::Texts;
use services::{Error, Services};

use crate::middleware::{come_back, plain};

const HEADERS: [(HeaderName, HeaderValue); 3] = [
    (header::CONTENT_TYPE, HeaderValue::from_static("application/json")),
    (
        header::CONTENT_DISPOSITION,
        HeaderValue::from_static("attachment; filename=\"registration.json\""),
    ),
    (header::CACHE_CONTROL, HeaderValue::from_static("no-store")),
];

/// The route of the file.
pub fn router(services: Services) -> Router {
    Router::new()
        .route("/{language}/registrations/{token}/data.json", get(file))
        .with_state(services)
}

async fn file(
    State(services): State<Services>,
    Path((language, token)): Path<(String, String)>,
) -> Response {
    let language: Language = language.parse().unwrap_or(Language::English);
    let data = async {
        let token = ManageToken::parse(&token).ok_or(Error::NotFound)?;
        services.registrations.own_data(&token).await
    };
    match data.await {
        Ok(data) => {
            (HEADERS, serde_json::to_string_pretty(&data).unwrap_or_default()).into_response()
        }
        Err(Error::Busy(error)) => {
            tracing::warn!(%error, "own data did not get its turn");
            come_back(StatusCode::SERVICE_UNAVAILABLE, 10, "refused-crowd")
        }
        Err(Error::Internal(error)) => {
            tracing::error!(error = format!("{error:#}"), "own data cannot be read");
            plain(StatusCode::INTERNAL_SERVER_ERROR, Texts(language).get("trouble-text"))
        }
        Err(_) => plain(StatusCode::NOT_FOUND, Texts(language).get("not-found-text")),
    }
}
