//! Who comes to an event: searched, filtered, 50 on a page.
//!
//! Those who see names alone (the door) get names alone: contact data is neither read nor searched
//! for them, so that a search cannot be used to guess it.

use domain::accounts::{Action, Actor, authorize, reaches};
use domain::events::TicketKind;
use domain::ids::Reference;
use domain::language::Language;
use domain::registrations::RegistrationStatus;
use domain::registrations::tags::{NOTED, TagSet, UNDELIVERED};
use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan as _};

use super::search::words;
use super::store::list::{self as store, ListFilter, ListRow, SHOWN};
use super::store::tags::{self as tag_store, TagRow};
use super::{Registrations, check_in};
use crate::Error;
use crate::events::own::OwnEvent;
use crate::events::{stored, time};

/// How many attendees stand on one page.
pub const PER_PAGE: i64 = SHOWN as i64;

/// The most names on a list for the door.
pub const DOOR_LIST: i64 = 5_000;

/// How it stands with somebody's place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PlaceState {
    /// They have their place.
    Coming,
    /// They gave it back, or do not ask for one any more.
    GivenBack,
    /// Their registration is in this state, and so are they.
    Asked(RegistrationStatus),
}

impl PlaceState {
    /// Every state, in the order of the page.
    pub const ALL: [Self; 8] = [
        Self::Coming,
        Self::GivenBack,
        Self::Asked(RegistrationStatus::PendingApproval),
        Self::Asked(RegistrationStatus::PendingEmail),
        Self::Asked(RegistrationStatus::Waitlisted),
        Self::Asked(RegistrationStatus::Offered),
        Self::Asked(RegistrationStatus::Declined),
        Self::Asked(RegistrationStatus::Expired),
    ];

    /// That of somebody in a registration in this state, who left it or not.
    #[must_use]
    pub const fn of(status: RegistrationStatus, has_left: bool) -> Self {
        match status {
            RegistrationStatus::Confirmed | RegistrationStatus::Cancelled if !has_left => {
                Self::Coming
            }
            RegistrationStatus::Declined | RegistrationStatus::Expired => Self::Asked(status),
            _ if has_left => Self::GivenBack,
            _ => Self::Asked(status),
        }
    }

    /// The stable code: in addresses and Fluent keys.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Coming => "coming",
            Self::GivenBack => "given-back",
            Self::Asked(status) => status.code(),
        }
    }

    /// Whether they come, or ask to.
    #[must_use]
    pub const fn is_present(self) -> bool {
        match self {
            Self::Coming => true,
            Self::GivenBack => false,
            Self::Asked(status) => !status.is_over(),
        }
    }

    /// How the statements find them: the word for those who left or did not, and the bit of the
    /// state.
    const fn stored(self) -> (Option<&'static str>, i64) {
        match self {
            Self::Coming | Self::GivenBack => (Some(self.code()), 0),
            Self::Asked(status) if status.is_over() => (None, status.mark()),
            Self::Asked(status) => (Some("asked"), status.mark()),
        }
    }
}

/// The order of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Order {
    /// Who registered first is first; who registers now comes at the end, and moves nobody.
    #[default]
    Time,
    /// By the letters of the name.
    Name,
}

impl Order {
    /// Every order, as the page shows them.
    pub const ALL: [Self; 2] = [Self::Time, Self::Name];

    /// The stable code: in addresses and Fluent keys.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Time => "time",
            Self::Name => "name",
        }
    }
}

/// Which attendees of an event, in which order. The default is everyone.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// Parts of names, of addresses, or the code of a ticket; in any order.
    pub words: String,
    /// The date: when it begins, on the clock of its zone.
    pub date: Option<DateTime>,
    /// In which capacity they come.
    pub ticket: Option<TicketKind>,
    /// Whether they still come.
    pub state: Option<PlaceState>,
    /// Whether they are here.
    pub here: Option<bool>,
    /// In which language they registered; counts only for those who see registrations whole.
    pub language: Option<Language>,
    /// With the tag of this folded name; as the language counts.
    pub tag: Option<String>,
    /// Registered on this day (UTC) or later; as the language counts.
    pub registered_from: Option<Date>,
    /// Registered on this day (UTC) or earlier; as the language counts.
    pub registered_to: Option<Date>,
    /// Somebody wrote a note about them; as the language counts.
    pub noted: bool,
    /// A mail to them never arrived, and none after it did; as the language counts.
    pub undelivered: bool,
    /// The order.
    pub order: Order,
}

