//! Searching, filtering and paging.

use domain::accounts::Actor;
use domain::events::TicketKind;
use domain::language::Language;
use domain::organisations::Role;
use domain::text::fold;
use services::events::own::OwnEvent;
use services::registrations::GiveBack;
use services::registrations::list::{self, Filter, Order, PlaceState};

use super::{CLUB, list as listed, named, names, own, searching};
use crate::support::fixtures::Attending;
use crate::support::{House, NewDate, NewEvent};

const PER_PAGE: usize = list::PER_PAGE as usize;

const GIVEN: [&str; 10] =
    ["Amélie", "مُحَمَّد", "Ёлка", "小雨", "O’Brien", "Nguyễn", "Zoë", "Kwame", "Ana", "Anaïs"];
const FAMILY: [&str; 7] = ["Diallo", "Émile_x", "العُمَري", "100%", "Petrov", "García", "李"];

/// Somebody who can be told from all others, of every kind in turn.
fn attending(number: usize) -> Attending {
    Attending {
        name: format!("{} {} {number}", GIVEN[number % 10], FAMILY[number / 10 % 7]),
        contact_name: format!("Contact {}", number / 3),
        contact_email: format!("contact-{}@example.org", number / 3),
        language: Language::ALL[number / 3 % 6],
        date: number / 3 % 2,
        ticket: number % 2,
        gone: number.is_multiple_of(11),
        here: number.is_multiple_of(7) && !number.is_multiple_of(11),
    }
}

fn number(name: &str) -> usize {
    name.rsplit(' ').next().and_then(|last| last.parse().ok()).expect("a number")
}

/// The numbers of those who are listed on a page, and how many there are in all.
async fn page(
    house: &House,
    (actor, event): (&Actor, &OwnEvent),
    filter: &Filter,
    page: usize,
) -> (Vec<usize>, i64) {
    let page = i64::try_from(page).expect("few pages");
    let found = house.registrations.attendance(actor, event, filter, page).await.expect("a page");
    (found.listed.iter().map(|listed| number(&listed.name)).collect(), found.total)
}

fn holds(attending: &Attending, words: &str) -> bool {
    let text =
        fold(&format!("{} {} {}", attending.name, attending.contact_name, attending.contact_email));
    fold(words).split(' ').all(|word| text.contains(word))
}

