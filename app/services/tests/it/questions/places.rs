//! The places of what can be chosen: never one too many, and free again with whoever held them.

use std::collections::BTreeMap;

use domain::invalid::Code;
use domain::questions::AnswerCode;
use domain::questions::drafts::QuestionDraft;
use services::Error;
use services::registrations::GiveBack;

use super::{asking, at, form, of_people, question, typed, write};
use crate::support::{House, refused};

/// A workshop with these places, and another without a limit.
fn workshops(places: &str) -> QuestionDraft {
    let draft = of_people(question("choices", "Workshops", &["Oud", "Drums"]));
    QuestionDraft { places: BTreeMap::from([("o1".to_owned(), places.to_owned())]), ..draft }
}

/// How many chose each workshop.
async fn taken(house: &House) -> Vec<String> {
    house
        .texts("select cast(number as text) || ':' || cast(taken as text) from option_places order by number")
        .await
}

both! {
    async fn the_last_place_is_had_by_one(house: House) {
        let (event, _) = asking(&house, &[workshops("2")]).await;
        let both = form(&house, &event, &["Ada", "Grace"], &[("a0q1o1", "on"), ("a0q1o2", "on"), ("a1q1o2", "on")]);
        house.registrations.register(both).await.expect("a registration");
        assert_eq!(taken(&house).await, ["1:1", "2:2"]);
        let before = (house.rows().await, house.taken().await);
        let two = form(&house, &event, &["Mary", "Joan"], &[("a0q1o1", "on"), ("a1q1o1", "on")]);
        let full = Code::Answer(AnswerCode::OptionFull);
        assert_eq!(refused(house.registrations.register(two).await), [(at(Some(1), 1), full)]);
        assert_eq!((house.rows().await, house.taken().await), before, "nothing was taken");
        assert_eq!(taken(&house).await, ["1:1", "2:2"]);
        let one = form(&house, &event, &["Mary"], &[("a0q1o1", "on")]);
        house.registrations.register(one).await.expect("the last place");
        let late = form(&house, &event, &["Joan"], &[("a0q1o1", "on")]);
        assert_eq!(refused(house.registrations.register(late).await), [(at(Some(0), 1), full)]);
        house.assert_whole().await;
        let more = house.change("update option_places set taken = taken + 1 where capacity is not null").await;
        let error = more.expect_err("a CHECK stands behind it");
        assert!(error.as_database_error().is_some_and(|error| error.is_check_violation()));
    }

    async fn many_at_once_never_take_more_than_there_are(house: House) {
        let (event, _) = asking(&house, &[workshops("7")]).await;
        let mut tasks = Vec::new();
        for number in 0..30 {
            let name = format!("Visitor {number}");
            let sent = form(&house, &event, &[&name], &[("a0q1o1", "on"), ("a0q1o2", "on")]);
            let house = house.clone();
            tasks.push(tokio::spawn(async move { house.registrations.register(sent).await }));
        }
        let mut registered = 0;
        for task in tasks {
            match task.await.expect("an end") {
                Ok(_) => registered += 1,
                Err(Error::Invalid(wrong)) => {
                    assert_eq!(wrong[0].code, Code::Answer(AnswerCode::OptionFull));
                }
                Err(error) => panic!("{error:?}"),
            }
        }
        assert_eq!(registered, 7);
        assert_eq!(taken(&house).await, ["1:7", "2:7"]);
        assert_eq!(house.taken().await, 7);
        house.assert_whole().await;
    }

    async fn who_gives_a_place_back_gives_back_what_they_chose(house: House) {
        let (event, _) = asking(&house, &[workshops("2"), question("choice", "Table", &["A", "B"])]).await;
        let fields = [("a0q1o1", "on"), ("a1q1o1", "on"), ("q2", "1")];
        let sent = form(&house, &event, &["Ada", "Grace"], &fields);
        let token = house.registrations.register(sent).await.expect("a registration");
        house.registrations.give_back(&token, GiveBack::One(0)).await.expect("given back");
        assert_eq!(taken(&house).await, ["1:1", "1:1"], "the table is kept for who stays");
        let next = form(&house, &event, &["Mary"], &[("a0q1o1", "on")]);
        house.registrations.register(next).await.expect("a registration");
        house.registrations.give_back(&token, GiveBack::All).await.expect("given back");
        assert_eq!(taken(&house).await, ["1:1", "1:0"]);
        assert_eq!(house.number("select count(*) from option_seats").await, 1);
        house.assert_whole().await;
    }

    async fn a_choice_is_changed_for_another_that_has_places(house: House) {
        let mut table = question("choice", "Table", &["A", "B"]);
        table.places = [("o1".to_owned(), "1".to_owned()), ("o2".to_owned(), "1".to_owned())].into();
        let (event, _) = asking(&house, &[table]).await;
        let mut tokens = Vec::new();
        for (name, option) in [("Ada", "1"), ("Grace", "")] {
            let sent = form(&house, &event, &[name], &[("q1", option)]);
            tokens.push(house.registrations.register(sent).await.expect("a registration"));
        }
        let choose = async |who: usize, option: &str| {
            house.registrations.change_answers(&tokens[who], &typed(&[("q1", option)])).await
        };
        let full = Code::Answer(AnswerCode::OptionFull);
        assert_eq!(refused(choose(1, "1").await), [(at(None, 1), full)]);
        choose(0, "1").await.expect("one's own place is not in one's way");
        choose(0, "2").await.expect("the other table");
        choose(1, "1").await.expect("the table that came free");
        assert_eq!(taken(&house).await, ["1:1", "2:1"]);
        choose(1, "").await.expect("no table");
        assert_eq!(taken(&house).await, ["1:0", "2:1"]);
        house.assert_whole().await;
    }

    async fn places_are_never_fewer_than_are_taken(house: House) {
        let (event, organiser) = asking(&house, &[workshops("3")]).await;
        for name in ["Ada", "Grace"] {
            let sent = form(&house, &event, &[name], &[("a0q1o1", "on")]);
            house.registrations.register(sent).await.expect("a registration");
        }
        let few = refused(write(&house, &organiser, Some(1), &workshops("1")).await);
        assert_eq!(few[0].1, Code::BelowTaken);
        write(&house, &organiser, Some(1), &workshops("2")).await.expect("written");
        let late = form(&house, &event, &["Mary"], &[("a0q1o1", "on")]);
        refused(house.registrations.register(late).await);
        // Without a limit everyone counts, so that one can be set again.
        write(&house, &organiser, Some(1), &workshops("")).await.expect("written");
        let late = form(&house, &event, &["Mary"], &[("a0q1o1", "on")]);
        house.registrations.register(late).await.expect("a registration");
        refused(write(&house, &organiser, Some(1), &workshops("2")).await);
        write(&house, &organiser, Some(1), &workshops("3")).await.expect("written");
        house.assert_whole().await;
    }
}
