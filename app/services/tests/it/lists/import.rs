//! Files that organisers bring: looked at, added whole or not at all, and never twice.

use std::fmt::Write as _;
use std::time::Instant;

use domain::accounts::Actor;
use domain::invalid::{Code, Field};
use domain::language::Language;
use domain::organisations::Role;
use services::Error;
use services::events::own::OwnEvent;
use services::registrations::import::Preview;
use services::registrations::import::columns::{Column, Places};
use services::registrations::list::Filter;
use uuid::Uuid;

use super::{CLUB, names, own};
use crate::support::{Engine, House, NewEvent, refused};

async fn bring(house: &House, actor: &Actor, event: &OwnEvent, file: &[u8]) -> Uuid {
    house.registrations.bring(actor, event, file).await.expect("a list")
}

async fn look(house: &House, actor: &Actor, event: &OwnEvent, id: Uuid) -> Preview {
    let preview = house.registrations.preview(actor, event, id, None, Language::French).await;
    preview.expect("a look")
}

async fn add(
    house: &House,
    actor: &Actor,
    event: &OwnEvent,
    id: Uuid,
    mail: bool,
) -> Result<usize, Error> {
    house.registrations.import(actor, event, id, (None, mail), Language::French).await
}

both! {
    async fn a_file_is_looked_at_and_added_once(house: House) {
        let event = NewEvent { tickets: vec![("participant", None), ("volunteer", Some(1))], ..NewEvent::with_places(10) };
        let event = house.announce(event).await;
        house.register(&event, &["Ada"]).await;
        let me = house.member(CLUB, Role::Organiser).await;
        let own = own(&house, &me, &event).await;
        let file = "Nom;Courriel;Billet;Langue\n\
            Émile Ñandú;e@example.org;participant;fr\n\
            مُوسى;m@example.org;Volunteer;العربية\n\
            =SUM(A1);x@example.org;participant;\n\
            emile ñandu;E@example.org;participant;\n\
            ADA;visitor-0@example.org;participant;\n";
        let id = bring(&house, &me, &own, file.as_bytes()).await;
        let seen = look(&house, &me, &own, id).await;
        assert_eq!((seen.total, seen.new, &seen.twice.0[..], seen.mistakes.1), (5, 3, [5, 6].as_slice(), 0), "{seen:?}");
        assert_eq!(house.taken().await, 1, "a look changes nothing");

        assert_eq!(add(&house, &me, &own, id, true).await.expect("added"), 3);
        assert!(matches!(add(&house, &me, &own, id, true).await, Err(Error::NotFound)));
        assert_eq!(names(&house, &me, &own, Filter::default()).await, "Ada Émile Ñandú مُوسى =SUM(A1)");
        let arabic = Filter { language: Some(Language::Arabic), words: "موسى".into(), ..Filter::default() };
        assert_eq!(names(&house, &me, &own, arabic).await, "مُوسى");
        assert_eq!((house.taken().await, house.rows().await[3]), (4, 4));
        house.assert_whole().await;
        let reference = crate::lists::who(&house, &me, &own, "مُوسى").await.reference;
        let one = house.registrations.own(&me, &own, reference.as_str()).await.expect("a registration");
        assert_eq!(one.history[0].action, "import");

        let again = bring(&house, &me, &own, file.as_bytes()).await;
        assert_eq!(refused(add(&house, &me, &own, again, false).await), [(Field::File, Code::NoRows)], "nobody is new");
        for table in ["imports", "registrations"] {
            let column = if table == "imports" { "file" } else { "source" };
            assert!(house.number(&format!("select count({column}) from {table}")).await > 0);
        }
    }

    async fn mistakes_are_told_by_line_and_column_and_nothing_is_added(house: House) {
        let event = house.announce(NewEvent::with_places(2)).await;
        let me = house.member(CLUB, Role::Owner).await;
        let own = own(&house, &me, &event).await;
        let file = "who,email,date,ticket\nAda,ada@,2027-05-05T19:00:00,participant\n,b@example.org,,media\nEve,e@example.org,1999-01-01T00:00:00,participant\n";
        let id = bring(&house, &me, &own, file.as_bytes()).await;
        let seen = look(&house, &me, &own, id).await;
        let told: Vec<_> = seen.mistakes.0.iter().map(|m| (m.line, m.column, m.code)).collect();
        assert_eq!(told, [(1, Column::Name, Code::Required)], "no column has the names");
        let places = Places::from([(Column::Name, 0), (Column::Email, 1), (Column::Date, 2), (Column::Ticket, 3)]);
        let seen = house.registrations.preview(&me, &own, id, Some(&places), Language::English).await.expect("a look");
        let told: Vec<_> = seen.mistakes.0.iter().map(|m| (m.line, m.column, m.code)).collect();
        assert_eq!(told, [
            (2, Column::Email, Code::Email),
            (3, Column::Name, Code::Required),
            (3, Column::Ticket, Code::UnknownTicket),
            (4, Column::Date, Code::UnknownChoice),
        ]);
        let result = house.registrations.import(&me, &own, id, (Some(places), false), Language::English).await;
        assert_eq!(refused(result), [(Field::File, Code::WrongRows)]);

        let many = "name,email\nA,a@example.org\nB,b@example.org\nC,c@example.org\n";
        let id = bring(&house, &me, &own, many.as_bytes()).await;
        assert_eq!(refused(add(&house, &me, &own, id, false).await), [(Field::File, Code::Full)]);
        assert_eq!(house.rows().await, [0; 5], "not even a part of it");
        assert_eq!(refused(house.registrations.bring(&me, &own, b"PK\0\0").await), [(Field::File, Code::NoTable)]);

        let viewer = house.member(CLUB, Role::Viewer).await;
        assert!(matches!(house.registrations.bring(&viewer, &own, many.as_bytes()).await, Err(Error::Forbidden)));
        let other = house.announce(NewEvent::titled("other-cup", "Other Cup")).await;
        let other = crate::lists::own(&house, &me, &other).await;
        assert!(matches!(add(&house, &me, &other, id, false).await, Err(Error::NotFound)));
        house.clock.advance(jiff::SignedDuration::from_hours(2));
        bring(&house, &me, &own, many.as_bytes()).await;
        assert_eq!(house.number("select count(*) from imports").await, 1, "the others are forgotten");
    }

    async fn fifty_thousand_rows_are_added_in_a_few_seconds_and_others_register_meanwhile(house: House) {
        const COUNT: usize = 50_000;
        let event = house.announce(NewEvent::with_places(60_000)).await;
        let me = house.member(CLUB, Role::Owner).await;
        let own = own(&house, &me, &event).await;
        let mut file = String::from("name,email\n");
        for number in 0..COUNT {
            writeln!(file, "Person Ñ {number},p{number}@example.org").expect("a line");
        }
        let id = bring(&house, &me, &own, file.as_bytes()).await;
        let begun = Instant::now();
        let adding = add(&house, &me, &own, id, true);
        let other = house.register(&event, &["Zoe"]);
        let (added, _) = tokio::join!(adding, other);
        assert_eq!(added.expect("added"), COUNT);
        let took = begun.elapsed();
        println!("{:?}: {COUNT} rows in {took:?}", house.engine == Engine::Sqlite);
        assert_eq!(house.taken().await, COUNT as i64 + 1);
        assert!(took.as_secs() < 120, "{took:?}");
    }
}
