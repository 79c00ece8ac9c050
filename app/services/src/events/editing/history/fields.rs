//! The fields of an event: what a version is compared by.

use std::collections::BTreeMap;

use domain::events::venue::{AccessFact, Held};
use domain::language::Language;
use domain::questions::Question;
use jiff::civil::DateTime;

use super::Value;
use crate::events::editing::{
    Written, WrittenDate, WrittenPlace, WrittenPublication, WrittenRules, WrittenWindow,
};

/// A field of an event, in the order in which people see them.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Field {
    /// The state.
    Status,
    /// When it is to be published.
    Plan,
    /// Whether it stands in no list.
    Unlisted,
    /// Whether it is kept to begin others with.
    Template,
    /// The title in this language.
    Title(Language),
    /// The summary in this language.
    Summary(Language),
    /// The description in this language.
    Description(Language),
    /// The name of the place in this language.
    Venue(Language),
    /// Category and discipline.
    Discipline,
    /// The address.
    Address,
    /// Latitude and longitude.
    Coordinates,
    /// The event's own pages.
    Website,
    /// The languages spoken there.
    Spoken,
    /// Programme areas.
    Programme,
    /// Action areas.
    Action,
    /// A date, by the time at which it begins now (or began before it was deleted).
    Date(DateTime),
    /// Places of that date.
    Places(DateTime),
    /// Whether that date is cancelled.
    Cancelled(DateTime),
    /// The ticket type of this code, with its places.
    Ticket(&'static str),
    /// The question of this number.
    Question(u16),
    /// The picture.
    Picture,
    /// What is to be seen on the picture, in this language.
    Alt(Language),
    /// What matters of the picture.
    Focus,
    /// Where it is held: at a place, online, or both.
    Held,
    /// The link of what is held online.
    Link,
    /// What is known of the place.
    Access,
    /// How one gets there, in this language.
    Directions(Language),
    /// From when until when one can register.
    Window,
    /// How many hours before a date begins registration closes.
    ClosesHours,
    /// Until how many hours before a date begins places are given back.
    Returns,
    /// From when until when one can come as this ticket type.
    TicketWindow(&'static str),
}

impl Field {
    /// The stable code: in Fluent keys.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Status => "status",
            Self::Plan => "plan",
            Self::Unlisted => "unlisted",
            Self::Template => "template",
            Self::Title(_) => "title",
            Self::Summary(_) => "summary",
            Self::Description(_) => "description",
            Self::Venue(_) => "venue",
            Self::Discipline => "discipline",
            Self::Address => "address",
            Self::Coordinates => "coordinates",
            Self::Website => "website",
            Self::Spoken => "spoken",
            Self::Programme => "programme",
            Self::Action => "action",
            Self::Date(_) => "date",
            Self::Places(_) => "places",
            Self::Cancelled(_) => "cancelled",
            Self::Ticket(_) => "ticket",
            Self::Question(_) => "question",
            Self::Picture => "picture",
            Self::Alt(_) => "alt",
            Self::Focus => "focus",
            Self::Held => "held",
            Self::Link => "link",
            Self::Access => "access",
            Self::Directions(_) => "directions",
            Self::Window => "window",
            Self::ClosesHours => "closes-hours",
            Self::Returns => "returns",
            Self::TicketWindow(_) => "ticket-window",
        }
    }
}

/// Every field that holds something.
pub(super) fn fields(
    written: &Written,
    name: impl Fn(&WrittenDate) -> DateTime,
) -> BTreeMap<Field, Value> {
    let words = |prefix: &str, codes: Vec<&str>| {
        Value::Words(codes.iter().map(|code| format!("{prefix}-{code}")).collect())
    };
    let mut fields = BTreeMap::new();
    fields.insert(Field::Status, words("status", vec![written.status.code()]));
    let category = format!("category-{}", written.category.code());
    let discipline = format!("discipline-{}", written.discipline);
    fields.insert(Field::Discipline, Value::Words(vec![category, discipline]));
    let coordinates = written.coordinates.map(|(north, east)| format!("{north}, {east}"));
    let mut text = |field, text: &str| {
        if !text.is_empty() {
            fields.insert(field, Value::Text(text.to_owned()));
        }
    };
    text(Field::Address, &written.address);
    text(Field::Coordinates, &coordinates.unwrap_or_default());
    text(Field::Website, &written.website);
    for one in &written.texts {
        text(Field::Title(one.language), &one.title);
        text(Field::Summary(one.language), &one.summary);
        text(Field::Description(one.language), &one.description);
        text(Field::Venue(one.language), &one.venue);
    }
    if let Some(picture) = &written.picture {
        // Nothing else tells two pictures apart in words.
        let id = picture.id.0.simple().to_string();
        text(Field::Picture, &id[..8]);
        text(Field::Focus, &format!("{} %, {} %", picture.focus.0, picture.focus.1));
        for (language, alt) in &picture.alts {
            text(Field::Alt(*language), alt);
        }
    }
    for date in &written.dates {
        text(Field::Places(name(date)), &date.capacity.to_string());
    }
    let spoken = written.spoken.iter().map(String::as_str).collect();
    let programme = written.programme.iter().map(|area| area.code()).collect();
    let action = written.action.iter().map(|area| area.code()).collect();
    fields.insert(Field::Spoken, words("spoken", spoken));
    fields.insert(Field::Programme, words("programme", programme));
    fields.insert(Field::Action, words("action", action));
    fields.retain(|_, value| *value != Value::Words(Vec::new()));
    for date in &written.dates {
        let (starts, ends, zone) = (date.starts, date.ends, date.zone.clone());
        fields.insert(Field::Date(name(date)), Value::Span { starts, ends, zone });
        if date.cancelled {
            fields.insert(Field::Cancelled(name(date)), words("status", vec!["cancelled"]));
        }
    }
    for (kind, capacity) in &written.tickets {
        let value = match capacity {
            Some(capacity) => Value::Text(capacity.to_string()),
            None => Value::Words(vec!["editor-tickets-of-all".to_owned()]),
        };
        fields.insert(Field::Ticket(kind.code()), value);
    }
    add_publication(&mut fields, &written.publication);
    add_place(&mut fields, &written.place);
    add_rules(&mut fields, &written.rules);
    for question in &written.questions {
        fields.insert(Field::Question(question.number), Value::Words(said(question)));
    }
    fields
}

