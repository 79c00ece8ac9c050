//! Questions and answers: written by organisers, answered with a registration and after it, seen by
//! those who may.

mod asking;
mod places;

use domain::accounts::{Action, Actor};
use domain::invalid::{Code, Field};
use domain::language::Language;
use domain::organisations::Role;
use domain::questions::answers::AnswersDraft;
use domain::questions::drafts::{QuestionDraft, QuestionTextDraft};
use domain::questions::{AnswerCode, AnswerField};
use services::Error;
use services::events::editing::{QuestionChange, Target};
use services::events::own::OwnEvent;
use services::registrations::list::Filter;
use services::registrations::{GiveBack, Submission};

use crate::support::{Event, House, NewEvent, refused};

const CLUB: &str = "peace-club";
const CUP: &str = "peace-cup";

/// A question of this kind, asked of the contact person, with these answers to choose from.
pub fn question(kind: &str, label: &str, options: &[&str]) -> QuestionDraft {
    let option = |(number, label): (usize, &&str)| (format!("o{number}"), (*label).to_owned());
    let text = QuestionTextDraft {
        label: label.into(),
        options: (1..).zip(options).map(option).collect(),
        ..QuestionTextDraft::default()
    };
    QuestionDraft {
        kind: kind.into(),
        of: "registration".into(),
        texts: [("en".to_owned(), text)].into(),
        ..QuestionDraft::default()
    }
}

pub fn of_people(draft: QuestionDraft) -> QuestionDraft {
    QuestionDraft { of: "attendee".into(), ..draft }
}

pub fn required(draft: QuestionDraft) -> QuestionDraft {
    QuestionDraft { required: "on".into(), ..draft }
}

pub fn sensitive(draft: QuestionDraft) -> QuestionDraft {
    QuestionDraft { sensitive: "on".into(), ..draft }
}

/// What was typed into these fields.
pub fn typed(fields: &[(&str, &str)]) -> AnswersDraft {
    AnswersDraft(fields.iter().map(|(name, value)| ((*name).into(), (*value).into())).collect())
}

/// The event of these tests, in the hands of this actor.
fn target(actor: &Actor, version: i64) -> Target<'_> {
    Target { actor, organisation: CLUB, slug: CUP, version, quiet: false }
}

async fn version(house: &House, actor: &Actor) -> i64 {
    let edited = house.events.edited(actor, CLUB, CUP, Language::English).await;
    edited.expect("an event").event.version
}

/// Writes a question, or says why not.
pub async fn write(
    house: &House,
    actor: &Actor,
    number: Option<u16>,
    draft: &QuestionDraft,
) -> Result<(), Error> {
    let version = version(house, actor).await;
    house.events.write_question(&target(actor, version), number, draft).await
}

/// Changes a question as a whole, or says why not.
pub async fn change(
    house: &House,
    actor: &Actor,
    number: u16,
    change: QuestionChange,
) -> Result<(), Error> {
    let version = version(house, actor).await;
    house.events.change_question(&target(actor, version), number, change).await
}

/// An event with these questions, and its organiser.
pub async fn asking(house: &House, questions: &[QuestionDraft]) -> (Event, Actor) {
    let event = house.announce(NewEvent::default()).await;
    let organiser = house.member(CLUB, Role::Organiser).await;
    for draft in questions {
        write(house, &organiser, None, draft).await.expect("a question");
    }
    (event, organiser)
}

/// A form for these people with these answers.
pub fn form(house: &House, event: &Event, names: &[&str], fields: &[(&str, &str)]) -> Submission {
    Submission { answers: typed(fields), ..house.form(event, names) }
}

pub async fn own(house: &House, actor: &Actor) -> OwnEvent {
    let action = Action::SeeEvents;
    house.events.own(actor, CLUB, CUP, action, Language::English).await.expect("an event")
}

fn at(attendee: Option<usize>, question: u16) -> Field {
    Field::Answer(AnswerField { attendee, question })
}

