//! Signing in through a provider: asking it, and checking its word (OIDC Core 1.0, 3.1).
//!
//! An authorization code with PKCE (S256), a state that binds the answer to the browser that asked,
//! and a nonce that binds the ID token to the question. The token is believed if it is signed by one
//! of the provider's public keys, is from the issuer, for us, and not over. What it is worth here
//! is for `services` to say (`accounts/providers.rs`).

mod http;
#[cfg(test)]
mod tests;

use std::sync::Arc;
use std::time::{Duration, Instant};

use anyhow::{Context as _, ensure};
use openidconnect::core::{
    CoreAuthenticationFlow, CoreClient, CoreClientAuthMethod, CoreJwsSigningAlgorithm,
    CoreProviderMetadata, CoreUserInfoClaims,
};
use openidconnect::{
    AccessTokenHash, AuthType, AuthorizationCode, ClientId, ClientSecret, CsrfToken,
    EndpointMaybeSet, EndpointNotSet, EndpointSet, IssuerUrl, Nonce, OAuth2TokenResponse as _,
    PkceCodeChallenge, PkceCodeVerifier, RedirectUrl, Scope, TokenResponse as _,
};
use secrecy::ExposeSecret as _;
use serde::{Deserialize, Serialize};
use services::accounts::providers::Word;
use tokio::sync::Mutex;
use url::Url;

use self::http::Http;
use crate::config::OidcProvider;

/// Where the provider sends people back to, below our address.
pub const CALLBACK: &str = "/oidc/callback";

/// How long what the provider says of itself is believed. Its keys change now and then.
const KNOWN_FOR: Duration = Duration::from_secs(600);

/// Signatures that are checked with a public key. One made with our own secret would say nothing
/// about who made it.
const SIGNATURES: [CoreJwsSigningAlgorithm; 9] = [
    CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha256,
    CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha384,
    CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha512,
    CoreJwsSigningAlgorithm::RsaSsaPssSha256,
    CoreJwsSigningAlgorithm::RsaSsaPssSha384,
    CoreJwsSigningAlgorithm::RsaSsaPssSha512,
    CoreJwsSigningAlgorithm::EcdsaP256Sha256,
    CoreJwsSigningAlgorithm::EcdsaP384Sha384,
    CoreJwsSigningAlgorithm::EdDsa,
];

/// A client that knows where to ask.
type Client = CoreClient<
    EndpointSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointMaybeSet,
    EndpointMaybeSet,
>;

/// What a browser was sent to the provider with; kept sealed until it comes back.
#[derive(Debug, Serialize, Deserialize)]
pub struct Begun {
    state: String,
    nonce: String,
    verifier: String,
    /// The language of the page that it left.
    pub language: String,
}

/// What the provider sends a browser back with (RFC 6749, 4.1.2; RFC 9207).
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Answer {
    state: String,
    code: String,
    iss: Option<String>,
}

/// The provider, and how to reach it.
#[derive(Clone)]
pub struct Oidc {
    provider: Arc<OidcProvider>,
    redirect: RedirectUrl,
    http: Http,
    known: Arc<Mutex<Option<(Instant, CoreProviderMetadata)>>>,
}

impl Oidc {
    /// The provider of the settings; `base_url` is our own address.
    ///
    /// # Errors
    /// Our own address cannot be used.
    pub fn new(provider: OidcProvider, base_url: &str) -> anyhow::Result<Self> {
        let redirect = RedirectUrl::new(format!("{}{CALLBACK}", base_url.trim_end_matches('/')))?;
        let http = Http::new(provider.is_loopback);
        Ok(Self { provider: Arc::new(provider), redirect, http, known: Arc::default() })
    }

    /// Where a browser has to go, and what to keep until it comes back.
    ///
    /// # Errors
    /// The provider does not answer.
    pub async fn begin(&self, language: &str) -> anyhow::Result<(Url, Begun)> {
        let client = self.client(self.metadata().await?);
        let (challenge, verifier) = PkceCodeChallenge::new_random_sha256();
        let flow = CoreAuthenticationFlow::AuthorizationCode;
        let (url, state, nonce) = client
            .authorize_url(flow, CsrfToken::new_random, Nonce::new_random)
            .add_scope(Scope::new("email".to_owned()))
            .set_pkce_challenge(challenge)
            .url();
        let begun = Begun {
            state: state.into_secret(),
            nonce: nonce.secret().clone(),
            verifier: verifier.into_secret(),
            language: language.to_owned(),
        };
        Ok((url, begun))
    }

