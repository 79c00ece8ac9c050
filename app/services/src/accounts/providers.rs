//! Signing in through a provider (`OpenID` Connect): what its word is worth here.
//!
//! The provider says who somebody is: by a name of its own that never changes (`sub`), and by an
//! address that it verified. Whoever signed in through it once is known by the first; the second
//! leads to an account only until then. It makes an account for nobody but those who were invited:
//! a stranger stays one. How the provider is asked, and how its word is checked, is in `server`.

mod store;

use domain::ids::{AccountId, InvitationId};
use domain::language::Language;
use domain::text::Email;
use jiff::Timestamp;

use super::{Accounts, Entered, account_of};
use crate::Error;
use crate::db::Tx;
use crate::secrets::InvitationToken;

/// What a provider said, and was proved to have said.
#[derive(Debug, Clone)]
pub struct Word {
    /// Which provider.
    pub issuer: String,
    /// What it calls the person for ever.
    pub subject: String,
    /// The address, if the provider verified it.
    pub verified_email: Option<String>,
}

/// What came of a provider's word.
#[derive(Debug)]
pub enum Arrival {
    /// They have an account.
    Known(Entered),
    /// They were invited, and have an account from now on; the invitation waits for their answer.
    Invited(Entered, InvitationToken),
    /// Nobody here knows them.
    Stranger,
    /// The provider does not say that the address is theirs.
    Unverified,
}

impl Accounts {
    /// Signs in whom a provider knows, if this house knows them too.
    ///
    /// # Errors
    /// The database does not answer.
    pub async fn arrive(
        &self,
        word: &Word,
        language: Language,
        agent: &str,
    ) -> Result<Arrival, Error> {
        let now = self.0.clock.now();
        let mut tx = self.0.db.begin().await?;
        if let Some(account) = store::account(&mut tx, &word.issuer, &word.subject).await? {
            return Ok(Arrival::Known(self.enter(tx, AccountId(account), agent).await?));
        }
        let email = word.verified_email.as_deref().and_then(|email| Email::parse(email).ok());
        let Some(email) = email.map(|email| email.folded()) else {
            return Ok(Arrival::Unverified);
        };
        let known = super::store::by_email_in(&mut tx, &email).await?.map(AccountId);
        let invitation = match known {
            Some(_) => None,
            None => store::open_invitation(&mut tx, &email, now.as_microsecond()).await?,
        };
        let account = match (known, invitation) {
            (Some(account), _) => account,
            (None, Some(_)) => account_of(&mut tx, &email, language, now).await?,
            (None, None) => return Ok(Arrival::Stranger),
        };
        if !link(&mut tx, word, account, now).await? {
            tracing::warn!(account = %account.0, "a provider gave somebody's address to another");
            return Ok(Arrival::Stranger);
        }
        let entered = self.enter(tx, account, agent).await?;
        Ok(match invitation {
            Some(id) => {
                let token = self.0.secrets.invitation_token(InvitationId(id));
                Arrival::Invited(entered, token)
            }
            None => Arrival::Known(entered),
        })
    }
}

/// Binds the account to the provider's name for its person; not if it is bound to another one.
async fn link(tx: &mut Tx, word: &Word, account: AccountId, now: Timestamp) -> Result<bool, Error> {
    let (issuer, subject) = (word.issuer.as_str(), word.subject.as_str());
    Ok(store::insert(tx, issuer, subject, account, now.as_microsecond()).await?)
}
