//! How people come together, what is known of the place, and how one gets there.

use domain::events::drafts::{PlaceDraft, Section};
use domain::events::venue::{AccessFact, Held};
use domain::language::Language;
use serde::{Deserialize, Serialize};

use super::Target;
use crate::Error;
use crate::events::store::place::{self as store, AccessRow, DirectionsRow, NewPlace, PlaceRow};
use crate::events::{Events, place};

/// A place as it is written. The link is for those alone who have a place.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct WrittenPlace {
    /// At a place, online, or both.
    pub held: Held,
    /// The link of what is held online; empty if there is none.
    pub link: String,
    /// What is there and what is not, of what is known.
    pub access: Vec<(AccessFact, bool)>,
    /// How one gets there, in the languages in which it is said.
    pub directions: Vec<(Language, String)>,
}

impl WrittenPlace {
    pub(super) fn from_rows(
        row: PlaceRow,
        access: Vec<AccessRow>,
        directions: Vec<DirectionsRow>,
    ) -> Result<Self, Error> {
        Ok(Self {
            held: place::held(row.held.as_deref())?,
            link: row.online_link.unwrap_or_default(),
            access: place::access(access)?,
            directions: place::directions(directions)?,
        })
    }

    pub(super) fn row(&self) -> NewPlace<'_> {
        let answer = |is_there| if is_there { "yes" } else { "no" };
        NewPlace {
            held: (self.held != Held::Place).then_some(self.held.code()),
            link: Some(self.link.as_str()).filter(|link| !link.is_empty()),
            access: self.access.iter().map(|(fact, there)| (fact.code(), answer(*there))).collect(),
            directions: self
                .directions
                .iter()
                .map(|(language, text)| (language.code(), text.as_str()))
                .collect(),
        }
    }
}

impl Events {
    /// Writes how people come together, what is known of the place, and how one gets there.
    ///
    /// # Errors
    /// `Invalid` with everything that is wrong, `Conflict` if somebody was faster, else as
    /// `authorize` says.
    pub async fn write_place(&self, target: &Target<'_>, draft: &PlaceDraft) -> Result<(), Error> {
        let (mut changing, checked) = self.begin(target, draft.check()).await?;
        let before = changing.written().await?.place;
        let (held, link) = (checked.held, checked.link);
        let (access, directions) = (checked.access, checked.directions);
        let new = WrittenPlace { held, link, access, directions };
        let (organisation, event) = (changing.organisation, changing.event);
        store::write(&mut changing.tx, organisation, event, &new.row()).await?;
        if new.held != before.held {
            changing.revise_dates().await?;
        }
        self.finish(changing, Section::Place, "write-place", String::new()).await
    }
}
