//! Requests are read in full before anything acts on them: no handler, and no transaction, ever
//! waits for a slow client, and a body that is too long is refused whatever its headers say.

use std::time::Duration;

use axum::body::{Body, Bytes};
use axum::extract::{DefaultBodyLimit, FromRequest as _, Request};
use axum::http::{Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::Response;
use tokio::sync::Semaphore;

use super::refusal::{come_back, refuse};

/// What the body of a request may be.
struct Bounds {
    /// The most octets.
    limit: u64,
    /// How long it may take to arrive.
    patience: Duration,
    /// Whether it is so large that only a few are held at once.
    is_large: bool,
}

/// Many times the longest form.
const FORM: Bounds =
    Bounds { limit: 64 * 1024, patience: Duration::from_secs(10), is_large: false };

/// A form with a text of up to 20,000 characters. A text far beyond that is read too, so that the
/// form comes back with what is wrong at its field: a million characters, each of three octets on
/// the way.
const TEXT: Bounds =
    Bounds { limit: 4 * 1024 * 1024, patience: Duration::from_secs(20), is_large: true };

/// A form with a picture: 10 MB over a slow line. A file of twice that size is read too, for the
/// same reason.
const PICTURE: Bounds =
    Bounds { limit: 24 * 1024 * 1024, patience: Duration::from_mins(2), is_large: true };

/// A form with a file of registrations, and what a form puts around it.
const TABLE: Bounds = Bounds {
    limit: services::registrations::import::file::MAX_FILE as u64 + 64 * 1024,
    patience: Duration::from_mins(1),
    is_large: true,
};

/// How many large bodies are held at once, from their first octet to the answer: at most 192 MB.
static LARGE: Semaphore = Semaphore::const_new(8);

/// How long a request with a large body waits for its turn.
const PATIENCE: Duration = Duration::from_secs(5);

const COME_BACK_IN: u64 = 5;

fn bounds(path: &str) -> Bounds {
    match path {
        "/api/event-text" | "/api/organisation-text" | "/api/markdown" => TEXT,
        "/api/event-picture" | "/api/organisation-logo" => PICTURE,
        path if path.ends_with("/registrations.csv") => TABLE,
        _ => FORM,
    }
}

/// How much longer than others a request to this path may take: as long as its body may.
pub fn extra_time(path: &str) -> Duration {
    bounds(path).patience.saturating_sub(FORM.patience)
}

/// Reads the body of requests that change something.
pub async fn receive(request: Request, next: Next) -> Response {
    if matches!(*request.method(), Method::GET | Method::HEAD | Method::OPTIONS) {
        return next.run(request).await;
    }
    let bounds = bounds(request.uri().path());
    let (parts, body) = request.into_parts();
    let header = |name| parts.headers.get(name).and_then(|value| value.to_str().ok());
    let length = header(header::CONTENT_LENGTH).and_then(|length| length.parse::<u64>().ok());
    if length.is_some_and(|length| length > bounds.limit) {
        return too_long();
    }
    // Without its boundary such a form makes server_fn 0.8.13 panic.
    let kind = header(header::CONTENT_TYPE).unwrap_or_default();
    let is_form = kind.starts_with("multipart/form-data") && kind.contains("boundary=");
    if bounds.limit == PICTURE.limit && !is_form {
        return refuse(StatusCode::BAD_REQUEST, "refused-broken");
    }
    let _turn = if bounds.is_large && length.is_none_or(|length| length > FORM.limit) {
        let Ok(turn) = tokio::time::timeout(PATIENCE, LARGE.acquire()).await else {
            return come_back(StatusCode::SERVICE_UNAVAILABLE, COME_BACK_IN, "refused-crowd");
        };
        turn.ok()
    } else {
        None
    };
    let mut unread = Request::new(body);
    let limit = usize::try_from(bounds.limit).unwrap_or(usize::MAX);
    DefaultBodyLimit::max(limit).apply(&mut unread);
    match tokio::time::timeout(bounds.patience, Bytes::from_request(unread, &())).await {
        Ok(Ok(body)) => next.run(Request::from_parts(parts, Body::from(body))).await,
        Ok(Err(error)) if error.status() == StatusCode::PAYLOAD_TOO_LARGE => too_long(),
        Ok(Err(_)) => refuse(StatusCode::BAD_REQUEST, "refused-broken"),
        Err(_) => refuse(StatusCode::REQUEST_TIMEOUT, "refused-slow"),
    }
}

fn too_long() -> Response {
    refuse(StatusCode::PAYLOAD_TOO_LARGE, "refused-large")
}
