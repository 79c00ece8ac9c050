//! What every request passes on its way in and every answer on its way out.

mod body;
mod csp;
mod csrf;
mod headers;
mod host;
mod panics;
mod rate_limit;
mod refusal;
mod request_log;
mod room;
#[cfg(test)]
mod tests;

use anyhow::Context as _;
use axum::Router;
use axum::http::{Extensions, HeaderMap, HeaderValue, StatusCode, Version, header};
use axum::middleware::{from_fn, from_fn_with_state};
use axum::response::{IntoResponse as _, Response};
use tokio_util::sync::CancellationToken;
use tower::ServiceBuilder;
use tower_http::CompressionLevel;
use tower_http::compression::{CompressionLayer, Predicate};

pub use csp::Nonce;
pub use refusal::{come_back, refuse};

use crate::config::Config;

/// These routes, with everything around them. The first layer is the first to see a request and
/// the last to see its answer.
///
/// # Errors
/// Settings that a layer cannot use.
pub fn around(router: Router, config: &Config, stop: CancellationToken) -> anyhow::Result<Router> {
    let csrf = csrf::layer(&config.base_url).context("CONCORD_BASE_URL as an origin")?;
    let layers = ServiceBuilder::new()
        .layer(from_fn(request_log::log))
        .layer(compression())
        .layer(from_fn_with_state(headers::Policy::of(config), headers::add))
        .layer(from_fn(refusal::speak))
        .layer(panics::layer())
        .layer(from_fn_with_state(host::Hosts::of(&config.base_url), host::check))
        .layer(csrf)
        .layer(rate_limit::layer(&config.trusted_proxies, stop))
        .layer(from_fn(room::limit_time))
        .layer(from_fn(body::receive))
        .layer(from_fn_with_state(room::Room::default(), room::wait));
    Ok(router.layer(layers))
}

/// Pages only, and never those that may not be stored: they hold secrets or what somebody typed,
/// and the size of a compressed page tells of both (BREACH).
fn compression() -> CompressionLayer<impl Predicate> {
    // Higher levels cost more time than they save octets.
    CompressionLayer::new().quality(CompressionLevel::Precise(4)).compress_when(is_public_page)
}

fn is_public_page(_: StatusCode, _: Version, headers: &HeaderMap, _: &Extensions) -> bool {
    let has = |name, text: &str| {
        let value: Option<&HeaderValue> = headers.get(name);
        value.and_then(|value| value.to_str().ok()).is_some_and(|value| value.contains(text))
    };
    has(header::CONTENT_TYPE, "text/html") && !has(header::CACHE_CONTROL, "no-store")
}

/// A short answer in plain text, for those who never reach a page.
pub fn plain(status: StatusCode, text: impl Into<String>) -> Response {
    (status, [(header::CACHE_CONTROL, "no-store")], text.into()).into_response()
}
