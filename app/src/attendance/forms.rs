//! What becomes of the forms: each does one thing and leads back to where it stood.

use domain::accounts::Action;
use domain::invalid::{Field, Invalid};
use domain::language::Language;
use domain::text::fold;
use services::Error;
use services::accounts::SignedIn;
use services::events::own::OwnEvent;
use services::registrations::GiveBack;
use services::registrations::check_in::{CheckedIn, Who};
use services::registrations::tags::Tagging;

use super::{CheckInForm, ListForm, RegistrationForm, asked, columns};
use crate::context;
use crate::error::AppError;
use crate::returned;

/// What a returned note is called.
pub(super) const NOTE: &str = "registration-note";

/// Who sent a form, about which event, and its list.
pub(super) struct Sent {
    pub me: SignedIn,
    pub event: OwnEvent,
    pub list: String,
}

/// Who sent it, if they may do this.
pub(super) async fn sent(
    language: &str,
    organisation: &str,
    event: &str,
    action: Action,
) -> Result<Sent, AppError> {
    let (services, me) = (context::services(), context::signed_in().await?);
    let language = context::language_of(language);
    let event = services.events.own(&me.actor, organisation, event, action, language).await?;
    let list = list(language, &event);
    Ok(Sent { me, event, list })
}

/// The address of the list of an event.
pub(super) fn list(language: Language, event: &OwnEvent) -> String {
    let (organisation, slug) = (&event.organisation.slug, &event.slug);
    format!("/{}/organise/{organisation}/events/{slug}/registrations", language.code())
}

/// Somebody is here.
pub(super) async fn check_in(form: CheckInForm) -> Result<(), AppError> {
    let who = Who::parse(&form.who).ok_or(AppError::NotFound)?;
    let sent = sent(&form.language, &form.organisation, &form.event, Action::CheckIn).await?;
    let services = context::services();
    let again = match services.registrations.check_in(&sent.me.actor, &sent.event, &who).await {
        Ok(done) => done == CheckedIn::Before,
        // The page says how things are.
        Err(Error::Invalid(_)) => false,
        Err(error) => return Err(error.into()),
    };
    back(&sent, &form, &who, again);
    Ok(())
}

/// They are not.
pub(super) async fn undo_check_in(form: CheckInForm) -> Result<(), AppError> {
    let who = Who::parse(&form.who).ok_or(AppError::NotFound)?;
    let sent = sent(&form.language, &form.organisation, &form.event, Action::CheckIn).await?;
    let services = context::services();
    services.registrations.undo_check_in(&sent.me.actor, &sent.event, &who).await?;
    back(&sent, &form, &who, false);
    Ok(())
}

/// To the same part of the list, which says what is true of them now.
fn back(sent: &Sent, form: &CheckInForm, who: &Who, again: bool) {
    let query = asked::kept(&form.query);
    let and = if query.is_empty() { '?' } else { '&' };
    let again = if again { "&again=1" } else { "" };
    context::see_other(&format!("{}{query}{and}who={who}{again}#done", sent.list));
}

async fn sent_about(form: &RegistrationForm) -> Result<(Sent, String), AppError> {
    let action = Action::ChangeRegistrations;
    let sent = sent(&form.language, &form.organisation, &form.event, action).await?;
    let is_code = form.reference.bytes().all(|c| c.is_ascii_alphanumeric() || c == b'-');
    if !is_code {
        return Err(AppError::NotFound);
    }
    let page = format!("{}/{}", sent.list, form.reference);
    Ok((sent, page))
}

/// Places are given back for somebody.
pub(super) async fn give_back(form: RegistrationForm) -> Result<(), AppError> {
    let (sent, page) = sent_about(&form).await?;
    let whose = form.position.map_or(GiveBack::All, GiveBack::One);
    let (services, reference) = (context::services(), &form.reference);
    let registrations = &services.registrations;
    let done = registrations.give_back_for(&sent.me.actor, &sent.event, reference, whose).await;
    answer(form, done, &page, "given-back").await
}

