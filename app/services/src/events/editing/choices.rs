//! Who gets a place, and how.

use domain::events::drafts::{ChoicesDraft, Section};

use super::Target;
use crate::Error;
use crate::events::Events;
use crate::events::store::choices as store;

impl Events {
    /// Writes who gets a place, and how. What was begun under other choices goes on as it was told:
    /// who has a place keeps it, who waits goes on waiting, what is offered lasts as long as was
    /// said.
    ///
    /// # Errors
    /// `Invalid` if something was sent that cannot be chosen, `Conflict` if somebody was faster, else
    /// as `authorize` says.
    pub async fn write_choices(
        &self,
        target: &Target<'_>,
        draft: &ChoicesDraft,
    ) -> Result<(), Error> {
        let (mut changing, choices) = self.begin(target, draft.check()).await?;
        let (organisation, event) = (changing.organisation, changing.event);
        store::set(&mut changing.tx, organisation, event, &choices).await?;
        self.finish(changing, Section::Choices, "write-choices", String::new()).await
    }
}
