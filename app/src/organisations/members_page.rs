//! Who acts for an organisation: members, roles, invitations.

use domain::accounts::Action;
use domain::ids::{AccountId, InvitationId};
use domain::invalid::{Field, Invalid};
use domain::organisations::Role;
use jiff::tz::TimeZone;
use leptos::prelude::*;
use services::Error;
use services::accounts::SignedIn;
use services::organisations::OwnOrganisation;
use services::organisations::members::{InvitationDraft, Member, OpenInvitation, People};

use super::{InviteForm, MemberForm};
use crate::accounts::confirm_page;
use crate::context::{self, dates, language, services, texts};
use crate::error::AppError;
use crate::returned::{self, Returned};
use crate::ui::form::{Choice, Kind, Problems, TextField};
use crate::ui::page::when_ready;
use crate::ui::workspace::{Place, Workspace};

/// What a returned form is called.
const INVITE: &str = "invitation";

fn page(language: &str, organisation: &str) -> String {
    let language = context::language_of(language);
    format!("/{}/organise/{organisation}/members", language.code())
}

/// Someone is invited.
pub async fn invite(form: InviteForm) -> Result<(), AppError> {
    let me = context::signed_in().await?;
    let draft = InvitationDraft {
        email: form.email.clone(),
        role: form.role.clone(),
        event: form.event.clone(),
    };
    let language = context::language_of(&form.language);
    let services = context::services();
    let page = page(&form.language, &form.organisation);
    match services.organisations.invite(&me.actor, &form.organisation, &draft, language).await {
        Ok(()) => {
            returned::forget();
            context::see_other(&format!("{page}?invited=1"));
            Ok(())
        }
        Err(Error::Invalid(invalid)) => send_back(form, invalid, &page).await,
        Err(Error::Unproved) => {
            returned::keep(INVITE, form, Vec::new()).await?;
            let back = format!("{page}?form=returned");
            context::see_other(&confirm_page::address(language, &back));
            Ok(())
        }
        Err(error) => Err(error.into()),
    }
}

async fn send_back(form: InviteForm, invalid: Vec<Invalid>, page: &str) -> Result<(), AppError> {
    returned::keep(INVITE, form, invalid).await?;
    context::see_other(&format!("{page}?form=returned#problems"));
    Ok(())
}

/// An invitation is taken back.
pub async fn withdraw(form: MemberForm) -> Result<(), AppError> {
    let me = context::signed_in().await?;
    let invitation = form.id.parse().map(InvitationId).map_err(|_| AppError::NotFound)?;
    let services = context::services();
    services.organisations.withdraw(&me.actor, &form.organisation, invitation).await?;
    context::see_other(&page(&form.language, &form.organisation));
    Ok(())
}

/// A member gets another role.
pub async fn change_role(form: MemberForm) -> Result<(), AppError> {
    let me = context::signed_in().await?;
    let account = form.id.parse().map(AccountId).map_err(|_| AppError::NotFound)?;
    let services = context::services();
    let organisations = &services.organisations;
    let changed =
        organisations.change_role(&me.actor, &form.organisation, account, &form.role).await;
    answer(form, changed).await
}

/// A member's role is taken away.
pub async fn remove(form: MemberForm) -> Result<(), AppError> {
    let me = context::signed_in().await?;
    let account = form.id.parse().map(AccountId).map_err(|_| AppError::NotFound)?;
    let services = context::services();
    let organisations = &services.organisations;
    let removed = organisations.remove(&me.actor, &form.organisation, account, &form.event).await;
    if removed.is_ok() && account == me.actor.account {
        let language = context::language_of(&form.language);
        context::see_other(&format!("/{}/organise", language.code()));
        return Ok(());
    }
    answer(form, removed).await
}

async fn answer(form: MemberForm, done: Result<(), Error>) -> Result<(), AppError> {
    let page = page(&form.language, &form.organisation);
    match done {
        Ok(()) => {
            context::see_other(&page);
            Ok(())
        }
        Err(Error::Invalid(invalid)) => send_back(InviteForm::default(), invalid, &page).await,
        Err(error) => Err(error.into()),
    }
}

/// The members of an organisation.
#[component]
pub fn MembersPage() -> impl IntoView {
    let (services, session, language) = (services(), context::session(), language());
    let slug = context::param("organisation");
    let (asked, invited) = (returned::asked(), !context::query("invited").is_empty());
    when_ready(async move {
        let me = services.accounts.signed_in(session.as_ref()).await?;
        let organisations = &services.organisations;
        let people = organisations.people(&me.actor, &slug).await?;
        let organisation =
            organisations.own_one(&me.actor, &slug, Action::SeeMembers, language).await?;
        let returned = returned::see(&services, INVITE, asked).await.unwrap_or_default();
        Ok(view! { <Shown me organisation people returned invited /> })
    })
}

