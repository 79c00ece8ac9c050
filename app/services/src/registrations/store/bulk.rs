//! The SQL of what is done to many registrations: who was chosen, and what came of it.

pub(crate) mod changes;
pub(crate) mod lines;

use domain::ids::{EventId, OccurrenceId, OrganisationId};
use sqlx::FromRow;
use uuid::Uuid;

use crate::db::{Db, Tx, on, read};

/// What is done to many.
#[derive(Debug, Clone, FromRow)]
pub(crate) struct BulkRow {
    pub organisation_id: Uuid,
    pub id: Uuid,
    pub event_id: Uuid,
    pub account_id: Uuid,
    pub state: String,
    pub act: Option<String>,
    pub tag: Option<String>,
    pub occurrence_id: Option<Uuid>,
    pub subject: Option<String>,
    pub text: Option<String>,
    pub total: i64,
    pub finished_at: Option<i64>,
}

const INSERT: &str = "
    insert into bulk_acts (organisation_id, id, event_id, account_id, state, total, created_at)
    values ($1, $2, $3, $4, 'chosen', 0, $5)";

/// Begins a choice.
pub(crate) async fn insert(
    tx: &mut Tx,
    organisation: OrganisationId,
    id: Uuid,
    event: EventId,
    account: Uuid,
    now: i64,
) -> Result<(), sqlx::Error> {
    on!(tx, |connection| {
        sqlx::query(INSERT)
            .bind(organisation.0)
            .bind(id)
            .bind(event.0)
            .bind(account)
            .bind(now)
            .execute(connection)
            .await
            .map(drop)
    })
}

const COUNT_IN: &str = "
    update bulk_acts
    set total = (
        select count(*) from bulk_lines l where l.organisation_id = $1 and l.bulk_id = $2)
    where organisation_id = $1 and id = $2
    returning total";

/// Writes down how many registrations were chosen: how many.
pub(crate) async fn count_in(
    tx: &mut Tx,
    organisation: OrganisationId,
    id: Uuid,
) -> Result<i64, sqlx::Error> {
    on!(tx, |connection| {
        sqlx::query_scalar(COUNT_IN).bind(organisation.0).bind(id).fetch_one(connection).await
    })
}

const FORGET_LINES: &str = "
    delete from bulk_lines
    where organisation_id = $1 and bulk_id in (
        select b.id
        from bulk_acts b
        where b.organisation_id = $1 and b.state = 'chosen' and b.created_at < $2)";

const FORGET: &str = "
    delete from bulk_acts
    where organisation_id = $1 and state = 'chosen' and created_at < $2";

/// Forgets who was chosen before this time for nothing.
pub(crate) async fn forget(
    tx: &mut Tx,
    organisation: OrganisationId,
    before: i64,
) -> Result<(), sqlx::Error> {
    on!(tx, |connection| {
        sqlx::query(FORGET_LINES)
            .bind(organisation.0)
            .bind(before)
            .execute(&mut *connection)
            .await?;
        sqlx::query(FORGET).bind(organisation.0).bind(before).execute(connection).await.map(drop)
    })
}

const ONE: &str = "
    select organisation_id, id, event_id, account_id, state, act, tag, occurrence_id, subject, text,
        total, finished_at
    from bulk_acts
    where organisation_id = $1 and event_id = $2 and id = $3";

/// What is done to many registrations of this event.
pub(crate) async fn one(
    db: &Db,
    organisation: OrganisationId,
    event: EventId,
    id: Uuid,
) -> Result<Option<BulkRow>, sqlx::Error> {
    read!(db, |pool| {
        sqlx::query_as(ONE).bind(organisation.0).bind(event.0).bind(id).fetch_optional(pool).await
    })
}

const HOLD: &str = "
    update bulk_acts
    set total = total
    where organisation_id = $1 and id = $2
    returning organisation_id, id, event_id, account_id, state, act, tag, occurrence_id, subject,
        text, total, finished_at";

/// The same, held until the end of the transaction: one at a time works on it.
pub(crate) async fn hold(
    tx: &mut Tx,
    organisation: OrganisationId,
    id: Uuid,
) -> Result<Option<BulkRow>, sqlx::Error> {
    on!(tx, |connection| {
        sqlx::query_as(HOLD).bind(organisation.0).bind(id).fetch_optional(connection).await
    })
}

const WRITE_LETTER: &str = "
    update bulk_acts
    set subject = $3, text = $4
    where organisation_id = $1 and id = $2 and state = 'chosen'";

