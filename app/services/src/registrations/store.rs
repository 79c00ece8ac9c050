//! The SQL of registrations; `places` holds that of the places they take.

pub(crate) mod answers;
pub(crate) mod bulk;
pub(crate) mod check_in;
pub(crate) mod imports;
pub(crate) mod list;
pub(crate) mod notes;
pub(crate) mod one;
pub(crate) mod places;
pub(crate) mod tags;

use domain::ids::{OccurrenceId, OrganisationId, RegistrationId};
use sqlx::FromRow;
use uuid::Uuid;

use super::search::{folded_contact, folded_name};
use crate::db::{Db, Tx, on, read};
use crate::events::store::rules::WindowRow;

/// The date that a form is about, with what decides whether it may be sent.
#[derive(Debug, Clone, FromRow)]
pub(crate) struct TargetRow {
    pub organisation_id: Uuid,
    pub event_id: Uuid,
    pub occurrence_id: Uuid,
    pub status: String,
    pub cancelled_at: Option<i64>,
    pub starts_at: i64,
    #[sqlx(flatten)]
    pub window: WindowRow,
    pub capacity: i64,
    pub taken: i64,
}

const TARGET: &str = "
    select o.organisation_id, o.event_id, o.id as occurrence_id, e.status, o.cancelled_at,
        o.starts_at, o.opens_at, o.closes_at, o.closes_hours, o.capacity, o.taken
    from event_slugs s
    join events e on e.organisation_id = s.organisation_id and e.id = s.event_id
    join occurrences o on o.organisation_id = e.organisation_id and o.event_id = e.id
    where s.slug = $1 and o.starts_local = $2";

/// The date of this event that begins at this local time.
pub(crate) async fn target(
    db: &Db,
    slug: &str,
    starts_local: &str,
) -> Result<Option<TargetRow>, sqlx::Error> {
    read!(db, |pool| {
        sqlx::query_as(TARGET).bind(slug).bind(starts_local).fetch_optional(pool).await
    })
}

/// An earlier answer to the same form.
#[derive(Debug, FromRow)]
pub(crate) struct Earlier {
    pub id: Uuid,
    pub request_hash: Vec<u8>,
}

const BY_KEY: &str = "
    select id, request_hash
    from registrations
    where organisation_id = $1 and occurrence_id = $2 and idempotency_key = $3";

/// The registration that this form made before, if it did.
pub(crate) async fn by_key(
    db: &Db,
    organisation: OrganisationId,
    occurrence: OccurrenceId,
    key: Uuid,
) -> Result<Option<Earlier>, sqlx::Error> {
    read!(db, |pool| {
        sqlx::query_as(BY_KEY)
            .bind(organisation.0)
            .bind(occurrence.0)
            .bind(key)
            .fetch_optional(pool)
            .await
    })
}

/// A registration as it is written the first time.
#[derive(Debug)]
pub(crate) struct NewRegistration<'a> {
    pub organisation: OrganisationId,
    pub id: RegistrationId,
    pub event: Uuid,
    pub occurrence: OccurrenceId,
    pub reference: &'a str,
    pub contact_name: &'a str,
    pub contact_email: &'a str,
    pub language: &'static str,
    pub key: Uuid,
    pub request_hash: &'a [u8],
    pub token_hash: &'a [u8],
    pub at: i64,
    /// How it came, if not by the public form.
    pub source: Option<&'static str>,
}

const INSERT: &str = "
    insert into registrations (organisation_id, id, event_id, occurrence_id, reference, status,
        contact_name, contact_email, language, idempotency_key, request_hash, revision, created_at,
        updated_at, source)
    values ($1, $2, $3, $4, $5, 'confirmed', $6, $7, $8, $9, $10, 1, $11, $11, $12)";

const INSERT_LINK: &str = "
    insert into manage_links (token_hash, organisation_id, registration_id)
    values ($1, $2, $3)";

/// Writes a new registration with its manage link.
pub(crate) async fn insert(tx: &mut Tx, new: &NewRegistration<'_>) -> Result<(), sqlx::Error> {
    on!(tx, |connection| {
        sqlx::query(INSERT)
            .bind(new.organisation.0)
            .bind(new.id.0)
            .bind(new.event)
            .bind(new.occurrence.0)
            .bind(new.reference)
            .bind(new.contact_name)
            .bind(new.contact_email)
            .bind(new.language)
            .bind(new.key)
            .bind(new.request_hash)
            .bind(new.at)
            .bind(new.source)
            .execute(&mut *connection)
            .await?;
        sqlx::query(INSERT_LINK)
            .bind(new.token_hash)
            .bind(new.organisation.0)
            .bind(new.id.0)
            .execute(connection)
            .await
            .map(drop)
    })
}

/// An attendee as they are written the first time. Event, date and language are the registration's.
#[derive(Debug)]
pub(crate) struct NewAttendee<'a> {
    pub of: &'a NewRegistration<'a>,
    pub position: i64,
    pub name: &'a str,
    pub ticket_type: Uuid,
}

const INSERT_ATTENDEE: &str = "
    insert into attendees (organisation_id, id, registration_id, event_id, occurrence_id, language,
        position, name, ticket_type_id, folded_name, folded_contact, registered_at)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)";

/// Adds an attendee to a registration.
pub(crate) async fn insert_attendee(tx: &mut Tx, new: &NewAttendee<'_>) -> Result<(), sqlx::Error> {
    let of = new.of;
    on!(tx, |connection| {
        sqlx::query(INSERT_ATTENDEE)
            .bind(of.organisation.0)
            .bind(Uuid::now_v7())
            .bind(of.id.0)
            .bind(of.event)
            .bind(of.occurrence.0)
            .bind(of.language)
            .bind(new.position)
            .bind(new.name)
            .bind(new.ticket_type)
            .bind(folded_name(new.name, of.reference))
            .bind(folded_contact(of.contact_name, of.contact_email))
            .bind(of.at)
            .execute(connection)
            .await
            .map(drop)
    })
}