/// An attendee in the list.
#[derive(Debug, Clone)]
pub struct Listed {
    /// The registration's code.
    pub reference: Reference,
    /// The place in the registration.
    pub position: i64,
    /// The name.
    pub name: String,
    /// In which capacity they come.
    pub kind: TicketKind,
    /// The date: when it begins, on the clock of its zone.
    pub date: DateTime,
    /// Whether they still come.
    pub state: PlaceState,
    /// Since when they are here.
    pub here_since: Option<Timestamp>,
    /// What only those see who see registrations whole.
    pub contact: Option<Contact>,
}

/// Whom to write to about an attendee.
#[derive(Debug, Clone)]
pub struct Contact {
    /// The contact person's name.
    pub name: String,
    /// The contact person's mail address.
    pub email: String,
    /// The language of their mails.
    pub language: Language,
    /// When they registered.
    pub registered_at: Timestamp,
    /// The tags of their registration.
    pub tags: TagSet,
}

/// A page of the attendees of an event.
#[derive(Debug, Clone)]
pub struct Attendance {
    /// The attendees of this page.
    pub listed: Vec<Listed>,
    /// How many there are on all pages.
    pub total: i64,
}

/// What the one who looks may do here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reach {
    /// See contact data and registrations.
    pub whole: bool,
    /// Say who is here.
    pub check_in: bool,
    /// Change registrations.
    pub change: bool,
    /// Take the list away as a file.
    pub export: bool,
}

impl Reach {
    /// What this person may do at this event.
    #[must_use]
    pub fn of(actor: &Actor, event: &OwnEvent) -> Self {
        let may = |action| reaches(actor, action, (event.organisation.id, event.id).into());
        Self {
            whole: may(Action::SeeRegistrations),
            check_in: may(Action::CheckIn),
            change: may(Action::ChangeRegistrations),
            export: may(Action::Export),
        }
    }
}

impl Registrations {
    /// The attendees of an event whom the filter lets pass.
    ///
    /// # Errors
    /// `NotFound` and `Forbidden` as `authorize` says.
    pub async fn attendance(
        &self,
        actor: &Actor,
        event: &OwnEvent,
        filter: &Filter,
        page: i64,
    ) -> Result<Attendance, Error> {
        may(actor, Action::SeeNames, event)?;
        let whole = Reach::of(actor, event).whole;
        let filter = self.stored_filter(filter, event, whole).await?;
        let offset = (page.clamp(1, 10_000) - 1) * PER_PAGE;
        let (rows, total) = self.found(&filter, offset).await?;
        let listed = rows.into_iter().map(|row| listed(row, filter.whole));
        Ok(Attendance { listed: listed.collect::<Result<_, _>>()?, total })
    }

    /// A page of those whom the filter lets pass, and how many these are.
    async fn found(&self, filter: &ListFilter, offset: i64) -> Result<(Vec<ListRow>, i64), Error> {
        let db = &self.context.db;
        let (limit, skip) = (SHOWN, usize::try_from(offset).unwrap_or(0));
        let Some(found) = self.rolls.find(db, filter, limit, skip).await? else {
            // Both look through the index, each on a connection of its own.
            let rows = store::rows(db, filter, PER_PAGE, offset);
            return Ok(tokio::try_join!(rows, store::count(db, filter))?);
        };
        let mut rows = store::these(db, filter, &found.ids).await?;
        rows.sort_by_key(|row| found.ids.iter().position(|id| *id == row.id));
        Ok((rows, i64::try_from(found.total).unwrap_or(i64::MAX)))
    }