/// Keeps what is to be written to those who were chosen, until it is sent.
pub(crate) async fn write_letter(
    tx: &mut Tx,
    organisation: OrganisationId,
    id: Uuid,
    subject: &str,
    text: &str,
) -> Result<(), sqlx::Error> {
    on!(tx, |connection| {
        sqlx::query(WRITE_LETTER)
            .bind(organisation.0)
            .bind(id)
            .bind(subject)
            .bind(text)
            .execute(connection)
            .await
            .map(drop)
    })
}

/// What is to be done, as its row has it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Decided<'a> {
    pub act: &'static str,
    pub tag: Option<&'a str>,
    pub occurrence: Option<OccurrenceId>,
}

const DECIDE: &str = "
    update bulk_acts
    set state = 'running', act = $3, tag = $4, occurrence_id = $5,
        subject = case $3 when 'write' then subject end,
        text = case $3 when 'write' then text end
    where organisation_id = $1 and id = $2 and state = 'chosen'";

/// Says what is to be done; whether that was still open.
pub(crate) async fn decide(
    tx: &mut Tx,
    organisation: OrganisationId,
    id: Uuid,
    decided: Decided<'_>,
) -> Result<bool, sqlx::Error> {
    let rows = on!(tx, |connection| {
        sqlx::query(DECIDE)
            .bind(organisation.0)
            .bind(id)
            .bind(decided.act)
            .bind(decided.tag)
            .bind(decided.occurrence.map(|occurrence| occurrence.0))
            .execute(connection)
            .await
            .map(|done| done.rows_affected())
    })?;
    Ok(rows == 1)
}

const FINISH: &str = "
    update bulk_acts
    set state = case state when 'running' then 'done' else 'undone' end,
        finished_at = coalesce(finished_at, $3)
    where organisation_id = $1 and id = $2 and state in ('running', 'undoing')";

/// Everything was done, or undone.
pub(crate) async fn finish(
    tx: &mut Tx,
    organisation: OrganisationId,
    id: Uuid,
    now: i64,
) -> Result<(), sqlx::Error> {
    on!(tx, |connection| {
        sqlx::query(FINISH)
            .bind(organisation.0)
            .bind(id)
            .bind(now)
            .execute(connection)
            .await
            .map(drop)
    })
}

const UNDO: &str = "
    update bulk_acts
    set state = 'undoing'
    where organisation_id = $1 and id = $2 and state = 'done' and act <> 'write'
        and finished_at >= $3";

/// Begins to undo what was finished at this time or later; whether it could.
pub(crate) async fn undo(
    tx: &mut Tx,
    organisation: OrganisationId,
    id: Uuid,
    since: i64,
) -> Result<bool, sqlx::Error> {
    let rows = on!(tx, |connection| {
        sqlx::query(UNDO)
            .bind(organisation.0)
            .bind(id)
            .bind(since)
            .execute(connection)
            .await
            .map(|done| done.rows_affected())
    })?;
    Ok(rows == 1)
}

const UNDER_WAY: &str = "
    select organisation_id, id
    from bulk_acts
    where state in ('running', 'undoing')
    order by created_at
    limit 20";

/// What waits for its next part, the first first.
pub(crate) async fn under_way(db: &Db) -> Result<Vec<(Uuid, Uuid)>, sqlx::Error> {
    read!(db, |pool| sqlx::query_as(UNDER_WAY).fetch_all(pool).await)
}

/// What a mail tells that a bulk act wrote.
#[derive(Debug, FromRow)]
pub(crate) struct LetterRow {
    pub act: String,
    pub subject: Option<String>,
    pub text: Option<String>,
    /// The date that the registration left in this revision, if it moved.
    pub left_date: Option<Uuid>,
}

const LETTER: &str = "
    select b.act, b.subject, b.text,
        case when l.revision = $3 then l.occurrence_before else b.occurrence_id end as left_date
    from bulk_lines l
    join bulk_acts b on b.organisation_id = l.organisation_id and b.id = l.bulk_id
    where l.organisation_id = $1 and l.registration_id = $2
        and (l.revision = $3 or l.undo_revision = $3)";

/// What the mail of this revision tells, if a bulk act made the revision.
pub(crate) async fn letter(
    db: &Db,
    organisation: Uuid,
    registration: Uuid,
    revision: i64,
) -> Result<Option<LetterRow>, sqlx::Error> {
    read!(db, |pool| {
        sqlx::query_as(LETTER)
            .bind(organisation)
            .bind(registration)
            .bind(revision)
            .fetch_optional(pool)
            .await
    })
}
