//! In which capacities one comes to an event, and how many places each has of its own.

use domain::events::TicketKind;
use domain::events::drafts::{Section, TicketsDraft};
use domain::invalid::{Code, Field, Invalid};
use uuid::Uuid;

use super::{Changing, Target};
use crate::Error;
use crate::events::store::update::{self, tickets as store};
use crate::events::store::{insert, whole};
use crate::events::{Events, stored};

impl Events {
    /// Writes in which capacities one comes, on every date that is not over and on new ones.
    ///
    /// # Errors
    /// `Invalid` with everything that is wrong, `Conflict` if somebody was faster, else as
    /// `authorize` says.
    pub async fn write_tickets(
        &self,
        target: &Target<'_>,
        draft: &TicketsDraft,
    ) -> Result<(), Error> {
        let (mut changing, offered) = self.begin(target, draft.check()).await?;
        let (organisation, event) = (changing.organisation, changing.event);
        update::lock_dates(&mut changing.tx, organisation, event).await?;
        let rows = whole::rows(&mut changing.tx, organisation, event).await?.ticket_types;
        let mut position = rows.iter().map(|row| row.position).max().map_or(0, |last| last + 1);
        let before = rows
            .into_iter()
            .map(|row| Ok((stored::<TicketKind>(&row.kind)?, row.id, row.capacity)))
            .collect::<Result<Vec<_>, Error>>()?;
        let mut wrong = Vec::new();
        for (kind, id, _) in &before {
            if !offered.iter().any(|(offered, _)| offered == kind) {
                wrong.extend(remove(&mut changing, *kind, *id).await?);
            }
        }
        for (kind, capacity) in offered {
            match before.iter().find(|(known, _, _)| *known == kind) {
                Some((_, _, known)) if *known == capacity => {}
                Some((_, id, _)) => wrong.extend(set(&mut changing, kind, *id, capacity).await?),
                None => {
                    add(&mut changing, kind, capacity, position).await?;
                    position += 1;
                }
            }
        }
        if !wrong.is_empty() {
            return Err(Error::Invalid(wrong));
        }
        self.finish(changing, Section::Tickets, "write-tickets", String::new()).await
    }
}

async fn remove(
    changing: &mut Changing,
    kind: TicketKind,
    id: Uuid,
) -> Result<Option<Invalid>, Error> {
    let organisation = changing.organisation;
    if store::attendees(&mut changing.tx, organisation, id).await? > 0 {
        return Ok(Some(Invalid::new(Field::TicketOffered(kind), Code::HasRegistrations)));
    }
    store::delete_type(&mut changing.tx, organisation, id).await?;
    Ok(None)
}

async fn set(
    changing: &mut Changing,
    kind: TicketKind,
    id: Uuid,
    capacity: Option<i64>,
) -> Result<Option<Invalid>, Error> {
    let (organisation, now) = (changing.organisation, changing.now.as_microsecond());
    store::set_type(&mut changing.tx, organisation, id, capacity).await?;
    let done = store::set_places(&mut changing.tx, organisation, id, capacity, now).await?;
    Ok((!done).then(|| Invalid::new(Field::TicketCapacity(kind), Code::BelowTaken)))
}

async fn add(
    changing: &mut Changing,
    kind: TicketKind,
    capacity: Option<i64>,
    position: i64,
) -> Result<(), Error> {
    let (organisation, event) = (changing.organisation, changing.event);
    let (id, now) = (Uuid::now_v7(), changing.now.as_microsecond());
    let tx = &mut changing.tx;
    insert::ticket_type(tx, organisation, event, id, (kind.code(), capacity), position).await?;
    store::offer(tx, organisation, event, id, now).await?;
    Ok(())
}
