//! What the event asks those who register: a list of questions, and the form of one of them.

use std::sync::Arc;

use domain::invalid::Invalid;
use domain::questions::drafts::QuestionDraft;
use domain::questions::{MAX_QUESTIONS, Question};
use leptos::prelude::*;
use services::events::editing::QuestionChange;

use super::edit_page::{Back, Edit, Sent};
use super::fields::{ForEvent, Mistakes, SaveButton, SectionFrame};
use super::question_fields::QuestionFields;
use super::{At, QuestionForm};
use crate::context::{self, language, texts};
use crate::error::AppError;
use crate::ui::question::option_words;

/// The id of the section.
pub const ID: &str = "questions";

/// What the address says where a new question is shown.
const NEW: &str = "new";

fn number(question: &str) -> Result<Option<u16>, AppError> {
    match question {
        "" => Ok(None),
        question => question.parse().map(Some).map_err(|_| AppError::NotFound),
    }
}

/// A question is added or changed.
pub async fn write(form: QuestionForm) -> Result<(), AppError> {
    let question = number(&form.number)?;
    let sent = Sent::open(&form.at).await?;
    let done = sent.events().write_question(&sent.target(), question, &form.question).await;
    let query = match &done {
        Ok(()) => String::new(),
        Err(_) if question.is_none() => format!("&question={NEW}"),
        Err(_) => format!("&question={}", form.number),
    };
    sent.answer(ID, form, done, &query).await
}

/// A question is moved, taken away, asked again, or asked of those who have registered.
pub async fn change(form: QuestionForm) -> Result<(), AppError> {
    let question = number(&form.number)?.ok_or(AppError::NotFound)?;
    let change = QuestionChange::ALL.into_iter().find(|one| one.code() == form.change);
    let change = change.ok_or(AppError::Unreadable)?;
    let sent = Sent::open(&form.at).await?;
    let done = sent.events().change_question(&sent.target(), question, change).await;
    // Nothing was typed: the page shows what stands there.
    sent.answer(ID, None::<QuestionForm>, done, "").await
}

/// The section.
pub async fn section(edit: Arc<Edit>) -> AnyView {
    let texts = texts();
    let back: Back<QuestionForm> = edit.returned(ID).await;
    let questions = edit.edited.written.questions.clone();
    let chosen = questions.iter().find(|one| one.number.to_string() == edit.question).cloned();
    let is_new = edit.question == NEW;
    let (asked, retired): (Vec<_>, Vec<_>) =
        questions.into_iter().partition(|question| !question.retired);
    let can_add = !is_new && asked.len() < MAX_QUESTIONS;
    let add = can_add.then(|| {
        view! {
            <p>
                <a
                    class="button second"
                    href=format!("{}?question={NEW}#question-form", context::path())
                >
                    {texts.get("question-add")}
                </a>
            </p>
        }
    });
    let form = is_new || chosen.is_some();
    let is_of_list = back.values.is_none();
    let problems = (!form && is_of_list && !back.invalid.is_empty())
        .then(|| view! { <Mistakes invalid=back.invalid.clone() present=Vec::new() /> });
    let form =
        form.then(|| view! { <Writing edit=Arc::clone(&edit) back chosen asked=asked.clone() /> });
    let saved = edit.was_saved(ID);
    view! {
        <SectionFrame id=ID saved>
            <p>{texts.get("editor-questions-text")}</p>
            {problems}
            <List questions=asked edit=Arc::clone(&edit) />
            <Retired questions=retired at=edit.at() />
            {add}
            {form}
        </SectionFrame>
    }
    .into_any()
}

/// The questions that are asked, in their order.
#[component]
fn List(questions: Vec<Question>, edit: Arc<Edit>) -> impl IntoView {
    let texts = texts();
    let last = questions.len();
    let to_tell = edit.to_tell(None);
    let row = |(index, question): (usize, &Question)| {
        let is_current = question.number.to_string() == edit.question;
        let href = format!("{}?question={}#question-form", context::path(), question.number);
        let label = question.label(language()).to_owned();
        let words = [("question", label.clone().into())];
        let aria = texts.plain("question-change-label", &words);
        let moves = [(index > 0, QuestionChange::Up), (index + 1 < last, QuestionChange::Down)];
        // What depends on another answer is asked along with it.
        let can_request = to_tell > 0 && question.condition.is_none();
        let changes = moves
            .into_iter()
            .chain([(true, QuestionChange::Remove), (can_request, QuestionChange::Request)]);
        let number = question.number;
        let button = |change: QuestionChange| {
            view! { <Change at=edit.at() number label=label.clone() change to_tell /> }
        };
        let buttons = changes.filter(|(is_there, _)| *is_there).map(|(_, change)| button(change));
        view! {
            <li>
                <div>
                    <h3>
                        <bdi>{label.clone()}</bdi>
                    </h3>
                    <p class="quiet">{facts(question, &questions)}</p>
                </div>
                <div class="actions">
                    <a
                        class="button second"
                        href=href
                        aria-label=aria
                        aria-current=is_current.then_some("true")
                    >
                        {texts.get("editor-date-change")}
                    </a>
                    {buttons.collect_view()}
                </div>
            </li>
        }
    };
    let rows = questions.iter().enumerate().map(row).collect_view();
    view! { <ol class="own-events questions-list">{rows}</ol> }
}

