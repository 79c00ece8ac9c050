//! Changing the address of an account.

use domain::invalid::{Code, Field};
use domain::language::Language;
use domain::organisations::Role;
use services::Error;
use services::accounts::address::BothCodes;

use super::{code_in, enter, letter, me, message};
use crate::support::{House, refused};

const NEW: &str = "amina@new.example";

both! {
    async fn both_mailboxes_agree_and_every_other_browser_is_signed_out(house: House) {
        house.member("peace-club", Role::Owner).await;
        let (other, _) = enter(&house).await;
        let (token, owner) = enter(&house).await;
        let pending = letter(&house).await;
        let language = Language::Spanish;
        house.accounts.ask_to_change_address(&owner, "Amina@New.example", language).await.expect("asked");
        assert_eq!(house.accounts.new_address(&owner).await.expect("an answer").as_deref(), Some(NEW));
        let (first, second) = (message(&house).await, message(&house).await);
        assert_eq!((first.to_address.as_str(), second.to_address.as_str()), (owner.email.as_str(), NEW));
        let (old, new) = (code_in(&first), code_in(&second));

        let wrong = BothCodes { old: new.clone(), new: old.clone() };
        let result = house.accounts.change_address(&owner, &wrong, language).await;
        let both = [(Field::SignInCode, Code::WrongCode), (Field::OtherCode, Code::WrongCode)];
        assert_eq!(refused(result), both);
        let half = BothCodes { old: old.clone(), new: String::new() };
        let result = house.accounts.change_address(&owner, &half, language).await;
        assert_eq!(refused(result), [(Field::OtherCode, Code::WrongCode)]);
        let elsewhere = me(&house, &other).await;
        let codes = BothCodes { old, new };
        let result = house.accounts.change_address(&elsewhere, &codes, language).await;
        assert_eq!(refused(result), [(Field::Form, Code::LinkOver)], "in another session");

        let renewed = house.accounts.change_address(&owner, &codes, language).await.expect("done");
        assert_eq!(me(&house, &renewed).await.email, NEW);
        let recorded = "select count(*) from audit where action = 'change-address'";
        assert_eq!(house.number(recorded).await, 1);
        for ended in [&token, &other] {
            let result = house.accounts.signed_in(Some(ended)).await;
            assert!(matches!(result, Err(Error::SignedOut)));
        }
        for told in [owner.email.as_str(), NEW] {
            let mail = message(&house).await;
            assert_eq!((mail.to_address.as_str(), mail.subject.as_str()), (told, "Su dirección ha cambiado"));
        }
        // The link that lies in the old mailbox opens nothing.
        let late = house.accounts.sign_in(pending.link(), Some(&pending.browser), "").await;
        assert_eq!(refused(late), [(Field::Form, Code::LinkOver)]);
        let again = house.accounts.change_address(&me(&house, &renewed).await, &codes, language).await;
        assert_eq!(refused(again), [(Field::Form, Code::LinkOver)], "once");
    }

    async fn whether_an_address_is_somebody_elses_is_not_told(house: House) {
        house.member("peace-club", Role::Owner).await;
        let (_, owner) = enter(&house).await;
        let name = format!(
            "update accounts set email = 'taken@example.org' where email <> '{}'",
            owner.email
        );
        house.member("other-club", Role::Viewer).await;
        house.change(&name).await.expect("named");
        let language = Language::English;
        house.accounts.ask_to_change_address(&owner, "taken@example.org", language).await.expect("the same answer");
        assert_eq!(message(&house).await.to_address, owner.email);
        assert!(house.mail.claim().await.expect("an answer").is_none(), "they get no mail");
        let same = house.accounts.ask_to_change_address(&owner, &owner.email, language).await;
        assert_eq!(refused(same), [(Field::Email, Code::SameAddress)]);
        let none = house.accounts.ask_to_change_address(&owner, "amina", language).await;
        assert_eq!(refused(none), [(Field::Email, Code::Email)]);
    }

    async fn every_language_says_every_letter(house: House) {
        house.member("peace-club", Role::Owner).await;
        let (_, owner) = enter(&house).await;
        for language in Language::ALL.iter().copied() {
            house.change("delete from address_changes").await.expect("forgotten");
            house.change("delete from outbox").await.expect("forgotten");
            house.change("delete from sign_ins").await.expect("forgotten");
            house.accounts.ask_for_code(&owner, language).await.expect("a mail");
            house.accounts.ask_to_change_address(&owner, NEW, language).await.expect("mails");
            let mut subjects = std::collections::BTreeSet::new();
            for _ in 0..3 {
                let mail = message(&house).await;
                assert_eq!(mail.language, language.code());
                assert!(code_in(&mail).len() == 9 && !mail.text.contains("mail-"), "{}", mail.text);
                assert!(mail.html.contains(&code_in(&mail)));
                subjects.insert(mail.subject);
            }
            assert_eq!(subjects.len(), 3, "{subjects:?}");
        }
    }
}
