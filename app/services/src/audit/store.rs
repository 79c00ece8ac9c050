//! The SQL of the record.

use domain::ids::OrganisationId;
use sqlx::FromRow;
use uuid::Uuid;

use super::Link;
use crate::db::{Db, Tx, on, read};

/// The end of a chain: the number of the next act, and the hash of the last.
#[derive(Debug, FromRow)]
pub(super) struct Head {
    pub number: i64,
    pub hash: Vec<u8>,
}

const ADVANCE: &str = "
    insert into audit_heads (organisation_id, number, hash)
    values ($1, 1, $2)
    on conflict (organisation_id) do update set number = audit_heads.number + 1
    returning number, hash";

/// Takes the next number of an organisation's chain, and holds the chain until the commit.
pub(super) async fn advance(
    tx: &mut Tx,
    organisation: OrganisationId,
    beginning: &[u8],
) -> Result<Head, sqlx::Error> {
    on!(tx, |connection| {
        sqlx::query_as(ADVANCE).bind(organisation.0).bind(beginning).fetch_one(connection).await
    })
}

const INSERT: &str = "
    insert into audit (organisation_id, id, at, actor, action, object_kind, object_id, detail,
        number, hash)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";

/// Writes an act.
pub(super) async fn insert(
    tx: &mut Tx,
    organisation: OrganisationId,
    link: &Link<'_>,
    hash: &[u8],
) -> Result<(), sqlx::Error> {
    on!(tx, |connection| {
        sqlx::query(INSERT)
            .bind(organisation.0)
            .bind(link.id)
            .bind(link.at)
            .bind(link.actor)
            .bind(link.action)
            .bind(link.object_kind)
            .bind(link.object)
            .bind(link.detail)
            .bind(link.number)
            .bind(hash)
            .execute(connection)
            .await
            .map(drop)
    })
}

const SET_HEAD: &str = "update audit_heads set hash = $2 where organisation_id = $1";

/// Ends the chain with this hash.
pub(super) async fn set_head(
    tx: &mut Tx,
    organisation: OrganisationId,
    hash: &[u8],
) -> Result<(), sqlx::Error> {
    on!(tx, |connection| {
        sqlx::query(SET_HEAD).bind(organisation.0).bind(hash).execute(connection).await.map(drop)
    })
}

/// The end of an organisation's chain.
#[derive(Debug, FromRow)]
pub(super) struct HeadRow {
    pub organisation_id: Uuid,
    pub slug: String,
    pub number: i64,
    pub hash: Vec<u8>,
}

const HEADS: &str = "
    select h.organisation_id, g.slug, h.number, h.hash
    from audit_heads h
    join organisations g on g.id = h.organisation_id
    order by g.slug";

/// The end of every chain.
pub(super) async fn heads(db: &Db) -> Result<Vec<HeadRow>, sqlx::Error> {
    read!(db, |pool| sqlx::query_as(HEADS).fetch_all(pool).await)
}

/// An act with its hash.
#[derive(Debug, FromRow)]
pub(super) struct LinkRow {
    pub id: Uuid,
    pub number: i64,
    pub at: i64,
    pub actor: String,
    pub action: String,
    pub object_kind: String,
    pub object_id: Uuid,
    pub detail: String,
    pub hash: Option<Vec<u8>>,
}

impl LinkRow {
    /// The act, as if it had this number.
    pub fn link(&self, number: i64) -> Link<'_> {
        Link {
            id: self.id,
            number,
            at: self.at,
            actor: &self.actor,
            action: &self.action,
            object_kind: &self.object_kind,
            object: self.object_id,
            detail: &self.detail,
        }
    }
}

const LINKS: &str = "
    select id, number, at, actor, action, object_kind, object_id, detail, hash
    from audit
    where organisation_id = $1 and number > $2
    order by number
    limit $3";

/// The acts after this number, in their order.
pub(super) async fn links(
    db: &Db,
    organisation: OrganisationId,
    after: i64,
    limit: i64,
) -> Result<Vec<LinkRow>, sqlx::Error> {
    read!(db, |pool| {
        sqlx::query_as(LINKS).bind(organisation.0).bind(after).bind(limit).fetch_all(pool).await
    })
}
