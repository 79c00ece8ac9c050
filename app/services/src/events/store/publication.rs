//! The SQL of plans to publish, of lists, and of templates.

use domain::ids::{AccountId, EventId, OrganisationId};
use sqlx::FromRow;
use uuid::Uuid;

use crate::db::{Db, Tx, on, read};

/// What is planned, and where an event is shown.
#[derive(Debug, Clone, FromRow)]
pub(crate) struct PublicationRow {
    pub publish_local: Option<String>,
    pub publish_zone: Option<String>,
    pub publish_at: Option<i64>,
    pub plan_failed_at: Option<i64>,
    pub unlisted_at: Option<i64>,
    pub template_at: Option<i64>,
}

pub(super) const PUBLICATION: &str = "
    select publish_local, publish_zone, publish_at, plan_failed_at, unlisted_at, template_at
    from events
    where organisation_id = $1 and id = $2";

/// A plan as it is written.
pub(crate) struct NewPlan<'a> {
    pub local: &'a str,
    pub zone: &'a str,
    pub at: i64,
    pub by: AccountId,
}

const SET_PLAN: &str = "
    update events
    set publish_local = $3, publish_zone = $4, publish_by = $5, publish_at = $6,
        plan_failed_at = null
    where organisation_id = $1 and id = $2";

/// Plans to publish an event, or takes a plan back. Either way nobody has to be told any more that
/// an earlier plan failed.
pub(crate) async fn set_plan(
    tx: &mut Tx,
    organisation: OrganisationId,
    event: EventId,
    plan: Option<&NewPlan<'_>>,
) -> Result<(), sqlx::Error> {
    on!(tx, |connection| {
        sqlx::query(SET_PLAN)
            .bind(organisation.0)
            .bind(event.0)
            .bind(plan.map(|plan| plan.local))
            .bind(plan.map(|plan| plan.zone))
            .bind(plan.map(|plan| plan.by.0))
            .bind(plan.map(|plan| plan.at))
            .execute(connection)
            .await
            .map(drop)
    })
}

/// A plan that is due.
#[derive(Debug, Clone, FromRow)]
pub(crate) struct DueRow {
    pub organisation_id: Uuid,
    pub id: Uuid,
    pub publish_at: i64,
    pub publish_by: Uuid,
}

const DUE: &str = "
    select organisation_id, id, publish_at, publish_by
    from events
    where publish_at is not null and publish_at <= $1
    order by publish_at, id
    limit $2";

/// The plans that are due at this time, the longest due first.
pub(crate) async fn due(db: &Db, now: i64, limit: i64) -> Result<Vec<DueRow>, sqlx::Error> {
    read!(db, |pool| sqlx::query_as(DUE).bind(now).bind(limit).fetch_all(pool).await)
}

const TAKE_PLAN: &str = "
    update events
    set version = version + 1, updated_at = $4, publish_local = null, publish_zone = null,
        publish_by = null, publish_at = null
    where organisation_id = $1 and id = $2 and publish_at = $3
    returning version";

/// The guard: of all who see a plan come due, one takes it away: the event's next version.
pub(crate) async fn take_plan(
    tx: &mut Tx,
    due: &DueRow,
    now: i64,
) -> Result<Option<i64>, sqlx::Error> {
    on!(tx, |connection| {
        sqlx::query_scalar(TAKE_PLAN)
            .bind(due.organisation_id)
            .bind(due.id)
            .bind(due.publish_at)
            .bind(now)
            .fetch_optional(connection)
            .await
    })
}

const SET_FAILED: &str = "
    update events
    set plan_failed_at = $3
    where organisation_id = $1 and id = $2";

const SET_UNLISTED: &str = "
    update events
    set unlisted_at = $3
    where organisation_id = $1 and id = $2";

const SET_TEMPLATE: &str = "
    update events
    set template_at = $3
    where organisation_id = $1 and id = $2";

/// A mark on an event.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Mark {
    /// A plan failed.
    PlanFailed,
    /// It stands in no list.
    Unlisted,
    /// It is kept to begin others with.
    Template,
}

/// Sets a mark since this time, or takes it away.
pub(crate) async fn mark(
    tx: &mut Tx,
    organisation: OrganisationId,
    event: EventId,
    mark: Mark,
    since: Option<i64>,
) -> Result<(), sqlx::Error> {
    let sql = match mark {
        Mark::PlanFailed => SET_FAILED,
        Mark::Unlisted => SET_UNLISTED,
        Mark::Template => SET_TEMPLATE,
    };
    on!(tx, |connection| {
        sqlx::query(sql)
            .bind(organisation.0)
            .bind(event.0)
            .bind(since)
            .execute(connection)
            .await
            .map(drop)
    })
}

/// An event whose plan failed.
#[derive(Debug, FromRow)]
pub(crate) struct FailedRow {
    pub id: Uuid,
    pub slug: String,
    pub title: String,
    pub language: String,
}

const FAILED: &str = "
    select e.id, s.slug, t.title, t.language
    from events e
    join event_slugs s on s.organisation_id = e.organisation_id and s.event_id = e.id
    join event_texts t on t.organisation_id = e.organisation_id and t.event_id = e.id
        and t.language = (
            select y.language
            from event_texts y
            where y.organisation_id = e.organisation_id and y.event_id = e.id
            order by case y.language when $2 then 0 when 'en' then 1 else 2 end, y.language
            limit 1)
    where e.organisation_id = $1 and e.status = 'draft' and e.plan_failed_at is not null
    order by e.plan_failed_at, e.id
    limit 20";

/// The events of an organisation that were to be published and were not.
pub(crate) async fn failed(
    db: &Db,
    organisation: OrganisationId,
    language: &'static str,
) -> Result<Vec<FailedRow>, sqlx::Error> {
    read!(db, |pool| {
        sqlx::query_as(FAILED).bind(organisation.0).bind(language).fetch_all(pool).await
    })
}
