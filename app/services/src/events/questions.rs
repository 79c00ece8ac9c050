//! What an event asks those who register, as it is read; and answers in words.

use std::collections::BTreeMap;

use domain::ids::{EventId, OccurrenceId, OrganisationId};
use domain::language::Language;
use domain::questions::answers::options_in;
use domain::questions::{Question, QuestionKind};
use jiff::civil::Date;

use super::store::questions as store;
use crate::dates::Dates;
use crate::texts::Texts;
use crate::{Db, Error};

/// The places that are left of options that have some, by the numbers of question and option.
pub type OptionsLeft = BTreeMap<(u16, u16), i64>;

/// Codes of countries with their names, in the order of [`LANGUAGES`]; from CLDR.
const COUNTRIES: &str = include_str!("questions/countries.tsv");

/// The languages of the columns after the code.
const LANGUAGES: [Language; 6] = [
    Language::English,
    Language::French,
    Language::Spanish,
    Language::Russian,
    Language::Arabic,
    Language::Chinese,
];

/// The questions of an event, in their order; those that are asked no more, too.
pub(crate) async fn of_event(
    db: &Db,
    organisation: OrganisationId,
    event: EventId,
) -> Result<Vec<Question>, Error> {
    read(store::of_event(db, organisation, event).await?)
}

/// The questions of these rows.
pub(crate) fn read(rows: Vec<store::QuestionRow>) -> Result<Vec<Question>, Error> {
    let question = |row: store::QuestionRow| {
        serde_json::from_str(&row.definition).map_err(|error| Error::Internal(error.into()))
    };
    rows.into_iter().map(question).collect()
}

/// The places that are left on a date, if any of these questions counts them.
pub(crate) async fn left(
    db: &Db,
    (organisation, event): (OrganisationId, EventId),
    date: OccurrenceId,
    questions: &[Question],
) -> Result<OptionsLeft, Error> {
    let counts = |question: &Question| question.offered().any(|option| option.capacity.is_some());
    if !questions.iter().any(counts) {
        return Ok(OptionsLeft::new());
    }
    let rows = store::left(db, organisation, event, date).await?;
    let left = |row: store::LeftRow| {
        let question = questions.iter().find(|one| one.id.0 == row.question_id)?;
        let number = u16::try_from(row.number).ok()?;
        Some(((question.number, number), row.places_left.max(0)))
    };
    Ok(rows.into_iter().filter_map(left).collect())
}

/// Every country in this language: code and name, by the names.
#[must_use]
pub fn countries(language: Language) -> Vec<(&'static str, &'static str)> {
    let column = LANGUAGES.iter().position(|one| *one == language).unwrap_or(0);
    let country = |line: &'static str| {
        let (code, names) = line.split_once('\t')?;
        Some((code, names.split('\t').nth(column)?))
    };
    let mut countries: Vec<_> = COUNTRIES.lines().filter_map(country).collect();
    countries.sort_by_cached_key(|(_, name)| domain::text::fold(name));
    countries
}

/// What was answered, in the words of the reader.
#[must_use]
pub fn words(question: &Question, value: &str, language: Language) -> String {
    let texts = Texts(language);
    match question.kind {
        QuestionKind::Choice | QuestionKind::Choices => {
            let chosen = options_in(value).filter_map(|number| question.option(number));
            let labels: Vec<&str> = chosen.map(|option| option.label(language)).collect();
            labels.join(&texts.get("list-separator"))
        }
        QuestionKind::YesNo => texts.get(if value == "yes" { "answer-yes" } else { "answer-no" }),
        QuestionKind::Date => value
            .parse::<Date>()
            .map_or_else(|_| value.to_owned(), |day| Dates::of(language).day(day)),
        QuestionKind::Country => {
            let column = LANGUAGES.iter().position(|one| *one == language).unwrap_or(0);
            let line = COUNTRIES.lines().find(|line| line.starts_with(value));
            let name = line.and_then(|line| line.split('\t').nth(column + 1));
            name.unwrap_or(value).to_owned()
        }
        _ => value.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use domain::language::Language;
    use domain::questions::country;

    use super::countries;

    #[test]
    fn every_country_has_a_name_in_every_language() {
        for language in Language::ALL {
            let mut countries = countries(*language);
            assert!(countries.iter().all(|(_, name)| !name.is_empty()));
            countries.sort_unstable();
            let codes: Vec<_> = countries.into_iter().map(|(code, _)| code).collect();
            assert_eq!(codes, country::codes().collect::<Vec<_>>());
        }
    }
}
