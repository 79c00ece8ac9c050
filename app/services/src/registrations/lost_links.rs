//! The links of registrations, for those who lost them: by mail, and by nothing else.
//!
//! Asking writes one row, whoever asks and whether the address is known or not. The worker looks the
//! registrations up and sends the ticket of each anew, as organisers can. So an answer tells nothing,
//! nor does the time it takes.

use domain::ids::{OrganisationId, RegistrationId};
use domain::invalid::Field;
use domain::registrations::RegistrationStatus;
use domain::registrations::states::Told;
use domain::text::Email;
use uuid::Uuid;

use super::act::{PARTICIPANT, act};
use super::store::links;
use super::{Registrations, store};
use crate::Error;
use crate::audit::record;
use crate::events::stored;
use crate::mail;

/// The most registrations of an address whose tickets are sent at once: the next ones.
const TICKETS: i64 = 10;

impl Registrations {
    /// Sends the tickets of this address again, as soon as the worker comes to it. What is asked for
    /// too often is passed over, without a word.
    ///
    /// # Errors
    /// `Invalid` if it is no address.
    pub async fn links_are_lost(&self, email: &str) -> Result<(), Error> {
        let email = Email::parse(email).map_err(|code| Error::refused(Field::Email, code))?;
        // The same work, and the same answer: a row that nobody looks up.
        let address = if self.askers.may_send(&email) { email.folded() } else { String::new() };
        self.askers.sent(&email);
        let now = self.context.clock.now().as_microsecond();
        let mut tx = self.context.db.begin().await?;
        links::ask(&mut tx, Uuid::now_v7(), &address, now).await?;
        tx.commit().await?;
        Ok(())
    }

    /// Looks up one address that was asked for; whether there was one.
    ///
    /// # Errors
    /// The database does not answer; it will be looked up another time.
    pub async fn work_on_lost_links(&self) -> Result<bool, Error> {
        let db = &self.context.db;
        let Some(asked) = links::next(db).await? else { return Ok(false) };
        let now = self.context.clock.now();
        let micros = now.as_microsecond();
        let found = links::of_address(db, &asked.email, micros, TICKETS).await?;
        let mut tx = db.begin().await?;
        // Whoever takes the row does the work: another process finds nothing any more.
        if !links::done(&mut tx, asked.id).await? {
            return Ok(true);
        }
        for one in found {
            let (organisation, id) = (OrganisationId(one.organisation_id), RegistrationId(one.id));
            let Some(told) = told(stored(&one.status)?) else { continue };
            let revision = store::revise(&mut tx, organisation, id, micros).await?;
            mail::enqueue(&mut tx, organisation, id, told.into(), revision, now).await?;
            let detail = format!("revision={revision}");
            record(&mut tx, act(PARTICIPANT, organisation, id, now, "send-again", detail)).await?;
        }
        tx.commit().await?;
        self.context.mail_queued.notify_one();
        Ok(true)
    }
}

/// The mail that tells of a registration as it is; of one that is over there is nothing to tell.
const fn told(status: RegistrationStatus) -> Option<Told> {
    Some(match status {
        RegistrationStatus::PendingEmail => Told::ConfirmAddress,
        RegistrationStatus::PendingApproval => Told::PendingApproval,
        RegistrationStatus::Waitlisted => Told::Waitlisted,
        RegistrationStatus::Offered => Told::Offered,
        RegistrationStatus::Confirmed => Told::Confirmed,
        RegistrationStatus::Declined
        | RegistrationStatus::Cancelled
        | RegistrationStatus::Expired => return None,
    })
}
