//! The interface as programs meet it: over a real socket, with every layer around it, judged by
//! programs that are not ours (`judge.py`): the description by openapi-spec-validator, the answers by
//! jsonschema, hostile requests by schemathesis.

use std::collections::BTreeSet;
use std::net::SocketAddr;
use std::process::Command;
use std::sync::Arc;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::ConnectInfo;
use axum::http::{Method, Request, header};
use axum::response::Response;
use serde_json::{Value, json};
use services::{Db, Secrets, Services, SystemClock};
use tokio_util::sync::CancellationToken;
use tower::ServiceExt as _;

use super::described;
use crate::config::{Config, Sources};
use crate::middleware::around;

/// Every route of the interface. What is added has to be added here, too.
const ROUTES: [&str; 8] = [
    "DELETE /api/v1/registrations/{token}",
    "DELETE /api/v1/registrations/{token}/attendees/{position}",
    "GET /api/v1/events",
    "GET /api/v1/events/{slug}",
    "GET /api/v1/openapi.json",
    "GET /api/v1/registrations/{token}",
    "PATCH /api/v1/registrations/{token}",
    "POST /api/v1/events/{slug}/registrations",
];

const EVENT: &str = "tai-chi-at-dawn-shanghai";
const KEY: &str = "8e03978e-40d5-43dd-bc93-6894a57f9324";

struct House {
    router: Router,
    services: Services,
    _folder: tempfile::TempDir,
}

impl House {
    async fn open(base_url: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let url = format!("sqlite:{}/concord.db", folder.path().display());
        let db = Db::connect(&url).await.unwrap();
        db.migrate().await.unwrap();
        let services = Services::new(db, Arc::new(SystemClock), Secrets::new([7; 32]), base_url);
        services.demo.fill().await.unwrap();
        // Each request of a judge comes from a client of its own, as it says.
        let values = [
            ("CONCORD_BASE_URL", base_url),
            ("CONCORD_SITE_DIR", "site"),
            ("CONCORD_TRUSTED_PROXIES", "127.0.0.1/32"),
        ];
        let values = values.map(|(key, value)| (key.to_owned(), value.to_owned())).into();
        let config = Config::parse(&Sources { values, ..Sources::default() }).unwrap();
        let (router, _) = described(services.clone());
        let router = around(router, &config, CancellationToken::new()).unwrap();
        Self { router, services, _folder: folder }
    }

    async fn ask(
        &self,
        method: Method,
        path: &str,
        headers: &[(&str, &str)],
        body: &str,
    ) -> Response {
        let mut request = Request::builder().method(method).uri(path).header("host", "localhost");
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let peer = ConnectInfo(SocketAddr::from(([203, 0, 113, 9], 50000)));
        let request = request.extension(peer).body(Body::from(body.to_owned())).unwrap();
        self.router.clone().oneshot(request).await.unwrap()
    }

    async fn register(&self, key: &str, body: &Value) -> (u16, Value, bool) {
        let path = format!("/api/v1/events/{EVENT}/registrations");
        let headers = [("content-type", "application/json"), ("idempotency-key", key)];
        let answer = self.ask(Method::POST, &path, &headers, &body.to_string()).await;
        let replayed = answer.headers().contains_key("idempotent-replayed");
        (answer.status().as_u16(), read(answer).await, replayed)
    }

    async fn rows(&self) -> usize {
        let page = self.services.events.page(domain::language::Language::English, EVENT, None);
        usize::try_from(page.await.unwrap().date().admission.taken).unwrap()
    }
}

async fn read(answer: Response) -> Value {
    let body = to_bytes(answer.into_body(), usize::MAX).await.unwrap();
    serde_json::from_slice(&body).unwrap()
}

/// The next date of the event, and someone who wants to come.
async fn someone(house: &House) -> Value {
    let event = house.ask(Method::GET, &format!("/api/v1/events/{EVENT}"), &[], "").await;
    let event = read(event).await;
    let is_open = |date: &&Value| date["registration"]["open"] == true;
    let date = event["dates"].as_array().unwrap().iter().find(is_open).unwrap();
    json!({
        "date": date["starts"],
        "contact": {"name": "Amina Diallo", "email": "amina@example.org"},
        "attendees": [{"name": "Amina Diallo", "ticket": event["tickets"][0]["code"]}],
    })
}

