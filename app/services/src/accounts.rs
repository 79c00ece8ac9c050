//! Who signs in: by a link in a mail here; by other ways, and what follows, in the files below.
//!
//! A link to sign in lives for ten minutes, works once, and only in the browser that asked for it;
//! where a mail opens in another browser, the code in it does the same (ASVS 5.0, 6.5 and 6.6).
//! Asking tells nobody whether there is such an account: the work is done after the answer. Where
//! the account has an app that makes codes, the mail alone signs nobody in: its code follows.

mod acts;
pub mod address;
pub mod authenticators;
pub(crate) mod letters;
pub mod passkeys;
pub mod proofs;
pub mod providers;
mod second_step;
mod sessions;
pub(crate) mod store;

pub(crate) use sessions::open_session;
pub use sessions::{SESSION_LIFETIME, Session, SignedIn};

use domain::ids::{AccountId, SignInId};
use domain::invalid::{Code, Field};
use domain::language::Language;
use domain::text::Email;
use jiff::{SignedDuration, Timestamp};
use uuid::Uuid;

use self::letters::Purpose;
use crate::db::Tx;
use crate::secrets::{BrowserToken, SessionToken, SignInToken};
use crate::{Context, Error, mail};

/// How long a link to sign in works.
pub const LINK_LIFETIME: SignedDuration = SignedDuration::from_mins(10);

/// How many links one account may have in an hour: nobody's mailbox is flooded.
const LINKS_AN_HOUR: i64 = 3;

/// How many wrong codes end a link.
const TRIES: i64 = 5;

/// What someone shows to sign in.
#[derive(Debug, Clone)]
pub enum Proof {
    /// The link of the mail was opened.
    Link(SignInToken),
    /// The code of the mail was typed.
    Code(String),
}

/// A link is on its way, or nobody has the address.
#[derive(Debug)]
pub struct Asked {
    /// What the browser has to keep: the link works where this is.
    pub browser: BrowserToken,
    /// Ends when the mail is queued, for those who have to know.
    pub sending: tokio::task::JoinHandle<()>,
}

/// What came of signing in.
#[derive(Debug)]
pub enum Entered {
    /// The browser is signed in: what its cookie is to hold.
    In(SessionToken),
    /// The code of an app has to follow: what the browser keeps until it does.
    CodeFollows(String),
}

/// Signing in and out.
#[derive(Clone)]
pub struct Accounts(pub(crate) Context);

impl Accounts {
    /// Sends a link to sign in to this address, if it is somebody's here. Answers at once, and the
    /// same whatever the address.
    pub fn ask(&self, email: &Email, language: Language) -> Asked {
        let browser = BrowserToken::from(rand::random::<[u8; 32]>());
        let (this, email, hash) = (self.clone(), email.folded(), browser.hash());
        let sending = tokio::spawn(async move {
            if let Err(error) = this.send_link(&email, language, &hash).await {
                tracing::error!(%error, "a link to sign in could not be made");
            }
        });
        Asked { browser, sending }
    }

    async fn send_link(
        &self,
        email: &str,
        language: Language,
        browser: &[u8],
    ) -> Result<(), Error> {
        let now = self.0.clock.now();
        let Some(account) = store::by_email(&self.0.db, email).await? else {
            return Ok(());
        };
        let account = AccountId(account);
        let mut tx = self.0.db.begin().await?;
        let hour_ago = (now - SignedDuration::from_hours(1)).as_microsecond();
        if store::links_since(&mut tx, account, hour_ago).await? >= LINKS_AN_HOUR {
            tracing::warn!(account = %account.0, "too many links to sign in within an hour");
            return Ok(());
        }
        let id = SignInId(Uuid::now_v7());
        let link = store::NewSignIn {
            id,
            token_hash: &self.0.secrets.sign_in_token(id).hash(),
            browser_hash: browser,
            account,
            language: language.code(),
            at: now.as_microsecond(),
            expires_at: (now + LINK_LIFETIME).as_microsecond(),
        };
        store::insert_sign_in(&mut tx, &link).await?;
        mail::enqueue_sign_in(&mut tx, id, now).await?;
        tx.commit().await?;
        self.0.mail_queued.notify_one();
        Ok(())
    }

    /// Signs in the browser that asked for a link, with the link or with its code.
    ///
    /// # Errors
    /// `Invalid` with the reason: over, wrong, or opened in another browser.
    pub async fn sign_in(
        &self,
        proof: Proof,
        browser: Option<&BrowserToken>,
        agent: &str,
    ) -> Result<Entered, Error> {
        let now = self.0.clock.now();
        let browser = browser.map(BrowserToken::hash);
        let mut tx = self.0.db.begin().await?;
        let row = match (&proof, &browser) {
            (Proof::Link(token), _) => store::by_token(&mut tx, &token.hash()).await?,
            (Proof::Code(_), Some(browser)) => store::by_browser(&mut tx, browser).await?,
            (Proof::Code(_), None) => None,
        };
        let micros = now.as_microsecond();
        let is_open = |row: &store::SignInRow| {
            row.used_at.is_none() && row.expires_at > micros && row.tries < TRIES
        };
        let field = match proof {
            Proof::Link(_) => Field::Form,
            Proof::Code(_) => Field::SignInCode,
        };
        let row = row.filter(is_open).ok_or_else(|| Error::refused(field, Code::LinkOver))?;
        if browser.as_ref() != Some(&row.browser_hash) {
            return Err(Error::refused(Field::Form, Code::OtherBrowser));
        }
        let id = SignInId(row.id);
        if let Proof::Code(code) = proof {
            let is_right = digits(&code) == self.0.secrets.code(Purpose::SignIn.derivation(), id);
            if !store::take_try(&mut tx, id, TRIES, micros).await? {
                return Err(Error::refused(Field::SignInCode, Code::LinkOver));
            }
            if !is_right {
                tx.commit().await?;
                return Err(Error::refused(Field::SignInCode, Code::WrongCode));
            }
        }
        if !store::use_up(&mut tx, id, micros).await? {
            return Err(Error::refused(field, Code::LinkOver));
        }
        self.enter(tx, AccountId(row.account_id), agent).await
    }
}

/// The account of this address, which is made if there is none.
pub(crate) async fn account_of(
    tx: &mut Tx,
    email: &str,
    language: Language,
    now: Timestamp,
) -> Result<AccountId, Error> {
    let new = AccountId(Uuid::now_v7());
    store::insert_account(tx, new, email, language.code(), now.as_microsecond()).await?;
    let known = store::by_email_in(tx, email).await?;
    known.map(AccountId).ok_or(Error::NotFound)
}

/// What people type of a code: digits in any script, and spaces wherever.
fn digits(code: &str) -> String {
    let digit = |c: char| match c {
        '٠'..='٩' => char::from_digit(c as u32 - '٠' as u32, 10),
        '۰'..='۹' => char::from_digit(c as u32 - '۰' as u32, 10),
        '0'..='9' => Some(c),
        _ => None,
    };
    code.chars().take(40).filter_map(digit).collect()
}

#[cfg(test)]
mod tests {
    use super::digits;

    #[test]
    fn a_code_is_read_in_the_digits_of_the_reader() {
        assert_eq!(digits(" 1234 5678 "), "12345678");
        assert_eq!(digits("١٢٣٤-٥٦٧٨"), "12345678");
        assert_eq!(digits("۱۲۳۴۵۶۷۸"), "12345678");
        assert_eq!(digits("code"), "");
    }
}
