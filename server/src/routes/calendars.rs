//! Calendars to follow and to download (`text/calendar`).
//!
//! Whatever a client asks for in `Accept`, it gets the calendar: some ask wrongly (F23). No
//! redirect, no cookie. Conditional requests by entity tag, which is of the very bytes, else by
//! date (RFC 9110, 13.2.2).

use axum::Router;

use axum::extract::{Path, Query, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use axum::routing::get;
use domain::language::Language;
use jiff::Timestamp;
use jiff::fmt::rfc2822::DateTimePrinter;
use serde::Deserialize;
use services::calendars::{Feed, Which};
use services::texts::Texts;
use services::{Error, Services};

use crate::middleware::{come_back, plain};

/// How long a client may keep a calendar without asking again.
const KEEP: HeaderValue = HeaderValue::from_static("public, max-age=900");

#[derive(Deserialize)]
struct Asked {
    #[serde(default)]
    lang: String,
}

impl Asked {
    /// An unknown language is no reason to lose a subscriber.
    fn language(&self) -> Language {
        self.lang.parse().unwrap_or(Language::English)
    }
}

/// The routes below `/calendars/`.
pub fn router(services: Services) -> Router {
    Router::new()
        .route("/calendars/all.ics", get(all))
        .route("/calendars/events/{file}", get(event))
        .route("/calendars/events/{slug}/download.ics", get(download))
        .with_state(services)
}

async fn all(
    State(services): State<Services>,
    Query(asked): Query<Asked>,
    headers: HeaderMap,
) -> Response {
    answer(&services, &Which::All, asked.language(), &headers).await
}

async fn event(
    State(services): State<Services>,
    Path(file): Path<String>,
    Query(asked): Query<Asked>,
    headers: HeaderMap,
) -> Response {
    match file.strip_suffix(".ics") {
        Some(slug) => {
            answer(&services, &Which::Event(slug.to_owned()), asked.language(), &headers).await
        }
        None => missing(asked.language()),
    }
}

async fn download(
    State(services): State<Services>,
    Path(slug): Path<String>,
    Query(asked): Query<Asked>,
    headers: HeaderMap,
) -> Response {
    let mut answer =
        answer(&services, &Which::Download(slug.clone()), asked.language(), &headers).await;
    if answer.status().is_success() {
        let name = format!("attachment; filename=\"{slug}.ics\"");
        if let Ok(name) = HeaderValue::from_str(&name) {
            answer.headers_mut().insert(header::CONTENT_DISPOSITION, name);
        }
    }
    answer
}

async fn answer(
    services: &Services,
    which: &Which,
    language: Language,
    headers: &HeaderMap,
) -> Response {
    match services.calendars.feed(which, language).await {
        Ok(feed) => serve(&feed, headers),
        Err(Error::NotFound) => missing(language),
        Err(Error::Busy(error)) => {
            tracing::warn!(%error, "a calendar did not get its turn");
            come_back(StatusCode::SERVICE_UNAVAILABLE, 60, "refused-crowd")
        }
        Err(error) => {
            tracing::error!(error = format!("{error:#}"), "a calendar cannot be made");
            plain(StatusCode::INTERNAL_SERVER_ERROR, Texts(language).get("trouble-text"))
        }
    }
}

fn missing(language: Language) -> Response {
    plain(StatusCode::NOT_FOUND, Texts(language).get("not-found-text"))
}

fn serve(feed: &Feed, asked: &HeaderMap) -> Response {
    let printed = DateTimePrinter::new().timestamp_to_rfc9110_string(&feed.last_modified);
    let modified = printed.ok().and_then(|date| HeaderValue::from_str(&date).ok());
    let mut headers = HeaderMap::new();
    headers.insert(header::CACHE_CONTROL, KEEP);
    if let Ok(etag) = HeaderValue::from_str(&feed.etag) {
        headers.insert(header::ETAG, etag);
    }
    if let Some(modified) = modified {
        headers.insert(header::LAST_MODIFIED, modified);
    }
    if is_known(feed, asked) {
        return (StatusCode::NOT_MODIFIED, headers).into_response();
    }
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("text/calendar; charset=utf-8"));
    headers.insert(header::CONTENT_DISPOSITION, HeaderValue::from_static("inline"));
    (headers, feed.text.clone()).into_response()
}

/// Whether the client has this very calendar. A date that cannot be read counts for nothing (F10).
fn is_known(feed: &Feed, asked: &HeaderMap) -> bool {
    let value = |name| asked.get(name).and_then(|value: &HeaderValue| value.to_str().ok());
    if let Some(tags) = value(header::IF_NONE_MATCH) {
        let same = |tag: &str| {
            let tag = tag.trim();
            tag == "*" || tag.trim_start_matches("W/") == feed.etag
        };
        return tags.split(',').any(same);
    }
    let since = value(header::IF_MODIFIED_SINCE)
        .and_then(|date| jiff::fmt::rfc2822::parse(date).ok())
        .map(|date| date.timestamp());
    let seconds = |time: Timestamp| time.as_second();
    since.is_some_and(|since| seconds(feed.last_modified) <= seconds(since))
}
