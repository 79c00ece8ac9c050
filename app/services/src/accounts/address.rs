//! Changing the address of an account: both mailboxes have to agree, and both are told.
//!
//! A code goes to the old address and another to the new one; both are typed in the session that
//! asked, within ten minutes. Then every other session ends, and no letter that was written before
//! works any more. Whether an address is somebody else's is not told: then no code arrives there.

mod store;

use domain::accounts::require_proof;
use domain::ids::SignInId;
use domain::invalid::{Code, Field, Invalid};
use domain::language::Language;
use domain::text::Email;
use jiff::Timestamp;

use super::letters::{self, NewLetter, Purpose, Typed};
use super::{Accounts, LINK_LIFETIME, SignedIn, acts, proofs, sessions};
use crate::Error;
use crate::db::Tx;
use crate::secrets::SessionToken;

/// The codes of both mailboxes, as they were typed.
#[derive(Debug, Clone, Default)]
pub struct BothCodes {
    /// From the mail to the address so far.
    pub old: String,
    /// From the mail to the new address.
    pub new: String,
}

impl Accounts {
    /// Sends codes to the old and to the new address.
    ///
    /// # Errors
    /// `Invalid` with the reason; `Unproved` if they have to show again who they are.
    pub async fn ask_to_change_address(
        &self,
        me: &SignedIn,
        typed: &str,
        language: Language,
    ) -> Result<(), Error> {
        require_proof(&me.actor)?;
        let email = Email::parse(typed).map_err(|code| Error::refused(Field::Email, code))?;
        let email = email.folded();
        if email == me.email {
            return Err(Error::refused(Field::Email, Code::SameAddress));
        }
        let (account, now) = (me.actor.account, self.0.clock.now());
        let mut tx = self.0.db.begin().await?;
        if letters::too_many(&mut tx, account, Purpose::AddressOld, now).await? {
            return Err(Error::refused(Field::Email, Code::TooManyTries));
        }
        let is_free = super::store::by_email_in(&mut tx, &email).await?.is_none();
        let letter = |purpose, address, is_sent| NewLetter {
            purpose,
            account,
            session: me.session,
            address,
            language,
            is_sent,
        };
        let old = letter(Purpose::AddressOld, None, true);
        let new = letter(Purpose::AddressNew, Some(email.as_str()), is_free);
        let change = store::NewChange {
            account,
            session: me.session,
            email: &email,
            old: letters::write(&self.0, &mut tx, &old, now).await?,
            new: letters::write(&self.0, &mut tx, &new, now).await?,
            expires_at: (now + LINK_LIFETIME).as_microsecond(),
        };
        store::put(&mut tx, &change).await?;
        tx.commit().await?;
        self.0.mail_queued.notify_one();
        Ok(())
    }

    /// The new address that this session asked for, while its codes work.
    ///
    /// # Errors
    /// The database does not answer.
    pub async fn new_address(&self, me: &SignedIn) -> Result<Option<String>, Error> {
        let now = self.0.clock.now().as_microsecond();
        Ok(store::asked(&self.0.db, me.actor.account, me.session, now).await?)
    }

    /// Changes the address, if both codes are right: what the cookie of this browser is to hold from
    /// now on.
    ///
    /// # Errors
    /// `Invalid` with what is wrong with which code.
    pub async fn change_address(
        &self,
        me: &SignedIn,
        codes: &BothCodes,
        language: Language,
    ) -> Result<SessionToken, Error> {
        let (account, now) = (me.actor.account, self.0.clock.now());
        let mut tx = self.0.db.begin().await?;
        let row = store::change(&mut tx, account, me.session, now.as_microsecond()).await?;
        let row = row.ok_or_else(|| Error::refused(Field::Form, Code::LinkOver))?;
        let wrong = self.compare_both(&mut tx, &row, codes, now).await?;
        if !wrong.is_empty() {
            tx.commit().await?;
            return Err(Error::Invalid(wrong));
        }
        if super::store::by_email_in(&mut tx, &row.email).await?.is_some() {
            return Err(Error::refused(Field::Form, Code::LinkOver));
        }
        store::set_email(&mut tx, account, &row.email).await?;
        store::delete(&mut tx, account).await?;
        letters::store::use_up_all(&mut tx, account, now.as_microsecond()).await?;
        sessions::store::end_others(&mut tx, account, me.session).await?;
        for address in [me.email.as_str(), row.email.as_str()] {
            let letter = NewLetter {
                purpose: Purpose::AddressChanged,
                account,
                session: me.session,
                address: Some(address),
                language,
                is_sent: true,
            };
            letters::write(&self.0, &mut tx, &letter, now).await?;
        }
        let session = proofs::renew(&mut tx, me.session, now).await?;
        acts::record(&mut tx, &me.actor, "change-address", now).await?;
        tx.commit().await?;
        tracing::info!(account = %account.0, "the address of an account was changed");
        self.0.mail_queued.notify_one();
        Ok(session)
    }

    /// What is wrong with the codes: both are looked at, so that both are told.
    async fn compare_both(
        &self,
        tx: &mut Tx,
        row: &store::ChangeRow,
        codes: &BothCodes,
        now: Timestamp,
    ) -> Result<Vec<Invalid>, Error> {
        let mut wrong = Vec::new();
        for (letter, purpose, code, field) in [
            (row.old_letter_id, Purpose::AddressOld, &codes.old, Field::SignInCode),
            (row.new_letter_id, Purpose::AddressNew, &codes.new, Field::OtherCode),
        ] {
            let letter = Some(SignInId(letter));
            match letters::compare(&self.0, tx, letter, purpose, code, now).await? {
                Typed::Right => {}
                Typed::Wrong => wrong.push(Invalid::new(field, Code::WrongCode)),
                Typed::Over => wrong.push(Invalid::new(field, Code::LinkOver)),
            }
        }
        Ok(wrong)
    }
}
