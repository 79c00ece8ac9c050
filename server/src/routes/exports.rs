//! Files that organisers take away. A list of any length needs the memory of a part of it: CSV is
//! written while it is sent, a sheet into a file first. A file that breaks off ends the connection,
//! so that nobody takes it for the whole.

use std::collections::HashMap;

use app::accounts::confirm_page;
use app::attendance::asked;
use app::audit::asked as record_asked;
use app::context::session_in;
use axum::Router;
use axum::body::Body;
use axum::extract::{Path, Query, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, Uri, header};
use axum::response::{IntoResponse as _, Redirect, Response};
use axum::routing::get;
use domain::accounts::Action;
use domain::language::Language;
use futures_util::{Stream, stream};
use serde::Deserialize;
use services::accounts::SignedIn;
use services::audit::RecordExport;
use services::registrations::export::Export;
use services::texts::Texts;
use services::{Error, Services};
use tokio::fs::File;
use tokio_util::io::ReaderStream;

use crate::middleware::{come_back, plain};

const CSV: &str = "text/csv; charset=utf-8";
const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

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

const ATTENDEES_AS_SHEET: &str =
    "/{language}/organise/{organisation}/events/{slug}/registrations.xlsx";

/// The routes of files.
pub fn router(services: Services) -> Router {
    Router::new()
        .route(ATTENDEES, get(attendees_as_csv))
        .route(ATTENDEES_AS_SHEET, get(attendees_as_sheet))
        .route("/{language}/organise/{organisation}/audit.csv", get(record))
        .with_state(services)
}

async fn record(
    State(services): State<Services>,
    Path((language, organisation)): Path<(String, String)>,
    Query(query): Query<HashMap<String, String>>,
    uri: Uri,
    headers: HeaderMap,
) -> Response {
    let Ok(language) = language.parse::<Language>() else {
        return refuse(Error::NotFound, Language::English, &uri);
    };
    let export = async {
        let me = signed_in(&services, &headers).await?;
        let filter = record_asked::filter(|key| query.get(key).cloned().unwrap_or_default());
        services.audit.export(&me.actor, &organisation, &filter, language).await
    };
    match export.await {
        // The organisation is there, so this is a slug.
        Ok(export) => {
            file(Body::from_stream(csv(export)), &format!("{organisation}-record.csv"), CSV)
        }
        Err(error) => refuse(error, language, &uri),
    }
}

async fn signed_in(services: &Services, headers: &HeaderMap) -> Result<SignedIn, Error> {
    let is_secure = services.base_url().starts_with("https://");
    services.accounts.signed_in(session_in(headers, is_secure).as_ref()).await
}

async fn attendees_as_csv(
    State(services): State<Services>,
    Path(of): Path<Of>,
    Query(query): Query<HashMap<String, String>>,
    uri: Uri,
    headers: HeaderMap,
) -> Response {
    let Ok(language) = of.language.parse::<Language>() else {
        return refuse(Error::NotFound, Language::English, &uri);
    };
    match export(&services, &of, &query, &headers, language).await {
        Ok((export, slug)) => {
            file(Body::from_stream(csv(export)), &format!("{slug}-registrations.csv"), CSV)
        }
        Err(error) => refuse(error, language, &uri),
    }
}

async fn attendees_as_sheet(
    State(services): State<Services>,
    Path(of): Path<Of>,
    Query(query): Query<HashMap<String, String>>,
    uri: Uri,
    headers: HeaderMap,
) -> Response {
    let Ok(language) = of.language.parse::<Language>() else {
        return refuse(Error::NotFound, Language::English, &uri);
    };
    let sheet = async {
        let (export, slug) = export(&services, &of, &query, &headers, language).await?;
        Ok((export.xlsx().await?, slug))
    };
    match sheet.await {
        Ok((sheet, slug)) => {
            let parts = ReaderStream::with_capacity(File::from_std(sheet), 64 * 1024);
            file(Body::from_stream(parts), &format!("{slug}-registrations.xlsx"), XLSX)
        }
        Err(error) => refuse(error, language, &uri),
    }
}

async fn export(
    services: &Services,
    of: &Of,
    query: &HashMap<String, String>,
    headers: &HeaderMap,
    language: Language,
) -> Result<(Export, String), Error> {
    let me = signed_in(services, headers).await?;
    let (organisation, slug) = (&of.organisation, &of.slug);
    let event =
        services.events.own(&me.actor, organisation, slug, Action::Export, language).await?;
    let filter = asked::filter(|key| query.get(key).cloned().unwrap_or_default());
    let export = services.registrations.export(&me.actor, &event, &filter, language).await?;
    Ok((export, event.slug))
}

/// A file that is written a part at a time.
trait Parts: Send + 'static {
    /// The next part; none at the end.
    fn next(&mut self) -> impl Future<Output = Result<Option<String>, Error>> + Send;
}

impl Parts for Export {
    async fn next(&mut self) -> Result<Option<String>, Error> {
        self.csv().await
    }
}

impl Parts for RecordExport {
    async fn next(&mut self) -> Result<Option<String>, Error> {
        self.csv().await
    }
}

fn csv(export: impl Parts) -> impl Stream<Item = Result<String, Error>> + Send + 'static {
    stream::try_unfold(export, |mut export| async move {
        let part = export.next().await.inspect_err(|error| {
            tracing::error!(error = format!("{error:#}"), "a file broke off");
        })?;
        Ok(part.map(|part| (part, export)))
    })
}

/// A file to be kept. Its name is made of slugs: small letters, digits and hyphens need no quoting.
fn file(parts: Body, name: &str, kind: &'static str) -> Response {
    let mut answer = parts.into_response();
    let headers = answer.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    if let Ok(name) = HeaderValue::from_str(&format!("attachment; filename=\"{name}\"")) {
        headers.insert(header::CONTENT_DISPOSITION, name);
    }
    answer
}

/// Why there is no file at this address.
pub(super) fn refuse(error: Error, language: Language, uri: &Uri) -> Response {
    let texts = Texts(language);
    match error {
        Error::SignedOut => Redirect::to(&format!("/{}/sign-in", language.code())).into_response(),
        Error::Unproved => {
            let then = confirm_page::safe(&uri.to_string(), language);
            Redirect::to(&confirm_page::address(language, &then)).into_response()
        }
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
        for file in
            ["events/cup/registrations.csv?q=a", "events/cup/registrations.xlsx", "audit.csv"]
        {
            for cookie in ["", "concord-session=x", &format!("concord-session={}", "A".repeat(43))]
            {
                let answer = answer(&format!("/fr/organise/club/{file}"), cookie).await;
                assert_eq!(answer.status(), StatusCode::SEE_OTHER, "{file}");
                assert_eq!(answer.headers()[header::LOCATION], "/fr/sign-in");
            }
        }
        let answer = answer("/xx/organise/club/events/cup/registrations.csv", "").await;
        assert_eq!(answer.status(), StatusCode::NOT_FOUND);
    }
}
