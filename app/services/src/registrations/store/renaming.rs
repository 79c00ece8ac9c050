//! The SQL of other names for those who come.

use domain::ids::{OrganisationId, RegistrationId};

use crate::db::{Tx, on};
use crate::registrations::search::folded_name;

/// Who gets which name.
pub(in crate::registrations) struct To<'a> {
    pub position: i64,
    pub name: &'a str,
}

const NAME: &str = "
    select name
    from attendees
    where organisation_id = $1 and registration_id = $2 and position = $3
        and cancelled_revision is null";

const RENAME: &str = "
    update attendees
    set name = $4, folded_name = $5
    where organisation_id = $1 and registration_id = $2 and position = $3
        and cancelled_revision is null";

/// Gives an attendee who comes another name; whether it is another one, or nothing if nobody comes
/// at that position. The registration's row is held since its revision was opened.
pub(in crate::registrations) async fn rename(
    tx: &mut Tx,
    organisation: OrganisationId,
    registration: RegistrationId,
    reference: &str,
    to: To<'_>,
) -> Result<Option<bool>, sqlx::Error> {
    on!(tx, |connection| {
        let before: Option<String> = sqlx::query_scalar(NAME)
            .bind(organisation.0)
            .bind(registration.0)
            .bind(to.position)
            .fetch_optional(&mut *connection)
            .await?;
        let Some(before) = before else { return Ok(None) };
        if before == to.name {
            return Ok(Some(false));
        }
        sqlx::query(RENAME)
            .bind(organisation.0)
            .bind(registration.0)
            .bind(to.position)
            .bind(to.name)
            .bind(folded_name(to.name, reference))
            .execute(connection)
            .await
            .map(|_| Some(true))
    })
}