    /// What the provider says of the person whose browser came back.
    ///
    /// # Errors
    /// It came back from elsewhere, without a code, or with one that the provider does not know; or
    /// the word of the provider is not its word.
    pub async fn finish(&self, begun: Begun, answer: Answer) -> anyhow::Result<Word> {
        ensure!(answer.state == begun.state, "the state is another one");
        let issuer = answer.iss.as_deref().unwrap_or(&self.provider.issuer);
        ensure!(issuer == self.provider.issuer, "the answer is of another provider");
        ensure!(!answer.code.is_empty(), "there is no code");
        let word = self.ask_for_word(begun, answer.code).await;
        if word.is_err() {
            // Perhaps its keys are new.
            *self.known.lock().await = None;
        }
        word
    }

    async fn ask_for_word(&self, begun: Begun, code: String) -> anyhow::Result<Word> {
        let client = self.client(self.metadata().await?);
        let tokens = client
            .exchange_code(AuthorizationCode::new(code))?
            .set_pkce_verifier(PkceCodeVerifier::new(begun.verifier))
            .request_async(&self.http)
            .await
            .context("the code was not exchanged")?;
        let token = tokens.id_token().context("there is no ID token")?;
        let verifier = client.id_token_verifier().set_allowed_algs(SIGNATURES);
        let claims = token
            .claims(&verifier, &Nonce::new(begun.nonce))
            .context("the ID token is not to be believed")?;
        if let Some(expected) = claims.access_token_hash() {
            let (algorithm, key) = (token.signing_alg()?, token.signing_key(&verifier)?);
            let found = AccessTokenHash::from_token(tokens.access_token(), algorithm, key)?;
            ensure!(found == *expected, "the access token is another one");
        }
        let mut email = claims.email().cloned();
        let mut is_verified = claims.email_verified() == Some(true);
        if email.is_none()
            && let Ok(question) =
                client.user_info(tokens.access_token().clone(), Some(claims.subject().clone()))
        {
            // The standard has addresses there, and most providers put them into the token.
            let said: CoreUserInfoClaims =
                question.request_async(&self.http).await.context("nothing more is said of them")?;
            email = said.email().cloned();
            is_verified = said.email_verified() == Some(true);
        }
        Ok(Word {
            issuer: self.provider.issuer.clone(),
            subject: claims.subject().to_string(),
            verified_email: email.filter(|_| is_verified).map(|email| email.to_string()),
        })
    }

    /// What the provider says of itself and its keys.
    ///
    /// # Errors
    /// It does not answer, or with something else.
    pub async fn metadata(&self) -> anyhow::Result<CoreProviderMetadata> {
        let mut known = self.known.lock().await;
        if let Some((since, metadata)) = known.as_ref()
            && since.elapsed() < KNOWN_FOR
        {
            return Ok(metadata.clone());
        }
        let issuer = IssuerUrl::new(self.provider.issuer.clone())?;
        let metadata = CoreProviderMetadata::discover_async(issuer, &self.http)
            .await
            .with_context(|| format!("{} was not discovered", self.provider.issuer))?;
        ensure!(metadata.token_endpoint().is_some(), "the provider has no token endpoint");
        *known = Some((Instant::now(), metadata.clone()));
        Ok(metadata)
    }

    fn client(&self, metadata: CoreProviderMetadata) -> Client {
        let secret = self.provider.client_secret.as_ref();
        let secret = secret.map(|secret| ClientSecret::new(secret.expose_secret().to_owned()));
        // The default of the standard is `client_secret_basic`.
        let in_body = metadata.token_endpoint_auth_methods_supported().is_some_and(|methods| {
            !methods.contains(&CoreClientAuthMethod::ClientSecretBasic)
                && methods.contains(&CoreClientAuthMethod::ClientSecretPost)
        });
        let auth = if in_body { AuthType::RequestBody } else { AuthType::BasicAuth };
        let id = ClientId::new(self.provider.client_id.clone());
        CoreClient::from_provider_metadata(metadata, id, secret)
            .set_auth_type(auth)
            .set_redirect_uri(self.redirect.clone())
    }
}
