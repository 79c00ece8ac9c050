//! What organisers type about a question, and the rules that it has to pass.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{
    AnswerCode, AskedOf, Condition, MAX_OPTIONS, MAX_QUESTIONS, Question, QuestionField,
    QuestionKind, QuestionOption, QuestionText, astray,
};
use crate::events::TicketKind;
use crate::events::drafts::{MAX_PLACES, line, paragraphs};
use crate::ids::QuestionId;
use crate::invalid::{Code, Field, Invalid};
use crate::language::Language;

/// What was typed about a question in one language.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct QuestionTextDraft {
    /// The question.
    pub label: String,
    /// What helps to answer it.
    pub hint: String,
    /// What is consented to.
    pub consent: String,
    /// What each option says, by `o` and its number.
    pub options: BTreeMap<String, String>,
}

/// What was typed about a question.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct QuestionDraft {
    /// The code of its kind.
    pub kind: String,
    /// The code of whom it is asked.
    pub of: String,
    /// The code of the ticket type that it is for; empty for all.
    pub ticket: String,
    /// Not empty if it has to be answered.
    pub required: String,
    /// Not empty if answers are sealed.
    pub sensitive: String,
    /// The answer it depends on: the numbers of question and option, as `3-2`.
    pub condition: String,
    /// What it says, by the codes of languages.
    pub texts: BTreeMap<String, QuestionTextDraft>,
    /// The places of each option, by `o` and its number.
    pub places: BTreeMap<String, String>,
}

/// What stands there when a question is written.
#[derive(Debug, Clone, Copy)]
pub struct Present<'a> {
    /// The questions of the event, in their order.
    pub questions: &'a [Question],
    /// The ticket types that the event offers.
    pub tickets: &'a [TicketKind],
    /// Which of the questions is written; none for a new one.
    pub number: Option<u16>,
    /// Whether somebody answered it.
    pub is_answered: bool,
}

impl QuestionDraft {
    /// The most characters of a question, and of an option.
    pub const LABEL: usize = 200;
    /// The most characters of a hint.
    pub const HINT: usize = 300;
    /// The most characters of a text that is consented to.
    pub const CONSENT: usize = 3_000;

    /// What the form begins with for a question that is there.
    #[must_use]
    pub fn of(question: &Question) -> Self {
        let yes = |is_so: bool| if is_so { "on".to_owned() } else { String::new() };
        let key = |option: &QuestionOption| format!("o{}", option.number);
        let mut texts = BTreeMap::new();
        for language in Language::ALL {
            let text = question.texts.get(language).cloned().unwrap_or_default();
            let label = |option: &QuestionOption| {
                option.labels.get(language).map(|label| (key(option), label.clone()))
            };
            let options = question.offered().filter_map(label).collect();
            let QuestionText { label, hint, consent } = text;
            let draft = QuestionTextDraft { label, hint, consent, options };
            if draft != QuestionTextDraft::default() {
                texts.insert(language.code().to_owned(), draft);
            }
        }
        let places = |option: &QuestionOption| Some((key(option), option.capacity?.to_string()));
        let condition = question.condition.map(|on| format!("{}-{}", on.question, on.option));
        Self {
            kind: question.kind.code().to_owned(),
            of: question.of.code().to_owned(),
            ticket: question.ticket.map(|kind| kind.code().to_owned()).unwrap_or_default(),
            required: yes(question.required),
            sensitive: yes(question.sensitive),
            condition: condition.unwrap_or_default(),
            texts,
            places: question.offered().filter_map(places).collect(),
        }
    }

    /// The question that this gives, at the end of those that are there or in the place of the one
    /// that is written.
    ///
    /// # Errors
    /// Everything that is wrong.
    pub fn check(&self, present: Present<'_>, id: QuestionId) -> Result<Question, Vec<Invalid>> {
        let known = present.questions.iter().find(|one| Some(one.number) == present.number);
        let mut wrong = Wrong::default();
        let question = self.question(present, known, id, &mut wrong);
        self.check_whole(present, known, &question, &mut wrong);
        if wrong.0.is_empty() { Ok(question) } else { Err(wrong.0) }
    }

