//! Links that were lost, and one's own data.

use domain::invalid::{Code, Field};
use services::registrations::GiveBack;

use crate::support::{House, NewEvent, refused};

async fn ask(house: &House, email: &str) {
    house.registrations.links_are_lost(email).await.expect("the answer that everybody gets");
}

/// Does everything that was asked for.
async fn work(house: &House) {
    while house.registrations.work_on_lost_links().await.expect("an answer") {}
}

/// Sends every mail that waits: to whom.
async fn sent(house: &House) -> Vec<String> {
    let mut to = Vec::new();
    while let Some(claimed) = house.mail.claim().await.expect("an answer") {
        let mail = house.mail.compose(&claimed).await.expect("a mail");
        house.mail.sent(&claimed).await.expect("sent");
        to.push(mail.to_address);
    }
    to
}

both! {
    async fn the_tickets_of_an_address_are_sent_again(house: House) {
        let event = house.announce(NewEvent::default()).await;
        let token = house.register(&event, &["Ada"]).await;
        let gone = house.register(&event, &["Grace"]).await;
        house.registrations.give_back(&gone, GiveBack::All).await.expect("given back");
        sent(&house).await;
        // However it is spelt.
        ask(&house, "  Visitor-0@Example.ORG ").await;
        ask(&house, "visitor-1@example.org").await;
        assert!(house.tables_holding(b"visitor-0").await.contains(&"link_requests".into()));
        work(&house).await;
        assert_eq!(house.number("select count(*) from link_requests").await, 0);
        assert_eq!(sent(&house).await, ["visitor-0@example.org"], "what was given back has no ticket");
        let acts = "select count(*) from audit where action = 'send-again'";
        assert_eq!(house.number(acts).await, 1);
        house.assert_whole().await;

        house.clock.set("2027-05-05T21:30:00Z");
        ask(&house, "visitor-0@example.org").await;
        work(&house).await;
        assert_eq!(sent(&house).await, [""; 0], "it is over");
        house.registrations.find(&token).await.expect("the link still opens");
    }

    async fn an_answer_tells_nothing(house: House) {
        let event = house.announce(NewEvent::default()).await;
        house.register(&event, &["Ada"]).await;
        sent(&house).await;
        // Known or not, asking writes one row of the same kind, and nothing else.
        let before = house.rows().await;
        for (n, email) in ["visitor-0@example.org", "nobody@example.org"].into_iter().enumerate() {
            ask(&house, email).await;
            assert_eq!(house.number("select count(*) from link_requests").await, n as i64 + 1);
            assert_eq!(house.rows().await, before);
        }
        let wrong = refused(house.registrations.links_are_lost("nobody").await);
        assert_eq!(wrong, [(Field::Email, Code::Email)]);
    }

    async fn asking_fills_no_mailbox(house: House) {
        let event = house.announce(NewEvent::default()).await;
        house.register(&event, &["Ada"]).await;
        sent(&house).await;
        let mut mails = 0;
        for _ in 0..20 {
            ask(&house, "visitor-0@example.org").await;
            work(&house).await;
            mails += sent(&house).await.len();
        }
        assert_eq!(mails, 5);
    }

    async fn a_mail_on_its_way_is_enough(house: House) {
        let event = house.announce(NewEvent::default()).await;
        house.register(&event, &["Ada"]).await;
        ask(&house, "visitor-0@example.org").await;
        work(&house).await;
        assert_eq!(sent(&house).await.len(), 1);
    }

    async fn one_s_own_data_is_whole(house: House) {
        let event = house.announce(NewEvent::default()).await;
        let token = house.register(&event, &["Ada", "Grace"]).await;
        house.registrations.give_back(&token, GiveBack::One(1)).await.expect("given back");
        let before = house.rows().await;
        let data = house.registrations.own_data(&token).await.expect("the data");
        assert_eq!(house.rows().await, before, "looking changes nothing");
        let names: Vec<_> = data.attendees.iter().map(|one| one.name.as_str()).collect();
        assert_eq!(names, ["Ada", "Grace"]);
        assert!(data.attendees[1].given_back_at.is_some());
        assert_eq!(data.contact_email, "visitor-0@example.org");
        let mails: Vec<_> = data.mails.iter().map(|mail| mail.kind.as_str()).collect();
        assert_eq!(mails, ["confirmed", "changed"]);
        let acts: Vec<_> = data.history.iter().map(|act| act.what.as_str()).collect();
        assert_eq!(acts, ["register", "give-back"]);
        assert!(data.history.iter().all(|act| !act.by_organiser));
    }
}
