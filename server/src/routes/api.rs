//! The HTTP interface for programs, `/api/v1`: what the public pages do, in JSON.
//!
//! It goes through the same use cases and layers as the pages, so the same rules and limits hold:
//! who may see or change a registration is who has the secret of its manage link. It takes JSON alone
//! and no cookies, so that no other site's form can send anything here; texts are in the language of
//! `Accept-Language`. Every error is a `problem` (RFC 9457).
//!
//! What stands in `/api/v1/openapi.json` is made from the handlers: a route that is not described
//! there cannot be added, since routes come from the descriptions.

mod events;
pub mod problem;
mod reading;
mod registering;
mod registrations;
#[cfg(test)]
mod tests;

use std::sync::Arc;

use axum::Router;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use axum::middleware::{Next, from_fn};
use axum::response::{IntoResponse as _, Response};
use axum::routing::any;
use domain::language::Language;
use serde::Serialize;
use services::Services;
use services::texts::Texts;
use utoipa::OpenApi as _;
use utoipa::openapi::{Content, OpenApi, Ref, RefOr, ResponseBuilder};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use problem::{Problem, TYPE};

/// What every address here begins with.
pub const PREFIX: &str = "/api/v1";

/// What all handlers know.
#[derive(Clone)]
pub struct Api {
    services: Services,
    document: Arc<OnceDocument>,
}

type OnceDocument = std::sync::OnceLock<String>;

#[derive(utoipa::OpenApi)]
#[openapi(
    info(
        title = "Concord",
        version = "1",
        description = "Find events and register for them. Texts are in the language of \
            `Accept-Language` (ar, en, es, fr, ru, zh) where there are texts in it. Every error is a \
            problem (RFC 9457) with a stable `code`. Times named `…_at` are instants in UTC; `starts` \
            and `ends` are what the clock shows at the place, in the zone `zone`.",
    ),
    components(schemas(Problem)),
    tags(
        (name = "events", description = "What is announced"),
        (name = "registrations", description = "Who comes: for whoever registers, or holds the \
            secret of a manage link"),
    ),
)]
struct Document;

/// The routes of the interface.
pub fn router(services: Services) -> Router {
    described(services).0
}

/// The routes with what describes them.
fn described(services: Services) -> (Router, OpenApi) {
    let api = Api { services, document: Arc::default() };
    let (router, mut document) = OpenApiRouter::with_openapi(Document::openapi())
        .routes(routes!(events::list))
        .routes(routes!(events::one))
        .routes(routes!(registering::register))
        .routes(routes!(registrations::see, registrations::rename, registrations::give_back))
        .routes(routes!(registrations::give_back_one))
        .routes(routes!(document))
        .split_for_parts();
    every_operation_may_fail(&mut document);
    let text = document.to_json().unwrap_or_default();
    let _ = api.document.set(text);
    let router = router
        .route(PREFIX, any(nothing))
        .route("/api/v1/{*rest}", any(nothing))
        .layer(from_fn(answer_in_one_language))
        .with_state(api);
    (router, document)
}

/// The description of this interface (`OpenAPI` 3.1).
#[utoipa::path(
    get,
    path = "/api/v1/openapi.json",
    operation_id = "describe",
    tag = "events",
    responses((status = 200, description = "The description", body = serde_json::Value)),
)]
async fn document(State(api): State<Api>) -> Response {
    let text = api.document.get().cloned().unwrap_or_default();
    with_json(StatusCode::OK, text)
}

/// Says of every operation what its errors are like.
fn every_operation_may_fail(document: &mut OpenApi) {
    let problem = || {
        let schema = Ref::from_schema_name("Problem");
        let content = Content::new(Some(RefOr::Ref(schema)));
        ResponseBuilder::new().description("Why nothing was done").content(TYPE, content).build()
    };
    for path in document.paths.paths.values_mut() {
        let operations = [&mut path.get, &mut path.post, &mut path.patch, &mut path.delete];
        for operation in operations.into_iter().flatten() {
            let responses = &mut operation.responses.responses;
            responses.insert("default".to_owned(), RefOr::T(problem()));
        }
    }
}

/// What is asked for is not there.
async fn nothing(headers: HeaderMap) -> Problem {
    Problem::not_found(language(&headers))
}

/// Whether an address is one of these.
pub fn is_ours(path: &str) -> bool {
    path.strip_prefix(PREFIX).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// Makes a problem of what a layer or the router refused: with a sentence of its own, by its key and
/// the seconds to wait, or without one.
pub fn refused(
    answer: Response,
    sentence: Option<(&str, Option<u64>)>,
    language: Language,
) -> Response {
    let status = answer.status();
    let kind = answer.headers().get(header::CONTENT_TYPE).map(HeaderValue::as_bytes);
    if !(status.is_client_error() || status.is_server_error()) || kind == Some(TYPE.as_bytes()) {
        return answer;
    }
    let problem = match sentence {
        Some((key, seconds)) => {
            let code = key.strip_prefix("refused-").unwrap_or("internal");
            let seconds = seconds.unwrap_or_default();
            let title = Texts(language).plain(key, &[("seconds", seconds.into())]);
            Problem::saying(status, code, title)
        }
        None => Problem::of_status(status, language),
    };
    let (mut parts, _) = answer.into_parts();
    parts.headers.remove(header::CONTENT_LENGTH);
    parts.headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(TYPE));
    parts.headers.insert(header::CONTENT_LANGUAGE, HeaderValue::from_static(language.code()));
    Response::from_parts(parts, problem.body().into())
}

/// Programs choose the language by `Accept-Language` alone: a cookie counts for nothing here.
pub fn language(headers: &HeaderMap) -> Language {
    let accepted = headers.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok());
    Language::accepted(accepted.unwrap_or_default())
}

/// Says which language an answer is in.
async fn answer_in_one_language(request: Request, next: Next) -> Response {
    let language = language(request.headers());
    let mut answer = next.run(request).await;
    let headers = answer.headers_mut();
    headers.insert(header::CONTENT_LANGUAGE, HeaderValue::from_static(language.code()));
    headers.insert(header::VARY, HeaderValue::from_static("Accept-Language"));
    answer
}

const JSON: (HeaderName, HeaderValue) =
    (header::CONTENT_TYPE, HeaderValue::from_static("application/json"));

/// An answer in JSON.
fn json<T: Serialize>(status: StatusCode, value: &T) -> Response {
    with_json(status, serde_json::to_string(value).unwrap_or_default())
}

/// The same, where the text is there already.
fn with_json(status: StatusCode, text: String) -> Response {
    (status, [JSON], text).into_response()
}
