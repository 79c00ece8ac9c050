//! What mails say about a registration that does not have its places for good: until when, why, and
//! the link that does something about it.

use domain::ids::{OrganisationId, RegistrationId};
use domain::language::Language;
use domain::registrations::states::{Entry, Told};

use super::Body;
use crate::dates::Dates;
use crate::events::{Occurrence, stored, time};
use crate::registrations::store::{RegistrationRow, waits};
use crate::texts::Texts;
use crate::{Context, Error};

/// Adds to the text of a mail what this state needs.
pub(super) async fn add(
    context: &Context,
    body: &mut Body,
    told: Told,
    (row, date): (&RegistrationRow, &Occurrence),
) -> Result<(), Error> {
    let language: Language = stored(&row.language)?;
    let texts = Texts(language);
    if told.entry() == Entry::None {
        body.attendees_label = texts.get("mail-for-whom");
    }
    let until = row.expires_at.map(time).transpose()?;
    let until = until.map(|until| Dates::of(language).moment(until, &date.when.zone));
    let code = context.secrets.address_code(RegistrationId(row.id));
    let with_code = format!("{}?confirm={}", body.action_url, code.as_str());
    match told {
        Told::ConfirmAddress => {
            body.facts.extend(until.map(|until| (texts.get("mail-held-until"), until)));
            body.action = texts.get("mail-confirm-address");
            body.action_note = texts.get("mail-confirm-address-note");
            body.action_url = with_code;
            body.reason = texts.get("mail-confirm-address-reason");
        }
        Told::Offered => {
            body.facts.extend(until.map(|until| (texts.get("mail-offer-until"), until)));
            body.action = texts.get("mail-offer");
            body.action_note = texts.get("mail-offer-note");
            body.action_url = with_code;
        }
        Told::Waitlisted => {
            let (organisation, id) = (OrganisationId(row.organisation_id), RegistrationId(row.id));
            let positions = waits::positions(&context.db, organisation, id).await?;
            let own = positions.iter().find(|one| one.starts_local == row.starts_local);
            let place = own.map(|own| own.position.to_string());
            body.facts.extend(place.map(|place| (texts.get("mail-position"), place)));
        }
        Told::Declined => {
            let reason = row.reason.clone();
            body.facts.extend(reason.map(|reason| (texts.get("mail-declined-reason"), reason)));
        }
        _ => {}
    }
    Ok(())
}
