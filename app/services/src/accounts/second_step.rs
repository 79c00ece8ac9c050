//! The second step of signing in: where the account has an app that makes codes, a mail or a provider
//! is not enough.

use domain::ids::AccountId;
use domain::invalid::{Code, Field};
use serde::{Deserialize, Serialize};

use super::letters::Typed;
use super::{Accounts, Entered, authenticators, open_session};
use crate::Error;
use crate::db::Tx;
use crate::flash::Flash;
use crate::secrets::SessionToken;

/// Somebody who showed that the mailbox is theirs, until the code of their app is typed.
#[derive(Serialize, Deserialize)]
struct SecondStep {
    second_step_of: AccountId,
}

impl Accounts {
    /// Signs in a browser whose person showed that the mailbox is theirs, and now the code.
    ///
    /// # Errors
    /// `Invalid` with the reason: wrong, tried too often, or begun too long ago.
    pub async fn sign_in_with_code(
        &self,
        cookie: &str,
        code: &str,
        agent: &str,
    ) -> Result<SessionToken, Error> {
        let (flash, now) = (Flash(self.0.clone()), self.0.clock.now());
        let over = || Error::refused(Field::SignInCode, Code::LinkOver);
        let step: SecondStep = flash.see(cookie).await?.ok_or_else(over)?;
        let mut tx = self.0.db.begin().await?;
        let typed = authenticators::check(&self.0, &mut tx, step.second_step_of, code, now).await?;
        let session = match typed {
            Typed::Right => Ok(open_session(&mut tx, step.second_step_of, agent, now).await?),
            Typed::Wrong => Err(Error::refused(Field::SignInCode, Code::WrongAppCode)),
            Typed::Over => Err(Error::refused(Field::SignInCode, Code::TooManyTries)),
        };
        tx.commit().await?;
        if session.is_ok() {
            flash.take::<SecondStep>(cookie).await?;
        }
        session
    }

    /// Opens a session, or asks for a code first where the account has an app.
    pub(super) async fn enter(
        &self,
        mut tx: Tx,
        account: AccountId,
        agent: &str,
    ) -> Result<Entered, Error> {
        if !authenticators::store::exists(&mut tx, account).await? {
            let session = open_session(&mut tx, account, agent, self.0.clock.now()).await?;
            tx.commit().await?;
            return Ok(Entered::In(session));
        }
        tx.commit().await?;
        Ok(Entered::CodeFollows(
            Flash(self.0.clone()).keep(&SecondStep { second_step_of: account }).await?,
        ))
    }
}
