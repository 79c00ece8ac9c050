//! What is announced.

use axum::extract::rejection::QueryRejection;
use axum::extract::{Path, Query, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse as _, Response};
use domain::events::schedule::When;
use domain::events::{Admission, Category, EventStatus, TicketKind};
use domain::language::Language;
use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use services::events::paging::Cursor;
use services::events::{Card, EventPage, Search, Ticket};
use services::texts::Texts;
use utoipa::openapi::schema::{Object, ObjectBuilder, Type};
use utoipa::{IntoParams, ToSchema};

use super::problem::{Problem, reason};
use super::{Api, json, language};

/// How many events a page holds if nobody asks for another number.
const PER_PAGE: i64 = 20;
const MOST_PER_PAGE: i64 = 100;
/// The longest search.
const WORDS: usize = 100;

/// What is asked for.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct Asked {
    /// Words that title, texts, place or organisation hold, in any language.
    #[param(max_length = 100)]
    q: Option<String>,
    /// Only this category.
    #[param(schema_with = categories)]
    category: Option<String>,
    /// Only events of the organisation with this name in its address.
    #[param(max_length = 60)]
    organisation: Option<String>,
    /// Only dates that end on or after this day at the place.
    #[param(format = Date)]
    from: Option<String>,
    /// Only dates that begin on or before this day at the place.
    #[param(format = Date)]
    to: Option<String>,
    /// Where the page begins: `next` of the page before.
    cursor: Option<String>,
    /// How many events the page holds at most.
    #[param(schema_with = sizes)]
    limit: Option<String>,
}

/// A list of codes in the description.
pub(super) fn one_of(codes: impl IntoIterator<Item = &'static str>) -> Object {
    ObjectBuilder::new().schema_type(Type::String).enum_values(Some(codes)).build()
}

fn categories() -> Object {
    one_of(Category::ALL.iter().map(|category| category.code()))
}

/// An event that others see is never a draft.
fn statuses() -> Object {
    let all = EventStatus::ALL.iter().filter(|status| **status != EventStatus::Draft);
    one_of(all.map(|status| status.code()))
}

pub(super) fn tickets() -> Object {
    one_of(TicketKind::ALL.iter().map(|kind| kind.code()))
}

pub(super) fn languages() -> Object {
    one_of(Language::ALL.iter().map(|language| language.code()))
}

fn sizes() -> Object {
    ObjectBuilder::new()
        .schema_type(Type::Integer)
        .minimum(Some(1))
        .maximum(Some(MOST_PER_PAGE as f64))
        .default(Some(PER_PAGE.into()))
        .build()
}

/// A page of events.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Events {
    /// In the order of their next dates.
    events: Vec<Summary>,
    /// The `cursor` of the next page; absent on the last.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    next: Option<String>,
}

/// An event in a list.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Summary {
    /// Its name in addresses.
    slug: String,
    /// Its page.
    #[schema(format = "uri")]
    url: String,
    /// The language of the texts.
    #[schema(schema_with = languages)]
    language: &'static str,
    title: String,
    summary: String,
    #[schema(schema_with = categories)]
    category: &'static str,
    /// What one does there.
    discipline: String,
    #[schema(schema_with = statuses)]
    status: &'static str,
    /// The name of the place.
    venue: String,
    /// The name of the organisation that holds it.
    organisation: String,
    /// The first of its dates that the list is about.
    date: EventDate,
    /// How many dates follow.
    further_dates: i64,
}

/// A date of an event.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct EventDate {
    /// When it begins, on the clock of the zone. It names the date in other requests.
    #[schema(example = "2027-05-01T10:00:00")]
    pub starts: String,
    /// When it ends, on the clock of the zone.
    pub ends: String,
    /// The time zone (IANA).
    pub zone: String,
    /// Whether it is whole days.
    pub all_day: bool,
    #[schema(format = DateTime)]
    pub starts_at: String,
    #[schema(format = DateTime)]
    pub ends_at: String,
    pub registration: Registration,
}

/// Whether one can register for a date.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = RegistrationState)]
pub(super) struct Registration {
    /// Whether one can, now.
    open: bool,
    /// Why not, as a code: `full`, `closed`, `not-yet-open`, `cancelled`, `postponed`, `past`.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    reason: Option<String>,
    /// When it opens, if it is not open from the beginning.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false, format = DateTime)]
    opens_at: Option<String>,
    #[schema(format = DateTime)]
    closes_at: String,
    /// Places in all, unless the organisers keep that to themselves.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    places: Option<i64>,
    /// Places that are left, unless the organisers keep that to themselves.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    places_left: Option<i64>,
}

