//! Writing the page of an organisation.
//!
//! As with events, a form carries the version that it was made from, and a save begins with the
//! guarded UPDATE that makes the next one: it refuses a form that others were faster than
//! ([`Error::Conflict`], nothing is changed). On PostgreSQL it also holds the organisation's row, for
//! which everyone waits who writes texts of its events: so a new name reaches every search.

mod store;

use domain::accounts::{Action, Actor};
use domain::ids::OrganisationId;
use domain::invalid::{Code, Field, Invalid};
use domain::language::Language;
use domain::organisations::Kind;
use domain::organisations::drafts::{FactsDraft, TextDraft};
use jiff::Timestamp;

use super::{Organisations, OwnOrganisation};
use crate::Error;
use crate::audit::{Act, record};
use crate::db::Tx;
use crate::events::{stored, writing};
use crate::pictures::{self, Picture, Purpose, making};

/// Which organisation is changed, by whom, and as of which version.
#[derive(Debug, Clone, Copy)]
pub struct Target<'a> {
    /// Who.
    pub actor: &'a Actor,
    /// The slug of the organisation.
    pub organisation: &'a str,
    /// The version that the form was made from.
    pub version: i64,
}

/// An organisation as its people write it.
#[derive(Debug, Clone)]
pub struct Edited {
    /// Which.
    pub organisation: OwnOrganisation,
    /// Grows with every change.
    pub version: i64,
    /// What sort of body it is.
    pub kind: Kind,
    /// Where people can write to.
    pub email: String,
    /// Addresses of its own pages, in their order.
    pub links: Vec<String>,
    /// What it says, in every language that it has.
    pub texts: Vec<WrittenText>,
    /// Its sign.
    pub logo: Option<Picture>,
}

/// What an organisation says in one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WrittenText {
    /// The language.
    pub language: Language,
    /// What is typed.
    pub text: TextDraft,
}

impl WrittenText {
    /// Whether nothing is left open in this language.
    #[must_use]
    pub fn is_full(&self) -> bool {
        let TextDraft { name, summary, description } = &self.text;
        [name, summary, description].iter().all(|text| !text.is_empty())
    }
}

impl Edited {
    /// What it says in this language.
    #[must_use]
    pub fn text(&self, language: Language) -> Option<&WrittenText> {
        self.texts.iter().find(|text| text.language == language)
    }
}

/// A change that has begun: the organisation has its next version, and nobody else can change it.
struct Changing {
    tx: Tx,
    organisation: OrganisationId,
    actor: String,
    version: i64,
    now: Timestamp,
}

impl Organisations {
    /// The organisation of this slug, for someone who may change its page.
    ///
    /// # Errors
    /// `NotFound` and `Forbidden` as `authorize` says.
    pub async fn edited(
        &self,
        actor: &Actor,
        slug: &str,
        language: Language,
    ) -> Result<Edited, Error> {
        let action = Action::EditOrganisation;
        let organisation = self.own_one(actor, slug, action, language).await?;
        let (db, id) = (&self.0.db, organisation.id);
        // The row first: whoever changes the rest in between makes what was read stale.
        let row = store::facts(db, id).await?.ok_or(Error::NotFound)?;
        Ok(Edited {
            version: row.version,
            kind: stored(&row.kind)?,
            email: row.email,
            links: super::store::links(db, id).await?,
            texts: written(store::texts_read(db, id).await?)?,
            logo: pictures::logo(db, id).await?,
            organisation,
        })
    }

    /// Writes what sort of body an organisation is, where to write to and its links.
    ///
    /// # Errors
    /// `Invalid` with everything that is wrong, `Conflict` if somebody was faster, else as
    /// `authorize` says.
    pub async fn write_facts(&self, target: &Target<'_>, draft: &FactsDraft) -> Result<(), Error> {
        let (mut changing, facts) = self.begin(target, draft.check()).await?;
        let (tx, id) = (&mut changing.tx, changing.organisation);
        store::set_facts(tx, id, facts.kind.code(), facts.email.as_str()).await?;
        super::store::set_links(tx, id, &facts.links).await?;
        self.finish(changing, "write-organisation", String::new()).await
    }

    /// Writes what an organisation is called and does, in this language.
    ///
    /// # Errors
    /// `Invalid` with everything that is wrong, `Conflict` if somebody was faster, else as
    /// `authorize` says.
    pub async fn write_text(
        &self,
        target: &Target<'_>,
        language: Language,
        draft: &TextDraft,
    ) -> Result<(), Error> {
        let (mut changing, text) = self.begin(target, draft.check()).await?;
        let before = written(store::texts(&mut changing.tx, changing.organisation).await?)?;
        let before = before.iter().find(|text| text.language == language);
        let is_renamed = before.is_none_or(|before| before.text.name != text.name);
        let (tx, id, code) = (&mut changing.tx, changing.organisation, language.code());
        store::delete_text(tx, id, code).await?;
        let parts = (text.name.as_str(), text.summary.as_str(), text.description.as_str());
        super::store::insert_text(tx, id, code, parts).await?;
        if is_renamed {
            writing::refold(tx, id).await?;
        }
        self.finish(changing, "write-organisation-text", format!("language={code}")).await
    }

