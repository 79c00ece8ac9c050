//! How people come together: what everyone reads, and what only those do who have a place.

use domain::accounts::Actor;
use domain::events::drafts::PlaceDraft;
use domain::events::venue::{AccessFact, Held};
use domain::events::{EventStatus, Missing};
use domain::language::Language;
use domain::organisations::Role;
use services::calendars::Which;
use services::registrations::GiveBack;

use super::{CLUB, CUP, LINK, edited, place, target, version, written};
use crate::support::{House, NewEvent};

async fn write(house: &House, actor: &Actor, draft: &PlaceDraft) {
    let target = target(actor, version(house, actor).await);
    house.events.write_place(&target, draft).await.expect("saved");
}

/// The text of the mail that is next, sent.
async fn next_mail(house: &House) -> String {
    let claimed = house.mail.claim().await.expect("an answer").expect("a mail");
    let message = house.mail.compose(&claimed).await.expect("a message");
    house.mail.sent(&claimed).await.expect("recorded");
    format!("{}\n{}\n{}", message.text, message.html, message.calendar.expect("an entry").ics)
}

both! {
    async fn the_link_is_for_those_alone_who_have_a_place(house: House) {
        let event = house.announce(NewEvent::default()).await;
        let organiser = house.member(CLUB, Role::Organiser).await;
        write(&house, &organiser, &place("both", LINK)).await;
        let token = house.register(&event, &["Ada"]).await;
        let link = async || house.registrations.find(&token).await.expect("a page").online_link;
        assert_eq!(link().await.as_deref(), Some(LINK));
        let mail = next_mail(&house).await;
        assert!(mail.contains(LINK));
        let ics = mail.split("BEGIN:VCALENDAR").nth(1).expect("an entry");
        assert!(!ics.contains("meet.example"), "people share their calendars");

        let page = house.events.page(Language::English, CUP, None).await.expect("a page");
        assert!(!format!("{page:?}").contains("meet.example"));
        for which in [Which::All, Which::Event(CUP.into()), Which::Download(CUP.into())] {
            let feed = house.calendars.feed(&which, Language::English).await.expect("a feed");
            assert!(!feed.text.contains("meet.example"), "{which:?}");
        }
        let search = services::events::Search { words: "meet".into(), ..Default::default() };
        let found = house.events.list(Language::English, &search).await.expect("a list");
        assert_eq!(found.total, 0);
        assert_eq!(house.tables_holding(LINK.as_bytes()).await, ["event_versions", "events"]);

        for (wrong, right) in [
            ("update events set status = 'postponed'", "update events set status = 'published'"),
            ("update occurrences set cancelled_at = 1", "update occurrences set cancelled_at = null"),
        ] {
            house.change(wrong).await.expect(wrong);
            assert_eq!(link().await, None, "{wrong}");
            house.change(right).await.expect(right);
        }
        house.registrations.give_back(&token, GiveBack::All).await.expect("given back");
        assert_eq!(link().await, None);
        assert!(!next_mail(&house).await.contains("meet.example"));
    }

    async fn what_is_held_online_needs_a_link_and_no_address(house: House) {
        house.announce(NewEvent::default()).await;
        let organiser = house.member(CLUB, Role::Organiser).await;
        let missing = async || edited(&house, &organiser).await.missing;
        write(&house, &organiser, &place("online", "")).await;
        house.change("update events set address = ''").await.expect("no address");
        house.change("update event_texts set venue = ''").await.expect("no name");
        assert_eq!(missing().await, [Missing::Link]);
        write(&house, &organiser, &place("both", LINK)).await;
        assert_eq!(missing().await, [Missing::Text, Missing::Address]);
        write(&house, &organiser, &place("online", LINK)).await;
        let target = target(&organiser, version(&house, &organiser).await);
        house.events.set_status(&target, EventStatus::Postponed).await.expect("postponed");
        let again = super::target(&organiser, version(&house, &organiser).await);
        house.events.set_status(&again, EventStatus::Published).await.expect("published");
        let feed = house.calendars.feed(&Which::All, Language::English).await.expect("a feed");
        assert!(feed.text.contains("LOCATION;LANGUAGE=en:Online") || feed.text.contains(":Online"));
    }

    async fn what_is_known_of_a_place_is_read_by_everyone(house: House) {
        house.announce(NewEvent::default()).await;
        let organiser = house.member(CLUB, Role::Organiser).await;
        let mut draft = place("place", "");
        draft.access = [("lift".into(), "no".into()), ("quiet-room".into(), "yes".into())].into();
        draft.directions = [("fr".into(), "Tram T2, Vieux Port.".into())].into();
        write(&house, &organiser, &draft).await;
        let page = house.events.page(Language::Russian, CUP, None).await.expect("a page");
        let public = &page.content.place;
        let known = [(AccessFact::Lift, false), (AccessFact::QuietRoom, true)];
        assert_eq!((public.held, public.access.as_slice()), (Held::Place, &known[..]));
        let directions = public.directions(Language::Russian);
        assert_eq!(directions, Some((Language::French, "Tram T2, Vieux Port.")));
        assert_eq!(written(&house, &organiser).await.dates[0].sequence, 0, "nobody moved");
        write(&house, &organiser, &PlaceDraft { held: "place".into(), ..PlaceDraft::default() }).await;
        let now = written(&house, &organiser).await.place;
        assert_eq!(now, services::events::editing::WrittenPlace::default());
    }
}
