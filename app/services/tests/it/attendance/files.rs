//! What leaves the house as a file.

use domain::language::Language;
use domain::organisations::Role;
use services::registrations::GiveBack;
use services::registrations::list::{Filter, PlaceState};

use super::{CLUB, own, searching};
use crate::support::fixtures::Attending;
use crate::support::{House, NewEvent};

async fn csv(
    house: &House,
    actor: &domain::accounts::Actor,
    event: &services::events::own::OwnEvent,
    filter: &Filter,
) -> String {
    let mut export =
        house.registrations.export(actor, event, filter, Language::English).await.expect("a file");
    let mut file = String::new();
    while let Some(part) = export.csv().await.expect("a part") {
        file.push_str(&part);
    }
    file
}

both! {
    async fn the_file_holds_what_the_list_shows_and_is_recorded(house: House) {
        let event = house.announce(NewEvent::default()).await;
        house.register(&event, &["Ada, \"the first\"", "=HYPERLINK(1)"]).await;
        let token = house.register(&event, &["Gone"]).await;
        house.registrations.give_back(&token, GiveBack::All).await.expect("given back");
        let owner = house.member(CLUB, Role::Organiser).await;
        let own = own(&house, &owner, &event).await;
        let coming = Filter { state: Some(PlaceState::Coming), ..Filter::default() };
        let file = csv(&house, &owner, &own, &coming).await;
        let reference = house.texts("select reference from registrations order by id").await.remove(0);
        let date = event.date;
        let expected = format!(
            "{reference},\"Ada, \"\"the first\"\"\",Participant,{date},Coming,,Amina Diallo,visitor-0@example.org,en,2027-03-01T12:00:00Z\r\n\
             {reference},'=HYPERLINK(1),Participant,{date},Coming,,Amina Diallo,visitor-0@example.org,en,2027-03-01T12:00:00Z\r\n"
        );
        let (head, rows) = file.split_once("\r\n").expect("lines");
        assert!(head.starts_with('\u{feff}') && head.split(',').count() == 10, "{head}");
        assert_eq!(rows, expected);
        let record = house.texts("select actor || ' ' || detail from audit where action = 'export'").await;
        assert_eq!(record, [format!("{} rows=2", owner.account.0)]);
        let none = csv(&house, &owner, &own, &searching("nobody")).await;
        assert_eq!(none.matches("\r\n").count(), 1, "only the head: {none}");
    }

    async fn a_long_file_comes_in_parts_and_whole(house: House) {
        let event = house.announce(NewEvent::with_places(3_000)).await;
        let all: Vec<Attending> = (0..2_500).map(|n| Attending { name: format!("Guest {n}"), ..Attending::default() }).collect();
        house.fill(&event, &all, 1).await;
        let owner = house.member(CLUB, Role::Organiser).await;
        let own = own(&house, &owner, &event).await;
        let file = csv(&house, &owner, &own, &Filter::default()).await;
        let found: Vec<&str> = file.lines().skip(1).filter_map(|line| line.split(',').nth(1)).collect();
        let expected: Vec<&str> = all.iter().map(|one| one.name.as_str()).collect();
        assert_eq!(found, expected);
    }
}
