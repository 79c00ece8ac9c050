//! How registrations came in: counts only, never names.

use std::collections::BTreeMap;

use domain::language::Language;
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::own::OwnEvent;
use super::store::numbers as store;
use super::{Events, stored};
use crate::Error;

/// Microseconds in a day.
const DAY: i64 = 86_400_000_000;

/// The most days that are shown; earlier ones are one day together.
const MOST_DAYS: usize = 366;

/// What happened on a day (in UTC).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OfDay {
    /// The day.
    pub day: Date,
    /// How many people were registered.
    pub registered: i64,
    /// How many places were given back.
    pub given_back: i64,
    /// How many people had a place at the end of the day.
    pub coming: i64,
}

/// How registrations for an event came in.
#[derive(Debug, Clone)]
pub struct Numbers {
    /// Every day from the first registration to the last change.
    pub days: Vec<OfDay>,
    /// In which language those registered who come, the most first.
    pub languages: Vec<(Language, i64)>,
}

impl Events {
    /// How registrations for this event came in. Whoever has the event may see it.
    ///
    /// # Errors
    /// The database does not answer.
    pub async fn numbers(&self, event: &OwnEvent) -> Result<Numbers, Error> {
        let (db, organisation) = (&self.context.db, event.organisation.id);
        let mut counts: BTreeMap<i64, (i64, i64)> = BTreeMap::new();
        for row in store::registered(db, organisation, event.id).await? {
            counts.entry(row.day).or_default().0 = row.people;
        }
        for row in store::given_back(db, organisation, event.id).await? {
            counts.entry(row.day).or_default().1 = row.people;
        }
        let mut languages = Vec::new();
        for row in store::languages(db, organisation, event.id).await? {
            languages.push((stored(&row.language)?, row.people));
        }
        Ok(Numbers { days: days(&counts)?, languages })
    }
}

/// One entry for each day between the first and the last, with the days on which nothing happened.
fn days(counts: &BTreeMap<i64, (i64, i64)>) -> Result<Vec<OfDay>, Error> {
    let (Some((first, _)), Some((last, _))) = (counts.first_key_value(), counts.last_key_value())
    else {
        return Ok(Vec::new());
    };
    let mut coming = 0;
    let mut days = Vec::new();
    for number in *first..=*last {
        let (registered, given_back) = counts.get(&number).copied().unwrap_or_default();
        coming += registered - given_back;
        days.push(OfDay { day: date(number)?, registered, given_back, coming });
    }
    let from = days.len().saturating_sub(MOST_DAYS);
    Ok(days.split_off(from))
}

fn date(number: i64) -> Result<Date, Error> {
    let at =
        Timestamp::from_microsecond(number * DAY).map_err(|error| Error::Internal(error.into()))?;
    Ok(at.to_zoned_datetime(TimeZone::UTC).date())
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::days;

    #[test]
    fn days_on_which_nothing_happened_are_there_too() {
        let counts = BTreeMap::from([(20_000, (3, 0)), (20_002, (1, 2))]);
        let days = days(&counts).expect("days");
        let coming: Vec<_> = days.iter().map(|day| (day.day.to_string(), day.coming)).collect();
        let expected = [("2024-10-04", 3), ("2024-10-05", 3), ("2024-10-06", 2)];
        assert_eq!(coming, expected.map(|(day, coming)| (day.to_owned(), coming)));
    }
}
