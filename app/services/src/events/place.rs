//! What everyone may know of where an event is held. The link to what is held online is not in it.

use domain::events::choices::Choices;
use domain::events::rules::Returns;
use domain::events::venue::{AccessFact, Held};
use domain::ids::{EventId, OrganisationId};
use domain::language::Language;

use super::store::place::{self as store, AccessRow, DirectionsRow};
use super::stored;
use crate::Error;
use crate::db::Db;

/// What everyone may know of where an event is held.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PublicPlace {
    /// At a place, online, or both.
    pub held: Held,
    /// What is there and what is not, of what is known.
    pub access: Vec<(AccessFact, bool)>,
    /// How one gets there, in the languages in which it is said.
    pub directions: Vec<(Language, String)>,
}

/// What everyone may know of an event, of what later migrations added.
pub(super) struct Known {
    pub place: PublicPlace,
    pub returns: Returns,
    pub unlisted: bool,
    pub choices: Choices,
}

pub(super) async fn known(
    db: &Db,
    organisation: OrganisationId,
    event: EventId,
) -> Result<Known, Error> {
    let (row, access, directions) = store::public(db, organisation, event).await?;
    let place = PublicPlace {
        held: held(row.held.as_deref())?,
        access: self::access(access)?,
        directions: self::directions(directions)?,
    };
    let returns = Returns::from_hours(row.returns_hours);
    let choices = row.choices.read()?;
    Ok(Known { place, returns, unlisted: row.unlisted_at.is_some(), choices })
}

impl PublicPlace {
    /// How one gets there, in this language or the best that there is.
    #[must_use]
    pub fn directions(&self, language: Language) -> Option<(Language, &str)> {
        let find = |language| self.directions.iter().find(|(of, _)| *of == language);
        language.fall_backs().find_map(find).map(|(language, text)| (*language, text.as_str()))
    }
}

/// Where it is held, as it is stored.
pub(super) fn held(code: Option<&str>) -> Result<Held, Error> {
    code.map_or(Ok(Held::Place), stored)
}

/// What is known, in the order in which people see it.
pub(super) fn access(rows: Vec<AccessRow>) -> Result<Vec<(AccessFact, bool)>, Error> {
    let one = |row: AccessRow| Ok((stored(&row.fact)?, row.answer == "yes"));
    let mut access = rows.into_iter().map(one).collect::<Result<Vec<_>, Error>>()?;
    access.sort();
    Ok(access)
}

/// How one gets there, in the order of the languages.
pub(super) fn directions(rows: Vec<DirectionsRow>) -> Result<Vec<(Language, String)>, Error> {
    let one = |row: DirectionsRow| Ok((stored(&row.language)?, row.directions));
    let mut directions = rows.into_iter().map(one).collect::<Result<Vec<_>, Error>>()?;
    directions.sort();
    Ok(directions)
}