/// A registration is approved.
pub(super) async fn approve(form: RegistrationForm) -> Result<(), AppError> {
    let (sent, page) = sent_about(&form).await?;
    let services = context::services();
    let registrations = &services.registrations;
    let done = registrations.approve(&sent.me.actor, &sent.event, &form.reference).await;
    answer(form, done, &page, "approved").await
}

/// A registration is declined, and why.
pub(super) async fn decline(form: RegistrationForm) -> Result<(), AppError> {
    let (sent, page) = sent_about(&form).await?;
    let (services, reason) = (context::services(), &form.text);
    let registrations = &services.registrations;
    let done = registrations.decline(&sent.me.actor, &sent.event, &form.reference, reason).await;
    answer(form, done, &page, "declined").await
}

/// The ticket is sent again.
pub(super) async fn send_again(form: RegistrationForm) -> Result<(), AppError> {
    let (sent, page) = sent_about(&form).await?;
    let services = context::services();
    let registrations = &services.registrations;
    let done = registrations.send_again(&sent.me.actor, &sent.event, &form.reference).await;
    answer(form, done, &page, "sent").await
}

/// A note is added.
pub(super) async fn add_note(form: RegistrationForm) -> Result<(), AppError> {
    let (sent, page) = sent_about(&form).await?;
    let (services, text) = (context::services(), &form.text);
    let registrations = &services.registrations;
    let done = registrations.add_note(&sent.me.actor, &sent.event, &form.reference, text).await;
    answer(form, done, &page, "noted").await
}

/// A tag is put on, or taken off.
pub(super) async fn tag(form: RegistrationForm, is_on: bool) -> Result<(), AppError> {
    let (sent, page) = sent_about(&form).await?;
    let (services, text) = (context::services(), &form.text);
    let (tagging, moment) =
        if is_on { (Tagging::On, "tagged") } else { (Tagging::Off, "untagged") };
    let registrations = &services.registrations;
    let done = registrations.tag(&sent.me.actor, &sent.event, &form.reference, text, tagging).await;
    answer(form, done, &page, moment).await
}

/// A tag is deleted.
pub(super) async fn delete_tag(form: RegistrationForm) -> Result<(), AppError> {
    let (sent, page) = sent_about(&form).await?;
    let services = context::services();
    let done =
        services.registrations.delete_tag(&sent.me.actor, &sent.event, &fold(&form.text)).await;
    answer(form, done, &page, "tag-deleted").await
}

/// The columns of the list are chosen.
pub(super) async fn choose_columns(form: ListForm) -> Result<(), AppError> {
    let action = Action::SeeNames;
    let sent = sent(&form.language, &form.organisation, &form.event, action).await?;
    columns::keep(&form.columns, !form.usual.is_empty());
    context::see_other(&format!("{}{}#list", sent.list, asked::kept(&form.query)));
    Ok(())
}

/// Back to the registration, with what was done or what stands in the way.
async fn answer(
    form: RegistrationForm,
    done: Result<(), Error>,
    page: &str,
    moment: &str,
) -> Result<(), AppError> {
    match done {
        Ok(()) => {
            returned::forget();
            context::see_other(&format!("{page}?done={moment}#done"));
            Ok(())
        }
        Err(Error::Invalid(invalid)) => send_back(form, invalid, page).await,
        Err(error) => Err(error.into()),
    }
}

async fn send_back(
    form: RegistrationForm,
    invalid: Vec<Invalid>,
    page: &str,
) -> Result<(), AppError> {
    // What is wrong with the registration as a whole has no field to lead to but the page.
    let is_text =
        |invalid: &Invalid| matches!(invalid.field, Field::Note | Field::Tag | Field::Reason);
    let values = if invalid.iter().all(is_text) { form } else { RegistrationForm::default() };
    returned::keep(NOTE, values, invalid).await?;
    context::see_other(&format!("{page}?form=returned#problems"));
    Ok(())
}
