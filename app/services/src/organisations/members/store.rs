//! The SQL of members and invitations.

use domain::ids::{AccountId, EventId, InvitationId, OrganisationId};
use sqlx::FromRow;
use uuid::Uuid;

use crate::db::{Db, Tx, on, read};

/// A member, of the organisation or of one event.
#[derive(Debug, FromRow)]
pub(crate) struct MemberRow {
    pub account_id: Uuid,
    pub email: String,
    pub role: String,
    pub event: Option<String>,
}

const MEMBERS: &str = "
    select m.account_id, a.email, m.role, nullif(a.email, a.email) as event
    from members m
    join accounts a on a.id = m.account_id
    where m.organisation_id = $1
    union all
    select m.account_id, a.email, m.role, s.slug as event
    from event_members m
    join accounts a on a.id = m.account_id
    join event_slugs s on s.organisation_id = m.organisation_id and s.event_id = m.event_id
    where m.organisation_id = $1
    order by 2, 4";

/// Everyone who acts for an organisation or one of its events.
pub(crate) async fn members(
    db: &Db,
    organisation: OrganisationId,
) -> Result<Vec<MemberRow>, sqlx::Error> {
    read!(db, |pool| sqlx::query_as(MEMBERS).bind(organisation.0).fetch_all(pool).await)
}

/// An invitation that nobody has answered.
#[derive(Debug, FromRow)]
pub(crate) struct OpenRow {
    pub id: Uuid,
    pub email: String,
    pub role: String,
    pub event: Option<String>,
    pub expires_at: i64,
}

const OPEN: &str = "
    select i.id, i.email, i.role, s.slug as event, i.expires_at
    from invitations i
    left join event_slugs s on s.organisation_id = i.organisation_id and s.event_id = i.event_id
    where i.organisation_id = $1 and i.accepted_at is null and i.withdrawn_at is null
        and i.expires_at > $2
    order by i.email, i.id";

/// The invitations of an organisation that still work.
pub(crate) async fn open(
    db: &Db,
    organisation: OrganisationId,
    now: i64,
) -> Result<Vec<OpenRow>, sqlx::Error> {
    read!(db, |pool| sqlx::query_as(OPEN).bind(organisation.0).bind(now).fetch_all(pool).await)
}

const COUNT_OPEN: &str = "
    select count(*)
    from invitations
    where organisation_id = $1 and accepted_at is null and withdrawn_at is null
        and expires_at > $2";

/// How many invitations of an organisation still work.
pub(crate) async fn count_open(
    tx: &mut Tx,
    organisation: OrganisationId,
    now: i64,
) -> Result<i64, sqlx::Error> {
    on!(tx, |connection| {
        sqlx::query_scalar(COUNT_OPEN).bind(organisation.0).bind(now).fetch_one(connection).await
    })
}

const EVENT: &str = "
    select event_id
    from event_slugs
    where organisation_id = $1 and slug = $2";

/// The event of this slug, if it is the organisation's.
pub(crate) async fn event(
    tx: &mut Tx,
    organisation: OrganisationId,
    slug: &str,
) -> Result<Option<Uuid>, sqlx::Error> {
    on!(tx, |connection| {
        sqlx::query_scalar(EVENT).bind(organisation.0).bind(slug).fetch_optional(connection).await
    })
}

const IS_MEMBER: &str = "
    select
        (select count(*) from members m
         join accounts a on a.id = m.account_id
         where m.organisation_id = $1 and a.email = $3)
        + (select count(*) from event_members m
           join accounts a on a.id = m.account_id
           where m.organisation_id = $1 and m.event_id = $2 and a.email = $3)";

/// Whether this address acts for the organisation, or for this event of it.
pub(crate) async fn is_member(
    tx: &mut Tx,
    organisation: OrganisationId,
    event: Option<EventId>,
    email: &str,
) -> Result<bool, sqlx::Error> {
    let count: i64 = on!(tx, |connection| {
        sqlx::query_scalar(IS_MEMBER)
            .bind(organisation.0)
            .bind(event.map(|event| event.0))
            .bind(email)
            .fetch_one(connection)
            .await
    })?;
    Ok(count > 0)
}

/// An invitation as it is written.
pub(crate) struct NewInvitation<'a> {
    pub id: InvitationId,
    pub token_hash: &'a [u8],
    pub organisation: OrganisationId,
    pub event: Option<EventId>,
    pub email: &'a str,
    pub role: &'static str,
    pub language: &'static str,
    pub by: Option<AccountId>,
    pub at: i64,
    pub expires_at: i64,
}

