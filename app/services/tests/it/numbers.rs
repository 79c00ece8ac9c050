//! Numbers to look at, and what needs a look today.

use domain::accounts::{Action, Actor};
use domain::events::TicketKind;
use domain::language::Language;
use domain::organisations::Role;
use services::events::arrivals::Door;
use services::events::attention::{Attention, Reason};
use services::events::own::{OwnDate, OwnEvent};

use crate::support::fixtures::Attending;
use crate::support::{Event, House, NewDate, NewEvent};

const CLUB: &str = "peace-club";

async fn own(house: &House, actor: &Actor, event: &Event) -> (OwnEvent, Vec<OwnDate>) {
    let (action, language) = (Action::SeeEvents, Language::English);
    let own = house.events.own(actor, CLUB, &event.slug, action, language).await.expect("an event");
    let dates = house.events.own_dates(&own).await.expect("dates");
    (own, dates)
}

async fn attention(house: &House, actor: &Actor) -> Attention {
    let found = house.events.attention(actor, Language::English).await.expect("an answer");
    assert_eq!(found.len(), 1, "one organisation: {found:?}");
    found.into_iter().map(|(_, attention)| attention).next().unwrap_or_default()
}

/// Why which event needs a look.
fn told(attention: &Attention) -> Vec<(&str, Reason)> {
    attention.notices.iter().map(|one| (one.card.slug.as_str(), one.reason)).collect()
}

const EARLY: NewDate = NewDate {
    starts: "2027-03-03T19:00:00",
    ends: "2027-03-03T21:00:00",
    all_day: false,
    zone: "Africa/Casablanca",
    places: 10,
    cancelled: false,
};

