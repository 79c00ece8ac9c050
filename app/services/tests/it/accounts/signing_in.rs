//! Links, codes and sessions.

use domain::invalid::{Code, Field};
use domain::language::Language;
use domain::organisations::Role;
use domain::text::Email;
use jiff::SignedDuration;
use services::Error;
use services::accounts::Proof;
use services::secrets::BrowserToken;

use super::{ask, letter, session};
use crate::support::{House, refused};

both! {
    async fn a_link_signs_in_once_and_only_the_browser_that_asked(house: House) {
        house.member("peace-club", Role::Owner).await;
        let letter = letter(&house).await;
        let other = BrowserToken::from([1; 32]);
        for browser in [None, Some(&other)] {
            let result = house.accounts.sign_in(letter.link(), browser, "").await;
            assert_eq!(refused(result), [(Field::Form, Code::OtherBrowser)]);
        }
        let browser = Some(&letter.browser);
        let entered = house.accounts.sign_in(letter.link(), browser, "Firefox").await;
        let session = super::session(entered);
        let signed_in = house.accounts.signed_in(Some(&session)).await.expect("signed in");
        assert_eq!(signed_in.actor.memberships[0].role, Role::Owner);
        let again = house.accounts.sign_in(letter.link(), browser, "").await;
        assert_eq!(refused(again), [(Field::Form, Code::LinkOver)]);
    }

    async fn the_code_of_the_mail_does_the_same_and_wrong_ones_end_it(house: House) {
        house.member("peace-club", Role::Owner).await;
        let first = letter(&house).await;
        let code = Proof::Code(first.code.clone());
        house.accounts.sign_in(code, Some(&first.browser), "").await.expect("a session");
        let second = letter(&house).await;
        for _ in 0..5 {
            let wrong = house.accounts.sign_in(Proof::Code("0".into()), Some(&second.browser), "");
            assert_eq!(refused(wrong.await), [(Field::SignInCode, Code::WrongCode)]);
        }
        let right = Proof::Code(second.code.clone());
        let result = house.accounts.sign_in(right, Some(&second.browser), "").await;
        assert_eq!(refused(result), [(Field::SignInCode, Code::LinkOver)]);
        let link = house.accounts.sign_in(second.link(), Some(&second.browser), "").await;
        assert_eq!(refused(link), [(Field::Form, Code::LinkOver)]);
    }

    async fn a_link_is_over_after_ten_minutes(house: House) {
        house.member("peace-club", Role::Owner).await;
        let letter = letter(&house).await;
        house.clock.advance(SignedDuration::from_secs(600));
        let late = house.accounts.sign_in(letter.link(), Some(&letter.browser), "").await;
        assert_eq!(refused(late), [(Field::Form, Code::LinkOver)]);
    }

    async fn nobody_gets_mail_who_has_no_account_and_nobody_gets_much(house: House) {
        house.member("peace-club", Role::Owner).await;
        let stranger = Email::parse("stranger@example.org").expect("an address");
        house.accounts.ask(&stranger, Language::English).sending.await.expect("the end");
        assert_eq!(house.number("select count(*) from outbox").await, 0);
        for _ in 0..5 {
            ask(&house).await;
        }
        assert_eq!(house.number("select count(*) from outbox").await, 3);
        house.clock.advance(SignedDuration::from_mins(61));
        ask(&house).await;
        assert_eq!(house.number("select count(*) from outbox").await, 4);
    }

    async fn a_session_ends_by_rest_by_age_and_by_hand(house: House) {
        house.member("peace-club", Role::Owner).await;
        let first = letter(&house).await;
        let entered = house.accounts.sign_in(first.link(), Some(&first.browser), "").await;
        let session = super::session(entered);
        // Somebody who comes every day is signed out after two weeks.
        for _ in 0..14 {
            house.accounts.signed_in(Some(&session)).await.expect("still signed in");
            house.clock.advance(SignedDuration::from_mins(24 * 60 - 15));
        }
        house.clock.advance(SignedDuration::from_mins(14 * 15));
        let result = house.accounts.signed_in(Some(&session)).await;
        assert!(matches!(result, Err(Error::SignedOut)), "two weeks");

        let second = letter(&house).await;
        let entered = house.accounts.sign_in(second.link(), Some(&second.browser), "").await;
        let session = super::session(entered);
        house.clock.advance(SignedDuration::from_hours(24));
        let result = house.accounts.signed_in(Some(&session)).await;
        assert!(matches!(result, Err(Error::SignedOut)), "a day without a visit");
        assert!(matches!(house.accounts.signed_in(None).await, Err(Error::SignedOut)));
    }

    async fn one_browser_can_sign_out_another_of_the_same_person_only(house: House) {
        let stranger = house.member("other-club", Role::Owner).await;
        house.change("delete from members").await.expect("gone");
        house.change("delete from accounts").await.expect("gone");
        house.member("peace-club", Role::Owner).await;
        let mut sessions = Vec::new();
        for _ in 0..2 {
            let letter = letter(&house).await;
            let entered = house.accounts.sign_in(letter.link(), Some(&letter.browser), "").await;
            sessions.push(session(entered));
        }
        let me = house.accounts.signed_in(Some(&sessions[0])).await.expect("signed in");
        let all = house.accounts.sessions(&me.actor).await.expect("sessions");
        assert_eq!(all.len(), 2);
        let other = all.iter().find(|session| session.id != me.session).expect("the other");
        house.accounts.end_session(&stranger, other.id).await.expect("nothing happens");
        house.accounts.signed_in(Some(&sessions[1])).await.expect("still signed in");
        house.accounts.end_session(&me.actor, other.id).await.expect("ended");
        assert!(house.accounts.signed_in(Some(&sessions[1])).await.is_err());
        house.accounts.sign_out(&sessions[0]).await.expect("signed out");
        assert!(house.accounts.signed_in(Some(&sessions[0])).await.is_err());
    }

    async fn who_reads_the_database_cannot_sign_in(house: House) {
        house.member("peace-club", Role::Owner).await;
        let letter = letter(&house).await;
        let entered = house.accounts.sign_in(letter.link(), Some(&letter.browser), "").await;
        let session = super::session(entered);
        for secret in [letter.token.as_str(), letter.browser.as_str(), session.as_str()] {
            assert_eq!(house.tables_holding(secret.as_bytes()).await, [""; 0]);
        }
    }
}
