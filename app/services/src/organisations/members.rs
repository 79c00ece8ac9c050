//! Who acts for an organisation: members, their roles, and those who were asked.
//!
//! The first owner is invited by the operator (`concord organiser invite`); owners invite everyone
//! else. An invitation goes to a mail address, works once, within a week, and for that address
//! alone. An organisation never loses its last owner: the change and the count of owners stand in
//! one transaction, behind a lock on the organisation's row.

pub(crate) mod store;

use domain::accounts::{Action, Actor, authorize, require_proof};
use domain::ids::{AccountId, EventId, InvitationId, OrganisationId};
use domain::invalid::{Code, Field, Invalid};
use domain::language::Language;
use domain::organisations::Role;
use domain::text::Email;
use jiff::{SignedDuration, Timestamp};
use uuid::Uuid;

use super::{Organisations, name};
use crate::accounts::{SignedIn, account_of, open_session};
use crate::audit::{Act, record};
use crate::db::Tx;
use crate::events::{stored, time};
use crate::secrets::{InvitationToken, SessionToken};
use crate::{Error, mail};

/// How long an invitation works.
const INVITATION_LIFETIME: SignedDuration = SignedDuration::from_hours(7 * 24);

/// The most invitations of an organisation that may be open at once.
const OPEN_INVITATIONS: i64 = 200;

/// Someone who acts for an organisation.
#[derive(Debug, Clone)]
pub struct Member {
    /// Who.
    pub account: AccountId,
    /// Their mail address.
    pub email: String,
    /// As what.
    pub role: Role,
    /// For this event alone (its slug); none for all of the organisation.
    pub event: Option<String>,
}

/// Someone who was asked and has not answered.
#[derive(Debug, Clone)]
pub struct OpenInvitation {
    /// Which.
    pub id: InvitationId,
    /// Whom.
    pub email: String,
    /// As what.
    pub role: Role,
    /// For this event alone (its slug); none for all of the organisation.
    pub event: Option<String>,
    /// How long it works.
    pub expires_at: Timestamp,
}

/// Everyone who acts for an organisation, or was asked to.
#[derive(Debug, Clone)]
pub struct People {
    /// Those who do.
    pub members: Vec<Member>,
    /// Those who were asked.
    pub invitations: Vec<OpenInvitation>,
}

/// What somebody types to invite someone.
#[derive(Debug, Clone, Default)]
pub struct InvitationDraft {
    /// The address.
    pub email: String,
    /// The code of a role.
    pub role: String,
    /// The slug of an event that the role is for; empty for all of the organisation.
    pub event: String,
}

/// An invitation, as the one who was asked sees it.
#[derive(Debug, Clone)]
pub struct InvitationPage {
    /// The name of the organisation.
    pub organisation: String,
    /// The language of the name.
    pub language: Language,
    /// The address that was asked.
    pub email: String,
    /// As what.
    pub role: Role,
}

/// What came of accepting.
#[derive(Debug)]
pub struct Accepted {
    /// The browser is signed in with this, where nobody had the address before; others sign in.
    pub session: Option<SessionToken>,
}

/// Who invites.
#[derive(Debug, Clone, Copy)]
enum Inviter<'a> {
    Member(&'a Actor),
    Operator,
}

impl Organisations {
    /// Everyone who acts for this organisation.
    ///
    /// # Errors
    /// `NotFound` and `Forbidden` as `authorize` says.
    pub async fn people(&self, actor: &Actor, slug: &str) -> Result<People, Error> {
        let organisation = self.enter(actor, slug, Action::SeeMembers).await?;
        let (db, now) = (&self.0.db, self.0.clock.now().as_microsecond());
        let member = |row: store::MemberRow| {
            let (account, email, event) = (AccountId(row.account_id), row.email, row.event);
            Ok(Member { account, email, role: stored(&row.role)?, event })
        };
        let invitation = |row: store::OpenRow| {
            Ok(OpenInvitation {
                id: InvitationId(row.id),
                email: row.email,
                role: stored(&row.role)?,
                event: row.event,
                expires_at: time(row.expires_at)?,
            })
        };
        let members = store::members(db, organisation).await?;
        let invitations = store::open(db, organisation, now).await?;
        Ok(People {
            members: members.into_iter().map(member).collect::<Result<_, Error>>()?,
            invitations: invitations.into_iter().map(invitation).collect::<Result<_, Error>>()?,
        })
    }

    /// Asks someone to act for this organisation; they get a mail.
    ///
    /// # Errors
    /// `Invalid` with everything that is wrong; else as `authorize` says.
    pub async fn invite(
        &self,
        actor: &Actor,
        slug: &str,
        draft: &InvitationDraft,
        language: Language,
    ) -> Result<(), Error> {
        let organisation = self.enter(actor, slug, Action::ManageMembers).await?;
        self.ask(Inviter::Member(actor), organisation, draft, language).await.map(drop)
    }

