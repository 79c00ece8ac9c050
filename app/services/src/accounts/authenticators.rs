//! Apps that make codes (TOTP, RFC 6238): six digits of every half minute, one step early or late.
//!
//! The secret that the app shares with us lies in the database sealed, and is shown while it is set
//! up only. A code counts once. Five wrong ones in a quarter of an hour are the most that an account
//! takes, whoever types them. Ten recovery codes stand in where the app is lost; each works once.

mod codes;
mod recovery;
pub(super) mod store;

use domain::accounts::{Actor, require_proof};
use domain::ids::AccountId;
use domain::invalid::{Code, Field};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use totp_rs::Secret;
use url::form_urlencoded::byte_serialize;

pub(super) use self::codes::check;
use self::codes::matching_step;
use super::{Accounts, SignedIn, acts, digits};
use crate::Error;
use crate::events::time;
use crate::flash::Flash;

/// How long a code lasts, in seconds.
const STEP: u64 = 30;

/// What the secrets are sealed for.
const SEAL: &str = "authenticator";

/// An app that somebody set up.
#[derive(Debug, Clone)]
pub struct OwnAuthenticator {
    /// Since when.
    pub created_at: Timestamp,
    /// How many recovery codes were not used.
    pub codes_left: i64,
}

/// What an app is told to make codes with.
#[derive(Debug, Clone)]
pub struct Sharing {
    /// As its camera reads it.
    pub url: String,
    /// As it is typed: letters and digits in groups of four.
    pub secret: String,
}

/// An app that is set up, until its first code is typed.
#[derive(Serialize, Deserialize)]
struct Making {
    app_of: AccountId,
    secret: [u8; 20],
}

impl Accounts {
    /// The app of this person, if they have one.
    ///
    /// # Errors
    /// The database does not answer.
    pub async fn authenticator(&self, actor: &Actor) -> Result<Option<OwnAuthenticator>, Error> {
        let Some(row) = store::of_account(&self.0.db, actor.account).await? else {
            return Ok(None);
        };
        let codes_left = store::codes_left(&self.0.db, actor.account).await?;
        Ok(Some(OwnAuthenticator { created_at: time(row.created_at)?, codes_left }))
    }

    /// Begins to set up an app, in place of the one there may be: what the browser keeps until the
    /// first code is typed.
    ///
    /// # Errors
    /// `Unproved` if they have to show again who they are.
    pub async fn ask_to_make_authenticator(&self, me: &SignedIn) -> Result<String, Error> {
        require_proof(&me.actor)?;
        let making = Making { app_of: me.actor.account, secret: rand::random() };
        Flash(self.0.clone()).keep(&making).await
    }

    /// What the app is to be told.
    ///
    /// # Errors
    /// `NotFound` if this person sets up none.
    pub async fn sharing(&self, me: &SignedIn, cookie: &str) -> Result<Sharing, Error> {
        let making = self.making(me, cookie).await?;
        let secret = Secret::from(making.secret).to_base32();
        let secret = secret.trim_end_matches('=');
        let groups: Vec<&str> =
            secret.as_bytes().chunks(4).filter_map(|four| std::str::from_utf8(four).ok()).collect();
        let name: String = byte_serialize(me.email.as_bytes()).collect();
        let url = format!(
            "otpauth://totp/Concord:{name}?secret={secret}&issuer=Concord&algorithm=SHA1&digits=6&period={STEP}"
        );
        Ok(Sharing { url, secret: groups.join(" ") })
    }

    /// Keeps the app, once it makes the right codes: what the browser keeps to see the recovery
    /// codes, once.
    ///
    /// # Errors
    /// `Invalid` if the code is wrong; `Unproved` if they have to show again who they are;
    /// `NotFound` if this person sets up none.
    pub async fn keep_authenticator(
        &self,
        me: &SignedIn,
        cookie: &str,
        code: &str,
    ) -> Result<String, Error> {
        require_proof(&me.actor)?;
        let making = self.making(me, cookie).await?;
        let now = self.0.clock.now();
        let step = matching_step(&making.secret, &digits(code), now)
            .ok_or_else(|| Error::refused(Field::SignInCode, Code::WrongAppCode))?;
        // Whoever sends the form twice sets it up once.
        Flash(self.0.clone()).take::<Making>(cookie).await?.ok_or(Error::NotFound)?;
        let account = me.actor.account;
        let sealed = self.0.secrets.seal(SEAL, account.0.as_bytes(), &making.secret);
        let sealed = sealed.ok_or_else(|| Error::Internal(anyhow::anyhow!("cannot seal")))?;
        let mut tx = self.0.db.begin().await?;
        store::forget_codes(&mut tx, account).await?;
        store::put(&mut tx, account, &sealed, step, now.as_microsecond()).await?;
        let codes = recovery::make(&self.0, &mut tx, account).await?;
        acts::record(&mut tx, &me.actor, "add-authenticator", now).await?;
        tx.commit().await?;
        tracing::info!(account = %account.0, "an app that makes codes was set up");
        Flash(self.0.clone()).keep(&codes).await
    }

    /// Makes ten new recovery codes in place of those there were.
    ///
    /// # Errors
    /// `Unproved` if they have to show again who they are; `NotFound` if they have no app.
    pub async fn renew_recovery_codes(&self, me: &SignedIn) -> Result<String, Error> {
        require_proof(&me.actor)?;
        let account = me.actor.account;
        let mut tx = self.0.db.begin().await?;
        if !store::lock(&mut tx, account).await? {
            return Err(Error::NotFound);
        }
        store::forget_codes(&mut tx, account).await?;
        let codes = recovery::make(&self.0, &mut tx, account).await?;
        acts::record(&mut tx, &me.actor, "renew-recovery-codes", self.0.clock.now()).await?;
        tx.commit().await?;
        Flash(self.0.clone()).keep(&codes).await
    }

    /// The recovery codes that were just made.
    ///
    /// # Errors
    /// `NotFound` if they are not to be seen any more.
    pub async fn recovery_codes(&self, cookie: &str) -> Result<Vec<String>, Error> {
        Flash(self.0.clone()).see(cookie).await?.ok_or(Error::NotFound)
    }

    /// Forgets the app and its recovery codes.
    ///
    /// # Errors
    /// `Unproved` if they have to show again who they are.
    pub async fn forget_authenticator(&self, me: &SignedIn) -> Result<(), Error> {
        require_proof(&me.actor)?;
        let account = me.actor.account;
        let mut tx = self.0.db.begin().await?;
        store::forget_codes(&mut tx, account).await?;
        if store::delete(&mut tx, account).await? {
            acts::record(&mut tx, &me.actor, "remove-authenticator", self.0.clock.now()).await?;
        }
        tx.commit().await?;
        tracing::info!(account = %account.0, "an app that makes codes was forgotten");
        Ok(())
    }

    async fn making(&self, me: &SignedIn, cookie: &str) -> Result<Making, Error> {
        let making: Option<Making> = Flash(self.0.clone()).see(cookie).await?;
        making.filter(|making| making.app_of == me.actor.account).ok_or(Error::NotFound)
    }
}