    fn question(
        &self,
        present: Present<'_>,
        known: Option<&Question>,
        id: QuestionId,
        wrong: &mut Wrong,
    ) -> Question {
        let last = present.questions.iter().map(|one| one.number).max().unwrap_or(0);
        let kind = wrong.keep(chosen(&self.kind), QuestionField::Kind);
        let kind = kind.unwrap_or(QuestionKind::ShortText);
        let of = wrong.keep(chosen(&self.of), QuestionField::Of).unwrap_or(AskedOf::Registration);
        let ticket = match self.ticket.as_str() {
            "" => Ok(None),
            code => chosen(code).and_then(|ticket| {
                let is_offered = present.tickets.contains(&ticket);
                if is_offered { Ok(Some(ticket)) } else { Err(Code::UnknownTicket) }
            }),
        };
        let texts = self.texts(kind, wrong);
        let options = self.options(kind, known, wrong);
        let consents = |texts: &BTreeMap<Language, QuestionText>| {
            let consent =
                |(language, text): (&Language, &QuestionText)| (*language, text.consent.clone());
            texts.iter().map(consent).collect::<Vec<_>>()
        };
        let wording = known.map_or(1, |known| {
            known.wording + u32::from(consents(&known.texts) != consents(&texts))
        });
        Question {
            id: known.map_or(id, |known| known.id),
            number: known.map_or(last + 1, |known| known.number),
            kind,
            of,
            ticket: wrong.keep(ticket, QuestionField::Ticket).flatten(),
            required: !self.required.is_empty(),
            sensitive: !self.sensitive.is_empty(),
            retired: known.is_some_and(|known| known.retired),
            requested: known.is_some_and(|known| known.requested),
            condition: wrong.keep(condition(&self.condition), QuestionField::Condition).flatten(),
            wording,
            options,
            texts,
        }
    }

    fn texts(&self, kind: QuestionKind, wrong: &mut Wrong) -> BTreeMap<Language, QuestionText> {
        let mut texts = BTreeMap::new();
        for language in Language::ALL {
            let draft = self.texts.get(language.code()).cloned().unwrap_or_default();
            let label = line(&draft.label, Self::LABEL);
            let label = wrong.keep(label, QuestionField::Label(*language)).unwrap_or_default();
            let hint = line(&draft.hint, Self::HINT);
            let hint = wrong.keep(hint, QuestionField::Hint(*language)).unwrap_or_default();
            let consent = match kind {
                QuestionKind::Consent => paragraphs(&draft.consent, Self::CONSENT),
                _ => Ok(String::new()),
            };
            let consent =
                wrong.keep(consent, QuestionField::Consent(*language)).unwrap_or_default();
            if label.is_empty() && !(hint.is_empty() && consent.is_empty()) {
                wrong.add(QuestionField::Label(*language), Code::Required);
            }
            if !label.is_empty() {
                texts.insert(*language, QuestionText { label, hint, consent });
            }
        }
        let begun =
            |field: &Invalid| matches!(field.field, Field::Question(QuestionField::Label(_)));
        if texts.is_empty() && !wrong.0.iter().any(begun) {
            wrong.add(QuestionField::Label(Language::English), Code::Required);
        }
        let says = texts.values().any(|text: &QuestionText| !text.consent.is_empty());
        if kind == QuestionKind::Consent && !says {
            let language = texts.keys().next().copied().unwrap_or(Language::English);
            wrong.add(QuestionField::Consent(language), Code::Required);
        }
        texts
    }

    /// What can be chosen: an option without a word in any language is offered no more.
    fn options(
        &self,
        kind: QuestionKind,
        known: Option<&Question>,
        wrong: &mut Wrong,
    ) -> Vec<QuestionOption> {
        if !kind.has_options() {
            return known.map(|known| known.options.clone()).unwrap_or_default();
        }
        let mut options = Vec::new();
        for number in 1..=MAX_OPTIONS {
            let key = format!("o{number}");
            let mut labels = BTreeMap::new();
            for language in Language::ALL {
                let typed = self.texts.get(language.code()).and_then(|text| text.options.get(&key));
                let label = line(typed.map_or("", String::as_str), Self::LABEL);
                let field = QuestionField::OptionLabel(number, *language);
                let label = wrong.keep(label, field).unwrap_or_default();
                if !label.is_empty() {
                    labels.insert(*language, label);
                }
            }
            let before = known.and_then(|known| known.option(number));
            let places = places(self.places.get(&key).map_or("", String::as_str));
            let capacity = wrong.keep(places, QuestionField::OptionPlaces(number)).flatten();
            match (labels.is_empty(), before) {
                (true, None) => {}
                (true, Some(before)) => {
                    options.push(QuestionOption { retired: true, ..before.clone() });
                }
                (false, _) => {
                    options.push(QuestionOption { number, capacity, retired: false, labels });
                }
            }
        }
        options
    }

