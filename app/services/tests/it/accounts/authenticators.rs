//! Apps that make codes. The codes are computed here with a second crate's HMAC, by the RFC's own
//! words, and not by the crate that checks them.

use domain::invalid::{Code, Field};
use domain::organisations::Role;
use hmac::{Hmac, KeyInit, Mac};
use jiff::SignedDuration;
use services::accounts::{Entered, Proof, SignedIn};
use services::{Clock, Error};
use sha1::Sha1;

use super::{enter, letter, me, wait};
use crate::support::{House, refused};

const CLUB: &str = "peace-club";

/// RFC 4226, 5.3, for the time now and a number of steps later.
fn code(house: &House, secret: &[u8], later: i64) -> String {
    let step = house.clock.now().as_second() / 30 + later;
    let mut mac = <Hmac<Sha1> as KeyInit>::new_from_slice(secret).expect("a key");
    mac.update(&step.to_be_bytes());
    let hash = mac.finalize().into_bytes();
    let offset = usize::from(hash[19] & 15);
    let four = [hash[offset] & 0x7f, hash[offset + 1], hash[offset + 2], hash[offset + 3]];
    format!("{:06}", u32::from_be_bytes(four) % 1_000_000)
}

/// RFC 4648, 6.
fn from_base32(text: &str) -> Vec<u8> {
    let (mut octets, mut bits, mut held) = (Vec::new(), 0_u32, 0_u32);
    for letter in text.bytes().filter(|letter| *letter != b' ') {
        let value = if letter.is_ascii_digit() { letter - b'2' + 26 } else { letter - b'A' };
        held = (held << 5 | u32::from(value)) & 0xffff;
        bits += 5;
        if bits >= 8 {
            bits -= 8;
            octets.push((held >> bits & 0xff) as u8);
        }
    }
    octets
}

/// Sets up an app: its secret, and the recovery codes.
async fn set_up(house: &House, me: &SignedIn) -> (Vec<u8>, Vec<String>) {
    let accounts = &house.accounts;
    let cookie = accounts.ask_to_make_authenticator(me).await.expect("begun");
    let sharing = accounts.sharing(me, &cookie).await.expect("a secret");
    let secret = from_base32(&sharing.secret);
    assert_eq!(secret.len(), 20);
    assert!(sharing.url.starts_with("otpauth://totp/Concord:"), "{}", sharing.url);
    assert!(sharing.url.contains(&format!("secret={}", sharing.secret.replace(' ', ""))));
    let wrong = accounts.keep_authenticator(me, &cookie, &code(house, &secret, 5)).await;
    assert_eq!(refused(wrong), [(Field::SignInCode, Code::WrongAppCode)]);
    let codes = accounts.keep_authenticator(me, &cookie, &code(house, &secret, 0)).await;
    let codes = accounts.recovery_codes(&codes.expect("kept")).await.expect("codes");
    let again = accounts.keep_authenticator(me, &cookie, &code(house, &secret, 0)).await;
    assert!(matches!(again, Err(Error::NotFound)), "once");
    (secret, codes)
}

/// Signs in by mail as far as the code of the app.
async fn as_far_as_the_code(house: &House) -> String {
    let letter = letter(house).await;
    let entered =
        house.accounts.sign_in(Proof::Link(letter.token.clone()), Some(&letter.browser), "").await;
    match entered.expect("let in") {
        Entered::CodeFollows(cookie) => cookie,
        Entered::In(_) => panic!("the mail alone let somebody in"),
    }
}

fn next_step(house: &House) {
    house.clock.advance(SignedDuration::from_secs(30));
}

