//! Words of a provider that are not its words. Tokens are made by hand and signed by `ring`, which is
//! not what checks them; a real provider is asked by `end2end/tests/provider.spec.ts`.

use std::sync::{Arc, Mutex};
use std::time::{SystemTime, UNIX_EPOCH};

use axum::Router;
use axum::http::header;
use axum::response::IntoResponse;
use axum::routing::{get, post};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use ring::hmac;
use ring::signature::{Ed25519KeyPair, KeyPair as _};
use serde_json::{Value, json};
use tokio::net::TcpListener;

use super::{Answer, Begun, Oidc};
use crate::config::OidcProvider;

const SECRET: &str = "a-secret-of-at-least-thirty-two-octets";

/// A provider that says what a test wants it to say.
struct Fake {
    oidc: Oidc,
    issuer: String,
    token: Arc<Mutex<String>>,
}

fn key(seed: u8) -> Ed25519KeyPair {
    Ed25519KeyPair::from_seed_unchecked(&[seed; 32]).unwrap()
}

fn encoded(part: &Value) -> String {
    URL_SAFE_NO_PAD.encode(part.to_string())
}

fn answer(value: &Value) -> impl IntoResponse + use<> {
    ([(header::CONTENT_TYPE, "application/json")], value.to_string())
}

/// A token with these claims, signed by this key.
fn signed(claims: &Value, key: &Ed25519KeyPair) -> String {
    let content = format!("{}.{}", encoded(&json!({"alg": "EdDSA", "kid": "1"})), encoded(claims));
    let signature = URL_SAFE_NO_PAD.encode(key.sign(content.as_bytes()));
    format!("{content}.{signature}")
}

impl Fake {
    async fn open() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let issuer = format!("http://{}", listener.local_addr().unwrap());
        let token = Arc::<Mutex<String>>::default();
        let metadata = json!({
            "issuer": issuer,
            "authorization_endpoint": format!("{issuer}/authorize"),
            "token_endpoint": format!("{issuer}/token"),
            "jwks_uri": format!("{issuer}/keys"),
            "response_types_supported": ["code"],
            "subject_types_supported": ["public"],
            // What it offers beyond public keys is not taken.
            "id_token_signing_alg_values_supported": ["EdDSA", "HS256", "none"],
        });
        let x = URL_SAFE_NO_PAD.encode(key(1).public_key());
        let keys = json!({"keys": [
            {"kty": "OKP", "crv": "Ed25519", "use": "sig", "alg": "EdDSA", "kid": "1", "x": x},
        ]});
        let said = Arc::clone(&token);
        let tokens = move || async move {
            let id_token = said.lock().unwrap().clone();
            answer(&json!({"access_token": "a", "token_type": "Bearer", "id_token": id_token}))
        };
        let router = Router::new()
            .route(
                "/.well-known/openid-configuration",
                get(move || async move { answer(&metadata) }),
            )
            .route("/keys", get(move || async move { answer(&keys) }))
            .route("/token", post(tokens));
        tokio::spawn(async { axum::serve(listener, router).await });
        let provider = OidcProvider {
            issuer: issuer.clone(),
            client_id: "concord".into(),
            client_secret: Some(SECRET.into()),
            name: "Club House".into(),
            is_loopback: true,
        };
        Self { oidc: Oidc::new(provider, "http://localhost:3000").unwrap(), issuer, token }
    }

    /// Asks, and gives back what the provider has to repeat.
    async fn begin(&self) -> Begun {
        self.oidc.begin("en").await.unwrap().1
    }

    /// The claims of a right answer.
    fn claims(&self, begun: &Begun) -> Value {
        let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_secs();
        json!({
            "iss": self.issuer,
            "aud": "concord",
            "sub": "amina",
            "exp": now + 300,
            "iat": now,
            "nonce": begun.nonce,
            "email": "amina@example.org",
            "email_verified": true,
        })
    }

    async fn finish(&self, begun: Begun, token: String) -> anyhow::Result<super::Word> {
        *self.token.lock().unwrap() = token;
        let answer = Answer { state: begun.state.clone(), code: "c".into(), iss: None };
        self.oidc.finish(begun, answer).await
    }
}

