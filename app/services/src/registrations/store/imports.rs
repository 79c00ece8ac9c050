//! The SQL of files that organisers bring along, and of the rows in them: written some thousand at a
//! time from one text, which is many times faster than one at a time.

use domain::ids::{EventId, OrganisationId};
use serde::Serialize;
use uuid::Uuid;

use crate::db::{Db, Tx, on, read};

/// A file that is kept for a while.
#[derive(Debug)]
pub(crate) struct NewImport<'a> {
    pub organisation: OrganisationId,
    pub id: Uuid,
    pub event: EventId,
    pub account: Uuid,
    pub file: &'a [u8],
}

const INSERT: &str = "
    insert into imports (organisation_id, id, event_id, account_id, file, created_at)
    values ($1, $2, $3, $4, $5, $6)";

/// Keeps a file.
pub(crate) async fn insert(tx: &mut Tx, new: &NewImport<'_>, now: i64) -> Result<(), sqlx::Error> {
    on!(tx, |connection| {
        sqlx::query(INSERT)
            .bind(new.organisation.0)
            .bind(new.id)
            .bind(new.event.0)
            .bind(new.account)
            .bind(new.file)
            .bind(now)
            .execute(connection)
            .await
            .map(drop)
    })
}

const FORGET: &str = "delete from imports where created_at < $1";

/// Forgets files that were brought before this time.
pub(crate) async fn forget(tx: &mut Tx, before: i64) -> Result<(), sqlx::Error> {
    on!(tx, |connection| sqlx::query(FORGET).bind(before).execute(connection).await.map(drop))
}

const FILE: &str = "
    select file
    from imports
    where organisation_id = $1 and event_id = $2 and id = $3";

/// A file that was brought for this event.
pub(crate) async fn file(
    db: &Db,
    organisation: OrganisationId,
    event: EventId,
    id: Uuid,
) -> Result<Option<Vec<u8>>, sqlx::Error> {
    read!(db, |pool| {
        sqlx::query_scalar(FILE)
            .bind(organisation.0)
            .bind(event.0)
            .bind(id)
            .fetch_optional(pool)
            .await
    })
}

const TAKE: &str = "
    delete from imports
    where organisation_id = $1 and id = $2";

/// Takes a file away; whether it was there.
pub(crate) async fn take(
    tx: &mut Tx,
    organisation: OrganisationId,
    id: Uuid,
) -> Result<bool, sqlx::Error> {
    let rows = on!(tx, |connection| {
        sqlx::query(TAKE)
            .bind(organisation.0)
            .bind(id)
            .execute(connection)
            .await
            .map(|done| done.rows_affected())
    })?;
    Ok(rows == 1)
}

const THERE: &str = "
    select a.name, r.contact_email, o.starts_local
    from attendees a
    join registrations r on r.organisation_id = a.organisation_id and r.id = a.registration_id
    join occurrences o on o.organisation_id = a.organisation_id and o.id = a.occurrence_id
    where a.organisation_id = $1 and a.event_id = $2 and a.cancelled_at is null";

/// Who comes already: name, address, when the date begins.
pub(crate) async fn there(
    db: &Db,
    organisation: OrganisationId,
    event: EventId,
) -> Result<Vec<(String, String, String)>, sqlx::Error> {
    read!(db, |pool| {
        sqlx::query_as(THERE).bind(organisation.0).bind(event.0).fetch_all(pool).await
    })
}

/// A row that is added. Ids and hashes are hexadecimal.
#[derive(Debug, Serialize)]
pub(crate) struct NewRow {
    pub id: String,
    pub attendee: String,
    pub mail: String,
    pub key: String,
    pub occurrence: String,
    pub ticket_type: String,
    pub token_hash: String,
    pub reference: String,
    pub name: String,
    pub contact: String,
    pub email: String,
    pub language: &'static str,
    pub folded_name: String,
    pub folded_contact: String,
}

