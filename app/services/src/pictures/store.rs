//! The SQL of pictures.

use domain::ids::{EventId, OrganisationId, PictureId};
use sqlx::FromRow;
use uuid::Uuid;

use super::{Purpose, Seen, picture};
use crate::db::{Db, Tx, on, read};

/// A picture without its files.
#[derive(Debug, Clone, FromRow)]
pub(crate) struct PictureRow {
    pub id: Uuid,
    pub width: i64,
    pub height: i64,
    pub focus_x: i64,
    pub focus_y: i64,
}

/// What a list shows of the picture of an event, if it has one.
#[derive(Debug, FromRow)]
pub(crate) struct SeenRow {
    pub picture_id: Option<Uuid>,
    pub picture_width: Option<i64>,
    pub picture_height: Option<i64>,
    pub focus_x: Option<i64>,
    pub focus_y: Option<i64>,
    pub alt: Option<String>,
}

impl SeenRow {
    /// The picture, where it may be seen.
    pub(crate) fn seen(self) -> Option<Seen> {
        let row = PictureRow {
            id: self.picture_id?,
            width: self.picture_width?,
            height: self.picture_height?,
            focus_x: self.focus_x?,
            focus_y: self.focus_y?,
        };
        Some(Seen { picture: picture(&row, Purpose::Event), alt: self.alt? })
    }
}

/// A file of a picture, and whose it is.
#[derive(Debug, FromRow)]
pub(crate) struct FileRow {
    pub event_id: Option<Uuid>,
    pub bytes: Vec<u8>,
}

const FILE: &str = "
    select p.event_id, f.bytes
    from picture_ids i
    join pictures p on p.organisation_id = i.organisation_id and p.id = i.id
    join picture_files f on f.organisation_id = p.organisation_id and f.picture_id = p.id
    where i.id = $1 and f.width = $2";

/// A file of this picture.
pub(crate) async fn file(
    db: &Db,
    id: PictureId,
    width: i64,
) -> Result<Option<FileRow>, sqlx::Error> {
    read!(db, |pool| sqlx::query_as(FILE).bind(id.0).bind(width).fetch_optional(pool).await)
}

const LOGO: &str = "
    select id, width, height, focus_x, focus_y
    from pictures
    where organisation_id = $1 and event_id is null
    order by created_at desc, id
    limit 1";

/// The sign of an organisation.
pub(crate) async fn logo(
    db: &Db,
    organisation: OrganisationId,
) -> Result<Option<PictureRow>, sqlx::Error> {
    read!(db, |pool| sqlx::query_as(LOGO).bind(organisation.0).fetch_optional(pool).await)
}

/// The same, in a transaction.
pub(crate) async fn logo_in(
    tx: &mut Tx,
    organisation: OrganisationId,
) -> Result<Option<PictureRow>, sqlx::Error> {
    on!(tx, |connection| {
        sqlx::query_as(LOGO).bind(organisation.0).fetch_optional(connection).await
    })
}

pub(crate) const OF_EVENT: &str = "
    select id, width, height, focus_x, focus_y
    from pictures
    where organisation_id = $1 and event_id = $2";

/// The picture of an event.
pub(crate) async fn of_event(
    db: &Db,
    organisation: OrganisationId,
    event: EventId,
) -> Result<Option<PictureRow>, sqlx::Error> {
    read!(db, |pool| {
        sqlx::query_as(OF_EVENT).bind(organisation.0).bind(event.0).fetch_optional(pool).await
    })
}

/// What is to be seen, in one language.
#[derive(Debug, FromRow)]
pub(crate) struct AltRow {
    pub language: String,
    pub alt: String,
}

const ALTS: &str = "
    select language, alt
    from picture_texts
    where organisation_id = $1 and picture_id = $2";

/// What is to be seen on a picture.
pub(crate) async fn alts(
    db: &Db,
    organisation: OrganisationId,
    id: Uuid,
) -> Result<Vec<AltRow>, sqlx::Error> {
    read!(db, |pool| sqlx::query_as(ALTS).bind(organisation.0).bind(id).fetch_all(pool).await)
}

pub(crate) const ALTS_OF_EVENT: &str = "
    select a.language, a.alt
    from pictures p
    join picture_texts a on a.organisation_id = p.organisation_id and a.picture_id = p.id
    where p.organisation_id = $1 and p.event_id = $2
    order by a.language";

const COUNT_ONE_MORE: &str = "
    update organisations
    set pictures = pictures + 1
    where id = $1 and pictures < 200";

/// Counts one more picture of an organisation, if it may have one; whether it may.
pub(crate) async fn count_one_more(
    tx: &mut Tx,
    organisation: OrganisationId,
) -> Result<bool, sqlx::Error> {
    let rows = on!(tx, |connection| {
        sqlx::query(COUNT_ONE_MORE)
            .bind(organisation.0)
            .execute(connection)
            .await
            .map(|done| done.rows_affected())
    })?;
    Ok(rows == 1)
}

const COUNT_ONE_LESS: &str = "update organisations set pictures = pictures - 1 where id = $1";

/// Counts one less.
pub(crate) async fn count_one_less(
    tx: &mut Tx,
    organisation: OrganisationId,
) -> Result<(), sqlx::Error> {
    on!(tx, |connection| {
        sqlx::query(COUNT_ONE_LESS).bind(organisation.0).execute(connection).await.map(drop)
    })
}

const INSERT: &str = "
    insert into pictures
        (organisation_id, id, event_id, width, height, focus_x, focus_y, created_at)
    values ($1, $2, $3, $4, $5, $6, $7, $8)";

const INSERT_ID: &str = "insert into picture_ids (id, organisation_id) values ($1, $2)";

