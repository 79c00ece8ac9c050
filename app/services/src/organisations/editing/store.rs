//! The SQL that changes what organisations say about themselves.

use domain::ids::OrganisationId;
use sqlx::FromRow;

use crate::db::{Db, Tx, on, read};

const RAISE: &str = "
    update organisations
    set version = version + 1
    where id = $1 and version = $2";

/// The guard: makes the next version of an organisation, if this is still the last; whether it is.
pub(super) async fn raise(
    tx: &mut Tx,
    organisation: OrganisationId,
    version: i64,
) -> Result<bool, sqlx::Error> {
    let rows = on!(tx, |connection| {
        sqlx::query(RAISE)
            .bind(organisation.0)
            .bind(version)
            .execute(connection)
            .await
            .map(|done| done.rows_affected())
    })?;
    Ok(rows == 1)
}

/// An organisation without its texts and links.
#[derive(Debug, FromRow)]
pub(super) struct FactsRow {
    pub version: i64,
    pub kind: String,
    pub email: String,
}

const FACTS: &str = "select version, kind, email from organisations where id = $1";

/// What an organisation is.
pub(super) async fn facts(
    db: &Db,
    organisation: OrganisationId,
) -> Result<Option<FactsRow>, sqlx::Error> {
    read!(db, |pool| sqlx::query_as(FACTS).bind(organisation.0).fetch_optional(pool).await)
}

const SET_FACTS: &str = "
    update organisations
    set kind = $2, email = $3
    where id = $1";

/// Changes what an organisation is.
pub(super) async fn set_facts(
    tx: &mut Tx,
    organisation: OrganisationId,
    kind: &'static str,
    email: &str,
) -> Result<(), sqlx::Error> {
    on!(tx, |connection| {
        sqlx::query(SET_FACTS)
            .bind(organisation.0)
            .bind(kind)
            .bind(email)
            .execute(connection)
            .await
            .map(drop)
    })
}

/// What an organisation says in one language.
#[derive(Debug, FromRow)]
pub(super) struct TextRow {
    pub language: String,
    pub name: String,
    pub summary: String,
    pub description: String,
}

const TEXTS: &str = "
    select language, name, summary, description
    from organisation_texts
    where organisation_id = $1
    order by language";

/// What an organisation says, in every language that it has.
pub(super) async fn texts(
    tx: &mut Tx,
    organisation: OrganisationId,
) -> Result<Vec<TextRow>, sqlx::Error> {
    on!(tx, |connection| sqlx::query_as(TEXTS).bind(organisation.0).fetch_all(connection).await)
}

/// The same, outside a transaction.
pub(super) async fn texts_read(
    db: &Db,
    organisation: OrganisationId,
) -> Result<Vec<TextRow>, sqlx::Error> {
    read!(db, |pool| sqlx::query_as(TEXTS).bind(organisation.0).fetch_all(pool).await)
}

const DELETE_TEXT: &str = "
    delete from organisation_texts
    where organisation_id = $1 and language = $2";

/// Takes away what an organisation says in this language.
pub(super) async fn delete_text(
    tx: &mut Tx,
    organisation: OrganisationId,
    language: &'static str,
) -> Result<(), sqlx::Error> {
    on!(tx, |connection| {
        sqlx::query(DELETE_TEXT)
            .bind(organisation.0)
            .bind(language)
            .execute(connection)
            .await
            .map(drop)
    })
}
