//! What becomes of the form that adds a file.

use domain::accounts::Action;
use services::Error;
use services::registrations::import::columns::{Column, Places};
use uuid::Uuid;

use super::ImportForm;
use crate::attendance::forms::sent;
use crate::context;
use crate::error::AppError;
use crate::returned;

/// What a returned form is called.
pub(super) const FORM: &str = "import";

/// Who is new in a file is added.
pub(super) async fn import(form: ImportForm) -> Result<(), AppError> {
    let action = Action::ChangeRegistrations;
    let sent = sent(&form.language, &form.organisation, &form.event, action).await?;
    let id: Uuid = form.file.parse().map_err(|_| AppError::NotFound)?;
    let places = Some(places(|column| form.columns.get(column.code()).cloned()));
    let (language, mail) = (context::language_of(&form.language), !form.mail.is_empty());
    let services = context::services();
    let registrations = &services.registrations;
    let (me, event) = (&sent.me.actor, &sent.event);
    match registrations.import(me, event, id, (places, mail), language).await {
        Ok(count) => {
            returned::forget();
            context::see_other(&format!("{}?imported={count}#done", sent.list));
            Ok(())
        }
        Err(Error::Invalid(invalid)) => {
            let columns: String =
                form.columns.iter().filter_map(|(code, at)| parameter(code, at)).collect();
            let page = format!("{}/import/{id}?form=returned{columns}#problems", sent.list);
            returned::keep(FORM, form, invalid).await?;
            context::see_other(&page);
            Ok(())
        }
        Err(error) => Err(error.into()),
    }
}

/// A column for an address.
fn parameter(code: &str, at: &str) -> Option<String> {
    let (column, at): (Column, usize) = (code.parse().ok()?, at.parse().ok()?);
    Some(format!("&{}={at}", column.code()))
}

/// Where the columns stand, as a form or an address says it.
pub(super) fn places(value: impl Fn(Column) -> Option<String>) -> Places {
    let place = |column| Some((column, value(column)?.parse().ok()?));
    Column::ALL.into_iter().filter_map(place).collect()
}