    /// Asks someone in the name of the house: how an organisation gets its first owner.
    ///
    /// # Errors
    /// `NotFound` if there is no such organisation; `Invalid` with everything that is wrong.
    pub async fn invite_as_operator(
        &self,
        slug: &str,
        draft: &InvitationDraft,
        language: Language,
    ) -> Result<InvitationToken, Error> {
        let organisation = self.id(slug).await?;
        self.ask(Inviter::Operator, organisation, draft, language).await
    }

    async fn ask(
        &self,
        inviter: Inviter<'_>,
        organisation: OrganisationId,
        draft: &InvitationDraft,
        language: Language,
    ) -> Result<InvitationToken, Error> {
        let (email, role) = check(draft)?;
        let now = self.0.clock.now();
        let mut tx = self.0.db.begin().await?;
        let event = event(&mut tx, organisation, &draft.event).await?;
        if role == Role::Owner && event.is_some() {
            return Err(Error::refused(Field::Role, Code::UnknownChoice));
        }
        if store::is_member(&mut tx, organisation, event, &email).await? {
            return Err(Error::refused(Field::Email, Code::AlreadyMember));
        }
        // A later invitation takes the place of an earlier one.
        store::withdraw_earlier(&mut tx, organisation, event, &email, now.as_microsecond()).await?;
        if store::count_open(&mut tx, organisation, now.as_microsecond()).await? >= OPEN_INVITATIONS
        {
            return Err(Error::refused(Field::Form, Code::TooOften));
        }
        let id = InvitationId(Uuid::now_v7());
        let token = self.0.secrets.invitation_token(id);
        let (by, actor) = match inviter {
            Inviter::Member(actor) => (Some(actor.account), actor.account.0.to_string()),
            Inviter::Operator => (None, "operator".to_owned()),
        };
        let new = store::NewInvitation {
            id,
            token_hash: &token.hash(),
            organisation,
            event,
            email: &email,
            role: role.code(),
            language: language.code(),
            by,
            at: now.as_microsecond(),
            expires_at: (now + INVITATION_LIFETIME).as_microsecond(),
        };
        store::insert_invitation(&mut tx, &new).await?;
        mail::enqueue_invitation(&mut tx, id, now).await?;
        let detail = format!("role={}", role.code());
        let act = act(organisation, now, &actor, "invite", ("invitation", id.0), detail);
        record(&mut tx, act).await?;
        tx.commit().await?;
        self.0.mail_queued.notify_one();
        Ok(token)
    }

    /// The invitation behind this link.
    ///
    /// # Errors
    /// `NotFound` if there is none, or it was used, withdrawn or is too old.
    pub async fn invitation(
        &self,
        token: &InvitationToken,
        language: Language,
    ) -> Result<InvitationPage, Error> {
        let mut tx = self.0.db.begin().await?;
        let (hash, now) = (token.hash(), self.0.clock.now().as_microsecond());
        let row = store::by_token(&mut tx, &hash, now).await?.ok_or(Error::NotFound)?;
        drop(tx);
        let name = name(&self.0.db, OrganisationId(row.organisation_id), language).await?;
        Ok(InvitationPage {
            organisation: name.name,
            language: name.language,
            email: row.email,
            role: stored(&row.role)?,
        })
    }

    /// Makes the one who was asked a member.
    ///
    /// # Errors
    /// `Invalid` if it was used, withdrawn, is too old, or for another address than that of the
    /// one who is signed in.
    pub async fn accept(
        &self,
        token: &InvitationToken,
        signed_in: Option<&SignedIn>,
        agent: &str,
        language: Language,
    ) -> Result<Accepted, Error> {
        let now = self.0.clock.now();
        let mut tx = self.0.db.begin().await?;
        let row = store::by_token(&mut tx, &token.hash(), now.as_microsecond()).await?;
        let row = row.ok_or_else(|| Error::refused(Field::Form, Code::LinkOver))?;
        if signed_in.is_some_and(|signed_in| signed_in.email != row.email) {
            return Err(Error::refused(Field::Form, Code::OtherAddress));
        }
        let id = InvitationId(row.id);
        if !store::use_up(&mut tx, id, now.as_microsecond()).await? {
            return Err(Error::refused(Field::Form, Code::LinkOver));
        }
        let is_new = crate::accounts::store::by_email_in(&mut tx, &row.email).await?.is_none();
        let account = account_of(&mut tx, &row.email, language, now).await?;
        let organisation = OrganisationId(row.organisation_id);
        let event = row.event_id.map(EventId);
        let new = store::NewMember { organisation, event, account, role: &row.role };
        store::insert_member(&mut tx, &new, now.as_microsecond()).await?;
        let (who, detail) = (account.0.to_string(), format!("role={}", row.role));
        record(&mut tx, act(organisation, now, &who, "join", ("account", account.0), detail))
            .await?;
        let session = match (signed_in, is_new) {
            (None, true) => Some(open_session(&mut tx, account, agent, now).await?),
            _ => None,
        };
        tx.commit().await?;
        Ok(Accepted { session })
    }