const INSERT_INVITATION: &str = "
    insert into invitations (id, token_hash, organisation_id, event_id, email, role, language,
        invited_by, created_at, expires_at)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";

/// Writes a new invitation.
pub(crate) async fn insert_invitation(
    tx: &mut Tx,
    new: &NewInvitation<'_>,
) -> Result<(), sqlx::Error> {
    on!(tx, |connection| {
        sqlx::query(INSERT_INVITATION)
            .bind(new.id.0)
            .bind(new.token_hash)
            .bind(new.organisation.0)
            .bind(new.event.map(|event| event.0))
            .bind(new.email)
            .bind(new.role)
            .bind(new.language)
            .bind(new.by.map(|account| account.0))
            .bind(new.at)
            .bind(new.expires_at)
            .execute(connection)
            .await
            .map(drop)
    })
}

const WITHDRAW_EARLIER: &str = "
    update invitations
    set withdrawn_at = $4
    where organisation_id = $1 and email = $3 and accepted_at is null and withdrawn_at is null
        and coalesce(event_id, organisation_id) = coalesce($2, organisation_id)";

/// Takes back what this address was asked before, for the same part of the organisation.
pub(crate) async fn withdraw_earlier(
    tx: &mut Tx,
    organisation: OrganisationId,
    event: Option<EventId>,
    email: &str,
    now: i64,
) -> Result<(), sqlx::Error> {
    on!(tx, |connection| {
        sqlx::query(WITHDRAW_EARLIER)
            .bind(organisation.0)
            .bind(event.map(|event| event.0))
            .bind(email)
            .bind(now)
            .execute(connection)
            .await
            .map(drop)
    })
}

const WITHDRAW: &str = "
    update invitations
    set withdrawn_at = $3
    where organisation_id = $1 and id = $2 and accepted_at is null and withdrawn_at is null";

/// Takes an invitation back; whether it was open.
pub(crate) async fn withdraw(
    tx: &mut Tx,
    organisation: OrganisationId,
    invitation: InvitationId,
    now: i64,
) -> Result<bool, sqlx::Error> {
    let rows = on!(tx, |connection| {
        sqlx::query(WITHDRAW)
            .bind(organisation.0)
            .bind(invitation.0)
            .bind(now)
            .execute(connection)
            .await
            .map(|done| done.rows_affected())
    })?;
    Ok(rows == 1)
}

/// An invitation that still works.
#[derive(Debug, FromRow)]
pub(crate) struct InvitationRow {
    pub id: Uuid,
    pub organisation_id: Uuid,
    pub event_id: Option<Uuid>,
    pub email: String,
    pub role: String,
}

const BY_TOKEN: &str = "
    select id, organisation_id, event_id, email, role
    from invitations
    where token_hash = $1 and accepted_at is null and withdrawn_at is null and expires_at > $2";

/// The invitation behind this link, if it still works.
pub(crate) async fn by_token(
    tx: &mut Tx,
    token_hash: &[u8],
    now: i64,
) -> Result<Option<InvitationRow>, sqlx::Error> {
    on!(tx, |connection| {
        sqlx::query_as(BY_TOKEN).bind(token_hash).bind(now).fetch_optional(connection).await
    })
}

const USE_UP: &str = "
    update invitations
    set accepted_at = $2
    where id = $1 and accepted_at is null and withdrawn_at is null and expires_at > $2";

/// Uses an invitation; whether nobody did before.
pub(crate) async fn use_up(tx: &mut Tx, id: InvitationId, now: i64) -> Result<bool, sqlx::Error> {
    let rows = on!(tx, |connection| {
        sqlx::query(USE_UP)
            .bind(id.0)
            .bind(now)
            .execute(connection)
            .await
            .map(|done| done.rows_affected())
    })?;
    Ok(rows == 1)
}

/// What the mail of an invitation says.
#[derive(Debug, FromRow)]
pub(crate) struct InvitationMailRow {
    pub organisation_id: Uuid,
    pub email: String,
    pub role: String,
    pub language: String,
    pub expires_at: i64,
}

const INVITATION_MAIL: &str = "
    select organisation_id, email, role, language, expires_at
    from invitations
    where id = $1";

