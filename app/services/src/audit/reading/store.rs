//! The SQL that reads the record, with those who stand in it and what their objects are called.

use domain::ids::OrganisationId;
use sqlx::FromRow;
use uuid::Uuid;

use crate::db::{Db, read};

/// Joins the account `w` that a column of `audit.actor` names, if it names one.
macro_rules! account_of {
    (sqlite, $actor:literal) => {
        concat!(
            "
    left join accounts w
        on w.id = case when length(",
            $actor,
            ") = 36 then unhex(replace(",
            $actor,
            ", '-', '')) end"
        )
    };
    (postgres, $actor:literal) => {
        concat!(
            "
    left join accounts w
        on w.id = case when length(",
            $actor,
            ") = 36 then cast(",
            $actor,
            " as uuid) end"
        )
    };
}

pub(crate) use account_of;

/// Which acts of an organisation. Absent filters let everything pass.
#[derive(Debug, Clone)]
pub(super) struct Filter {
    pub organisation: OrganisationId,
    /// A `like` pattern over folded text.
    pub pattern: Option<String>,
    /// What is looked for, as the name of an object.
    pub name: String,
    pub actor: Option<String>,
    pub action: Option<String>,
    pub from: Option<i64>,
    pub until: Option<i64>,
}

impl Filter {
    fn is_all(&self) -> bool {
        self.pattern.is_none()
            && self.actor.is_none()
            && self.action.is_none()
            && self.from.is_none()
            && self.until.is_none()
    }
}

/// `$1` organisation, `$2` pattern, `$3` name, `$4` actor, `$5` action, `$6` from, `$7` until.
macro_rules! matching {
    () => {
        "
    from audit d
    where d.organisation_id = $1
        and ($2 is null
            or d.action || ' ' || d.object_kind || ' ' || d.detail like '' || $2 escape '\\'
            or d.object_id in (
                select r.id
                from registrations r
                where r.organisation_id = $1 and r.reference = upper($3)
                union all
                select t.id
                from registrations r
                join attendees t
                    on t.organisation_id = r.organisation_id and t.registration_id = r.id
                where r.organisation_id = $1 and r.reference = upper($3)
                union all
                select s.event_id
                from event_slugs s
                where s.organisation_id = $1 and s.slug = lower($3)
                union all
                select a.id
                from accounts a
                where a.email = lower($3)
                union all
                select i.id
                from invitations i
                where i.organisation_id = $1 and i.email = lower($3)))
        and ($4 is null or d.actor = $4 or ($4 = 'participant' and d.actor = 'demo'))
        and ($5 is null or d.action = $5)
        and ($6 is null or d.at >= $6)
        and ($7 is null or d.at < $7)"
    };
}

/// Binds what `matching!` needs.
macro_rules! filtered {
    ($query:expr, $filter:expr) => {{
        let filter = $filter;
        $query
            .bind(filter.organisation.0)
            .bind(filter.pattern.as_deref())
            .bind(filter.name.as_str())
            .bind(filter.actor.as_deref())
            .bind(filter.action.as_deref())
            .bind(filter.from)
            .bind(filter.until)
    }};
}

/// An act, with what its object is called. Names are looked up for the acts of this part alone.
macro_rules! acts {
    ($database:ident, $part:literal) => {
        concat!(
            "
    select d.id, d.number, d.at, d.actor, w.email, d.action, d.object_kind, d.detail, d.hash,
        coalesce(r.reference, p.reference, e.slug, a.email, i.email) as object
    from (
        select d.organisation_id, d.id, d.number, d.at, d.actor, d.action, d.object_kind,
            d.object_id, d.detail, d.hash ",
            matching!(),
            $part,
            ") d",
            account_of!($database, "d.actor"),
            "
    left join registrations r on r.organisation_id = d.organisation_id and r.id = d.object_id
    left join attendees t on t.organisation_id = d.organisation_id and t.id = d.object_id
    left join registrations p
        on p.organisation_id = t.organisation_id and p.id = t.registration_id
    left join events e on e.organisation_id = d.organisation_id and e.id = d.object_id
    left join accounts a on a.id = d.object_id
    left join invitations i on i.id = d.object_id
    order by d.id desc"
        )
    };
}

/// An act as a page shows it.
#[derive(Debug, FromRow)]
pub(super) struct PageRow {
    pub id: Uuid,
    pub number: Option<i64>,
    pub at: i64,
    pub actor: String,
    pub email: Option<String>,
    pub action: String,
    pub object_kind: String,
    pub object: Option<String>,
    pub detail: String,
    pub hash: Option<Vec<u8>>,
}

const PAGE_SQLITE: &str = acts!(
    sqlite,
    "
        order by d.id desc
        limit $8 offset $9"
);
const PAGE_POSTGRES: &str = acts!(
    postgres,
    "
        order by d.id desc
        limit $8 offset $9"
);

/// The acts that the filter lets pass, the last first: ids sort by time.
pub(super) async fn page(
    db: &Db,
    filter: &Filter,
    limit: i64,
    offset: i64,
) -> Result<Vec<PageRow>, sqlx::Error> {
    let sql = db.sql(PAGE_SQLITE, PAGE_POSTGRES);
    read!(db, |pool| {
        filtered!(sqlx::query_as(sql), filter).bind(limit).bind(offset).fetch_all(pool).await
    })
}

const BEFORE_SQLITE: &str = acts!(
    sqlite,
    "
        and d.id < $8
        order by d.id desc
        limit $9"
);
const BEFORE_POSTGRES: &str = acts!(
    postgres,
    "
        and d.id < $8
        order by d.id desc
        limit $9"
);

/// The next acts before this one: for those who want them all, a part at a time.
pub(super) async fn before(
    db: &Db,
    filter: &Filter,
    last: Uuid,
    limit: i64,
) -> Result<Vec<PageRow>, sqlx::Error> {
    let sql = db.sql(BEFORE_SQLITE, BEFORE_POSTGRES);
    read!(db, |pool| {
        filtered!(sqlx::query_as(sql), filter).bind(last).bind(limit).fetch_all(pool).await
    })
}

const COUNT: &str = concat!("select count(*) ", matching!());

/// The same without a filter: the length of an index, however long the record is.
const COUNT_ALL: &str = "select count(*) from audit where organisation_id = $1";

/// How many acts the filter lets pass.
pub(super) async fn count(db: &Db, filter: &Filter) -> Result<i64, sqlx::Error> {
    if filter.is_all() {
        let organisation = filter.organisation.0;
        return read!(db, |pool| {
            sqlx::query_scalar(COUNT_ALL).bind(organisation).fetch_one(pool).await
        });
    }
    read!(db, |pool| filtered!(sqlx::query_scalar(COUNT), filter).fetch_one(pool).await)
}

/// Something that somebody did, once or often.
#[derive(Debug, FromRow)]
pub(super) struct DoneRow {
    pub actor: String,
    pub email: Option<String>,
    pub action: String,
}

macro_rules! done {
    ($database:ident) => {
        concat!(
            "
    select d.actor, w.email, d.action
    from (
        select d.actor, d.action
        from audit d
        where d.organisation_id = $1
        group by d.actor, d.action) d",
            account_of!($database, "d.actor"),
            "
    order by w.email, d.actor, d.action"
        )
    };
}

const DONE_SQLITE: &str = done!(sqlite);
const DONE_POSTGRES: &str = done!(postgres);

/// Everyone who did something, with everything they did.
pub(super) async fn done(
    db: &Db,
    organisation: OrganisationId,
) -> Result<Vec<DoneRow>, sqlx::Error> {
    let sql = db.sql(DONE_SQLITE, DONE_POSTGRES);
    read!(db, |pool| sqlx::query_as(sql).bind(organisation.0).fetch_all(pool).await)
}

/// The end of a chain.
#[derive(Debug, FromRow)]
pub(super) struct HeadRow {
    pub number: i64,
    pub hash: Vec<u8>,
}

const HEAD: &str = "select number, hash from audit_heads where organisation_id = $1";

/// The end of an organisation's chain; none where nothing was done.
pub(super) async fn head(
    db: &Db,
    organisation: OrganisationId,
) -> Result<Option<HeadRow>, sqlx::Error> {
    read!(db, |pool| sqlx::query_as(HEAD).bind(organisation.0).fetch_optional(pool).await)
}
