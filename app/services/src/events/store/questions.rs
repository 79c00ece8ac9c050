//! The SQL of questions.

use domain::ids::{EventId, OccurrenceId, OrganisationId, QuestionId};
use domain::questions::Question;
use sqlx::FromRow;
use uuid::Uuid;

use crate::db::{Db, Tx, on, read};

/// A question as it is kept.
#[derive(Debug, FromRow)]
pub(crate) struct QuestionRow {
    pub definition: String,
}

/// The questions of an event, in their order; those that are asked no more, too.
pub(crate) const QUESTIONS: &str = "
    select definition
    from questions
    where organisation_id = $1 and event_id = $2
    order by position, number";

/// The questions of an event as they are now.
pub(crate) async fn of_event(
    db: &Db,
    organisation: OrganisationId,
    event: EventId,
) -> Result<Vec<QuestionRow>, sqlx::Error> {
    read!(db, |pool| {
        sqlx::query_as(QUESTIONS).bind(organisation.0).bind(event.0).fetch_all(pool).await
    })
}

const WRITE: &str = "
    insert into questions (organisation_id, id, event_id, number, position, ticket, definition,
        retired_at, requested_at, created_at)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
    on conflict (organisation_id, id) do update
    set position = excluded.position, ticket = excluded.ticket, definition = excluded.definition,
        retired_at = excluded.retired_at, requested_at = excluded.requested_at";

/// Writes a question at this place in the order. `definition` is the same as text.
pub(crate) async fn write(
    tx: &mut Tx,
    (organisation, event): (OrganisationId, EventId),
    position: i64,
    (question, definition): (&Question, &str),
    now: i64,
) -> Result<(), sqlx::Error> {
    on!(tx, |connection| {
        sqlx::query(WRITE)
            .bind(organisation.0)
            .bind(question.id.0)
            .bind(event.0)
            .bind(i64::from(question.number))
            .bind(position)
            .bind(question.ticket.map(domain::events::TicketKind::code))
            .bind(definition)
            .bind(question.retired.then_some(now))
            .bind(question.requested.then_some(now))
            .bind(now)
            .execute(connection)
            .await
            .map(drop)
    })
}

const WRITE_OPTION: &str = "
    insert into question_options (organisation_id, question_id, number, capacity)
    values ($1, $2, $3, $4)
    on conflict (organisation_id, question_id, number) do update
    set capacity = excluded.capacity";

const SET_PLACES: &str = "
    update option_places
    set capacity = $4
    where organisation_id = $1 and question_id = $2 and number = $3
        and ($4 is null or taken <= $4)";

const TAKEN_ABOVE: &str = "
    select count(*)
    from option_places
    where organisation_id = $1 and question_id = $2 and number = $3 and taken > $4";

/// Writes how many places an option has on each date; whether nowhere more are taken.
pub(crate) async fn write_option(
    tx: &mut Tx,
    organisation: OrganisationId,
    question: QuestionId,
    number: u16,
    capacity: Option<i64>,
) -> Result<bool, sqlx::Error> {
    on!(tx, |connection| {
        for sql in [WRITE_OPTION, SET_PLACES] {
            sqlx::query(sql)
                .bind(organisation.0)
                .bind(question.0)
                .bind(i64::from(number))
                .bind(capacity)
                .execute(&mut *connection)
                .await?;
        }
        let above: i64 = sqlx::query_scalar(TAKEN_ABOVE)
            .bind(organisation.0)
            .bind(question.0)
            .bind(i64::from(number))
            .bind(capacity.unwrap_or(i64::MAX))
            .fetch_one(connection)
            .await?;
        Ok(above == 0)
    })
}

const ANSWERS: &str = "
    select count(*)
    from answers
    where organisation_id = $1 and question_id = $2";

/// How many answers a question has.
pub(crate) async fn answers(
    tx: &mut Tx,
    organisation: OrganisationId,
    question: QuestionId,
) -> Result<i64, sqlx::Error> {
    on!(tx, |connection| {
        sqlx::query_scalar(ANSWERS)
            .bind(organisation.0)
            .bind(question.0)
            .fetch_one(connection)
            .await
    })
}

const DELETE_PLACES: &str = "
    delete from option_places
    where organisation_id = $1 and question_id = $2";

const DELETE_OPTIONS: &str = "
    delete from question_options
    where organisation_id = $1 and question_id = $2";

const DELETE: &str = "
    delete from questions
    where organisation_id = $1 and id = $2";

/// Deletes a question that nobody answered.
pub(crate) async fn delete(
    tx: &mut Tx,
    organisation: OrganisationId,
    question: QuestionId,
) -> Result<(), sqlx::Error> {
    on!(tx, |connection| {
        for sql in [DELETE_PLACES, DELETE_OPTIONS, DELETE] {
            sqlx::query(sql)
                .bind(organisation.0)
                .bind(question.0)
                .execute(&mut *connection)
                .await?;
        }
        Ok(())
    })
}

/// An option that has places, with those that are left on a date.
#[derive(Debug, FromRow)]
pub(crate) struct LeftRow {
    pub question_id: Uuid,
    pub number: i64,
    pub places_left: i64,
}

const LEFT: &str = "
    select q.id as question_id, o.number, o.capacity - coalesce(p.taken, 0) as places_left
    from questions q
    join question_options o on o.organisation_id = q.organisation_id and o.question_id = q.id
    left join option_places p on p.organisation_id = o.organisation_id
        and p.occurrence_id = $3 and p.question_id = o.question_id and p.number = o.number
    where q.organisation_id = $1 and q.event_id = $2 and q.retired_at is null
        and o.capacity is not null";

/// The places that are left on this date of every option that has some.
pub(crate) async fn left(
    db: &Db,
    organisation: OrganisationId,
    event: EventId,
    date: OccurrenceId,
) -> Result<Vec<LeftRow>, sqlx::Error> {
    read!(db, |pool| {
        sqlx::query_as(LEFT).bind(organisation.0).bind(event.0).bind(date.0).fetch_all(pool).await
    })
}
