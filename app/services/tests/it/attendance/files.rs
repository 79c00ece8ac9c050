//! What leaves the house as a file.

use std::process::Command;

use domain::language::Language;
use domain::organisations::Role;
use serde_json::{Value, json};
use services::registrations::GiveBack;
use services::registrations::list::{Filter, PlaceState};

use super::{CLUB, own, searching};
use crate::support::fixtures::Attending;
use crate::support::{House, NewDate, NewEvent};

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

/// What openpyxl reads in the sheet.
async fn sheet(
    house: &House,
    actor: &domain::accounts::Actor,
    event: &services::events::own::OwnEvent,
    language: Language,
) -> Value {
    let everyone = Filter::default();
    let export = house.registrations.export(actor, event, &everyone, language).await;
    let mut file = export.expect("a file").xlsx().await.expect("a sheet");
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("sheet.xlsx");
    std::io::copy(&mut file, &mut std::fs::File::create(&path).expect("a copy")).expect("a copy");
    let Ok(python) = std::env::var("CONCORD_PYTHON") else {
        panic!("CONCORD_PYTHON is not set: use `make test`, which sets up the judges")
    };
    let judge = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/judges/sheet.py");
    let told = Command::new(python).arg(judge).arg(&path).output().expect("python");
    assert!(told.status.success(), "{}", String::from_utf8_lossy(&told.stderr));
    serde_json::from_slice(&told.stdout).expect("JSON")
}

both! {
    async fn a_sheet_holds_texts_as_they_are_and_times_of_where_the_event_is(house: House) {
        let date = NewDate { zone: "Asia/Kathmandu", ..NewDate::default() };
        let event = house.announce(NewEvent { dates: vec![date], ..NewEvent::default() }).await;
        let names = ["=HYPERLINK(1)", "سلمى", "a_x0041_\u{1} <b>&\"", "小雨\n二", "-1", "007"];
        let attending = |name: &&str| Attending { name: (*name).into(), here: *name == "007", ..Attending::default() };
        house.fill(&event, &names.iter().map(attending).collect::<Vec<_>>(), 1).await;
        // Noon in UTC is a quarter to six in Kathmandu.
        house.change("update attendees set checked_in_at = 1809777600000000 where checked_in_at is not null").await.expect("here");
        let owner = house.member(CLUB, Role::Organiser).await;
        let own = own(&house, &owner, &event).await;
        let told = sheet(&house, &owner, &own, Language::Arabic).await;
        let rows = told["rows"].as_array().expect("rows");
        let column = |number: usize| rows[1..].iter().map(|row| row[number].clone()).collect::<Vec<_>>();
        let expected = ["'=HYPERLINK(1)", "سلمى", "a_x0041_ <b>&\"", "小雨\n二", "'-1", "007"];
        assert_eq!(column(1), expected.map(Value::from));
        assert_eq!(column(3)[0], json!("2027-05-05T19:00:00 as yyyy-mm-dd hh:mm"));
        assert_eq!(column(5)[4..], [Value::Null, json!("2027-05-08T17:45:00 as yyyy-mm-dd hh:mm")]);
        assert_eq!(rows[0][1], json!("الاسم"));
        assert_eq!(told["right_to_left"], json!(true));
        assert_eq!((&told["frozen"], &told["filter"]), (&json!("A2"), &json!("A1:J7")));
        assert!(told["bold"].as_array().expect("a head").iter().all(|bold| bold == &json!(true)));
        assert!(told["widths"].as_object().expect("widths").len() >= 2, "{}", told["widths"]);
        let told = sheet(&house, &owner, &own, Language::English).await;
        assert_eq!((&told["right_to_left"], &told["name"]), (&json!(false), &json!("Who comes")));
        let record = house.texts("select detail from audit where action = 'export'").await;
        assert_eq!(record, ["rows=6", "rows=6"]);
    }

    async fn a_sheet_of_nobody_has_its_heads(house: House) {
        let event = house.announce(NewEvent::default()).await;
        let owner = house.member(CLUB, Role::Owner).await;
        let own = own(&house, &owner, &event).await;
        let told = sheet(&house, &owner, &own, Language::Chinese).await;
        assert_eq!(told["rows"].as_array().map(Vec::len), Some(1));
        assert_eq!(told["filter"], json!("A1:J1"));
    }

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