/// The rows of `$1` as a table `j`, and the ids of SQLite from their hexadecimal.
macro_rules! from_rows {
    (sqlite) => {
        " from (
            select unhex(j.value ->> 'id') as id, unhex(j.value ->> 'attendee') as attendee,
                unhex(j.value ->> 'mail') as mail, unhex(j.value ->> 'key') as key,
                unhex(j.value ->> 'occurrence') as occurrence,
                unhex(j.value ->> 'ticket_type') as ticket_type,
                unhex(j.value ->> 'token_hash') as token_hash,
                j.value ->> 'reference' as reference, j.value ->> 'name' as name,
                j.value ->> 'contact' as contact, j.value ->> 'email' as email,
                j.value ->> 'language' as language, j.value ->> 'folded_name' as folded_name,
                j.value ->> 'folded_contact' as folded_contact
            from json_each($1) j) j"
    };
    (postgres) => {
        " from (
            select r.id, r.attendee, r.mail, r.key, r.occurrence, r.ticket_type,
                decode(r.token_hash, 'hex') as token_hash, r.reference, r.name, r.contact, r.email,
                r.language, r.folded_name, r.folded_contact
            from json_to_recordset(cast($1 as json)) as r (id uuid, attendee uuid, mail uuid,
                key uuid, occurrence uuid, ticket_type uuid, token_hash text, reference text,
                name text, contact text, email text, language text, folded_name text,
                folded_contact text)) j"
    };
}

macro_rules! registrations {
    ($engine:ident, $empty:literal) => {
        concat!(
            "
    insert into registrations (organisation_id, id, event_id, occurrence_id, reference, status,
        contact_name, contact_email, language, idempotency_key, request_hash, revision, created_at,
        updated_at, source)
    select $2, j.id, $3, j.occurrence, j.reference, 'confirmed', j.contact, j.email, j.language,
        j.key, ",
            $empty,
            ", 1, $4, $4, 'file'",
            from_rows!($engine)
        )
    };
}

macro_rules! links {
    ($engine:ident) => {
        concat!(
            "
    insert into manage_links (token_hash, organisation_id, registration_id)
    select j.token_hash, $2, j.id",
            from_rows!($engine)
        )
    };
}

macro_rules! attendees {
    ($engine:ident) => {
        concat!(
            "
    insert into attendees (organisation_id, id, registration_id, event_id, occurrence_id, language,
        position, name, ticket_type_id, folded_name, folded_contact, registered_at)
    select $2, j.attendee, j.id, $3, j.occurrence, j.language, 0, j.name, j.ticket_type,
        j.folded_name, j.folded_contact, $4",
            from_rows!($engine)
        )
    };
}

macro_rules! mails {
    ($engine:ident) => {
        concat!(
            "
    insert into outbox (organisation_id, id, registration_id, kind, revision, status, due_at,
        created_at)
    select $2, j.mail, j.id, 'confirmed', 1, 'pending', $3, $3",
            from_rows!($engine)
        )
    };
}

const REGISTRATIONS_SQLITE: &str = registrations!(sqlite, "x''");
const REGISTRATIONS_POSTGRES: &str = registrations!(postgres, "''::bytea");
const LINKS_SQLITE: &str = links!(sqlite);
const LINKS_POSTGRES: &str = links!(postgres);
const ATTENDEES_SQLITE: &str = attendees!(sqlite);
const ATTENDEES_POSTGRES: &str = attendees!(postgres);
const MAILS_SQLITE: &str = mails!(sqlite);
const MAILS_POSTGRES: &str = mails!(postgres);

/// Writes rows, given as JSON: a registration each, with its link, its one attendee, and a mail if
/// it is wanted.
pub(crate) async fn insert_rows(
    tx: &mut Tx,
    (organisation, event): (OrganisationId, EventId),
    rows: &str,
    now: i64,
    mail: bool,
) -> Result<(), sqlx::Error> {
    let registrations = tx.sql(REGISTRATIONS_SQLITE, REGISTRATIONS_POSTGRES);
    let links = tx.sql(LINKS_SQLITE, LINKS_POSTGRES);
    let attendees = tx.sql(ATTENDEES_SQLITE, ATTENDEES_POSTGRES);
    let mails = tx.sql(MAILS_SQLITE, MAILS_POSTGRES);
    on!(tx, |connection| {
        for sql in [registrations, attendees] {
            sqlx::query(sql)
                .bind(rows)
                .bind(organisation.0)
                .bind(event.0)
                .bind(now)
                .execute(&mut *connection)
                .await?;
        }
        sqlx::query(links).bind(rows).bind(organisation.0).execute(&mut *connection).await?;
        if mail {
            sqlx::query(mails)
                .bind(rows)
                .bind(organisation.0)
                .bind(now)
                .execute(connection)
                .await?;
        }
        Ok(())
    })
}