/// What the mail of this invitation says.
pub(crate) async fn invitation_mail(
    db: &Db,
    id: InvitationId,
) -> Result<Option<InvitationMailRow>, sqlx::Error> {
    read!(db, |pool| sqlx::query_as(INVITATION_MAIL).bind(id.0).fetch_optional(pool).await)
}

/// Someone who acts from now on.
pub(crate) struct NewMember<'a> {
    pub organisation: OrganisationId,
    pub event: Option<EventId>,
    pub account: AccountId,
    pub role: &'a str,
}

const INSERT_MEMBER: &str = "
    insert into members (organisation_id, account_id, role, created_at)
    values ($1, $2, $3, $4)
    on conflict (organisation_id, account_id) do nothing";

const INSERT_EVENT_MEMBER: &str = "
    insert into event_members (organisation_id, account_id, role, created_at, event_id)
    values ($1, $2, $3, $4, $5)
    on conflict (organisation_id, event_id, account_id) do nothing";

/// Makes someone a member; who is one already keeps their role.
pub(crate) async fn insert_member(
    tx: &mut Tx,
    new: &NewMember<'_>,
    at: i64,
) -> Result<(), sqlx::Error> {
    let sql = if new.event.is_some() { INSERT_EVENT_MEMBER } else { INSERT_MEMBER };
    on!(tx, |connection| {
        let query =
            sqlx::query(sql).bind(new.organisation.0).bind(new.account.0).bind(new.role).bind(at);
        let query = match new.event {
            Some(event) => query.bind(event.0),
            None => query,
        };
        query.execute(connection).await.map(drop)
    })
}

const LOCK: &str = "update organisations set slug = slug where id = $1";

/// Keeps others from changing who acts for this organisation, until the end of the transaction.
pub(crate) async fn lock(tx: &mut Tx, organisation: OrganisationId) -> Result<(), sqlx::Error> {
    on!(tx, |connection| {
        sqlx::query(LOCK).bind(organisation.0).execute(connection).await.map(drop)
    })
}

const ROLE: &str = "select role from members where organisation_id = $1 and account_id = $2";

/// What someone is in an organisation.
pub(crate) async fn role(
    tx: &mut Tx,
    organisation: OrganisationId,
    account: AccountId,
) -> Result<Option<String>, sqlx::Error> {
    on!(tx, |connection| {
        sqlx::query_scalar(ROLE)
            .bind(organisation.0)
            .bind(account.0)
            .fetch_optional(connection)
            .await
    })
}

const SET_ROLE: &str = "
    update members
    set role = $3
    where organisation_id = $1 and account_id = $2";

/// Gives a member another role.
pub(crate) async fn set_role(
    tx: &mut Tx,
    organisation: OrganisationId,
    account: AccountId,
    role: &'static str,
) -> Result<(), sqlx::Error> {
    on!(tx, |connection| {
        sqlx::query(SET_ROLE)
            .bind(organisation.0)
            .bind(account.0)
            .bind(role)
            .execute(connection)
            .await
            .map(drop)
    })
}

const OWNERS: &str = "
    select count(*)
    from members
    where organisation_id = $1 and role = 'owner'";

/// How many owners an organisation has.
pub(crate) async fn owners(tx: &mut Tx, organisation: OrganisationId) -> Result<i64, sqlx::Error> {
    on!(tx, |connection| {
        sqlx::query_scalar(OWNERS).bind(organisation.0).fetch_one(connection).await
    })
}

const DELETE_MEMBER: &str = "
    delete from members
    where organisation_id = $1 and account_id = $2";

const DELETE_EVENT_MEMBER: &str = "
    delete from event_members
    where organisation_id = $1 and account_id = $2 and event_id = $3";

/// Takes a role away; whether they had it.
pub(crate) async fn delete_member(
    tx: &mut Tx,
    organisation: OrganisationId,
    event: Option<EventId>,
    account: AccountId,
) -> Result<bool, sqlx::Error> {
    let sql = if event.is_some() { DELETE_EVENT_MEMBER } else { DELETE_MEMBER };
    let rows = on!(tx, |connection| {
        let query = sqlx::query(sql).bind(organisation.0).bind(account.0);
        let query = match event {
            Some(event) => query.bind(event.0),
            None => query,
        };
        query.execute(connection).await.map(|done| done.rows_affected())
    })?;
    Ok(rows == 1)
}
