//! Showing again who one is.

use domain::invalid::{Code, Field};
use domain::language::Language;
use domain::organisations::Role;
use services::Error;
use services::accounts::proofs::Ways;
use services::organisations::members::InvitationDraft;

use super::{code_in, enter, letter, me, message, wait};
use crate::support::{House, refused};

const CLUB: &str = "peace-club";

fn draft() -> InvitationDraft {
    let (email, role) = ("new@example.org".into(), "viewer".into());
    InvitationDraft { email, role, event: String::new() }
}

both! {
    async fn after_ten_minutes_roles_and_the_account_ask_who_one_is(house: House) {
        house.member(CLUB, Role::Owner).await;
        let (token, fresh) = enter(&house).await;
        let organisations = &house.organisations;
        organisations.invite(&fresh.actor, CLUB, &draft(), Language::English).await.expect("asked");
        wait(&house);
        let stale = me(&house, &token).await;
        let (accounts, actor) = (&house.accounts, &stale.actor);
        let results = [
            organisations.invite(actor, CLUB, &draft(), Language::English).await,
            organisations.change_role(actor, CLUB, actor.account, "viewer").await,
            organisations.remove(actor, CLUB, actor.account, "").await,
            accounts.end_session(actor, stale.session).await,
            accounts.forget_passkey(actor, domain::ids::PasskeyId(uuid::Uuid::nil())).await,
            accounts.ask_to_make_passkey(&stale).await.map(drop),
            accounts.keep_passkey(&stale, "", "", "").await,
            accounts.ask_to_make_authenticator(&stale).await.map(drop),
            accounts.keep_authenticator(&stale, "", "").await.map(drop),
            accounts.renew_recovery_codes(&stale).await.map(drop),
            accounts.forget_authenticator(&stale).await,
            accounts.ask_to_change_address(&stale, "new@example.org", Language::English).await,
        ];
        for (number, result) in results.into_iter().enumerate() {
            assert!(matches!(result, Err(Error::Unproved)), "{number}: {result:?}");
        }
        organisations.people(actor, CLUB).await.expect("looking asks for nothing");
    }

    async fn the_code_of_a_mail_proves_once_in_its_own_session(house: House) {
        house.member(CLUB, Role::Owner).await;
        let (token, _) = enter(&house).await;
        let (other, _) = enter(&house).await;
        wait(&house);
        let stale = me(&house, &token).await;
        assert!(!stale.actor.is_fresh);
        let ways = house.accounts.ways(&stale.actor).await.expect("ways");
        assert_eq!(ways, Ways { passkey: false, authenticator: false });
        house.accounts.ask_for_code(&stale, Language::French).await.expect("a mail");
        let mail = message(&house).await;
        assert_eq!(mail.subject, "Votre code pour Concord");
        let code = code_in(&mail);

        let elsewhere = me(&house, &other).await;
        let result = house.accounts.prove(&elsewhere, &code).await;
        assert_eq!(refused(result), [(Field::SignInCode, Code::LinkOver)]);
        let result = house.accounts.prove(&stale, "00000000").await;
        assert_eq!(refused(result), [(Field::SignInCode, Code::WrongCode)]);
        let renewed = house.accounts.prove(&stale, &code).await.expect("proved");
        assert!(me(&house, &renewed).await.actor.is_fresh);
        // Whoever copied the old secret of the session has nothing.
        assert!(matches!(house.accounts.signed_in(Some(&token)).await, Err(Error::SignedOut)));
        let again = house.accounts.prove(&me(&house, &renewed).await, &code).await;
        assert_eq!(refused(again), [(Field::SignInCode, Code::LinkOver)]);
    }

    async fn codes_end_by_wrong_tries_and_by_time_and_are_not_sent_without_end(house: House) {
        house.member(CLUB, Role::Owner).await;
        let (_, me) = enter(&house).await;
        house.accounts.ask_for_code(&me, Language::English).await.expect("a mail");
        let code = code_in(&message(&house).await);
        for _ in 0..5 {
            let wrong = house.accounts.prove(&me, "1").await;
            assert_eq!(refused(wrong), [(Field::SignInCode, Code::WrongCode)]);
        }
        let over = house.accounts.prove(&me, &code).await;
        assert_eq!(refused(over), [(Field::SignInCode, Code::LinkOver)]);
        house.accounts.ask_for_code(&me, Language::English).await.expect("a mail");
        let code = code_in(&message(&house).await);
        wait(&house);
        let late = house.accounts.prove(&me, &code).await;
        assert_eq!(refused(late), [(Field::SignInCode, Code::LinkOver)]);
        for _ in 2..5 {
            house.accounts.ask_for_code(&me, Language::English).await.expect("a mail");
        }
        let result = house.accounts.ask_for_code(&me, Language::English).await;
        assert_eq!(refused(result), [(Field::Form, Code::TooManyTries)]);
    }

    async fn a_code_of_one_purpose_is_none_of_another(house: House) {
        house.member(CLUB, Role::Owner).await;
        let (_, me) = enter(&house).await;
        let letter = letter(&house).await;
        house.accounts.ask_for_code(&me, Language::English).await.expect("a mail");
        let proof = code_in(&message(&house).await);
        assert!(house.accounts.prove(&me, &letter.code).await.is_err());
        let proof = services::accounts::Proof::Code(proof);
        assert!(house.accounts.sign_in(proof, Some(&letter.browser), "").await.is_err());
    }
}
