//! The fields of one question: what is asked, of whom, and what it says in every language.

use domain::events::TicketKind;
use domain::invalid::{Field, Invalid};
use domain::language::Language;
use domain::questions::drafts::{QuestionDraft, QuestionTextDraft};
use domain::questions::{AskedOf, MAX_OPTIONS, NO, Question, QuestionField, QuestionKind, YES};
use leptos::prelude::*;

use crate::context::{language, texts};
use crate::ui::form::{Choice, Kind, TextArea, TextField, error};
use crate::ui::question::option_words;

/// How many empty lines for options there are after those that are filled.
const MORE: u16 = 3;

/// The fields.
#[component]
pub fn QuestionFields(
    /// What was typed.
    typed: QuestionDraft,
    /// What is wrong with it.
    invalid: Vec<Invalid>,
    /// The ticket types that the event offers.
    tickets: Vec<TicketKind>,
    /// The questions that it can depend on.
    before: Vec<Question>,
) -> impl IntoView {
    let rows = options(&typed);
    let one = |language: &Language| {
        let draft = typed.texts.get(language.code()).cloned().unwrap_or_default();
        view! { <InLanguage in_language=*language draft invalid=invalid.clone() rows /> }
    };
    let languages = Language::ALL.iter().map(one).collect_view();
    view! {
        <What typed=typed.clone() invalid=invalid.clone() tickets before />
        {languages}
        <Places typed=typed.clone() invalid rows />
    }
}

/// How many lines for options there are.
fn options(typed: &QuestionDraft) -> u16 {
    let of_text = |text: &QuestionTextDraft| {
        let filled = text.options.iter().filter(|(_, label)| !label.trim().is_empty());
        filled.filter_map(|(key, _)| key.strip_prefix('o')?.parse::<u16>().ok()).max()
    };
    let last = typed.texts.values().filter_map(of_text).max().unwrap_or(0);
    (last.max(1) + MORE).min(MAX_OPTIONS)
}

/// What sort of answer is asked for, of whom, and when.
#[component]
fn What(
    typed: QuestionDraft,
    invalid: Vec<Invalid>,
    tickets: Vec<TicketKind>,
    before: Vec<Question>,
) -> impl IntoView {
    let texts = texts();
    let choose = || (String::new(), texts.get("editor-choose"));
    let kind = |kind: &QuestionKind| {
        (kind.code().to_owned(), texts.get(&format!("question-kind-{}", kind.code())))
    };
    let of =
        |of: &AskedOf| (of.code().to_owned(), texts.get(&format!("question-of-{}", of.code())));
    let ticket =
        |kind: TicketKind| (kind.code().to_owned(), texts.get(&format!("ticket-{}", kind.code())));
    let kinds = std::iter::once(choose()).chain(QuestionKind::ALL.iter().map(kind)).collect();
    let any_ticket = (String::new(), texts.get("question-ticket-any"));
    let tickets = std::iter::once(any_ticket).chain(tickets.into_iter().map(ticket)).collect();
    let always = (String::new(), texts.get("question-condition-none"));
    let conditions =
        std::iter::once(always).chain(before.iter().flat_map(conditions)).collect::<Vec<_>>();
    let can_depend = conditions.len() > 1;
    let sensitive_error = error(&invalid, Field::Question(QuestionField::Sensitive));
    let sensitive_error = sensitive_error.map(|error| view! { <span class="error">{error}</span> });
    let depends = can_depend.then(|| {
        view! {
            <Choice
                field=Field::Question(QuestionField::Condition)
                name="form[question][condition]"
                label="question-condition"
                options=conditions
                value=typed.condition.clone()
                invalid=invalid.clone()
            />
        }
    });
    view! {
        <div class="pair">
            <Choice
                field=Field::Question(QuestionField::Kind)
                name="form[question][kind]"
                label="question-kind"
                options=kinds
                value=typed.kind
                invalid=invalid.clone()
            />
            <Choice
                field=Field::Question(QuestionField::Of)
                name="form[question][of]"
                label="question-of"
                options=AskedOf::ALL.iter().map(of).collect()
                value=typed.of
                invalid=invalid.clone()
            />
            <Choice
                field=Field::Question(QuestionField::Ticket)
                name="form[question][ticket]"
                label="question-ticket"
                options=tickets
                value=typed.ticket
                invalid=invalid.clone()
            />
            {depends}
        </div>
        <label class="check">
            <input
                type="checkbox"
                name="form[question][required]"
                value="on"
                checked=!typed.required.is_empty()
            />
            {texts.get("question-required-label")}
        </label>
        <div id=QuestionField::Sensitive.to_string()>
            {sensitive_error}
            <label class="check">
                <input
                    type="checkbox"
                    name="form[question][sensitive]"
                    value="on"
                    checked=!typed.sensitive.is_empty()
                />
                {texts.get("question-sensitive-label")}
            </label>
        </div>
    }
}

