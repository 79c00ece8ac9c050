//! Files that organisers take away. Written while they are sent: a list of any length needs the
//! memory of a part of it. A file that breaks off ends the connection, so that nobody takes it for
//! the whole.

use std::collections::HashMap;

use app::attendance::asked;
use app::context::session_in;
use axum::Router;
use axum::body::Body;
use axum::extract::{Path, Query, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse as _, Redirect, Response};
use axum::routing::get;
use domain::accounts::Action;
use domain::language::Language;
use futures_util::stream;
use serde::Deserialize;
use services::registrations::export::Export;
use services::texts::Texts;
use services::{Error, Services};

use crate::middleware::{come_back, plain};

/// Where a file stands: beside the list that it is of.
#[derive(Debug, Deserialize)]
pub(super) struct Of {
    pub language: String,
    pub organisation: String,
    pub slug: String,
}

/// The file of a list.
pub(super) const ATTENDEES: &str =
    "/{language}/organise/{organisation}/events/{slug}/registrations.csv";

/// The routes of files.
pub fn router(services: Services) -> Router {
    Router::new().route(ATTENDEES, get(attendees)).with_state(services)
}

async fn attendees(
    State(services): State<Services>,
    Path(of): Path<Of>,
    Query(query): Query<HashMap<String, String>>,
    headers: HeaderMap,
) -> Response {
    let Ok(language) = of.language.parse::<Language>() else {
        return refuse(Error::NotFound, Language::English);
    };
    match export(&services, &of, &query, &headers, language).await {
        Ok((export, slug)) => send(export, &slug),
        Err(error) => refuse(error, language),
    }
}

async fn export(
    services: &Services,
    of: &Of,
    query: &HashMap<String, String>,
    headers: &HeaderMap,
    language: Language,
) -> Result<(Export, String), Error> {
    let is_secure = services.base_url().starts_with("https://");
    let session = session_in(headers, is_secure);
    let me = services.accounts.signed_in(session.as_ref()).await?;
    let (organisation, slug) = (&of.organisation, &of.slug);
    let event =
        services.events.own(&me.actor, organisation, slug, Action::Export, language).await?;
    let filter = asked::filter(|key| query.get(key).cloned().unwrap_or_default());
    let export = services.registrations.export(&me.actor, &event, &filter, language).await?;
    Ok((export, event.slug))
}

fn send(export: Export, slug: &str) -> Response {
    let parts = stream::try_unfold(export, |mut export| async move {
        let part = export.csv().await.inspect_err(|error| {
            tracing::error!(error = format!("{error:#}"), "a file broke off");
        })?;
        Ok::<_, Error>(part.map(|part| (part, export)))
    });
    let mut answer = Body::from_stream(parts).into_response();
    let headers = answer.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("text/csv; charset=utf-8"));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    // A slug is made of small letters, digits and hyphens: it needs no quoting.
    let name = format!("attachment; filename=\"{slug}-registrations.csv\"");
    if let Ok(name) = HeaderValue::from_str(&name) {
        headers.insert(header::CONTENT_DISPOSITION, name);
    }
    answer
}

pub(super) fn refuse(error: Error, language: Language) -> Response {
    let texts = Texts(language);
    match error {
        Error::SignedOut => Redirect::to(&format!("/{}/sign-in", language.code())).into_response(),
        Error::NotFound => plain(StatusCode::NOT_FOUND, texts.get("not-found-text")),
        Error::Forbidden => plain(StatusCode::FORBIDDEN, texts.get("forbidden-text")),
        Error::Busy(error) => {
            tracing::warn!(%error, "a file did not get its turn");
            come_back(StatusCode::SERVICE_UNAVAILABLE, 10, "refused-crowd")
        }
        error => {
            tracing::error!(error = format!("{error:#}"), "a file cannot be made");
            plain(StatusCode::INTERNAL_SERVER_ERROR, texts.get("trouble-text"))
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use axum::body::Body;
    use axum::http::{Request, StatusCode, header};
    use services::{Db, Secrets, Services, SystemClock};
    use tower::ServiceExt as _;

    use super::router;

    #[tokio::test]
    async fn who_is_not_signed_in_gets_no_file() {
        let folder = tempfile::tempdir().unwrap();
        let url = format!("sqlite:{}/concord.db", folder.path().display());
        let db = Db::connect(&url).await.unwrap();
        db.migrate().await.unwrap();
        let services =
            Services::new(db, Arc::new(SystemClock), Secrets::new([7; 32]), "http://localhost");
        let answer = async |path: &str, cookie: &str| {
            let request = Request::get(path).header(header::COOKIE, cookie);
            let request = request.body(Body::empty()).unwrap();
            router(services.clone()).oneshot(request).await.unwrap()
        };
        let path = "/fr/organise/club/events/cup/registrations.csv?q=a";
        for cookie in ["", "concord-session=x", &format!("concord-session={}", "A".repeat(43))] {
            let answer = answer(path, cookie).await;
            assert_eq!(answer.status(), StatusCode::SEE_OTHER);
            assert_eq!(answer.headers()[header::LOCATION], "/fr/sign-in");
        }
        let answer = answer("/xx/organise/club/events/cup/registrations.csv", "").await;
        assert_eq!(answer.status(), StatusCode::NOT_FOUND);
    }
}
