//! How what is done to registrations stands in the record.

use domain::ids::{OrganisationId, RegistrationId};
use jiff::Timestamp;

use crate::audit::Act;

/// Who registered, and whoever holds their link.
pub(super) use crate::audit::PARTICIPANT;

/// The house itself, when a time runs out or places come free.
pub(super) const HOUSE: &str = "operator";

/// An act on a registration: one for each of its revisions, and none else.
pub(super) fn act<'a>(
    actor: &'a str,
    organisation: OrganisationId,
    id: RegistrationId,
    at: Timestamp,
    action: &'a str,
    detail: String,
) -> Act<'a> {
    Act { organisation, at, actor, action, object_kind: "registration", object: id.0, detail }
}
