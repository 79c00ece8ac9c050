//! What the word of a provider is worth.

use domain::language::Language;
use domain::organisations::Role;
use services::accounts::Entered;
use services::accounts::providers::{Arrival, Word};
use services::organisations::members::InvitationDraft;

use super::{address, me};
use crate::support::House;

const CLUB: &str = "peace-club";

fn word(subject: &str, email: Option<&str>) -> Word {
    Word {
        issuer: "https://login.example.org".into(),
        subject: subject.into(),
        verified_email: email.map(str::to_owned),
    }
}

async fn arrive(house: &House, word: &Word) -> Arrival {
    house.accounts.arrive(word, Language::English, "Firefox").await.expect("an answer")
}

both! {
    async fn an_account_is_found_by_its_address_once_and_by_its_name_ever_after(house: House) {
        house.member(CLUB, Role::Owner).await;
        let email = address(&house).await.folded();
        assert!(matches!(arrive(&house, &word("amina", None)).await, Arrival::Unverified));
        let known = arrive(&house, &word("amina", Some(&email.to_uppercase()))).await;
        let Arrival::Known(Entered::In(session)) = known else { panic!("{known:?}") };
        assert_eq!(me(&house, &session).await.email, email);
        house.change("update accounts set email = 'other@example.org'").await.expect("moved");
        for gone in [None, Some(email.as_str())] {
            let known = arrive(&house, &word("amina", gone)).await;
            assert!(matches!(known, Arrival::Known(Entered::In(_))), "{known:?}");
        }
        // Who gets an address at the provider that was somebody else's does not get the account.
        let heir = arrive(&house, &word("heir", Some("other@example.org"))).await;
        assert!(matches!(heir, Arrival::Stranger), "{heir:?}");
    }

    async fn a_stranger_stays_one_until_invited(house: House) {
        house.organisation(CLUB).await;
        let stranger = word("youssef", Some("youssef@example.org"));
        assert!(matches!(arrive(&house, &stranger).await, Arrival::Stranger));
        assert_eq!(house.number("select count(*) from accounts").await, 0);
        let draft = InvitationDraft {
            email: "youssef@example.org".into(),
            role: "viewer".into(),
            event: String::new(),
        };
        let organisations = &house.organisations;
        let invited = organisations.invite_as_operator(CLUB, &draft, Language::English).await;
        let invited = invited.expect("an invitation");
        let unverified = arrive(&house, &word("youssef", None)).await;
        assert!(matches!(unverified, Arrival::Unverified));
        let arrived = arrive(&house, &stranger).await;
        let Arrival::Invited(Entered::In(session), token) = arrived else { panic!("{arrived:?}") };
        assert_eq!(token, invited);
        let youssef = me(&house, &session).await;
        assert!(youssef.actor.memberships.is_empty(), "accepting is theirs to do");
        organisations.accept(&token, Some(&youssef), "", Language::English).await.expect("a member");
        assert!(matches!(arrive(&house, &stranger).await, Arrival::Known(Entered::In(_))));
    }
}
