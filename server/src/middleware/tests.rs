//! The layers together: what a request meets, whatever it asks for.

use std::net::SocketAddr;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::ConnectInfo;
use axum::http::{HeaderMap, Method, Request, StatusCode};
use axum::response::{Html, Response};
use axum::routing::{get, post};
use tokio_util::sync::CancellationToken;
use tower::ServiceExt as _;

use super::{Nonce, around};
use crate::config::{Config, Sources};

const HOST: &str = "events.example.org";

fn app() -> Router {
    let values = [("CONCORD_BASE_URL", "https://events.example.org"), ("CONCORD_SITE_DIR", "site")];
    let values = values.map(|(key, value)| (key.to_owned(), value.to_owned())).into();
    let config = Config::parse(&Sources { values, ..Sources::default() }).unwrap();
    let long = || "peace ".repeat(500);
    let router = Router::new()
        .route(
            "/{lang}/events",
            get(move |axum::Extension(Nonce(nonce)): axum::Extension<Nonce>| async move {
                Html(format!("<script nonce=\"{nonce}\"></script>{}", long()))
            }),
        )
        .route("/{lang}/registrations/{token}", get(move || async move { Html(long()) }))
        .route(
            "/calendars/all.ics",
            get(|| async { ([("content-type", "text/calendar")], "BEGIN") }),
        )
        .route("/unchanged", get(|| async { StatusCode::NOT_MODIFIED }))
        .route("/panic", get(panics))
        .route("/healthz", get(|| async { "alive" }))
        .route("/api/register", post(|body: String| async move { body.len().to_string() }))
        .fallback(|| async { (StatusCode::NOT_FOUND, Html("no such page")) });
    around(router, &config, CancellationToken::new()).unwrap()
}

async fn panics() -> StatusCode {
    panic!("amina@example.org")
}

fn request(method: Method, path: &str, headers: &[(&str, &str)], body: Body) -> Request<Body> {
    let mut request = Request::builder().method(method).uri(path);
    if headers.iter().all(|(name, _)| *name != "host") {
        request = request.header("host", HOST);
    }
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    let peer = ConnectInfo(SocketAddr::from(([203, 0, 113, 9], 50000)));
    request.extension(peer).body(body).unwrap()
}

async fn get_with(path: &str, headers: &[(&str, &str)]) -> Response {
    app().oneshot(request(Method::GET, path, headers, Body::empty())).await.unwrap()
}

async fn post_with(headers: &[(&str, &str)], body: Body) -> Response {
    app().oneshot(request(Method::POST, "/api/register", headers, body)).await.unwrap()
}

async fn text(answer: Response) -> String {
    String::from_utf8(to_bytes(answer.into_body(), usize::MAX).await.unwrap().to_vec()).unwrap()
}

fn header<'a>(headers: &'a HeaderMap, name: &str) -> &'a str {
    headers.get(name).map_or("", |value| value.to_str().unwrap())
}

#[tokio::test]
async fn every_answer_is_protected() {
    let answers = [
        get_with("/en/events", &[]).await,
        get_with("/nowhere", &[]).await,
        get_with("/unchanged", &[]).await,
        get_with("/calendars/all.ics", &[]).await,
        get_with("/panic", &[]).await,
        get_with("/en/events", &[("host", "evil.example")]).await,
        post_with(&[("sec-fetch-site", "cross-site")], Body::empty()).await,
        post_with(&[], Body::from(vec![b'x'; 100_000])).await,
    ];
    let statuses: Vec<u16> = answers.iter().map(|answer| answer.status().as_u16()).collect();
    assert_eq!(statuses, [200, 404, 304, 200, 500, 421, 403, 413]);
    for answer in answers {
        let (status, headers) = (answer.status(), answer.headers());
        for (name, part) in [
            ("content-security-policy", "default-src 'none'"),
            ("content-security-policy", "frame-ancestors 'none'"),
            ("strict-transport-security", "max-age=31536000"),
            ("x-content-type-options", "nosniff"),
            ("referrer-policy", "same-origin"),
            ("cross-origin-opener-policy", "same-origin"),
            ("cross-origin-resource-policy", "origin"),
            ("permissions-policy", "camera=()"),
            ("cache-control", "no-"),
            ("x-request-id", ""),
        ] {
            assert!(headers.contains_key(name), "{status}: {name}");
            assert!(
                header(headers, name).contains(part),
                "{status}: {name}: {}",
                header(headers, name)
            );
        }
        if status.is_client_error() || status.is_server_error() {
            assert_eq!(header(headers, "cache-control"), "no-store", "{status}");
        }
    }
}

#[tokio::test]
async fn the_nonce_is_that_of_the_page_and_another_each_time() {
    let mut seen = Vec::new();
    for _ in 0..2 {
        let answer = get_with("/en/events", &[]).await;
        let policy = header(answer.headers(), "content-security-policy").to_owned();
        let page = text(answer).await;
        let nonce = page.split('"').nth(1).unwrap().to_owned();
        assert_eq!(nonce.len(), 24);
        assert!(
            policy.contains(&format!("script-src 'self' 'nonce-{nonce}' 'wasm-unsafe-eval'")),
            "{policy}"
        );
        assert!(!policy.contains("unsafe-inline"));
        seen.push(nonce);
    }
    assert_ne!(seen[0], seen[1]);
}

#[tokio::test]
async fn other_sites_may_read_calendars_and_nothing_else() {
    let policy = "cross-origin-resource-policy";
    assert_eq!(header(get_with("/calendars/all.ics", &[]).await.headers(), policy), "cross-origin");
    assert_eq!(header(get_with("/en/events", &[]).await.headers(), policy), "same-origin");
}

