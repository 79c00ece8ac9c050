//! The list says what the database says, whoever changed it. The judge of what a filter finds is the
//! export, which the database searches.

use domain::accounts::Actor;
use domain::events::TicketKind;
use domain::language::Language;
use domain::organisations::Role;
use rand::rngs::StdRng;
use rand::{RngExt as _, SeedableRng as _};
use services::db::Tx;
use services::events::own::OwnEvent;
use services::registrations::list::{Filter, Order, PlaceState};
use services::registrations::tags::Tagging;
use services::registrations::{GiveBack, list};

use super::{CLUB, list as listed, names, own, who};
use crate::support::fixtures::Attending;
use crate::support::{Engine, House, NewDate, NewEvent};

const GIVEN: [&str; 8] = ["Amélie", "مُحَمَّد", "Ёлка", "小雨", "O’Brien", "100%", "ana", "Ana_x"];
const DATES: [&str; 2] = ["2027-05-05T19:00:00", "2027-05-06T19:00:00"];

fn attending(random: &mut StdRng, number: usize) -> Attending {
    let gone = random.random_ratio(1, 5);
    Attending {
        name: format!("{} {number}", GIVEN[random.random_range(0..8)]),
        contact_name: GIVEN[random.random_range(0..8)].into(),
        contact_email: format!("someone-{number}@example.org"),
        language: Language::ALL[random.random_range(0..6)],
        date: random.random_range(0..2),
        ticket: random.random_range(0..2),
        gone,
        here: !gone && random.random(),
    }
}

/// Each part of a filter is asked for now and then.
fn filter(random: &mut StdRng) -> Filter {
    const WORDS: [&str; 10] =
        ["", "", "ana", "AMELIE", "محمد", "1", "example 2", "ana_", "0%", "somebody"];
    let day = |random: &mut StdRng| {
        let days = ["2027-02-28", "2027-03-01", "2027-03-02"];
        random.random_ratio(1, 6).then(|| days[random.random_range(0..3)].parse().expect("a day"))
    };
    let dates = [DATES[0], DATES[1], "2020-01-01T00:00:00"];
    let tickets = [TicketKind::Participant, TicketKind::Volunteer, TicketKind::Media];
    let mut some = |share| random.random_ratio(1, share);
    let (date, ticket, state, here, language) = (some(4), some(4), some(3), some(3), some(6));
    let (tag, noted, undelivered) = (some(8), some(10), some(10));
    Filter {
        words: WORDS[random.random_range(0..WORDS.len())].into(),
        date: date.then(|| dates[random.random_range(0..3)].parse().expect("a time")),
        ticket: ticket.then(|| tickets[random.random_range(0..3)]),
        state: state.then(|| PlaceState::ALL[random.random_range(0..8)]),
        here: here.then(|| random.random()),
        language: language.then(|| Language::ALL[random.random_range(0..6)]),
        tag: tag.then(|| ["choir", "unknown"][random.random_range(0..2)].into()),
        registered_from: day(random),
        registered_to: day(random),
        noted,
        undelivered,
        order: Order::Time,
    }
}

/// Changes of rows as use cases make them, and as only somebody at the database does.
fn change(random: &mut StdRng) -> String {
    const CHANGES: [&str; 11] = [
        "checked_in_at = 5 where cancelled_at is null and",
        "checked_in_at = null where",
        "checked_in_at = null, cancelled_at = 5, cancelled_revision = 2 where",
        "cancelled_at = null, cancelled_revision = null where",
        "marks = (marks | 1) where",
        "marks = 3145728 where",
        "marks = 4194304 where",
        "marks = 67108864 where",
        "registered_at = 1803859200000000 where",
        "folded_name = 'ana renamed ' || position where",
        "folded_contact = 'somebody else' where",
    ];
    let what = CHANGES[random.random_range(0..CHANGES.len())];
    let (of, rest) = (random.random_range(2..9), random.random_range(0..2));
    // Who it is changes with the length of the names.
    format!("update attendees set {what} length(name || folded_contact) % {of} = {rest}")
}