both! {
    async fn every_search_filter_and_page_is_exact_among_5000(house: House) {
        const COUNT: usize = 5_000;
        let second = NewDate { starts: "2027-05-06T19:00:00", ends: "2027-05-06T20:00:00", places: COUNT as i64, ..NewDate::default() };
        let first = NewDate { places: COUNT as i64, ..NewDate::default() };
        let event = house.announce(NewEvent {
            dates: vec![first, second],
            tickets: vec![("participant", None), ("volunteer", None)],
            ..NewEvent::default()
        }).await;
        let other = NewEvent::titled("other-cup", "Other Cup");
        let other = house.announce(other).await;
        house.register(&other, &["Amélie Diallo 1"]).await;
        let all: Vec<Attending> = (0..COUNT).map(attending).collect();
        house.fill(&event, &all, 3).await;
        let owner = house.member(CLUB, Role::Owner).await;
        let event = own(&house, &owner, &event).await;
        let dates = house.events.own_dates(&event).await.expect("dates");

        let everyone = Filter::default();
        let with = |change: fn(&mut Filter)| { let mut filter = everyone.clone(); change(&mut filter); filter };
        let filters = [
            with(|_| {}),
            with(|f| f.state = Some(PlaceState::Coming)),
            with(|f| f.state = Some(PlaceState::GivenBack)),
            with(|f| f.here = Some(true)),
            with(|f| { f.here = Some(false); f.state = Some(PlaceState::Coming); }),
            with(|f| f.ticket = Some(TicketKind::Volunteer)),
            with(|f| f.ticket = Some(TicketKind::Media)),
            with(|f| f.language = Some(Language::Arabic)),
            with(|f| f.words = "amelie".into()),
            with(|f| f.words = "محمد العمري".into()),
            with(|f| f.words = "المحمد".into()),
            with(|f| f.words = "DIALLO елка".into()),
            with(|f| f.words = "100%".into()),
            with(|f| f.words = "_x".into()),
            with(|f| f.words = "小 李".into()),
            with(|f| f.words = "contact-77@".into()),
            with(|f| f.words = "nobody".into()),
            with(|f| f.words = "4999".into()),
            with(|f| { f.words = "ana petrov".into(); f.here = Some(true); }),
        ];
        for mut filter in filters {
            for date in [None, Some(1)] {
                filter.date = date.map(|date: usize| dates[date].when.starts);
                let passes = |(_, one): &(usize, &Attending)| {
                    let kind = [TicketKind::Participant, TicketKind::Volunteer][one.ticket];
                    filter.ticket.is_none_or(|ticket| ticket == kind)
                        && filter.language.is_none_or(|language| language == one.language)
                        && filter.here.is_none_or(|here| here == one.here)
                        && filter.state.is_none_or(|state| (state == PlaceState::GivenBack) == one.gone)
                        && date.is_none_or(|date| date == one.date)
                        && holds(one, &filter.words)
                };
                let expected: Vec<usize> =
                    all.iter().enumerate().filter(passes).map(|(number, _)| number).collect();
                let total = i64::try_from(expected.len()).expect("few");
                let pages: Vec<&[usize]> = expected.chunks(PER_PAGE).collect();
                let some = [0, 1, pages.len() / 2, pages.len().saturating_sub(1), pages.len()];
                filter.order = Order::Time;
                for at in some {
                    let found = page(&house, (&owner, &event), &filter, at + 1).await;
                    let here = pages.get(at).map_or(Vec::new(), |page| page.to_vec());
                    assert_eq!(found, (here, total), "{filter:?}, page {at}");
                }
                if expected.len() > 8 * PER_PAGE {
                    continue;
                }
                filter.order = Order::Name;
                let mut by_name = Vec::new();
                for at in 0..=pages.len() {
                    by_name.extend(page(&house, (&owner, &event), &filter, at + 1).await.0);
                }
                by_name.sort_unstable();
                assert_eq!(by_name, expected, "{filter:?}");
            }
        }
    }

    async fn registering_fills_what_a_search_looks_through(house: House) {
        let event = house.announce(NewEvent::default()).await;
        let token = house.register(&event, &["Hélène Ñandú", "مُوسى"]).await;
        house.register(&event, &["Grace"]).await;
        let page = house.registrations.find(&token).await.expect("a page");
        let owner = house.member(CLUB, Role::Viewer).await;
        let event = own(&house, &owner, &event).await;
        for (words, expected) in [
            ("nandu helene", vec!["Hélène Ñandú"]),
            ("موسي", vec!["مُوسى"]),
            ("visitor-1@example.org", vec!["Grace"]),
            ("amina", vec!["Hélène Ñandú", "مُوسى", "Grace"]),
            (page.reference.as_str(), vec!["Hélène Ñandú", "مُوسى"]),
            (&page.reference.as_str().to_lowercase(), vec!["Hélène Ñandú", "مُوسى"]),
            (&page.ticket_code, vec!["Hélène Ñandú", "مُوسى"]),
            ("helene grace", vec![]),
        ] {
            let found = listed(&house, &owner, &event, &searching(words)).await;
            assert_eq!(names(&found), expected, "{words}");
        }
    }

    async fn the_door_sees_names_and_searches_names_alone(house: House) {
        let event = house.announce(NewEvent::default()).await;
        let token = house.register(&event, &["Ada", "Grace"]).await;
        house.registrations.give_back(&token, GiveBack::One(1)).await.expect("given back");
        let door = house.member(CLUB, Role::DoorStaff).await;
        let event = own(&house, &door, &event).await;
        let all = listed(&house, &door, &event, &Filter::default()).await;
        assert_eq!(names(&all), ["Ada", "Grace"]);
        assert!(all.listed.iter().all(|listed| listed.contact.is_none()));
        assert_eq!(all.listed[1].state, PlaceState::GivenBack);
        for hidden in ["amina", "visitor", "example.org"] {
            let found = listed(&house, &door, &event, &searching(hidden)).await;
            assert_eq!((found.total, found.listed.len()), (0, 0), "{hidden}");
        }
        let language = Filter { language: Some(Language::French), ..Filter::default() };
        assert_eq!(listed(&house, &door, &event, &language).await.total, 2, "it tells nothing");
        assert_eq!(listed(&house, &door, &event, &searching("ada")).await.total, 1);
    }

    async fn pages_stay_put_while_others_register(house: House) {
        let event = house.announce(NewEvent::with_places(200)).await;
        let all: Vec<Attending> = (0..120).map(|number| Attending { gone: false, date: 0, ticket: 0, ..attending(number) }).collect();
        house.fill(&event, &all, 1).await;
        let owner = house.member(CLUB, Role::Owner).await;
        let own = own(&house, &owner, &event).await;
        let page = async |page| {
            let found = house.registrations.attendance(&owner, &own, &Filter::default(), page).await;
            names(&found.expect("a page")).join("\n")
        };
        let before = (page(1).await, page(2).await);
        house.register(&event, &["Aaron", "Zaid"]).await;
        assert_eq!((page(1).await, page(2).await), before);
        assert!(page(3).await.ends_with("Aaron\nZaid"));
    }

    async fn the_list_for_the_door_is_in_the_order_of_the_reader(house: House) {
        let event = house.announce(NewEvent::default()).await;
        for name in ["Zoë", "Émile", "Eva", "ana", "Anaïs", "Ñandú", "Nora", "Oscar"] {
            house.register(&event, &[name]).await;
        }
        let door = house.member(CLUB, Role::DoorStaff).await;
        let own = own(&house, &door, &event).await;
        let token = house.register(&event, &["Gone"]).await;
        house.registrations.give_back(&token, GiveBack::All).await.expect("given back");
        let ordered = async |language| {
            let found = house.registrations.door_list(&door, &own, Some(event.date), language).await;
            names(&found.expect("a list")).join(" ")
        };
        let in_spanish = ordered(Language::Spanish).await;
        assert_eq!(in_spanish, "ana Anaïs Émile Eva Nora Ñandú Oscar Zoë");
        assert_eq!(ordered(Language::French).await, "ana Anaïs Émile Eva Ñandú Nora Oscar Zoë");
        let other = "2027-01-01T10:00:00".parse().ok();
        let none = house.registrations.door_list(&door, &own, other, Language::French).await;
        assert_eq!(none.expect("a list").total, 0);
        named(&house, &door, &own, "oscar").await;
    }
}