/// The answers of a question that another can depend on.
fn conditions(question: &Question) -> Vec<(String, String)> {
    if !question.kind.opens_others() {
        return Vec::new();
    }
    let numbers: Vec<u16> = match question.kind {
        QuestionKind::YesNo => vec![YES, NO],
        QuestionKind::Consent => vec![YES],
        _ => question.offered().map(|option| option.number).collect(),
    };
    let label = question.label(language());
    let condition = |option: u16| {
        let words = [
            ("answer", option_words(question, option, language()).into()),
            ("question", label.into()),
        ];
        let words = texts().plain("question-condition-of", &words);
        (format!("{}-{option}", question.number), words)
    };
    numbers.into_iter().map(condition).collect()
}

/// What a question says in one language.
#[component]
fn InLanguage(
    in_language: Language,
    draft: QuestionTextDraft,
    invalid: Vec<Invalid>,
    rows: u16,
) -> impl IntoView {
    let texts = texts();
    let code = in_language.code();
    let is_wrong = invalid.iter().any(|one| match one.field {
        Field::Question(
            QuestionField::Label(of)
            | QuestionField::Hint(of)
            | QuestionField::Consent(of)
            | QuestionField::OptionLabel(_, of),
        ) => of == in_language,
        _ => false,
    });
    let is_open = is_wrong || !draft.label.is_empty() || in_language == language();
    let name = move |part: &str| format!("form[question][texts][{code}][{part}]");
    let wrong = invalid.clone();
    let option = move |number: u16| {
        let key = format!("o{number}");
        let value = draft.options.get(&key).cloned().unwrap_or_default();
        view! {
            <TextField
                field=Field::Question(QuestionField::OptionLabel(number, in_language))
                name=name(&format!("options][{key}"))
                label="question-option"
                of=number.to_string()
                value
                invalid=wrong.clone()
                max=QuestionDraft::LABEL
                optional=true
            />
        }
    };
    let options = (1..=rows).map(option).collect_view();
    view! {
        <details class="question-language" open=is_open>
            <summary lang=code>{in_language.native_name()}</summary>
            <div class="form">
                <TextField
                    field=Field::Question(QuestionField::Label(in_language))
                    name=name("label")
                    label="question-label"
                    value=draft.label.clone()
                    invalid=invalid.clone()
                    max=QuestionDraft::LABEL
                    optional=true
                />
                <TextField
                    field=Field::Question(QuestionField::Hint(in_language))
                    name=name("hint")
                    label="question-hint"
                    value=draft.hint.clone()
                    invalid=invalid.clone()
                    max=QuestionDraft::HINT
                    optional=true
                />
                <TextArea
                    field=Field::Question(QuestionField::Consent(in_language))
                    name=name("consent")
                    label="question-consent"
                    value=draft.consent.clone()
                    invalid
                    rows=3
                />
                <fieldset class="question-options">
                    <legend class="label">{texts.get("question-options")}</legend>
                    {options}
                </fieldset>
            </div>
        </details>
    }
}

/// How many may choose each option on a date.
#[component]
fn Places(typed: QuestionDraft, invalid: Vec<Invalid>, rows: u16) -> impl IntoView {
    let texts = texts();
    let options_error = error(&invalid, Field::Question(QuestionField::Options));
    let is_wrong = options_error.is_some()
        || invalid
            .iter()
            .any(|one| matches!(one.field, Field::Question(QuestionField::OptionPlaces(_))));
    let is_open = is_wrong || typed.places.values().any(|places| !places.is_empty());
    let options_error = options_error.map(|error| view! { <span class="error">{error}</span> });
    let places = |number: u16| {
        let key = format!("o{number}");
        let label = typed.texts.values().find_map(|text| text.options.get(&key)).cloned();
        let label = label.filter(|label| !label.is_empty()).unwrap_or_else(|| number.to_string());
        view! {
            <TextField
                field=Field::Question(QuestionField::OptionPlaces(number))
                name=format!("form[question][places][{key}]")
                label="question-option-places"
                of=label
                value=typed.places.get(&key).cloned().unwrap_or_default()
                invalid=invalid.clone()
                kind=Kind::Number
                max=6
                optional=true
            />
        }
    };
    let fields = (1..=rows).map(places).collect_view();
    view! {
        <div id=QuestionField::Options.to_string()>
            {options_error}
            <details open=is_open>
                <summary>{texts.get("question-places")}</summary>
                <p class="hint">{texts.get("question-places-text")}</p>
                <div class="pair">{fields}</div>
            </details>
        </div>
    }
}
