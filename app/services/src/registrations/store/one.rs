//! The SQL of one registration, as those see it who hold the event.

use domain::ids::{EventId, OrganisationId, RegistrationId};
use sqlx::FromRow;
use uuid::Uuid;

use super::RegistrationRow;
use crate::audit::reading::store::account_of;
use crate::db::{Db, Tx, on, read};

const BY_REFERENCE: &str = "
    select r.organisation_id, r.id, s.slug, o.starts_local, r.occurrence_id, r.reference, r.status,
        r.contact_name, r.contact_email, r.language
    from registrations r
    join occurrences o on o.organisation_id = r.organisation_id and o.id = r.occurrence_id
    join event_slugs s on s.organisation_id = r.organisation_id and s.event_id = r.event_id
    where r.organisation_id = $1 and r.event_id = $2 and r.reference = $3";

/// The registration with this reference, if it is this event's.
pub(crate) async fn by_reference(
    db: &Db,
    organisation: OrganisationId,
    event: EventId,
    reference: &str,
) -> Result<Option<RegistrationRow>, sqlx::Error> {
    read!(db, |pool| {
        sqlx::query_as(BY_REFERENCE)
            .bind(organisation.0)
            .bind(event.0)
            .bind(reference)
            .fetch_optional(pool)
            .await
    })
}

/// An attendee with what happened to their place.
#[derive(Debug, FromRow)]
pub(crate) struct OnePersonRow {
    pub position: i64,
    pub name: String,
    pub kind: String,
    pub cancelled_at: Option<i64>,
    pub checked_in_at: Option<i64>,
    pub tags: i64,
}

const PEOPLE: &str = "
    select a.position, a.name, t.kind, a.cancelled_at, a.checked_in_at, a.marks as tags
    from attendees a
    join ticket_types t on t.organisation_id = a.organisation_id and t.id = a.ticket_type_id
    where a.organisation_id = $1 and a.registration_id = $2
    order by a.position";

/// Everyone in a registration.
pub(crate) async fn people(
    db: &Db,
    organisation: Uuid,
    registration: Uuid,
) -> Result<Vec<OnePersonRow>, sqlx::Error> {
    read!(db, |pool| {
        sqlx::query_as(PEOPLE).bind(organisation).bind(registration).fetch_all(pool).await
    })
}

/// A mail about a registration.
#[derive(Debug, FromRow)]
pub(crate) struct MailRow {
    pub kind: String,
    pub status: String,
    pub attempts: i64,
    pub reason: Option<String>,
    pub created_at: i64,
    pub done_at: Option<i64>,
}

const MAILS: &str = "
    select case
            when n.about = 'questions' then 'asked'
            when m.notice_id is not null then 'event-changed'
            when m.kind = 'changed' and b.act = 'move' then 'moved'
            when m.kind = 'changed' and b.act = 'write' then 'letter'
            else m.kind end as kind,
        m.status, m.attempts, m.reason, m.created_at, m.done_at
    from outbox m
    left join event_notices n on n.organisation_id = m.organisation_id and n.id = m.notice_id
    left join bulk_lines l on l.organisation_id = m.organisation_id
        and l.registration_id = m.registration_id
        and (l.revision = m.revision or l.undo_revision = m.revision)
    left join bulk_acts b on b.organisation_id = l.organisation_id and b.id = l.bulk_id
    where m.organisation_id = $1 and m.registration_id = $2
    order by m.created_at, m.revision";

/// The mails about a registration, the first first.
pub(crate) async fn mails(
    db: &Db,
    organisation: Uuid,
    registration: Uuid,
) -> Result<Vec<MailRow>, sqlx::Error> {
    read!(db, |pool| {
        sqlx::query_as(MAILS).bind(organisation).bind(registration).fetch_all(pool).await
    })
}

/// Something that was done to a registration or to one of its attendees.
#[derive(Debug, FromRow)]
pub(crate) struct ActRow {
    pub at: i64,
    pub actor: String,
    /// The address of the account, if one did it.
    pub email: Option<String>,
    pub action: String,
    /// Whom of them it concerns; none for the registration.
    pub name: Option<String>,
}

macro_rules! done {
    ($database:ident) => {
        concat!(
            "
    select d.at, d.actor, w.email, d.action, d.name
    from (
        select d.id, d.at, d.actor, d.action, null as name
        from audit d
        where d.organisation_id = $1 and d.object_id = $2
        union all
        select d.id, d.at, d.actor, d.action, a.name
        from attendees a
        join audit d on d.organisation_id = a.organisation_id and d.object_id = a.id
        where a.organisation_id = $1 and a.registration_id = $2
        union all
        select r.id, r.created_at, 'file', 'import', null
        from registrations r
        where r.organisation_id = $1 and r.id = $2 and r.source = 'file') d",
            account_of!($database, "d.actor"),
            "
    order by d.at, d.id"
        )
    };
}

const HISTORY_SQLITE: &str = done!(sqlite);
const HISTORY_POSTGRES: &str = done!(postgres);

/// What was done to a registration and its attendees, in order. The record has one act for a whole
/// file: here each registration in it tells where it came from.
pub(crate) async fn history(
    db: &Db,
    organisation: Uuid,
    registration: Uuid,
) -> Result<Vec<ActRow>, sqlx::Error> {
    let sql = db.sql(HISTORY_SQLITE, HISTORY_POSTGRES);
    read!(db, |pool| {
        sqlx::query_as(sql).bind(organisation).bind(registration).fetch_all(pool).await
    })
}

/// What decides whether a mail may be sent again.
#[derive(Debug, FromRow)]
pub(crate) struct StateRow {
    pub status: String,
    pub mails_under_way: i64,
}

const STATE: &str = "
    select r.status, (
        select count(*)
        from outbox m
        where m.organisation_id = r.organisation_id and m.registration_id = r.id
            and m.revision > 0 and m.done_at is null) as mails_under_way
    from registrations r
    where r.organisation_id = $1 and r.id = $2";

/// The state of a registration inside a transaction.
pub(crate) async fn state(
    tx: &mut Tx,
    organisation: OrganisationId,
    registration: RegistrationId,
) -> Result<StateRow, sqlx::Error> {
    on!(tx, |connection| {
        sqlx::query_as(STATE).bind(organisation.0).bind(registration.0).fetch_one(connection).await
    })
}
