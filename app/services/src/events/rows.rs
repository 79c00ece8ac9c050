//! Rows as what they stand for.

use domain::events::rules::Window;
use domain::events::{Admission, EventStatus};
use domain::ids::{EventId, OccurrenceId, OrganisationId};

use super::place::Known;
use super::store::rules::WindowRow;
use super::store::{AreaRow, CardRow, EventRow, OccurrenceRow, TextRow, TicketRow};
use super::{Card, Content, EventText, Occurrence, Ticket, stored, time, when};
use crate::Error;
use crate::markdown;
use crate::pictures::EventPicture;

pub(super) fn card(row: CardRow) -> Result<Card, Error> {
    let status = stored(&row.status)?;
    let when = when(
        &row.starts_local,
        &row.ends_local,
        row.all_day,
        row.zone,
        (row.starts_at, row.ends_at),
    )?;
    Ok(Card {
        category: stored(&row.category)?,
        status,
        language: stored(&row.language)?,
        admission: Admission {
            event: status,
            date_cancelled: false,
            starts_at: when.starts_at,
            window: window(&row.window)?,
            capacity: row.capacity,
            taken: row.taken,
        },
        when,
        slug: row.slug,
        discipline: row.discipline,
        title: row.title,
        summary: row.summary,
        venue: row.venue,
        organisation: row.organisation,
        further_dates: row.further_dates,
        picture: row.picture.seen(),
    })
}

pub(super) fn content(
    row: EventRow,
    (texts, areas): (Vec<TextRow>, Vec<AreaRow>),
    Known { place, returns, unlisted }: Known,
    picture: Option<EventPicture>,
) -> Result<Content, Error> {
    let text = |row: TextRow| {
        Ok(EventText {
            language: stored(&row.language)?,
            title: row.title,
            summary: row.summary,
            description: markdown::html(&row.description),
            plain: markdown::plain(&row.description),
            venue: row.venue,
        })
    };
    let texts = texts.into_iter().map(text).collect::<Result<Vec<_>, Error>>()?;
    if texts.is_empty() {
        return Err(Error::NotFound);
    }
    Ok(Content {
        organisation_id: OrganisationId(row.organisation_id),
        id: EventId(row.id),
        category: stored(&row.category)?,
        status: stored(&row.status)?,
        slug: row.slug,
        discipline: row.discipline,
        address: row.address,
        coordinates: row.latitude.zip(row.longitude),
        website: row.website,
        spoken: row.spoken.split_whitespace().map(str::to_owned).collect(),
        areas: areas.into_iter().map(|row| (row.kind, row.area)).collect(),
        returns,
        place,
        unlisted,
        texts,
        questions: Vec::new(),
        picture,
        version: row.version,
        created_at: time(row.created_at)?,
        updated_at: time(row.updated_at)?,
    })
}

pub(super) fn occurrence(row: OccurrenceRow, event: EventStatus) -> Result<Occurrence, Error> {
    let when = when(
        &row.starts_local,
        &row.ends_local,
        row.all_day,
        row.zone,
        (row.starts_at, row.ends_at),
    )?;
    Ok(Occurrence {
        id: OccurrenceId(row.id),
        uid: row.uid,
        admission: Admission {
            event,
            date_cancelled: row.cancelled_at.is_some(),
            starts_at: when.starts_at,
            window: window(&row.window)?,
            capacity: row.capacity,
            taken: row.taken,
        },
        when,
        sequence: row.sequence,
        updated_at: time(row.updated_at)?,
    })
}

pub(super) fn ticket(row: TicketRow) -> Result<Ticket, Error> {
    let left = row.capacity.map(|capacity| (capacity - row.taken).max(0));
    let window = window(&WindowRow {
        opens_at: row.opens_at,
        closes_at: row.closes_at,
        closes_hours: None,
    })?;
    Ok(Ticket { kind: stored(&row.kind)?, left, window })
}

/// From when until when, as it is stored.
pub(crate) fn window(row: &WindowRow) -> Result<Window, Error> {
    Ok(Window {
        opens_at: row.opens_at.map(time).transpose()?,
        closes_at: row.closes_at.map(time).transpose()?,
        closes_hours: row.closes_hours,
    })
}
