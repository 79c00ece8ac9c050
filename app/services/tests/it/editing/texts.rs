//! What an event says.

use domain::events::venue::Held;
use domain::invalid::{Code, Field};
use domain::language::Language;
use domain::organisations::Role;
use services::Error;
use services::events::Search;

use super::{CLUB, target, text, version, written};
use crate::support::{House, NewEvent, refused};

both! {
    async fn a_text_is_written_found_and_taken_away(house: House) {
        house.announce(NewEvent::default()).await;
        let organiser = house.member(CLUB, Role::Organiser).await;
        let events = &house.events;
        events
            .write_text(&target(&organiser, 1), Language::French, &text("Fête d’été"))
            .await
            .expect("saved");
        let now = written(&house, &organiser).await;
        let french = now.text(Language::French).expect("a text");
        assert!(french.is_full(Held::Place));
        assert_eq!(french.description, "We play.\n\nThen we eat.");
        let found = async |words: &str| {
            let search = Search { words: words.into(), page: 1, ..Search::default() };
            events.list(Language::English, &search).await.expect("a list").total
        };
        assert_eq!((found("fete d’ete").await, found("old port").await), (1, 1));
        events.remove_text(&target(&organiser, 2), Language::French).await.expect("removed");
        assert_eq!((found("fete d’ete").await, found("peace cup").await), (0, 1));
        let again = events.remove_text(&target(&organiser, 3), Language::French).await;
        assert!(matches!(again, Err(Error::NotFound)));
        let last = events.remove_text(&target(&organiser, 3), Language::English).await;
        assert_eq!(refused(last), [(Field::TextLanguage, Code::LastText)]);
        assert_eq!(version(&house, &organiser).await, 3, "what is refused makes no version");
    }

    async fn only_another_place_moves_calendars(house: House) {
        house.announce(NewEvent::default()).await;
        let organiser = house.member(CLUB, Role::Organiser).await;
        let mut draft = text("Peace Cup");
        let write = async |draft: &_, version| {
            let target = target(&organiser, version);
            house.events.write_text(&target, Language::English, draft).await.expect("saved");
            written(&house, &organiser).await.dates[0].sequence
        };
        draft.title = "Other Cup".into();
        assert_eq!(write(&draft, 1).await, 0);
        draft.venue = "Other Hall".into();
        assert_eq!(write(&draft, 2).await, 1);
    }

    async fn what_is_wrong_is_told_at_its_field(house: House) {
        house.announce(NewEvent::default()).await;
        let organiser = house.member(CLUB, Role::Organiser).await;
        let mut draft = text("");
        draft.summary = "a\u{202e}b".into();
        let wrong = house.events.write_text(&target(&organiser, 1), Language::English, &draft).await;
        let expected = [(Field::Title, Code::Required), (Field::Summary, Code::Control)];
        assert_eq!(refused(wrong), expected);
    }
}
