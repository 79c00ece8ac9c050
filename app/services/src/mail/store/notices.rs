//! The SQL of notices: what everyone who registered is told of an event.

use domain::ids::{EventId, OccurrenceId, OrganisationId, RegistrationId};
use sqlx::FromRow;
use uuid::Uuid;

use crate::db::{Db, Tx, on, read};

/// What is told, of which event.
#[derive(Debug)]
pub(in crate::mail) struct NewNotice<'a> {
    pub organisation: OrganisationId,
    pub id: Uuid,
    pub event: EventId,
    pub number: i64,
    /// `change`, or `questions`.
    pub about: &'static str,
    /// JSON of what stood there before a change.
    pub before: &'a str,
    pub at: i64,
    /// When the mails may go.
    pub due_at: i64,
}

const NEXT: &str = "
    select coalesce(max(number), 0) + 1
    from event_notices
    where organisation_id = $1 and event_id = $2";

/// The number of the next notice of an event. Whoever asks holds the event's row.
pub(in crate::mail) async fn next(
    tx: &mut Tx,
    organisation: OrganisationId,
    event: EventId,
) -> Result<i64, sqlx::Error> {
    on!(tx, |connection| {
        sqlx::query_scalar(NEXT).bind(organisation.0).bind(event.0).fetch_one(connection).await
    })
}

const INSERT: &str = "
    insert into event_notices (organisation_id, id, event_id, number, before, created_at, about)
    values ($1, $2, $3, $4, $5, $6, $7)";

/// Writes a notice.
pub(in crate::mail) async fn insert(tx: &mut Tx, new: &NewNotice<'_>) -> Result<(), sqlx::Error> {
    on!(tx, |connection| {
        sqlx::query(INSERT)
            .bind(new.organisation.0)
            .bind(new.id)
            .bind(new.event.0)
            .bind(new.number)
            .bind(new.before)
            .bind(new.at)
            .bind(new.about)
            .execute(connection)
            .await
            .map(drop)
    })
}

/// One statement for everyone who has a place on a date that is not over: 50,000 rows are written
/// in one go. Who is to be told of an earlier change already gets one mail about both.
macro_rules! enqueue {
    ($id:literal) => {
        concat!(
            "
    insert into outbox (organisation_id, id, registration_id, notice_id, kind, revision, status,
        due_at, created_at)
    select r.organisation_id, ",
            $id,
            ", r.id, $3, 'changed', $4, 'pending', $5, $6
    from registrations r
    join occurrences o on o.organisation_id = r.organisation_id and o.id = r.occurrence_id
    where r.organisation_id = $1 and r.occurrence_id = $2 and o.ends_at > $6
        and r.status not in ('declined', 'cancelled', 'expired')
        and not exists (
            select 1
            from outbox m
            join event_notices n on n.organisation_id = m.organisation_id and n.id = m.notice_id
            where m.organisation_id = r.organisation_id and m.registration_id = r.id
                and m.kind = 'changed' and m.revision < 0 and m.status = 'pending'
                and n.about = 'change')"
        )
    };
}

const ENQUEUE_SQLITE: &str = enqueue!("randomblob(16)");
const ENQUEUE_POSTGRES: &str = enqueue!("gen_random_uuid()");

/// Queues the mails of a notice to those who registered for this date: how many.
pub(in crate::mail) async fn enqueue(
    tx: &mut Tx,
    new: &NewNotice<'_>,
    date: OccurrenceId,
) -> Result<u64, sqlx::Error> {
    let sql = tx.sql(ENQUEUE_SQLITE, ENQUEUE_POSTGRES);
    on!(tx, |connection| {
        sqlx::query(sql)
            .bind(new.organisation.0)
            .bind(date.0)
            .bind(new.id)
            .bind(-new.number)
            .bind(new.due_at)
            .bind(new.at)
            .execute(connection)
            .await
            .map(|done| done.rows_affected())
    })
}

/// What a notice is about.
#[derive(Debug, FromRow)]
pub(in crate::mail) struct AboutRow {
    pub about: String,
    pub before: String,
}

const ABOUT: &str = "
    select about, before
    from event_notices
    where organisation_id = $1 and id = $2";

/// What this notice is about, and what stood there before, if it tells of a change.
pub(in crate::mail) async fn about(
    db: &Db,
    organisation: OrganisationId,
    notice: Uuid,
) -> Result<AboutRow, sqlx::Error> {
    read!(db, |pool| {
        sqlx::query_as(ABOUT).bind(organisation.0).bind(notice).fetch_one(pool).await
    })
}

/// Registrations `r` with a question that they were asked after they were made, which applies to
/// somebody in them who comes, and has no answer.
macro_rules! open {
    () => {
        "
        exists (
            select 1
            from questions q
            where q.organisation_id = r.organisation_id and q.event_id = r.event_id
                and q.requested_at is not null and q.retired_at is null
                and exists (
                    select 1
                    from attendees a
                    join ticket_types t on t.organisation_id = a.organisation_id
                        and t.id = a.ticket_type_id
                    where a.organisation_id = r.organisation_id and a.registration_id = r.id
                        and a.cancelled_at is null
                        and (q.ticket is null or q.ticket = t.kind)
                        and not exists (
                            select 1
                            from answers w
                            where w.organisation_id = a.organisation_id
                                and w.registration_id = a.registration_id
                                and w.question_id = q.id and w.position in (-1, a.position))))"
    };
}

