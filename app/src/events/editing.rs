//! Writing events: what the forms of the editor post to, a function for each.
//!
//! Every form comes back to its section (303): with what was saved, or with what was typed and what
//! is wrong. The page is a list of sections; each has a file of its own.

#[cfg(feature = "ssr")]
mod dates_section;
#[cfg(feature = "ssr")]
pub mod edit_page;
#[cfg(feature = "ssr")]
mod facts_section;
#[cfg(feature = "ssr")]
pub mod fields;
#[cfg(feature = "ssr")]
pub mod history_page;
#[cfg(feature = "ssr")]
pub mod new_page;
#[cfg(feature = "ssr")]
mod picture_section;
#[cfg(feature = "ssr")]
mod place_section;
#[cfg(feature = "ssr")]
mod publication_section;
#[cfg(feature = "ssr")]
mod question_fields;
#[cfg(feature = "ssr")]
mod questions_section;
#[cfg(feature = "ssr")]
mod rules_section;
#[cfg(feature = "ssr")]
mod texts_section;
#[cfg(feature = "ssr")]
mod tickets_section;

use domain::events::drafts::{
    DateDraft, FactsDraft, PlaceDraft, PlanDraft, RulesDraft, StartDraft, TextDraft, TicketsDraft,
};
use domain::pictures::PictureDraft;
use domain::questions::drafts::QuestionDraft;
use leptos::prelude::*;
use leptos::server_fn::codec::{MultipartData, MultipartFormData};
use serde::{Deserialize, Serialize};

use crate::error::AppError;

/// Makes a draft.
///
/// # Errors
/// See [`AppError`]; what is wrong in the form leads back to it.
#[server(endpoint = "event")]
pub async fn start_event(form: StartForm) -> Result<(), AppError> {
    new_page::start(form).await
}

/// Writes what an event says in one language.
///
/// # Errors
/// See [`AppError`]; what is wrong in the form leads back to it.
#[server(endpoint = "event-text")]
pub async fn write_text(form: TextForm) -> Result<(), AppError> {
    texts_section::write(form).await
}

/// Takes away what an event says in one language.
///
/// # Errors
/// See [`AppError`]; what stands in the way leads back to the form.
#[server(endpoint = "event-text-end")]
pub async fn remove_text(form: TextForm) -> Result<(), AppError> {
    texts_section::remove(form).await
}

/// Writes what an event is, where, and for whom.
///
/// # Errors
/// See [`AppError`]; what is wrong in the form leads back to it.
#[server(endpoint = "event-facts")]
pub async fn write_facts(form: FactsForm) -> Result<(), AppError> {
    facts_section::write(form).await
}

/// Writes how people come together, and what is known of the place.
///
/// # Errors
/// See [`AppError`]; what is wrong in the form leads back to it.
#[server(endpoint = "event-place")]
pub async fn write_place(form: PlaceForm) -> Result<(), AppError> {
    place_section::write(form).await
}

/// Adds a date, or changes one.
///
/// # Errors
/// See [`AppError`]; what is wrong in the form leads back to it.
#[server(endpoint = "event-date")]
pub async fn write_date(form: DateForm) -> Result<(), AppError> {
    dates_section::write(form).await
}

/// Cancels a date, takes that back, or deletes it.
///
/// # Errors
/// See [`AppError`]; what stands in the way leads back to the form.
#[server(endpoint = "event-date-state")]
pub async fn change_date(form: DateForm) -> Result<(), AppError> {
    dates_section::change(form).await
}

/// Writes in which capacities one comes.
///
/// # Errors
/// See [`AppError`]; what is wrong in the form leads back to it.
#[server(endpoint = "event-tickets")]
pub async fn write_tickets(form: TicketsForm) -> Result<(), AppError> {
    tickets_section::write(form).await
}

/// Writes from when until when one can register, and give back.
///
/// # Errors
/// See [`AppError`]; what is wrong in the form leads back to it.
#[server(endpoint = "event-rules")]
pub async fn write_rules(form: RulesForm) -> Result<(), AppError> {
    rules_section::write(form).await
}

/// Adds a question, or changes one.
///
/// # Errors
/// See [`AppError`]; what is wrong in the form leads back to it.
#[server(endpoint = "event-question")]
pub async fn write_question(form: QuestionForm) -> Result<(), AppError> {
    questions_section::write(form).await
}

/// Moves a question, takes it away, asks it again, or asks those who have registered.
///
/// # Errors
/// See [`AppError`]; what stands in the way leads back to the form.
#[server(endpoint = "event-question-change")]
pub async fn change_question(form: QuestionForm) -> Result<(), AppError> {
    questions_section::change(form).await
}

