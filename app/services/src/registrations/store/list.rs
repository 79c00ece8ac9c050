//! The SQL of the list of attendees: every filter and every search from one index of the event.

use domain::ids::{EventId, OrganisationId};
use sqlx::FromRow;
use uuid::Uuid;

use crate::db::{Db, read};

/// Which attendees of an event. Absent filters let everything pass.
#[derive(Debug, Clone)]
pub(crate) struct ListFilter {
    pub organisation: OrganisationId,
    pub event: EventId,
    /// When the date begins, on the clock of its zone.
    pub date: Option<String>,
    pub ticket: Option<&'static str>,
    /// `coming`, `given-back`, or `asked` for other states, whose bit is among the marks.
    pub state: Option<&'static str>,
    /// `yes` or `no`.
    pub here: Option<&'static str>,
    pub language: Option<&'static str>,
    /// The bits of a tag, of notes, of lost mails and of a state: all of them are there.
    pub marks: Option<i64>,
    /// Registered at this time or later, and before that one, in microseconds.
    pub registered: (Option<i64>, Option<i64>),
    /// Folded words; all of them are found.
    pub words: [Option<String>; super::super::search::WORDS],
    /// Whether contact data is read and searched.
    pub whole: bool,
    pub by_name: bool,
}

/// An attendee in the list.
#[derive(Debug, Clone, FromRow)]
pub(crate) struct ListRow {
    pub id: Uuid,
    pub reference: String,
    pub position: i64,
    pub name: String,
    pub kind: String,
    pub starts_local: String,
    pub cancelled_at: Option<i64>,
    /// The state of the registration.
    pub status: String,
    pub checked_in_at: Option<i64>,
    /// Those below are empty where contact data is not read.
    pub language: String,
    pub contact_name: String,
    pub contact_email: String,
    pub registered_at: i64,
    pub tags: i64,
}

