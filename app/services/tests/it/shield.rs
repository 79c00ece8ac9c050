//! What stands before registering when machines press on an event.

use domain::invalid::{Code, Field};
use domain::language::Language;
use domain::registrations::shield::{AFTERWARDS, FOUL, MANY};
use jiff::SignedDuration;
use jiff::civil::DateTime;
use services::shield::{Admitted, Mode, Sent, proof};

use crate::support::{House, refused};

const EMAIL: &str = "amina@example.org";

fn date() -> DateTime {
    "2027-05-05T19:00:00".parse().expect("a date")
}

fn form(key: &str) -> Sent<'_> {
    Sent { slug: "cup", date: date(), key, made_at: None, proof: "", code: "", email: EMAIL }
}

async fn admit(house: &House, sent: Sent<'_>) -> Admitted {
    house.shield.admit(sent).await.expect("an answer")
}

async fn is_let_in(house: &House, sent: Sent<'_>) -> bool {
    matches!(admit(house, sent).await, Admitted::Yes)
}

async fn asked(house: &House, sent: Sent<'_>) -> String {
    match admit(house, sent).await {
        Admitted::Asked(challenge) => proof::solve(&challenge).expect("a number"),
        other => panic!("{other:?}"),
    }
}

/// Machines press on the event.
async fn press(house: &House) {
    for _ in 0..FOUL {
        house.shield.trapped("cup");
    }
    assert!(house.shield.is_up("cup"));
}

/// The code in the mail that is due.
async fn code(house: &House) -> String {
    let claimed = house.mail.claim().await.expect("an answer").expect("a mail");
    let mail = house.mail.compose(&claimed).await.expect("a mail");
    assert_eq!(mail.to_address, EMAIL);
    house.mail.sent(&claimed).await.expect("sent");
    mail.text.lines().find(|line| line.len() == 9).expect("a code").to_owned()
}

both! {
    async fn two_hundred_pupils_are_asked_for_nothing(house: House) {
        for pupil in 0..200 {
            let key = format!("pupil-{pupil}");
            let made_at = Some(house.now() - SignedDuration::from_secs(5));
            assert!(is_let_in(&house, Sent { made_at, ..form(&key) }).await, "{key}");
        }
        assert!(!house.shield.is_up("cup"));
    }

    async fn a_rush_raises_it_for_its_event_and_it_falls_by_itself(house: House) {
        for n in 1..MANY {
            assert!(is_let_in(&house, form(&n.to_string())).await, "{n}");
        }
        assert!(!is_let_in(&house, form("one more")).await);
        let other = Sent { slug: "run", ..form("a") };
        assert!(is_let_in(&house, other).await, "another event has peace");
        house.clock.advance(AFTERWARDS - SignedDuration::from_secs(1));
        assert!(!is_let_in(&house, form("late")).await);
        house.clock.advance(SignedDuration::from_secs(1));
        assert!(is_let_in(&house, form("later")).await);
    }

    async fn a_proof_lets_its_own_form_in_and_no_other(house: House) {
        press(&house).await;
        let proof = asked(&house, form("a")).await;
        assert!(is_let_in(&house, Sent { proof: &proof, ..form("a") }).await);
        // Once more: the same form is the same registration.
        assert!(is_let_in(&house, Sent { proof: &proof, ..form("a") }).await);
        assert!(!is_let_in(&house, Sent { proof: &proof, ..form("b") }).await, "replayed");
        house.clock.advance(SignedDuration::from_mins(20));
        press(&house).await;
        assert!(!is_let_in(&house, Sent { proof: &proof, ..form("a") }).await, "too late");
    }

    async fn a_form_in_the_second_of_its_page_is_asked_at_any_time(house: House) {
        let at = |milliseconds| Some(house.now() - SignedDuration::from_millis(milliseconds));
        assert!(!is_let_in(&house, Sent { made_at: at(999), ..form("a") }).await);
        // The control.
        assert!(is_let_in(&house, Sent { made_at: at(1000), ..form("a") }).await);
        // A clock that differs is no reason.
        assert!(is_let_in(&house, Sent { made_at: at(-5000), ..form("a") }).await);
        let proof = asked(&house, Sent { made_at: at(0), ..form("a") }).await;
        assert!(is_let_in(&house, Sent { made_at: at(0), proof: &proof, ..form("a") }).await);
        assert!(!house.shield.is_up("cup"));
    }

    async fn a_mailed_code_stands_for_a_proof(house: House) {
        press(&house).await;
        house.shield.mail_code(form("a"), Language::French).await.expect("mailed");
        // Asked again, the same code is good: there is one mail.
        house.shield.mail_code(form("a"), Language::French).await.expect("mailed");
        assert_eq!(house.number("select count(*) from outbox").await, 1);
        let code = code(&house).await;
        assert_eq!(house.tables_holding(code.replace(' ', "").as_bytes()).await, [""; 0]);
        assert!(is_let_in(&house, Sent { code: &code, ..form("a") }).await);
        assert!(is_let_in(&house, Sent { code: &code, ..form("a") }).await, "until it is sent");
        let other = Sent { code: &code, email: "eve@example.org", ..form("a") };
        assert!(matches!(admit(&house, other).await, Admitted::CodeOver));
        let other = Sent { code: &code, ..form("b") };
        assert!(matches!(admit(&house, other).await, Admitted::CodeOver));
        for _ in 0..5 {
            let wrong = Sent { code: "0000 0000", ..form("a") };
            assert!(matches!(admit(&house, wrong).await, Admitted::WrongCode));
        }
        let right = Sent { code: &code, ..form("a") };
        assert!(matches!(admit(&house, right).await, Admitted::CodeOver), "guessed too often");
    }

    async fn a_code_is_over_after_half_an_hour_and_its_address_goes(house: House) {
        press(&house).await;
        house.shield.mail_code(form("a"), Language::English).await.expect("mailed");
        let code = code(&house).await;
        house.clock.advance(SignedDuration::from_mins(30));
        press(&house).await;
        let sent = Sent { code: &code, ..form("a") };
        assert!(matches!(admit(&house, sent).await, Admitted::CodeOver));
        assert_eq!(house.tables_holding(EMAIL.as_bytes()).await, ["registration_codes"]);
        assert_eq!(house.shield.prune().await.expect("pruned"), 1);
        assert_eq!(house.tables_holding(EMAIL.as_bytes()).await, [""; 0]);
    }

    async fn codes_fill_no_mailbox(house: House) {
        for n in 0..5 {
            let key = format!("form-{n}");
            house.shield.mail_code(form(&key), Language::English).await.expect("mailed");
        }
        let result = house.shield.mail_code(form("once more"), Language::English).await;
        assert_eq!(refused(result), [(Field::ContactEmail, Code::TooOften)]);
        let elsewhere = Sent { email: "grace@example.org", ..form("once more") };
        house.shield.mail_code(elsewhere, Language::English).await.expect("mailed");
    }

    async fn the_operator_has_the_last_word(house: House) {
        house.shield.set(Mode::Always);
        assert!(!is_let_in(&house, form("a")).await);
        house.shield.set(Mode::Never);
        for _ in 0..2 * FOUL {
            house.shield.trapped("cup");
        }
        let made_at = Some(house.now());
        assert!(is_let_in(&house, Sent { made_at, ..form("a") }).await);
        house.shield.set(Mode::Auto);
        assert!(!is_let_in(&house, form("a")).await);
    }
}
