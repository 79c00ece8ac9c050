//! What everyone who registered is told, because an organiser changed when or where an event is
//! held, or whether it is; or asked, because there is a question that they have not answered.
//!
//! A notice is written with the change. Its mails wait for ten minutes: who is to be told already
//! when there is another change gets one mail, about what stood there before the first of them and
//! what stands there when it goes.

use domain::ids::{EventId, OccurrenceId, OrganisationId, RegistrationId};
use jiff::{SignedDuration, Timestamp};
use uuid::Uuid;

use super::store::notices as store;
use super::store::notices::NewNotice;
use crate::db::{Db, Tx};

/// How long organisers have to change their mind, or more.
const DELAY: SignedDuration = SignedDuration::from_mins(10);

/// How long somebody has who was asked, until they are reminded.
const PATIENCE: SignedDuration = SignedDuration::from_hours(72);

/// Queues a mail, and a reminder, for each registration that has not answered what it was asked
/// after it was made: how many. What was queued about questions before and has not gone yet is about
/// the same page, and goes with these.
pub(crate) async fn ask(
    tx: &mut Tx,
    (organisation, event): (OrganisationId, EventId),
    now: Timestamp,
) -> Result<u64, sqlx::Error> {
    store::drop_questions(tx, organisation, event).await?;
    let mut asked = 0;
    for (is_first, wait) in [(true, DELAY), (false, PATIENCE)] {
        let new = NewNotice {
            organisation,
            id: Uuid::now_v7(),
            event,
            number: store::next(tx, organisation, event).await?,
            about: "questions",
            before: "",
            at: now.as_microsecond(),
            due_at: (now + wait).as_microsecond(),
        };
        let mails = store::enqueue_questions(tx, &new).await?;
        if mails > 0 {
            store::insert(tx, &new).await?;
        }
        asked = if is_first { mails } else { asked };
    }
    Ok(asked)
}

/// Who answered everything is not asked any more.
pub(crate) async fn drop_answered(
    tx: &mut Tx,
    organisation: OrganisationId,
    registration: RegistrationId,
) -> Result<(), sqlx::Error> {
    store::drop_answered(tx, organisation, registration).await
}

/// Queues one mail for each registration for these dates. `before` is JSON of what stood there.
pub(crate) async fn announce(
    tx: &mut Tx,
    (organisation, event): (OrganisationId, EventId),
    dates: &[OccurrenceId],
    before: &str,
    now: Timestamp,
) -> Result<(), sqlx::Error> {
    let new = NewNotice {
        organisation,
        id: Uuid::now_v7(),
        event,
        number: store::next(tx, organisation, event).await?,
        about: "change",
        before,
        at: now.as_microsecond(),
        due_at: (now + DELAY).as_microsecond(),
    };
    let mut mails = 0;
    for date in dates {
        mails += store::enqueue(tx, &new, *date).await?;
    }
    if mails > 0 { store::insert(tx, &new).await } else { Ok(()) }
}

/// Who gave everything back is not told of the event any more.
pub(crate) async fn drop_pending(
    tx: &mut Tx,
    organisation: OrganisationId,
    registration: RegistrationId,
) -> Result<(), sqlx::Error> {
    store::drop_pending(tx, organisation, registration).await
}

/// How many would be told of a change of each date that is not over.
pub(crate) async fn count(
    db: &Db,
    organisation: OrganisationId,
    event: EventId,
    now: Timestamp,
) -> Result<Vec<(OccurrenceId, i64)>, sqlx::Error> {
    let rows = store::count(db, organisation, event, now.as_microsecond()).await?;
    Ok(rows.into_iter().map(|row| (OccurrenceId(row.occurrence_id), row.registrations)).collect())
}
