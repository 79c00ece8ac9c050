//! The SQL of organisations.

use domain::ids::OrganisationId;
use sqlx::FromRow;
use uuid::Uuid;

use crate::db::{Db, Tx, on, read};

/// An organisation with its texts in the best language there is.
#[derive(Debug, FromRow)]
pub(crate) struct OrganisationRow {
    pub id: Uuid,
    pub slug: String,
    pub kind: String,
    pub email: String,
    pub language: String,
    pub name: String,
    pub summary: String,
    pub description: String,
}

const BY_SLUG: &str = "
    select g.id, g.slug, g.kind, g.email, t.language, t.name, t.summary, t.description
    from organisations g
    join organisation_texts t on t.organisation_id = g.id
    where g.slug = $1
    order by case t.language when $2 then 0 when 'en' then 1 else 2 end, t.language
    limit 1";

/// The organisation of this slug.
pub(crate) async fn by_slug(
    db: &Db,
    slug: &str,
    language: &'static str,
) -> Result<Option<OrganisationRow>, sqlx::Error> {
    read!(db, |pool| {
        sqlx::query_as(BY_SLUG).bind(slug).bind(language).fetch_optional(pool).await
    })
}

/// What an organisation is called, in the best language there is.
#[derive(Debug, FromRow)]
pub(crate) struct NameRow {
    pub slug: String,
    pub email: String,
    pub language: String,
    pub name: String,
}

const NAME: &str = "
    select g.slug, g.email, t.language, t.name
    from organisations g
    join organisation_texts t on t.organisation_id = g.id
    where g.id = $1
    order by case t.language when $2 then 0 when 'en' then 1 else 2 end, t.language
    limit 1";

/// What this organisation is called.
pub(crate) async fn name(
    db: &Db,
    id: OrganisationId,
    language: &'static str,
) -> Result<Option<NameRow>, sqlx::Error> {
    read!(db, |pool| { sqlx::query_as(NAME).bind(id.0).bind(language).fetch_optional(pool).await })
}

const ID: &str = "select id from organisations where slug = $1";

/// The id of the organisation of this slug.
pub(crate) async fn id(tx: &mut Tx, slug: &str) -> Result<Option<OrganisationId>, sqlx::Error> {
    on!(tx, |connection| sqlx::query_scalar(ID).bind(slug).fetch_optional(connection).await)
        .map(|id| id.map(OrganisationId))
}

/// The same, outside a transaction.
pub(crate) async fn id_of(db: &Db, slug: &str) -> Result<Option<Uuid>, sqlx::Error> {
    read!(db, |pool| sqlx::query_scalar(ID).bind(slug).fetch_optional(pool).await)
}

const LINKS: &str = "
    select url
    from organisation_links
    where organisation_id = $1
    order by position";

/// Where else one finds the organisation.
pub(crate) async fn links(db: &Db, id: OrganisationId) -> Result<Vec<String>, sqlx::Error> {
    read!(db, |pool| sqlx::query_scalar(LINKS).bind(id.0).fetch_all(pool).await)
}

const HOLD_SQLITE: &str = "select id from organisations where id = $1";
const HOLD_POSTGRES: &str = "select id from organisations where id = $1 for share";

const NAMES: &str = "select name from organisation_texts where organisation_id = $1";

/// What the organisation is called, in every language it has; nobody renames it until the end of
/// the transaction, so that no search is left with a name that is not used any more.
pub(crate) async fn names(tx: &mut Tx, id: OrganisationId) -> Result<Vec<String>, sqlx::Error> {
    let hold = tx.sql(HOLD_SQLITE, HOLD_POSTGRES);
    on!(tx, |connection| {
        let _: Option<Uuid> =
            sqlx::query_scalar(hold).bind(id.0).fetch_optional(&mut *connection).await?;
        sqlx::query_scalar(NAMES).bind(id.0).fetch_all(connection).await
    })
}

const INSERT: &str = "
    insert into organisations (id, slug, kind, email, created_at)
    values ($1, $2, $3, $4, $5)";

/// Writes a new organisation.
pub(crate) async fn insert(
    tx: &mut Tx,
    id: OrganisationId,
    slug: &str,
    kind: &'static str,
    email: &str,
    at: i64,
) -> Result<(), sqlx::Error> {
    on!(tx, |connection| {
        sqlx::query(INSERT)
            .bind(id.0)
            .bind(slug)
            .bind(kind)
            .bind(email)
            .bind(at)
            .execute(connection)
            .await
            .map(drop)
    })
}

const INSERT_TEXT: &str = "
    insert into organisation_texts (organisation_id, language, name, summary, description)
    values ($1, $2, $3, $4, $5)";

/// Writes what an organisation is called and does, in one language.
pub(crate) async fn insert_text(
    tx: &mut Tx,
    id: OrganisationId,
    language: &'static str,
    (name, summary, description): (&str, &str, &str),
) -> Result<(), sqlx::Error> {
    on!(tx, |connection| {
        sqlx::query(INSERT_TEXT)
            .bind(id.0)
            .bind(language)
            .bind(name)
            .bind(summary)
            .bind(description)
            .execute(connection)
            .await
            .map(drop)
    })
}

const DELETE_LINKS: &str = "delete from organisation_links where organisation_id = $1";

const INSERT_LINK: &str = "
    insert into organisation_links (organisation_id, position, url)
    values ($1, $2, $3)";

/// Writes where else one finds the organisation, in place of what stood there.
pub(crate) async fn set_links(
    tx: &mut Tx,
    id: OrganisationId,
    links: &[String],
) -> Result<(), sqlx::Error> {
    on!(tx, |connection| {
        sqlx::query(DELETE_LINKS).bind(id.0).execute(&mut *connection).await?;
        for (position, url) in (0_i64..).zip(links) {
            sqlx::query(INSERT_LINK)
                .bind(id.0)
                .bind(position)
                .bind(url)
                .execute(&mut *connection)
                .await?;
        }
        Ok(())
    })
}