/// What this person sees of the answers of the only registration.
async fn seen(house: &House, actor: &Actor) -> Vec<(Option<String>, String, Option<String>)> {
    let event = own(house, actor).await;
    let reference = house.texts("select reference from registrations").await.remove(0);
    let language = Language::English;
    let answers = house.registrations.own_answers(actor, &event, &reference, language).await;
    let mut seen = Vec::new();
    for of in answers.expect("answers") {
        let name = of.person.map(|(_, name)| name);
        seen.extend(of.answers.into_iter().map(|one| (name.clone(), one.question, one.words)));
    }
    seen
}

both! {
    async fn answers_are_kept_with_their_registration(house: House) {
        let questions = [
            required(of_people(question("choice", "Shirt", &["S", "M", "L"]))),
            question("choices", "Bring", &["Bread", "Salt"]),
            question("yes-no", "By bus?", &[]),
            of_people(question("country", "From", &[])),
        ];
        let (event, organiser) = asking(&house, &questions).await;
        let fields = [("a0q1", "2"), ("a1q1", "3"), ("q2o1", "on"), ("q2o2", "on"), ("q3", "yes"), ("a1q4", "ma")];
        let sent = form(&house, &event, &["Ada", "Grace"], &fields);
        let token = house.registrations.register(sent.clone()).await.expect("a registration");
        let detail = "select detail from audit where action = 'register'";
        assert_eq!(house.texts(detail).await, ["attendees=2 answers=5"]);
        house.assert_whole().await;

        let words = |name: Option<&str>, question: &str, words: &str| {
            (name.map(str::to_owned), question.to_owned(), Some(words.to_owned()))
        };
        assert_eq!(seen(&house, &organiser).await, [
            words(None, "Bring", "Bread, Salt"),
            words(None, "By bus?", "Yes"),
            words(Some("Ada"), "Shirt", "M"),
            words(Some("Grace"), "Shirt", "L"),
            words(Some("Grace"), "From", "Morocco"),
        ]);
        let page = house.registrations.answers(&token).await.expect("a page");
        assert!(page.may_change && page.given.len() == 5);
        assert_eq!(AnswersDraft::of(&page.questions, &page.given), typed(&[
            ("a0q1", "2"), ("a1q1", "3"), ("a1q4", "MA"), ("q2o1", "on"), ("q2o2", "on"), ("q3", "yes"),
        ]));
        // The same form again gets the same answer; with another answer it is another form.
        assert_eq!(house.registrations.register(sent.clone()).await.expect("the same"), token);
        let other = Submission { answers: typed(&[("a0q1", "1"), ("a1q1", "3")]), ..sent };
        assert_eq!(refused(house.registrations.register(other).await), [(Field::Form, Code::Reused)]);
    }

    async fn what_is_wrong_with_answers_is_told_beside_the_rest_and_leaves_no_trace(house: House) {
        let questions = [required(question("number", "Age", &[])), of_people(question("date", "Born", &[]))];
        let (event, _) = asking(&house, &questions).await;
        let before = house.rows().await;
        let mut sent = form(&house, &event, &["Ada"], &[("q1", "old"), ("a0q2", "yesterday")]);
        sent.draft.contact_name = String::new();
        let expected = [
            (Field::ContactName, Code::Required),
            (at(None, 1), Code::Answer(AnswerCode::Number)),
            (at(Some(0), 2), Code::Answer(AnswerCode::Date)),
        ];
        assert_eq!(refused(house.registrations.register(sent).await), expected);
        // Of no question, of another event's, of nobody.
        for field in ["q7", "a1q2", "a0q1", "q1o1", "x"] {
            let sent = form(&house, &event, &["Ada"], &[("q1", "3"), (field, "1")]);
            let wrong = refused(house.registrations.register(sent).await);
            assert_eq!(wrong, [(Field::Form, Code::Unreadable)], "{field}");
        }
        let hostile = [("q1", "12"), ("a0q2", "'; drop table answers; --")];
        let sent = form(&house, &event, &["Ada"], &hostile);
        assert_eq!(refused(house.registrations.register(sent).await).len(), 1);
        assert_eq!(house.rows().await, before);
        assert_eq!(house.number("select count(*) from answers").await, 0);
    }

    async fn a_question_that_goes_while_a_form_is_open_is_passed_over(house: House) {
        let (event, organiser) = asking(&house, &[required(question("short-text", "Song", &[])), question("choice", "Voice", &["High", "Low"])]).await;
        let first = form(&house, &event, &["Ada"], &[("q1", "Asturias"), ("q2", "1")]);
        house.registrations.register(first).await.expect("a registration");
        let open = form(&house, &event, &["Grace"], &[("q1", "Granada"), ("q2", "1")]);
        change(&house, &organiser, 1, QuestionChange::Remove).await.expect("asked no more");
        house.registrations.register(open).await.expect("a registration");
        assert_eq!(house.number("select count(*) from answers").await, 3);
        // What can be chosen no more is told at its field, and so is a question that is new.
        let open = form(&house, &event, &["Mary"], &[("q2", "1")]);
        let mut voice = question("choice", "Voice", &["High", "Low", "Middle"]);
        voice.texts.get_mut("en").expect("a text").options.remove("o1");
        write(&house, &organiser, Some(2), &voice).await.expect("written");
        write(&house, &organiser, None, &required(question("phone", "Phone", &[]))).await.expect("added");
        let expected = [(at(None, 2), Code::Answer(AnswerCode::NoOption)), (at(None, 3), Code::Required)];
        assert_eq!(refused(house.registrations.register(open).await), expected);
        house.assert_whole().await;
    }

    async fn sensitive_answers_are_sealed_and_shown_to_few(house: House) {
        let questions = [sensitive(of_people(question("long-text", "Allergies", &[]))), question("short-text", "Team", &[])];
        let (event, organiser) = asking(&house, &questions).await;
        let fields = [("a0q1", "peanuts-4711"), ("q2", "Atlas")];
        let sent = form(&house, &event, &["Ada"], &fields);
        let token = house.registrations.register(sent).await.expect("a registration");
        assert_eq!(house.tables_holding(b"peanuts-4711").await, [""; 0]);
        assert_eq!(house.tables_holding(b"Atlas").await, ["answers"], "the scan works");
        let allergies = |words: Option<&str>| (Some("Ada".to_owned()), "Allergies".to_owned(), words.map(str::to_owned));
        assert_eq!(seen(&house, &organiser).await[1], allergies(Some("peanuts-4711")));
        let viewer = house.member(CLUB, Role::Viewer).await;
        assert_eq!(seen(&house, &viewer).await[1], allergies(None));
        let page = house.registrations.answers(&token).await.expect("a page");
        assert_eq!(page.given[&(Some(0), 1)], "peanuts-4711");
        // In no list; in a file for those who may.
        let event = own(&house, &organiser).await;
        let attendance = house.registrations.attendance(&organiser, &event, &Filter::default(), 1).await;
        let listed = attendance.expect("a list").listed;
        let cells = house.registrations.listed_answers(&organiser, &event, &listed, Language::English).await;
        assert_eq!(cells.expect("cells"), (vec!["Team".to_owned()], vec![vec!["Atlas".to_owned()]]));
        // An answer that was moved to another row opens no more.
        house.change("update answers set position = 1 where position = 0").await.expect("moved");
        house.change("update attendees set position = 1").await.expect("moved");
        assert_eq!(seen(&house, &organiser).await[1].2.as_deref(), Some(""));
    }

    async fn files_hold_answers_and_no_formulas(house: House) {
        let questions = [question("short-text", "=Team", &[]), of_people(question("choice", "Shirt", &["S", "-M"]))];
        let (event, organiser) = asking(&house, &questions).await;
        for (name, fields) in [("Ada", [("q1", "=1+1"), ("a0q2", "2")]), ("Grace", [("q1", ""), ("a0q2", "1")])] {
            let sent = form(&house, &event, &[name], &fields);
            house.registrations.register(sent).await.expect("a registration");
        }
        let event = own(&house, &organiser).await;
        let export = house.registrations.export(&organiser, &event, &Filter::default(), Language::English).await;
        let mut export = export.expect("a file");
        let file = export.csv().await.expect("an answer").expect("a part");
        let lines: Vec<&str> = file.lines().collect();
        assert!(lines[0].ends_with(",'=Team,Shirt"), "{}", lines[0]);
        assert!(lines[1].ends_with(",'=1+1,'-M"), "{}", lines[1]);
        assert!(lines[2].ends_with(",,S"), "{}", lines[2]);
        let export = house.registrations.export(&organiser, &event, &Filter::default(), Language::Arabic).await;
        export.expect("a file").xlsx().await.expect("a sheet");
    }

    async fn answers_are_changed_while_they_may_be(house: House) {
        let questions = [
            required(question("yes-no", "By bus?", &[])),
            QuestionDraft { condition: "1-1".into(), ..required(question("short-text", "From where?", &[])) },
            of_people(question("short-text", "Name on the badge", &[])),
        ];
        let (event, organiser) = asking(&house, &questions).await;
        let fields = [("q1", "yes"), ("q2", "Fez"), ("a0q3", "Ada"), ("a1q3", "Grace")];
        let sent = form(&house, &event, &["Ada", "Grace"], &fields);
        let token = house.registrations.register(sent).await.expect("a registration");
        let change = async |fields: &[(&str, &str)]| {
            house.registrations.change_answers(&token, &typed(fields)).await
        };
        assert_eq!(refused(change(&[("q1", "yes")]).await), [(at(None, 2), Code::Required)]);
        change(&[("q1", "no"), ("q2", "Fez"), ("a0q3", "A. L."), ("a1q3", "Grace")]).await.expect("changed");
        let given = house.registrations.answers(&token).await.expect("a page").given;
        let values: Vec<_> = given.iter().map(|((_, number), value)| (*number, value.as_str())).collect();
        assert_eq!(values, [(1, "no"), (3, "A. L."), (3, "Grace")], "what is asked no more is gone");
        let acts = "select actor || ' ' || object_kind || ' ' || detail from audit where action = 'answer'";
        assert_eq!(house.texts(acts).await, ["participant answers changed=3"]);
        // Twice the same is once.
        change(&[("q1", "no"), ("a0q3", "A. L."), ("a1q3", "Grace")]).await.expect("nothing to do");
        assert_eq!(house.texts(acts).await.len(), 1);
        // Who left is not asked, and what they answered stays with them.
        house.registrations.give_back(&token, GiveBack::One(1)).await.expect("given back");
        assert_eq!(refused(change(&[("q1", "no"), ("a1q3", "G.")]).await), [(Field::Form, Code::Unreadable)]);
        change(&[("q1", "no")]).await.expect("changed");
        assert_eq!(house.number("select count(*) from answers").await, 2);
        assert_eq!(seen(&house, &organiser).await.len(), 2);
        house.assert_whole().await;
        house.clock.set("2027-05-05T20:00:00Z");
        let over = Code::Answer(AnswerCode::Over);
        assert_eq!(refused(change(&[("q1", "yes")]).await), [(Field::Form, over)]);
        assert!(!house.registrations.answers(&token).await.expect("a page").may_change);
    }

    async fn consent_is_recorded_word_for_word_and_taken_back(house: House) {
        let mut consent = question("consent", "Photographs", &[]);
        consent.texts.get_mut("en").expect("a text").consent = "You may\nprint my face.".into();
        let (event, organiser) = asking(&house, &[consent.clone()]).await;
        let given = form(&house, &event, &["Ada"], &[("q1", "en.1")]);
        let open = form(&house, &event, &["Grace"], &[("q1", "en.1")]);
        let forged = form(&house, &event, &["Mary"], &[("q1", "kept")]);
        let token = house.registrations.register(given).await.expect("a registration");
        assert_eq!(refused(house.registrations.register(forged).await), [(at(None, 1), Code::Required)]);
        consent.texts.get_mut("en").expect("a text").consent = "You may print my face and name.".into();
        write(&house, &organiser, Some(1), &consent).await.expect("written");
        let changed = Code::Answer(AnswerCode::TextChanged);
        assert_eq!(refused(house.registrations.register(open).await), [(at(None, 1), changed)]);
        assert_eq!(house.texts("select value from answers").await, ["You may\nprint my face."]);
        // Who consented before, consented to the text of then, until they take it back.
        house.registrations.change_answers(&token, &typed(&[("q1", "kept")])).await.expect("as before");
        assert_eq!(house.texts("select value from answers").await, ["You may\nprint my face."]);
        house.registrations.change_answers(&token, &typed(&[])).await.expect("taken back");
        assert_eq!(house.number("select count(*) from answers").await, 0);
    }
}