    fn check_whole(
        &self,
        present: Present<'_>,
        known: Option<&Question>,
        question: &Question,
        wrong: &mut Wrong,
    ) {
        let asked = present.questions.iter().filter(|one| !one.retired).count();
        let is_full = asked >= MAX_QUESTIONS || question.number > super::MAX_NUMBER;
        if known.is_none() && is_full {
            wrong.add(QuestionField::Kind, Code::Answer(AnswerCode::Many));
        }
        if question.kind.has_options() && question.offered().count() < 2 {
            wrong.add(QuestionField::Options, Code::Answer(AnswerCode::FewOptions));
        }
        if question.ticket.is_some() && question.of == AskedOf::Registration {
            wrong.add(QuestionField::Ticket, Code::Answer(AnswerCode::TicketOfAttendee));
        }
        let has_places = question.offered().any(|option| option.capacity.is_some());
        if question.sensitive && has_places {
            wrong.add(QuestionField::Sensitive, Code::Answer(AnswerCode::SensitivePlaces));
        }
        let answered = Code::Answer(AnswerCode::Answered);
        if let Some(known) = known.filter(|_| present.is_answered) {
            if known.kind != question.kind {
                wrong.add(QuestionField::Kind, answered);
            }
            if known.of != question.of {
                wrong.add(QuestionField::Of, answered);
            }
            if known.sensitive != question.sensitive {
                wrong.add(QuestionField::Sensitive, answered);
            }
        }
        // Only if this question is whole by itself: else what depends on it is not what is wrong.
        if wrong.0.is_empty() {
            let after = with(present.questions, question);
            for number in astray(&after) {
                let code = match number == question.number {
                    true => AnswerCode::Condition,
                    false => AnswerCode::Opens,
                };
                wrong.add(QuestionField::Condition, Code::Answer(code));
            }
        }
    }
}

/// The questions with this one in its place, or after all others.
#[must_use]
pub fn with(questions: &[Question], question: &Question) -> Vec<Question> {
    let mut after = questions.to_vec();
    match after.iter_mut().find(|one| one.number == question.number) {
        Some(known) => *known = question.clone(),
        None => after.push(question.clone()),
    }
    after
}

/// What is wrong so far.
#[derive(Default)]
struct Wrong(Vec<Invalid>);

impl Wrong {
    fn add(&mut self, field: QuestionField, code: Code) {
        self.0.push(Invalid::new(Field::Question(field), code));
    }

    fn keep<T>(&mut self, value: Result<T, Code>, field: QuestionField) -> Option<T> {
        value.map_err(|code| self.add(field, code)).ok()
    }
}

fn chosen<T: std::str::FromStr>(code: &str) -> Result<T, Code> {
    if code.is_empty() {
        return Err(Code::Required);
    }
    code.parse().map_err(|_| Code::UnknownChoice)
}

fn condition(text: &str) -> Result<Option<Condition>, Code> {
    if text.is_empty() {
        return Ok(None);
    }
    let parsed = || {
        let (question, option) = text.split_once('-')?;
        Some(Condition { question: question.parse().ok()?, option: option.parse().ok()? })
    };
    parsed().map(Some).ok_or(Code::UnknownChoice)
}

