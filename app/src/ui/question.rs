//! Questions of an event, as fields of a form: all that are asked once, or all that are asked of one
//! attendee.
//!
//! What is asked only after a certain answer is hidden by the style sheet until it is given: the
//! field that opens it has the class `opens-N`, what is opened has `needs-N`, and the set that they
//! are in is asked `:has(.opens-N:checked)`. Where a browser cannot do that, the question stands
//! there with a sentence that says when it is to be answered; the server looks at it only then.

mod controls;

use domain::events::TicketKind;
use domain::invalid::{Field, Invalid};
use domain::language::Language;
use domain::questions::answers::{AnswersDraft, name};
use domain::questions::{AnswerField, AskedOf, NO, Question, QuestionKind, YES};
use leptos::prelude::*;
use services::events::questions::OptionsLeft;

use super::form::error;
use crate::context::{self, language, texts};

/// Whose answers they are.
#[derive(Debug, Clone)]
pub enum Whose {
    /// The contact person's, for all.
    All,
    /// An attendee's.
    One {
        /// Their place; in a template what stands for it.
        index: String,
        /// In which capacity they come, if that is known.
        ticket: Option<TicketKind>,
    },
}

/// What every field needs to know.
pub(super) struct Set {
    index: Option<String>,
    questions: Vec<Question>,
    typed: AnswersDraft,
    left: OptionsLeft,
    invalid: Vec<Invalid>,
    language: Language,
}

/// The questions of one set; nothing if there are none.
#[component]
pub fn QuestionSet(
    /// Whose answers they are.
    whose: Whose,
    /// What stands above them.
    legend: String,
    /// The questions of the event.
    questions: Vec<Question>,
    /// What was typed.
    typed: AnswersDraft,
    /// The places that are left of what can be chosen.
    left: OptionsLeft,
    /// What is wrong.
    invalid: Vec<Invalid>,
) -> impl IntoView {
    let (index, of, ticket) = match whose {
        Whose::All => (None, AskedOf::Registration, None),
        Whose::One { index, ticket } => (Some(index), AskedOf::Attendee, ticket),
    };
    let asked = |question: &Question| !question.retired && question.of == of;
    let questions: Vec<Question> = questions.into_iter().filter(asked).collect();
    let id = index.as_ref().map_or("answers".to_owned(), |at| format!("attendee-{at}-answers"));
    let legend_id = format!("{id}-legend");
    let set = Set { index, questions, typed, left, invalid, language: language() };
    let fields = set.questions.iter().map(|question| set.field(question)).collect_view();
    (!set.questions.is_empty()).then(|| {
        view! {
            <fieldset class="question-set" id=id data-ticket=ticket.map(TicketKind::code)>
                <legend id=legend_id>{legend}</legend>
                {fields}
            </fieldset>
        }
    })
}

impl Set {
    /// The element that an error leads to.
    fn id(&self, question: &Question) -> String {
        match &self.index {
            Some(index) => format!("attendee-{index}-answer-{}", question.number),
            None => format!("answer-{}", question.number),
        }
    }

    /// The name that an answer is sent under.
    fn name(&self, question: &Question, option: Option<u16>) -> String {
        format!("form[answers][{}]", name(self.index.as_deref(), question.number, option))
    }

    fn typed(&self, question: &Question, option: Option<u16>) -> &str {
        self.typed.get(&name(self.index.as_deref(), question.number, option))
    }

    fn error(&self, question: &Question) -> Option<String> {
        let attendee = self.index.as_ref().map(|index| index.parse().unwrap_or(usize::MAX));
        error(&self.invalid, Field::Answer(AnswerField { attendee, question: question.number }))
    }

    /// The number of a question among those that depend on an answer, from 1.
    fn token(&self, question: &Question) -> Option<usize> {
        question.condition?;
        let mut depend = self.questions.iter().filter(|one| one.condition.is_some());
        depend.position(|one| one.number == question.number).map(|at| at + 1)
    }

    /// The classes that say which answers have to be given: its own, and those of what it depends
    /// on.
    fn needs(&self, question: &Question) -> String {
        let mut classes = String::new();
        let mut next = Some(question);
        // No further than there are questions, whatever depends on what.
        for _ in 0..self.questions.len() {
            let Some((token, on)) = next.and_then(|one| self.token(one).zip(one.condition)) else {
                break;
            };
            classes.push_str(&format!(" needs needs-{token}"));
            next = self.questions.iter().find(|one| one.number == on.question);
        }
        classes
    }