    /// Takes away what an organisation says in this language.
    ///
    /// # Errors
    /// `Invalid` if it is the last, `NotFound` if it has none, `Conflict` if somebody was faster,
    /// else as `authorize` says.
    pub async fn remove_text(&self, target: &Target<'_>, language: Language) -> Result<(), Error> {
        let (mut changing, ()) = self.begin(target, Ok(())).await?;
        let texts = written(store::texts(&mut changing.tx, changing.organisation).await?)?;
        let is_there = texts.iter().any(|text| text.language == language);
        if !is_there {
            return Err(Error::NotFound);
        }
        if texts.len() == 1 {
            return Err(Error::refused(Field::TextLanguage, Code::LastLanguage));
        }
        let (tx, id, code) = (&mut changing.tx, changing.organisation, language.code());
        store::delete_text(tx, id, code).await?;
        writing::refold(tx, id).await?;
        self.finish(changing, "remove-organisation-text", format!("language={code}")).await
    }

    /// Gives an organisation a sign, in place of the one that it had.
    ///
    /// # Errors
    /// `Invalid` if it is no picture, `Conflict` if somebody was faster, else as `authorize` says.
    pub async fn write_logo(
        &self,
        target: &Target<'_>,
        file: Option<Vec<u8>>,
    ) -> Result<(), Error> {
        // Nobody else makes us work on a picture.
        self.enter(target.actor, target.organisation, Action::EditOrganisation).await?;
        let file = file.ok_or(Error::refused(Field::PictureFile, Code::Required))?;
        let made = making::make(file, Purpose::Logo).await?;
        let (mut changing, ()) = self.begin(target, Ok(())).await?;
        changing.remove_logo().await?;
        let (tx, id, now) = (&mut changing.tx, changing.organisation, changing.now);
        pictures::add(tx, id, None, &made, (50, 50), now).await?;
        self.finish(changing, "write-logo", String::new()).await
    }

    /// Takes the sign of an organisation away.
    ///
    /// # Errors
    /// `NotFound` if it has none, `Conflict` if somebody was faster, else as `authorize` says.
    pub async fn remove_logo(&self, target: &Target<'_>) -> Result<(), Error> {
        let (mut changing, ()) = self.begin(target, Ok(())).await?;
        if !changing.remove_logo().await? {
            return Err(Error::NotFound);
        }
        self.finish(changing, "remove-logo", String::new()).await
    }

    /// Begins to change an organisation, if the one who asks may, what they typed passes, and
    /// nobody was faster.
    async fn begin<T>(
        &self,
        target: &Target<'_>,
        checked: Result<T, Vec<Invalid>>,
    ) -> Result<(Changing, T), Error> {
        let action = Action::EditOrganisation;
        let organisation = self.enter(target.actor, target.organisation, action).await?;
        let checked = checked.map_err(Error::Invalid)?;
        let mut tx = self.0.db.begin().await?;
        if !store::raise(&mut tx, organisation, target.version).await? {
            return Err(Error::Conflict);
        }
        let actor = target.actor.account.0.to_string();
        let (version, now) = (target.version + 1, self.0.clock.now());
        Ok((Changing { tx, organisation, actor, version, now }, checked))
    }

    async fn finish(
        &self,
        mut changing: Changing,
        action: &'static str,
        detail: String,
    ) -> Result<(), Error> {
        let version = changing.version;
        let detail = match detail.as_str() {
            "" => format!("version={version}"),
            detail => format!("version={version} {detail}"),
        };
        let act = Act {
            organisation: changing.organisation,
            at: changing.now,
            actor: &changing.actor,
            action,
            object_kind: "organisation",
            object: changing.organisation.0,
            detail,
        };
        record(&mut changing.tx, act).await?;
        changing.tx.commit().await?;
        self.0.changed();
        Ok(())
    }
}

impl Changing {
    /// Whether there was one.
    async fn remove_logo(&mut self) -> Result<bool, Error> {
        let Some(row) = pictures::store::logo_in(&mut self.tx, self.organisation).await? else {
            return Ok(false);
        };
        let id = pictures::picture(&row, Purpose::Logo).id;
        pictures::remove(&mut self.tx, self.organisation, id).await?;
        Ok(true)
    }
}

fn written(rows: Vec<store::TextRow>) -> Result<Vec<WrittenText>, Error> {
    let text = |row: store::TextRow| {
        let (name, summary, description) = (row.name, row.summary, row.description);
        let text = TextDraft { name, summary, description };
        Ok(WrittenText { language: stored(&row.language)?, text })
    };
    rows.into_iter().map(text).collect()
}
