//! Finding and reading events.
//!
//! Texts are given in the language that was asked for where the event has it, else in English, else
//! in the first there is; each carries its language, so that a page can mark it.

pub mod arrivals;
pub mod attention;
pub mod editing;
pub mod numbers;
pub mod own;
pub mod place;
mod preview;
pub mod questions;
mod rows;
pub(crate) mod store;
pub(crate) mod writing;

use std::str::FromStr;
use std::sync::Arc;

use domain::events::rules::{Returns, Window};
use domain::events::schedule::When;
use domain::events::{Admission, Category, EventStatus, TicketKind};
use domain::ids::{EventId, OccurrenceId, OrganisationId};
use domain::language::Language;
use domain::questions::Question;
use domain::text::{Slug, fold};
use jiff::Timestamp;
use jiff::civil::{Date, DateTime};
use moka::sync::Cache;
use sha2::Digest;
use uuid::Uuid;

use crate::markdown::Html;
use crate::organisations::OrganisationName;
use crate::pictures::{self, EventPicture, Seen};
use crate::{Context, Error};
use place::PublicPlace;
pub(crate) use rows::window;
use rows::{card, content, occurrence, ticket};
use store::{CardFilter, EventRow};

/// How many events stand on one page of a list.
pub const PER_PAGE: i64 = 20;

/// An event in a list, with the first of its dates that the list is about.
#[derive(Debug, Clone)]
pub struct Card {
    /// The public name in its address.
    pub slug: String,
    /// The category.
    pub category: Category,
    /// The code of the discipline.
    pub discipline: String,
    /// The state of the event.
    pub status: EventStatus,
    /// The language of the texts.
    pub language: Language,
    /// The title.
    pub title: String,
    /// One or two sentences.
    pub summary: String,
    /// The name of the place.
    pub venue: String,
    /// The name of the organisation.
    pub organisation: String,
    /// When.
    pub when: When,
    /// Whether one can register.
    pub admission: Admission,
    /// How many dates follow this one.
    pub further_dates: i64,
    /// Its picture, and what is to be seen on it in the language of the texts.
    pub picture: Option<Seen>,
}

/// What a list is asked for.
#[derive(Debug, Clone, Default)]
pub struct Search {
    /// Words that title, texts, place or organisation hold.
    pub words: String,
    /// Only this category.
    pub category: Option<Category>,
    /// Only this organisation.
    pub organisation: Option<String>,
    /// Not before this day at the place.
    pub from: Option<Date>,
    /// Not after this day at the place.
    pub to: Option<Date>,
    /// The page, from 1.
    pub page: i64,
}

/// A page of a list.
#[derive(Debug, Clone)]
pub struct Found {
    /// The events of this page.
    pub cards: Vec<Card>,
    /// How many events there are on all pages.
    pub total: i64,
}

/// What an event says in one language.
#[derive(Debug, Clone)]
pub struct EventText {
    /// The language.
    pub language: Language,
    /// The title.
    pub title: String,
    /// One or two sentences.
    pub summary: String,
    /// What it is, at length, as pages show it.
    pub description: Html,
    /// The same as plain text, as mails and calendars say it.
    pub plain: String,
    /// The name of the place.
    pub venue: String,
}

/// What changes about an event only when an organiser changes it.
#[derive(Debug)]
pub struct Content {
    /// The organisation it belongs to.
    pub organisation_id: OrganisationId,
    /// The event.
    pub id: EventId,
    /// The public name in its address.
    pub slug: String,
    /// The category.
    pub category: Category,
    /// The code of the discipline.
    pub discipline: String,
    /// The state.
    pub status: EventStatus,
    /// The address of the place: street and town.
    pub address: String,
    /// Latitude and longitude of the place, in degrees (WGS 84).
    pub coordinates: Option<(f64, f64)>,
    /// Where one can read more; empty if nowhere.
    pub website: String,
    /// Codes of the languages spoken there.
    pub spoken: Vec<String>,
    /// Areas: their kind (`programme`, `action`) and code.
    pub areas: Vec<(String, String)>,
    /// Until when participants give places back by themselves.
    pub returns: Returns,
    /// What is known of the place.
    pub place: PublicPlace,
    /// Whether it stands in no list: whoever has its address finds it.
    pub unlisted: bool,
    /// Every language's texts.
    pub texts: Vec<EventText>,
    /// What it asks those who register; what is asked no more, too.
    pub questions: Vec<Question>,
    /// Its picture, if it has one.
    pub picture: Option<EventPicture>,
    /// Grows with every change.
    pub version: i64,
    /// When it was written.
    pub created_at: Timestamp,
    /// When it was changed last.
    pub updated_at: Timestamp,
}

