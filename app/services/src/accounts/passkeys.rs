//! Passkeys: signing in with what a phone, a computer or a key holds (`WebAuthn` level 3).
//!
//! The browser makes a pair of keys for this site and keeps the private half; signing in proves
//! that it has it, and that its owner was there (user verification is required). The site is the
//! host of the configured address. A challenge is used once, by the browser that got it.

pub(super) mod store;

use domain::accounts::{Actor, require_proof};
use domain::ids::{AccountId, PasskeyId};
use jiff::Timestamp;
use serde::Serialize;
use serde::de::DeserializeOwned;
use url::Url;
use uuid::Uuid;
use webauthn_rs::prelude::{DiscoverableAuthentication, Passkey, PasskeyRegistration};
use webauthn_rs::{Webauthn, WebauthnBuilder};

use super::{Accounts, SignedIn, acts, open_session, sessions};
use crate::Error;
use crate::db::Tx;
use crate::events::time;
use crate::flash::Flash;
use crate::secrets::SessionToken;

/// The most passkeys of one account.
const MOST: usize = 20;

/// A question to a browser, which it answers with its key.
#[derive(Debug)]
pub struct Challenge {
    /// What `navigator.credentials` is asked, as JSON (`WebAuthn` level 3, 5.4 and 5.5).
    pub options: String,
    /// What the browser keeps until it answers.
    pub cookie: String,
}

/// A passkey of one's own.
#[derive(Debug, Clone)]
pub struct OwnPasskey {
    /// Which.
    pub id: PasskeyId,
    /// What its owner's browser called itself when it was made.
    pub name: String,
    /// Since when.
    pub created_at: Timestamp,
    /// When it was used last.
    pub used_at: Option<Timestamp>,
}

/// A passkey that was shown.
pub(super) struct Shown {
    /// Whose it is.
    pub account: AccountId,
    id: PasskeyId,
    credential: String,
}

impl Shown {
    /// It was used; its counter may have grown.
    pub(super) async fn write_down(&self, tx: &mut Tx, now: Timestamp) -> Result<(), Error> {
        let now = now.as_microsecond();
        Ok(store::used(tx, self.account, self.id, &self.credential, now).await?)
    }
}

/// Making a passkey, while the browser is asked.
#[derive(Debug, serde::Serialize, serde::Deserialize)]
struct Making {
    account: AccountId,
    state: PasskeyRegistration,
}

impl Accounts {
    /// Asks a browser to make a passkey.
    ///
    /// # Errors
    /// `Unproved` if they have to show again who they are.
    pub async fn ask_to_make_passkey(&self, me: &SignedIn) -> Result<Challenge, Error> {
        require_proof(&me.actor)?;
        let account = me.actor.account;
        let known = store::of_account(&self.0.db, account).await?;
        if known.len() >= MOST {
            return Err(Error::Forbidden);
        }
        let exclude = known.into_iter().map(|row| row.credential_id).collect();
        let (options, state) = self
            .webauthn()?
            .start_passkey_registration(self.handle(account), &me.email, &me.email, Some(exclude))
            .map_err(internal)?;
        self.challenge(&options, &Making { account, state }).await
    }

    /// Keeps the passkey that a browser made.
    ///
    /// # Errors
    /// `NotFound` if it does not answer our question; `Unproved` if they have to show again who they
    /// are.
    pub async fn keep_passkey(
        &self,
        me: &SignedIn,
        cookie: &str,
        answer: &str,
        agent: &str,
    ) -> Result<(), Error> {
        require_proof(&me.actor)?;
        let asked: Making = self.asked(cookie).await?;
        if asked.account != me.actor.account {
            return Err(Error::NotFound);
        }
        let answer = read(answer)?;
        let passkey = self
            .webauthn()?
            .finish_passkey_registration(&answer, &asked.state)
            .map_err(|error| unproven(&error))?;
        let new = store::NewPasskey {
            account: asked.account,
            id: PasskeyId(Uuid::new_v4()),
            credential_id: passkey.cred_id().as_ref(),
            name: &sessions::agent_name(agent),
            credential: &written(&passkey)?,
            at: self.0.clock.now().as_microsecond(),
        };
        let mut tx = self.0.db.begin().await?;
        store::insert(&mut tx, &new).await?;
        acts::record(&mut tx, &me.actor, "add-passkey", self.0.clock.now()).await?;
        tx.commit().await?;
        Ok(())
    }

    /// Asks a browser to sign in with whichever passkey it has for this site.
    ///
    /// # Errors
    /// The database does not answer, or the configured address has no host.
    pub async fn ask_for_passkey(&self) -> Result<Challenge, Error> {
        let (options, state) =
            self.webauthn()?.start_discoverable_authentication().map_err(internal)?;
        self.challenge(&options, &state).await
    }