impl EventDate {
    /// A date as programs see it now.
    pub fn of(when: &When, admission: &Admission, now: Timestamp) -> Self {
        let closed = admission.open(now).err();
        Self {
            starts: when.starts.to_string(),
            ends: when.ends.to_string(),
            zone: when.zone.clone(),
            all_day: when.all_day,
            starts_at: when.starts_at.to_string(),
            ends_at: when.ends_at.to_string(),
            registration: Registration {
                open: closed.is_none(),
                reason: closed.map(reason),
                opens_at: admission.window.opens_at.map(|time| time.to_string()),
                closes_at: admission.closes_at().to_string(),
                places: (!admission.hides_places).then_some(admission.capacity),
                places_left: (!admission.hides_places).then(|| admission.left()),
            },
        }
    }
}

/// The events that are announced and not over, the next first.
#[utoipa::path(
    get,
    path = "/api/v1/events",
    operation_id = "listEvents",
    tag = "events",
    params(Asked),
    responses((status = 200, description = "A page of events", body = Events)),
)]
pub(super) async fn list(
    State(Api { services, .. }): State<Api>,
    asked: Result<Query<Asked>, QueryRejection>,
    headers: HeaderMap,
) -> Response {
    let language = language(&headers);
    let answer = async {
        let Query(asked) = asked.map_err(|_| Problem::parameter("?", language))?;
        let (search, cursor, limit) = asked.read(language)?;
        let (cards, next) = services
            .events
            .list_after(language, &search, cursor, limit)
            .await
            .map_err(|error| Problem::of(error, language))?;
        let now = services.now();
        let summary = |card| Summary::of(card, services.base_url(), (language, now));
        let events = cards.into_iter().map(summary).collect();
        Ok(json(StatusCode::OK, &Events { events, next: next.map(|next| next.to_string()) }))
    };
    answer.await.unwrap_or_else(|problem: Problem| problem.into_response())
}

impl Asked {
    fn read(self, language: Language) -> Result<(Search, Option<Cursor>, i64), Problem> {
        let wrong = |name| Problem::parameter(name, language);
        let words = self.q.unwrap_or_default();
        if words.chars().count() > WORDS {
            return Err(wrong("q"));
        }
        let category = self.category.map(|code| code.parse().map_err(|_| wrong("category")));
        let day = |name, day: Option<String>| -> Result<Option<Date>, Problem> {
            day.map(|day| day.parse().map_err(|_| wrong(name))).transpose()
        };
        let cursor = self.cursor.map(|text| Cursor::parse(&text).ok_or_else(|| wrong("cursor")));
        let limit = self.limit.map_or(Ok(PER_PAGE), |limit| {
            let limit = limit.parse().ok().filter(|limit| (1..=MOST_PER_PAGE).contains(limit));
            limit.ok_or_else(|| wrong("limit"))
        })?;
        // What is no slug is the name of no organisation; the database need not see it.
        let organisation = self.organisation.map(|slug| {
            let slug = domain::text::Slug::parse(&slug).ok_or_else(|| wrong("organisation"))?;
            Ok::<String, Problem>(slug.as_str().to_owned())
        });
        let search = Search {
            words,
            category: category.transpose()?,
            organisation: organisation.transpose()?,
            from: day("from", self.from)?,
            to: day("to", self.to)?,
            page: 1,
        };
        Ok((search, cursor.transpose()?, limit))
    }
}

impl Summary {
    fn of(card: Card, base: &str, (language, now): (Language, Timestamp)) -> Self {
        Self {
            url: format!("{base}/{}/events/{}", language.code(), card.slug),
            language: card.language.code(),
            category: card.category.code(),
            status: card.status.code(),
            date: EventDate::of(&card.when, &card.admission, now),
            slug: card.slug,
            title: card.title,
            summary: card.summary,
            discipline: card.discipline,
            venue: card.venue,
            organisation: card.organisation,
            further_dates: card.further_dates,
        }
    }
}

