//! Forms that come back with mistakes, for browsers without JavaScript.
//!
//! The answer to such a form is a redirect to its page (303), which has to know what was typed and
//! what is wrong. It is kept for a quarter of an hour, sealed with a key that only a cookie of the
//! browser holds: neither the address of the page, nor the log, nor the database gives it away.

mod store;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chacha20poly1305::aead::{Aead, KeyInit};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use jiff::SignedDuration;
use serde::Serialize;
use serde::de::DeserializeOwned;
use sha2::{Digest, Sha256};

use crate::{Context, Error};

/// How long a form waits for its page.
pub const LIFETIME: SignedDuration = SignedDuration::from_mins(15);

/// Forms that come back with mistakes.
#[derive(Clone)]
pub struct Flash(pub(crate) Context);

impl Flash {
    /// Keeps a form: what the cookie has to hold to see it again.
    ///
    /// # Errors
    /// The database does not answer.
    pub async fn keep<T: Serialize>(&self, form: &T) -> Result<String, Error> {
        let key: [u8; 32] = rand::random();
        let plain = serde_json::to_vec(form).map_err(|error| Error::Internal(error.into()))?;
        let sealed = cipher(&key)
            .encrypt(&XNonce::from(NONCE), plain.as_slice())
            .map_err(|_| Error::Internal(anyhow::anyhow!("a form cannot be sealed")))?;
        let now = self.0.clock.now();
        let mut tx = self.0.db.begin().await?;
        store::forget_expired(&mut tx, now.as_microsecond()).await?;
        store::insert(&mut tx, &id(&key), &sealed, (now + LIFETIME).as_microsecond()).await?;
        tx.commit().await?;
        Ok(URL_SAFE_NO_PAD.encode(key))
    }

    /// The form that this cookie is about, if it still waits and the cookie is ours.
    ///
    /// # Errors
    /// The database does not answer.
    pub async fn see<T: DeserializeOwned>(&self, cookie: &str) -> Result<Option<T>, Error> {
        let Some(key) = key(cookie) else { return Ok(None) };
        let now = self.0.clock.now().as_microsecond();
        let sealed = store::sealed(&self.0.db, &id(&key), now).await?;
        Ok(sealed.and_then(|sealed| open(&key, &sealed)))
    }

    /// The same for what may be seen once.
    ///
    /// # Errors
    /// The database does not answer.
    pub async fn take<T: DeserializeOwned>(&self, cookie: &str) -> Result<Option<T>, Error> {
        let Some(key) = key(cookie) else { return Ok(None) };
        let now = self.0.clock.now().as_microsecond();
        let mut tx = self.0.db.begin().await?;
        let sealed = store::take(&mut tx, &id(&key), now).await?;
        tx.commit().await?;
        Ok(sealed.and_then(|sealed| open(&key, &sealed)))
    }
}

/// The key that a cookie holds.
fn key(cookie: &str) -> Option<[u8; 32]> {
    URL_SAFE_NO_PAD.decode(cookie).ok().and_then(|key| key.try_into().ok())
}

fn open<T: DeserializeOwned>(key: &[u8; 32], sealed: &[u8]) -> Option<T> {
    let plain = cipher(key).decrypt(&XNonce::from(NONCE), sealed).ok()?;
    serde_json::from_slice(&plain).ok()
}

/// Every form has a key of its own, which seals once: a constant nonce is safe.
const NONCE: [u8; 24] = [0; 24];

fn cipher(key: &[u8; 32]) -> XChaCha20Poly1305 {
    XChaCha20Poly1305::new(key.into())
}

/// Where the form lies: follows from the key, and the key does not follow from it.
fn id(key: &[u8; 32]) -> Vec<u8> {
    Sha256::digest([b"form".as_slice(), key].concat()).to_vec()
}