#[tokio::test]
async fn the_question_has_everything_that_binds_its_answer() {
    let fake = Fake::open().await;
    let (url, begun) = fake.oidc.begin("fr").await.unwrap();
    let asked: std::collections::HashMap<_, _> = url.query_pairs().into_owned().collect();
    assert_eq!(asked["response_type"], "code");
    assert_eq!(asked["client_id"], "concord");
    assert_eq!(asked["redirect_uri"], "http://localhost:3000/oidc/callback");
    assert_eq!((&asked["state"], &asked["nonce"]), (&begun.state, &begun.nonce));
    assert_eq!(asked["scope"], "openid email");
    assert_eq!(asked["code_challenge_method"], "S256");
    let hash = ring::digest::digest(&ring::digest::SHA256, begun.verifier.as_bytes());
    assert_eq!(asked["code_challenge"], URL_SAFE_NO_PAD.encode(hash));
    let other = fake.begin().await;
    assert!(other.state != begun.state && other.nonce != begun.nonce);
}

#[tokio::test]
async fn a_right_word_is_believed_and_an_address_only_if_it_is_verified() {
    let fake = Fake::open().await;
    for (verified, expected) in [
        (json!(true), Some("amina@example.org")),
        (json!("true"), Some("amina@example.org")),
        (json!(false), None),
        (Value::Null, None),
    ] {
        let begun = fake.begin().await;
        let mut claims = fake.claims(&begun);
        if verified.is_null() {
            claims.as_object_mut().unwrap().remove("email_verified");
        } else {
            claims["email_verified"] = verified;
        }
        let word = fake.finish(begun, signed(&claims, &key(1))).await.unwrap();
        assert_eq!((word.issuer.as_str(), word.subject.as_str()), (fake.issuer.as_str(), "amina"));
        assert_eq!(word.verified_email.as_deref(), expected);
    }
}

#[tokio::test]
async fn a_word_that_is_not_the_providers_or_not_for_us_is_not_believed() {
    let fake = Fake::open().await;
    for (claim, value) in [
        ("iss", json!("https://login.example.org")),
        ("aud", json!("another")),
        ("aud", json!(["concord", "another"])),
        ("nonce", json!("another")),
        ("nonce", Value::Null),
        ("exp", json!(1_700_000_000)),
    ] {
        let begun = fake.begin().await;
        let mut claims = fake.claims(&begun);
        claims[claim] = value;
        let word = fake.finish(begun, signed(&claims, &key(1))).await;
        assert!(word.is_err(), "{claim}: {word:?}");
    }
    let begun = fake.begin().await;
    let token = signed(&fake.claims(&begun), &key(2));
    assert!(fake.finish(begun, token).await.is_err(), "another key");

    let begun = fake.begin().await;
    let content = format!("{}.{}", encoded(&json!({"alg": "none"})), encoded(&fake.claims(&begun)));
    assert!(fake.finish(begun, format!("{content}.")).await.is_err(), "no signature");

    let begun = fake.begin().await;
    let content =
        format!("{}.{}", encoded(&json!({"alg": "HS256"})), encoded(&fake.claims(&begun)));
    let by_secret = hmac::Key::new(hmac::HMAC_SHA256, SECRET.as_bytes());
    let tag = URL_SAFE_NO_PAD.encode(hmac::sign(&by_secret, content.as_bytes()));
    assert!(fake.finish(begun, format!("{content}.{tag}")).await.is_err(), "our own secret");
}

#[tokio::test]
async fn an_answer_to_another_question_is_none() {
    let fake = Fake::open().await;
    let answer = |begun: &Begun| Answer {
        state: begun.state.clone(),
        code: "c".into(),
        iss: Some(fake.issuer.clone()),
    };
    for spoil in [
        (|answer: &mut Answer| answer.state = "another".into()) as fn(&mut Answer),
        |answer| answer.state.clear(),
        |answer| answer.code.clear(),
        |answer| answer.iss = Some("https://login.example.org".into()),
    ] {
        let begun = fake.begin().await;
        *fake.token.lock().unwrap() = signed(&fake.claims(&begun), &key(1));
        let mut answer = answer(&begun);
        spoil(&mut answer);
        assert!(fake.oidc.finish(begun, answer).await.is_err());
    }
    let begun = fake.begin().await;
    *fake.token.lock().unwrap() = signed(&fake.claims(&begun), &key(1));
    let answer = answer(&begun);
    fake.oidc.finish(begun, answer).await.unwrap();
}
