//! The SQL that finds what needs a look today, in everything that an account acts for.

use domain::ids::AccountId;
use sqlx::FromRow;
use uuid::Uuid;

use crate::db::{Db, read};

/// A date that is not over, with its event.
#[derive(Debug, FromRow)]
pub(crate) struct NextRow {
    pub organisation_id: Uuid,
    pub slug: String,
    pub category: String,
    pub status: String,
    pub language: String,
    pub title: String,
    pub starts_local: String,
    pub ends_local: String,
    pub all_day: bool,
    pub zone: String,
    pub starts_at: i64,
    pub ends_at: i64,
    pub capacity: i64,
    pub taken: i64,
    /// Whether it is announced by itself, at a time.
    pub planned: bool,
    /// In how many languages it has texts.
    pub languages: i64,
    /// How many languages its organisation speaks and it does not.
    pub untranslated: i64,
}

const NEXT: &str = "
    select o.organisation_id, e.slug, e.category, e.status, x.language, x.title,
        o.starts_local, o.ends_local, o.all_day, o.zone, o.starts_at, o.ends_at,
        o.capacity, o.taken, e.publish_at is not null as planned,
        (select count(*)
         from event_texts c
         where c.organisation_id = e.organisation_id and c.event_id = e.id) as languages,
        (select count(*)
         from organisation_texts g
         where g.organisation_id = e.organisation_id
            and not exists (
                select 1
                from event_texts c
                where c.organisation_id = e.organisation_id and c.event_id = e.id
                    and c.language = g.language)) as untranslated
    from (
        select d.organisation_id, d.id, d.event_id,
            row_number() over (
                partition by d.organisation_id order by d.starts_at, d.id) as place
        from (
            select organisation_id from members where account_id = $1
            union
            select organisation_id from event_members where account_id = $1) g
        join occurrences d on d.organisation_id = g.organisation_id
        join events s on s.organisation_id = d.organisation_id and s.id = d.event_id
        where d.ends_at > $2 and d.cancelled_at is null and s.status <> 'cancelled'
            and s.template_at is null
            and (exists (
                    select 1
                    from members m
                    where m.organisation_id = d.organisation_id and m.account_id = $1)
                or exists (
                    select 1
                    from event_members m
                    where m.organisation_id = d.organisation_id and m.event_id = d.event_id
                        and m.account_id = $1))) n
    join occurrences o on o.organisation_id = n.organisation_id and o.id = n.id
    join events e on e.organisation_id = n.organisation_id and e.id = n.event_id
    join event_texts x on x.organisation_id = e.organisation_id and x.event_id = e.id
        and x.language = (
            select y.language
            from event_texts y
            where y.organisation_id = e.organisation_id and y.event_id = e.id
            order by case y.language when $3 then 0 when 'en' then 1 else 2 end, y.language
            limit 1)
    where n.place <= $4
    order by o.starts_at, o.id";

/// The next dates of every organisation that this account acts for: so many of each, as far as it
/// may see them.
pub(crate) async fn next(
    db: &Db,
    account: AccountId,
    now: i64,
    language: &'static str,
    of_each: i64,
) -> Result<Vec<NextRow>, sqlx::Error> {
    read!(db, |pool| {
        sqlx::query_as(NEXT)
            .bind(account.0)
            .bind(now)
            .bind(language)
            .bind(of_each)
            .fetch_all(pool)
            .await
    })
}

/// What waits in an organisation.
#[derive(Debug, FromRow)]
pub(crate) struct WaitingRow {
    pub organisation_id: Uuid,
    pub events: i64,
    pub drafts: i64,
    pub undelivered: i64,
    pub late: i64,
}

/// Registrations of an event that need an organiser's word.
#[derive(Debug, FromRow)]
pub(crate) struct ApprovalsRow {
    pub organisation_id: Uuid,
    pub slug: String,
    pub title: String,
    pub language: String,
    pub registrations: i64,
}

const APPROVALS: &str = "
    select c.organisation_id, s.slug, x.title, x.language, c.registrations
    from (
        select r.organisation_id, r.event_id, count(*) as registrations
        from members m
        join registrations r on r.organisation_id = m.organisation_id
            and r.status = 'pending-approval'
        where m.account_id = $1
        group by r.organisation_id, r.event_id) c
    join event_slugs s on s.organisation_id = c.organisation_id and s.event_id = c.event_id
    join event_texts x on x.organisation_id = c.organisation_id and x.event_id = c.event_id
        and x.language = (
            select y.language
            from event_texts y
            where y.organisation_id = c.organisation_id and y.event_id = c.event_id
            order by case y.language when $2 then 0 when 'en' then 1 else 2 end, y.language
            limit 1)
    order by s.slug";

/// How many registrations need an organiser's word in each event of the organisations of which this
/// account is a member.
pub(crate) async fn approvals(
    db: &Db,
    account: AccountId,
    language: &'static str,
) -> Result<Vec<ApprovalsRow>, sqlx::Error> {
    read!(db, |pool| {
        sqlx::query_as(APPROVALS).bind(account.0).bind(language).fetch_all(pool).await
    })
}

const WAITING: &str = "
    select m.organisation_id,
        (select count(*)
         from events e
         where e.organisation_id = m.organisation_id) as events,
        (select count(*)
         from events e
         where e.organisation_id = m.organisation_id and e.status = 'draft'
            and e.template_at is null) as drafts,
        (select count(*)
         from outbox d
         where d.organisation_id = m.organisation_id and d.status = 'dead'
            and d.reason not like 'demo:%') as undelivered,
        (select count(*)
         from outbox d
         where d.organisation_id = m.organisation_id and d.done_at is null
            and d.due_at < $2) as late
    from members m
    where m.account_id = $1";

/// What waits in every organisation of which this account is a member: events and drafts, mails
/// that were given up, and mails that were due before this time.
pub(crate) async fn waiting(
    db: &Db,
    account: AccountId,
    late_since: i64,
) -> Result<Vec<WaitingRow>, sqlx::Error> {
    read!(db, |pool| {
        sqlx::query_as(WAITING).bind(account.0).bind(late_since).fetch_all(pool).await
    })
}
