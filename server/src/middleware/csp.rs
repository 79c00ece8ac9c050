//! What a browser may load and run for an answer of ours (Content-Security-Policy).
//!
//! Pages: nothing but our own files, the inline scripts that carry this answer's nonce, and
//! WebAssembly. No `strict-dynamic`: with it, WebAssembly was refused on iOS (leptos#4465).

use axum::http::{HeaderMap, HeaderValue, header};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

/// A number used once, which this answer's own inline scripts and styles carry. In the extensions
/// of every request; Leptos gets it from there.
#[derive(Debug, Clone)]
pub struct Nonce(pub String);

impl Nonce {
    /// 128 random bits.
    pub fn new() -> Self {
        Self(STANDARD.encode(rand::random::<[u8; 16]>()))
    }
}

/// For everything that is not a page: feeds, files, plain texts.
const NOTHING: HeaderValue = HeaderValue::from_static("default-src 'none'; frame-ancestors 'none'");

/// For pictures opened by themselves: SVG may style itself and do nothing else.
const PICTURE: HeaderValue = HeaderValue::from_static(
    "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; sandbox",
);

/// The policy for an answer with these headers.
pub fn policy(headers: &HeaderMap, Nonce(nonce): &Nonce) -> HeaderValue {
    let kind = headers.get(header::CONTENT_TYPE).map_or(b"".as_slice(), HeaderValue::as_bytes);
    if kind.starts_with(b"image/svg") {
        return PICTURE;
    }
    if !kind.starts_with(b"text/html") {
        return NOTHING;
    }
    let page = format!(
        "default-src 'none'; \
         script-src 'self' 'nonce-{nonce}' 'wasm-unsafe-eval'; \
         style-src 'self' 'nonce-{nonce}'; \
         img-src 'self' data:; \
         font-src 'self'; \
         connect-src 'self'; \
         form-action 'self'; \
         base-uri 'none'; \
         frame-ancestors 'none'; \
         manifest-src 'self'; \
         worker-src 'self'"
    );
    HeaderValue::from_str(&page).unwrap_or(NOTHING)
}