    /// Signs a browser in with its answer.
    ///
    /// # Errors
    /// `NotFound` if nobody here has the passkey, or it does not answer our question.
    pub async fn sign_in_with_passkey(
        &self,
        cookie: &str,
        answer: &str,
        agent: &str,
    ) -> Result<SessionToken, Error> {
        let (shown, now) = (self.shown(cookie, answer).await?, self.0.clock.now());
        let mut tx = self.0.db.begin().await?;
        shown.write_down(&mut tx, now).await?;
        let session = open_session(&mut tx, shown.account, agent, now).await?;
        tx.commit().await?;
        Ok(session)
    }

    /// The passkey that a browser showed, which answers our question.
    pub(super) async fn shown(&self, cookie: &str, answer: &str) -> Result<Shown, Error> {
        let state: DiscoverableAuthentication = self.asked(cookie).await?;
        let (answer, webauthn) = (read(answer)?, self.webauthn()?);
        let (handle, credential) = webauthn
            .identify_discoverable_authentication(&answer)
            .map_err(|error| unproven(&error))?;
        let row = store::by_credential(&self.0.db, credential).await?.ok_or(Error::NotFound)?;
        let account = AccountId(row.account_id);
        if self.handle(account) != handle {
            return Err(Error::NotFound);
        }
        let mut passkey: Passkey =
            serde_json::from_str(&row.credential).map_err(|error| Error::Internal(error.into()))?;
        let proof = webauthn
            .finish_discoverable_authentication_v2(&answer, state, &passkey)
            .map_err(|error| unproven(&error))?;
        passkey.update_credential(&proof);
        Ok(Shown { account, id: PasskeyId(row.id), credential: written(&passkey)? })
    }

    /// The passkeys of this person, the oldest first.
    ///
    /// # Errors
    /// The database does not answer.
    pub async fn passkeys(&self, actor: &Actor) -> Result<Vec<OwnPasskey>, Error> {
        let own = |row: store::PasskeyRow| {
            Ok(OwnPasskey {
                id: PasskeyId(row.id),
                name: row.name,
                created_at: time(row.created_at)?,
                used_at: row.used_at.map(time).transpose()?,
            })
        };
        let rows = store::of_account(&self.0.db, actor.account).await?;
        rows.into_iter().map(own).collect()
    }

    /// Forgets a passkey; one that is not theirs stays.
    ///
    /// # Errors
    /// `Unproved` if they have to show again who they are.
    pub async fn forget_passkey(&self, actor: &Actor, passkey: PasskeyId) -> Result<(), Error> {
        require_proof(actor)?;
        let mut tx = self.0.db.begin().await?;
        if store::delete(&mut tx, actor.account, passkey).await? {
            acts::record(&mut tx, actor, "remove-passkey", self.0.clock.now()).await?;
        }
        tx.commit().await?;
        Ok(())
    }

    /// What a passkey knows its owner by: tells nothing of the account.
    fn handle(&self, account: AccountId) -> Uuid {
        let bytes = self.0.secrets.derive("passkey-owner", account.0.as_bytes());
        let mut half = [0; 16];
        half.copy_from_slice(&bytes[..16]);
        uuid::Builder::from_random_bytes(half).into_uuid()
    }

    fn webauthn(&self) -> Result<Webauthn, Error> {
        let origin = Url::parse(&self.0.base_url).map_err(|error| Error::Internal(error.into()))?;
        let host = origin.host_str().unwrap_or_default().to_owned();
        WebauthnBuilder::new(&host, &origin)
            .and_then(|builder| builder.rp_name("Concord").build())
            .map_err(internal)
    }

    async fn challenge(
        &self,
        options: &impl Serialize,
        state: &impl Serialize,
    ) -> Result<Challenge, Error> {
        let cookie = Flash(self.0.clone()).keep(state).await?;
        Ok(Challenge { options: written(options)?, cookie })
    }

    /// What a browser was asked; once.
    async fn asked<T: DeserializeOwned>(&self, cookie: &str) -> Result<T, Error> {
        Flash(self.0.clone()).take(cookie).await?.ok_or(Error::NotFound)
    }
}

fn written(value: &impl Serialize) -> Result<String, Error> {
    serde_json::to_string(value).map_err(|error| Error::Internal(error.into()))
}

fn read<T: DeserializeOwned>(answer: &str) -> Result<T, Error> {
    serde_json::from_str(answer).map_err(|_| Error::NotFound)
}

/// An answer that proves nothing is not told apart from one that is not there.
fn unproven(error: &webauthn_rs::prelude::WebauthnError) -> Error {
    tracing::info!(%error, "a passkey did not prove anything");
    Error::NotFound
}

fn internal(error: webauthn_rs::prelude::WebauthnError) -> Error {
    Error::Internal(error.into())
}