/// A registration with the date and event it is for.
#[derive(Debug, Clone, FromRow)]
pub(crate) struct RegistrationRow {
    pub organisation_id: Uuid,
    pub id: Uuid,
    pub slug: String,
    pub starts_local: String,
    pub occurrence_id: Uuid,
    pub reference: String,
    pub status: String,
    pub contact_name: String,
    pub contact_email: String,
    pub language: String,
}

const BY_TOKEN: &str = "
    select r.organisation_id, r.id, s.slug, o.starts_local, r.occurrence_id, r.reference, r.status,
        r.contact_name, r.contact_email, r.language
    from manage_links l
    join registrations r on r.organisation_id = l.organisation_id and r.id = l.registration_id
    join occurrences o on o.organisation_id = r.organisation_id and o.id = r.occurrence_id
    join event_slugs s on s.organisation_id = r.organisation_id and s.event_id = r.event_id
    where l.token_hash = $1";

/// The registration behind the hash of a token.
pub(crate) async fn by_token(
    db: &Db,
    token_hash: &[u8],
) -> Result<Option<RegistrationRow>, sqlx::Error> {
    read!(db, |pool| sqlx::query_as(BY_TOKEN).bind(token_hash).fetch_optional(pool).await)
}

const BY_ID: &str = "
    select r.organisation_id, r.id, s.slug, o.starts_local, r.occurrence_id, r.reference, r.status,
        r.contact_name, r.contact_email, r.language
    from registrations r
    join occurrences o on o.organisation_id = r.organisation_id and o.id = r.occurrence_id
    join event_slugs s on s.organisation_id = r.organisation_id and s.event_id = r.event_id
    where r.organisation_id = $1 and r.id = $2";

/// The registration of this id.
pub(crate) async fn by_id(
    db: &Db,
    organisation: OrganisationId,
    id: RegistrationId,
) -> Result<Option<RegistrationRow>, sqlx::Error> {
    read!(db, |pool| {
        sqlx::query_as(BY_ID).bind(organisation.0).bind(id.0).fetch_optional(pool).await
    })
}

/// An attendee of a registration.
#[derive(Debug, Clone, FromRow)]
pub(crate) struct AttendeeRow {
    pub position: i64,
    pub name: String,
    pub kind: String,
    pub cancelled_revision: Option<i64>,
}

const ATTENDEES: &str = "
    select a.position, a.name, t.kind, a.cancelled_revision
    from attendees a
    join ticket_types t on t.organisation_id = a.organisation_id and t.id = a.ticket_type_id
    where a.organisation_id = $1 and a.registration_id = $2
    order by a.position";

/// The attendees of a registration, those who gave their place back too.
pub(crate) async fn attendees(
    db: &Db,
    organisation: Uuid,
    registration: Uuid,
) -> Result<Vec<AttendeeRow>, sqlx::Error> {
    read!(db, |pool| {
        sqlx::query_as(ATTENDEES).bind(organisation).bind(registration).fetch_all(pool).await
    })
}

const REVISE: &str = "
    update registrations
    set revision = revision + 1, updated_at = $3
    where organisation_id = $1 and id = $2
    returning revision";

/// Opens the next revision of a registration. On PostgreSQL this holds its row until the end of the
/// transaction, so that two changes of one registration follow each other.
pub(crate) async fn revise(
    tx: &mut Tx,
    organisation: OrganisationId,
    registration: RegistrationId,
    now: i64,
) -> Result<i64, sqlx::Error> {
    on!(tx, |connection| {
        sqlx::query_scalar(REVISE)
            .bind(organisation.0)
            .bind(registration.0)
            .bind(now)
            .fetch_one(connection)
            .await
    })
}

const LEAVE: &str = "
    update attendees
    set cancelled_revision = $3, cancelled_at = $4, checked_in_at = null, checked_in_by = null
    where organisation_id = $1 and registration_id = $2
        and cancelled_revision is null
        and ($5 is null or position = $5)
    returning ticket_type_id";

/// Takes attendees out of a registration (one position, or all): the ticket type of each.
pub(crate) async fn leave(
    tx: &mut Tx,
    organisation: OrganisationId,
    registration: RegistrationId,
    revision: i64,
    now: i64,
    position: Option<i64>,
) -> Result<Vec<Uuid>, sqlx::Error> {
    on!(tx, |connection| {
        sqlx::query_scalar(LEAVE)
            .bind(organisation.0)
            .bind(registration.0)
            .bind(revision)
            .bind(now)
            .bind(position)
            .fetch_all(connection)
            .await
    })
}

const CANCEL_IF_EMPTY: &str = "
    update registrations
    set status = 'cancelled'
    where organisation_id = $1 and id = $2
        and not exists (
            select 1
            from attendees a
            where a.organisation_id = $1 and a.registration_id = $2
                and a.cancelled_revision is null)";

/// Cancels the registration if nobody is left in it; whether it did.
pub(crate) async fn cancel_if_empty(
    tx: &mut Tx,
    organisation: OrganisationId,
    registration: RegistrationId,
) -> Result<bool, sqlx::Error> {
    let rows = on!(tx, |connection| {
        sqlx::query(CANCEL_IF_EMPTY)
            .bind(organisation.0)
            .bind(registration.0)
            .execute(connection)
            .await
            .map(|done| done.rows_affected())
    })?;
    Ok(rows == 1)
}