both! {
    async fn dates_are_compared_and_who_did_not_come_is_counted(house: House) {
        let tickets = vec![("participant", None), ("volunteer", None)];
        let event = NewEvent { dates: vec![EARLY, NewDate::default()], tickets, ..NewEvent::default() };
        let event = house.announce(event).await;
        let one = |date, ticket, gone, here| Attending { date, ticket, gone, here, ..Attending::default() };
        let french = |one| Attending { language: Language::French, ..one };
        house.fill(&event, &[
            one(0, 0, false, true),
            one(0, 0, false, true),
            one(0, 0, false, false),
            one(0, 1, false, true),
            one(0, 1, true, false),
            french(one(1, 0, false, false)),
            french(one(1, 0, true, false)),
        ], 1).await;
        let viewer = house.member(CLUB, Role::Viewer).await;
        let (own, dates) = own(&house, &viewer, &event).await;
        let before = house.events.numbers(&own, &dates).await.expect("numbers");
        assert!(before.came.is_empty() && before.dates.iter().all(|date| !date.over), "nothing is over");
        assert_eq!(before.places, 60);

        house.clock.set("2027-03-04T12:00:00Z");
        let numbers = house.events.numbers(&own, &dates).await.expect("numbers");
        let compared: Vec<_> = numbers.dates.iter().map(|date| {
            let counts = date.counts;
            (date.over, counts.registered, counts.given_back, counts.coming(), counts.here)
        }).collect();
        assert_eq!(compared, [(true, 5, 1, 4, 3), (false, 2, 1, 1, 0)]);
        let came: Vec<_> = numbers.came.iter().map(|(kind, counts)| (*kind, counts.coming(), counts.missing(), counts.missing_share())).collect();
        assert_eq!(came, [(TicketKind::Participant, 3, 1, Some(33)), (TicketKind::Volunteer, 1, 0, Some(0))]);
        let languages: Vec<_> = numbers.languages.iter().map(|(language, counts)| (*language, counts.coming())).collect();
        assert_eq!(languages, [(Language::English, 4), (Language::French, 1)]);
        let last = numbers.days.last().expect("a day");
        assert_eq!((last.registered, last.given_back, last.coming), (7, 2, 5));
        assert_eq!(numbers.all().coming(), 5);
    }

    async fn arrivals_are_counted_by_the_quarter_while_they_come(house: House) {
        let event = house.announce(NewEvent { dates: vec![EARLY], ..NewEvent::default() }).await;
        for name in ["Ada", "Grace", "Mary"] {
            house.register(&event, &[name]).await;
        }
        let staff = house.member(CLUB, Role::DoorStaff).await;
        let (own, dates) = own(&house, &staff, &event).await;
        assert!(!Door::of(&own, &dates, None, house.now()).expect("a door").is_open(house.now()));
        let list = house.registrations.attendance(&staff, &own, &Default::default(), 1).await.expect("a list");
        for (time, listed) in ["2027-03-03T17:40:00Z", "2027-03-03T18:04:59Z"].into_iter().zip(&list.listed) {
            house.clock.set(time);
            let who = services::registrations::check_in::Who { reference: listed.reference.clone(), position: listed.position };
            house.registrations.check_in(&staff, &own, &who).await.expect("here");
        }
        let door = Door::of(&own, &dates, None, house.now()).expect("a door");
        assert!(door.is_open(house.now()));
        let arrivals = house.events.arrivals(&door).await.expect("arrivals");
        assert_eq!((arrivals.here, arrivals.expected), (2, 3));
        let came: Vec<_> = arrivals.quarters.iter().filter(|one| one.people > 0)
            .map(|one| (one.starts.to_string(), one.people)).collect();
        // Casablanca keeps UTC in Ramadan, which began on 8 February in 2027.
        let zone = jiff::tz::TimeZone::get("Africa/Casablanca").expect("a zone");
        let local = |time: &str| time.parse::<jiff::Timestamp>().expect("a time").to_zoned_datetime(zone.clone()).datetime().to_string();
        assert_eq!(came, [(local("2027-03-03T17:30:00Z"), 1), (local("2027-03-03T18:00:00Z"), 1)]);
    }

    async fn what_needs_a_look_is_told_to_those_who_can_do_something_about_it(house: House) {
        let near = |slug: &str, places| NewEvent { dates: vec![NewDate { places, ..EARLY }], ..NewEvent::titled(slug, slug) };
        let full = house.announce(near("full-house", 1)).await;
        house.register(&full, &["Ada"]).await;
        let filling = house.announce(near("filling", 10)).await;
        for _ in 0..9 {
            house.register(&filling, &["Ada"]).await;
        }
        house.announce(NewEvent { status: "draft", ..near("still-a-draft", 10) }).await;
        house.announce(NewEvent { status: "draft", ..NewEvent::titled("draft-for-later", "Later") }).await;
        house.announce(NewEvent { status: "cancelled", ..near("not-any-more", 1) }).await;
        let texts = vec![("en", "Both".to_owned()), ("fr", "Les deux".to_owned())];
        house.announce(NewEvent { texts, ..near("translated", 10) }).await;
        let owner = house.member(CLUB, Role::Owner).await;
        let quiet = [("full-house", Reason::Full), ("filling", Reason::NearlyFull), ("still-a-draft", Reason::NotAnnounced)];
        let found = attention(&house, &owner).await;
        assert_eq!(told(&found), quiet);
        assert_eq!((found.events, found.drafts), (6, 2));
        let next: Vec<_> = found.next.iter().map(|card| card.slug.as_str()).collect();
        assert_eq!(next, ["full-house", "filling", "translated"]);

        // From now on the organisation speaks French.
        house.change("insert into organisation_texts (organisation_id, language, name, summary)
            select id, 'fr', 'Le club', 'On se voit.' from organisations").await.expect("a language");
        let found = attention(&house, &owner).await;
        let lacking: Vec<_> = told(&found).into_iter().filter(|(_, reason)| *reason == Reason::Untranslated(1)).map(|(slug, _)| slug).collect();
        assert_eq!(lacking, ["full-house", "filling"]);

        // A quarter of an hour later the mails should have left; one never will.
        house.change("update outbox set status = 'dead', done_at = 1, reason = '550 no such user'
            where id in (select id from outbox order by id limit 1)").await.expect("a mail");
        house.clock.advance(jiff::SignedDuration::from_mins(16));
        let found = attention(&house, &owner).await;
        assert_eq!((found.late, found.undelivered), (9, 1));
        let staff = house.member(CLUB, Role::DoorStaff).await;
        let found = attention(&house, &staff).await;
        assert_eq!((found.late, found.undelivered), (0, 0), "mail is not theirs");
        assert!(told(&found).iter().all(|(_, reason)| *reason != Reason::NotAnnounced));
    }

    async fn who_acts_for_one_event_is_told_of_it_alone(house: House) {
        let one = house.announce(NewEvent { dates: vec![EARLY], ..NewEvent::titled("one", "One") }).await;
        house.announce(NewEvent { dates: vec![EARLY], ..NewEvent::titled("other", "Other") }).await;
        let someone = house.member("other-club", Role::Owner).await;
        let sql = format!("insert into event_members (organisation_id, event_id, account_id, role, created_at)
            select s.organisation_id, s.event_id, a.id, 'viewer', 0 from event_slugs s, accounts a where s.slug = '{}'", one.slug);
        house.change(&sql).await.expect("a role");
        let found = house.events.attention(&someone, Language::English).await.expect("an answer");
        let next: Vec<_> = found.iter().flat_map(|(_, one)| &one.next).map(|card| card.slug.as_str()).collect();
        assert_eq!(next, ["one"]);
        assert_eq!(found.iter().map(|(_, one)| one.events).collect::<Vec<_>>(), [0, 0]);
    }
}
