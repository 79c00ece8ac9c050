//! The page of an event about one of its dates: for everybody, and before for those who write it.

use std::sync::Arc;

use domain::language::Language;
use jiff::civil::DateTime;

use super::own::OwnEvent;
use super::{Content, EventPage, Events, Occurrence, choose, store, ticket};
use crate::Error;

impl Events {
    /// The page of an event as it would be, drafts too; none if it has no dates. Whoever has the
    /// event may see it.
    ///
    /// # Errors
    /// The database does not answer.
    pub async fn preview(
        &self,
        event: &OwnEvent,
        language: Language,
        date: Option<DateTime>,
    ) -> Result<Option<EventPage>, Error> {
        let row = self.by_slug(&event.slug).await?;
        let (content, dates) = self.whole(row).await?;
        self.about(language, content, dates, date).await
    }

    /// The page about the date that was asked for, or the next one; none without dates.
    pub(super) async fn about(
        &self,
        language: Language,
        content: Arc<Content>,
        dates: Vec<Occurrence>,
        date: Option<DateTime>,
    ) -> Result<Option<EventPage>, Error> {
        let (db, owner) = (&self.context.db, content.organisation_id);
        let Some(chosen) = choose(&dates, date, self.context.clock.now()) else {
            return Ok(None);
        };
        let tickets = store::tickets(db, owner, dates[chosen].id).await?;
        let tickets = tickets.into_iter().map(ticket).collect::<Result<_, _>>()?;
        let organisation = crate::organisations::name(db, owner, language).await?;
        let of = (owner, content.id);
        let options_left =
            super::questions::left(db, of, dates[chosen].id, &content.questions).await?;
        Ok(Some(EventPage { content, organisation, dates, chosen, tickets, options_left }))
    }
}
