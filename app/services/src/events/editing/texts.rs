//! What an event says, one language at a time.

use domain::events::drafts::{Section, TextDraft};
use domain::invalid::{Code, Field};
use domain::language::Language;

use super::{Target, WrittenText};
use crate::Error;
use crate::events::{Events, writing};

impl Events {
    /// Writes what an event says in this language.
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
        let (mut changing, checked) = self.begin(target, draft.check()).await?;
        let written = changing.written().await?;
        let before = written.text(language).map_or("", |text| text.venue.as_str());
        let is_elsewhere = checked.venue != before;
        let text = WrittenText {
            language,
            title: checked.title,
            summary: checked.summary,
            description: checked.description,
            venue: checked.venue,
        };
        let others = written.texts.iter().filter(|text| text.language != language);
        let rows: Vec<_> = others.chain([&text]).map(WrittenText::row).collect();
        let (organisation, event) = (changing.organisation, changing.event);
        let address = written.address.as_str();
        writing::rewrite_texts(&mut changing.tx, organisation, event, &rows, address).await?;
        if is_elsewhere {
            changing.revise_dates().await?;
        }
        let detail = format!("language={}", language.code());
        self.finish(changing, Section::Texts, "write-text", detail).await
    }

    /// Takes away what an event says in this language.
    ///
    /// # Errors
    /// `Invalid` if it is the last, `NotFound` if it has none, `Conflict` if somebody was faster,
    /// else as `authorize` says.
    pub async fn remove_text(&self, target: &Target<'_>, language: Language) -> Result<(), Error> {
        let (mut changing, ()) = self.begin(target, Ok(())).await?;
        let written = changing.written().await?;
        let gone = written.text(language).ok_or(Error::NotFound)?;
        let others = written.texts.iter().filter(|text| text.language != language);
        let rows: Vec<_> = others.map(WrittenText::row).collect();
        if rows.is_empty() {
            return Err(Error::refused(Field::TextLanguage, Code::LastText));
        }
        let (organisation, event) = (changing.organisation, changing.event);
        let address = written.address.as_str();
        writing::rewrite_texts(&mut changing.tx, organisation, event, &rows, address).await?;
        if !gone.venue.is_empty() {
            changing.revise_dates().await?;
        }
        let detail = format!("language={}", language.code());
        self.finish(changing, Section::Texts, "remove-text", detail).await
    }
}
