//! What becomes of the forms for many.

use domain::accounts::Action;
use domain::invalid::Invalid;
use domain::registrations::bulk::BulkKind;
use services::Error;
use services::registrations::bulk::{Bulk, Choice};
use services::registrations::check_in::Who;
use services::registrations::tags::Tagging;
use uuid::Uuid;

use super::{BulkForm, ListForm};
use crate::attendance::asked;
use crate::attendance::forms::{Sent, sent};
use crate::attendance::rows::CHOSEN;
use crate::context;
use crate::error::AppError;
use crate::returned;

/// What a returned form is called.
pub(super) const FORM: &str = "bulk";

/// Those who were ticked are chosen, or everyone.
pub(super) async fn choose(form: ListForm) -> Result<(), AppError> {
    let action = Action::ChangeRegistrations;
    let sent = sent(&form.language, &form.organisation, &form.event, action).await?;
    let query = asked::kept(&form.query);
    let choice = if form.all.is_empty() {
        Choice::These(
            form.chosen.keys().filter_map(|name| Who::parse(name.strip_prefix(CHOSEN)?)).collect(),
        )
    } else {
        Choice::Found(asked::filter_of(query))
    };
    let services = context::services();
    let registrations = &services.registrations;
    match registrations.choose(&sent.me.actor, &sent.event, &choice).await {
        Ok(id) => context::see_other(&format!("{}/bulk/{id}", sent.list)),
        Err(Error::Invalid(_)) => {
            let and = if query.is_empty() { '?' } else { '&' };
            context::see_other(&format!("{}{query}{and}form=nobody#problems", sent.list));
        }
        Err(error) => return Err(error.into()),
    }
    Ok(())
}

/// What was decided is done.
pub(super) async fn act(form: BulkForm) -> Result<(), AppError> {
    let (sent, id, page) = opened(&form).await?;
    let bulk = match form.act.parse::<BulkKind>().map_err(|_| AppError::Unreadable)? {
        BulkKind::Tag => Bulk::Tag(form.tag.clone(), Tagging::On),
        BulkKind::Untag => Bulk::Tag(form.tag.clone(), Tagging::Off),
        BulkKind::Cancel => Bulk::Cancel,
        BulkKind::Move => Bulk::Move(form.date.parse().ok()),
        BulkKind::Write => Bulk::Write,
    };
    let services = context::services();
    let registrations = &services.registrations;
    let done = registrations.do_bulk(&sent.me.actor, &sent.event, id, &bulk).await;
    answer(form, done, &page, "").await
}

/// A letter is written; it is shown before it is sent.
pub(super) async fn write_letter(form: BulkForm) -> Result<(), AppError> {
    let (sent, id, page) = opened(&form).await?;
    let services = context::services();
    let registrations = &services.registrations;
    let letter = (form.subject.as_str(), form.text.as_str());
    let done = registrations.write_letter(&sent.me.actor, &sent.event, id, letter).await;
    answer(form, done, &page, "#preview").await
}

/// What was done is undone.
pub(super) async fn undo(form: BulkForm) -> Result<(), AppError> {
    let (sent, id, page) = opened(&form).await?;
    let services = context::services();
    let registrations = &services.registrations;
    let done = registrations.undo_bulk(&sent.me.actor, &sent.event, id).await;
    answer(form, done, &page, "").await
}

/// Who sent it, which choice it is about, and its page.
async fn opened(form: &BulkForm) -> Result<(Sent, Uuid, String), AppError> {
    let action = Action::ChangeRegistrations;
    let sent = sent(&form.language, &form.organisation, &form.event, action).await?;
    let id: Uuid = form.bulk.parse().map_err(|_| AppError::NotFound)?;
    let page = format!("{}/bulk/{id}", sent.list);
    Ok((sent, id, page))
}

/// Back to the page, with what stands in the way if something does.
async fn answer(
    form: BulkForm,
    done: Result<(), Error>,
    page: &str,
    place: &str,
) -> Result<(), AppError> {
    match done {
        Ok(()) => {
            returned::forget();
            context::see_other(&format!("{page}{place}"));
            Ok(())
        }
        Err(Error::Invalid(invalid)) => send_back(form, invalid, page).await,
        Err(error) => Err(error.into()),
    }
}

async fn send_back(form: BulkForm, invalid: Vec<Invalid>, page: &str) -> Result<(), AppError> {
    returned::keep(FORM, form, invalid).await?;
    context::see_other(&format!("{page}?form=returned#problems"));
    Ok(())
}