    /// Takes an invitation back.
    ///
    /// # Errors
    /// `NotFound` if it is not open; else as `authorize` says.
    pub async fn withdraw(
        &self,
        actor: &Actor,
        slug: &str,
        invitation: InvitationId,
    ) -> Result<(), Error> {
        let organisation = self.enter(actor, slug, Action::ManageMembers).await?;
        let now = self.0.clock.now();
        let mut tx = self.0.db.begin().await?;
        if !store::withdraw(&mut tx, organisation, invitation, now.as_microsecond()).await? {
            return Err(Error::NotFound);
        }
        let (who, what) = (actor.account.0.to_string(), ("invitation", invitation.0));
        record(&mut tx, act(organisation, now, &who, "withdraw", what, String::new())).await?;
        tx.commit().await?;
        Ok(())
    }

    /// Gives a member of the organisation another role.
    ///
    /// # Errors
    /// `Invalid` if it is the last owner; `NotFound` if they are no member of the organisation as
    /// a whole; else as `authorize` says.
    pub async fn change_role(
        &self,
        actor: &Actor,
        slug: &str,
        account: AccountId,
        role: &str,
    ) -> Result<(), Error> {
        let organisation = self.enter(actor, slug, Action::ManageMembers).await?;
        let role: Role =
            role.parse().map_err(|_| Error::refused(Field::Role, Code::UnknownChoice))?;
        let now = self.0.clock.now();
        let mut tx = self.0.db.begin().await?;
        store::lock(&mut tx, organisation).await?;
        let before = store::role(&mut tx, organisation, account).await?.ok_or(Error::NotFound)?;
        store::set_role(&mut tx, organisation, account, role.code()).await?;
        require_owner(&mut tx, organisation).await?;
        let (who, detail) =
            (actor.account.0.to_string(), format!("before={before} after={}", role.code()));
        let act = act(organisation, now, &who, "change-role", ("account", account.0), detail);
        record(&mut tx, act).await?;
        tx.commit().await?;
        Ok(())
    }

    /// Takes a member's role in the organisation (or in one event, by its slug) away. Members may
    /// take their own; all others only where they manage members.
    ///
    /// # Errors
    /// `Invalid` if it is the last owner; `NotFound` if there is no such member; else as
    /// `authorize` says.
    pub async fn remove(
        &self,
        actor: &Actor,
        slug: &str,
        account: AccountId,
        of_event: &str,
    ) -> Result<(), Error> {
        let action =
            if account == actor.account { Action::SeeEvents } else { Action::ManageMembers };
        let organisation = self.enter(actor, slug, action).await?;
        require_proof(actor)?;
        let now = self.0.clock.now();
        let mut tx = self.0.db.begin().await?;
        store::lock(&mut tx, organisation).await?;
        let event = event(&mut tx, organisation, of_event).await?;
        if !store::delete_member(&mut tx, organisation, event, account).await? {
            return Err(Error::NotFound);
        }
        if event.is_none() {
            require_owner(&mut tx, organisation).await?;
        }
        let who = actor.account.0.to_string();
        let act = act(organisation, now, &who, "remove", ("account", account.0), String::new());
        record(&mut tx, act).await?;
        tx.commit().await?;
        Ok(())
    }

    /// The organisation of this slug, if this person may do this there.
    pub(crate) async fn enter(
        &self,
        actor: &Actor,
        slug: &str,
        action: Action,
    ) -> Result<OrganisationId, Error> {
        let organisation = self.id(slug).await?;
        authorize(actor, action, organisation.into())?;
        Ok(organisation)
    }
}

/// An organisation without an owner is nobody's: dropping the transaction undoes the change.
async fn require_owner(tx: &mut Tx, organisation: OrganisationId) -> Result<(), Error> {
    if store::owners(tx, organisation).await? == 0 {
        return Err(Error::refused(Field::Form, Code::LastOwner));
    }
    Ok(())
}

async fn event(
    tx: &mut Tx,
    organisation: OrganisationId,
    slug: &str,
) -> Result<Option<EventId>, Error> {
    if slug.is_empty() {
        return Ok(None);
    }
    let event = store::event(tx, organisation, slug).await?;
    event.map(|event| Some(EventId(event))).ok_or(Error::NotFound)
}

fn check(draft: &InvitationDraft) -> Result<(String, Role), Error> {
    let email = Email::parse(&draft.email).map(|email| email.folded());
    let role = draft.role.parse::<Role>();
    match (email, role) {
        (Ok(email), Ok(role)) => Ok((email, role)),
        (email, role) => {
            let mut invalid = Vec::new();
            invalid.extend(email.err().map(|code| Invalid::new(Field::Email, code)));
            invalid.extend(role.err().map(|_| Invalid::new(Field::Role, Code::UnknownChoice)));
            Err(Error::Invalid(invalid))
        }
    }
}

fn act<'a>(
    organisation: OrganisationId,
    at: Timestamp,
    actor: &'a str,
    action: &'a str,
    (object_kind, object): (&'a str, Uuid),
    detail: String,
) -> Act<'a> {
    Act { organisation, at, actor, action, object_kind, object, detail }
}