/// A word that stands in the name or the reference. The pattern is put together with nothing
/// because SQLite plans a statement anew whenever a parameter stands alone behind `like`.
macro_rules! in_name {
    ($word:literal) => {
        concat!(
            "
        and (",
            $word,
            " is null or a.folded_name like '' || ",
            $word,
            " escape '\\')"
        )
    };
}

/// A word that may stand in the contact person's name or address, too.
macro_rules! anywhere {
    ($word:literal) => {
        concat!(
            "
        and (",
            $word,
            " is null or a.folded_name like '' || ",
            $word,
            " escape '\\' or a.folded_contact like '' || ",
            $word,
            " escape '\\')"
        )
    };
}

/// `$1` organisation, `$2` event, `$3` date, `$4` ticket type, `$5` state, `$6` here, `$7`
/// language, `$8` to `$11` words, `$12` marks, `$13` and `$14` when they registered.
macro_rules! matching {
    ($word:ident) => {
        concat!(
            "
    from attendees a
    where a.organisation_id = $1 and a.event_id = $2
        and ($3 is null or a.occurrence_id = (
            select o.id
            from occurrences o
            where o.organisation_id = $1 and o.event_id = $2 and o.starts_local = $3))
        and ($4 is null or a.ticket_type_id = (
            select t.id
            from ticket_types t
            where t.organisation_id = $1 and t.event_id = $2 and t.kind = $4))
        and ($5 is null
            or ($5 = 'coming' and a.cancelled_at is null and (a.marks & 264241152) = 0)
            or ($5 = 'given-back' and a.cancelled_at is not null and (a.marks & 201326592) = 0)
            or ($5 = 'asked' and a.cancelled_at is null))
        and ($6 is null or ($6 = 'yes') = (a.checked_in_at is not null))
        and ($7 is null or a.language = $7)",
            $word!("$8"),
            $word!("$9"),
            $word!("$10"),
            $word!("$11"),
            "
        and ($12 is null or (a.marks & $12) = $12)
        and ($13 is null or a.registered_at >= $13)
        and ($14 is null or a.registered_at < $14)"
        )
    };
}
pub(crate) use {anywhere, matching};

/// `$15` and `$16` say which part.
macro_rules! rows {
    ($columns:literal, $who:expr, $part:literal, $order:literal) => {
        concat!(
            "
    select x.id, r.reference, x.position, x.name, t.kind, o.starts_local, x.cancelled_at,
        r.status, x.checked_in_at, ",
            $columns,
            "
    from (select a.organisation_id, a.id, a.folded_name ",
            $who,
            $part,
            ") a
    join attendees x on x.organisation_id = a.organisation_id and x.id = a.id
    join registrations r on r.organisation_id = x.organisation_id and r.id = x.registration_id
    join ticket_types t on t.organisation_id = x.organisation_id and t.id = x.ticket_type_id
    join occurrences o on o.organisation_id = x.organisation_id and o.id = x.occurrence_id
    order by ",
            $order
        )
    };
}

macro_rules! names {
    ($who:expr, $part:literal, $order:literal) => {
        rows!(
            "'' as language, '' as contact_name, '' as contact_email,
        cast(0 as bigint) as registered_at, cast(0 as bigint) as tags",
            $who,
            $part,
            $order
        )
    };
}

macro_rules! whole {
    ($who:expr, $part:literal, $order:literal) => {
        rows!(
            "r.language, r.contact_name, r.contact_email,
        r.created_at as registered_at, x.marks as tags",
            $who,
            $part,
            $order
        )
    };
}

const NAMES_BY_TIME: &str = names!(
    matching!(in_name),
    "
        order by a.id
        limit $15 offset $16",
    "a.id"
);
const NAMES_BY_NAME: &str = names!(
    matching!(in_name),
    "
        order by a.folded_name, a.id
        limit $15 offset $16",
    "a.folded_name, a.id"
);
const WHOLE_BY_TIME: &str = whole!(
    matching!(anywhere),
    "
        order by a.id
        limit $15 offset $16",
    "a.id"
);
const WHOLE_BY_NAME: &str = whole!(
    matching!(anywhere),
    "
        order by a.folded_name, a.id
        limit $15 offset $16",
    "a.folded_name, a.id"
);

/// Binds what `matching!` needs.
macro_rules! filtered {
    ($query:expr, $filter:expr) => {{
        let filter = $filter;
        let pattern = $crate::registrations::search::pattern;
        let [first, second, third, fourth] =
            filter.words.each_ref().map(|word| word.as_deref().map(pattern));
        $query
            .bind(filter.organisation.0)
            .bind(filter.event.0)
            .bind(filter.date.as_deref())
            .bind(filter.ticket)
            .bind(filter.state)
            .bind(filter.here)
            .bind(filter.language)
            .bind(first)
            .bind(second)
            .bind(third)
            .bind(fourth)
            .bind(filter.marks)
            .bind(filter.registered.0)
            .bind(filter.registered.1)
    }};
}
pub(crate) use filtered;

/// A part of the attendees that the filter lets pass, in its order.
pub(crate) async fn rows(
    db: &Db,
    filter: &ListFilter,
    limit: i64,
    offset: i64,
) -> Result<Vec<ListRow>, sqlx::Error> {
    let sql = match (filter.whole, filter.by_name) {
        (false, false) => NAMES_BY_TIME,
        (false, true) => NAMES_BY_NAME,
        (true, false) => WHOLE_BY_TIME,
        (true, true) => WHOLE_BY_NAME,
    };
    read!(db, |pool| {
        filtered!(sqlx::query_as(sql), filter).bind(limit).bind(offset).fetch_all(pool).await
    })
}

const COUNT_NAMES: &str = concat!("select count(*) ", matching!(in_name));
const COUNT_WHOLE: &str = concat!("select count(*) ", matching!(anywhere));

/// How many attendees the filter lets pass.
pub(crate) async fn count(db: &Db, filter: &ListFilter) -> Result<i64, sqlx::Error> {
    let sql = if filter.whole { COUNT_WHOLE } else { COUNT_NAMES };
    read!(db, |pool| filtered!(sqlx::query_scalar(sql), filter).fetch_one(pool).await)
}

const AFTER: &str = whole!(
    matching!(anywhere),
    "
        and a.id > $15
        order by a.id
        limit $16",
    "a.id"
);

/// The next attendees after this one, by time: for those who want them all, a part at a time.
pub(crate) async fn after(
    db: &Db,
    filter: &ListFilter,
    last: Uuid,
    limit: i64,
) -> Result<Vec<ListRow>, sqlx::Error> {
    read!(db, |pool| {
        filtered!(sqlx::query_as(AFTER), filter).bind(last).bind(limit).fetch_all(pool).await
    })
}

/// How many attendees [`these`] can read.
pub(crate) const SHOWN: usize = 50;

/// `$1` organisation, then so many ids.
macro_rules! these {
    () => {
        "
    from attendees a
    where a.organisation_id = $1 and a.id in (
        $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20,
        $21, $22, $23, $24, $25, $26, $27, $28, $29, $30, $31, $32, $33, $34, $35, $36, $37,
        $38, $39, $40, $41, $42, $43, $44, $45, $46, $47, $48, $49, $50, $51)"
    };
}

const THESE_NAMES: &str = names!(these!(), "", "a.id");
const THESE_WHOLE: &str = whole!(these!(), "", "a.id");

/// The attendees of these ids, as the filter shows them: [`SHOWN`] at most, in no order.
pub(crate) async fn these(
    db: &Db,
    filter: &ListFilter,
    ids: &[Uuid],
) -> Result<Vec<ListRow>, sqlx::Error> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let sql = if filter.whole { THESE_WHOLE } else { THESE_NAMES };
    read!(db, |pool| {
        let mut query = sqlx::query_as(sql).bind(filter.organisation.0);
        for at in 0..SHOWN {
            query = query.bind(ids.get(at).copied().unwrap_or_default());
        }
        query.fetch_all(pool).await
    })
}
