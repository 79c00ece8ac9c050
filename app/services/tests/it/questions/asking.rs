//! Writing questions, and asking those who registered before.

use domain::events::drafts::Section;
use domain::invalid::{Code, Field};
use domain::language::Language;
use domain::organisations::Role;
use domain::questions::drafts::QuestionDraft;
use domain::questions::{AnswerCode, QuestionField};
use jiff::SignedDuration;
use services::Error;
use services::events::editing::QuestionChange;
use services::mail::Kind;

use super::{
    CLUB, CUP, asking, change, form, of_people, own, question, required, target, typed, version,
    write,
};
use crate::support::{House, NewEvent, refused};

/// The questions of the event in their order; in brackets those that are asked no more.
async fn labels(house: &House, actor: &domain::accounts::Actor) -> Vec<String> {
    let edited = house.events.edited(actor, CLUB, CUP, Language::English).await.expect("an event");
    let label = |question: domain::questions::Question| {
        let label = question.label(Language::English);
        if question.retired { format!("({label})") } else { label.to_owned() }
    };
    edited.written.questions.into_iter().map(label).collect()
}

both! {
    async fn questions_are_added_changed_moved_and_taken_away(house: House) {
        let questions = [question("yes-no", "A", &[]), question("date", "B", &[]), question("number", "C", &[])];
        let (event, organiser) = asking(&house, &questions).await;
        change(&house, &organiser, 3, QuestionChange::Up).await.expect("moved");
        change(&house, &organiser, 1, QuestionChange::Down).await.expect("moved");
        change(&house, &organiser, 2, QuestionChange::Down).await.expect("nowhere to go");
        assert_eq!(labels(&house, &organiser).await, ["C", "A", "B"]);
        let sent = form(&house, &event, &["Ada"], &[("q1", "yes")]);
        house.registrations.register(sent).await.expect("a registration");
        for number in [1, 3] {
            change(&house, &organiser, number, QuestionChange::Remove).await.expect("taken away");
        }
        assert_eq!(labels(&house, &organiser).await, ["(A)", "B"], "what was answered stays");
        write(&house, &organiser, None, &question("phone", "D", &[])).await.expect("added");
        change(&house, &organiser, 1, QuestionChange::Restore).await.expect("asked again");
        assert_eq!(labels(&house, &organiser).await, ["A", "B", "D"]);
        let page = house.events.page(Language::French, CUP, None).await.expect("a page");
        assert_eq!(page.content.questions.len(), 3, "and the page asks them");

        let own = own(&house, &organiser).await;
        let versions = house.events.versions(&own).await.expect("versions");
        assert!(versions.iter().all(|version| version.section == Section::Questions));
        let changes = house.events.changes(&own, versions[0].version).await.expect("changes");
        assert_eq!(changes.len(), 1);
        let acts = "select distinct action from audit where object_kind = 'event' order by action";
        assert_eq!(house.texts(acts).await, ["change-question", "write-question"]);
    }

    async fn what_depends_stays_behind_what_it_depends_on(house: House) {
        let detail = QuestionDraft { condition: "1-1".into(), ..question("short-text", "Which?", &[]) };
        let (_, organiser) = asking(&house, &[question("yes-no", "Allergies?", &[]), detail]).await;
        let field = Field::Question(QuestionField::Condition);
        let order = refused(change(&house, &organiser, 2, QuestionChange::Up).await);
        assert_eq!(order, [(field, Code::Answer(AnswerCode::Condition))]);
        let gone = refused(change(&house, &organiser, 1, QuestionChange::Remove).await);
        assert_eq!(gone, [(field, Code::Answer(AnswerCode::Opens))]);
        let circle = QuestionDraft { condition: "2-1".into(), ..question("yes-no", "Allergies?", &[]) };
        let circle = refused(write(&house, &organiser, Some(1), &circle).await);
        assert!(circle.contains(&(field, Code::Answer(AnswerCode::Condition))), "{circle:?}");
        assert_eq!(labels(&house, &organiser).await, ["Allergies?", "Which?"], "nothing was changed");
    }

    async fn only_those_ask_who_may_and_nobody_is_overtaken(house: House) {
        house.announce(NewEvent::default()).await;
        let draft = question("date", "Born", &[]);
        for role in [Role::Viewer, Role::DoorStaff] {
            let member = house.member(CLUB, role).await;
            let done = house.events.write_question(&target(&member, 1), None, &draft).await;
            assert!(matches!(done, Err(Error::Forbidden)));
            let done = house.events.change_question(&target(&member, 1), 1, QuestionChange::Up).await;
            assert!(matches!(done, Err(Error::Forbidden)));
        }
        let stranger = house.member("other-club", Role::Owner).await;
        let done = house.events.write_question(&target(&stranger, 1), None, &draft).await;
        assert!(matches!(done, Err(Error::NotFound)));
        let organiser = house.member(CLUB, Role::Organiser).await;
        house.events.write_question(&target(&organiser, 1), None, &draft).await.expect("written");
        let late = house.events.write_question(&target(&organiser, 1), None, &draft).await;
        assert!(matches!(late, Err(Error::Conflict)));
        let missing = write(&house, &organiser, Some(9), &draft).await;
        assert!(matches!(missing, Err(Error::NotFound)));
        assert_eq!(version(&house, &organiser).await, 2);
    }

    async fn who_registered_before_is_asked_once_and_reminded_once(house: House) {
        let (event, organiser) = asking(&house, &[]).await;
        let ada = house.register(&event, &["Ada"]).await;
        let grace = house.register(&event, &["Grace", "Mary"]).await;
        while let Some(mail) = house.mail.claim().await.expect("an answer") {
            house.mail.sent(&mail).await.expect("sent");
        }
        write(&house, &organiser, None, &required(of_people(question("choice", "Meal", &["Rice", "Bread"])))).await.expect("added");
        let waiting = "select count(*) from outbox where status = 'pending'";
        assert_eq!(house.number(waiting).await, 0, "a new question alone writes to nobody");
        for _ in 0..2 {
            change(&house, &organiser, 1, QuestionChange::Request).await.expect("asked");
            assert_eq!(house.number(waiting).await, 4, "a mail and a reminder for each");
        }
        let detail = "select detail from audit where action = 'change-question' order by number";
        assert!(house.texts(detail).await[0].ends_with("question=1 change=request mails=2"));

        house.registrations.change_answers(&ada, &typed(&[("a0q1", "1")])).await.expect("answered");
        assert_eq!(house.number(waiting).await, 2, "who answered is not asked any more");
        house.clock.advance(SignedDuration::from_mins(11));
        let mail = house.mail.claim().await.expect("an answer").expect("a mail");
        let message = house.mail.compose(&mail).await.expect("a message");
        assert_eq!(message.subject, "A question for you: Peace Cup");
        assert!(message.text.contains(grace.as_str()) && message.calendar.is_none());
        house.mail.sent(&mail).await.expect("sent");
        assert!(house.mail.claim().await.expect("an answer").is_none());
        let own = own(&house, &organiser).await;
        let reference = house.texts(
            "select r.reference from registrations r join attendees a on a.registration_id = r.id where a.name = 'Mary'",
        ).await.remove(0);
        let one = house.registrations.own(&organiser, &own, &reference).await.expect("a registration");
        let kinds: Vec<_> = one.mails.iter().map(|mail| mail.kind).collect();
        assert_eq!(kinds.iter().filter(|kind| **kind == Kind::Asked).count(), 2);

        // Half an answer is none: the reminder goes; after the whole, nothing.
        let half = house.registrations.change_answers(&grace, &typed(&[("a0q1", "1")])).await;
        assert_eq!(refused(half).len(), 1);
        house.clock.advance(SignedDuration::from_hours(72));
        let mail = house.mail.claim().await.expect("an answer").expect("the reminder");
        house.mail.compose(&mail).await.expect("a message");
        house.mail.sent(&mail).await.expect("sent");
        assert!(house.mail.claim().await.expect("an answer").is_none());
        house.assert_whole().await;
    }

    async fn a_question_that_waits_does_not_hide_news_of_the_event(house: House) {
        let (event, organiser) = asking(&house, &[question("date", "Born", &[])]).await;
        house.register(&event, &["Ada"]).await;
        change(&house, &organiser, 1, QuestionChange::Request).await.expect("asked");
        let version = version(&house, &organiser).await;
        let facts = domain::events::drafts::FactsDraft {
            discipline: "sports/football".into(),
            address: "Elsewhere 1".into(),
            ..Default::default()
        };
        house.events.write_facts(&target(&organiser, version), &facts).await.expect("moved");
        let news = "select count(*) from outbox m join event_notices n on n.id = m.notice_id where n.about = 'change'";
        assert_eq!(house.number(news).await, 1);
        house.registrations.give_back(&house.register(&event, &["Grace"]).await, services::registrations::GiveBack::All).await.expect("given back");
        house.assert_whole().await;
    }
}
