//! Tags: what an organisation calls some of its registrations. Only those see them who see
//! registrations whole.

use domain::accounts::{Action, Actor};
use domain::ids::{EventId, OrganisationId, RegistrationId};
use domain::invalid::{Code, Field};
use domain::registrations::tags::{TagName, TagSet};
use jiff::Timestamp;
use uuid::Uuid;

use super::list::may;
use super::store::tags::{self as store, TagRow};
use super::{ATTEMPTS, Registrations, may_succeed_again};
use crate::Error;
use crate::audit::{Act, record};
use crate::db::Tx;
use crate::events::own::OwnEvent;

/// A tag of an event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tag {
    /// What it says.
    pub name: String,
    /// What names it in addresses and forms.
    pub folded: String,
    /// Its place, from 0.
    pub position: i64,
}

/// What is done with a tag.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tagging {
    /// It is put on.
    On,
    /// It is taken off.
    Off,
}

impl Tagging {
    /// The verb in the record.
    pub(super) const fn action(self) -> &'static str {
        match self {
            Self::On => "tag",
            Self::Off => "untag",
        }
    }
}

impl Registrations {
    /// The tags of an event, by name.
    ///
    /// # Errors
    /// `NotFound` and `Forbidden` as `authorize` says.
    pub async fn tags(&self, actor: &Actor, event: &OwnEvent) -> Result<Vec<Tag>, Error> {
        may(actor, Action::SeeRegistrations, event)?;
        let rows = store::tags(&self.context.db, event.organisation.id, event.id).await?;
        Ok(rows.into_iter().map(tag).collect())
    }

    /// Puts a tag on a registration, or takes it off. A tag that the event does not have yet is made
    /// by putting it on. Doing it again changes nothing.
    ///
    /// # Errors
    /// `Invalid` if the text is no tag, or the event has as many as it may; `NotFound` if the event
    /// has no such registration; else as `authorize` says.
    pub async fn tag(
        &self,
        actor: &Actor,
        event: &OwnEvent,
        reference: &str,
        text: &str,
        tagging: Tagging,
    ) -> Result<(), Error> {
        may(actor, Action::ChangeRegistrations, event)?;
        let row = self.own_row(event, reference).await?;
        let name = TagName::parse(text).map_err(|code| Error::refused(Field::Tag, code))?;
        let id = RegistrationId(row.id);
        let mut attempt = 1;
        loop {
            match self.tag_once(actor, event, id, &name, tagging).await {
                // Two who make the same tag, or two tags, at once.
                Err(error) if attempt < ATTEMPTS && may_succeed_again(&error) => attempt += 1,
                result => return result,
            }
        }
    }

    async fn tag_once(
        &self,
        actor: &Actor,
        event: &OwnEvent,
        registration: RegistrationId,
        name: &TagName,
        tagging: Tagging,
    ) -> Result<(), Error> {
        let (organisation, now) = (event.organisation.id, self.context.clock.now());
        let mut tx = self.context.db.begin().await?;
        let tag = match tagging {
            Tagging::On => held_or_made(&mut tx, organisation, event.id, name, now).await?,
            Tagging::Off => {
                let held = store::hold(&mut tx, organisation, event.id, &name.folded()).await?;
                let Some(held) = held else { return Ok(()) };
                held
            }
        };
        if set(&mut tx, organisation, registration, &tag, tagging).await? {
            let who = actor.account.0.to_string();
            let detail = format!("tag={}", tag.id);
            record(&mut tx, of_tags(&who, organisation, registration, now, tagging, detail))
                .await?;
            tx.commit().await?;
        }
        Ok(())
    }

    /// Deletes a tag that nobody has any more. Doing it again changes nothing.
    ///
    /// # Errors
    /// `Invalid` while somebody has it; else as `authorize` says.
    pub async fn delete_tag(
        &self,
        actor: &Actor,
        event: &OwnEvent,
        folded: &str,
    ) -> Result<(), Error> {
        may(actor, Action::ChangeRegistrations, event)?;
        let organisation = event.organisation.id;
        let mut tx = self.context.db.begin().await?;
        let Some(tag) = store::hold(&mut tx, organisation, event.id, folded).await? else {
            return Ok(());
        };
        let bit = TagSet::of(tag.position).0;
        if !store::delete(&mut tx, organisation, event.id, folded, bit).await? {
            return Err(Error::refused(Field::Tag, Code::TagInUse));
        }
        let act = Act {
            organisation,
            at: self.context.clock.now(),
            actor: &actor.account.0.to_string(),
            action: "delete-tag",
            object_kind: "event",
            object: event.id.0,
            detail: format!("tag={}", tag.id),
        };
        record(&mut tx, act).await?;
        tx.commit().await?;
        Ok(())
    }
}

/// The tag of this name, ours until the commit; made if there is none.
pub(super) async fn held_or_made(
    tx: &mut Tx,
    organisation: OrganisationId,
    event: EventId,
    name: &TagName,
    now: Timestamp,
) -> Result<TagRow, Error> {
    let folded = name.folded();
    if let Some(held) = store::hold(tx, organisation, event, &folded).await? {
        return Ok(held);
    }
    let taken = store::positions(tx, organisation, event).await?;
    let position = TagSet::free(taken);
    let position = position.ok_or_else(|| Error::refused(Field::Tag, Code::TooManyTags))?;
    let tag = TagRow { id: Uuid::now_v7(), position, name: name.as_str().to_owned(), folded };
    store::insert(tx, organisation, event, &tag, now.as_microsecond()).await?;
    Ok(tag)
}

/// Puts a tag on a registration or takes it off; whether that changed anything.
pub(super) async fn set(
    tx: &mut Tx,
    organisation: OrganisationId,
    registration: RegistrationId,
    tag: &TagRow,
    tagging: Tagging,
) -> Result<bool, Error> {
    let bit = TagSet::of(tag.position).0;
    Ok(match tagging {
        Tagging::On => store::put_on(tx, organisation, registration, bit).await?,
        Tagging::Off => store::take_off(tx, organisation, registration, bit).await?,
    })
}

/// An act on the tags of a registration. It makes no revision of it: nobody is told.
pub(super) fn of_tags(
    actor: &str,
    organisation: OrganisationId,
    registration: RegistrationId,
    at: Timestamp,
    tagging: Tagging,
    detail: String,
) -> Act<'_> {
    let (action, object) = (tagging.action(), registration.0);
    Act { organisation, at, actor, action, object_kind: "tags", object, detail }
}

pub(super) fn tag(row: TagRow) -> Tag {
    Tag { name: row.name, folded: row.folded, position: row.position }
}
