//! Taking in a new organisation, which the operator does.

use domain::ids::OrganisationId;
use domain::language::Language;
use domain::organisations::{Kind, RESERVED};
use domain::text::{Email, Name, Slug};
use uuid::Uuid;

use super::{Organisations, store};
use crate::Error;
use crate::audit::{Act, record};

/// An organisation that is not there yet. Its owners write the rest.
#[derive(Debug, Clone)]
pub struct NewOrganisation {
    /// The public name in its address.
    pub slug: Slug,
    /// What sort of body it is.
    pub kind: Kind,
    /// What it is called.
    pub name: Name,
    /// The language of the name.
    pub language: Language,
    /// Where people can write to.
    pub email: Email,
}

impl Organisations {
    /// Takes in a new organisation.
    ///
    /// # Errors
    /// `Conflict` if another has this slug, or a page of ours.
    pub async fn add(&self, new: &NewOrganisation) -> Result<(), Error> {
        let mut tx = self.0.db.begin().await?;
        let slug = new.slug.as_str();
        if RESERVED.contains(&slug) || store::id(&mut tx, slug).await?.is_some() {
            return Err(Error::Conflict);
        }
        let (id, at) = (OrganisationId(Uuid::now_v7()), self.0.clock.now());
        let (kind, email) = (new.kind.code(), new.email.as_str());
        store::insert(&mut tx, id, slug, kind, email, at.as_microsecond()).await?;
        let text = (new.name.as_str(), "", "");
        store::insert_text(&mut tx, id, new.language.code(), text).await?;
        let (action, object_kind) = ("add", "organisation");
        let (actor, detail) = ("operator", String::new());
        let act = Act { organisation: id, at, actor, action, object_kind, object: id.0, detail };
        record(&mut tx, act).await?;
        tx.commit().await?;
        self.0.changed();
        Ok(())
    }
}
