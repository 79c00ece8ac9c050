//! What people who registered are told of: when and where an event is held, and whether it is.

use domain::events::EventStatus;
use domain::events::schedule::{ImpossibleDate, When};
use domain::events::venue::Held;
use domain::ids::OccurrenceId;
use domain::language::Language;
use jiff::civil::DateTime;
use serde::{Deserialize, Serialize};

use super::{Written, WrittenDate};
use crate::Error;
use crate::texts::Texts;

/// When and where an event is held, and whether it is.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Told {
    status: EventStatus,
    held: Held,
    link: String,
    address: String,
    venues: Vec<(Language, String)>,
    dates: Vec<ToldDate>,
}

/// One of its dates.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct ToldDate {
    id: OccurrenceId,
    starts: DateTime,
    ends: DateTime,
    all_day: bool,
    zone: String,
    cancelled: bool,
}

impl From<&WrittenDate> for ToldDate {
    fn from(date: &WrittenDate) -> Self {
        Self {
            id: date.id,
            starts: date.starts,
            ends: date.ends,
            all_day: date.all_day,
            zone: date.zone.clone(),
            cancelled: date.cancelled,
        }
    }
}

impl ToldDate {
    /// When it was to be.
    pub fn when(&self) -> Result<When, ImpossibleDate> {
        When::new(self.starts, self.ends, self.all_day, &self.zone)
    }
}

impl From<&Written> for Told {
    fn from(written: &Written) -> Self {
        let venue = |text: &super::WrittenText| (text.language, text.venue.clone());
        Self {
            status: written.status,
            held: written.place.held,
            link: written.place.link.clone(),
            address: written.address.clone(),
            venues: written.texts.iter().map(venue).collect(),
            dates: written.dates.iter().map(ToldDate::from).collect(),
        }
    }
}

impl Told {
    /// As it was kept.
    pub fn read(json: &str) -> Result<Self, Error> {
        serde_json::from_str(json).map_err(|error| Error::Internal(error.into()))
    }

    /// As it is kept.
    pub fn write(&self) -> Result<String, Error> {
        serde_json::to_string(self).map_err(|error| Error::Internal(error.into()))
    }

    /// What it said of this date.
    pub fn date(&self, id: OccurrenceId) -> Option<&ToldDate> {
        self.dates.iter().find(|date| date.id == id)
    }

    /// Where it was to be, on one line.
    pub fn location(&self, texts: Texts) -> String {
        let find = |language| self.venues.iter().find(|(of, _)| *of == language);
        let venue = texts.0.fall_backs().find_map(find).map_or("", |(_, venue)| venue.as_str());
        crate::calendars::location(texts, self.held, venue, &self.address)
    }

    /// The dates of which people have to be told something, after this became that. A draft was
    /// told to nobody; a date that stays cancelled concerns nobody any more.
    pub fn changed(&self, after: &Self) -> Vec<OccurrenceId> {
        if [self.status, after.status].contains(&EventStatus::Draft) {
            return Vec::new();
        }
        let is_elsewhere = self.status != after.status || self.is_elsewhere(after);
        let is_changed = |date: &&ToldDate| match self.date(date.id) {
            Some(before) if before.cancelled && date.cancelled => false,
            Some(before) => is_elsewhere || before != *date,
            None => false,
        };
        after.dates.iter().filter(is_changed).map(|date| date.id).collect()
    }

    /// Whether it is held somewhere else. A name in a language that is new is no other place.
    fn is_elsewhere(&self, after: &Self) -> bool {
        let is_renamed = |(language, venue): &(Language, String)| {
            let now = after.venues.iter().find(|(other, _)| other == language);
            now.is_some_and(|(_, now)| now != venue)
        };
        (self.held, &self.address) != (after.held, &after.address)
            || (after.held.has_link() && self.link != after.link)
            || self.venues.iter().any(is_renamed)
    }
}

#[cfg(test)]
mod tests {
    use domain::events::EventStatus;
    use domain::events::venue::Held;
    use domain::ids::OccurrenceId;
    use domain::language::Language;
    use uuid::Uuid;

    use super::{Told, ToldDate};

    fn told() -> Told {
        let date = |id: u128| ToldDate {
            id: OccurrenceId(Uuid::from_u128(id)),
            starts: "2027-05-05T19:00".parse().expect("a time"),
            ends: "2027-05-05T21:00".parse().expect("a time"),
            all_day: false,
            zone: "Africa/Casablanca".into(),
            cancelled: false,
        };
        Told {
            status: EventStatus::Published,
            held: Held::Place,
            link: String::new(),
            address: "Old Port".into(),
            venues: vec![(Language::English, "Peace Hall".into())],
            dates: vec![date(1), date(2)],
        }
    }

    #[track_caller]
    fn assert_told(change: impl FnOnce(&mut Told), dates: usize) {
        let (before, mut after) = (told(), told());
        change(&mut after);
        assert_eq!(before.changed(&after).len(), dates);
        assert_eq!(Told::read(&after.write().expect("JSON")).expect("the same"), after);
    }

    #[test]
    fn people_are_told_of_what_concerns_them() {
        assert_told(|_| {}, 0);
        assert_told(|told| told.dates[0].cancelled = true, 1);
        assert_told(|told| told.dates[1].zone = "Europe/Madrid".into(), 1);
        assert_told(|told| told.status = EventStatus::Cancelled, 2);
        assert_told(|told| told.status = EventStatus::Draft, 0);
        assert_told(|told| told.address = "New Port".into(), 2);
        assert_told(|told| told.held = Held::Both, 2);
        assert_told(|told| told.link = "https://example.org".into(), 0);
        assert_told(|told| told.venues[0].1 = "Town Hall".into(), 2);
        assert_told(|told| told.venues.push((Language::French, "Salle".into())), 0);
    }
}