macro_rules! enqueue_questions {
    ($id:literal) => {
        concat!(
            "
    insert into outbox (organisation_id, id, registration_id, notice_id, kind, revision, status,
        due_at, created_at)
    select r.organisation_id, ",
            $id,
            ", r.id, $3, 'changed', $4, 'pending', $5, $6
    from registrations r
    join occurrences o on o.organisation_id = r.organisation_id and o.id = r.occurrence_id
    where r.organisation_id = $1 and r.event_id = $2 and o.starts_at > $6
        and r.status not in ('declined', 'cancelled', 'expired')
        and ",
            open!()
        )
    };
}

const ENQUEUE_QUESTIONS_SQLITE: &str = enqueue_questions!("randomblob(16)");
const ENQUEUE_QUESTIONS_POSTGRES: &str = enqueue_questions!("gen_random_uuid()");

/// Queues the mails of a notice to those who have not answered: how many.
pub(in crate::mail) async fn enqueue_questions(
    tx: &mut Tx,
    new: &NewNotice<'_>,
) -> Result<u64, sqlx::Error> {
    let sql = tx.sql(ENQUEUE_QUESTIONS_SQLITE, ENQUEUE_QUESTIONS_POSTGRES);
    on!(tx, |connection| {
        sqlx::query(sql)
            .bind(new.organisation.0)
            .bind(new.event.0)
            .bind(new.id)
            .bind(-new.number)
            .bind(new.due_at)
            .bind(new.at)
            .execute(connection)
            .await
            .map(|done| done.rows_affected())
    })
}

const DROP_QUESTIONS: &str = "
    delete from outbox
    where organisation_id = $1 and kind = 'changed' and revision < 0 and status = 'pending'
        and notice_id in (
            select n.id
            from event_notices n
            where n.organisation_id = $1 and n.event_id = $2 and n.about = 'questions')";

/// Takes back what was not sent yet about the questions of an event.
pub(in crate::mail) async fn drop_questions(
    tx: &mut Tx,
    organisation: OrganisationId,
    event: EventId,
) -> Result<(), sqlx::Error> {
    on!(tx, |connection| {
        sqlx::query(DROP_QUESTIONS)
            .bind(organisation.0)
            .bind(event.0)
            .execute(connection)
            .await
            .map(drop)
    })
}

const DROP_ANSWERED: &str = concat!(
    "
    delete from outbox
    where organisation_id = $1 and registration_id = $2 and kind = 'changed' and revision < 0
        and status = 'pending'
        and notice_id in (
            select n.id
            from event_notices n
            where n.organisation_id = $1 and n.about = 'questions')
        and not exists (
            select 1
            from registrations r
            where r.organisation_id = $1 and r.id = $2 and ",
    open!(),
    ")"
);

/// Takes back what was not sent yet to someone who answered everything.
pub(in crate::mail) async fn drop_answered(
    tx: &mut Tx,
    organisation: OrganisationId,
    registration: RegistrationId,
) -> Result<(), sqlx::Error> {
    on!(tx, |connection| {
        sqlx::query(DROP_ANSWERED)
            .bind(organisation.0)
            .bind(registration.0)
            .execute(connection)
            .await
            .map(drop)
    })
}

const DROP: &str = "
    delete from outbox
    where organisation_id = $1 and registration_id = $2 and kind = 'changed' and revision < 0
        and status = 'pending'";

/// Takes back what was not sent yet to someone who gave everything back.
pub(in crate::mail) async fn drop_pending(
    tx: &mut Tx,
    organisation: OrganisationId,
    registration: RegistrationId,
) -> Result<(), sqlx::Error> {
    on!(tx, |connection| {
        sqlx::query(DROP)
            .bind(organisation.0)
            .bind(registration.0)
            .execute(connection)
            .await
            .map(drop)
    })
}

/// How many people would be told of a change of this date.
#[derive(Debug, FromRow)]
pub(in crate::mail) struct CountRow {
    pub occurrence_id: Uuid,
    pub registrations: i64,
}

const COUNT: &str = "
    select o.id as occurrence_id, (
        select count(*)
        from registrations r
        where r.organisation_id = o.organisation_id and r.occurrence_id = o.id
            and r.status not in ('declined', 'cancelled', 'expired')) as registrations
    from occurrences o
    where o.organisation_id = $1 and o.event_id = $2 and o.ends_at > $3
    order by o.starts_at, o.id";

/// How many registrations each date that is not over has.
pub(in crate::mail) async fn count(
    db: &Db,
    organisation: OrganisationId,
    event: EventId,
    now: i64,
) -> Result<Vec<CountRow>, sqlx::Error> {
    read!(db, |pool| {
        sqlx::query_as(COUNT).bind(organisation.0).bind(event.0).bind(now).fetch_all(pool).await
    })
}
