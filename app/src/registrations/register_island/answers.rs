//! The questions of the form, which the server wrote into it: for a person who is added their part is
//! copied from a template, and what is answered is read from the page when the form is sent.

use domain::invalid::{Code, Field, Invalid};
use domain::questions::answers::AnswersDraft;
use leptos::prelude::*;
use web_sys::wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement, HtmlTemplateElement};

use super::super::form::INDEX;
use super::state::State;

/// The questions for a person who was added. What is copied is markup of the server's own, in which
/// nothing but the number of the person changes.
pub(super) fn add(id: usize) {
    let template = element("attendee-questions");
    let template = template.and_then(|one| one.dyn_into::<HtmlTemplateElement>().ok());
    let set = template.and_then(|template| template.content().first_element_child());
    if let (Some(set), Some(questions)) = (set, element("questions")) {
        let set = set.outer_html().replace(INDEX, &id.to_string());
        let _ = questions.insert_adjacent_html("beforeend", &set);
    }
}

/// Takes the questions of a person away.
pub(super) fn remove(id: usize) {
    if let Some(set) = element(&format!("attendee-{id}-answers")) {
        set.remove();
    }
}

/// Numbers the parts of all people as their names are numbered.
pub(super) fn number(state: State) {
    state.people.with_untracked(|people| {
        for (index, person) in people.iter().enumerate() {
            if let Some(legend) = element(&format!("attendee-{}-answers-legend", person.id)) {
                state.texts.with_value(|texts| {
                    legend.set_text_content(texts.people.get(index).map(String::as_str));
                });
            }
        }
    });
}

/// Shows the questions for the ticket type that somebody comes with.
pub(super) fn show_for(id: usize) {
    let ticket = value(&Field::AttendeeTicket(id).to_string());
    if let Some(set) = element(&format!("attendee-{id}-answers")) {
        let _ = set.set_attribute("data-ticket", &ticket);
    }
}

/// What was answered, by the places that people have in the form.
pub(super) fn typed(state: State) -> AnswersDraft {
    let mut answers = AnswersDraft::default();
    for field in all("[name^=\"form[answers]\"]") {
        let name = field.get_attribute("name").unwrap_or_default();
        let name = name.trim_start_matches("form[answers][").trim_end_matches(']');
        let Some(value) = value_of(&field).filter(|value| !value.is_empty()) else { continue };
        let name = match name.strip_prefix('a').and_then(|rest| rest.split_once('q')) {
            Some((id, rest)) => {
                format!("a{}q{rest}", id.parse().map_or(0, |id| state.index(id)))
            }
            None => name.to_owned(),
        };
        answers.0.insert(name, value);
    }
    answers
}

/// Tells at the answers what is wrong with them. Something that is not on this page was asked after
/// it was loaded: then it has to be loaded again.
pub(super) fn mark(state: State) {
    for wrong in all(".question[data-wrong]") {
        let _ = wrong.remove_attribute("data-wrong");
        if let Ok(Some(error)) = wrong.query_selector(".error") {
            let _ = error.set_attribute("hidden", "");
        }
    }
    let invalid = state.invalid.get_untracked();
    for Invalid { field, code } in invalid {
        let Field::Answer(_) = field else { continue };
        let id = super::target(state, field);
        let Some(error) = element(&format!("{id}-error")) else {
            state.invalid.set(vec![Invalid::new(Field::Form, Code::Unreadable)]);
            return;
        };
        error.set_text_content(Some(&state.text(code.key())));
        let _ = error.remove_attribute("hidden");
        if let Ok(Some(question)) = error.closest(".question") {
            let _ = question.set_attribute("data-wrong", "true");
        }
    }
}

fn element(id: &str) -> Option<Element> {
    document().get_element_by_id(id)
}

fn all(selector: &str) -> Vec<Element> {
    let Ok(found) = document().query_selector_all(selector) else { return Vec::new() };
    (0..found.length()).filter_map(|at| found.item(at)?.dyn_into().ok()).collect()
}

/// What stands in the field of this id; nothing if there is none.
pub(super) fn value(id: &str) -> String {
    element(id).and_then(|field| value_of(&field)).unwrap_or_default()
}

/// What a field sends; none if its box is not ticked.
fn value_of(field: &Element) -> Option<String> {
    if let Some(input) = field.dyn_ref::<HtmlInputElement>() {
        let is_box = matches!(input.type_().as_str(), "checkbox" | "radio");
        return (!is_box || input.checked()).then(|| input.value());
    }
    if let Some(select) = field.dyn_ref::<web_sys::HtmlSelectElement>() {
        return Some(select.value());
    }
    field.dyn_ref::<web_sys::HtmlTextAreaElement>().map(|area| area.value())
}
