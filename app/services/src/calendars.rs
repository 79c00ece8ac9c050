//! Events as calendars take them: feeds, downloads, the part of a mail; and calendars of others as
//! drafts of events.
//!
//! The same [`entry`] stands in all three, with the same UID. A feed is rendered once and served
//! from memory; it is looked at again when it is a second old, and rendered again only if an event
//! or date was written since. So a change is seen a second later, also when another process made
//! it, and an unchanged feed is the same to the byte.

pub mod reader;

pub mod ics;
mod import;
mod store;
mod vtimezone;

use std::sync::Arc;
use std::time::{Duration, Instant};

use domain::calendars::{Entry, EntryStatus, Moment, Organiser, Uid, When};
use domain::events::EventStatus;
use domain::events::venue::Held;
use domain::language::Language;
use jiff::{SignedDuration, Timestamp};
use moka::sync::Cache;
use sha2::{Digest, Sha256};

use crate::events::{Content, Events, Occurrence};
use crate::organisations::OrganisationName;
use crate::texts::Texts;
use crate::{Context, Error};

pub use import::Imported;

/// How long a rendered feed is served without a look at the database.
const FRESH: Duration = Duration::from_secs(1);
/// The most events in one feed, the last changed first (C25).
const MOST: i64 = 2_000;
/// How long past events stay in feeds, so that they do not vanish from the calendars of
/// subscribers (F26).
const PAST: SignedDuration = SignedDuration::from_hours(24 * 365);

/// A calendar that can be fetched.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Which {
    /// Every public event.
    All,
    /// One event, to follow it.
    Event(String),
    /// One event, to take it once.
    Download(String),
}

/// A rendered calendar.
#[derive(Debug)]
pub struct Feed {
    /// The iCalendar text.
    pub text: String,
    /// A strong entity tag of these very bytes, with its quotes (RFC 9110, 8.8.3).
    pub etag: String,
    /// When something in it was changed last.
    pub last_modified: Timestamp,
}

struct Rendered {
    feed: Arc<Feed>,
    /// What the database said when it was rendered.
    stamp: store::Stamp,
    looked_at: Instant,
}

/// Feeds, downloads and imports.
#[derive(Clone)]
pub struct Calendars {
    context: Context,
    events: Events,
    rendered: Cache<(Which, Language), Arc<Rendered>>,
}

impl Calendars {
    pub(crate) fn new(context: Context, events: Events) -> Self {
        Self { context, events, rendered: Cache::new(5_000) }
    }

    /// A calendar in this language.
    ///
    /// # Errors
    /// `NotFound` if there is no such event or it is a draft.
    pub async fn feed(&self, which: &Which, language: Language) -> Result<Arc<Feed>, Error> {
        let key = (which.clone(), language);
        let earlier = self.rendered.get(&key);
        if let Some(earlier) = &earlier
            && earlier.looked_at.elapsed() < FRESH
        {
            return Ok(Arc::clone(&earlier.feed));
        }
        let looked_at = Instant::now();
        let stamp = store::stamp(&self.context.db).await?;
        let feed = match earlier {
            Some(earlier) if earlier.stamp == stamp => Arc::clone(&earlier.feed),
            _ => Arc::new(self.render(which, language).await?),
        };
        let rendered = Rendered { feed: Arc::clone(&feed), stamp, looked_at };
        self.rendered.insert(key, Arc::new(rendered));
        Ok(feed)
    }

    async fn render(&self, which: &Which, language: Language) -> Result<Feed, Error> {
        let texts = Texts(language);
        let (events, name, source) = match which {
            Which::All => {
                let after = self.context.clock.now() - PAST;
                let name = texts.plain("calendar-all-name", &[]);
                (self.events.public(after, MOST).await?, Some(name), Some("all.ics".to_owned()))
            }
            Which::Event(slug) => {
                let event = self.events.public_one(slug).await?;
                let name = event.0.text(language).title.clone();
                (vec![event], Some(name), Some(format!("events/{slug}.ics")))
            }
            Which::Download(slug) => (vec![self.events.public_one(slug).await?], None, None),
        };
        let mut entries = Vec::new();
        for (content, dates) in &events {
            let organisation = self.organisation(content, language).await?;
            let new = |date| entry(&self.context, language, content, date, &organisation);
            entries.extend(dates.iter().map(new));
        }
        let source = source.map(|path| {
            format!("{}/calendars/{path}?lang={}", self.context.base_url, language.code())
        });
        let text = write(name.as_deref(), source.as_deref(), None, &entries);
        let last_modified = entries.iter().map(|entry| entry.revised_at).max();
        let etag = Sha256::digest(&text)[..16]
            .iter()
            .map(|byte| format!("{byte:02x}"))
            .collect::<String>();
        Ok(Feed {
            text,
            etag: format!("\"{etag}\""),
            last_modified: last_modified.unwrap_or(Timestamp::UNIX_EPOCH),
        })
    }

