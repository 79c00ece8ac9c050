//! The SQL that reads events and their dates; `insert` and `update` hold the SQL that writes them.

pub(crate) mod attention;
pub(crate) mod insert;
pub(crate) mod numbers;
pub(crate) mod own;
pub(crate) mod place;
pub(crate) mod publication;
pub(crate) mod questions;
pub(crate) mod rules;
pub(crate) mod update;
pub(crate) mod versions;
pub(crate) mod whole;

use domain::ids::{EventId, OccurrenceId, OrganisationId};
use sqlx::FromRow;
use uuid::Uuid;

use crate::db::{Db, read};
use crate::pictures::store::SeenRow;
use rules::WindowRow;

/// What a card shows of an event: its next date and its texts in the best language there is.
#[derive(Debug, FromRow)]
pub(crate) struct CardRow {
    pub slug: String,
    pub category: String,
    pub discipline: String,
    pub status: String,
    pub language: String,
    pub title: String,
    pub summary: String,
    pub venue: String,
    pub organisation: String,
    pub starts_local: String,
    pub ends_local: String,
    pub all_day: bool,
    pub zone: String,
    pub starts_at: i64,
    pub ends_at: i64,
    #[sqlx(flatten)]
    pub window: WindowRow,
    pub capacity: i64,
    pub taken: i64,
    pub further_dates: i64,
    #[sqlx(flatten)]
    pub picture: SeenRow,
}

/// What a list asks for. Absent filters let everything pass.
#[derive(Debug, Clone)]
pub(crate) struct CardFilter {
    pub language: &'static str,
    pub category: Option<&'static str>,
    pub organisation: Option<String>,
    /// A `like` pattern over folded text.
    pub pattern: Option<String>,
    /// Dates that ended before this instant are over.
    pub now: i64,
    /// Local times at the place: only dates that end after the one and begin before the other.
    pub from: Option<String>,
    pub to: Option<String>,
    pub limit: i64,
    pub offset: i64,
}

/// `$5` now, `$6` from, `$7` to: whether a date is one that the list may show.
macro_rules! in_window {
    ($date:literal) => {
        concat!(
            $date,
            ".cancelled_at is null and ",
            $date,
            ".ends_at > $5 and ($6 is null or ",
            $date,
            ".ends_local > $6) and ($7 is null or ",
            $date,
            ".starts_local < $7)"
        )
    };
}

