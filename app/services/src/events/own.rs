//! Events as those see them who act for their organisation: drafts too, with their numbers.

use domain::accounts::{Action, Actor, authorize};
use domain::events::schedule::When;
use domain::events::{Category, EventStatus, TicketKind};
use domain::ids::{AccountId, EventId, OccurrenceId};
use domain::language::Language;

use super::store::{OccurrenceRow, TicketRow, own as store};
use super::{Events, stored, when};
use crate::Error;
use crate::organisations::{OwnOrganisation, named};

/// How many templates, and how many events, a new event is offered to begin with.
const EARLIER: i64 = 100;

/// How many events stand on one page of an organisation's list.
pub const PER_PAGE: i64 = 50;

/// An event of one's own organisation.
#[derive(Debug, Clone)]
pub struct OwnEvent {
    /// Whose it is.
    pub organisation: OwnOrganisation,
    /// The event.
    pub id: EventId,
    /// The public name in its address.
    pub slug: String,
    /// The state.
    pub status: EventStatus,
    /// The title, in the best language there is.
    pub title: String,
    /// The language of the title.
    pub language: Language,
    /// Grows with every change.
    pub version: i64,
}

/// Which events of an organisation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Which {
    /// Announced, with a date that is not over; the next first.
    #[default]
    Upcoming,
    /// Not announced yet; the last changed first.
    Drafts,
    /// Announced and over; the last first.
    Past,
    /// Kept to begin others with; the last changed first. They stand in no list of events.
    Templates,
}

impl Which {
    /// Every choice of a list of events, in the order of the page.
    pub const ALL: [Self; 3] = [Self::Upcoming, Self::Drafts, Self::Past];

    /// The stable code: in addresses and Fluent keys.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Upcoming => "upcoming",
            Self::Drafts => "drafts",
            Self::Past => "past",
            Self::Templates => "templates",
        }
    }
}

/// An event in the list of its organisation, with its next date or its last.
#[derive(Debug, Clone)]
pub struct OwnCard {
    /// The public name in its address.
    pub slug: String,
    /// The category.
    pub category: Category,
    /// The state.
    pub status: EventStatus,
    /// The title, in the best language there is.
    pub title: String,
    /// The language of the title.
    pub language: Language,
    /// In how many languages it has texts.
    pub languages: i64,
    /// When, if it has a date.
    pub when: Option<When>,
    /// How many dates it has.
    pub dates: i64,
    /// Places of that date.
    pub capacity: i64,
    /// How many of them are taken.
    pub taken: i64,
}

/// What a new event can begin with, by slug and title; the last changed first.
#[derive(Debug, Clone, Default)]
pub struct Earlier {
    /// Templates.
    pub templates: Vec<(String, String)>,
    /// Events.
    pub events: Vec<(String, String)>,
}

/// A date of one's own event.
#[derive(Debug, Clone)]
pub struct OwnDate {
    /// The date.
    pub id: OccurrenceId,
    /// When.
    pub when: When,
    /// Whether this date alone is cancelled.
    pub cancelled: bool,
    /// Places in all.
    pub capacity: i64,
    /// Places taken.
    pub taken: i64,
    /// The ticket types with their own places, if they have some, and how many are taken.
    pub tickets: Vec<(TicketKind, Option<i64>, i64)>,
}

/// A page of an organisation's events.
#[derive(Debug, Clone)]
pub struct OwnFound {
    /// The events of this page.
    pub cards: Vec<OwnCard>,
    /// How many there are on all pages.
    pub total: i64,
}

impl Events {
    /// The event of this slug, for someone who may do this to it.
    ///
    /// # Errors
    /// `NotFound` and `Forbidden` as `authorize` says.
    pub async fn own(
        &self,
        actor: &Actor,
        organisation: &str,
        slug: &str,
        action: Action,
        language: Language,
    ) -> Result<OwnEvent, Error> {
        let row = store::one(&self.context.db, organisation, slug, language.code()).await?;
        let row = row.ok_or(Error::NotFound)?;
        let (owner, id) = row.ids();
        authorize(actor, action, (owner, id).into())?;
        Ok(OwnEvent {
            organisation: named(&self.context.db, owner, language).await?,
            id,
            slug: row.slug,
            status: stored(&row.status)?,
            title: row.title,
            language: stored(&row.language)?,
            version: row.version,
        })
    }