#[tokio::test]
async fn every_route_is_described() {
    let house = House::open("http://localhost:3000").await;
    let (_, document) = described(house.services.clone());
    let document = serde_json::to_value(&document).unwrap();
    let mut found = BTreeSet::new();
    for (path, item) in document["paths"].as_object().unwrap() {
        for (method, operation) in item.as_object().unwrap() {
            assert!(operation["operationId"].is_string(), "{method} {path}");
            found.insert(format!("{} {path}", method.to_uppercase()));
        }
    }
    assert_eq!(found, ROUTES.map(str::to_owned).into());
    // What is described is there, in no other method; and nothing else is.
    for (path, item) in document["paths"].as_object().unwrap() {
        let path = path.replace("{slug}", EVENT).replace("{token}", "x").replace("{position}", "0");
        for method in [Method::GET, Method::POST, Method::PUT, Method::PATCH, Method::DELETE] {
            let is_described = item.get(method.as_str().to_lowercase()).is_some();
            let answer = house.ask(method.clone(), &path, &[], "").await;
            assert_eq!(answer.status() != 405, is_described, "{method} {path}");
        }
    }
    for path in ["/api/v1", "/api/v1/", "/api/v1/nowhere", "/api/v1/events/a/b"] {
        let answer = house.ask(Method::GET, path, &[("accept-language", "fr")], "").await;
        assert_eq!(answer.status(), 404, "{path}");
        assert_eq!(answer.headers()[header::CONTENT_TYPE], "application/problem+json");
        assert_eq!(answer.headers()[header::CONTENT_LANGUAGE], "fr");
        assert_eq!(read(answer).await["code"], "not-found");
    }
}

#[tokio::test]
async fn a_request_that_comes_twice_is_done_once() {
    let house = House::open("http://localhost:3000").await;
    let body = someone(&house).await;
    let before = house.rows().await;
    let (status, first, replayed) = house.register(KEY, &body).await;
    assert_eq!((status, replayed), (201, false), "{first}");
    assert_eq!(first["state"], "confirmed");
    let again = house.register(KEY, &body).await;
    assert_eq!(again, (201, first.clone(), true));
    assert_eq!(house.rows().await, before + 1);

    let mut other = body.clone();
    other["attendees"][0]["name"] = "Grace".into();
    let (status, problem, _) = house.register(KEY, &other).await;
    assert_eq!((status, &problem["code"]), (409, &json!("idempotency-key-reused")));
    assert_eq!(house.rows().await, before + 1);
}

#[tokio::test]
async fn of_the_same_request_at_once_one_is_done_and_the_others_are_told_so() {
    let house = House::open("http://localhost:3000").await;
    let body = someone(&house).await;
    let before = house.rows().await;
    let all = (0..20).map(|_| house.register(KEY, &body));
    let answers = futures_util::future::join_all(all).await;
    let made: Vec<_> = answers.iter().filter(|(status, ..)| *status == 201).collect();
    assert!(!made.is_empty());
    for (status, answer, _) in &answers {
        let in_use = *status == 409 && answer["code"] == "idempotency-key-in-use";
        assert!(in_use || (*status == 201 && answer == &made[0].1), "{status} {answer}");
    }
    assert_eq!(house.rows().await, before + 1);
}

#[tokio::test]
async fn what_could_not_be_used_can_be_mended_under_its_key() {
    let house = House::open("http://localhost:3000").await;
    let mut body = someone(&house).await;
    body["attendees"][0]["name"] = "…".into();
    body["contact"]["email"] = "amina".into();
    let (status, problem, _) = house.register(KEY, &body).await;
    assert_eq!(status, 422);
    let at: Vec<_> =
        problem["errors"].as_array().unwrap().iter().map(|one| &one["pointer"]).collect();
    assert_eq!(at, ["#/contact/email", "#/attendees/0/name"]);
    let (status, made, replayed) = house.register(KEY, &someone(&house).await).await;
    assert_eq!((status, replayed), (201, false), "{made}");
}

