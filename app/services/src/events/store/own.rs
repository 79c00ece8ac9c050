//! The SQL that reads events for those who act for their organisation.

use domain::ids::{AccountId, EventId, OrganisationId};
use sqlx::FromRow;
use uuid::Uuid;

use crate::db::{Db, read};

/// An event, drafts too, with its title in the best language there is.
#[derive(Debug, FromRow)]
pub(crate) struct OneRow {
    pub organisation_id: Uuid,
    pub id: Uuid,
    pub slug: String,
    pub status: String,
    pub version: i64,
    pub language: String,
    pub title: String,
}

impl OneRow {
    /// What its permission is asked for.
    pub fn ids(&self) -> (OrganisationId, EventId) {
        (OrganisationId(self.organisation_id), EventId(self.id))
    }
}

const ONE: &str = "
    select e.organisation_id, e.id, s.slug, e.status, e.version, t.language, t.title
    from event_slugs s
    join organisations g on g.id = s.organisation_id
    join events e on e.organisation_id = s.organisation_id and e.id = s.event_id
    join event_texts t on t.organisation_id = e.organisation_id and t.event_id = e.id
    where g.slug = $1 and s.slug = $2
    order by case t.language when $3 then 0 when 'en' then 1 else 2 end, t.language
    limit 1";

/// The event of this slug, if it is this organisation's.
pub(crate) async fn one(
    db: &Db,
    organisation: &str,
    slug: &str,
    language: &'static str,
) -> Result<Option<OneRow>, sqlx::Error> {
    read!(db, |pool| {
        sqlx::query_as(ONE).bind(organisation).bind(slug).bind(language).fetch_optional(pool).await
    })
}

/// Which events of an organisation are listed.
pub(crate) struct Filter {
    pub organisation: OrganisationId,
    pub language: &'static str,
    pub now: i64,
    /// `upcoming`, `drafts`, `past` or `templates`.
    pub which: &'static str,
    /// Only those for which this account has a role of its own.
    pub only_of: Option<AccountId>,
    pub limit: i64,
    pub offset: i64,
}

/// `$1` organisation, `$2` now, `$3` which, `$4` account.
macro_rules! listed {
    () => {
        "
    e.organisation_id = $1
        and case
            when e.template_at is not null then 'templates'
            when e.status = 'draft' then 'drafts'
            when exists (
                select 1
                from occurrences o
                where o.organisation_id = e.organisation_id and o.event_id = e.id
                    and o.ends_at > $2) then 'upcoming'
            else 'past' end = $3
        and ($4 is null or exists (
            select 1
            from event_members m
            where m.organisation_id = e.organisation_id and m.event_id = e.id
                and m.account_id = $4))"
    };
}

/// An event with its next date, or its last where all are over.
#[derive(Debug, FromRow)]
pub(crate) struct CardRow {
    pub slug: String,
    pub category: String,
    pub status: String,
    pub language: String,
    pub title: String,
    pub languages: i64,
    pub dates: i64,
    pub starts_local: Option<String>,
    pub ends_local: Option<String>,
    pub all_day: Option<bool>,
    pub zone: Option<String>,
    pub starts_at: Option<i64>,
    pub ends_at: Option<i64>,
    pub capacity: Option<i64>,
    pub taken: Option<i64>,
}

/// First which events, in their order; then what is shown of them.
const CARDS: &str = concat!(
    "
    select s.slug, e.category, e.status, x.language, x.title,
        (select count(*) from event_texts c
         where c.organisation_id = e.organisation_id and c.event_id = e.id) as languages,
        (select count(*) from occurrences c
         where c.organisation_id = e.organisation_id and c.event_id = e.id) as dates,
        d.starts_local, d.ends_local, d.all_day, d.zone, d.starts_at, d.ends_at, d.capacity, d.taken
    from (
        select e.organisation_id, e.id, e.category, e.status, d.id as next_id, case
                when e.status = 'draft' then -e.updated_at
                when d.ends_at > $2 then d.starts_at
                else -d.starts_at end as place
        from events e
        left join occurrences d on d.organisation_id = e.organisation_id and d.id = (
            select o.id
            from occurrences o
            where o.organisation_id = e.organisation_id and o.event_id = e.id
            order by case
                    when o.ends_at > $2 then o.starts_at
                    else 9000000000000000000 - o.starts_at end,
                o.id
            limit 1)
        where ",
    listed!(),
    "
        order by place, e.id
        limit $6 offset $7) e
    join event_slugs s on s.organisation_id = e.organisation_id and s.event_id = e.id
    join event_texts x on x.organisation_id = e.organisation_id and x.event_id = e.id
        and x.language = (
            select y.language
            from event_texts y
            where y.organisation_id = e.organisation_id and y.event_id = e.id
            order by case y.language when $5 then 0 when 'en' then 1 else 2 end, y.language
            limit 1)
    left join occurrences d on d.organisation_id = e.organisation_id and d.id = e.next_id
    order by e.place, e.id"
);

/// The events of an organisation, as the filter says.
pub(crate) async fn cards(db: &Db, filter: &Filter) -> Result<Vec<CardRow>, sqlx::Error> {
    read!(db, |pool| {
        sqlx::query_as(CARDS)
            .bind(filter.organisation.0)
            .bind(filter.now)
            .bind(filter.which)
            .bind(filter.only_of.map(|account| account.0))
            .bind(filter.language)
            .bind(filter.limit)
            .bind(filter.offset)
            .fetch_all(pool)
            .await
    })
}

const COUNT: &str = concat!("select count(*) from events e where ", listed!());

/// How many events the filter lets pass.
pub(crate) async fn count(db: &Db, filter: &Filter) -> Result<i64, sqlx::Error> {
    read!(db, |pool| {
        sqlx::query_scalar(COUNT)
            .bind(filter.organisation.0)
            .bind(filter.now)
            .bind(filter.which)
            .bind(filter.only_of.map(|account| account.0))
            .fetch_one(pool)
            .await
    })
}

/// An event that another can begin with.
#[derive(Debug, FromRow)]
pub(crate) struct EarlierRow {
    pub slug: String,
    pub title: String,
    pub is_template: bool,
}

const EARLIER: &str = "
    select s.slug, x.title, e.is_template
    from (
        select organisation_id, id, template_at is not null as is_template,
            row_number() over (
                partition by template_at is not null order by updated_at desc, id) as place
        from events
        where organisation_id = $1) e
    join event_slugs s on s.organisation_id = e.organisation_id and s.event_id = e.id
    join event_texts x on x.organisation_id = e.organisation_id and x.event_id = e.id
        and x.language = (
            select y.language
            from event_texts y
            where y.organisation_id = e.organisation_id and y.event_id = e.id
            order by case y.language when $2 then 0 when 'en' then 1 else 2 end, y.language
            limit 1)
    where e.place <= $3
    order by e.place";

/// So many templates of an organisation and so many of its other events, the last changed first.
pub(crate) async fn earlier(
    db: &Db,
    organisation: OrganisationId,
    language: &'static str,
    limit: i64,
) -> Result<Vec<EarlierRow>, sqlx::Error> {
    read!(db, |pool| {
        sqlx::query_as(EARLIER)
            .bind(organisation.0)
            .bind(language)
            .bind(limit)
            .fetch_all(pool)
            .await
    })
}
