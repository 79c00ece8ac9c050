//! Who signs in: links by mail, sessions, and whom a request comes from.
//!
//! A link to sign in lives for ten minutes, works once, and only in the browser that asked for it;
//! where a mail opens in another browser, the code in it does the same (ASVS 5.0, 6.5 and 6.6).
//! Asking tells nobody whether there is such an account: the work is done after the answer. A
//! session ends after a day without a visit, and after two weeks in any case (ASVS 7.3).

pub mod passkeys;
pub(crate) mod store;

use domain::accounts::{Actor, Membership};
use domain::ids::{AccountId, EventId, OrganisationId, SessionId, SignInId};
use domain::invalid::{Code, Field};
use domain::language::Language;
use domain::text::Email;
use jiff::{SignedDuration, Timestamp};
use uuid::Uuid;

use crate::db::Tx;
use crate::events::{stored, time};
use crate::secrets::{BrowserToken, SessionToken, SignInToken};
use crate::{Context, Error, mail};

/// How long a link to sign in works.
pub const LINK_LIFETIME: SignedDuration = SignedDuration::from_mins(10);

/// How long a browser stays signed in, at most.
pub const SESSION_LIFETIME: SignedDuration = SignedDuration::from_hours(14 * 24);

/// How long a browser stays signed in without a visit.
const IDLE_LIFETIME: SignedDuration = SignedDuration::from_hours(24);

/// A visit is written down when the last one is so long ago.
const SEEN_EVERY: SignedDuration = SignedDuration::from_mins(10);

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

/// The one who is signed in.
#[derive(Debug, Clone)]
pub struct SignedIn {
    /// Who, and what they may do.
    pub actor: Actor,
    /// Their mail address.
    pub email: String,
    /// The session of this browser.
    pub session: SessionId,
}

