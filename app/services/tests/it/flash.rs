//! Forms that come back with mistakes.

use domain::registrations::Draft;
use jiff::SignedDuration;
use services::flash::LIFETIME;

use crate::support::{House, NewEvent};

async fn typed(house: &House) -> Draft {
    let event = house.announce(NewEvent::default()).await;
    house.form(&event, &["Ada Lovelace"]).draft
}

both! {
    async fn a_form_is_seen_again_by_who_typed_it(house: House) {
        let form = typed(&house).await;
        let cookie = house.flash.keep(&form).await.expect("a cookie");
        for _ in 0..2 {
            assert_eq!(house.flash.see(&cookie).await.expect("an answer"), Some(form.clone()));
        }
    }

    async fn another_cookie_sees_nothing(house: House) {
        let form = typed(&house).await;
        let cookie = house.flash.keep(&form).await.expect("a cookie");
        let other = house.flash.keep(&Draft::default()).await.expect("a cookie");
        assert_ne!(cookie, other);
        assert_eq!(house.flash.see(&other).await.expect("an answer"), Some(Draft::default()));
        let last = if cookie.ends_with('A') { 'E' } else { 'A' };
        let changed = format!("{}{last}", &cookie[..cookie.len() - 1]);
        let half = cookie[..20].to_owned();
        for wrong in [changed, half, "A".repeat(43), String::new(), "../../etc/passwd".into()] {
            assert_eq!(house.flash.see::<Draft>(&wrong).await.expect("an answer"), None, "{wrong}");
        }
    }

    async fn a_form_is_forgotten_after_a_quarter_of_an_hour(house: House) {
        let form = typed(&house).await;
        let cookie = house.flash.keep(&form).await.expect("a cookie");
        house.clock.advance(LIFETIME - SignedDuration::from_secs(1));
        assert!(house.flash.see::<Draft>(&cookie).await.expect("an answer").is_some());
        house.clock.advance(SignedDuration::from_secs(1));
        assert_eq!(house.flash.see::<Draft>(&cookie).await.expect("an answer"), None);
        house.flash.keep(&form).await.expect("a cookie");
        assert_eq!(house.number("select count(*) from form_flash").await, 1, "the old one is gone");
    }

    async fn the_database_does_not_tell_what_was_typed(house: House) {
        let form = typed(&house).await;
        let cookie = house.flash.keep(&form).await.expect("a cookie");
        let address = form.contact_email.as_bytes();
        for secret in
            [b"Lovelace".as_slice(), b"Amina", address, b"contact_name", cookie.as_bytes()]
        {
            assert_eq!(house.tables_holding(secret).await, [""; 0]);
        }
        use base64::Engine as _;
        let key = base64::engine::general_purpose::URL_SAFE_NO_PAD.decode(&cookie).expect("base64");
        assert_eq!(house.tables_holding(&key).await, [""; 0]);
    }

    async fn the_same_form_twice_does_not_look_the_same(house: House) {
        let form = typed(&house).await;
        house.flash.keep(&form).await.expect("a cookie");
        house.flash.keep(&form).await.expect("a cookie");
        assert_eq!(house.number("select count(distinct sealed) from form_flash").await, 2);
    }

    async fn a_browser_that_goes_away_leaves_no_transaction_open(house: House) {
        let form = typed(&house).await;
        for yields in 0..200 {
            let (flash, form) = (house.flash.clone(), form.clone());
            let request = tokio::spawn(async move { flash.keep(&form).await });
            for _ in 0..yields * 4 {
                tokio::task::yield_now().await;
            }
            request.abort();
            // Over before the next one begins.
            let _ = request.await;
        }
        house.assert_no_transaction_is_open().await;
        house.flash.keep(&form).await.expect("a cookie");
    }
}
