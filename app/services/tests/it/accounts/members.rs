//! Invitations and roles.

use domain::accounts::Actor;
use domain::invalid::{Code, Field};
use domain::language::Language;
use domain::organisations::Role;
use jiff::SignedDuration;
use services::Error;
use services::organisations::members::InvitationDraft;
use services::secrets::InvitationToken;

use crate::support::{House, NewEvent, assert_refused, refused};

const CLUB: &str = "peace-club";

fn draft(email: &str, role: &str) -> InvitationDraft {
    InvitationDraft { email: email.into(), role: role.into(), event: String::new() }
}

async fn invite(house: &House, actor: &Actor, draft: &InvitationDraft) -> Result<(), Error> {
    house.organisations.invite(actor, CLUB, draft, Language::English).await
}

/// The secret in the mail that was queued last.
async fn token(house: &House) -> InvitationToken {
    let claimed = house.mail.claim().await.expect("an answer").expect("a mail");
    let message = house.mail.compose(&claimed).await.expect("a message");
    house.mail.sent(&claimed).await.expect("recorded");
    let link = message.text.split_whitespace().find(|word| word.contains("/invitations/"));
    let token = link.and_then(|link| link.rsplit('/').next()).expect("a link");
    InvitationToken::parse(token).expect("a token")
}