/// A browser that is signed in.
#[derive(Debug, Clone)]
pub struct Session {
    /// Which.
    pub id: SessionId,
    /// What the browser called itself.
    pub agent: String,
    /// Since when.
    pub created_at: Timestamp,
    /// When it was last seen, within some minutes.
    pub seen_at: Timestamp,
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
    ) -> Result<SessionToken, Error> {
        let now = self.0.clock.now();
        let browser = browser.map(BrowserToken::hash);
        let mut tx = self.0.db.begin().await?;
        let row = match (&proof, &browser) {
            (Proof::Link(token), _) => store::by_token(&mut tx, &token.hash()).await?,
            (Proof::Code(_), Some(browser)) => store::by_browser(&mut tx, browser).await?,
            (Proof::Code(_), None) => None,
        };
        let is_open = |row: &store::SignInRow| {
            row.used_at.is_none() && row.expires_at > now.as_microsecond() && row.tries < TRIES
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
        if let Proof::Code(code) = proof
            && digits(&code) != self.0.secrets.sign_in_code(id)
        {
            store::count_try(&mut tx, id).await?;
            tx.commit().await?;
            return Err(Error::refused(Field::SignInCode, Code::WrongCode));
        }
        if !store::use_up(&mut tx, id, now.as_microsecond()).await? {
            return Err(Error::refused(field, Code::LinkOver));
        }
        let session = open_session(&mut tx, AccountId(row.account_id), agent, now).await?;
        tx.commit().await?;
        Ok(session)
    }

    /// The one whose browser holds this.
    ///
    /// # Errors
    /// `SignedOut` if nobody's does, or it was too long ago.
    pub async fn signed_in(&self, session: Option<&SessionToken>) -> Result<SignedIn, Error> {
        let hash = session.ok_or(Error::SignedOut)?.hash();
        let now = self.0.clock.now();
        let idle_since = (now - IDLE_LIFETIME).as_microsecond();
        let row = store::session(&self.0.db, &hash, now.as_microsecond(), idle_since).await?;
        let row = row.ok_or(Error::SignedOut)?;
        if row.seen_at <= (now - SEEN_EVERY).as_microsecond() {
            let mut tx = self.0.db.begin().await?;
            store::see(&mut tx, &hash, now.as_microsecond()).await?;
            tx.commit().await?;
        }
        self.person(row).await
    }

    /// The same, for what a page asks by itself while nobody may be there: it does not count as
    /// being seen, so that a page left open does not keep its session alive (ASVS 5.0, 7.3.1).
    ///
    /// # Errors
    /// `SignedOut` if nobody's does, or it was too long ago.
    pub async fn signed_in_unseen(
        &self,
        session: Option<&SessionToken>,
    ) -> Result<SignedIn, Error> {
        let hash = session.ok_or(Error::SignedOut)?.hash();
        let now = self.0.clock.now();
        let idle_since = (now - IDLE_LIFETIME).as_microsecond();
        let row = store::session(&self.0.db, &hash, now.as_microsecond(), idle_since).await?;
        self.person(row.ok_or(Error::SignedOut)?).await
    }

    async fn person(&self, row: store::SessionRow) -> Result<SignedIn, Error> {
        let account = AccountId(row.account_id);
        let memberships = store::memberships(&self.0.db, account).await?;
        let membership = |row: store::MembershipRow| {
            Ok(Membership {
                organisation: OrganisationId(row.organisation_id),
                event: row.event_id.map(EventId),
                role: stored(&row.role)?,
            })
        };
        let memberships = memberships.into_iter().map(membership).collect::<Result<_, Error>>()?;
        let actor = Actor { account, memberships };
        Ok(SignedIn { actor, email: row.email, session: SessionId(row.id) })
    }

    /// Every browser in which this person is signed in, the last seen first.
    ///
    /// # Errors
    /// The database does not answer.
    pub async fn sessions(&self, actor: &Actor) -> Result<Vec<Session>, Error> {
        let now = self.0.clock.now();
        let idle_since = (now - IDLE_LIFETIME).as_microsecond();
        let (db, micros) = (&self.0.db, now.as_microsecond());
        let rows = store::sessions(db, actor.account, micros, idle_since).await?;
        let session = |row: store::SessionRow| {
            Ok(Session {
                id: SessionId(row.id),
                agent: row.agent,
                created_at: time(row.created_at)?,
                seen_at: time(row.seen_at)?,
            })
        };
        rows.into_iter().map(session).collect()
    }

    /// Signs out one of this person's browsers; one that is not theirs stays as it is.
    ///
    /// # Errors
    /// The database does not answer.
    pub async fn end_session(&self, actor: &Actor, session: SessionId) -> Result<(), Error> {
        let mut tx = self.0.db.begin().await?;
        store::end_session(&mut tx, actor.account, session).await?;
        tx.commit().await?;
        Ok(())
    }

    /// Signs out the browser that holds this.
    ///
    /// # Errors
    /// The database does not answer.
    pub async fn sign_out(&self, session: &SessionToken) -> Result<(), Error> {
        let mut tx = self.0.db.begin().await?;
        store::sign_out(&mut tx, &session.hash()).await?;
        tx.commit().await?;
        Ok(())
    }
}

/// Signs a browser in: what its cookie is to hold.
pub(crate) async fn open_session(
    tx: &mut Tx,
    account: AccountId,
    agent: &str,
    now: Timestamp,
) -> Result<SessionToken, Error> {
    let token = SessionToken::from(rand::random::<[u8; 32]>());
    let agent = agent_name(agent);
    let idle_since = (now - IDLE_LIFETIME).as_microsecond();
    store::forget_sessions(tx, now.as_microsecond(), idle_since).await?;
    let session = store::NewSession {
        token_hash: &token.hash(),
        id: SessionId(Uuid::new_v4()),
        account,
        agent: &agent,
        at: now.as_microsecond(),
        expires_at: (now + SESSION_LIFETIME).as_microsecond(),
    };
    store::insert_session(tx, &session).await?;
    Ok(token)
}

/// What a browser calls itself, as far as it is kept.
fn agent_name(agent: &str) -> String {
    agent.chars().filter(|c| !c.is_control()).take(200).collect()
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
