//! What an event is, where it is, and for whom.

use std::collections::BTreeMap;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use super::{discipline, keep, line, whole};
use crate::events::{ActionArea, Category, ProgrammeArea};
use crate::invalid::{Code, Field, Invalid};
use crate::language::Language;

/// What was typed. What is chosen of a list stands as a key in its map: a browser sends nothing for
/// the others.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct FactsDraft {
    /// Category and discipline: `music/choir`.
    pub discipline: String,
    /// The address of the place.
    pub address: String,
    /// Degrees north of the equator; empty with the longitude.
    pub latitude: String,
    /// Degrees east of Greenwich.
    pub longitude: String,
    /// Where one can read more; empty if nowhere.
    pub website: String,
    /// Codes of languages.
    pub spoken: BTreeMap<String, String>,
    /// Codes of programme areas.
    pub programme: BTreeMap<String, String>,
    /// Codes of action areas.
    pub action: BTreeMap<String, String>,
}

/// What may be stored.
#[derive(Debug, Clone, PartialEq)]
pub struct CheckedFacts {
    /// The category.
    pub category: Category,
    /// The code of the discipline.
    pub discipline: &'static str,
    /// The address of the place.
    pub address: String,
    /// Latitude and longitude, in degrees.
    pub coordinates: Option<(f64, f64)>,
    /// Where one can read more; empty if nowhere.
    pub website: String,
    /// The languages spoken there.
    pub spoken: Vec<Language>,
    /// The programme areas.
    pub programme: Vec<ProgrammeArea>,
    /// The action areas.
    pub action: Vec<ActionArea>,
}

impl FactsDraft {
    /// The most characters of an address.
    pub const ADDRESS: usize = 200;
    /// The most characters of the address of a page.
    pub const WEBSITE: usize = 500;

    /// The facts, if nothing is wrong with them.
    ///
    /// # Errors
    /// Everything that is wrong.
    pub fn check(&self) -> Result<CheckedFacts, Vec<Invalid>> {
        let mut wrong = Vec::new();
        let kind = discipline(&self.discipline).map(Some);
        let kind = keep(kind, Field::Discipline, &mut wrong);
        let (category, discipline) = kind.unwrap_or((Category::Sports, "other"));
        let facts = CheckedFacts {
            category,
            discipline,
            address: keep(line(&self.address, Self::ADDRESS), Field::Address, &mut wrong),
            coordinates: self.coordinates(&mut wrong),
            website: keep(website(&self.website), Field::Website, &mut wrong),
            spoken: keep(chosen(&self.spoken, Language::ALL), Field::Spoken, &mut wrong),
            programme: keep(
                chosen(&self.programme, ProgrammeArea::ALL),
                Field::ProgrammeAreas,
                &mut wrong,
            ),
            action: keep(chosen(&self.action, ActionArea::ALL), Field::ActionAreas, &mut wrong),
        };
        whole(facts, wrong)
    }

    fn coordinates(&self, wrong: &mut Vec<Invalid>) -> Option<(f64, f64)> {
        let (latitude, longitude) = (self.latitude.trim(), self.longitude.trim());
        if latitude.is_empty() && longitude.is_empty() {
            return None;
        }
        let latitude = keep(degrees(latitude, 90.0), Field::Latitude, wrong);
        let longitude = keep(degrees(longitude, 180.0), Field::Longitude, wrong);
        Some((latitude, longitude))
    }
}

/// A number of degrees, to the sixth decimal: a hand's breadth on the ground.
fn degrees(text: &str, most: f64) -> Result<f64, Code> {
    if text.is_empty() {
        return Err(Code::Required);
    }
    let plain = text.chars().all(|c| c.is_ascii_digit() || ".,-+\u{2212}".contains(c));
    let number = text.replace(',', ".").replace('\u{2212}', "-");
    let number = plain.then(|| number.parse::<f64>().ok()).flatten().ok_or(Code::Degrees)?;
    if number.abs() <= most { Ok((number * 1e6).round() / 1e6) } else { Err(Code::Degrees) }
}

