//! What an event was before.

use domain::accounts::Action;
use domain::language::Language;
use domain::organisations::Role;
use services::events::editing::{Change, Field, Value};

use super::{CLUB, CUP, date, facts, target, text, written};
use crate::support::{House, NewEvent};

fn typed(text: &str) -> Option<Value> {
    Some(Value::Text(text.into()))
}

both! {
    async fn every_save_is_a_version_that_tells_what_changed(house: House) {
        house.announce(NewEvent::default()).await;
        let organiser = house.member(CLUB, Role::Organiser).await;
        let events = &house.events;
        let first = text("Peace Cup");
        events.write_text(&target(&organiser, 1), Language::English, &first).await.expect("saved");
        let second = domain::events::drafts::TextDraft { title: "Big Cup".into(), ..first };
        events.write_text(&target(&organiser, 2), Language::English, &second).await.expect("saved");
        let draft = facts("Plaza Mayor");
        events.write_facts(&target(&organiser, 3), &draft).await.expect("saved");
        let id = written(&house, &organiser).await.dates[0].id;
        let later = date("2027-06-01T10:00", "2027-06-01T12:00", "50");
        events.write_date(&target(&organiser, 4), Some(id), &later).await.expect("saved");

        let viewer = house.member(CLUB, Role::Viewer).await;
        let event = events.own(&viewer, CLUB, CUP, Action::SeeEvents, Language::English).await;
        let event = event.expect("an event");
        let versions = events.versions(&event).await.expect("versions");
        let sections: Vec<_> =
            versions.iter().map(|one| (one.version, one.section.code())).collect();
        assert_eq!(sections, [(5, "dates"), (4, "facts"), (3, "texts"), (2, "texts")]);
        let email = house.texts("select email from accounts order by id limit 1").await;
        assert_eq!(versions[0].email, email[0]);

        let changes = async |version| events.changes(&event, version).await.expect("changes");
        let title = Change {
            field: Field::Title(Language::English),
            before: typed("Peace Cup"),
            after: typed("Big Cup"),
        };
        assert_eq!(changes(3).await, [title]);
        let fields = |changes: &[Change]| {
            changes.iter().map(|change| change.field.code()).collect::<Vec<_>>()
        };
        assert_eq!(fields(&changes(4).await), ["address", "spoken", "action"]);
        let moved = changes(5).await;
        assert_eq!(fields(&moved), ["date"], "{moved:?}");
        assert!(moved[0].before.is_some() && moved[0].after.is_some());
        assert!(changes(2).await.len() > 5, "nothing is known of what was before");
    }
}
