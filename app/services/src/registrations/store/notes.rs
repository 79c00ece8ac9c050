//! The SQL of notes about registrations.

use domain::ids::{AccountId, OrganisationId, RegistrationId};
use sqlx::FromRow;
use uuid::Uuid;

use crate::db::{Db, Tx, on, read};

/// A note.
#[derive(Debug, FromRow)]
pub(crate) struct NoteRow {
    pub email: String,
    pub text: String,
    pub created_at: i64,
}

const NOTES: &str = "
    select c.email, n.text, n.created_at
    from registration_notes n
    join accounts c on c.id = n.account_id
    where n.organisation_id = $1 and n.registration_id = $2
    order by n.created_at, n.id";

/// The notes about a registration, the first first.
pub(crate) async fn notes(
    db: &Db,
    organisation: Uuid,
    registration: Uuid,
) -> Result<Vec<NoteRow>, sqlx::Error> {
    read!(db, |pool| {
        sqlx::query_as(NOTES).bind(organisation).bind(registration).fetch_all(pool).await
    })
}

const INSERT: &str = "
    insert into registration_notes
        (organisation_id, id, registration_id, account_id, text, created_at)
    values ($1, $2, $3, $4, $5, $6)";

/// Adds a note.
pub(crate) async fn insert(
    tx: &mut Tx,
    (organisation, registration): (OrganisationId, RegistrationId),
    id: Uuid,
    by: AccountId,
    text: &str,
    now: i64,
) -> Result<(), sqlx::Error> {
    on!(tx, |connection| {
        sqlx::query(INSERT)
            .bind(organisation.0)
            .bind(id)
            .bind(registration.0)
            .bind(by.0)
            .bind(text)
            .bind(now)
            .execute(connection)
            .await
            .map(drop)
    })
}
