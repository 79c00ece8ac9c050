//! The way to a provider and back. Both are links and no forms: our pages let no form lead to another
//! site, and the way back comes from there. Neither changes anything but for the browser that goes.

use app::accounts::code_page;
use app::context::{SESSION_COOKIE, own_cookie_in, own_cookie_value};
use axum::Router;
use axum::extract::{Path, Query, State};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use axum::response::{IntoResponse as _, Redirect, Response};
use axum::routing::get;
use domain::language::Language;
use services::accounts::providers::Arrival;
use services::accounts::{Entered, SESSION_LIFETIME};
use services::flash::LIFETIME;
use services::{Error, Services};

use crate::oidc::{Answer, Begun, CALLBACK, Oidc};

/// The cookie of a browser that is at the provider.
const COOKIE: &str = "concord-provider";

/// The routes of a provider.
pub fn router(services: Services, oidc: Oidc) -> Router {
    Router::new()
        .route("/oidc/begin/{language}", get(begin))
        .route(CALLBACK, get(come_back))
        .with_state((services, oidc))
}

async fn begin(
    State((services, oidc)): State<(Services, Oidc)>,
    Path(language): Path<String>,
    method: Method,
) -> Response {
    let Ok(language) = language.parse::<Language>() else {
        return StatusCode::NOT_FOUND.into_response();
    };
    if method != Method::GET {
        return StatusCode::METHOD_NOT_ALLOWED.into_response();
    }
    let begun = async {
        let (url, begun) = oidc.begin(language.code()).await?;
        Ok::<_, anyhow::Error>((url, services.flash.keep(&begun).await?))
    };
    match begun.await {
        Ok((url, cookie)) => {
            let mut answer = Redirect::to(url.as_str()).into_response();
            set(&services, &mut answer, COOKIE, &cookie, LIFETIME.as_secs());
            answer
        }
        Err(error) => {
            tracing::warn!(error = format!("{error:#}"), "the provider cannot be asked");
            told(language, "failed")
        }
    }
}

async fn come_back(
    State((services, oidc)): State<(Services, Oidc)>,
    Query(answer): Query<Answer>,
    method: Method,
    headers: HeaderMap,
) -> Response {
    // What only looks must not use anything up.
    if method != Method::GET {
        return StatusCode::METHOD_NOT_ALLOWED.into_response();
    }
    let cookie = own_cookie_in(&headers, COOKIE, is_secure(&services)).unwrap_or_default();
    let begun: Option<Begun> = services.flash.take(&cookie).await.ok().flatten();
    let language = begun.as_ref().and_then(|begun| begun.language.parse().ok());
    let language = language.unwrap_or_else(|| app::context::preferred_language(&headers));
    let Some(begun) = begun else { return told(language, "failed") };
    let word = match oidc.finish(begun, answer).await {
        Ok(word) => word,
        Err(error) => {
            tracing::info!(error = format!("{error:#}"), "nobody was signed in by the provider");
            return told(language, "failed");
        }
    };
    let agent = headers.get(header::USER_AGENT).and_then(|value| value.to_str().ok());
    let arrival = services.accounts.arrive(&word, language, agent.unwrap_or_default()).await;
    arrived(&services, arrival, language)
}

fn arrived(services: &Services, arrival: Result<Arrival, Error>, language: Language) -> Response {
    let code = language.code();
    let (entered, next) = match arrival {
        Ok(Arrival::Known(entered)) => (entered, format!("/{code}/organise")),
        Ok(Arrival::Invited(entered, token)) => {
            (entered, format!("/{code}/invitations/{}", token.as_str()))
        }
        Ok(Arrival::Stranger) => return told(language, "stranger"),
        Ok(Arrival::Unverified) => return told(language, "unverified"),
        Err(error) => {
            tracing::error!(error = format!("{error:#}"), "nobody was signed in");
            return told(language, "failed");
        }
    };
    match entered {
        Entered::In(session) => {
            let mut answer = Redirect::to(&next).into_response();
            let seconds = SESSION_LIFETIME.as_secs();
            set(services, &mut answer, SESSION_COOKIE, session.as_str(), seconds);
            set(services, &mut answer, COOKIE, "", 0);
            answer
        }
        Entered::CodeFollows(cookie) => {
            let mut answer = Redirect::to(&format!("/{code}/sign-in-code")).into_response();
            set(services, &mut answer, code_page::COOKIE, &cookie, LIFETIME.as_secs());
            set(services, &mut answer, COOKIE, "", 0);
            answer
        }
    }
}

/// Back to the way in, which says what happened.
fn told(language: Language, answer: &str) -> Response {
    Redirect::to(&format!("/{}/sign-in?answer={answer}", language.code())).into_response()
}

fn set(services: &Services, answer: &mut Response, name: &str, value: &str, seconds: i64) {
    let cookie = own_cookie_value(name, value, seconds, is_secure(services));
    if let Ok(cookie) = HeaderValue::from_str(&cookie) {
        let headers = answer.headers_mut();
        headers.append(header::SET_COOKIE, cookie);
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    }
}

fn is_secure(services: &Services) -> bool {
    services.base_url().starts_with("https://")
}