both! {
    async fn the_first_owner_comes_from_the_operator(house: House) {
        house.organisation(CLUB).await;
        let draft = draft("Amina@Example.org", "owner");
        let organisations = &house.organisations;
        let token = organisations.invite_as_operator(CLUB, &draft, Language::French).await;
        let token = token.expect("an invitation");
        let page = organisations.invitation(&token, Language::English).await.expect("a page");
        assert_eq!((page.email.as_str(), page.role), ("amina@example.org", Role::Owner));
        let accepted = organisations.accept(&token, None, "", Language::French).await;
        let session = accepted.expect("a member").session.expect("a session");
        let me = house.accounts.signed_in(Some(&session)).await.expect("signed in");
        assert_eq!(me.actor.memberships[0].role, Role::Owner);
        let again = organisations.accept(&token, None, "", Language::French).await;
        assert_refused(again.map(drop), Code::LinkOver);
        assert!(organisations.invitation(&token, Language::English).await.is_err());
        assert_eq!(house.texts("select action from audit order by at, id").await, ["invite", "join"]);
    }

    async fn an_invitation_is_for_one_address_and_does_not_sign_in_who_has_an_account(house: House) {
        let owner = house.member(CLUB, Role::Owner).await;
        let other = house.member("other-club", Role::Viewer).await;
        let email = house.texts("select email from accounts order by id desc").await;
        invite(&house, &owner, &draft(&email[0], "viewer")).await.expect("invited");
        let token = token(&house).await;
        let stranger = services::accounts::SignedIn {
            actor: owner.clone(),
            email: "owner@example.org".into(),
            session: domain::ids::SessionId(uuid::Uuid::nil()),
        };
        let result =
            house.organisations.accept(&token, Some(&stranger), "", Language::English).await;
        assert_refused(result.map(drop), Code::OtherAddress);
        let accepted = house.organisations.accept(&token, None, "", Language::English).await;
        assert!(accepted.expect("a member").session.is_none(), "they sign in as they always do");
        let people = house.organisations.people(&owner, CLUB).await.expect("people");
        assert!(people.members.iter().any(|member| member.account == other.account));
    }

    async fn invitations_end_by_age_by_hand_and_by_a_later_one(house: House) {
        let owner = house.member(CLUB, Role::Owner).await;
        let draft = draft("amina@example.org", "organiser");
        invite(&house, &owner, &draft).await.expect("invited");
        let first = token(&house).await;
        invite(&house, &owner, &draft).await.expect("invited again");
        let second = token(&house).await;
        let accept = async |token| house.organisations.accept(token, None, "", Language::English).await;
        assert_refused(accept(&first).await.map(drop), Code::LinkOver);
        let people = house.organisations.people(&owner, CLUB).await.expect("people");
        assert_eq!(people.invitations.len(), 1);
        let id = people.invitations[0].id;
        house.organisations.withdraw(&owner, CLUB, id).await.expect("withdrawn");
        assert_refused(accept(&second).await.map(drop), Code::LinkOver);
        invite(&house, &owner, &draft).await.expect("invited");
        let third = token(&house).await;
        house.clock.advance(SignedDuration::from_hours(7 * 24));
        assert_refused(accept(&third).await.map(drop), Code::LinkOver);
    }

    async fn what_is_wrong_with_an_invitation_is_told_at_its_field(house: House) {
        let owner = house.member(CLUB, Role::Owner).await;
        let result = invite(&house, &owner, &draft("nobody", "king")).await;
        let both = [(Field::Email, Code::Email), (Field::Role, Code::UnknownChoice)];
        assert_eq!(refused(result), both);
        let own = house.texts("select email from accounts").await;
        let result = invite(&house, &owner, &draft(&own[0], "viewer")).await;
        assert_eq!(refused(result), [(Field::Email, Code::AlreadyMember)]);
    }

    async fn an_organisation_keeps_an_owner_whoever_asks_at_once(house: House) {
        let first = house.member(CLUB, Role::Owner).await;
        let result = house.organisations.remove(&first, CLUB, first.account, "").await;
        assert_refused(result, Code::LastOwner);
        let result = house.organisations.change_role(&first, CLUB, first.account, "viewer").await;
        assert_refused(result, Code::LastOwner);
        let second = house.member(CLUB, Role::Owner).await;
        let (a, b) = tokio::join!(
            house.organisations.remove(&first, CLUB, second.account, ""),
            house.organisations.remove(&second, CLUB, first.account, ""),
        );
        assert!(a.is_ok() != b.is_ok(), "one of the two: {a:?} {b:?}");
        assert_eq!(house.number("select count(*) from members where role = 'owner'").await, 1);
    }

    async fn who_may_not_manage_members_does_not_and_foreigners_see_nothing(house: House) {
        let owner = house.member(CLUB, Role::Owner).await;
        house.organisation("other-club").await;
        let draft = draft("amina@example.org", "owner");
        for role in [Role::Organiser, Role::DoorStaff, Role::Viewer] {
            let member = house.member(CLUB, role).await;
            assert!(matches!(invite(&house, &member, &draft).await, Err(Error::Forbidden)));
            let people = house.organisations.people(&member, CLUB).await;
            assert!(matches!(people, Err(Error::Forbidden)));
            let removed = house.organisations.remove(&member, CLUB, owner.account, "").await;
            assert!(matches!(removed, Err(Error::Forbidden)));
            house.organisations.remove(&member, CLUB, member.account, "").await.expect("left");
        }
        let foreign = house.member("other-club", Role::Owner).await;
        assert!(matches!(invite(&house, &foreign, &draft).await, Err(Error::NotFound)));
        let removed = house.organisations.remove(&foreign, CLUB, owner.account, "").await;
        assert!(matches!(removed, Err(Error::NotFound)));
    }

    async fn a_role_can_be_for_one_event_alone(house: House) {
        let owner = house.member(CLUB, Role::Owner).await;
        let event = house.announce(NewEvent::default()).await;
        house.announce(NewEvent::titled("other-cup", "Other Cup")).await;
        let mut draft = draft("door@example.org", "owner");
        draft.event = event.slug.clone();
        let result = invite(&house, &owner, &draft).await;
        assert_eq!(refused(result), [(Field::Role, Code::UnknownChoice)]);
        draft.role = "door-staff".into();
        invite(&house, &owner, &draft).await.expect("invited");
        let token = token(&house).await;
        let accepted = house.organisations.accept(&token, None, "", Language::English).await;
        let session = accepted.expect("a member").session.expect("a session");
        let me = house.accounts.signed_in(Some(&session)).await.expect("signed in").actor;
        let club = house.organisations.own(&me, Language::English).await.expect("one");
        let list = house.events.own_list(&me, &club[0], Default::default(), 1, Language::English);
        let slugs: Vec<_> = list.await.expect("a list").cards.into_iter().map(|c| c.slug).collect();
        assert_eq!(slugs, [event.slug.as_str()]);
        let action = domain::accounts::Action::SeeEvents;
        let other = house.events.own(&me, CLUB, "other-cup", action, Language::English).await;
        assert!(matches!(other, Err(Error::NotFound)));
        house.organisations.remove(&owner, CLUB, me.account, &event.slug).await.expect("removed");
        let gone = house.accounts.signed_in(Some(&session)).await.expect("signed in").actor;
        assert!(gone.memberships.is_empty());
    }
}