    /// The classes of an option that opens others.
    fn opens(&self, question: &Question, option: u16) -> Option<String> {
        let is_opened = |one: &&Question| {
            one.condition.is_some_and(|on| (on.question, on.option) == (question.number, option))
        };
        let opened = self.questions.iter().filter(is_opened);
        let classes: Vec<String> = opened
            .filter_map(|one| self.token(one))
            .map(|token| format!("opens-{token}"))
            .collect();
        (!classes.is_empty()).then(|| classes.join(" "))
    }

    /// When it is to be answered, where that is not always.
    fn only(&self, question: &Question) -> Vec<(&'static str, String)> {
        let texts = texts();
        let of_ticket = question.ticket.map(|kind| {
            let ticket = texts.get(&format!("ticket-{}", kind.code()));
            ("only-ticket", texts.with("question-only-ticket", &[("ticket", ticket.into())]))
        });
        let earlier = question.condition.and_then(|on| {
            let earlier = self.questions.iter().find(|one| one.number == on.question)?;
            let words = [
                ("answer", option_words(earlier, on.option, self.language).into()),
                ("question", earlier.label(self.language).into()),
            ];
            Some(("only-if", texts.with("question-only-if", &words)))
        });
        of_ticket.into_iter().chain(earlier).collect()
    }

    fn field(&self, question: &Question) -> AnyView {
        let texts = texts();
        let (id, wrong) = (self.id(question), self.error(question));
        let ticket = question.ticket.map(|kind| format!(" for-{}", kind.code()));
        let is_group = matches!(
            question.kind,
            QuestionKind::Choice | QuestionKind::Choices | QuestionKind::YesNo
        );
        let class = format!(
            "question{}{}{}",
            if is_group || question.kind == QuestionKind::Consent { " checks" } else { " field" },
            self.needs(question),
            ticket.unwrap_or_default(),
        );
        let (in_language, text) = match question.text(self.language) {
            Some((language, text)) => (context::foreign(language), text.clone()),
            None => (None, domain::questions::QuestionText::default()),
        };
        let optional = (!question.required).then(|| {
            view! { <span class="quiet optional">" " {texts.get("question-optional")}</span> }
        });
        let label = view! {
            <bdi lang=in_language>{text.label}</bdi>
            {optional}
        };
        let only = self.only(question).into_iter().map(|(class, words)| {
            view! { <span class=format!("hint {class}")>{words}</span> }
        });
        let only = only.collect_view();
        let hint = (!text.hint.is_empty()).then(|| {
            view! {
                <span class="hint" id=format!("{id}-hint") dir="auto" lang=in_language>
                    {text.hint.clone()}
                </span>
            }
        });
        let error = view! {
            <span class="error" id=format!("{id}-error") hidden=wrong.is_none()>
                {wrong.clone()}
            </span>
        };
        let control = self.control(question, &id, hint.is_some());
        let is_wrong = wrong.is_some().then_some("true");
        if is_group {
            let described = controls::described(&id, hint.is_some());
            view! {
                <fieldset class=class id=id aria-describedby=described data-wrong=is_wrong>
                    <legend class="label">{label}</legend>
                    {only}
                    {error}
                    {hint}
                    {control}
                </fieldset>
            }
            .into_any()
        } else if question.kind == QuestionKind::Consent {
            view! {
                <div class=class data-wrong=is_wrong>
                    <p class="label">{label}</p>
                    {only}
                    {hint}
                    {error}
                    {control}
                </div>
            }
            .into_any()
        } else {
            view! {
                <div class=class data-wrong=is_wrong>
                    <label for=id>{label}</label>
                    {only}
                    {error}
                    {control}
                    {hint}
                </div>
            }
            .into_any()
        }
    }
}

/// What an option of a question says.
#[must_use]
pub fn option_words(question: &Question, option: u16, language: Language) -> String {
    let texts = texts();
    match (question.kind, option) {
        (QuestionKind::YesNo, YES) => texts.get("answer-yes"),
        (QuestionKind::YesNo, NO) => texts.get("answer-no"),
        (QuestionKind::Consent, _) => texts.get("answer-consent"),
        _ => question.option(option).map(|one| one.label(language).to_owned()).unwrap_or_default(),
    }
}