/// What a question is, in a line.
fn facts(question: &Question, questions: &[Question]) -> String {
    let texts = texts();
    let mut facts = vec![
        texts.get(&format!("question-kind-{}", question.kind.code())),
        texts.get(&format!("question-of-{}", question.of.code())),
    ];
    facts.extend(question.ticket.map(|kind| texts.get(&format!("ticket-{}", kind.code()))));
    let flags = [
        (question.required, "question-required"),
        (question.sensitive, "question-sensitive"),
        (question.requested, "question-requested"),
    ];
    facts.extend(flags.iter().filter(|(is_so, _)| *is_so).map(|(_, key)| texts.get(key)));
    let earlier = question.condition.and_then(|on| {
        let earlier = questions.iter().find(|one| one.number == on.question)?;
        let words = [
            ("answer", option_words(earlier, on.option, language()).into()),
            ("question", earlier.label(language()).into()),
        ];
        Some(texts.with("question-only-if", &words))
    });
    facts.extend(earlier);
    facts.join(" · ")
}

/// A button that does one thing to a question; what cannot be taken back is asked once more.
#[component]
fn Change(
    at: At,
    number: u16,
    label: String,
    change: QuestionChange,
    to_tell: i64,
) -> impl IntoView {
    let texts = texts();
    let code = change.code();
    let words = [("question", label.into())];
    let aria = texts.plain(&format!("question-{code}-label"), &words);
    let button = texts.get(&format!("question-{code}"));
    let hidden = view! {
        <ForEvent at />
        <input type="hidden" name="form[number]" value=number.to_string() />
        <input type="hidden" name="form[change]" value=code />
    };
    let text = match change {
        QuestionChange::Remove => Some(texts.get("question-remove-text")),
        QuestionChange::Request => {
            Some(texts.with("question-request-text", &[("count", to_tell.into())]))
        }
        _ => None,
    };
    match text {
        None => view! {
            <form method="post" action="/api/event-question-change">
                {hidden}
                <button class="button second" type="submit" aria-label=aria>
                    {button}
                </button>
            </form>
        }
        .into_any(),
        Some(text) => view! {
            <details class="confirm">
                <summary class="button second" aria-label=aria>
                    {button.clone()}
                </summary>
                <form method="post" action="/api/event-question-change">
                    {hidden} <p>{text}</p>
                    <button class="button back" type="submit">
                        {button}
                    </button>
                </form>
            </details>
        }
        .into_any(),
    }
}

/// What was answered and is asked no more.
#[component]
fn Retired(questions: Vec<Question>, at: At) -> impl IntoView {
    let texts = texts();
    let row = |question: &Question| {
        let label = question.label(language()).to_owned();
        let (number, change) = (question.number, QuestionChange::Restore);
        view! {
            <li>
                <div>
                    <b>
                        <bdi>{label.clone()}</bdi>
                    </b>
                </div>
                <Change at=at.clone() number label change to_tell=0 />
            </li>
        }
    };
    (!questions.is_empty()).then(|| {
        view! {
            <details>
                <summary>{texts.get("question-retired-title")}</summary>
                <ul class="own-events">{questions.iter().map(row).collect_view()}</ul>
            </details>
        }
    })
}

/// The form of one question.
#[component]
fn Writing(
    edit: Arc<Edit>,
    back: Back<QuestionForm>,
    chosen: Option<Question>,
    asked: Vec<Question>,
) -> impl IntoView {
    let texts = texts();
    let at = back.at(&edit, |form| &form.at);
    let invalid: Vec<Invalid> = back.invalid.clone();
    let now = chosen.as_ref().map(QuestionDraft::of);
    let typed = back.values.map(|form| form.question).or(now.clone()).unwrap_or_default();
    let now = now.unwrap_or_default();
    let label = |draft: &QuestionDraft| {
        let labels: Vec<&str> = draft.texts.values().map(|text| text.label.as_str()).collect();
        labels.join(" / ")
    };
    let present = vec![("question-label", label(&typed), label(&now))];
    let number = chosen.as_ref().map(|question| question.number.to_string()).unwrap_or_default();
    let title = if chosen.is_some() { "question-change-title" } else { "question-add" };
    let tickets = edit.edited.written.tickets.iter().map(|(kind, _)| *kind).collect();
    let before = asked.into_iter().take_while(|one| one.number.to_string() != number).collect();
    let wrong = invalid.clone();
    view! {
        <div id="question-form" tabindex="-1">
            <h3>{texts.get(title)}</h3>
            <Mistakes invalid present />
            <form class="form" method="post" action="/api/event-question" novalidate>
                <ForEvent at />
                <input type="hidden" name="form[number]" value=number />
                <QuestionFields typed invalid=wrong tickets before />
                <SaveButton />
            </form>
        </div>
    }
}
