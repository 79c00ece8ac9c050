//! Other names for those who come.

use domain::invalid::{Code, Field};
use services::Error;
use services::registrations::GiveBack;
use services::registrations::renaming::Rename;
use services::secrets::ManageToken;

use crate::support::{House, NewEvent, assert_refused, refused};

async fn rename(house: &House, token: &ManageToken, names: &[(i64, &str)]) -> Result<(), Error> {
    let to = |(position, name): &(i64, &str)| Rename { position: *position, name: (*name).into() };
    house.registrations.rename(token, names.iter().map(to).collect()).await
}

async fn names(house: &House, token: &ManageToken) -> Vec<String> {
    let found = house.registrations.find(token).await.expect("a registration");
    found.attendees.into_iter().map(|attendee| attendee.name).collect()
}

both! {
    async fn a_new_name_is_mailed_recorded_and_found(house: House) {
        let event = house.announce(NewEvent::default()).await;
        let token = house.register(&event, &["Ada", "Grace"]).await;
        rename(&house, &token, &[(1, "  Katherine ")]).await.expect("renamed");
        assert_eq!(names(&house, &token).await, ["Ada", "Katherine"]);
        let mails = house.texts("select kind from outbox order by revision").await;
        assert_eq!(mails, ["confirmed", "changed"]);
        let acts = house.texts("select action || ' ' || detail from audit where action = 'rename'");
        assert_eq!(acts.await, ["rename attendees=1 revision=2"]);
        let found = "select count(*) from attendees where folded_name like 'katherine %'";
        assert_eq!(house.number(found).await, 1);
        assert_eq!(house.tables_holding(b"Grace").await, [""; 0], "the old name is gone");
        house.assert_whole().await;

        // The mail tells of a name, not of a place that was given back.
        let mut subjects = Vec::new();
        while let Some(claimed) = house.mail.claim().await.expect("an answer") {
            let mail = house.mail.compose(&claimed).await.expect("a mail");
            assert!(mail.text.contains("Katherine"), "{}", mail.text);
            subjects.push(mail.subject);
            house.mail.sent(&claimed).await.expect("sent");
        }
        assert_eq!(subjects[1], "A name in your registration has changed: Peace Cup");
    }

    async fn a_name_that_is_none_changes_nobody(house: House) {
        let event = house.announce(NewEvent::default()).await;
        let token = house.register(&event, &["Ada", "Grace"]).await;
        let wrong = refused(rename(&house, &token, &[(0, "Mary"), (1, "…")]).await);
        assert_eq!(wrong, [(Field::AttendeeName(1), Code::NoLetters)]);
        let nobody = refused(rename(&house, &token, &[(0, "Mary"), (2, "Eve")]).await);
        assert_eq!(nobody, [(Field::AttendeeName(1), Code::NotComing)]);
        house.registrations.give_back(&token, GiveBack::One(1)).await.expect("given back");
        let gone = refused(rename(&house, &token, &[(0, "Mary"), (1, "Eve")]).await);
        assert_eq!(gone, [(Field::AttendeeName(1), Code::NotComing)]);
        assert_eq!(names(&house, &token).await, ["Ada", "Grace"]);
    }

    async fn the_same_names_are_no_change(house: House) {
        let event = house.announce(NewEvent::default()).await;
        let token = house.register(&event, &["Ada"]).await;
        let before = house.rows().await;
        rename(&house, &token, &[(0, "Ada")]).await.expect("nothing to do");
        assert_eq!(house.rows().await, before);
        assert_eq!(house.number("select revision from registrations").await, 1);
    }

    async fn names_stay_once_it_has_begun(house: House) {
        let event = house.announce(NewEvent::default()).await;
        let token = house.register(&event, &["Ada"]).await;
        house.clock.set("2027-05-05T21:00:00Z");
        assert_refused(rename(&house, &token, &[(0, "Mary")]).await, Code::Past);
        let stranger = ManageToken::from([9; 32]);
        let result = rename(&house, &stranger, &[(0, "Mary")]).await;
        assert!(matches!(result, Err(Error::NotFound)));
    }
}
