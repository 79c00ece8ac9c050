//! The SQL of the outbox.

pub(super) mod notices;

use domain::ids::{InvitationId, OrganisationId, RegistrationId, SignInId};
use domain::registrations::tags::UNDELIVERED as LOST;
use sqlx::FromRow;
use uuid::Uuid;

use crate::db::{Db, Tx, on, read};
use crate::registrations::store::tags;

/// What a mail is about.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Matter {
    /// A registration of an organisation.
    Registration(OrganisationId, RegistrationId),
    /// A link to sign in.
    SignIn(SignInId),
    /// An invitation.
    Invitation(InvitationId),
    /// A code that stands for a proof.
    Code(Uuid),
}

/// The mails of the house itself belong to no organisation.
const HOUSE: Uuid = Uuid::nil();

const INSERT: &str = "
    insert into outbox (organisation_id, id, registration_id, sign_in_id, invitation_id, code_id,
        kind, revision, status, due_at, created_at)
    values ($1, $2, $3, $4, $5, $6, $7, $8, 'pending', $9, $9)";

/// Queues a mail.
pub(super) async fn insert(
    tx: &mut Tx,
    matter: Matter,
    kind: &'static str,
    revision: i64,
    now: i64,
) -> Result<(), sqlx::Error> {
    let (organisation, registration, [sign_in, invitation, code]) = match matter {
        Matter::Registration(organisation, id) => (organisation.0, Some(id.0), [None; 3]),
        Matter::SignIn(id) => (HOUSE, None, [Some(id.0), None, None]),
        Matter::Invitation(id) => (HOUSE, None, [None, Some(id.0), None]),
        Matter::Code(id) => (HOUSE, None, [None, None, Some(id)]),
    };
    on!(tx, |connection| {
        sqlx::query(INSERT)
            .bind(organisation)
            .bind(Uuid::now_v7())
            .bind(registration)
            .bind(sign_in)
            .bind(invitation)
            .bind(code)
            .bind(kind)
            .bind(revision)
            .bind(now)
            .execute(connection)
            .await
            .map(drop)
    })
}

/// A mail that this process may send until its lease ends.
#[derive(Debug, Clone, FromRow)]
pub(super) struct ClaimedRow {
    pub organisation_id: Uuid,
    pub id: Uuid,
    pub registration_id: Option<Uuid>,
    pub sign_in_id: Option<Uuid>,
    pub invitation_id: Option<Uuid>,
    pub code_id: Option<Uuid>,
    pub notice_id: Option<Uuid>,
    pub kind: String,
    pub revision: i64,
    pub attempts: i64,
    pub created_at: i64,
}