/// An event.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Event {
    /// Its name in addresses.
    slug: String,
    /// Its page.
    #[schema(format = "uri")]
    url: String,
    /// Its calendar, to follow.
    #[schema(format = "uri")]
    calendar: String,
    /// The language of the texts.
    #[schema(schema_with = languages)]
    language: &'static str,
    title: String,
    summary: String,
    /// What it is, at length, as plain text.
    description: String,
    #[schema(schema_with = categories)]
    category: &'static str,
    /// What one does there.
    discipline: String,
    #[schema(schema_with = statuses)]
    status: &'static str,
    /// Whether one comes to a place (`place`), joins online (`online`), or either (`both`).
    held: &'static str,
    /// The name of the place.
    venue: String,
    /// Street and town.
    address: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    coordinates: Option<Coordinates>,
    /// Codes of the languages spoken there.
    spoken: Vec<String>,
    /// Where one can read more; empty if nowhere.
    website: String,
    organisation: Organisation,
    /// Every date, the first first.
    dates: Vec<EventDate>,
    /// As what one can come, on the date that was asked for or the next.
    tickets: Vec<TicketType>,
}

/// Degrees (WGS 84).
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Coordinates {
    latitude: f64,
    longitude: f64,
}

/// Who holds an event.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Organisation {
    /// Its name in addresses.
    slug: String,
    name: String,
}

/// A capacity in which one comes.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct TicketType {
    /// What a registration names it by.
    #[schema(schema_with = tickets)]
    code: &'static str,
    /// What people call it, in the language of the answer.
    name: String,
    /// Whether one can come so, as far as times decide.
    open: bool,
    /// Places that are left, unless the organisers keep that to themselves.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    places_left: Option<i64>,
}

/// Which date is asked for.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct AskedDate {
    /// The date whose ticket types are told: its `starts`. The next, if it is not given.
    date: Option<String>,
}

/// One event, with its dates and the ways to come.
#[utoipa::path(
    get,
    path = "/api/v1/events/{slug}",
    operation_id = "getEvent",
    tag = "events",
    params(("slug" = String, Path, description = "The event's name in addresses"), AskedDate),
    responses(
        (status = 200, description = "The event", body = Event),
        (status = 404, description = "There is no such event", body = Problem,
            content_type = "application/problem+json"),
    ),
)]
pub(super) async fn one(
    State(Api { services, .. }): State<Api>,
    Path(slug): Path<String>,
    asked: Result<Query<AskedDate>, QueryRejection>,
    headers: HeaderMap,
) -> Response {
    let language = language(&headers);
    let Ok(Query(AskedDate { date })) = asked else {
        return Problem::parameter("?", language).into_response();
    };
    let date = match date.map(|date| date.parse()).transpose() {
        Ok(date) => date,
        Err(_) => return Problem::parameter("date", language).into_response(),
    };
    match services.events.page(language, &slug, date).await {
        Ok(page) => {
            let event = Event::of(&page, services.base_url(), (language, services.now()));
            json(StatusCode::OK, &event)
        }
        Err(error) => Problem::of(error, language).into_response(),
    }
}

impl Event {
    fn of(page: &EventPage, base: &str, (language, now): (Language, Timestamp)) -> Self {
        let content = &page.content;
        let text = content.text(language);
        let (slug, code) = (content.slug.clone(), language.code());
        let chosen = page.date();
        let left = chosen.admission.left();
        let ticket = |ticket: &Ticket| TicketType {
            code: ticket.kind.code(),
            name: Texts(language).get(&format!("ticket-{}", ticket.kind.code())),
            open: ticket.window.open(chosen.when.starts_at, now).is_ok(),
            places_left: (!chosen.admission.hides_places)
                .then(|| ticket.left.map_or(left, |own| own.min(left))),
        };
        let (latitude, longitude) = content.coordinates.unzip();
        Self {
            url: format!("{base}/{code}/events/{slug}"),
            calendar: format!("{base}/calendars/events/{slug}.ics?lang={code}"),
            slug,
            language: text.language.code(),
            title: text.title.clone(),
            summary: text.summary.clone(),
            description: text.plain.clone(),
            category: content.category.code(),
            discipline: content.discipline.clone(),
            status: content.status.code(),
            held: content.place.held.code(),
            venue: text.venue.clone(),
            address: content.address.clone(),
            coordinates: latitude
                .zip(longitude)
                .map(|(latitude, longitude)| Coordinates { latitude, longitude }),
            spoken: content.spoken.clone(),
            website: content.website.clone(),
            organisation: Organisation {
                slug: page.organisation.slug.clone(),
                name: page.organisation.name.clone(),
            },
            dates: page
                .dates
                .iter()
                .map(|date| EventDate::of(&date.when, &date.admission, now))
                .collect(),
            tickets: page.tickets.iter().map(ticket).collect(),
        }
    }
}
