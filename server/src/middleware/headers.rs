//! The headers that protect, on every answer: pages, errors, files, feeds and 304 alike.

use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::Response;

use super::csp::{self, Nonce};

/// What depends on the settings.
#[derive(Debug, Clone, Copy)]
pub struct Policy {
    /// Whether browsers may be told to never use anything but https.
    https: bool,
}

impl Policy {
    /// The policy of this installation.
    pub fn of(config: &crate::config::Config) -> Self {
        Self { https: config.is_https() }
    }
}

/// What always is the same. Forms without JavaScript need an Origin, which `no-referrer` takes
/// away, so the referrer is kept from others only.
const ALWAYS: [(HeaderName, HeaderValue); 4] = [
    (header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff")),
    (header::REFERRER_POLICY, HeaderValue::from_static("same-origin")),
    (
        HeaderName::from_static("cross-origin-opener-policy"),
        HeaderValue::from_static("same-origin"),
    ),
    (
        HeaderName::from_static("permissions-policy"),
        HeaderValue::from_static(
            "camera=(), microphone=(), geolocation=(), payment=(), usb=(), serial=(), \
             hid=(), midi=(), display-capture=(), browsing-topics=()",
        ),
    ),
];

const RESOURCE_POLICY: HeaderName = HeaderName::from_static("cross-origin-resource-policy");
const ONE_YEAR: HeaderValue = HeaderValue::from_static("max-age=31536000; includeSubDomains");

/// Adds them. Content-Security-Policy and Cache-Control only where the answer has none of its own.
pub async fn add(State(policy): State<Policy>, mut request: Request, next: Next) -> Response {
    let nonce = Nonce::new();
    request.extensions_mut().insert(nonce.clone());
    let place = Place::of(&request);

    let mut answer = next.run(request).await;
    let status = answer.status();
    let headers = answer.headers_mut();
    for (name, value) in ALWAYS {
        headers.insert(name, value);
    }
    let readers = if place.is_calendar { "cross-origin" } else { "same-origin" };
    headers.insert(RESOURCE_POLICY, HeaderValue::from_static(readers));
    if policy.https {
        headers.insert(header::STRICT_TRANSPORT_SECURITY, ONE_YEAR);
    }
    if !headers.contains_key(header::CONTENT_SECURITY_POLICY) {
        let policy = csp::policy(headers, &nonce);
        headers.insert(header::CONTENT_SECURITY_POLICY, policy);
    }
    keep_private(headers, status, place);
    answer
}

/// What the path and method tell about an answer.
#[derive(Debug, Clone, Copy)]
struct Place {
    is_calendar: bool,
    /// Shows or changes what belongs to somebody.
    is_personal: bool,
}

impl Place {
    fn of(request: &Request) -> Self {
        let path = request.uri().path();
        let is_safe = matches!(*request.method(), Method::GET | Method::HEAD | Method::OPTIONS);
        // The first segment of a page is its language.
        let second = path.split('/').nth(2).unwrap_or_default();
        let is_personal = !is_safe
            || ["/api/", "/dev/", "/calendars/personal/"].iter().any(|part| path.starts_with(part))
            || matches!(second, "registrations" | "organise" | "door" | "sign-in");
        Self { is_calendar: path.starts_with("/calendars/"), is_personal }
    }
}

/// Says how long an answer may be kept where its maker did not: never, if it is somebody's own or
/// an error; else not without asking.
fn keep_private(headers: &mut HeaderMap, status: StatusCode, place: Place) {
    let is_error = status.is_client_error() || status.is_server_error();
    if !headers.contains_key(header::CACHE_CONTROL) {
        let value = if place.is_personal || is_error { "no-store" } else { "no-cache" };
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(value));
    }
}
