//! Events to look at: organisations, events and registrations that look like life.
//!
//! Their dates are relative to the day on which they are written. What is there already (by slug)
//! stays as it is, so that filling twice changes nothing. The people who registered do not exist:
//! their addresses are in a domain that nobody can have (RFC 2606), and their mails are written off.

mod files;
mod people;
mod questions;

use std::collections::BTreeMap;

use domain::events::TicketKind;
use domain::ids::{EventId, OccurrenceId, OrganisationId, Reference, RegistrationId};
use domain::language::Language;
use domain::questions::Question;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp, civil};
use uuid::Uuid;

use crate::audit::{Act, record};
use crate::db::Tx;
use crate::events::store::{self, TextRow};
use crate::events::writing::{self, NewDate, NewTicket, TicketType};
use crate::mail::{self, Kind};
use crate::registrations::store as registrations;
use crate::{Context, Error};
use files::{DateFile, EventFile, PlaceFile};

/// Why no mail goes to the people of the demo.
const NO_MAIL: &str = "demo: nobody has this address";

/// What was written.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Filled {
    /// New organisations.
    pub organisations: usize,
    /// New events.
    pub events: usize,
    /// New registrations.
    pub registrations: usize,
}

/// Filling an empty house.
#[derive(Clone)]
pub struct Demo(pub(crate) Context);

impl Demo {
    /// Writes the organisations and events that are not there yet.
    ///
    /// # Errors
    /// The database does not answer, or the files in this program are wrong.
    pub async fn fill(&self) -> Result<Filled, Error> {
        let now = self.0.clock.now();
        let mut filled = Filled::default();
        let mut tx = self.0.db.begin().await?;
        filled.organisations = organisations(&mut tx, now).await?;
        tx.commit().await?;
        for (slug, event) in files::events()? {
            let mut tx = self.0.db.begin().await?;
            if store::insert::slug_exists(&mut tx, &slug).await? {
                continue;
            }
            filled.registrations += self.event(&mut tx, &slug, &event, now).await?;
            filled.events += 1;
            tx.commit().await?;
        }
        self.0.changed();
        Ok(filled)
    }

    /// Writes an event with its dates and those who registered: how many registrations.
    async fn event(
        &self,
        tx: &mut Tx,
        slug: &str,
        file: &EventFile,
        now: Timestamp,
    ) -> Result<usize, Error> {
        let organisation = crate::organisations::store::id(tx, &file.organisation).await?;
        let organisation = organisation.ok_or(Error::NotFound)?;
        let id = EventId(Uuid::now_v7());
        let spoken = file.spoken.join(" ");
        let new = store::insert::NewEvent {
            organisation,
            id,
            slug,
            category: file.category.code(),
            discipline: &file.discipline,
            status: file.status.code(),
            address: &file.place.address,
            coordinates: Some((file.place.latitude, file.place.longitude)),
            spoken: &spoken,
            website: "",
            source_uid: None,
            at: now.as_microsecond(),
        };
        store::insert::event(tx, &new).await?;
        self.texts_and_areas(tx, organisation, id, file).await?;
        store::place::write(tx, organisation, id, &place(&file.place)).await?;
        let tickets: Vec<NewTicket> = file
            .tickets
            .iter()
            .map(|ticket| NewTicket { kind: ticket.kind, capacity: ticket.places })
            .collect();
        let ticket_types = writing::add_ticket_types(tx, organisation, id, &tickets).await?;
        let questions = questions::write(tx, (organisation, id), &file.questions, now).await?;
        let today = now.to_zoned_datetime(zone(&file.zone)?).date();
        let mut written = 0;
        for date in &file.dates {
            let (starts, ends) = span(date, today)?;
            let all_day = date.all_day;
            let (zone, capacity) = (&file.zone, date.places);
            let new = NewDate { starts, ends, all_day, zone, capacity, cancelled: false };
            let occurrence =
                writing::add_date(tx, organisation, id, &new, &ticket_types, now).await?;
            let questions = questions.clone();
            let on = On { organisation, event: id, occurrence, now, questions };
            written += self.registrations(tx, &on, date.taken, &ticket_types, file).await?;
        }
        Ok(written)
    }

    async fn texts_and_areas(
        &self,
        tx: &mut Tx,
        organisation: OrganisationId,
        id: EventId,
        file: &EventFile,
    ) -> Result<(), Error> {
        let found_by = writing::found_by(tx, organisation, &file.place.address).await?;
        for (language, text) in &file.texts {
            let venue = file.place.names.get(language).or_else(|| file.place.names.get("en"));
            let row = TextRow {
                language: language.clone(),
                title: text.title.clone(),
                summary: text.summary.clone(),
                description: text.description.trim().to_owned(),
                venue: venue.cloned().unwrap_or_default(),
            };
            writing::add_text(tx, organisation, id, &row, &found_by).await?;
        }
        for area in &file.programme_areas {
            store::insert::area(tx, organisation, id, "programme", area.code()).await?;
        }
        for area in &file.action_areas {
            store::insert::area(tx, organisation, id, "action", area.code()).await?;
        }
        Ok(())
    }

