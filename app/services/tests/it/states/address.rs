//! Places that are held until the address is confirmed.

use domain::invalid::Code;
use domain::registrations::RegistrationStatus::{Cancelled, Confirmed, Expired, PendingEmail};
use jiff::SignedDuration;
use services::Error;
use services::registrations::GiveBack;
use services::secrets::{AddressCode, ManageToken};

use super::{chosen, code, kinds, read_all, status};
use crate::support::{House, assert_refused};

const BY_ADDRESS: &str = "confirms = 'address'";

both! {
    async fn a_place_is_held_until_the_address_is_confirmed(house: House) {
        let event = chosen(&house, 2, BY_ADDRESS).await;
        let token = house.register(&event, &["Ada", "Grace"]).await;
        assert_eq!((status(&house, &token).await, house.taken().await), (PendingEmail, 2));
        house.assert_whole().await;
        let page = house.registrations.find(&token).await.expect("a page");
        assert_eq!(page.until, Some(house.now() + SignedDuration::from_mins(30)));

        let mails = read_all(&house).await;
        assert!(mails[0].starts_with("Confirm your address: Peace Cup"), "{}", mails[0]);
        let code = code(&mails);
        for _ in 0..2 {
            house.registrations.confirm_address(&token, &code).await.expect("confirmed");
        }
        assert_eq!(status(&house, &token).await, Confirmed);
        assert_eq!(kinds(&house).await, ["confirm-address", "confirmed"]);
        let acts = house.texts("select action from audit order by number").await;
        assert_eq!(acts, ["register", "confirm-address"]);
        house.assert_whole().await;
    }

    async fn what_nobody_confirms_is_free_again(house: House) {
        let event = chosen(&house, 1, BY_ADDRESS).await;
        let token = house.register(&event, &["Ada"]).await;
        let code = code(&read_all(&house).await);
        house.clock.advance(SignedDuration::from_mins(29));
        assert!(!house.registrations.work_on_states().await.expect("an answer"));
        assert_refused(house.registrations.register(house.form(&event, &["Mary"])).await, Code::Full);
        house.clock.advance(SignedDuration::from_mins(1));
        // Too late, also before anybody wrote it down.
        assert_refused(house.registrations.confirm_address(&token, &code).await, Code::StateChanged);
        assert!(house.registrations.work_on_states().await.expect("an answer"));
        assert_eq!((status(&house, &token).await, house.taken().await), (Expired, 0));
        // An address that nobody proved gets no second mail.
        assert_eq!(kinds(&house).await, ["confirm-address"]);
        house.assert_whole().await;
    }

    async fn whoever_comes_gets_what_has_just_run_out(house: House) {
        let event = chosen(&house, 1, BY_ADDRESS).await;
        let late = house.register(&event, &["Ada"]).await;
        house.clock.advance(SignedDuration::from_mins(31));
        let token = house.register(&event, &["Mary"]).await;
        assert_eq!(status(&house, &late).await, Expired);
        assert_eq!((status(&house, &token).await, house.taken().await), (PendingEmail, 1));
        house.assert_whole().await;
    }

    async fn a_code_confirms_its_own_registration_alone(house: House) {
        let event = chosen(&house, 5, BY_ADDRESS).await;
        let mine = house.register(&event, &["Ada"]).await;
        let _ = read_all(&house).await;
        let other = house.register(&event, &["Mary"]).await;
        let code_of_other = code(&read_all(&house).await);
        let confirm = async |token: &ManageToken, code: &AddressCode| {
            house.registrations.confirm_address(token, code).await
        };
        assert!(matches!(confirm(&mine, &code_of_other).await, Err(Error::NotFound)));
        // The link to the registration is no proof: the browser that registered has it, too.
        let link = AddressCode::parse(mine.as_str()).expect("of the same form");
        assert!(matches!(confirm(&mine, &link).await, Err(Error::NotFound)));
        assert_eq!(status(&house, &mine).await, PendingEmail);
        confirm(&other, &code_of_other).await.expect("confirmed");
    }

    async fn who_did_not_confirm_can_still_say_no(house: House) {
        let event = chosen(&house, 2, BY_ADDRESS).await;
        let token = house.register(&event, &["Ada", "Grace"]).await;
        house.registrations.give_back(&token, GiveBack::One(0)).await.expect("given back");
        assert_eq!((status(&house, &token).await, house.taken().await), (PendingEmail, 1));
        house.registrations.give_back(&token, GiveBack::All).await.expect("given back");
        assert_eq!((status(&house, &token).await, house.taken().await), (Cancelled, 0));
        assert_eq!(kinds(&house).await, ["confirm-address", "reduced", "withdrawn"]);
        house.assert_whole().await;
    }
}
