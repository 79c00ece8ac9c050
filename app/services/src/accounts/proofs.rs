//! Showing again who one is, before what is not for whoever finds a browser open (ASVS 5.0, 7.5).
//!
//! By passkey, by the code of an app, or, where neither was set up, by a code in a mail. A session
//! that proved itself gets a new secret: what somebody copied of the old one is worth nothing.

use domain::accounts::Actor;
use domain::ids::SessionId;
use domain::invalid::{Code, Field};
use domain::language::Language;
use jiff::Timestamp;

use super::letters::{self, NewLetter, Purpose, Typed};
use super::{Accounts, SignedIn, authenticators, passkeys, sessions};
use crate::Error;
use crate::db::Tx;
use crate::secrets::SessionToken;

/// How somebody can show who they are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ways {
    /// They have passkeys.
    pub passkey: bool,
    /// They have an app that makes codes.
    pub authenticator: bool,
}

impl Ways {
    /// Whether a mail does: only for those who have nothing better.
    #[must_use]
    pub const fn mail(self) -> bool {
        !self.passkey && !self.authenticator
    }
}

impl Accounts {
    /// How this person can show who they are.
    ///
    /// # Errors
    /// The database does not answer.
    pub async fn ways(&self, actor: &Actor) -> Result<Ways, Error> {
        let passkey = !passkeys::store::of_account(&self.0.db, actor.account).await?.is_empty();
        let app = authenticators::store::of_account(&self.0.db, actor.account).await?;
        Ok(Ways { passkey, authenticator: app.is_some() })
    }

    /// Sends a code to somebody who has no better way to show who they are.
    ///
    /// # Errors
    /// `Invalid` if they had too many; `Forbidden` if they have a better way.
    pub async fn ask_for_code(&self, me: &SignedIn, language: Language) -> Result<(), Error> {
        if !self.ways(&me.actor).await?.mail() {
            return Err(Error::Forbidden);
        }
        let (account, now) = (me.actor.account, self.0.clock.now());
        let mut tx = self.0.db.begin().await?;
        if letters::too_many(&mut tx, account, Purpose::Proof, now).await? {
            return Err(Error::refused(Field::Form, Code::TooManyTries));
        }
        let letter = NewLetter {
            purpose: Purpose::Proof,
            account,
            session: me.session,
            address: None,
            language,
            is_sent: true,
        };
        letters::write(&self.0, &mut tx, &letter, now).await?;
        tx.commit().await?;
        self.0.mail_queued.notify_one();
        Ok(())
    }

    /// Takes the code of an app, a recovery code, or the code of a mail: what the cookie of this
    /// browser is to hold from now on.
    ///
    /// # Errors
    /// `Invalid` with the reason: wrong, over, or tried too often.
    pub async fn prove(&self, me: &SignedIn, code: &str) -> Result<SessionToken, Error> {
        let (ways, account, now) =
            (self.ways(&me.actor).await?, me.actor.account, self.0.clock.now());
        let mut tx = self.0.db.begin().await?;
        let typed = if ways.authenticator {
            authenticators::check(&self.0, &mut tx, account, code, now).await?
        } else if ways.mail() {
            let purpose = Purpose::Proof;
            let letter = letters::store::last(&mut tx, account, me.session, purpose.code()).await?;
            let typed = letters::compare(&self.0, &mut tx, letter, purpose, code, now).await?;
            if let (Typed::Right, Some(letter)) = (typed, letter) {
                super::store::use_up(&mut tx, letter, now.as_microsecond()).await?;
            }
            typed
        } else {
            return Err(Error::Forbidden);
        };
        let refused = |code| Err(Error::refused(Field::SignInCode, code));
        let proved = match (typed, ways.authenticator) {
            (Typed::Right, _) => Ok(renew(&mut tx, me.session, now).await?),
            (Typed::Wrong, true) => refused(Code::WrongAppCode),
            (Typed::Wrong, false) => refused(Code::WrongCode),
            (Typed::Over, true) => refused(Code::TooManyTries),
            (Typed::Over, false) => refused(Code::LinkOver),
        };
        // A wrong code is written down as well.
        tx.commit().await?;
        proved
    }

    /// Takes the answer of a passkey: what the cookie of this browser is to hold from now on.
    ///
    /// # Errors
    /// `NotFound` if it does not answer our question, or is somebody else's.
    pub async fn prove_with_passkey(
        &self,
        me: &SignedIn,
        cookie: &str,
        answer: &str,
    ) -> Result<SessionToken, Error> {
        let shown = self.shown(cookie, answer).await?;
        if shown.account != me.actor.account {
            return Err(Error::NotFound);
        }
        let now = self.0.clock.now();
        let mut tx = self.0.db.begin().await?;
        shown.write_down(&mut tx, now).await?;
        let session = renew(&mut tx, me.session, now).await?;
        tx.commit().await?;
        Ok(session)
    }
}

/// The session is fresh from now on, under a new secret.
pub(super) async fn renew(
    tx: &mut Tx,
    session: SessionId,
    now: Timestamp,
) -> Result<SessionToken, Error> {
    let token = SessionToken::from(rand::random::<[u8; 32]>());
    if !sessions::store::renew(tx, session, &token.hash(), now.as_microsecond()).await? {
        return Err(Error::SignedOut);
    }
    Ok(token)
}