    /// Registers this many people in small groups, as far as their ticket types have places.
    async fn registrations(
        &self,
        tx: &mut Tx,
        on: &On,
        people: i64,
        ticket_types: &[TicketType],
        file: &EventFile,
    ) -> Result<usize, Error> {
        let mut left: BTreeMap<TicketKind, i64> =
            file.tickets.iter().map(|t| (t.kind, t.places.unwrap_or(i64::MAX))).collect();
        let (mut waiting, mut written) = (people, 0);
        while waiting > 0 {
            let wanted = people::group_size(written).min(waiting);
            let Some(ticket) = ticket_types.iter().find(|ticket| left[&ticket.kind] > 0) else {
                break;
            };
            let size = wanted.min(left[&ticket.kind]);
            self.registration(tx, on, written, size, ticket).await?;
            *left.entry(ticket.kind).or_default() -= size;
            waiting -= size;
            written += 1;
        }
        Ok(written)
    }

    async fn registration(
        &self,
        tx: &mut Tx,
        on: &On,
        number: usize,
        size: i64,
        ticket: &TicketType,
    ) -> Result<(), Error> {
        let id = RegistrationId(Uuid::now_v7());
        let organisation = on.organisation;
        // As in life: somebody registers now and then, over four weeks.
        let ago = i64::try_from(number * 53 % (28 * 24)).unwrap_or(0);
        let at = on.now - SignedDuration::from_hours(ago);
        registrations::places::take_for_demo(tx, organisation, on.occurrence, ticket.id, size)
            .await?;
        let reference = Reference::from_random(rand::random());
        let contact = people::name(number, 0);
        let new = registrations::NewRegistration {
            organisation,
            id,
            event: on.event.0,
            occurrence: on.occurrence,
            reference: reference.as_str(),
            contact_name: &contact,
            contact_email: &format!("guest-{number}@demo.invalid"),
            language: Language::ALL[number % Language::COUNT].code(),
            key: Uuid::new_v4(),
            request_hash: &[],
            token_hash: &self.0.secrets.manage_token(id).hash(),
            at: at.as_microsecond(),
            source: None,
        };
        registrations::insert(tx, &new).await?;
        for position in 0..size {
            let name = people::name(number, position);
            let (name, ticket_type) = (name.as_str(), ticket.id);
            let attendee = registrations::NewAttendee { of: &new, position, name, ticket_type };
            registrations::insert_attendee(tx, &attendee).await?;
        }
        let people: Vec<_> = (0..usize::try_from(size).unwrap_or(0))
            .map(|place| (place, Some(ticket.kind)))
            .collect();
        let answers = questions::answers(&on.questions, &people, number);
        crate::registrations::answers::keep_for_demo(
            tx,
            (&self.0.secrets, &on.questions),
            &answers,
            &new,
        )
        .await?;
        mail::write_off(tx, organisation, id, Kind::Confirmed, at, NO_MAIL).await?;
        let detail = format!("attendees={size}");
        let (actor, action, object_kind) = ("demo", "register", "registration");
        let act = Act { organisation, at, actor, action, object_kind, object: id.0, detail };
        record(tx, act).await?;
        Ok(())
    }
}

/// The date that people register for.
struct On {
    organisation: OrganisationId,
    event: EventId,
    occurrence: OccurrenceId,
    now: Timestamp,
    questions: Vec<Question>,
}

async fn organisations(tx: &mut Tx, now: Timestamp) -> Result<usize, Error> {
    use crate::organisations::store;

    let mut written = 0;
    for file in files::organisations()? {
        if store::id(tx, &file.slug).await?.is_some() {
            continue;
        }
        let id = OrganisationId(Uuid::now_v7());
        let (kind, at) = (file.kind.code(), now.as_microsecond());
        store::insert(tx, id, &file.slug, kind, &file.email, at).await?;
        store::set_links(tx, id, std::slice::from_ref(&file.website)).await?;
        for (language, text) in &file.texts {
            let text = (text.name.as_str(), text.summary.as_str(), "");
            store::insert_text(tx, id, language.code(), text).await?;
        }
        written += 1;
    }
    Ok(written)
}

/// What is known of a place.
fn place(file: &PlaceFile) -> store::place::NewPlace<'_> {
    let answer = |is_there: bool| if is_there { "yes" } else { "no" };
    let directions = file.directions.iter();
    store::place::NewPlace {
        held: None,
        link: None,
        access: file.access.iter().map(|(fact, there)| (fact.code(), answer(*there))).collect(),
        directions: directions.map(|(of, text)| (of.code(), text.as_str())).collect(),
    }
}

fn zone(name: &str) -> Result<TimeZone, Error> {
    TimeZone::get(name).map_err(|error| Error::Internal(error.into()))
}

/// When a date of a file begins and ends, counted from today.
fn span(date: &DateFile, today: civil::Date) -> Result<(civil::DateTime, civil::DateTime), Error> {
    let span = || -> Result<_, jiff::Error> {
        let first = today.checked_add(jiff::Span::new().try_days(date.in_days)?)?;
        let days = date.lasts_days.unwrap_or(0).max(i64::from(date.all_day));
        let last = first.checked_add(jiff::Span::new().try_days(days)?)?;
        let time = |text: &Option<String>| {
            text.as_deref().map_or(Ok(civil::Time::midnight()), str::parse::<civil::Time>)
        };
        Ok((first.to_datetime(time(&date.starts)?), last.to_datetime(time(&date.ends)?)))
    };
    span().map_err(|error| Error::Internal(error.into()))
}
