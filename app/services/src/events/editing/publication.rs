//! Whether an event is announced, and whether it takes place.

use domain::events::EventStatus;
use domain::events::drafts::Section;
use domain::invalid::{Code, Field};

use super::Target;
use crate::Error;
use crate::events::{Events, store::update};

impl Events {
    /// Publishes, postpones or cancels an event, or makes it a draft again.
    ///
    /// # Errors
    /// `Invalid` if something is missing that has to be there before, if people registered for what
    /// is to be a draft, or if there is no way from the one state into the other; `Conflict` if
    /// somebody was faster; else as `authorize` says.
    pub async fn set_status(&self, target: &Target<'_>, next: EventStatus) -> Result<(), Error> {
        let (mut changing, ()) = self.begin(target, Ok(())).await?;
        let (organisation, event, before) =
            (changing.organisation, changing.event, changing.status);
        if !before.may_become(next) {
            return Err(Error::refused(Field::Status, Code::UnknownChoice));
        }
        update::lock_dates(&mut changing.tx, organisation, event).await?;
        if next == EventStatus::Draft
            && update::registrations(&mut changing.tx, organisation, event, None).await? > 0
        {
            return Err(Error::refused(Field::Status, Code::HasRegistrations));
        }
        if next == EventStatus::Published {
            let written = changing.written().await?;
            if !written.missing(changing.now).is_empty() {
                return Err(Error::refused(Field::Status, Code::NotReady));
            }
        }
        update::set_status(&mut changing.tx, organisation, event, next.code()).await?;
        // Calendars know of the dates of a draft nothing that they would have to be told is new.
        if before != EventStatus::Draft {
            changing.revise_dates().await?;
        }
        let detail = format!("before={} after={}", before.code(), next.code());
        self.finish(changing, Section::Publication, "set-status", detail).await
    }
}