/// Gives an event a picture, or says something else about the one that it has. The form brings a
/// file, so it is read by hand.
///
/// # Errors
/// See [`AppError`]; what is wrong in the form leads back to it.
#[server(endpoint = "event-picture", input = MultipartFormData)]
pub async fn write_picture(form: MultipartData) -> Result<(), AppError> {
    picture_section::write(form).await
}

/// Takes the picture of an event away.
///
/// # Errors
/// See [`AppError`]; what stands in the way leads back to the form.
#[server(endpoint = "event-picture-end")]
pub async fn remove_picture(form: PictureEndForm) -> Result<(), AppError> {
    picture_section::remove(form).await
}

/// Publishes, postpones or cancels an event, or makes it a draft again.
///
/// # Errors
/// See [`AppError`]; what stands in the way leads back to the form.
#[server(endpoint = "event-status")]
pub async fn set_status(form: StatusForm) -> Result<(), AppError> {
    publication_section::set(form).await
}

/// Plans to publish a draft.
///
/// # Errors
/// See [`AppError`]; what is wrong in the form leads back to it.
#[server(endpoint = "event-plan")]
pub async fn plan(form: PlanForm) -> Result<(), AppError> {
    publication_section::plan(form).await
}

/// Takes such a plan back.
///
/// # Errors
/// See [`AppError`]; what stands in the way leads back to the form.
#[server(endpoint = "event-plan-end")]
pub async fn withdraw_plan(form: PlanForm) -> Result<(), AppError> {
    publication_section::withdraw(form).await
}

/// Puts an event into lists or takes it out of them, makes a draft a template or a draft again.
///
/// # Errors
/// See [`AppError`]; what stands in the way leads back to the form.
#[server(endpoint = "event-mark")]
pub async fn mark_event(form: MarkForm) -> Result<(), AppError> {
    publication_section::mark(form).await
}

/// Which event a form is about, and from which of its versions it was made.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct At {
    /// The language of the page.
    pub language: String,
    /// The slug of the organisation.
    pub organisation: String,
    /// The slug of the event.
    pub event: String,
    /// The version.
    pub version: i64,
    /// Not empty where those who registered are not to be written to.
    pub quiet: String,
}

/// A new event.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct StartForm {
    /// The language of the page.
    pub language: String,
    /// The slug of the organisation.
    pub organisation: String,
    /// What was typed.
    pub event: StartDraft,
}

/// What an event says in one language.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct TextForm {
    /// Which event.
    pub at: At,
    /// The code of the language of the text.
    pub written_in: String,
    /// What was typed.
    pub text: TextDraft,
}

/// What an event is, where, and for whom.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct FactsForm {
    /// Which event.
    pub at: At,
    /// What was typed.
    pub facts: FactsDraft,
}

/// How people come together, and what is known of the place.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct PlaceForm {
    /// Which event.
    pub at: At,
    /// What was typed.
    pub place: PlaceDraft,
}

/// A date.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct DateForm {
    /// Which event.
    pub at: At,
    /// The id of the date; empty for a new one.
    pub date: String,
    /// What was typed.
    pub when: DateDraft,
    /// What becomes of the date as a whole.
    pub change: String,
}

/// In which capacities one comes.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct TicketsForm {
    /// Which event.
    pub at: At,
    /// What was typed.
    pub tickets: TicketsDraft,
}

/// From when until when one can register, and give back.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct RulesForm {
    /// Which event.
    pub at: At,
    /// What was typed.
    pub rules: RulesDraft,
}

/// A question.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct QuestionForm {
    /// Which event.
    pub at: At,
    /// The number of the question; empty for a new one.
    pub number: String,
    /// What was typed.
    pub question: QuestionDraft,
    /// What becomes of the question as a whole.
    pub change: String,
}

/// What is said about a picture.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct PictureForm {
    /// Which event.
    pub at: At,
    /// What was typed.
    pub picture: PictureDraft,
}

/// The picture of which event is taken away.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct PictureEndForm {
    /// Which event.
    pub at: At,
}

/// The state that an event is to have.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct StatusForm {
    /// Which event.
    pub at: At,
    /// The code of the state.
    pub status: String,
}

/// When a draft is to be published.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct PlanForm {
    /// Which event.
    pub at: At,
    /// What was typed.
    pub plan: PlanDraft,
}

/// Where an event is shown, or what it is kept for.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct MarkForm {
    /// Which event.
    pub at: At,
    /// `list`, `unlist`, `template` or `no-template`.
    pub mark: String,
}