/// The next mail that is due: not before an earlier mail of the same registration is done, so that
/// people read things in their order; a notice about the event waits for nothing and keeps nothing
/// waiting. Asked for each candidate in turn, in the order of the index:
/// a join would look through the whole outbox for one mail. A lease that ran out belonged to a
/// process that died.
macro_rules! claim {
    ($lock:literal) => {
        concat!(
            "
    update outbox
    set status = 'sending', lease_until = $2, attempts = attempts + 1
    where (organisation_id, id) = (
        select o.organisation_id, o.id
        from outbox o
        where o.done_at is null
            and o.due_at <= $1
            and (o.lease_until is null or o.lease_until <= $1)
            and o.revision <= coalesce(
                (select min(e.revision)
                 from outbox e
                 where e.organisation_id = o.organisation_id
                    and e.registration_id = o.registration_id
                    and e.revision > 0
                    and e.done_at is null),
                o.revision)
        order by o.due_at, o.id
        limit 1
        ",
            $lock,
            ")
    returning organisation_id, id, registration_id, sign_in_id, invitation_id, code_id, notice_id,
        kind, revision, attempts, created_at"
        )
    };
}

const CLAIM_SQLITE: &str = claim!("");
const CLAIM_POSTGRES: &str = claim!("for update skip locked");

const DUE: &str = "
    select due_at
    from outbox
    where done_at is null and due_at <= $1 and (lease_until is null or lease_until <= $1)
    order by due_at
    limit 1";

/// Claims the next mail that is due. Looks before it writes: most of the time there is none, and
/// SQLite's one writer is better used.
pub(super) async fn claim(
    db: &Db,
    now: i64,
    lease_until: i64,
) -> Result<Option<ClaimedRow>, sqlx::Error> {
    let due: Option<i64> =
        read!(db, |pool| sqlx::query_scalar(DUE).bind(now).fetch_optional(pool).await)?;
    if due.is_none() {
        return Ok(None);
    }
    let mut tx = db.begin().await?;
    let sql = tx.sql(CLAIM_SQLITE, CLAIM_POSTGRES);
    let claimed = on!(&mut tx, |connection| {
        sqlx::query_as(sql).bind(now).bind(lease_until).fetch_optional(connection).await
    })?;
    tx.commit().await?;
    Ok(claimed)
}

const FINISH: &str = "
    update outbox
    set status = $4, done_at = $5, reason = $6, lease_until = null
    where organisation_id = $1 and id = $2 and attempts = $3 and status = 'sending'";

/// Ends a mail that this process claimed; whether it still was its own.
pub(super) async fn finish(
    db: &Db,
    claimed: &ClaimedRow,
    status: &'static str,
    now: i64,
    reason: Option<&str>,
) -> Result<bool, sqlx::Error> {
    let mut tx = db.begin().await?;
    let rows = on!(&mut tx, |connection| {
        sqlx::query(FINISH)
            .bind(claimed.organisation_id)
            .bind(claimed.id)
            .bind(claimed.attempts)
            .bind(status)
            .bind(now)
            .bind(reason)
            .execute(connection)
            .await
            .map(|done| done.rows_affected())
    })?;
    if let (1, Some(registration)) = (rows, claimed.registration_id) {
        // Lists are filtered by it.
        let ids = (OrganisationId(claimed.organisation_id), RegistrationId(registration));
        let _ = match status {
            "dead" => tags::put_on(&mut tx, ids.0, ids.1, LOST).await?,
            _ => tags::take_off(&mut tx, ids.0, ids.1, LOST).await?,
        };
    }
    tx.commit().await?;
    Ok(rows == 1)
}

const POSTPONE: &str = "
    update outbox
    set status = 'pending', due_at = $4, reason = $5, lease_until = null, attempts = attempts - $6
    where organisation_id = $1 and id = $2 and attempts = $3 and status = 'sending'";

/// Gives a mail back to be tried later. `uncounted` is 1 where the attempt was not the mail's
/// fault, else 0.
pub(super) async fn postpone(
    db: &Db,
    claimed: &ClaimedRow,
    due_at: i64,
    reason: &str,
    uncounted: i64,
) -> Result<bool, sqlx::Error> {
    let mut tx = db.begin().await?;
    let rows = on!(&mut tx, |connection| {
        sqlx::query(POSTPONE)
            .bind(claimed.organisation_id)
            .bind(claimed.id)
            .bind(claimed.attempts)
            .bind(due_at)
            .bind(reason)
            .bind(uncounted)
            .execute(connection)
            .await
            .map(|done| done.rows_affected())
    })?;
    tx.commit().await?;
    Ok(rows == 1)
}

const FIRST: &str = "
    select id
    from outbox
    where organisation_id = $1 and registration_id = $2 and revision > 0
    order by revision
    limit 1";

/// The first mail about a registration.
pub(super) async fn first(
    db: &Db,
    organisation: OrganisationId,
    registration: RegistrationId,
) -> Result<Option<Uuid>, sqlx::Error> {
    read!(db, |pool| {
        sqlx::query_scalar(FIRST)
            .bind(organisation.0)
            .bind(registration.0)
            .fetch_optional(pool)
            .await
    })
}

const OLDEST_DUE: &str = "select min(due_at) from outbox where done_at is null";

/// When the mail was due that waits longest.
pub(super) async fn oldest_due(db: &Db) -> Result<Option<i64>, sqlx::Error> {
    read!(db, |pool| sqlx::query_scalar(OLDEST_DUE).fetch_one(pool).await)
}

const INSERT_DEAD: &str = "
    insert into outbox (organisation_id, id, registration_id, kind, revision, status, due_at,
        created_at, done_at, reason)
    values ($1, $2, $3, $4, 1, 'dead', $5, $5, $5, $6)";

/// Writes a mail off that is not to be sent.
pub(super) async fn insert_dead(
    tx: &mut Tx,
    organisation: OrganisationId,
    registration: RegistrationId,
    kind: &'static str,
    now: i64,
    reason: &str,
) -> Result<(), sqlx::Error> {
    on!(tx, |connection| {
        sqlx::query(INSERT_DEAD)
            .bind(organisation.0)
            .bind(Uuid::now_v7())
            .bind(registration.0)
            .bind(kind)
            .bind(now)
            .bind(reason)
            .execute(connection)
            .await
            .map(drop)
    })
}
