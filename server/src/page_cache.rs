//! Public pages, kept for a second: a page that many people open at once is written once.
//!
//! A kept page is given out only while this process changed nothing that pages show, so a place
//! that is taken or given back here is seen at once; what another process changes is seen a second
//! later. Two things in a page are new for every request and are put into the kept page anew: the
//! nonce of its scripts and the key of its form.

use std::sync::Arc;
use std::time::Duration;

use app::context::FormKey;
use app::returned::COOKIE as FORM_COOKIE;
use axum::body::{Body, to_bytes};
use axum::extract::{Request, State};
use axum::http::{HeaderMap, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse as _, Response};
use moka::sync::Cache;
use services::Services;
use uuid::Uuid;

use crate::middleware::Nonce;

/// How long a page is kept.
const FRESH: Duration = Duration::from_secs(1);
/// How much is kept, in octets.
const ROOM: u64 = 16 * 1024 * 1024;
/// The longest page that is kept.
const LONGEST: usize = 512 * 1024;
/// The longest address whose page is kept.
const LONGEST_ADDRESS: usize = 300;

/// A page as it was written for someone.
struct Kept {
    changes: u64,
    headers: HeaderMap,
    text: String,
    nonce: String,
    key: String,
}

/// Pages by their address.
#[derive(Clone)]
pub struct PageCache {
    services: Services,
    pages: Cache<String, Arc<Kept>>,
}

impl PageCache {
    /// An empty one.
    pub fn new(services: Services) -> Self {
        let weight =
            |_: &String, kept: &Arc<Kept>| u32::try_from(kept.text.len()).unwrap_or(u32::MAX);
        let pages = Cache::builder().max_capacity(ROOM).weigher(weight).time_to_live(FRESH).build();
        Self { services, pages }
    }
}

/// Answers from the kept page, or keeps the page that is written now.
pub async fn keep(State(cache): State<PageCache>, mut request: Request, next: Next) -> Response {
    let key = FormKey(Uuid::new_v4());
    request.extensions_mut().insert(key);
    let Some(address) = address(&request) else {
        return next.run(request).await;
    };
    let nonce =
        request.extensions().get::<Nonce>().map(|nonce| nonce.0.clone()).unwrap_or_default();
    let changes = cache.services.changes();
    if let Some(kept) = cache.pages.get(&address)
        && kept.changes == changes
    {
        return kept.for_request(&nonce, key);
    }
    let (parts, body) = next.run(request).await.into_parts();
    if parts.status != StatusCode::OK || is_private(&parts.headers) {
        return Response::from_parts(parts, body);
    }
    let Ok(text) = to_bytes(body, LONGEST).await else {
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    };
    if let Ok(text) = String::from_utf8(text.to_vec()) {
        let headers = parts.headers.clone();
        let kept = Kept { changes, headers, text, nonce, key: key.0.to_string() };
        cache.pages.insert(address, Arc::new(kept));
    }
    Response::from_parts(parts, Body::from(text))
}

impl Kept {
    fn for_request(&self, nonce: &str, key: FormKey) -> Response {
        let text = match self.nonce.is_empty() {
            true => self.text.clone(),
            false => self.text.replace(&self.nonce, nonce),
        };
        let text = text.replace(&self.key, &key.0.to_string());
        (self.headers.clone(), text).into_response()
    }
}

/// The address of a page that may be kept: one that is the same for everyone. Who has a form that
/// came back gets pages of their own, however the address is written.
fn address(request: &Request) -> Option<String> {
    let uri = request.uri();
    let (_, page) = uri.path().get(1..)?.split_once('/').unwrap_or_default();
    let is_public = matches!(page.split('/').next(), Some("" | "events" | "organisations"));
    let cookies = request.headers().get_all(header::COOKIE).iter();
    let is_same_for_all =
        cookies.filter_map(|value| value.to_str().ok()).all(|value| !value.contains(FORM_COOKIE));
    let address = uri.to_string();
    (*request.method() == Method::GET
        && is_public
        && is_same_for_all
        && address.len() <= LONGEST_ADDRESS)
        .then_some(address)
}

fn is_private(headers: &HeaderMap) -> bool {
    let keep = headers.get(header::CACHE_CONTROL).and_then(|value| value.to_str().ok());
    headers.contains_key(header::SET_COOKIE) || keep.is_some_and(|keep| keep.contains("no-store"))
}
