//! Requests are read in full before anything acts on them: no handler, and no transaction, ever
//! waits for a slow client, and a body that is too long is refused whatever its headers say.

use std::time::Duration;

use axum::body::{Body, Bytes};
use axum::extract::{DefaultBodyLimit, FromRequest as _, Request};
use axum::http::{Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::Response;

use super::refusal::refuse;

/// The most octets of a body: many times the longest form.
const LIMIT: u64 = 64 * 1024;

/// The same for the form that writes what an event says: 20,000 characters, each of which may be
/// nine octets on the way.
const LIMIT_OF_TEXTS: u64 = 256 * 1024;

/// The same for a file with registrations, with what a form puts around it.
const LIMIT_OF_FILES: u64 = services::registrations::import::file::MAX_FILE as u64 + 64 * 1024;

/// How long a body may take to arrive.
const PATIENCE: Duration = Duration::from_secs(10);

/// The same for a file.
const PATIENCE_FOR_FILES: Duration = Duration::from_secs(60);

/// How much a body may have, and how long it may take.
fn allowed(path: &str) -> (u64, Duration) {
    match path {
        "/api/event-text" => (LIMIT_OF_TEXTS, PATIENCE),
        path if path.ends_with("/registrations.csv") => (LIMIT_OF_FILES, PATIENCE_FOR_FILES),
        _ => (LIMIT, PATIENCE),
    }
}

/// Reads the body of requests that change something.
pub async fn receive(request: Request, next: Next) -> Response {
    if matches!(*request.method(), Method::GET | Method::HEAD | Method::OPTIONS) {
        return next.run(request).await;
    }
    let (limit, patience) = allowed(request.uri().path());
    let (parts, body) = request.into_parts();
    let length = parts.headers.get(header::CONTENT_LENGTH).and_then(|value| value.to_str().ok());
    if length.and_then(|length| length.parse().ok()).is_some_and(|length: u64| length > limit) {
        return too_long();
    }
    let mut unread = Request::new(body);
    DefaultBodyLimit::max(limit as usize).apply(&mut unread);
    match tokio::time::timeout(patience, Bytes::from_request(unread, &())).await {
        Ok(Ok(body)) => next.run(Request::from_parts(parts, Body::from(body))).await,
        Ok(Err(error)) if error.status() == StatusCode::PAYLOAD_TOO_LARGE => too_long(),
        Ok(Err(_)) => refuse(StatusCode::BAD_REQUEST, "refused-broken"),
        Err(_) => refuse(StatusCode::REQUEST_TIMEOUT, "refused-slow"),
    }
}

fn too_long() -> Response {
    refuse(StatusCode::PAYLOAD_TOO_LARGE, "refused-large")
}
