//! Only requests for our own name are answered: no link, cache or rule ever sees another one.

use std::sync::Arc;

use axum::extract::{Request, State};
use axum::http::uri::Authority;
use axum::http::{HeaderMap, StatusCode, header};
use axum::middleware::Next;
use axum::response::Response;
use url::Url;

use crate::config::Config;

/// The host names that are ours, in lower case.
#[derive(Debug, Clone)]
pub struct Hosts(Arc<[String]>);

impl Hosts {
    /// The host of this URL; on a loopback address, every name of this machine's own.
    pub fn of(base_url: &Url) -> Self {
        let host = base_url.host_str().unwrap_or_default().to_ascii_lowercase();
        let mut hosts = vec![host];
        if Config::is_loopback_url(base_url) {
            hosts.extend(["localhost", "127.0.0.1", "[::1]"].map(str::to_owned));
        }
        Self(hosts.into())
    }

    /// Whether every name that the request gives is ours, and it gives one.
    fn know(&self, request: &Request) -> bool {
        let headers: &HeaderMap = request.headers();
        let mut named = headers.get_all(header::HOST).iter();
        let header = named.next().map(|host| Authority::try_from(host.as_bytes()));
        let target = request.uri().authority();
        let is_ours = |authority: &Authority| {
            !authority.as_str().contains('@')
                && self.0.iter().any(|host| host.eq_ignore_ascii_case(authority.host()))
        };
        named.next().is_none()
            && (header.is_some() || target.is_some())
            && header.is_none_or(|authority| authority.is_ok_and(|authority| is_ours(&authority)))
            && target.is_none_or(is_ours)
    }
}

/// Refuses requests for other hosts. Probes by address (Kubernetes) may ask how we are: those
/// answers depend on nothing in the request.
pub async fn check(State(hosts): State<Hosts>, request: Request, next: Next) -> Response {
    if matches!(request.uri().path(), "/healthz" | "/readyz") || hosts.know(&request) {
        return next.run(request).await;
    }
    super::plain(StatusCode::MISDIRECTED_REQUEST, "This server does not answer for that host.\n")
}

#[cfg(test)]
mod tests {
    use axum::body::Body;
    use axum::extract::Request;
    use url::Url;

    use super::Hosts;

    fn known(base_url: &str, uri: &str, hosts: &[&str]) -> bool {
        let mut request = Request::builder().uri(uri);
        for host in hosts {
            request = request.header("host", *host);
        }
        Hosts::of(&Url::parse(base_url).unwrap()).know(&request.body(Body::empty()).unwrap())
    }

    #[test]
    fn our_own_name_is_known_in_every_spelling_of_it() {
        for host in ["events.example.org", "EVENTS.Example.org", "events.example.org:443"] {
            assert!(known("https://events.example.org", "/", &[host]), "{host}");
        }
        assert!(known("https://events.example.org", "https://events.example.org/en", &[]));
        for host in ["localhost:3000", "127.0.0.1:3000", "[::1]:3000", "localhost"] {
            assert!(known("http://localhost:3000", "/", &[host]), "{host}");
        }
    }

    #[test]
    fn other_names_are_not() {
        let others = [
            "evil.example",
            "events.example.org.",
            "events.example.org.evil.example",
            "events.example.org@evil.example",
            "evil@events.example.org",
            "localhost",
            "127.0.0.1",
            "",
            "a b",
        ];
        for host in others {
            assert!(!known("https://events.example.org", "/", &[host]), "{host}");
        }
        assert!(!known("https://events.example.org", "/", &[]));
        assert!(!known("https://events.example.org", "/", &["events.example.org", "evil.example"]));
        let absolute = "http://evil.example/";
        assert!(!known("https://events.example.org", absolute, &["events.example.org"]));
        assert!(!known("http://localhost:3000", "/", &["rebound.example"]));
    }
}
