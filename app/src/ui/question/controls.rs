//! What an answer is typed into or chosen with.

use domain::questions::answers::{KEPT, tick};
use domain::questions::{NO, Question, QuestionKind, QuestionOption, YES};
use leptos::prelude::*;
use services::events::questions::countries;

use super::Set;
use crate::context::{self, texts};
use crate::ui::form::Area;
use crate::ui::places::ticket_words;

/// The ids of what a screen reader reads with a field.
pub(super) fn described(id: &str, has_hint: bool) -> String {
    if has_hint { format!("{id}-error {id}-hint") } else { format!("{id}-error") }
}

/// The type of an input, how a phone's keyboard shows itself for it, and the most characters.
const fn input(kind: QuestionKind) -> (&'static str, Option<&'static str>, Option<u16>) {
    match kind {
        QuestionKind::Number => ("text", Some("decimal"), Some(20)),
        QuestionKind::Date => ("date", None, None),
        QuestionKind::Email => ("email", Some("email"), Some(254)),
        QuestionKind::Phone => ("tel", Some("tel"), Some(30)),
        _ => ("text", None, Some(200)),
    }
}

impl Set {
    pub(super) fn control(&self, question: &Question, id: &str, has_hint: bool) -> AnyView {
        match question.kind {
            QuestionKind::Choice => self.choice(question),
            QuestionKind::Choices => self.choices(question),
            QuestionKind::YesNo => self.yes_no(question),
            QuestionKind::Consent => self.consent(question, id, has_hint),
            QuestionKind::Country => self.country(question, id, has_hint),
            QuestionKind::LongText => {
                let (id, name) = (id.to_owned(), self.name(question, None));
                let value = self.typed(question, None).to_owned();
                let described = Some(described(&id, has_hint));
                let wrong = self.error(question).is_some();
                view! { <Area id name value rows=4 described wrong /> }.into_any()
            }
            kind => self.line(question, kind, id, has_hint),
        }
    }

    fn line(&self, question: &Question, kind: QuestionKind, id: &str, has_hint: bool) -> AnyView {
        let (kind, mode, max) = input(kind);
        let wrong = self.error(question).is_some().then_some("true");
        view! {
            <input
                id=id.to_owned()
                name=self.name(question, None)
                type=kind
                inputmode=mode
                maxlength=max
                dir=(kind == "text").then_some("auto")
                autocomplete="off"
                value=self.typed(question, None).to_owned()
                aria-invalid=wrong
                aria-required=question.required.then_some("true")
                aria-describedby=described(id, has_hint)
            />
        }
        .into_any()
    }

    fn country(&self, question: &Question, id: &str, has_hint: bool) -> AnyView {
        let typed = self.typed(question, None).to_owned();
        let option = |(code, name): (&'static str, &'static str)| {
            view! {
                <option value=code selected=code == typed>
                    {name}
                </option>
            }
        };
        let wrong = self.error(question).is_some().then_some("true");
        view! {
            <select
                id=id.to_owned()
                name=self.name(question, None)
                aria-invalid=wrong
                aria-required=question.required.then_some("true")
                aria-describedby=described(id, has_hint)
            >
                <option value="">{texts().get("editor-choose")}</option>
                {countries(self.language).into_iter().map(option).collect_view()}
            </select>
        }
        .into_any()
    }

    /// One of several, as radio buttons: `value` is what is sent.
    fn radio(
        &self,
        question: &Question,
        value: String,
        words: impl IntoView + 'static,
        (opens, is_full): (Option<String>, bool),
    ) -> AnyView {
        let is_chosen = self.typed(question, None) == value;
        view! {
            <label class="check">
                <input
                    type="radio"
                    name=self.name(question, None)
                    value=value
                    class=opens
                    checked=is_chosen
                    disabled=is_full && !is_chosen
                />
                <span>{words}</span>
            </label>
        }
        .into_any()
    }

