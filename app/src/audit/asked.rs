//! What the address of the record asks for, and the address that asks for it.

use leptos_router::params::ParamsMap;
use services::audit::RecordFilter;

/// The most characters of a value that count.
const LONGEST: usize = 100;

/// The filter that these values of a query ask for. What cannot be read is as if it were not there.
pub fn filter(value: impl Fn(&str) -> String) -> RecordFilter {
    let short = |key: &str| value(key).chars().take(LONGEST).collect();
    RecordFilter {
        words: short("q"),
        actor: short("who"),
        action: short("what"),
        from: value("from").parse().ok(),
        until: value("until").parse().ok(),
    }
}

/// The query that asks for this, with its question mark; empty if everything is asked for.
#[must_use]
pub fn query(filter: &RecordFilter, page: i64) -> String {
    let mut query = ParamsMap::new();
    let mut add = |key: &'static str, value: String| {
        if !value.is_empty() {
            query.insert(key, value);
        }
    };
    add("q", filter.words.clone());
    add("who", filter.actor.clone());
    add("what", filter.action.clone());
    add("from", filter.from.map(|day| day.to_string()).unwrap_or_default());
    add("until", filter.until.map(|day| day.to_string()).unwrap_or_default());
    add(
        "page",
        Some(page).filter(|page| *page > 1).map(|page| page.to_string()).unwrap_or_default(),
    );
    let text = query.to_query_string();
    if text == "?" { String::new() } else { text }
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use super::{filter, query};

    #[test]
    fn what_an_address_asks_for_is_asked_for_again() {
        let values = HashMap::from([
            ("q", "a & b=c"),
            ("who", "participant"),
            ("what", "give-back"),
            ("from", "2027-03-01"),
            ("until", "2027-02-31"),
        ]);
        let asked = filter(|key| values.get(key).copied().unwrap_or_default().to_owned());
        assert_eq!(asked.from.map(|day| day.to_string()).as_deref(), Some("2027-03-01"));
        assert_eq!(asked.until, None, "there is no such day");
        let address = query(&asked, 2);
        for part in ["who=participant", "what=give%2Dback", "from=2027%2D03%2D01", "page=2"] {
            assert!(address.contains(part), "{address}");
        }
        assert!(!address.contains("a & b"), "{address}");
        assert_eq!(query(&filter(|_| String::new()), 1), "");
    }
}