async fn all_pages(house: &House, actor: &Actor, event: &OwnEvent, filter: &Filter) -> Vec<String> {
    let mut all = Vec::new();
    for page in 1.. {
        let found =
            house.registrations.attendance(actor, event, filter, page).await.expect("a page");
        let is_last = page * list::PER_PAGE >= found.total;
        all.extend(found.listed.iter().map(|one| format!("{},{}", one.reference, one.name)));
        if is_last {
            assert_eq!(i64::try_from(all.len()).expect("few"), found.total, "{filter:?}");
            break;
        }
    }
    all
}

/// Codes and names of those whom the database finds, in the order of time.
async fn judged(house: &House, actor: &Actor, event: &OwnEvent, filter: &Filter) -> Vec<String> {
    let export = house.registrations.export(actor, event, filter, Language::English).await;
    let (mut export, mut all) = (export.expect("a file"), Vec::new());
    loop {
        let rows = export.rows().await.expect("rows");
        if rows.is_empty() {
            return all;
        }
        all.extend(rows.iter().map(|row| format!("{},{}", row[0].text(), row[1].text())));
    }
}

both! {
    async fn a_roll_finds_whom_the_database_finds(house: House) {
        let mut random = StdRng::seed_from_u64(20_270_301);
        let date = |starts, ends| NewDate { starts, ends, places: 1_000, ..NewDate::default() };
        let event = house.announce(NewEvent {
            dates: vec![date(DATES[0], "2027-05-05T20:00:00"), date(DATES[1], "2027-05-06T20:00:00")],
            tickets: vec![("participant", None), ("volunteer", None)],
            ..NewEvent::default()
        }).await;
        let people: Vec<_> = (0..400).map(|number| attending(&mut random, number)).collect();
        house.fill(&event, &people, 2).await;
        let owner = house.member(CLUB, Role::Owner).await;
        let own = own(&house, &owner, &event).await;
        let anyone = who(&listed(&house, &owner, &own, &Filter::default()).await.listed[0]);
        let reference = anyone.reference.as_str();
        house.registrations.tag(&owner, &own, reference, "choir", Tagging::On).await.expect("a tag");
        for round in 0..60 {
            if round % 20 == 7 {
                house.register(&event, &["Ana", "Zoë Елка", "小雨"]).await;
            }
            if round % 20 == 13 {
                house.change("delete from attendees where length(name) % 7 = 1").await.expect("gone");
            } else {
                let change = change(&mut random);
                house.change(&change).await.expect(&change);
            }
            for mut filter in [Filter::default(), filter(&mut random), filter(&mut random)] {
                let mut judged = judged(&house, &owner, &own, &filter).await;
                assert_eq!(all_pages(&house, &owner, &own, &filter).await, judged, "{filter:?}");
                filter.order = Order::Name;
                let mut by_name = all_pages(&house, &owner, &own, &filter).await;
                by_name.sort_unstable();
                judged.sort_unstable();
                assert_eq!(by_name, judged, "by name, {filter:?}");
            }
        }
    }

    async fn what_another_process_changes_is_in_the_next_list(house: House) {
        let event = house.announce(NewEvent::default()).await;
        let token = house.register(&event, &["Ada", "Grace"]).await;
        let owner = house.member(CLUB, Role::Owner).await;
        let own = own(&house, &owner, &event).await;
        let other = house.another();
        let with = |change: fn(&mut Filter)| {
            let mut filter = Filter::default();
            change(&mut filter);
            filter
        };
        let seen = async |filter: &Filter| {
            let found = listed(&other, &owner, &own, filter).await;
            assert_eq!(found.total, i64::try_from(found.listed.len()).expect("few"));
            names(&found).join(" ")
        };
        assert_eq!(seen(&Filter::default()).await, "Ada Grace");

        house.register(&event, &["Mary"]).await;
        assert_eq!(seen(&Filter::default()).await, "Ada Grace Mary");
        let ada = who(&listed(&house, &owner, &own, &Filter::default()).await.listed[0]);
        house.registrations.check_in(&owner, &own, &ada).await.expect("here");
        assert_eq!(seen(&with(|f| f.here = Some(true))).await, "Ada");
        house.registrations.undo_check_in(&owner, &own, &ada).await.expect("not here");
        assert_eq!(seen(&with(|f| f.here = Some(true))).await, "");
        house.registrations.give_back(&token, GiveBack::One(1)).await.expect("given back");
        assert_eq!(seen(&with(|f| f.state = Some(PlaceState::GivenBack))).await, "Grace");
        let reference = ada.reference.as_str();
        house.registrations.tag(&owner, &own, reference, "choir", Tagging::On).await.expect("tagged");
        assert_eq!(seen(&with(|f| f.tag = Some("choir".into()))).await, "Ada Grace");
        house.change("update attendees set folded_name = 'lovelace' where name = 'Ada'").await.expect("a name");
        assert_eq!(seen(&with(|f| f.words = "LOVELACE".into())).await, "Ada");
        assert_eq!(seen(&with(|f| f.order = Order::Name)).await, "Grace Ada Mary");
        house.change("delete from attendees where name = 'Grace'").await.expect("gone");
        assert_eq!(seen(&Filter::default()).await, "Ada Mary");
    }

    async fn a_change_that_was_begun_long_before_it_was_made_is_seen(house: House) {
        const MARK: &str = "update attendees set marks = 1048576 where name = 'Ada'";
        let event = house.announce(NewEvent::default()).await;
        house.register(&event, &["Ada", "Grace"]).await;
        let owner = house.member(CLUB, Role::Owner).await;
        let own = own(&house, &owner, &event).await;
        let noted = Filter { noted: true, ..Filter::default() };
        let mut tx = house.db().begin().await.expect("a transaction");
        match &mut tx {
            Tx::Sqlite(tx) => sqlx::query(MARK).execute(&mut **tx).await.map(drop),
            Tx::Postgres(tx) => sqlx::query(MARK).execute(&mut **tx).await.map(drop),
        }
        .expect("a mark");
        assert_eq!(listed(&house, &owner, &own, &noted).await.total, 0);
        if house.engine == Engine::Postgres {
            // Later ones are faster, and the list knows them.
            house.register(&event, &["Mary"]).await;
            assert_eq!(listed(&house, &owner, &own, &noted).await.total, 0);
            assert_eq!(listed(&house, &owner, &own, &Filter::default()).await.total, 3);
        }
        tx.commit().await.expect("made");
        assert_eq!(names(&listed(&house, &owner, &own, &noted).await), ["Ada"]);
    }

    async fn a_restored_database_with_stamps_of_another_cluster_is_listed(house: House) {
        let event = house.announce(NewEvent::default()).await;
        house.register(&event, &["Ada"]).await;
        let owner = house.member(CLUB, Role::Owner).await;
        let own = own(&house, &owner, &event).await;
        if house.engine == Engine::Postgres {
            for change in [
                "alter table attendees disable trigger attendees_are_stamped",
                "update attendees set changed = 4000000000000",
                "alter table attendees enable trigger attendees_are_stamped",
            ] {
                house.change(change).await.expect(change);
            }
        }
        assert_eq!(listed(&house, &owner, &own, &Filter::default()).await.total, 1);
        house.register(&event, &["Grace"]).await;
        assert_eq!(listed(&house, &owner, &own, &Filter::default()).await.total, 2);
        house.change("update attendees set marks = 1048576").await.expect("marks");
        let noted = Filter { noted: true, ..Filter::default() };
        assert_eq!(listed(&house, &owner, &own, &noted).await.total, 2);
    }
}
