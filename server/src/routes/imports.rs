//! Files that organisers bring: sent to the address where the same list is taken away. What is in
//! them is looked at on a page before anything is done with it.

use app::attendance::import::page::REFUSALS;
use app::context::session_in;
use axum::Router;
use axum::extract::multipart::{Multipart, MultipartRejection};
use axum::extract::{DefaultBodyLimit, Path, State};
use axum::http::{HeaderMap, StatusCode, Uri, header};
use axum::response::{IntoResponse as _, Response};
use axum::routing::post;
use domain::accounts::Action;
use domain::invalid::Code;
use domain::language::Language;
use services::{Error, Services};

use super::exports::{ATTENDEES, Of, refuse};

/// The routes of files that come in.
pub fn router(services: Services) -> Router {
    // What is too long was refused before it got here.
    let bring = post(bring).layer(DefaultBodyLimit::disable());
    Router::new().route(ATTENDEES, bring).with_state(services)
}

async fn bring(
    State(services): State<Services>,
    Path(of): Path<Of>,
    uri: Uri,
    headers: HeaderMap,
    file: Result<Multipart, MultipartRejection>,
) -> Response {
    let Ok(language) = of.language.parse::<Language>() else {
        return refuse(Error::NotFound, Language::English, &uri);
    };
    let code = language.code();
    let list = format!("/{code}/organise/{}/events/{}/registrations", of.organisation, of.slug);
    let wrong = |code: Code| {
        let name = REFUSALS.into_iter().find(|(_, one)| *one == code);
        let name = name.map_or("unreadable", |(name, _)| name);
        see_other(&format!("{list}/import?refused={name}#problems"))
    };
    match kept(&services, &of, &headers, file, language).await {
        Ok(id) => see_other(&format!("{list}/import/{id}")),
        Err(Error::Invalid(invalid)) => {
            wrong(invalid.first().map_or(Code::NoTable, |invalid| invalid.code))
        }
        Err(error) => refuse(error, language, &uri),
    }
}

async fn kept(
    services: &Services,
    of: &Of,
    headers: &HeaderMap,
    file: Result<Multipart, MultipartRejection>,
    language: Language,
) -> Result<uuid::Uuid, Error> {
    let is_secure = services.base_url().starts_with("https://");
    let session = session_in(headers, is_secure);
    let me = services.accounts.signed_in(session.as_ref()).await?;
    let action = Action::ChangeRegistrations;
    let (organisation, slug) = (&of.organisation, &of.slug);
    let event = services.events.own(&me.actor, organisation, slug, action, language).await?;
    let mut octets = axum::body::Bytes::new();
    if let Ok(mut form) = file {
        while let Ok(Some(field)) = form.next_field().await {
            if field.name() == Some("file") {
                octets = field.bytes().await.unwrap_or_default();
            }
        }
    }
    services.registrations.bring(&me.actor, &event, &octets).await
}

fn see_other(location: &str) -> Response {
    let headers = [(header::LOCATION, location), (header::CACHE_CONTROL, "no-store")];
    (StatusCode::SEE_OTHER, headers).into_response()
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
    async fn who_is_not_signed_in_brings_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let url = format!("sqlite:{}/concord.db", folder.path().display());
        let db = Db::connect(&url).await.unwrap();
        db.migrate().await.unwrap();
        let services =
            Services::new(db, Arc::new(SystemClock), Secrets::new([7; 32]), "http://localhost");
        let body = "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\
            \r\nname,email\nAda,a@example.org\n\r\n--x--\r\n";
        let request = Request::post("/fr/organise/club/events/cup/registrations.csv")
            .header(header::CONTENT_TYPE, "multipart/form-data; boundary=x")
            .body(Body::from(body))
            .unwrap();
        let answer = router(services).oneshot(request).await.unwrap();
        assert_eq!(answer.status(), StatusCode::SEE_OTHER);
        assert_eq!(answer.headers()[header::LOCATION], "/fr/sign-in");
    }
}
