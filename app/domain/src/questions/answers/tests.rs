use proptest::prelude::*;

use super::super::tests::{after, question};
use super::super::{AnswerCode, AnswerField, AskedOf, Question, QuestionKind};
use super::{Answered, AnswersDraft, tick};
use crate::events::TicketKind;
use crate::invalid::{Code, Field, Invalid};
use crate::language::Language;

fn typed(fields: &[(&str, &str)]) -> AnswersDraft {
    AnswersDraft(fields.iter().map(|(name, value)| ((*name).into(), (*value).into())).collect())
}

/// The value that this text gives as an answer of this kind.
fn answer(kind: QuestionKind, text: &str) -> Result<String, Code> {
    let answers = typed(&[("q1", text)]).check(&[question(1, kind)], &[]);
    match answers {
        Ok(answers) => Ok(answers.first().map(|one| one.value.clone()).unwrap_or_default()),
        Err(wrong) => Err(wrong[0].code),
    }
}

#[track_caller]
fn assert_answers(kind: QuestionKind, pairs: &[(&str, &str)]) {
    for (text, value) in pairs {
        assert_eq!(answer(kind, text).as_deref(), Ok(*value), "{text:?}");
    }
}

#[track_caller]
fn assert_refused(kind: QuestionKind, code: AnswerCode, texts: &[&str]) {
    for text in texts {
        assert_eq!(answer(kind, text), Err(Code::Answer(code)), "{text:?}");
    }
}

#[test]
fn answers_are_stored_as_they_are_meant() {
    use QuestionKind as K;
    assert_answers(K::ShortText, &[("  Fe\u{301}te ", "Féte"), ("", ""), ("=1+1", "=1+1")]);
    assert_answers(K::LongText, &[("a\r\nb", "a\nb")]);
    let numbers = [("007", "7"), ("-0", "0"), ("1,50", "1.5"), ("٢٣", "23"), ("−4", "-4")];
    assert_answers(K::Number, &numbers);
    assert_answers(K::Date, &[("2027-05-05", "2027-05-05")]);
    assert_answers(K::Phone, &[("+212 (0) 522-123456", "+212 (0) 522-123456")]);
    assert_answers(K::Email, &[("Ada@Example.ORG", "Ada@example.org")]);
    assert_answers(K::Country, &[("ma", "MA")]);
    assert_answers(K::YesNo, &[("yes", "yes"), ("no", "no")]);
    assert_answers(K::Choice, &[("3", "3")]);
}

#[test]
fn what_is_none_is_refused_with_the_reason() {
    use QuestionKind as K;
    assert_refused(K::ShortText, AnswerCode::Long, &[&"x".repeat(201)]);
    assert_refused(K::LongText, AnswerCode::Long, &[&"x".repeat(2001)]);
    let numbers = ["many", "1e9", "--1", "1.2.3", "1234567890123", "+1", "."];
    assert_refused(K::Number, AnswerCode::Number, &numbers);
    let days = ["05.05.2027", "2027-02-30", "1899-12-31", "2101-01-01", "2027-05-05T10:00"];
    assert_refused(K::Date, AnswerCode::Date, &days);
    assert_refused(K::Phone, AnswerCode::Phone, &["12345", "call me", "+1234567890123456"]);
    assert_refused(K::Country, AnswerCode::NoOption, &["XX", "Morocco"]);
    assert_refused(K::YesNo, AnswerCode::NoOption, &["maybe"]);
    assert_refused(K::Choice, AnswerCode::NoOption, &["9", "-1", "a", "65536"]);
    assert_eq!(answer(K::ShortText, "\u{202e}nhoJ"), Err(Code::Control));
    assert_eq!(answer(K::Email, "nobody"), Err(Code::Email));
}