    /// The way to take an answer back that need not be given.
    fn no_answer(&self, question: &Question) -> Option<AnyView> {
        let words = texts().get("answer-none");
        (!question.required).then(|| self.radio(question, String::new(), words, (None, false)))
    }

    fn choice(&self, question: &Question) -> AnyView {
        let option = |option: &QuestionOption| {
            let (words, is_full) = self.words(question, option);
            let opens = self.opens(question, option.number);
            self.radio(question, option.number.to_string(), words, (opens, is_full))
        };
        let options = question.offered().map(option).collect_view();
        let kept = self.kept(question).into_iter().map(option).collect_view();
        (kept, options, self.no_answer(question)).into_any()
    }

    fn choices(&self, question: &Question) -> AnyView {
        let option = |option: &QuestionOption| {
            let (words, is_full) = self.words(question, option);
            let is_chosen = !self.typed(question, Some(option.number)).is_empty();
            view! {
                <label class="check">
                    <input
                        type="checkbox"
                        name=self.name(question, Some(option.number))
                        value="on"
                        class=self.opens(question, option.number)
                        checked=is_chosen
                        disabled=is_full && !is_chosen
                    />
                    <span>{words}</span>
                </label>
            }
        };
        let kept = self.kept(question);
        let options = question.offered().chain(kept).map(option).collect_view();
        options.into_any()
    }

    /// What was chosen and is offered no more.
    fn kept<'a>(&self, question: &'a Question) -> Vec<&'a QuestionOption> {
        let is_chosen = |option: &&QuestionOption| {
            let number = option.number.to_string();
            option.retired
                && (self.typed(question, None) == number
                    || !self.typed(question, Some(option.number)).is_empty())
        };
        question.options.iter().filter(is_chosen).collect()
    }

    /// What an option says, with its places, and whether none are left.
    fn words(&self, question: &Question, option: &QuestionOption) -> (AnyView, bool) {
        let left = self.left.get(&(question.number, option.number)).copied();
        let label = option.label(self.language).to_owned();
        let places = left.map(|left| {
            let (class, words) = ticket_words(left, texts());
            view! { <span class=format!("places {class}")>{words}</span> }
        });
        let words = view! {
            <bdi>{label}</bdi>
            " "
            {places}
        };
        (words.into_any(), left == Some(0))
    }

    fn yes_no(&self, question: &Question) -> AnyView {
        let one = |value: &str, key: &str, option| {
            let opens = self.opens(question, option);
            self.radio(question, value.to_owned(), texts().get(key), (opens, false))
        };
        let (yes, no) = (one("yes", "answer-yes", YES), one("no", "answer-no", NO));
        (yes, no, self.no_answer(question)).into_any()
    }

    fn consent(&self, question: &Question, id: &str, has_hint: bool) -> AnyView {
        let Some((language, text)) = question.consent(self.language) else {
            return ().into_any();
        };
        let (typed, fresh) = (self.typed(question, None), tick(question, language));
        // Who consented before, consented to the text of then.
        let value = if typed == KEPT { KEPT.to_owned() } else { fresh.clone() };
        let is_given = typed == value;
        let own = context::foreign(language);
        let paragraph = |line: &str| view! { <p>{line.to_owned()}</p> };
        let paragraphs = text.lines().filter(|line| !line.trim().is_empty()).map(paragraph);
        let wrong = self.error(question).is_some().then_some("true");
        view! {
            <div class="consent" dir="auto" lang=own>
                {paragraphs.collect_view()}
            </div>
            <label class="check" for=id.to_owned()>
                <input
                    type="checkbox"
                    id=id.to_owned()
                    name=self.name(question, None)
                    value=value
                    class=self.opens(question, YES)
                    checked=is_given
                    aria-invalid=wrong
                    aria-required=question.required.then_some("true")
                    aria-describedby=described(id, has_hint)
                />
                <span>{texts().get("answer-consent")}</span>
            </label>
        }
        .into_any()
    }
}