#[tokio::test]
async fn only_public_pages_are_compressed() {
    let br = [("accept-encoding", "br, gzip")];
    let page = get_with("/en/events", &br).await;
    assert_eq!(header(page.headers(), "content-encoding"), "br");
    assert!(to_bytes(page.into_body(), usize::MAX).await.unwrap().len() < 500);
    for path in ["/en/registrations/token", "/calendars/all.ics", "/nowhere"] {
        let answer = get_with(path, &br).await;
        assert!(!answer.headers().contains_key("content-encoding"), "{path}");
    }
    let plain = get_with("/en/events", &[]).await;
    assert!(!plain.headers().contains_key("content-encoding"));
}

#[tokio::test]
async fn personal_pages_are_not_stored() {
    let kept = |answer: Response| header(answer.headers(), "cache-control").to_owned();
    assert_eq!(kept(get_with("/en/registrations/token", &[]).await), "no-store");
    assert_eq!(kept(post_with(&[], Body::from("x")).await), "no-store");
    assert_eq!(kept(get_with("/en/events", &[]).await), "no-cache");
}

#[tokio::test]
async fn a_panic_is_told_without_its_text_and_the_answer_has_a_number() {
    let answer = get_with("/panic", &[]).await;
    assert_eq!(answer.status(), StatusCode::INTERNAL_SERVER_ERROR);
    assert!(!header(answer.headers(), "x-request-id").is_empty());
    let page = text(answer).await;
    assert!(page.starts_with("It is our mistake") && !page.contains("amina"), "{page}");
}

#[tokio::test]
async fn only_forms_of_our_own_pages_are_accepted() {
    let accepted: [&[(&str, &str)]; 4] = [
        &[],
        &[("sec-fetch-site", "same-origin"), ("origin", "https://events.example.org")],
        &[("sec-fetch-site", "none")],
        &[("origin", "https://events.example.org")],
    ];
    for headers in accepted {
        assert_eq!(post_with(headers, Body::from("x")).await.status(), 200, "{headers:?}");
    }
    let refused: [&[(&str, &str)]; 5] = [
        &[("sec-fetch-site", "cross-site")],
        &[("sec-fetch-site", "same-site")],
        &[("origin", "https://evil.example")],
        &[("origin", "null")],
        &[("sec-fetch-site", "cross-site"), ("content-type", "text/plain")],
    ];
    for headers in refused {
        assert_eq!(post_with(headers, Body::from("x")).await.status(), 403, "{headers:?}");
    }
}

#[tokio::test]
async fn bodies_are_limited_whatever_they_claim() {
    for (octets, status) in [(0, 200), (64 * 1024, 200), (64 * 1024 + 1, 413)] {
        let body = Body::from(vec![b'x'; octets]);
        assert_eq!(post_with(&[], body).await.status(), status, "{octets}");
        // Of unknown length, as a chunked body is.
        let body = Body::new(Unsized(Body::from(vec![b'x'; octets])));
        assert_eq!(post_with(&[], body).await.status(), status, "{octets} in chunks");
    }
    assert_eq!(post_with(&[("content-length", "99999999")], Body::empty()).await.status(), 413);
}

#[tokio::test]
async fn texts_and_pictures_may_be_larger_and_a_picture_says_where_its_parts_begin() {
    let post = async |path: &str, kind: &str, octets: usize| {
        let body = Body::from(vec![b'x'; octets]);
        let request = request(Method::POST, path, &[("content-type", kind)], body);
        app().oneshot(request).await.unwrap().status().as_u16()
    };
    let (form, parts) = ("application/x-www-form-urlencoded", "multipart/form-data; boundary=x");
    let mega = 1024 * 1024;
    // Nothing answers there: 404 says that it was let through.
    assert_eq!(post("/api/event-text", form, 4 * mega).await, 404);
    assert_eq!(post("/api/event-text", form, 4 * mega + 1).await, 413);
    assert_eq!(post("/api/event-picture", parts, 11 * mega).await, 404);
    assert_eq!(post("/api/event-picture", parts, 24 * mega + 1).await, 413);
    for kind in [form, "multipart/form-data", "text/plain"] {
        assert_eq!(post("/api/organisation-logo", kind, 10).await, 400, "{kind}");
    }
}

#[tokio::test]
async fn too_many_forms_from_one_address_are_put_off() {
    let app = app();
    let post = || request(Method::POST, "/api/register", &[], Body::empty());
    for _ in 0..200 {
        assert_eq!(app.clone().oneshot(post()).await.unwrap().status(), StatusCode::OK);
    }
    let answer = app.clone().oneshot(post()).await.unwrap();
    assert_eq!(answer.status(), StatusCode::TOO_MANY_REQUESTS);
    assert!(header(answer.headers(), "retry-after").parse::<u64>().unwrap() >= 1);
    let page = request(Method::GET, "/en/events", &[], Body::empty());
    assert_eq!(app.oneshot(page).await.unwrap().status(), StatusCode::OK, "reading goes on");
}

#[tokio::test]
async fn probes_by_address_are_answered() {
    assert_eq!(get_with("/healthz", &[("host", "10.0.0.7:3000")]).await.status(), StatusCode::OK);
}

/// A body that does not tell its length.
struct Unsized(Body);

impl axum::body::HttpBody for Unsized {
    type Data = axum::body::Bytes;
    type Error = axum::Error;

    fn poll_frame(
        mut self: std::pin::Pin<&mut Self>,
        context: &mut std::task::Context<'_>,
    ) -> std::task::Poll<Option<Result<hyper::body::Frame<Self::Data>, Self::Error>>> {
        std::pin::Pin::new(&mut self.0).poll_frame(context)
    }
}
