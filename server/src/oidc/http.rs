//! The connection to a provider: over TLS, but for one on this machine; no redirects, little to read,
//! not for long.

use std::pin::Pin;
use std::time::Duration;

use axum::body::Bytes;
use http_body_util::{BodyExt as _, Full, Limited};
use hyper_rustls::{HttpsConnector, HttpsConnectorBuilder};
use hyper_util::client::legacy::Client;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::TokioExecutor;
use openidconnect::{AsyncHttpClient, HttpRequest, HttpResponse};

/// How long an answer may take.
const PATIENCE: Duration = Duration::from_secs(10);

/// The most octets of an answer.
const LONGEST: usize = 1024 * 1024;

/// Why a provider did not answer.
#[derive(Debug, thiserror::Error)]
pub enum Unanswered {
    /// It cannot be reached.
    #[error("no connection: {0}")]
    Connection(#[from] hyper_util::client::legacy::Error),
    /// Its answer broke off, or is too long.
    #[error("no whole answer: {0}")]
    Body(Box<dyn std::error::Error + Send + Sync>),
    /// It took too long.
    #[error("no answer in time")]
    Late,
}

/// Asks a provider.
#[derive(Clone)]
pub struct Http(Client<HttpsConnector<HttpConnector>, Full<Bytes>>);

impl Http {
    /// To any host over TLS; in the open to this machine alone, if the provider is there.
    pub fn new(is_loopback: bool) -> Self {
        let builder = HttpsConnectorBuilder::new().with_webpki_roots();
        let builder = if is_loopback { builder.https_or_http() } else { builder.https_only() };
        Self(Client::builder(TokioExecutor::new()).build(builder.enable_http1().build()))
    }
}

impl<'c> AsyncHttpClient<'c> for Http {
    type Error = Unanswered;
    type Future = Pin<Box<dyn Future<Output = Result<HttpResponse, Unanswered>> + Send>>;

    /// The answer to a request, whatever its status.
    fn call(&'c self, request: HttpRequest) -> Self::Future {
        let Self(client) = self.clone();
        Box::pin(async move {
            let answer = async {
                let request = request.map(Full::from);
                let (parts, body) = client.request(request).await?.into_parts();
                let body = Limited::new(body, LONGEST).collect().await.map_err(Unanswered::Body)?;
                Ok(HttpResponse::from_parts(parts, body.to_bytes().to_vec()))
            };
            tokio::time::timeout(PATIENCE, answer).await.unwrap_or(Err(Unanswered::Late))
        })
    }
}
