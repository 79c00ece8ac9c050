//! The picture of an event: another one, what is to be seen on it, what matters of it.

use domain::accounts::Action;
use domain::events::drafts::Section;
use domain::ids::PictureId;
use domain::invalid::{Code, Field};
use domain::language::Language;
use domain::pictures::{CheckedPicture, PictureDraft};
use serde::{Deserialize, Serialize};

use super::{Changing, Target, Written};
use crate::Error;
use crate::events::Events;
use crate::pictures::{Picture, Purpose, add, describe, making, remove};

/// The picture of an event, as it is kept for later comparison.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WrittenPicture {
    /// Which.
    pub id: PictureId,
    /// The width of its largest file.
    pub width: u32,
    /// The height of its largest file.
    pub height: u32,
    /// What matters, in percent from the left and from the top.
    pub focus: (i64, i64),
    /// What is to be seen, per language.
    pub alts: Vec<(Language, String)>,
}

impl WrittenPicture {
    /// The picture, to show it.
    #[must_use]
    pub const fn picture(&self) -> Picture {
        let Self { id, width, height, focus, .. } = *self;
        Picture { id, purpose: Purpose::Event, width, height, focus }
    }

    /// What is to be seen, in this language.
    #[must_use]
    pub fn alt(&self, language: Language) -> &str {
        let said = self.alts.iter().find(|(one, _)| *one == language);
        said.map_or("", |(_, alt)| alt.as_str())
    }

    /// What its form begins with.
    #[must_use]
    pub fn draft(&self) -> PictureDraft {
        let alts = self.alts.iter();
        PictureDraft {
            focus_x: self.focus.0.to_string(),
            focus_y: self.focus.1.to_string(),
            alts: alts.map(|(language, alt)| (language.code().to_owned(), alt.clone())).collect(),
        }
    }
}

impl Written {
    /// The languages that have a text and in which nobody said yet what is to be seen on the
    /// picture: there, it is not shown.
    #[must_use]
    pub fn unseen_in(&self) -> Vec<Language> {
        let Some(picture) = &self.picture else { return Vec::new() };
        let languages = self.texts.iter().map(|text| text.language);
        languages.filter(|language| picture.alt(*language).is_empty()).collect()
    }
}

impl Events {
    /// Gives an event a picture in place of the one that it had, or says something else about that
    /// one.
    ///
    /// # Errors
    /// `Invalid` with everything that is wrong, `Conflict` if somebody was faster, else as
    /// `authorize` says.
    pub async fn write_picture(
        &self,
        target: &Target<'_>,
        draft: &PictureDraft,
        file: Option<Vec<u8>>,
    ) -> Result<(), Error> {
        // Nobody else makes us work on a picture.
        let Target { actor, organisation, slug, .. } = *target;
        self.own(actor, organisation, slug, Action::EditEvents, Language::English).await?;
        let mut checked = draft.check().map_err(Error::Invalid)?;
        let made = match file {
            Some(file) => Some(making::make(file, Purpose::Event).await?),
            None => None,
        };
        let (mut changing, ()) = self.begin(target, Ok(())).await?;
        let written = changing.written().await?;
        // What was said of a language whose text is gone was said for nobody.
        checked.alts.retain(|(language, _)| written.text(*language).is_some());
        let earlier = written.picture.map(|picture| picture.id);
        let id = match (made, earlier) {
            (Some(made), earlier) => changing.replace(earlier, &made, &checked).await?,
            (None, Some(earlier)) => earlier,
            (None, None) => return Err(Error::refused(Field::PictureFile, Code::Required)),
        };
        describe(&mut changing.tx, changing.organisation, id, &checked).await?;
        self.finish(changing, Section::Picture, "write-picture", String::new()).await
    }

    /// Takes the picture of an event away.
    ///
    /// # Errors
    /// `NotFound` if it has none, `Conflict` if somebody was faster, else as `authorize` says.
    pub async fn remove_picture(&self, target: &Target<'_>) -> Result<(), Error> {
        let (mut changing, ()) = self.begin(target, Ok(())).await?;
        let picture = changing.written().await?.picture.ok_or(Error::NotFound)?;
        remove(&mut changing.tx, changing.organisation, picture.id).await?;
        self.finish(changing, Section::Picture, "remove-picture", String::new()).await
    }
}

impl Changing {
    async fn replace(
        &mut self,
        earlier: Option<PictureId>,
        made: &making::Made,
        said: &CheckedPicture,
    ) -> Result<PictureId, Error> {
        let organisation = self.organisation;
        if let Some(earlier) = earlier {
            remove(&mut self.tx, organisation, earlier).await?;
        }
        add(&mut self.tx, organisation, Some(self.event), made, said.focus, self.now).await
    }
}
