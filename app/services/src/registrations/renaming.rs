//! Changing the names of those who come, until their date begins: whoever holds the manage link can,
//! and the contact person gets the ticket anew.

use domain::ids::{OrganisationId, RegistrationId};
use domain::invalid::{Code, Field, Invalid};
use domain::registrations::states::Told;
use domain::text::Name;

use super::act::{PARTICIPANT, act};
use super::store::{self, RegistrationRow, renaming};
use super::{ATTEMPTS, Registrations, refused};
use crate::Error;
use crate::audit::record;
use crate::mail;
use crate::secrets::ManageToken;

/// What an attendee is to be called.
#[derive(Debug, Clone)]
pub struct Rename {
    /// The attendee's place in the list.
    pub position: i64,
    /// The name as it was typed.
    pub name: String,
}

impl Registrations {
    /// Gives attendees other names: all of these, or none. Where all have them already, nothing is
    /// done.
    ///
    /// # Errors
    /// `NotFound` if there is no such registration; `Invalid` with what is wrong with which name, or
    /// once the date has begun.
    pub async fn rename(&self, token: &ManageToken, names: Vec<Rename>) -> Result<(), Error> {
        let row = store::by_token(&self.context.db, &token.hash()).await?.ok_or(Error::NotFound)?;
        let names = checked(&names)?;
        let this = self.clone();
        let task = tokio::spawn(async move {
            let mut attempt = 1;
            loop {
                match this.rename_once(&row, &names).await {
                    Err(error) if attempt < ATTEMPTS && error.is_transient() => attempt += 1,
                    result => return result,
                }
            }
        });
        task.await.map_err(|error| Error::Internal(error.into()))?
    }

    async fn rename_once(&self, row: &RegistrationRow, names: &[(i64, Name)]) -> Result<(), Error> {
        let now = self.context.clock.now();
        let target = store::target(&self.context.db, &row.slug, &row.starts_local).await?;
        if target.is_none_or(|target| target.starts_at <= now.as_microsecond()) {
            return Err(refused(Code::Past));
        }
        let (organisation, id) = (OrganisationId(row.organisation_id), RegistrationId(row.id));
        let mut tx = self.context.db.begin().await?;
        let revision = store::revise(&mut tx, organisation, id, now.as_microsecond()).await?;
        let mut changed = 0;
        for (index, (position, name)) in names.iter().enumerate() {
            let to = renaming::To { position: *position, name: name.as_str() };
            match renaming::rename(&mut tx, organisation, id, &row.reference, to).await? {
                Some(is_new) => changed += i64::from(is_new),
                None => {
                    let gone = Invalid::new(Field::AttendeeName(index), Code::NotComing);
                    return Err(Error::Invalid(vec![gone]));
                }
            }
        }
        if changed == 0 {
            return Ok(());
        }
        mail::enqueue(&mut tx, organisation, id, Told::Changed.into(), revision, now).await?;
        let detail = format!("attendees={changed} revision={revision}");
        record(&mut tx, act(PARTICIPANT, organisation, id, now, "rename", detail)).await?;
        tx.commit().await?;
        self.context.mail_queued.notify_one();
        Ok(())
    }
}

/// The names that can be given.
fn checked(names: &[Rename]) -> Result<Vec<(i64, Name)>, Error> {
    let mut invalid = Vec::new();
    let mut good = Vec::new();
    for (index, Rename { position, name }) in names.iter().enumerate() {
        match Name::parse(name) {
            Ok(name) => good.push((*position, name)),
            Err(code) => invalid.push(Invalid::new(Field::AttendeeName(index), code)),
        }
    }
    if invalid.is_empty() { Ok(good) } else { Err(Error::Invalid(invalid)) }
}
