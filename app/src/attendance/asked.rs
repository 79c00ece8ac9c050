//! What the address of a list asks for, and the address that asks for it.

use domain::language::Language;
use jiff::civil::DateTime;
use leptos_router::location::Url;
use leptos_router::params::ParamsMap;
use services::registrations::list::{Filter, Order, PlaceState};

/// The most characters of a search that count.
const LONGEST: usize = 100;

/// The filter that these values of a query ask for. What cannot be read is as if it were not there.
pub fn filter(value: impl Fn(&str) -> String) -> Filter {
    let state = value("state");
    let order = value("order");
    Filter {
        words: value("q").chars().take(LONGEST).collect(),
        date: value("date").parse::<DateTime>().ok(),
        ticket: value("ticket").parse().ok(),
        state: PlaceState::ALL.into_iter().find(|one| one.code() == state),
        here: match value("here").as_str() {
            "yes" => Some(true),
            "no" => Some(false),
            _ => None,
        },
        language: value("language").parse().ok(),
        tag: Some(value("tag").chars().take(LONGEST).collect())
            .filter(|tag: &String| !tag.is_empty()),
        registered_from: value("from").parse().ok(),
        registered_to: value("to").parse().ok(),
        noted: value("noted") == "yes",
        undelivered: value("undelivered") == "yes",
        order: Order::ALL.into_iter().find(|one| one.code() == order).unwrap_or_default(),
    }
}

/// The query that asks for this, with its question mark; empty if everything is asked for.
#[must_use]
pub fn query(filter: &Filter, page: i64) -> String {
    let mut query = ParamsMap::new();
    let mut add = |key: &'static str, value: Option<String>| {
        if let Some(value) = value.filter(|value| !value.is_empty()) {
            query.insert(key, value);
        }
    };
    add("q", Some(filter.words.clone()));
    add("date", filter.date.map(|date| date.to_string()));
    add("ticket", filter.ticket.map(|ticket| ticket.code().to_owned()));
    add("state", filter.state.map(|state| state.code().to_owned()));
    add("here", filter.here.map(|here| if here { "yes" } else { "no" }.to_owned()));
    add("language", filter.language.map(|language: Language| language.code().to_owned()));
    add("tag", filter.tag.clone());
    add("from", filter.registered_from.map(|day| day.to_string()));
    add("to", filter.registered_to.map(|day| day.to_string()));
    add("noted", filter.noted.then(|| "yes".to_owned()));
    add("undelivered", filter.undelivered.then(|| "yes".to_owned()));
    let order = Some(filter.order).filter(|order| *order != Order::default());
    add("order", order.map(|order| order.code().to_owned()));
    add("page", Some(page).filter(|page| *page > 1).map(|page| page.to_string()));
    let text = query.to_query_string();
    if text == "?" { String::new() } else { text }
}

/// The filter that a query asks for that came back with a form.
#[must_use]
pub(super) fn filter_of(query: &str) -> Filter {
    let read = |key: &str| {
        let pairs = query.trim_start_matches('?').split('&');
        let mut pairs = pairs.filter_map(|pair| pair.split_once('='));
        pairs
            .find(|(name, _)| *name == key)
            .map(|(_, value)| Url::unescape(value))
            .unwrap_or_default()
    };
    filter(read)
}

/// A query that came back with a form: only what can stand in an address, else nothing.
#[must_use]
pub(super) fn kept(query: &str) -> &str {
    let may_stand = |c: u8| c.is_ascii_alphanumeric() || b"?&=%+-._~*".contains(&c);
    let is_query = query.is_empty() || query.starts_with('?');
    if is_query && query.len() <= 2_000 && query.bytes().all(may_stand) { query } else { "" }
}

#[cfg(test)]
mod tests {
    use domain::events::TicketKind;
    use domain::language::Language;
    use services::registrations::list::{Filter, Order, PlaceState};

    use super::{filter_of, kept, query};

    #[test]
    fn what_an_address_asks_for_is_read_as_it_was_written() {
        let asked = Filter {
            words: "Zoë & مُوسى #1 + 100%".into(),
            date: "2027-05-05T19:00:00".parse().ok(),
            ticket: Some(TicketKind::Volunteer),
            state: Some(PlaceState::GivenBack),
            here: Some(false),
            language: Some(Language::Arabic),
            tag: Some("chœur & ami".into()),
            registered_from: "2027-03-01".parse().ok(),
            registered_to: "2027-03-31".parse().ok(),
            noted: true,
            undelivered: true,
            order: Order::Name,
        };
        let text = query(&asked, 3);
        assert_eq!(kept(&text), text, "it can stand in an address");
        assert!(text.ends_with("page=3"));
        assert_eq!(filter_of(&text), asked);
        assert_eq!(query(&Filter::default(), 1), "");
    }

    #[test]
    fn a_query_that_came_back_leads_nowhere_else() {
        for bad in ["//evil.example", "?a=b\r\nSet-Cookie: x", "?a=<script>", "?é", "#x"] {
            assert_eq!(kept(bad), "", "{bad}");
        }
    }
}