    async fn organisation(
        &self,
        content: &Content,
        language: Language,
    ) -> Result<OrganisationName, Error> {
        crate::organisations::name(&self.context.db, content.organisation_id, language).await
    }
}

/// The calendar part of a mail about one date of an event. Its METHOD is CANCEL if the reader's
/// registration, or the date, is off. A date that the registration has left is taken off as well.
pub(crate) fn mail_part(
    (context, language): (&Context, Language),
    (content, organisation): (&Content, &OrganisationName),
    (date, left): (&Occurrence, Option<&Occurrence>),
    (cancelled, written_at): (bool, Timestamp),
) -> (ics::Method, String) {
    let mut entries = vec![entry(context, language, content, date, organisation)];
    entries.extend(left.map(|date| entry(context, language, content, date, organisation)));
    let method = if cancelled { ics::Method::Cancel } else { ics::Method::Publish };
    for entry in &mut entries[usize::from(!cancelled)..] {
        take_off(entry, language);
    }
    (method, write(None, None, Some(ics::Message { method, written_at }), &entries))
}

/// The entry for somebody who does not come.
fn take_off(entry: &mut Entry, language: Language) {
    if entry.status != EntryStatus::Cancelled {
        entry.status = EntryStatus::Cancelled;
        entry.title = cancelled_title(language, &entry.title);
        // The number of the next revision, so that a client does not take it for an old one (F40).
        entry.sequence += 1;
    }
}

fn write(
    name: Option<&str>,
    source: Option<&str>,
    message: Option<ics::Message>,
    entries: &[Entry],
) -> String {
    let zones = jiff::tz::db();
    let calendar = ics::Calendar { name, description: None, source, message, entries, zones };
    let written = ics::write(&calendar);
    for left_out in written.left_out {
        tracing::error!(uid = %left_out.uid, reason = %left_out.reason, "not in the calendar");
    }
    written.text
}

fn entry(
    context: &Context,
    language: Language,
    content: &Content,
    date: &Occurrence,
    organisation: &OrganisationName,
) -> Entry {
    let (text, texts) = (content.text(language), Texts(language));
    let status = match content.status {
        _ if date.admission.date_cancelled => EntryStatus::Cancelled,
        EventStatus::Cancelled => EntryStatus::Cancelled,
        EventStatus::Postponed => EntryStatus::Tentative,
        EventStatus::Published | EventStatus::Draft => EntryStatus::Confirmed,
    };
    let title = if status == EntryStatus::Cancelled {
        cancelled_title(language, &text.title)
    } else {
        text.title.clone()
    };
    let url = format!("{}/{}/events/{}", context.base_url, language.code(), content.slug);
    Entry {
        uid: Uid::of(date.uid),
        sequence: u32::try_from(date.sequence).unwrap_or(u32::MAX),
        status,
        when: when(&date.when),
        created_at: content.created_at,
        revised_at: content.updated_at.max(date.updated_at),
        language: text.language.code().to_owned(),
        title,
        description: format!("{}\n\n{}\n\n{url}", text.summary, text.plain),
        location: Some(location(texts, content.place.held, &text.venue, &content.address))
            .filter(|place| !place.is_empty()),
        coordinates: content.coordinates,
        url: Some(url),
        categories: vec![texts.plain(&format!("category-{}", content.category.code()), &[])],
        organiser: Some(Organiser {
            name: organisation.name.clone(),
            email: organisation.email.clone(),
        }),
    }
}

fn when(when: &domain::events::schedule::When) -> When {
    if when.all_day {
        return When::AllDay { first: when.starts.date(), last: when.last_day() };
    }
    When::Timed {
        starts: Moment { local: when.starts, at: when.starts_at },
        ends: Some(Moment { local: when.ends, at: when.ends_at }),
        zone: when.zone.clone(),
    }
}

/// Where it is held, on one line: for what is held online that it is, and never the link.
pub(crate) fn location(texts: Texts, held: Held, venue: &str, address: &str) -> String {
    let online = texts.plain("held-online", &[]);
    let place = place(texts, venue, address);
    match held {
        Held::Place => place,
        Held::Online if place.is_empty() => online,
        Held::Online => place,
        Held::Both => [place, online].join(&texts.get("list-separator")),
    }
}

/// The venue with its address, on one line.
#[must_use]
pub fn place(texts: Texts, venue: &str, address: &str) -> String {
    let parts = [venue, address].into_iter().filter(|part| !part.is_empty());
    parts.collect::<Vec<_>>().join(&texts.get("list-separator"))
}

fn cancelled_title(language: Language, title: &str) -> String {
    Texts(language).plain("calendar-cancelled-title", &[("title", title.into())])
}