#[test]
fn consent_records_the_text_that_was_read_and_no_other() {
    let mut consent = question(1, QuestionKind::Consent);
    let mut text = |language, words: &str| {
        consent.texts.entry(language).or_default().consent = words.into();
    };
    text(Language::English, "You may print my name.");
    text(Language::French, "Vous pouvez imprimer mon nom.");
    let give = |tick: &str| typed(&[("q1", tick)]).check(std::slice::from_ref(&consent), &[]);
    let given = give(&tick(&consent, Language::French)).expect("consent");
    assert_eq!(given[0].value, "Vous pouvez imprimer mon nom.");
    let fallen_back = give(&tick(&consent, Language::Arabic)).expect("consent");
    assert_eq!(fallen_back[0].value, "You may print my name.");
    let changed = Code::Answer(AnswerCode::TextChanged);
    for stale in ["fr.0", "fr.2", "on", "xx.1"] {
        assert_eq!(give(stale).expect_err("changed")[0].code, changed, "{stale}");
    }
    assert!(give("kept").expect("as before")[0].kept);
}

#[test]
fn what_does_not_apply_is_not_asked_and_not_kept() {
    let mut detail = after(question(2, QuestionKind::ShortText), 1, super::YES);
    detail.required = true;
    let mut more = after(question(3, QuestionKind::YesNo), 1, super::YES);
    more.required = true;
    let deep = after(question(4, QuestionKind::ShortText), 3, super::YES);
    let questions = [question(1, QuestionKind::YesNo), detail, more, deep];
    let check = |fields: &[(&str, &str)]| typed(fields).check(&questions, &[]);
    let numbers =
        |answers: Vec<Answered>| answers.iter().map(|one| one.question).collect::<Vec<_>>();
    // Whatever stands in fields that are not seen: hidden behind a no, even two steps deep.
    let no = check(&[("q1", "no"), ("q2", "x"), ("q3", "yes"), ("q4", "x")]).expect("answers");
    assert_eq!(numbers(no), [1]);
    let missing = check(&[("q1", "yes")]).expect_err("two are needed");
    assert_eq!(missing.iter().map(|wrong| wrong.code).collect::<Vec<_>>(), [Code::Required; 2]);
    let yes = check(&[("q1", "yes"), ("q2", "x"), ("q3", "yes"), ("q4", "x")]).expect("answers");
    assert_eq!(numbers(yes), [1, 2, 3, 4]);
}

#[test]
fn attendees_are_asked_each_for_themselves_and_for_their_ticket() {
    let mut shirt = question(1, QuestionKind::Choice);
    shirt.of = AskedOf::Attendee;
    shirt.required = true;
    shirt.ticket = Some(TicketKind::Player);
    let people = [(0, Some(TicketKind::Player)), (1, Some(TicketKind::Spectator)), (2, None)];
    let check =
        |fields: &[(&str, &str)]| typed(fields).check(std::slice::from_ref(&shirt), &people);
    let answers = check(&[("a0q1", "2"), ("a1q1", "1")]).expect("answers");
    assert_eq!(answers.len(), 1, "spectators are not asked, nor is who chose nothing");
    let field = Field::Answer(AnswerField { attendee: Some(0), question: 1 });
    assert_eq!(check(&[]), Err(vec![Invalid::new(field, Code::Required)]));
}

#[test]
fn fields_of_no_question_or_nobody_are_a_damaged_form() {
    let mut of_people = question(2, QuestionKind::ShortText);
    of_people.of = AskedOf::Attendee;
    let questions = [question(1, QuestionKind::ShortText), of_people];
    let people = [(0, None)];
    let damaged = Err(vec![Invalid::new(Field::Form, Code::Unreadable)]);
    for name in ["q9", "q2", "a0q1", "a1q2", "q1o1", "x", "", "aq1", "q", "a0q2o", "q-1", "a0"] {
        assert_eq!(typed(&[(name, "x")]).check(&questions, &people), damaged, "{name}");
    }
    let many = (0..2_001).map(|n| (format!("a0q2o{n}"), String::new()));
    assert_eq!(AnswersDraft(many.collect()).check(&questions, &people), damaged);
}

