//! The page of an organisation: what is stored, what is refused, who may, and what searches find.

use domain::accounts::Actor;
use domain::invalid::{Code, Field};
use domain::language::Language;
use domain::organisations::drafts::{FactsDraft, TextDraft};
use domain::organisations::{Kind, Role};
use services::Error;
use services::events::Search;
use services::organisations::editing::Target;

use crate::support::{House, NewEvent, refused};

const CLUB: &str = "peace-club";

fn target(actor: &Actor, version: i64) -> Target<'_> {
    Target { actor, organisation: CLUB, version }
}

fn text(name: &str) -> TextDraft {
    let (summary, description) = ("We meet.".into(), "We **play**.".into());
    TextDraft { name: name.into(), summary, description }
}

fn facts() -> FactsDraft {
    let links = ["https://club.example/", "https://t.me/club"];
    let links = (0..).zip(links).map(|(n, url): (usize, _)| (n.to_string(), url.to_owned()));
    FactsDraft { kind: "youth".into(), email: "new@club.example".into(), links: links.collect() }
}

both! {
    async fn an_organisation_is_found_by_its_new_name_and_not_by_its_old_one(house: House) {
        for (slug, title) in [("cup", "Cup"), ("cup-two", "Cup"), ("draft", "Cup")] {
            house.announce(NewEvent::titled(slug, title)).await;
        }
        house.change("update events set status = 'draft' where slug = 'draft'").await.expect("a draft");
        let owner = house.member(CLUB, Role::Owner).await;
        let found = async |words: &str| {
            let search = Search { words: words.into(), page: 1, ..Search::default() };
            house.events.list(Language::English, &search).await.expect("a list").total
        };
        let write = async |version, language, name: &str| {
            let target = target(&owner, version);
            house.organisations.write_text(&target, language, &text(name)).await.expect("saved");
        };
        write(1, Language::English, "Société des Ponts").await;
        assert_eq!((found("societe des ponts").await, found("SOCIÉTÉ").await), (2, 2));
        write(2, Language::Arabic, "مُنتدى الأُردُنّ").await;
        assert_eq!((found("منتدي الاردن").await, found("ponts").await), (2, 2));
        write(3, Language::English, "Bridge Builders").await;
        assert_eq!((found("ponts").await, found("bridge builders").await), (0, 2));
        let gone = house.organisations.remove_text(&target(&owner, 4), Language::Arabic).await;
        gone.expect("removed");
        assert_eq!((found("الأردن").await, found("old port").await), (0, 2));
        // What is written about an event later on is found by the name of today, too.
        house.change("update event_texts set folded = ''").await.expect("nothing to find");
        write(5, Language::English, "Many Shores").await;
        assert_eq!((found("many shores").await, found("cup").await), (2, 2));
    }

    async fn everything_about_an_organisation_is_written_by_owners_and_organisers(house: House) {
        let organiser = house.member(CLUB, Role::Organiser).await;
        let organisations = &house.organisations;
        organisations.write_facts(&target(&organiser, 1), &facts()).await.expect("saved");
        let french = (Language::French, text("Le Club"));
        organisations.write_text(&target(&organiser, 2), french.0, &french.1).await.expect("saved");
        let page = organisations.page(Language::French, CLUB).await.expect("a page");
        assert_eq!((page.kind, page.email.as_str()), (Kind::Youth, "new@club.example"));
        assert_eq!(page.links, ["https://club.example/", "https://t.me/club"]);
        assert_eq!(page.name, "Le Club");
        assert_eq!(page.description.as_str(), "<p>We <strong>play</strong>.</p>");
        let edited = organisations.edited(&organiser, CLUB, Language::English).await.expect("it");
        assert_eq!((edited.version, edited.texts.len()), (3, 2));
        let acts = house.texts("select action || ' ' || detail from audit order by number").await;
        let expected =
            ["write-organisation version=2", "write-organisation-text version=3 language=fr"];
        assert_eq!(acts, expected);

        let other = house.member("other-club", Role::Owner).await;
        for (actor, is_member) in [
            (house.member(CLUB, Role::DoorStaff).await, true),
            (house.member(CLUB, Role::Viewer).await, true),
            (other, false),
        ] {
            let refusals = [
                organisations.write_facts(&target(&actor, 3), &facts()).await,
                organisations.write_text(&target(&actor, 3), Language::English, &text("x")).await,
                organisations.remove_text(&target(&actor, 3), Language::English).await,
                organisations.write_logo(&target(&actor, 3), None).await,
                organisations.remove_logo(&target(&actor, 3)).await,
            ];
            for refusal in refusals {
                match refusal {
                    Err(Error::Forbidden) => assert!(is_member),
                    Err(Error::NotFound) => assert!(!is_member),
                    other => panic!("{other:?}"),
                }
            }
        }
    }

    async fn of_two_saves_the_later_is_refused_and_changes_nothing(house: House) {
        let owner = house.member(CLUB, Role::Owner).await;
        let organisations = &house.organisations;
        organisations.write_facts(&target(&owner, 1), &facts()).await.expect("saved");
        let again = organisations.write_facts(&target(&owner, 1), &FactsDraft::default()).await;
        assert!(matches!(again, Err(Error::Invalid(_))), "what is wrong is told first");
        let late = [
            organisations.write_facts(&target(&owner, 1), &facts()).await,
            organisations.write_text(&target(&owner, 1), Language::English, &text("x")).await,
            organisations.remove_logo(&target(&owner, 1)).await,
        ];
        assert!(late.iter().all(|late| matches!(late, Err(Error::Conflict))), "{late:?}");
        let last = organisations.remove_text(&target(&owner, 2), Language::English).await;
        assert_eq!(refused(last), [(Field::TextLanguage, Code::LastLanguage)]);
        let edited = organisations.edited(&owner, CLUB, Language::English).await.expect("it");
        assert_eq!((edited.version, edited.texts[0].text.name.as_str()), (2, "peace club"));
    }
}
