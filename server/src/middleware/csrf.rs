//! Requests that change something come from our own pages, or from programs that are no browser.
//!
//! Leptos checks nothing of the kind (leptos#3786). Browsers say where a request comes from
//! (`Sec-Fetch-Site`, `Origin`), so no hidden fields are needed, and forms work without JavaScript.

use axum::body::Body;
use axum::http::StatusCode;
use tower_http::csrf::{ConfigError, CsrfLayer, ProtectionError, ResponseForProtectionError};
use url::Url;

use super::refusal::refuse;

/// Refuses what another site made a browser send.
///
/// # Errors
/// The URL has no origin that a browser could send.
pub fn layer(
    base_url: &Url,
) -> Result<CsrfLayer<impl ResponseForProtectionError<Body> + use<>>, ConfigError> {
    let layer = CsrfLayer::new().add_trusted_origin(base_url.origin().ascii_serialization())?;
    Ok(layer.with_rejection_response(|_: ProtectionError| {
        refuse(StatusCode::FORBIDDEN, "refused-foreign")
    }))
}