#[test]
fn what_is_asked_no_more_is_passed_over() {
    let mut retired = question(1, QuestionKind::ShortText);
    (retired.retired, retired.required) = (true, true);
    let answers = typed(&[("q1", "typed before")]).check(&[retired], &[]);
    assert_eq!(answers, Ok(Vec::new()));
}

#[test]
fn ticks_at_what_is_not_offered_are_told() {
    let choices = [question(1, QuestionKind::Choices)];
    let check = |fields: &[(&str, &str)]| typed(fields).check(&choices, &[]);
    assert_eq!(check(&[("q1o3", "on"), ("q1o1", "on")]).expect("answers")[0].value, "1 3");
    assert_eq!(check(&[("q1o9", "")]), Ok(Vec::new()));
    let unknown = check(&[("q1o1", "on"), ("q1o9", "on")]).expect_err("no such option");
    assert_eq!(unknown[0].code, Code::Answer(AnswerCode::NoOption));
    let mut gone = choices[0].clone();
    gone.options[0].retired = true;
    let left = super::offered(&[gone]);
    let wrong = typed(&[("q1o1", "on")]).check(&left, &[]).expect_err("offered no more");
    assert_eq!(wrong[0].code, Code::Answer(AnswerCode::NoOption));
}

#[test]
fn who_leaves_takes_their_answers_along() {
    let fields = [("a0q1", "a"), ("a1q1", "b"), ("a2q1", "c"), ("a2q3o2", "on"), ("q9", "r")];
    let left = typed(&fields).without(1);
    assert_eq!(left, typed(&[("a0q1", "a"), ("a1q1", "c"), ("a1q3o2", "on"), ("q9", "r")]));
}

fn any_question() -> impl Strategy<Value = Question> {
    let kinds = prop::sample::select(QuestionKind::ALL);
    let condition = prop::option::of((1_u16..6, 1_u16..4));
    (kinds, condition, any::<bool>(), any::<bool>(), any::<bool>()).prop_map(
        |(kind, condition, required, of_people, retired)| {
            let mut one = question(1, kind);
            one.condition =
                condition.map(|(question, option)| super::super::Condition { question, option });
            (one.required, one.retired) = (required, retired);
            one.of = if of_people { AskedOf::Attendee } else { AskedOf::Registration };
            one
        },
    )
}

proptest! {
    #[test]
    fn whatever_is_asked_and_typed_it_ends_and_fits(
        mut questions in prop::collection::vec(any_question(), 0..6),
        fields in prop::collection::btree_map("(a[0-2])?q[1-6](o[1-3])?", r"(\PC|\n){0,8}|yes|no|[1-3]", 0..12),
    ) {
        // Conditions at random: many of them in circles, on themselves, or on nothing.
        for (number, question) in (1..).zip(&mut questions) {
            question.number = number;
        }
        let people = [(0, None), (1, Some(TicketKind::Player))];
        if let Ok(answers) = AnswersDraft(fields).check(&questions, &people) {
            for (at, answer) in answers.iter().enumerate() {
                let question = &questions[usize::from(answer.question) - 1];
                prop_assert!(!question.retired && answer.value.chars().count() <= super::TEXT);
                let key = |one: &Answered| (one.attendee, one.question);
                let is_twice = answers[..at].iter().any(|one| key(one) == key(answer));
                prop_assert!(!is_twice);
                if let Some(condition) = question.condition {
                    let is_open = answers[..at].iter().any(|one| {
                        one.attendee == answer.attendee
                            && one.question == condition.question
                            && one.options.contains(&condition.option)
                    });
                    prop_assert!(is_open, "an answer to a question that was not asked");
                }
            }
            let required = questions.iter().filter(|one| {
                one.required && !one.retired && one.condition.is_none()
                    && one.of == AskedOf::Registration
            });
            for question in required {
                prop_assert!(answers.iter().any(|one| one.question == question.number));
            }
        }
    }
}
