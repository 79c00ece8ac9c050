//! A line per request: what kind, what came of it, how long it took; never who, nor for what.

use std::fmt;
use std::sync::Arc;
use std::time::Instant;

use axum::extract::{MatchedPath, Request};
use axum::http::{HeaderName, HeaderValue, Method, StatusCode};
use axum::middleware::Next;
use axum::response::Response;
use tracing::Instrument as _;

const HEADER: HeaderName = HeaderName::from_static("x-request-id");

/// What ties an answer to the log lines that it caused. In the extensions of every request, and
/// in the header `x-request-id` of every answer.
#[derive(Debug, Clone)]
pub struct RequestId(Arc<str>);

impl RequestId {
    /// Always our own: an id that came from outside could be chosen to confuse.
    fn new() -> Self {
        Self(format!("{:016x}", rand::random::<u64>()).into())
    }
}

impl fmt::Display for RequestId {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

/// Logs the request once it is answered.
pub async fn log(mut request: Request, next: Next) -> Response {
    let begun = Instant::now();
    let id = RequestId::new();
    let method = known(request.method());
    // The pattern of the route, never the path: that may hold the secret of a manage link.
    let route = request.extensions().get::<MatchedPath>().cloned();
    request.extensions_mut().insert(id.clone());

    let span = tracing::info_span!("request", request_id = %id);
    let mut answer = next.run(request).instrument(span.clone()).await;
    if let Ok(value) = HeaderValue::from_str(&id.0) {
        answer.headers_mut().insert(HEADER, value);
    }
    let route = route.as_ref().map_or("-", MatchedPath::as_str);
    span.in_scope(|| write(method, route, answer.status(), begun));
    answer
}

fn write(method: &str, route: &str, status: StatusCode, begun: Instant) {
    let ms = begun.elapsed().as_micros() as f64 / 1000.0;
    let status = status.as_u16();
    if status >= 500 {
        tracing::warn!(method, route, status, ms, "answered");
    } else if matches!(route, "/healthz" | "/readyz") {
        tracing::debug!(method, route, status, ms, "answered");
    } else {
        tracing::info!(method, route, status, ms, "answered");
    }
}

/// The method, where it is one that exists: others are free text from outside.
fn known(method: &Method) -> &'static str {
    match *method {
        Method::GET => "GET",
        Method::HEAD => "HEAD",
        Method::POST => "POST",
        Method::PUT => "PUT",
        Method::PATCH => "PATCH",
        Method::DELETE => "DELETE",
        Method::OPTIONS => "OPTIONS",
        _ => "other",
    }
}
