//! What everyone who registered is told, because an organiser changed when or where an event is
//! held, or whether it is.
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