    /// The dates of an event, the first first. Whoever has the event may see them.
    ///
    /// # Errors
    /// The database does not answer.
    pub async fn own_dates(&self, event: &OwnEvent) -> Result<Vec<OwnDate>, Error> {
        let (db, organisation) = (&self.context.db, event.organisation.id);
        let mut dates = Vec::new();
        for row in super::store::occurrences(db, organisation, event.id).await? {
            let tickets = super::store::tickets(db, organisation, OccurrenceId(row.id)).await?;
            dates.push(date(row, tickets)?);
        }
        Ok(dates)
    }

    /// What a new event of an organisation can begin with.
    ///
    /// # Errors
    /// `NotFound` and `Forbidden` as `authorize` says.
    pub async fn earlier_ones(
        &self,
        actor: &Actor,
        organisation: &OwnOrganisation,
        language: Language,
    ) -> Result<Earlier, Error> {
        authorize(actor, Action::EditEvents, organisation.id.into())?;
        let mut earlier = Earlier::default();
        let db = &self.context.db;
        for row in store::earlier(db, organisation.id, language.code(), EARLIER).await? {
            let list = match row.is_template {
                true => &mut earlier.templates,
                false => &mut earlier.events,
            };
            list.push((row.slug, row.title));
        }
        Ok(earlier)
    }

    /// The events of an organisation that this person may see, 50 on a page.
    ///
    /// # Errors
    /// `NotFound` and `Forbidden` as `authorize` says.
    pub async fn own_list(
        &self,
        actor: &Actor,
        organisation: &OwnOrganisation,
        which: Which,
        page: i64,
        language: Language,
    ) -> Result<OwnFound, Error> {
        authorize(actor, Action::SeeEvents, organisation.id.into())?;
        let of_all = |one: &domain::accounts::Membership| {
            one.organisation == organisation.id && one.event.is_none()
        };
        let only_of: Option<AccountId> =
            (!actor.memberships.iter().any(of_all)).then_some(actor.account);
        let filter = store::Filter {
            organisation: organisation.id,
            language: language.code(),
            now: self.context.clock.now().as_microsecond(),
            which: which.code(),
            only_of,
            limit: PER_PAGE,
            offset: (page.clamp(1, 10_000) - 1) * PER_PAGE,
        };
        let rows = store::cards(&self.context.db, &filter).await?;
        let total = store::count(&self.context.db, &filter).await?;
        let cards = rows.into_iter().map(card).collect::<Result<_, _>>()?;
        Ok(OwnFound { cards, total })
    }
}

fn date(row: OccurrenceRow, tickets: Vec<TicketRow>) -> Result<OwnDate, Error> {
    let at = (row.starts_at, row.ends_at);
    let ticket = |ticket: TicketRow| Ok((stored(&ticket.kind)?, ticket.capacity, ticket.taken));
    Ok(OwnDate {
        id: OccurrenceId(row.id),
        when: when(&row.starts_local, &row.ends_local, row.all_day, row.zone, at)?,
        cancelled: row.cancelled_at.is_some(),
        capacity: row.capacity,
        taken: row.taken,
        tickets: tickets.into_iter().map(ticket).collect::<Result<_, Error>>()?,
    })
}

fn card(row: store::CardRow) -> Result<OwnCard, Error> {
    let date =
        (row.starts_local, row.ends_local, row.all_day, row.zone, row.starts_at, row.ends_at);
    let when = match date {
        (Some(starts), Some(ends), Some(all_day), Some(zone), Some(from), Some(to)) => {
            Some(when(&starts, &ends, all_day, zone, (from, to))?)
        }
        _ => None,
    };
    Ok(OwnCard {
        category: stored(&row.category)?,
        status: stored(&row.status)?,
        language: stored(&row.language)?,
        slug: row.slug,
        title: row.title,
        languages: row.languages,
        when,
        dates: row.dates,
        capacity: row.capacity.unwrap_or(0),
        taken: row.taken.unwrap_or(0),
    })
}