/// What is asked, and how: Fluent keys, and between quotes what somebody typed.
fn said(question: &Question) -> Vec<String> {
    let quoted = |text: &str| format!("“{text}”");
    let mut said = vec![format!("question-kind-{}", question.kind.code())];
    let flags = [
        (question.required, "question-required"),
        (question.sensitive, "question-sensitive"),
        (question.retired, "question-retired"),
        (question.requested, "question-requested"),
    ];
    said.extend(flags.iter().filter(|(is_so, _)| *is_so).map(|(_, key)| (*key).to_owned()));
    said.extend(question.ticket.map(|kind| format!("ticket-{}", kind.code())));
    said.extend(question.condition.map(|on| format!("{}-{}", on.question, on.option)));
    for text in question.texts.values() {
        let parts = [&text.label, &text.hint, &text.consent].into_iter();
        said.extend(parts.filter(|part| !part.is_empty()).map(|part| quoted(part)));
    }
    for option in question.offered() {
        let labels: Vec<&str> = option.labels.values().map(String::as_str).collect();
        let places = option.capacity.map(|places| format!(" ({places})")).unwrap_or_default();
        said.push(format!("{}{places}", quoted(&labels.join(" / "))));
    }
    said
}

/// What is planned for it, and where it is shown.
fn add_publication(fields: &mut BTreeMap<Field, Value>, publication: &WrittenPublication) {
    if let Some(plan) = &publication.plan {
        fields.insert(Field::Plan, Value::Moment { at: plan.at, zone: plan.zone.clone() });
    }
    let yes = || Value::Words(vec!["editor-yes".to_owned()]);
    if publication.unlisted {
        fields.insert(Field::Unlisted, yes());
    }
    if publication.template {
        fields.insert(Field::Template, yes());
    }
}

/// Where it is held, and what is said about it.
fn add_place(fields: &mut BTreeMap<Field, Value>, place: &WrittenPlace) {
    if place.held != Held::Place {
        let held = Value::Words(vec![format!("held-{}", place.held.code())]);
        fields.insert(Field::Held, held);
    }
    if !place.link.is_empty() {
        fields.insert(Field::Link, Value::Text(place.link.clone()));
    }
    if !place.access.is_empty() {
        let word = |(fact, is_there): &(AccessFact, bool)| {
            let kind = if *is_there { "access" } else { "no-access" };
            format!("{kind}-{}", fact.code())
        };
        fields.insert(Field::Access, Value::Words(place.access.iter().map(word).collect()));
    }
    for (language, text) in &place.directions {
        fields.insert(Field::Directions(*language), Value::Text(text.clone()));
    }
}

/// From when until when one can register and give back, where a rule says so.
fn add_rules(fields: &mut BTreeMap<Field, Value>, rules: &WrittenRules) {
    let window = |window: &WrittenWindow| Value::Window {
        opens: window.opens,
        closes: window.closes,
        zone: rules.zone.clone(),
    };
    if rules.window != WrittenWindow::default() {
        fields.insert(Field::Window, window(&rules.window));
    }
    for (kind, own) in &rules.tickets {
        fields.insert(Field::TicketWindow(kind.code()), window(own));
    }
    if let Some(hours) = rules.closes_hours {
        fields.insert(Field::ClosesHours, Value::Text(hours.to_string()));
    }
    if rules.returns_hours != WrittenRules::default().returns_hours {
        let never = || Value::Words(vec!["editor-returns-never".to_owned()]);
        let returns = rules.returns_hours.map(|hours| Value::Text(hours.to_string()));
        fields.insert(Field::Returns, returns.unwrap_or_else(never));
    }
}