both! {
    async fn with_an_app_the_mail_alone_signs_nobody_in(house: House) {
        house.member(CLUB, Role::Owner).await;
        let (_, owner) = enter(&house).await;
        let (secret, _) = set_up(&house, &owner).await;
        let cookie = as_far_as_the_code(&house).await;
        // The code that set the app up was used by that.
        let used = house.accounts.sign_in_with_code(&cookie, &code(&house, &secret, 0), "").await;
        assert_eq!(refused(used), [(Field::SignInCode, Code::WrongAppCode)]);
        next_step(&house);
        let right = code(&house, &secret, 0);
        let session = house.accounts.sign_in_with_code(&cookie, &right, "").await.expect("in");
        assert!(me(&house, &session).await.actor.is_fresh);
        let again = house.accounts.sign_in_with_code(&cookie, &right, "").await;
        assert_eq!(refused(again), [(Field::SignInCode, Code::LinkOver)]);
        let other = as_far_as_the_code(&house).await;
        let twice = house.accounts.sign_in_with_code(&other, &right, "").await;
        assert_eq!(refused(twice), [(Field::SignInCode, Code::WrongAppCode)], "a step counts once");
        let wrong = house.accounts.sign_in_with_code("no cookie", &right, "").await;
        assert_eq!(refused(wrong), [(Field::SignInCode, Code::LinkOver)]);
    }

    async fn five_wrong_codes_are_the_most_in_a_quarter_of_an_hour(house: House) {
        house.member(CLUB, Role::Owner).await;
        let (_, owner) = enter(&house).await;
        let (secret, recovery) = set_up(&house, &owner).await;
        next_step(&house);
        let cookie = as_far_as_the_code(&house).await;
        for wrong in ["000000", "00000-00000", "", "12345", "999999999"] {
            let result = house.accounts.sign_in_with_code(&cookie, wrong, "").await;
            assert_eq!(refused(result), [(Field::SignInCode, Code::WrongAppCode)]);
        }
        let other = as_far_as_the_code(&house).await;
        // Another browser, a right code and a recovery code have to wait as well.
        for right in [code(&house, &secret, 0), recovery[0].clone()] {
            let result = house.accounts.sign_in_with_code(&other, &right, "").await;
            assert_eq!(refused(result), [(Field::SignInCode, Code::TooManyTries)]);
        }
        assert_eq!(house.number("select tries from authenticators").await, 5);
        house.change("update authenticators set tries = 6").await.expect_err("a CHECK");
        house.clock.advance(SignedDuration::from_mins(61));
        let cookie = as_far_as_the_code(&house).await;
        let right = code(&house, &secret, 0);
        house.accounts.sign_in_with_code(&cookie, &right, "").await.expect("in");
        assert_eq!(house.number("select tries from authenticators").await, 0);
    }

    async fn of_many_who_type_the_same_code_at_once_one_gets_in(house: House) {
        house.member(CLUB, Role::Owner).await;
        let (_, owner) = enter(&house).await;
        let (secret, _) = set_up(&house, &owner).await;
        next_step(&house);
        let (cookie, right) = (as_far_as_the_code(&house).await, code(&house, &secret, 0));
        let tries = (0..5).map(|_| {
            let (house, cookie, right) = (house.clone(), cookie.clone(), right.clone());
            tokio::spawn(async move { house.accounts.sign_in_with_code(&cookie, &right, "").await })
        });
        let tries: Vec<_> = tries.collect();
        let mut entered = 0;
        for one in tries {
            entered += i32::from(one.await.expect("an end").is_ok());
        }
        assert_eq!(entered, 1);
    }

    async fn a_recovery_code_stands_in_once_and_new_ones_replace_the_old(house: House) {
        house.member(CLUB, Role::Owner).await;
        let (_, owner) = enter(&house).await;
        let (_, codes) = set_up(&house, &owner).await;
        assert_eq!(codes.len(), 10);
        let cookie = as_far_as_the_code(&house).await;
        let typed = codes[3].to_lowercase().replace('-', " ");
        house.accounts.sign_in_with_code(&cookie, &typed, "").await.expect("in");
        let own = house.accounts.authenticator(&owner.actor).await.expect("an answer");
        assert_eq!(own.expect("an app").codes_left, 9);
        let cookie = as_far_as_the_code(&house).await;
        let again = house.accounts.sign_in_with_code(&cookie, &codes[3], "").await;
        assert_eq!(refused(again), [(Field::SignInCode, Code::WrongAppCode)]);
        let new = house.accounts.renew_recovery_codes(&owner).await.expect("made");
        let new = house.accounts.recovery_codes(&new).await.expect("codes");
        let old = house.accounts.sign_in_with_code(&cookie, &codes[4], "").await;
        assert_eq!(refused(old), [(Field::SignInCode, Code::WrongAppCode)]);
        house.accounts.sign_in_with_code(&cookie, &new[0], "").await.expect("in");
    }

    async fn who_reads_the_database_makes_no_codes(house: House) {
        house.member(CLUB, Role::Owner).await;
        let (_, owner) = enter(&house).await;
        let (secret, codes) = set_up(&house, &owner).await;
        assert_eq!(house.tables_holding(&secret).await, [""; 0]);
        for code in codes {
            assert_eq!(house.tables_holding(code.as_bytes()).await, [""; 0]);
            assert_eq!(house.tables_holding(code.replace('-', "").as_bytes()).await, [""; 0]);
        }
    }

    async fn the_app_proves_who_one_is_until_it_is_forgotten(house: House) {
        house.member(CLUB, Role::Owner).await;
        let (token, owner) = enter(&house).await;
        let (secret, _) = set_up(&house, &owner).await;
        wait(&house);
        let stale = me(&house, &token).await;
        let mail = house.accounts.ask_for_code(&stale, domain::language::Language::English).await;
        assert!(matches!(mail, Err(Error::Forbidden)), "a mail is not enough any more");
        let renewed = house.accounts.prove(&stale, &code(&house, &secret, 0)).await;
        let fresh = me(&house, &renewed.expect("proved")).await;
        for _ in 0..2 {
            house.accounts.forget_authenticator(&fresh).await.expect("forgotten");
        }
        let acts = "select action from audit where object_kind = 'account' and action like '%-authenticator' order by number";
        assert_eq!(house.texts(acts).await, ["add-authenticator", "remove-authenticator"]);
        assert_eq!(house.number("select count(*) from recovery_codes").await, 0);
        house.clock.advance(SignedDuration::from_mins(61));
        enter(&house).await;
    }
}