#[component]
fn Shown(
    me: SignedIn,
    organisation: OwnOrganisation,
    people: People,
    returned: Returned<InviteForm>,
    invited: bool,
) -> impl IntoView {
    let texts = texts();
    let slug = organisation.slug.clone();
    let own = me.actor.account;
    let member = {
        let slug = slug.clone();
        move |member: Member| {
            let is_own = member.account == own;
            view! { <MemberRow member organisation=slug.clone() is_own /> }
        }
    };
    let invitation = {
        let slug = slug.clone();
        move |invitation: OpenInvitation| {
            view! { <InvitationRow invitation organisation=slug.clone() /> }
        }
    };
    let open = (!people.invitations.is_empty()).then(|| {
        view! {
            <section class="section" aria-labelledby="open">
                <h2 id="open">{texts.get("members-invited")}</h2>
                <ul class="attendees">
                    {people.invitations.into_iter().map(invitation).collect_view()}
                </ul>
            </section>
        }
    });
    let sent = invited.then(|| {
        view! {
            <p class="notice good" role="status">
                {texts.get("members-invitation-sent")}
            </p>
        }
    });
    view! {
        <Workspace
            place=Place::organisation(me.actor, organisation)
            title=texts.get("workspace-members")
        >
            {sent}
            <Problems invalid=returned.invalid.clone() />
            <ul class="attendees">{people.members.into_iter().map(member).collect_view()}</ul>
            {open}
            <Invite returned organisation=slug />
        </Workspace>
    }
}

/// The words of a role, with the event that it is for.
fn role_words(role: Role, event: Option<&str>) -> String {
    let role = texts().get(&format!("role-{}", role.code()));
    match event {
        None => role,
        Some(event) => {
            let named = [("role", role.into()), ("event", event.to_owned().into())];
            texts().with("role-in-event", &named)
        }
    }
}

/// Every role, to choose from.
fn roles() -> Vec<(String, String)> {
    let role = |role: &Role| (role.code().to_owned(), role_words(*role, None));
    Role::ALL.iter().map(role).collect()
}

#[component]
fn MemberRow(member: Member, organisation: String, is_own: bool) -> impl IntoView {
    let texts = texts();
    let id = member.account.0.to_string();
    let of_all = member.event.is_none();
    let event = member.event.clone().unwrap_or_default();
    let change = of_all.then(|| {
        let option = |(code, name): (String, String)| {
            let selected = code == member.role.code();
            view! {
                <option value=code selected=selected>
                    {name}
                </option>
            }
        };
        let label = texts.with("members-role-of", &[("email", member.email.clone().into())]);
        view! {
            <form class="inline" method="post" action="/api/membership-role">
                <Target organisation=organisation.clone() id=id.clone() event=String::new() />
                <select name="form[role]" aria-label=label>
                    {roles().into_iter().map(option).collect_view()}
                </select>
                <button class="button second" type="submit">
                    {texts.get("members-change")}
                </button>
            </form>
        }
    });
    let remove = if is_own { "members-leave" } else { "members-remove" };
    view! {
        <li>
            <div>
                <b>
                    <bdi>{member.email.clone()}</bdi>
                </b>
                <br />
                <span class="quiet">{role_words(member.role, member.event.as_deref())}</span>
            </div>
            <div class="actions">
                {change}
                <details class="confirm">
                    <summary class="button second">{texts.get(remove)}</summary>
                    <form method="post" action="/api/membership-end">
                        <Target organisation id event />
                        <p>{texts.get("members-remove-text")}</p>
                        <button class="button back" type="submit">
                            {texts.get(remove)}
                        </button>
                    </form>
                </details>
            </div>
        </li>
    }
}

#[component]
fn InvitationRow(invitation: OpenInvitation, organisation: String) -> impl IntoView {
    let texts = texts();
    let day = invitation.expires_at.to_zoned_datetime(TimeZone::UTC).date();
    let until = texts.with("members-invited-until", &[("day", dates().day(day).into())]);
    view! {
        <li>
            <div>
                <b>
                    <bdi>{invitation.email.clone()}</bdi>
                </b>
                <br />
                <span class="quiet">
                    {role_words(invitation.role, invitation.event.as_deref())} " · " {until}
                </span>
            </div>
            <form method="post" action="/api/invitation-withdrawal">
                <Target organisation id=invitation.id.0.to_string() event=String::new() />
                <button class="button second" type="submit">
                    {texts.get("members-withdraw")}
                </button>
            </form>
        </li>
    }
}

/// Whom a small form is about.
#[component]
fn Target(organisation: String, id: String, event: String) -> impl IntoView {
    view! {
        <input type="hidden" name="form[language]" value=language().code() />
        <input type="hidden" name="form[organisation]" value=organisation />
        <input type="hidden" name="form[id]" value=id />
        <input type="hidden" name="form[event]" value=event />
    }
}

#[component]
fn Invite(returned: Returned<InviteForm>, organisation: String) -> impl IntoView {
    let texts = texts();
    let role = Some(returned.values.role).filter(|role| !role.is_empty());
    let role = role.unwrap_or_else(|| Role::Organiser.code().to_owned());
    view! {
        <section class="section" aria-labelledby="invite">
            <h2 id="invite">{texts.get("members-invite")}</h2>
            <p>{texts.get("members-invite-text")}</p>
            <form class="form" method="post" action="/api/invitation" novalidate>
                <input type="hidden" name="form[language]" value=language().code() />
                <input type="hidden" name="form[organisation]" value=organisation />
                <div class="pair">
                    <TextField
                        field=Field::Email
                        name="form[email]"
                        label="members-email"
                        value=returned.values.email
                        invalid=returned.invalid.clone()
                        kind=Kind::Email
                    />
                    <Choice
                        field=Field::Role
                        name="form[role]"
                        label="members-role"
                        options=roles()
                        value=role
                        invalid=returned.invalid
                    />
                </div>
                <p>
                    <button class="button" type="submit">
                        {texts.get("members-invite-button")}
                    </button>
                </p>
            </form>
        </section>
    }
}
