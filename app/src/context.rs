//! What a page or server function finds around it: the services, the language, the request.
//!
//! The server crate gives a `Services` and a [`Nonce`](leptos::nonce::Nonce) to every request; the
//! rest is read from the request itself.

use std::sync::Arc;

use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use domain::language::Language;
use leptos::prelude::*;
use leptos_axum::ResponseOptions;
use leptos_router::hooks::{use_params_map, use_query_map};
use services::Services;
use services::accounts::SignedIn;
use services::dates::Dates;
use services::secrets::SessionToken;
use services::texts::Texts;

use crate::error::AppError;

/// The services of this process.
#[must_use]
pub fn services() -> Services {
    expect_context::<Services>()
}

/// The language of a part of a page that is not in the page's own: of a preview.
#[derive(Debug, Clone, Copy)]
pub struct ShownIn(pub Language);

/// The language that the first segment of the path names; where it names none, the one that the
/// browser asks for. Inside a preview, the one that it is in.
#[must_use]
pub fn language() -> Language {
    let shown = use_context::<ShownIn>().map(|ShownIn(language)| language);
    shown.or_else(path_language).unwrap_or_else(accepted_language)
}

/// The language that the first segment of the path names.
#[must_use]
pub fn path_language() -> Option<Language> {
    let path = path();
    path.split('/').nth(1).and_then(|segment| segment.parse().ok())
}

/// The language that the cookie remembers, else the one that the browser asks for.
fn accepted_language() -> Language {
    parts().map_or(Language::English, |parts| preferred_language(&parts.headers))
}

/// The cookie that remembers the last language someone chose.
pub const LANGUAGE_COOKIE: &str = "concord-language";

/// The language that these headers ask for: the cookie's, else the browser's.
#[must_use]
pub fn preferred_language(headers: &HeaderMap) -> Language {
    let chosen = cookie_in(headers, LANGUAGE_COOKIE).and_then(|value| value.parse().ok());
    chosen.unwrap_or_else(|| {
        let accepted = headers.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok());
        Language::accepted(accepted.unwrap_or_default())
    })
}

/// The key of the form on this page, if the page has one: random, and new for every request.
///
/// It tells when the page was made (UUID of version 7). The server crate gives it, because it also
/// puts it into pages that it kept.
#[derive(Debug, Clone, Copy)]
pub struct FormKey(pub uuid::Uuid);

/// The key for the form of this page.
#[must_use]
pub fn form_key() -> String {
    use_context::<FormKey>().map_or_else(uuid::Uuid::now_v7, |key| key.0).to_string()
}

/// The words of the page's language.
#[must_use]
pub fn texts() -> Texts {
    Texts(language())
}

/// The date formats of the page's language.
#[must_use]
pub fn dates() -> &'static Dates {
    Dates::of(language())
}

/// The language that a form says its page had; it is none of ours only if somebody meddled.
#[must_use]
pub fn language_of(form: &str) -> Language {
    form.parse().unwrap_or_else(|_| language())
}

/// What marks a text that is not in the language of the page: the `lang` of its element.
#[must_use]
pub fn foreign(text: Language) -> Option<&'static str> {
    (text != language()).then(|| text.code())
}

/// The path of the request, without the query.
#[must_use]
pub fn path() -> String {
    parts().map(|parts| parts.uri.path().to_owned()).unwrap_or_default()
}

/// The path of the request, with the query.
#[must_use]
pub fn address() -> String {
    let address = |parts: Parts| parts.uri.path_and_query().map(ToString::to_string);
    parts().and_then(address).unwrap_or_default()
}

/// A part of the path that the route names.
#[must_use]
pub fn param(name: &str) -> String {
    use_params_map().with_untracked(|params| params.get(name).unwrap_or_default())
}

/// A value of the query; empty if it is not there.
#[must_use]
pub fn query(name: &str) -> String {
    use_query_map().with_untracked(|query| query.get(name).unwrap_or_default())
}

fn parts() -> Option<Parts> {
    use_context::<Parts>()
}

/// A cookie of the request.
#[must_use]
pub fn cookie(name: &str) -> Option<String> {
    parts().and_then(|parts| cookie_in(&parts.headers, name).map(str::to_owned))
}

/// A cookie that we set with [`set_own_cookie`].
#[must_use]
pub fn own_cookie(name: &str) -> Option<String> {
    cookie(&own_name(name))
}

/// Sets a cookie that scripts do not see, for all pages of this host; no seconds take it away.
pub fn set_own_cookie(name: &str, value: &str, seconds: i64) {
    set_header(header::SET_COOKIE, &own_cookie_value(name, value, seconds, is_secure()));
}