/// The address of a page, or nothing: `https://`, a host with a dot, nothing before the host.
pub(crate) fn website(text: &str) -> Result<String, Code> {
    let text = line(text, FactsDraft::WEBSITE)?;
    if text.is_empty() {
        return Ok(text);
    }
    let scheme = text.get(..8).filter(|scheme| scheme.eq_ignore_ascii_case("https://"));
    let rest = scheme.map(|_| &text[8..]).ok_or(Code::Website)?;
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let (host, port) = host.split_once(':').unwrap_or((host, "443"));
    let is_label = |label: &str| {
        let inner = |c: char| c.is_alphanumeric() || c == '-';
        !label.is_empty() && label.len() <= 63 && label.chars().all(inner)
    };
    let is_host = host.contains('.') && host.split('.').all(is_label);
    let is_plain = text.chars().all(|c| !c.is_whitespace() && !"\"<>\\^`{|}".contains(c));
    let is_port = !port.is_empty() && port.parse::<u16>().is_ok();
    if is_host && is_plain && is_port { Ok(text) } else { Err(Code::Website) }
}

/// The members of the list that were chosen, in its order.
pub(super) fn chosen<T: FromStr + Copy + PartialEq>(
    keys: &BTreeMap<String, String>,
    all: &[T],
) -> Result<Vec<T>, Code> {
    let named: Result<Vec<T>, _> = keys.keys().map(|key| key.parse()).collect();
    let named = named.map_err(|_| Code::UnknownChoice)?;
    Ok(all.iter().copied().filter(|one| named.contains(one)).collect())
}

#[cfg(test)]
mod tests {
    use super::{FactsDraft, degrees, website};
    use crate::events::ProgrammeArea;
    use crate::invalid::{Code, Field, Invalid};
    use crate::language::Language;

    fn draft() -> FactsDraft {
        FactsDraft { discipline: "sports/football".into(), ..FactsDraft::default() }
    }

    #[test]
    fn most_facts_may_be_left_open() {
        let facts = draft().check().expect("facts");
        assert_eq!((facts.coordinates, facts.website.as_str()), (None, ""));
    }

    #[test]
    fn coordinates_come_in_pairs_and_lie_on_earth() {
        let mut draft = draft();
        draft.latitude = "33,6044001".into();
        draft.longitude = "\u{2212}7.6156".into();
        assert_eq!(draft.check().expect("facts").coordinates, Some((33.6044, -7.6156)));
        draft.longitude = String::new();
        let missing = [Invalid::new(Field::Longitude, Code::Required)];
        assert_eq!(draft.check().expect_err("half a place"), missing);
        for text in ["90.1", "NaN", "inf", "1e1", "north", "--1"] {
            assert_eq!(degrees(text, 90.0), Err(Code::Degrees), "{text}");
        }
        assert_eq!(degrees("-90", 90.0), Ok(-90.0));
    }

    #[test]
    fn a_website_is_an_address_over_tls() {
        for good in ["", "https://example.org", "https://موقع.com/a?b=c#d", "HTTPS://a.b:8443/"]
        {
            assert_eq!(website(good).as_deref(), Ok(good));
        }
        for bad in [
            "http://example.org",
            "javascript:alert(1)",
            "https://",
            "https://localhost",
            "https://user@example.org",
            "https://example.org:http/",
            "https://example.org/a b",
            "https://example.org/\"><script>",
            "https:/\\example.org",
        ] {
            assert_eq!(website(bad), Err(Code::Website), "{bad}");
        }
        let long = format!("https://example.org/{}", "a".repeat(500));
        assert_eq!(website(&long), Err(Code::OverLimit));
    }

    #[test]
    fn choices_are_of_their_lists() {
        let mut draft = draft();
        draft.spoken = [("fr".into(), "on".into()), ("ar".into(), "on".into())].into();
        draft.programme = [("youth".into(), String::new())].into();
        let facts = draft.check().expect("facts");
        assert_eq!(facts.spoken, [Language::Arabic, Language::French]);
        assert_eq!(facts.programme, [ProgrammeArea::Youth]);
        draft.action = [("war".into(), "on".into())].into();
        let wrong = [Invalid::new(Field::ActionAreas, Code::UnknownChoice)];
        assert_eq!(draft.check().expect_err("no such area"), wrong);
    }
}
