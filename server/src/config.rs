//! Settings: read from the environment, else from `concord.toml`, and proved before anything starts.
//!
//! | key | default | |
//! |---|---|---|
//! | `CONCORD_DATABASE_URL` | `sqlite:` and `concord.db` in the data directory | or `postgres://…` |
//! | `CONCORD_LISTEN` | `127.0.0.1:3000` | |
//! | `CONCORD_BASE_URL` | `http://localhost` and the port of `CONCORD_LISTEN` | every link comes from here |
//! | `CONCORD_DATA_DIR` | `data` | database, generated secret key, undelivered mail |
//! | `CONCORD_SITE_DIR` | `LEPTOS_SITE_ROOT`, else `site` beside the program | style sheet, scripts, `public/` |
//! | `CONCORD_SMTP_URL` | none: mail is written under the data directory | `smtps://user:pass@host` |
//! | `CONCORD_MAIL_FROM` | `Concord <no-reply@localhost>` | |
//! | `CONCORD_MAIL_RETRY` | `60s` | first wait before a mail is tried again |
//! | `CONCORD_SECRET_KEY` | generated into the data directory | 32 bytes in base64 |
//! | `CONCORD_METRICS_LISTEN` | none | not served by this version, which says so |
//! | `CONCORD_TRUSTED_PROXIES` | none | addresses and networks, with commas |
//! | `CONCORD_PROOF_OF_WORK` | `auto` | `auto`, `always`, `never` |
//! | `CONCORD_OIDC_ISSUER` | none | the provider that people sign in through |
//! | `CONCORD_OIDC_CLIENT_ID` | none | who we are there |
//! | `CONCORD_OIDC_CLIENT_SECRET` | none | |
//! | `CONCORD_OIDC_NAME` | the host of the issuer | what people call it |
//!
//! A secret may stand in a file of its own: `CONCORD_DATABASE_URL_FILE`, `CONCORD_SMTP_URL_FILE`,
//! `CONCORD_SECRET_KEY_FILE`, `CONCORD_OIDC_CLIENT_SECRET_FILE`. Every mistake is found in one go, and none of them quotes a secret.

mod mistake;
mod oidc;
mod parse;
mod secret_key;
mod smtp;
mod sources;
#[cfg(test)]
mod tests;

use std::io;
use std::net::SocketAddr;
use std::path::PathBuf;

use ipnet::IpNet;
use jiff::SignedDuration;
use lettre::message::Mailbox;
use secrecy::{ExposeSecret, SecretBox, SecretString};
use services::Secrets;
use services::shield::Mode;
use url::Url;

pub use mistake::Mistake;
pub use oidc::OidcProvider;
pub use smtp::{SmtpServer, SmtpTls};
pub use sources::Sources;

/// What an operator decides, proved to be usable together.
#[derive(Debug)]
pub struct Config {
    /// Where the database is; may hold a password.
    pub database_url: SecretString,
    /// The address that answers HTTP.
    pub listen: SocketAddr,
    /// Begins every link that leaves the house.
    pub base_url: Url,
    /// Holds the database, the generated secret key and mail that is not sent.
    pub data_dir: PathBuf,
    /// Holds what the build made for browsers: `pkg/` and the files of `public/`.
    pub site_dir: PathBuf,
    /// Who takes our mail; without one it is written to the data directory.
    pub smtp: Option<SmtpServer>,
    /// Who our mail is from.
    pub mail_from: Mailbox,
    /// The first wait before a mail is tried again.
    pub mail_retry: SignedDuration,
    /// The address that is to answer Prometheus, if one was named.
    pub metrics_listen: Option<SocketAddr>,
    /// The hops whose `X-Forwarded-For` is believed.
    pub trusted_proxies: Vec<IpNet>,
    /// When those who register prove work.
    pub proof_of_work: Mode,
    /// The provider that people can sign in through.
    pub oidc: Option<OidcProvider>,
    secret_key: Option<SecretBox<[u8; 32]>>,
}

impl Config {
    /// The settings of this process.
    ///
    /// # Errors
    /// Every mistake in them.
    pub fn load() -> Result<Self, Vec<Mistake>> {
        Self::parse(&Sources::gather())
    }

    /// The settings that these sources give.
    ///
    /// # Errors
    /// Every mistake in them.
    pub fn parse(sources: &Sources) -> Result<Self, Vec<Mistake>> {
        parse::parse(sources)
    }

    /// What the secret key gives: the key that was set, else the one in the data directory, which
    /// is made there the first time.
    ///
    /// # Errors
    /// The key's file cannot be made or read, or others may read it too.
    pub fn secrets(&self) -> Result<Secrets, Mistake> {
        match &self.secret_key {
            Some(key) => Ok(Secrets::new(*key.expose_secret())),
            None => secret_key::read_or_make(&self.data_dir).map(Secrets::new),
        }
    }

    /// Makes the data directory if it is not there, for this user alone.
    ///
    /// # Errors
    /// It cannot be made.
    pub fn make_data_dir(&self) -> io::Result<()> {
        secret_key::make_private_dir(&self.data_dir)
    }

    /// What the database is called in a sentence: the file, or the server without its password.
    #[must_use]
    pub fn database_name(&self) -> String {
        match self.database_url.expose_secret().strip_prefix("sqlite:") {
            Some(file) => format!("the database {file}"),
            None => "the PostgreSQL database".to_owned(),
        }
    }

    /// Whether links begin with `https`, so that browsers may be told to never use anything else.
    #[must_use]
    pub fn is_https(&self) -> bool {
        self.base_url.scheme() == "https"
    }

    /// Whether only this machine can reach us: nothing that is for developers shows elsewhere.
    #[must_use]
    pub fn is_local(&self) -> bool {
        self.listen.ip().is_loopback() && Self::is_loopback_url(&self.base_url)
    }

    /// Whether this URL leads to the machine it is opened on.
    #[must_use]
    pub fn is_loopback_url(url: &Url) -> bool {
        url.host_str().is_some_and(parse::is_loopback_host)
    }
}