fn places(text: &str) -> Result<Option<i64>, Code> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(None);
    }
    let number = text.bytes().all(|byte| byte.is_ascii_digit()).then(|| text.parse().ok());
    let number = number.flatten().filter(|number| (0..=MAX_PLACES).contains(number));
    number.map(Some).ok_or(Code::Places)
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::super::tests::{after, question};
    use super::{Present, QuestionDraft, QuestionTextDraft};
    use crate::events::TicketKind;
    use crate::ids::QuestionId;
    use crate::invalid::{Code, Field};
    use crate::language::Language;
    use crate::questions::{AnswerCode, Question, QuestionField as F, QuestionKind};

    const NEW: QuestionId = QuestionId(Uuid::from_u128(9));

    fn draft(kind: &str, options: usize) -> QuestionDraft {
        let option = |number| (format!("o{number}"), format!("Option {number}"));
        let text = QuestionTextDraft {
            label: "Which?".into(),
            options: (1..=options).map(option).collect(),
            ..QuestionTextDraft::default()
        };
        QuestionDraft {
            kind: kind.into(),
            of: "attendee".into(),
            texts: [("en".to_owned(), text)].into(),
            ..QuestionDraft::default()
        }
    }

    fn present(questions: &[Question]) -> Present<'_> {
        Present { questions, tickets: &[TicketKind::Player], number: None, is_answered: false }
    }

    #[track_caller]
    fn assert_wrong(draft: &QuestionDraft, present: Present<'_>, field: F, code: Code) {
        let wrong = draft.check(present, NEW).expect_err("refused");
        let wrong: Vec<_> = wrong.iter().map(|one| (one.field, one.code)).collect();
        assert_eq!(wrong, [(Field::Question(field), code)]);
    }

    #[test]
    fn a_question_is_read_back_as_it_was_written() {
        let mut draft = draft("choices", 3);
        (draft.required, draft.ticket) = ("on".into(), "player".into());
        draft.places.insert("o2".into(), "12".into());
        let question = draft.check(present(&[]), NEW).expect("a question");
        assert_eq!((question.number, question.id, question.wording), (1, NEW, 1));
        assert_eq!(question.options[1].capacity, Some(12));
        assert_eq!(QuestionDraft::of(&question), draft);
        assert_eq!(question.label(Language::Chinese), "Which?");
    }

    #[test]
    fn an_option_that_loses_its_words_is_offered_no_more_and_keeps_its_number() {
        let known = draft("choice", 3).check(present(&[]), NEW).expect("a question");
        let mut changed = draft("choice", 3);
        changed.texts.get_mut("en").expect("a text").options.remove("o1");
        let all = [known];
        let at = Present { number: Some(1), is_answered: true, ..present(&all) };
        let changed = changed.check(at, NEW).expect("a question");
        assert!(changed.options[0].retired && changed.options[0].labels.len() == 1);
        assert_eq!(changed.offered().map(|option| option.number).collect::<Vec<_>>(), [2, 3]);
    }

    #[test]
    fn what_is_missing_or_does_not_fit_is_told_at_its_field() {
        let none = present(&[]);
        assert_wrong(&draft("choice", 1), none, F::Options, Code::Answer(AnswerCode::FewOptions));
        assert_wrong(&draft("", 0), none, F::Kind, Code::Required);
        assert_wrong(&draft("poem", 0), none, F::Kind, Code::UnknownChoice);
        let consent = F::Consent(Language::English);
        assert_wrong(&draft("consent", 0), none, consent, Code::Required);
        let ticket = QuestionDraft { ticket: "media".into(), ..draft("date", 0) };
        assert_wrong(&ticket, none, F::Ticket, Code::UnknownTicket);
        let of_all = QuestionDraft {
            ticket: "player".into(),
            of: "registration".into(),
            ..draft("date", 0)
        };
        assert_wrong(&of_all, none, F::Ticket, Code::Answer(AnswerCode::TicketOfAttendee));
        let mut sealed = QuestionDraft { sensitive: "on".into(), ..draft("choice", 2) };
        sealed.places.insert("o1".into(), "3".into());
        assert_wrong(&sealed, none, F::Sensitive, Code::Answer(AnswerCode::SensitivePlaces));
        sealed.places.insert("o1".into(), "-3".into());
        assert_wrong(&sealed, none, F::OptionPlaces(1), Code::Places);
        let silent = QuestionDraft { texts: [].into(), ..draft("date", 0) };
        assert_wrong(&silent, none, F::Label(Language::English), Code::Required);
    }

    #[test]
    fn conditions_point_back_and_never_in_a_circle() {
        let yes_no = |number| {
            let mut one = question(number, QuestionKind::YesNo);
            one.of = crate::questions::AskedOf::Attendee;
            one
        };
        let questions = [yes_no(1), after(yes_no(2), 1, 1)];
        let on =
            |condition: &str| QuestionDraft { condition: condition.into(), ..draft("yes-no", 0) };
        assert!(on("2-1").check(present(&questions), NEW).is_ok());
        let wrong = Code::Answer(AnswerCode::Condition);
        assert_wrong(&on("3-1"), present(&questions), F::Condition, wrong);
        assert_wrong(&on("1-9"), present(&questions), F::Condition, wrong);
        assert_wrong(&on("x"), present(&questions), F::Condition, Code::UnknownChoice);
        let first = Present { number: Some(1), ..present(&questions) };
        assert_wrong(&on("2-1"), first, F::Condition, wrong);
        // What another depends on stays something that it can depend on.
        let opens = Code::Answer(AnswerCode::Opens);
        assert_wrong(&draft("date", 0), first, F::Condition, opens);
    }

    #[test]
    fn what_was_answered_keeps_its_kind_and_a_changed_consent_is_another_wording() {
        let text = |consent: &str| {
            let mut draft = draft("consent", 0);
            draft.texts.get_mut("en").expect("a text").consent = consent.into();
            draft
        };
        let questions = [text("You may.").check(present(&[]), NEW).expect("a question")];
        let at = Present { number: Some(1), is_answered: true, ..present(&questions) };
        assert_eq!(text("You may.").check(at, NEW).expect("the same").wording, 1);
        assert_eq!(text("You may not.").check(at, NEW).expect("another").wording, 2);
        let answered = Code::Answer(AnswerCode::Answered);
        assert_wrong(&draft("date", 0), at, F::Kind, answered);
        let sealed = QuestionDraft { sensitive: "on".into(), ..text("You may.") };
        assert_wrong(&sealed, at, F::Sensitive, answered);
    }
}