/// One date of an event.
#[derive(Debug, Clone)]
pub struct Occurrence {
    /// The date.
    pub id: OccurrenceId,
    /// Its name in calendars.
    pub uid: Uuid,
    /// When.
    pub when: When,
    /// Whether one can register.
    pub admission: Admission,
    /// Revisions of time, place and status so far (RFC 5545, 3.8.7.4).
    pub sequence: i64,
    /// When it was changed last.
    pub updated_at: Timestamp,
}

/// A ticket type on one date.
#[derive(Debug, Clone)]
pub struct Ticket {
    /// Which.
    pub kind: TicketKind,
    /// Its own places that are left; none if only the date's total bounds it.
    pub left: Option<i64>,
    /// From when until when one can come so, if not as long as to the date.
    pub window: Window,
}

/// An event as its page shows it.
#[derive(Debug, Clone)]
pub struct EventPage {
    /// What organisers wrote.
    pub content: Arc<Content>,
    /// Who holds it.
    pub organisation: OrganisationName,
    /// Every date, the first first; at least one.
    pub dates: Vec<Occurrence>,
    /// The index of the date that the page is about.
    pub chosen: usize,
    /// The ticket types of that date, in the order of the form.
    pub tickets: Vec<Ticket>,
    /// The places that are left on that date of what can be chosen in answer to questions.
    pub options_left: questions::OptionsLeft,
}

impl EventPage {
    /// The date that the page is about.
    #[must_use]
    pub fn date(&self) -> &Occurrence {
        &self.dates[self.chosen]
    }
}

impl Content {
    /// The texts in this language, or in the best that there is.
    #[must_use]
    pub fn text(&self, language: Language) -> &EventText {
        language
            .fall_backs()
            .find_map(|language| self.texts.iter().find(|text| text.language == language))
            .expect("an event is read only with a text")
    }
}

/// Finding and reading events.
#[derive(Clone)]
pub struct Events {
    context: Context,
    /// Contents by event and version: they never change, so nothing has to be thrown away.
    contents: Cache<(EventId, i64), Arc<Content>>,
    /// How registrations came in, where that takes a while to count.
    past: numbers::Pasts,
}

impl Events {
    pub(crate) fn new(context: Context) -> Self {
        Self { context, contents: Cache::new(2_000), past: numbers::pasts() }
    }

    /// The events that are announced and not over, the next first.
    ///
    /// # Errors
    /// The database does not answer.
    pub async fn list(&self, language: Language, search: &Search) -> Result<Found, Error> {
        let now = self.context.clock.now();
        let day = |date: Date| DateTime::from(date).to_string();
        let filter = CardFilter {
            language: language.code(),
            category: search.category.map(Category::code),
            organisation: search.organisation.clone(),
            pattern: pattern(&search.words),
            now: now.as_microsecond(),
            from: search.from.map(day),
            to: search.to.and_then(|date| date.tomorrow().ok()).map(day),
            limit: PER_PAGE,
            offset: (search.page.clamp(1, 10_000) - 1) * PER_PAGE,
        };
        let db = &self.context.db;
        let rows = store::cards(db, &filter).await?;
        let total = store::card_count(db, &filter).await?;
        let cards = rows.into_iter().map(card).collect::<Result<_, _>>()?;
        Ok(Found { cards, total })
    }

    /// The event of this slug, with the date that was asked for or the next one.
    ///
    /// # Errors
    /// `NotFound` if there is no such event or it is a draft.
    pub async fn page(
        &self,
        language: Language,
        slug: &str,
        date: Option<DateTime>,
    ) -> Result<EventPage, Error> {
        let (content, dates) = self.public_one(slug).await?;
        self.about(language, content, dates, date).await?.ok_or(Error::NotFound)
    }

    /// The public events with a date that ends after this time, the last changed first, each with
    /// all of its dates.
    pub(crate) async fn public(
        &self,
        ends_after: Timestamp,
        limit: i64,
    ) -> Result<Vec<(Arc<Content>, Vec<Occurrence>)>, Error> {
        let rows = store::public(&self.context.db, ends_after.as_microsecond(), limit).await?;
        let mut events = Vec::with_capacity(rows.len());
        for row in rows {
            let slug = row.slug.clone();
            match self.whole(row).await {
                Ok(event) => events.push(event),
                Err(Error::Internal(error)) => {
                    tracing::error!(slug, %error, "an event cannot be read")
                }
                Err(error) => return Err(error),
            }
        }
        Ok(events)
    }