/// `$1` language, `$2` category, `$3` organisation, `$4` pattern. An event appears once, with the
/// first of its dates in the window. The pattern is put together with nothing because SQLite plans
/// a statement anew whenever a parameter stands alone behind `like`.
macro_rules! matching_dates {
    () => {
        concat!(
            "
    from occurrences o
    join events e on e.organisation_id = o.organisation_id and e.id = o.event_id
    join organisations g on g.id = o.organisation_id
    where e.status <> 'draft' and e.unlisted_at is null
        and ($2 is null or e.category = $2)
        and ($3 is null or g.slug = $3)
        and ",
            in_window!("o"),
            "
        and ($4 is null or exists (
            select 1
            from event_texts t
            where t.organisation_id = e.organisation_id and t.event_id = e.id
                and t.folded like '' || $4 escape '\\'))
        and not exists (
            select 1
            from occurrences b
            where b.organisation_id = o.organisation_id and b.event_id = o.event_id
                and (b.starts_at < o.starts_at or (b.starts_at = o.starts_at and b.id < o.id))
                and ",
            in_window!("b"),
            ")"
        )
    };
}

const CARDS: &str = concat!(
    "
    select s.slug, e.category, e.discipline, e.status, x.language, x.title, x.summary, x.venue,
        (select n.name
         from organisation_texts n
         where n.organisation_id = g.id
         order by case n.language when $1 then 0 when 'en' then 1 else 2 end, n.language
         limit 1) as organisation,
        o.starts_local, o.ends_local, o.all_day, o.zone, o.starts_at, o.ends_at,
        o.opens_at, o.closes_at, o.closes_hours, o.capacity, o.taken,
        (select count(*) from occurrences l
         where l.organisation_id = o.organisation_id and l.event_id = o.event_id
            and l.cancelled_at is null and l.starts_at > o.starts_at) as further_dates,
        p.id as picture_id, p.width as picture_width, p.height as picture_height,
        p.focus_x, p.focus_y, a.alt
    from (select o.* ",
    matching_dates!(),
    "
        order by o.starts_at, o.id
        limit $8 offset $9) o
    join events e on e.organisation_id = o.organisation_id and e.id = o.event_id
    join organisations g on g.id = o.organisation_id
    join event_slugs s on s.organisation_id = e.organisation_id and s.event_id = e.id
    join event_texts x on x.organisation_id = e.organisation_id and x.event_id = e.id
        and x.language = (
            select y.language
            from event_texts y
            where y.organisation_id = e.organisation_id and y.event_id = e.id
            order by case y.language when $1 then 0 when 'en' then 1 else 2 end, y.language
            limit 1)
    left join pictures p on p.organisation_id = e.organisation_id and p.event_id = e.id
    left join picture_texts a on a.organisation_id = p.organisation_id and a.picture_id = p.id
        and a.language = x.language
    order by o.starts_at, o.id"
);

/// The cards of the events that pass the filter, the next first.
pub(crate) async fn cards(db: &Db, filter: &CardFilter) -> Result<Vec<CardRow>, sqlx::Error> {
    read!(db, |pool| {
        sqlx::query_as(CARDS)
            .bind(filter.language)
            .bind(filter.category)
            .bind(filter.organisation.as_deref())
            .bind(filter.pattern.as_deref())
            .bind(filter.now)
            .bind(filter.from.as_deref())
            .bind(filter.to.as_deref())
            .bind(filter.limit)
            .bind(filter.offset)
            .fetch_all(pool)
            .await
    })
}

const CARD_COUNT: &str = concat!("select count(*) ", matching_dates!(), " and $1 = $1");

/// How many events pass the filter.
pub(crate) async fn card_count(db: &Db, filter: &CardFilter) -> Result<i64, sqlx::Error> {
    read!(db, |pool| {
        sqlx::query_scalar(CARD_COUNT)
            .bind(filter.language)
            .bind(filter.category)
            .bind(filter.organisation.as_deref())
            .bind(filter.pattern.as_deref())
            .bind(filter.now)
            .bind(filter.from.as_deref())
            .bind(filter.to.as_deref())
            .fetch_one(pool)
            .await
    })
}

/// An event without its texts and dates.
#[derive(Debug, Clone, FromRow)]
pub(crate) struct EventRow {
    pub organisation_id: Uuid,
    pub id: Uuid,
    pub slug: String,
    pub category: String,
    pub discipline: String,
    pub status: String,
    pub address: String,
    pub latitude: Option<f64>,
    pub longitude: Option<f64>,
    pub spoken: String,
    pub website: String,
    pub version: i64,
    pub created_at: i64,
    pub updated_at: i64,
}

const BY_SLUG: &str = "
    select e.organisation_id, e.id, s.slug, e.category, e.discipline, e.status, e.address,
        e.latitude, e.longitude, e.spoken, e.website, e.version, e.created_at, e.updated_at
    from event_slugs s
    join events e on e.organisation_id = s.organisation_id and e.id = s.event_id
    where s.slug = $1";

/// The event behind this slug, drafts too.
pub(crate) async fn by_slug(db: &Db, slug: &str) -> Result<Option<EventRow>, sqlx::Error> {
    read!(db, |pool| sqlx::query_as(BY_SLUG).bind(slug).fetch_optional(pool).await)
}

const PUBLIC: &str = "
    select e.organisation_id, e.id, s.slug, e.category, e.discipline, e.status, e.address,
        e.latitude, e.longitude, e.spoken, e.website, e.version, e.created_at, e.updated_at
    from events e
    join event_slugs s on s.organisation_id = e.organisation_id and s.event_id = e.id
    where e.status <> 'draft' and e.unlisted_at is null
        and exists (
            select 1
            from occurrences o
            where o.organisation_id = e.organisation_id and o.event_id = e.id and o.ends_at > $1)
    order by e.updated_at desc, e.id desc
    limit $2";

/// The public events in lists with a date that ends after this time, the last changed first.
pub(crate) async fn public(
    db: &Db,
    ends_after: i64,
    limit: i64,
) -> Result<Vec<EventRow>, sqlx::Error> {
    read!(db, |pool| sqlx::query_as(PUBLIC).bind(ends_after).bind(limit).fetch_all(pool).await)
}

/// What an event says in one language.
#[derive(Debug, Clone, FromRow)]
pub(crate) struct TextRow {
    pub language: String,
    pub title: String,
    pub summary: String,
    pub description: String,
    pub venue: String,
}

const TEXTS: &str = "
    select language, title, summary, description, venue
    from event_texts
    where organisation_id = $1 and event_id = $2";

/// What an event says, in every language it has.
pub(crate) async fn texts(
    db: &Db,
    organisation: OrganisationId,
    event: EventId,
) -> Result<Vec<TextRow>, sqlx::Error> {
    read!(db, |pool| {
        sqlx::query_as(TEXTS).bind(organisation.0).bind(event.0).fetch_all(pool).await
    })
}

/// An area of an event.
#[derive(Debug, Clone, FromRow)]
pub(crate) struct AreaRow {
    /// `programme` or `action`.
    pub kind: String,
    pub area: String,
}

const AREAS: &str = "
    select kind, area
    from event_areas
    where organisation_id = $1 and event_id = $2
    order by kind, area";

/// The areas of an event.
pub(crate) async fn areas(
    db: &Db,
    organisation: OrganisationId,
    event: EventId,
) -> Result<Vec<AreaRow>, sqlx::Error> {
    read!(db, |pool| {
        sqlx::query_as(AREAS).bind(organisation.0).bind(event.0).fetch_all(pool).await
    })
}

/// One date of an event.
#[derive(Debug, Clone, FromRow)]
pub(crate) struct OccurrenceRow {
    pub id: Uuid,
    pub uid: Uuid,
    pub starts_local: String,
    pub ends_local: String,
    pub all_day: bool,
    pub zone: String,
    pub starts_at: i64,
    pub ends_at: i64,
    #[sqlx(flatten)]
    pub window: WindowRow,
    pub capacity: i64,
    pub taken: i64,
    pub cancelled_at: Option<i64>,
    pub sequence: i64,
    pub updated_at: i64,
}

const OCCURRENCES: &str = "
    select id, uid, starts_local, ends_local, all_day, zone, starts_at, ends_at, opens_at,
        closes_at, closes_hours, capacity, taken, cancelled_at, sequence, updated_at
    from occurrences
    where organisation_id = $1 and event_id = $2
    order by starts_at, id";

/// The dates of an event, the first first.
pub(crate) async fn occurrences(
    db: &Db,
    organisation: OrganisationId,
    event: EventId,
) -> Result<Vec<OccurrenceRow>, sqlx::Error> {
    read!(db, |pool| {
        sqlx::query_as(OCCURRENCES).bind(organisation.0).bind(event.0).fetch_all(pool).await
    })
}

/// A ticket type with its places on one date.
#[derive(Debug, Clone, FromRow)]
pub(crate) struct TicketRow {
    pub id: Uuid,
    pub kind: String,
    pub capacity: Option<i64>,
    pub taken: i64,
    pub opens_at: Option<i64>,
    pub closes_at: Option<i64>,
}

const TICKETS: &str = "
    select t.id, t.kind, p.capacity, p.taken, p.opens_at, p.closes_at
    from places p
    join ticket_types t on t.organisation_id = p.organisation_id and t.id = p.ticket_type_id
    where p.organisation_id = $1 and p.occurrence_id = $2
    order by t.position, t.id";

/// The ticket types of a date, in the order of the form.
pub(crate) async fn tickets(
    db: &Db,
    organisation: OrganisationId,
    occurrence: OccurrenceId,
) -> Result<Vec<TicketRow>, sqlx::Error> {
    read!(db, |pool| {
        sqlx::query_as(TICKETS).bind(organisation.0).bind(occurrence.0).fetch_all(pool).await
    })
}
