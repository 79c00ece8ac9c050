//! Who publishes events.

pub mod adding;
pub mod editing;
pub mod members;
pub(crate) mod store;

use std::collections::BTreeSet;

use domain::accounts::{Action, Actor};
use domain::ids::OrganisationId;
use domain::language::Language;
use domain::organisations::Kind;
use domain::text::Slug;

use crate::db::Db;
use crate::events::stored;
use crate::markdown::{self, Html};
use crate::pictures::{self, Picture};
use crate::{Context, Error};

/// An organisation as others mention it.
#[derive(Debug, Clone)]
pub struct OrganisationName {
    /// The public name in its address.
    pub slug: String,
    /// What it is called, in the best language there is.
    pub name: String,
    /// The language of the name.
    pub language: Language,
    /// Where people can write to.
    pub email: String,
}

/// An organisation as its page shows it.
#[derive(Debug, Clone)]
pub struct OrganisationPage {
    /// The organisation.
    pub id: OrganisationId,
    /// The public name in its address.
    pub slug: String,
    /// What sort of body it is.
    pub kind: Kind,
    /// Where people can write to.
    pub email: String,
    /// Addresses of its own pages, in their order.
    pub links: Vec<String>,
    /// Its sign.
    pub logo: Option<Picture>,
    /// The language of the texts.
    pub language: Language,
    /// What it is called.
    pub name: String,
    /// What it does, in one or two sentences.
    pub summary: String,
    /// What it does, at length.
    pub description: Html,
    /// The same as plain text.
    pub plain: String,
}

/// An organisation as those see it who act for it.
#[derive(Debug, Clone)]
pub struct OwnOrganisation {
    /// The organisation.
    pub id: OrganisationId,
    /// The public name in its address.
    pub slug: String,
    /// What it is called, in the best language there is.
    pub name: String,
    /// The language of the name.
    pub language: Language,
}

/// Who publishes events.
#[derive(Clone)]
pub struct Organisations(pub(crate) Context);

impl Organisations {
    /// The organisation of this slug.
    ///
    /// # Errors
    /// `NotFound` if there is none.
    pub async fn page(&self, language: Language, slug: &str) -> Result<OrganisationPage, Error> {
        let slug = Slug::parse(slug).ok_or(Error::NotFound)?;
        let row = store::by_slug(&self.0.db, slug.as_str(), language.code()).await?;
        let row = row.ok_or(Error::NotFound)?;
        let id = OrganisationId(row.id);
        Ok(OrganisationPage {
            id,
            kind: stored(&row.kind)?,
            language: stored(&row.language)?,
            slug: row.slug,
            email: row.email,
            links: store::links(&self.0.db, id).await?,
            logo: pictures::logo(&self.0.db, id).await?,
            description: markdown::html(&row.description),
            plain: markdown::plain(&row.description),
            name: row.name,
            summary: row.summary,
        })
    }

    /// Every organisation that this person acts for, or for one of whose events.
    ///
    /// # Errors
    /// The database does not answer.
    pub async fn own(
        &self,
        actor: &Actor,
        language: Language,
    ) -> Result<Vec<OwnOrganisation>, Error> {
        let ids: BTreeSet<_> = actor.memberships.iter().map(|one| one.organisation).collect();
        let mut own = Vec::with_capacity(ids.len());
        for id in ids {
            own.push(named(&self.0.db, id, language).await?);
        }
        own.sort_by(|a, b| a.name.cmp(&b.name));
        Ok(own)
    }

    /// The organisation of this slug, for someone who acts for it, or for one of its events.
    ///
    /// # Errors
    /// `NotFound` and `Forbidden` as `authorize` says.
    pub async fn own_one(
        &self,
        actor: &Actor,
        slug: &str,
        action: Action,
        language: Language,
    ) -> Result<OwnOrganisation, Error> {
        let id = self.enter(actor, slug, action).await?;
        named(&self.0.db, id, language).await
    }

    /// What is no slug names nothing.
    pub(crate) async fn id(&self, slug: &str) -> Result<OrganisationId, Error> {
        let slug = Slug::parse(slug).ok_or(Error::NotFound)?;
        let id = store::id_of(&self.0.db, slug.as_str()).await?;
        id.map(OrganisationId).ok_or(Error::NotFound)
    }
}

/// The organisation, as those see it who act for it.
pub(crate) async fn named(
    db: &Db,
    id: OrganisationId,
    language: Language,
) -> Result<OwnOrganisation, Error> {
    let OrganisationName { slug, name, language, .. } = name(db, id, language).await?;
    Ok(OwnOrganisation { id, slug, name, language })
}

/// What an organisation is called.
pub(crate) async fn name(
    db: &Db,
    id: OrganisationId,
    language: Language,
) -> Result<OrganisationName, Error> {
    let row = store::name(db, id, language.code()).await?.ok_or(Error::NotFound)?;
    let language = stored(&row.language)?;
    Ok(OrganisationName { slug: row.slug, name: row.name, language, email: row.email })
}