#[tokio::test]
async fn everything_wrong_with_a_body_is_told_at_its_place() {
    let house = House::open("http://localhost:3000").await;
    let body = json!({
        "date": "soon", "language": "tlh", "contact": {"name": 5}, "seats/2": 3,
        "attendees": [{"name": "Ada", "ticket": "player", "age": 3}, 7],
    });
    let (status, problem, _) = house.register(KEY, &body).await;
    assert_eq!(status, 422);
    let errors = problem["errors"].as_array().unwrap();
    let mut told: Vec<String> = errors
        .iter()
        .map(|one| {
            format!("{} {}", one["pointer"].as_str().unwrap(), one["code"].as_str().unwrap())
        })
        .collect();
    told.sort();
    let expected = [
        "#/attendees/0/age unknown-member",
        "#/attendees/1 wrong-type",
        "#/attendees/1/name required",
        "#/attendees/1/ticket required",
        "#/contact/email required",
        "#/contact/name wrong-type",
        "#/date unknown-choice",
        "#/language unknown-choice",
        "#/seats~12 unknown-member",
    ];
    assert_eq!(told, expected);
}

#[tokio::test]
async fn forms_and_other_sites_send_nothing_here() {
    let house = House::open("http://localhost:3000").await;
    let path = format!("/api/v1/events/{EVENT}/registrations");
    let body = someone(&house).await.to_string();
    let before = house.rows().await;
    let good = [("content-type", "application/json"), ("idempotency-key", KEY)];
    for (header, status, code) in [
        (("content-type", "text/plain"), 415, "not-json"),
        (("content-type", "application/x-www-form-urlencoded"), 415, "not-json"),
        (("idempotency-key", "short"), 400, "idempotency-key"),
        (("sec-fetch-site", "cross-site"), 403, "foreign"),
        (("host", "evil.example"), 421, "unreadable"),
    ] {
        let others = good.into_iter().filter(|(name, _)| *name != header.0);
        let headers: Vec<_> = others.chain([header]).collect();
        let answer = if header.0 == "host" {
            let request = Request::post(&path).header("host", header.1);
            let peer = ConnectInfo(SocketAddr::from(([203, 0, 113, 9], 50000)));
            let request = request.extension(peer).body(Body::from(body.clone())).unwrap();
            house.router.clone().oneshot(request).await.unwrap()
        } else {
            house.ask(Method::POST, &path, &headers, &body).await
        };
        assert_eq!(answer.status().as_u16(), status, "{header:?}");
        assert_eq!(answer.headers()[header::CONTENT_TYPE], "application/problem+json");
        assert!(!answer.headers().contains_key(header::SET_COOKIE));
        assert_eq!(read(answer).await["code"], code, "{header:?}");
    }
    assert_eq!(house.rows().await, before);
    // A cookie chooses nothing here.
    let french = [("cookie", "concord-language=fr")];
    let answer = house.ask(Method::GET, "/api/v1/nowhere", &french, "").await;
    assert_eq!(answer.headers()[header::CONTENT_LANGUAGE], "en");
}

#[tokio::test(flavor = "multi_thread")]
async fn other_programs_judge_the_description_and_every_answer() {
    let Ok(python) = std::env::var("CONCORD_PYTHON") else {
        panic!("CONCORD_PYTHON is not set: use `make test`, which sets up the judges")
    };
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let base = format!("http://{}", listener.local_addr().unwrap());
    let house = House::open(&base).await;
    let service = house.router.clone().into_make_service_with_connect_info::<SocketAddr>();
    let served = tokio::spawn(async move { axum::serve(listener, service).await });
    let judge = concat!(env!("CARGO_MANIFEST_DIR"), "/src/routes/api/judge.py");
    let judged = tokio::task::spawn_blocking(move || {
        Command::new(python).arg(judge).args([base.as_str(), EVENT]).output().unwrap()
    });
    let judged = judged.await.unwrap();
    served.abort();
    let text = [judged.stdout, judged.stderr].concat();
    assert!(judged.status.success(), "{}", String::from_utf8_lossy(&text));
}
