//! Tags, and the filters that came with them.

use domain::invalid::{Code, Field};
use domain::organisations::Role;
use services::Error;
use services::audit::Who;
use services::registrations::list::Filter;
use services::registrations::tags::Tagging;

use super::{CLUB, names, own, who};
use crate::support::{House, NewEvent, refused};

fn tagged(folded: &str) -> Filter {
    Filter { tag: Some(folded.into()), ..Filter::default() }
}

both! {
    async fn a_tag_is_put_on_found_told_and_taken_off(house: House) {
        let event = house.announce(NewEvent::default()).await;
        house.register(&event, &["Ada", "Grace"]).await;
        house.register(&event, &["Mary"]).await;
        let owner = house.member(CLUB, Role::Owner).await;
        let own = own(&house, &owner, &event).await;
        let ada = who(&house, &owner, &own, "ada").await;
        let reference = ada.reference.as_str();
        let tag = async |text: &str, tagging| {
            house.registrations.tag(&owner, &own, reference, text, tagging).await
        };
        for text in ["Chœur été", " CHŒUR  ete "] {
            tag(text, Tagging::On).await.expect("tagged");
        }
        let tags = house.registrations.tags(&owner, &own).await.expect("tags");
        assert_eq!(tags.len(), 1, "two spellings are one tag: {tags:?}");
        assert_eq!(tags[0].name, "Chœur été");
        let folded = tags[0].folded.clone();
        assert_eq!(names(&house, &owner, &own, tagged(&folded)).await, "Ada Grace");
        assert_eq!(names(&house, &owner, &own, tagged("nothing")).await, "");

        let door = house.member(CLUB, Role::DoorStaff).await;
        assert_eq!(names(&house, &door, &own, tagged(&folded)).await, "Ada Grace Mary", "it tells nothing");
        assert!(matches!(house.registrations.tags(&door, &own).await, Err(Error::Forbidden)));

        let in_use = house.registrations.delete_tag(&owner, &own, &folded).await;
        assert_eq!(refused(in_use), [(Field::Tag, Code::TagInUse)]);
        for _ in 0..2 {
            tag("chœur été", Tagging::Off).await.expect("untagged");
        }
        assert_eq!(names(&house, &owner, &own, tagged(&folded)).await, "");
        let one = house.registrations.own(&owner, &own, reference).await.expect("a registration");
        let history: Vec<&str> = one.history.iter().map(|done| done.action.as_str()).collect();
        assert_eq!(history, ["register", "tag", "untag"]);
        assert!(matches!(one.history[1].by, Who::Member(_)));
        house.registrations.delete_tag(&owner, &own, &folded).await.expect("deleted");
        assert!(house.registrations.tags(&owner, &own).await.expect("tags").is_empty());
        house.assert_whole().await;
    }

    async fn an_event_has_twenty_tags_and_a_place_that_is_freed_is_used_again(house: House) {
        let event = house.announce(NewEvent::default()).await;
        house.register(&event, &["Ada"]).await;
        let owner = house.member(CLUB, Role::Organiser).await;
        let own = own(&house, &owner, &event).await;
        let reference = who(&house, &owner, &own, "ada").await.reference;
        let tag = async |text: &str, tagging| {
            house.registrations.tag(&owner, &own, reference.as_str(), text, tagging).await
        };
        for number in 0..20 {
            tag(&format!("tag {number}"), Tagging::On).await.expect("tagged");
        }
        assert_eq!(refused(tag("one more", Tagging::On).await), [(Field::Tag, Code::TooManyTags)]);
        assert_eq!(refused(tag(" ", Tagging::On).await), [(Field::Tag, Code::Required)]);
        tag("tag 7", Tagging::Off).await.expect("untagged");
        house.registrations.delete_tag(&owner, &own, "tag 7").await.expect("deleted");
        assert_eq!(names(&house, &owner, &own, tagged("tag 7")).await, "");
        tag("one more", Tagging::On).await.expect("tagged");
        assert_eq!(names(&house, &owner, &own, tagged("one more")).await, "Ada");
        assert_eq!(house.number("select count(*) from tags").await, 20);
        let beyond = house.change("update tags set position = 20 where position = 19").await;
        assert!(beyond.is_err(), "the database counts too");
    }

    async fn lists_are_filtered_by_notes_lost_mails_and_days(house: House) {
        let event = house.announce(NewEvent::default()).await;
        for name in ["Ada", "Grace", "Mary"] {
            house.register(&event, &[name]).await;
        }
        let owner = house.member(CLUB, Role::Viewer).await;
        let editor = house.member(CLUB, Role::Organiser).await;
        let own = own(&house, &owner, &event).await;
        let of = async |change: fn(&mut Filter)| {
            let mut filter = Filter::default();
            change(&mut filter);
            names(&house, &owner, &own, filter).await
        };
        let grace = who(&house, &owner, &own, "grace").await.reference;
        let registrations = &house.registrations;
        registrations.add_note(&editor, &own, grace.as_str(), "Sings.").await.expect("a note");
        assert_eq!(of(|f| f.noted = true).await, "Grace");

        assert_eq!(of(|f| f.undelivered = true).await, "");
        for _ in 0..2 {
            let claimed = house.mail.claim().await.expect("an answer").expect("a mail");
            house.mail.dead(&claimed, "550 no such mailbox").await.expect("recorded");
        }
        assert_eq!(of(|f| f.undelivered = true).await, "Ada Grace");
        registrations.send_again(&editor, &own, grace.as_str()).await.expect("queued");
        while let Some(claimed) = house.mail.claim().await.expect("an answer") {
            house.mail.sent(&claimed).await.expect("recorded");
        }
        assert_eq!(of(|f| f.undelivered = true).await, "Ada", "what came later did arrive");

        // Every test begins on 1 March 2027.
        assert_eq!(of(|f| f.registered_from = "2027-03-01".parse().ok()).await, "Ada Grace Mary");
        assert_eq!(of(|f| f.registered_from = "2027-03-02".parse().ok()).await, "");
        assert_eq!(of(|f| f.registered_to = "2027-03-01".parse().ok()).await, "Ada Grace Mary");
        assert_eq!(of(|f| f.registered_to = "2027-02-28".parse().ok()).await, "");
        assert_eq!(of(|f| f.registered_to = "9999-12-31".parse().ok()).await, "Ada Grace Mary");
    }
}