/// Writes a new picture and the way to it.
pub(crate) async fn insert(
    tx: &mut Tx,
    organisation: OrganisationId,
    event: Option<EventId>,
    row: &PictureRow,
    now: i64,
) -> Result<(), sqlx::Error> {
    on!(tx, |connection| {
        sqlx::query(INSERT)
            .bind(organisation.0)
            .bind(row.id)
            .bind(event.map(|event| event.0))
            .bind(row.width)
            .bind(row.height)
            .bind(row.focus_x)
            .bind(row.focus_y)
            .bind(now)
            .execute(&mut *connection)
            .await?;
        sqlx::query(INSERT_ID).bind(row.id).bind(organisation.0).execute(connection).await.map(drop)
    })
}

const INSERT_FILE: &str = "
    insert into picture_files (organisation_id, picture_id, width, bytes)
    values ($1, $2, $3, $4)";

/// Writes a file of a picture.
pub(crate) async fn insert_file(
    tx: &mut Tx,
    organisation: OrganisationId,
    id: PictureId,
    width: i64,
    bytes: &[u8],
) -> Result<(), sqlx::Error> {
    on!(tx, |connection| {
        sqlx::query(INSERT_FILE)
            .bind(organisation.0)
            .bind(id.0)
            .bind(width)
            .bind(bytes)
            .execute(connection)
            .await
            .map(drop)
    })
}

const COPY: &str = "
    insert into pictures
        (organisation_id, id, event_id, width, height, focus_x, focus_y, created_at)
    select organisation_id, $3, $4, width, height, focus_x, focus_y, $5
    from pictures
    where organisation_id = $1 and id = $2";

const COPY_FILES: &str = "
    insert into picture_files (organisation_id, picture_id, width, bytes)
    select organisation_id, $3, width, bytes
    from picture_files
    where organisation_id = $1 and picture_id = $2";

const COPY_ALTS: &str = "
    insert into picture_texts (organisation_id, picture_id, language, alt)
    select organisation_id, $3, language, alt
    from picture_texts
    where organisation_id = $1 and picture_id = $2";

/// Writes a picture of one event again, for another; whether it was still there.
pub(crate) async fn copy(
    tx: &mut Tx,
    organisation: OrganisationId,
    (from, to): (PictureId, PictureId),
    event: EventId,
    now: i64,
) -> Result<bool, sqlx::Error> {
    on!(tx, |connection| {
        let copied = sqlx::query(COPY)
            .bind(organisation.0)
            .bind(from.0)
            .bind(to.0)
            .bind(event.0)
            .bind(now)
            .execute(&mut *connection)
            .await?;
        if copied.rows_affected() == 0 {
            return Ok(false);
        }
        for sql in [COPY_FILES, COPY_ALTS] {
            let copying = sqlx::query(sql).bind(organisation.0).bind(from.0).bind(to.0);
            copying.execute(&mut *connection).await?;
        }
        let id = sqlx::query(INSERT_ID).bind(to.0).bind(organisation.0);
        id.execute(&mut *connection).await?;
        Ok(true)
    })
}

const SET_FOCUS: &str = "
    update pictures
    set focus_x = $3, focus_y = $4
    where organisation_id = $1 and id = $2";

/// Says what matters of a picture.
pub(crate) async fn set_focus(
    tx: &mut Tx,
    organisation: OrganisationId,
    id: PictureId,
    (x, y): (i64, i64),
) -> Result<(), sqlx::Error> {
    on!(tx, |connection| {
        sqlx::query(SET_FOCUS)
            .bind(organisation.0)
            .bind(id.0)
            .bind(x)
            .bind(y)
            .execute(connection)
            .await
            .map(drop)
    })
}

const DELETE_ALTS: &str = "
    delete from picture_texts
    where organisation_id = $1 and picture_id = $2";

/// Takes away what is said about a picture.
pub(crate) async fn delete_alts(
    tx: &mut Tx,
    organisation: OrganisationId,
    id: PictureId,
) -> Result<(), sqlx::Error> {
    on!(tx, |connection| {
        sqlx::query(DELETE_ALTS).bind(organisation.0).bind(id.0).execute(connection).await.map(drop)
    })
}

const INSERT_ALT: &str = "
    insert into picture_texts (organisation_id, picture_id, language, alt)
    values ($1, $2, $3, $4)";

/// Says what is to be seen on a picture, in one language.
pub(crate) async fn insert_alt(
    tx: &mut Tx,
    organisation: OrganisationId,
    id: PictureId,
    language: &'static str,
    alt: &str,
) -> Result<(), sqlx::Error> {
    on!(tx, |connection| {
        sqlx::query(INSERT_ALT)
            .bind(organisation.0)
            .bind(id.0)
            .bind(language)
            .bind(alt)
            .execute(connection)
            .await
            .map(drop)
    })
}

const DELETE_FILES: &str = "
    delete from picture_files
    where organisation_id = $1 and picture_id = $2";

const DELETE_ID: &str = "
    delete from picture_ids
    where organisation_id = $1 and id = $2";

const DELETE: &str = "
    delete from pictures
    where organisation_id = $1 and id = $2";

/// Deletes a picture with everything that belongs to it.
pub(crate) async fn delete(
    tx: &mut Tx,
    organisation: OrganisationId,
    id: PictureId,
) -> Result<(), sqlx::Error> {
    on!(tx, |connection| {
        for sql in [DELETE_FILES, DELETE_ALTS, DELETE_ID, DELETE] {
            sqlx::query(sql).bind(organisation.0).bind(id.0).execute(&mut *connection).await?;
        }
        Ok(())
    })
}
