//! What an event is, where it is, and for whom.

use domain::events::drafts::{FactsDraft, Section};
use domain::language::Language;

use super::{Target, WrittenText};
use crate::Error;
use crate::events::store::{insert, update};
use crate::events::{Events, writing};

impl Events {
    /// Writes what an event is, where it is, and for whom.
    ///
    /// # Errors
    /// `Invalid` with everything that is wrong, `Conflict` if somebody was faster, else as
    /// `authorize` says.
    pub async fn write_facts(&self, target: &Target<'_>, draft: &FactsDraft) -> Result<(), Error> {
        let (mut changing, facts) = self.begin(target, draft.check()).await?;
        let written = changing.written().await?;
        let (organisation, event) = (changing.organisation, changing.event);
        let spoken: Vec<_> = facts.spoken.iter().copied().map(Language::code).collect();
        let new = update::NewFacts {
            category: facts.category.code(),
            discipline: facts.discipline,
            address: &facts.address,
            coordinates: facts.coordinates,
            website: &facts.website,
            spoken: &spoken.join(" "),
        };
        let tx = &mut changing.tx;
        update::set_facts(tx, organisation, event, &new).await?;
        update::delete_areas(tx, organisation, event).await?;
        for area in &facts.programme {
            insert::area(tx, organisation, event, "programme", area.code()).await?;
        }
        for area in &facts.action {
            insert::area(tx, organisation, event, "action", area.code()).await?;
        }
        if facts.address != written.address {
            let rows: Vec<_> = written.texts.iter().map(WrittenText::row).collect();
            writing::rewrite_texts(tx, organisation, event, &rows, &facts.address).await?;
        }
        if facts.address != written.address || facts.coordinates != written.coordinates {
            changing.revise_dates().await?;
        }
        self.finish(changing, Section::Facts, "write-facts", String::new()).await
    }
}