    /// Everyone who comes on this date (or at all), by the alphabet of the reader: at most
    /// [`DOOR_LIST`], without contact data.
    ///
    /// # Errors
    /// `NotFound` and `Forbidden` as `authorize` says.
    pub async fn door_list(
        &self,
        actor: &Actor,
        event: &OwnEvent,
        date: Option<DateTime>,
        language: Language,
    ) -> Result<Attendance, Error> {
        may(actor, Action::SeeNames, event)?;
        let state = Some(PlaceState::Coming);
        let filter = Filter { date, state, order: Order::Name, ..Filter::default() };
        let filter = self.stored_filter(&filter, event, false).await?;
        let rows = store::rows(&self.context.db, &filter, DOOR_LIST, 0).await?;
        let total = store::count(&self.context.db, &filter).await?;
        let listed = rows.into_iter().map(|row| listed(row, false));
        let mut listed: Vec<Listed> = listed.collect::<Result<_, _>>()?;
        check_in::sort_by_name(&mut listed, language);
        Ok(Attendance { listed, total })
    }
}

/// Whether this person may do this to this event.
pub(super) fn may(actor: &Actor, action: Action, event: &OwnEvent) -> Result<(), Error> {
    Ok(authorize(actor, action, (event.organisation.id, event.id).into())?)
}

impl Registrations {
    /// The filter as the statements know it.
    pub(super) async fn stored_filter(
        &self,
        filter: &Filter,
        event: &OwnEvent,
        whole: bool,
    ) -> Result<ListFilter, Error> {
        let tag = match filter.tag.as_ref().filter(|_| whole) {
            Some(folded) => {
                let (db, organisation) = (&self.context.db, event.organisation.id);
                Some(bit(folded, &tag_store::tags(db, organisation, event.id).await?))
            }
            None => None,
        };
        let mark = |is_asked: bool, mark: i64| if is_asked && whole { mark } else { 0 };
        let (state, of_state) = filter.state.map_or((None, 0), PlaceState::stored);
        let marks = tag.unwrap_or(0)
            | mark(filter.noted, NOTED)
            | mark(filter.undelivered, UNDELIVERED)
            | of_state;
        Ok(ListFilter {
            organisation: event.organisation.id,
            event: event.id,
            date: filter.date.map(|date| date.to_string()),
            ticket: filter.ticket.map(TicketKind::code),
            state,
            here: filter.here.map(|here| if here { "yes" } else { "no" }),
            language: filter.language.filter(|_| whole).map(Language::code),
            marks: (marks != 0).then_some(marks),
            registered: (
                filter.registered_from.filter(|_| whole).and_then(|day| begins(day, 0)),
                filter.registered_to.filter(|_| whole).and_then(|day| begins(day, 1)),
            ),
            words: words(&filter.words),
            whole,
            by_name: filter.order == Order::Name,
        })
    }
}

/// The bit of a tag. One that the event does not have is a bit that nobody has.
fn bit(folded: &str, rows: &[TagRow]) -> i64 {
    const OF_NOBODY: i64 = 1 << 62;
    let row = rows.iter().find(|row| row.folded == folded);
    row.map_or(OF_NOBODY, |row| TagSet::of(row.position).0)
}

/// When the day begins that is so many days after this one, in microseconds; none at the end of time.
fn begins(day: Date, later: i64) -> Option<i64> {
    let day = day.checked_add(later.days()).ok()?;
    Some(day.to_zoned_datetime(TimeZone::UTC).ok()?.timestamp().as_microsecond())
}

pub(super) fn listed(row: ListRow, whole: bool) -> Result<Listed, Error> {
    let contact = || {
        Ok::<_, Error>(Contact {
            language: stored(&row.language)?,
            registered_at: time(row.registered_at)?,
            tags: TagSet(row.tags),
            name: row.contact_name,
            email: row.contact_email,
        })
    };
    Ok(Listed {
        reference: Reference::from_stored(row.reference),
        position: row.position,
        name: row.name,
        kind: stored(&row.kind)?,
        date: local(&row.starts_local)?,
        state: PlaceState::of(stored(&row.status)?, row.cancelled_at.is_some()),
        here_since: row.checked_in_at.map(time).transpose()?,
        contact: whole.then(contact).transpose()?,
    })
}

pub(super) fn local(text: &str) -> Result<DateTime, Error> {
    text.parse().map_err(|error: jiff::Error| Error::Internal(error.into()))
}