/// The same as the value of a header, for answers that are no pages: `is_secure` if this site is
/// served over TLS.
#[must_use]
pub fn own_cookie_value(name: &str, value: &str, seconds: i64, is_secure: bool) -> String {
    let secure = if is_secure { "; Secure" } else { "" };
    let name = named(name, is_secure);
    format!("{name}={value}; Path=/; Max-Age={seconds}; HttpOnly; SameSite=Lax{secure}")
}

/// A cookie of a request that is no page, which we set with [`own_cookie_value`].
#[must_use]
pub fn own_cookie_in(headers: &HeaderMap, name: &str, is_secure: bool) -> Option<String> {
    cookie_in(headers, &named(name, is_secure)).map(str::to_owned)
}

/// The provider that people can sign in through, if the operator named one. In the extensions of
/// every request; the server crate puts it there.
#[derive(Debug, Clone)]
pub struct ProviderName(pub Arc<str>);

/// What people call that provider.
#[must_use]
pub fn provider() -> Option<ProviderName> {
    parts().and_then(|parts| parts.extensions.get::<ProviderName>().cloned())
}

/// Over TLS the name binds the cookie to this host (RFC 6265bis, 4.1.3.2).
fn own_name(name: &str) -> String {
    named(name, is_secure())
}

fn named(name: &str, is_secure: bool) -> String {
    if is_secure { format!("__Host-{name}") } else { name.to_owned() }
}

fn is_secure() -> bool {
    services().base_url().starts_with("https://")
}

/// The cookie of a browser that is signed in.
pub const SESSION_COOKIE: &str = "concord-session";

/// What the browser shows to be signed in.
#[must_use]
pub fn session() -> Option<SessionToken> {
    own_cookie(SESSION_COOKIE).and_then(|value| SessionToken::parse(&value))
}

/// The same, of a request that is no page: `is_secure` if this site is served over TLS.
#[must_use]
pub fn session_in(headers: &HeaderMap, is_secure: bool) -> Option<SessionToken> {
    own_cookie_in(headers, SESSION_COOKIE, is_secure).and_then(|value| SessionToken::parse(&value))
}

/// Who sent a form.
///
/// # Errors
/// Nobody is signed in, or the database does not answer.
pub async fn signed_in() -> Result<SignedIn, AppError> {
    let session = session();
    Ok(services().accounts.signed_in(session.as_ref()).await?)
}

/// What the browser calls itself.
#[must_use]
pub fn agent() -> String {
    let agent = |parts: Parts| {
        let agent = parts.headers.get(header::USER_AGENT)?.to_str().ok()?;
        Some(agent.to_owned())
    };
    parts().and_then(agent).unwrap_or_default()
}

fn cookie_in<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find_map(|(key, value)| (key == name).then_some(value))
}

/// Whether a plain form sent this request: it wants a page back, an island does not.
#[must_use]
pub fn is_plain_form() -> bool {
    let accepts_html = |parts: &Parts| {
        let accept = parts.headers.get(header::ACCEPT).and_then(|value| value.to_str().ok());
        accept.is_some_and(|accept| accept.contains("text/html"))
    };
    parts().as_ref().is_some_and(accepts_html)
}

/// Answers a plain form with the page to see next (303: it is fetched by GET).
pub fn see_other(location: &str) {
    let Some(response) = use_context::<ResponseOptions>() else { return };
    if let Ok(location) = HeaderValue::from_str(location) {
        response.set_status(StatusCode::SEE_OTHER);
        response.insert_header(header::LOCATION, location);
    }
}

/// The path of a page, below the language of this one.
#[must_use]
pub fn page(rest: &str) -> String {
    format!("/{}/{rest}", language().code())
}

/// Answers with this status.
pub fn set_status(status: StatusCode) {
    if let Some(response) = use_context::<ResponseOptions>() {
        response.set_status(status);
    }
}

/// Adds a header to the answer.
pub fn set_header(name: HeaderName, value: &str) {
    let response = use_context::<ResponseOptions>();
    if let (Some(response), Ok(value)) = (response, HeaderValue::from_str(value)) {
        response.append_header(name, value);
    }
}

/// Keeps a page with personal data out of every cache.
pub fn no_store() {
    set_header(header::CACHE_CONTROL, "no-store");
}

/// The status of a page that cannot be shown for this reason.
#[must_use]
pub const fn status_of(error: AppError) -> StatusCode {
    match error {
        AppError::NotFound => StatusCode::NOT_FOUND,
        AppError::SignedOut | AppError::Unproved => StatusCode::UNAUTHORIZED,
        AppError::Forbidden => StatusCode::FORBIDDEN,
        AppError::Conflict => StatusCode::CONFLICT,
        AppError::Unreadable => StatusCode::BAD_REQUEST,
        AppError::Busy => StatusCode::SERVICE_UNAVAILABLE,
        AppError::Internal => StatusCode::INTERNAL_SERVER_ERROR,
    }
}