    /// The public event of this slug with all of its dates.
    pub(crate) async fn public_one(
        &self,
        slug: &str,
    ) -> Result<(Arc<Content>, Vec<Occurrence>), Error> {
        let row = self.by_slug(slug).await?;
        if row.status == EventStatus::Draft.code() {
            return Err(Error::NotFound);
        }
        self.whole(row).await
    }

    /// What is no slug names nothing.
    async fn by_slug(&self, slug: &str) -> Result<EventRow, Error> {
        let slug = Slug::parse(slug).ok_or(Error::NotFound)?;
        store::by_slug(&self.context.db, slug.as_str()).await?.ok_or(Error::NotFound)
    }

    async fn whole(&self, row: EventRow) -> Result<(Arc<Content>, Vec<Occurrence>), Error> {
        let content = self.content(row).await?;
        let dates = self.dates(&content).await?;
        Ok((content, dates))
    }

    async fn content(&self, row: EventRow) -> Result<Arc<Content>, Error> {
        let key = (EventId(row.id), row.version);
        if let Some(content) = self.contents.get(&key) {
            return Ok(content);
        }
        let (organisation, event) = (OrganisationId(row.organisation_id), EventId(row.id));
        let texts = store::texts(&self.context.db, organisation, event).await?;
        let areas = store::areas(&self.context.db, organisation, event).await?;
        let known = place::known(&self.context.db, organisation, event).await?;
        let picture = pictures::of_event(&self.context.db, organisation, event).await?;
        let questions = questions::of_event(&self.context.db, organisation, event).await?;
        let content = content(row, (texts, areas), known, picture)?;
        let content = Arc::new(Content { questions, ..content });
        self.contents.insert(key, Arc::clone(&content));
        Ok(content)
    }

    async fn dates(&self, content: &Content) -> Result<Vec<Occurrence>, Error> {
        let rows =
            store::occurrences(&self.context.db, content.organisation_id, content.id).await?;
        rows.into_iter().map(|row| occurrence(row, content.status)).collect()
    }
}

/// The `like` pattern that finds folded text holding these words in this order.
pub(crate) fn pattern(words: &str) -> Option<String> {
    // PostgreSQL holds no NUL, and nobody looks for other control characters.
    let folded = fold(words);
    let folded: String = folded.chars().filter(|c| !c.is_control()).take(100).collect();
    let mut pattern = String::from("%");
    for c in folded.chars() {
        match c {
            '%' | '_' | '\\' => pattern.extend(['\\', c]),
            ' ' => pattern.push('%'),
            c => pattern.push(c),
        }
    }
    pattern.push('%');
    (!folded.is_empty()).then_some(pattern)
}

/// The date that was asked for, else the next that one can register for, else the next, else the
/// last.
fn choose(dates: &[Occurrence], asked: Option<DateTime>, now: Timestamp) -> Option<usize> {
    asked
        .and_then(|asked| dates.iter().position(|date| date.when.starts == asked))
        .or_else(|| dates.iter().position(|date| date.admission.open(now).is_ok()))
        .or_else(|| dates.iter().position(|date| date.when.ends_at > now))
        .or_else(|| dates.len().checked_sub(1))
}

/// A stored code as the member of its list; anything else was not written by us.
pub(crate) fn stored<T: FromStr<Err: std::error::Error + Send + Sync + 'static>>(
    code: &str,
) -> Result<T, Error> {
    code.parse().map_err(|error: T::Err| Error::Internal(error.into()))
}

/// A stored time.
pub(crate) fn time(microseconds: i64) -> Result<Timestamp, Error> {
    Timestamp::from_microsecond(microseconds).map_err(|error| Error::Internal(error.into()))
}

/// The date as it was stored: the instants of the row count, whatever the zone's rules say today.
fn when(
    starts: &str,
    ends: &str,
    all_day: bool,
    zone: String,
    at: (i64, i64),
) -> Result<When, Error> {
    let local =
        |text: &str| text.parse().map_err(|error: jiff::Error| Error::Internal(error.into()));
    let (starts, ends) = (local(starts)?, local(ends)?);
    Ok(When { starts, ends, all_day, zone, starts_at: time(at.0)?, ends_at: time(at.1)? })
}

/// The number that an event's pattern is drawn from: the same for the same slug, for ever.
#[must_use]
pub fn pattern_seed(slug: &str) -> u128 {
    let hash = sha2::Sha256::digest(slug.as_bytes());
    hash.iter().take(16).fold(0, |seed, byte| (seed << 8) | u128::from(*byte))
}
