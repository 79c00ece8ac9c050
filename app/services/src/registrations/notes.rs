//! What organisers write down about a registration, for each other. Notes are only ever added.

use domain::accounts::{Action, Actor};
use domain::ids::{OrganisationId, RegistrationId};
use domain::invalid::{Code, Field, Invalid};
use domain::registrations::tags::NOTED;
use domain::text::turns_or_controls;
use jiff::Timestamp;
use uuid::Uuid;

use super::Registrations;
use super::list::may;
use super::store::{notes as store, tags};
use crate::Error;
use crate::audit::{Act, record};
use crate::events::own::OwnEvent;
use crate::events::time;

/// The most characters of a note.
pub const LONGEST_NOTE: usize = 2_000;

/// A note.
#[derive(Debug, Clone)]
pub struct Note {
    /// The address of the one who wrote it.
    pub email: String,
    /// What it says; several lines.
    pub text: String,
    /// When it was written.
    pub at: Timestamp,
}

impl Registrations {
    /// Adds a note to a registration.
    ///
    /// # Errors
    /// `Invalid` if it is empty or too long; `NotFound` if the event has no such registration; else
    /// as `authorize` says.
    pub async fn add_note(
        &self,
        actor: &Actor,
        event: &OwnEvent,
        reference: &str,
        text: &str,
    ) -> Result<(), Error> {
        may(actor, Action::ChangeRegistrations, event)?;
        let row = self.own_row(event, reference).await?;
        let text =
            check(text).map_err(|code| Error::Invalid(vec![Invalid::new(Field::Note, code)]))?;
        let ids = (OrganisationId(row.organisation_id), RegistrationId(row.id));
        let (id, now) = (Uuid::now_v7(), self.context.clock.now());
        let mut tx = self.context.db.begin().await?;
        store::insert(&mut tx, ids, id, actor.account, &text, now.as_microsecond()).await?;
        tags::put_on(&mut tx, ids.0, ids.1, NOTED).await?;
        let act = Act {
            organisation: ids.0,
            at: now,
            actor: &actor.account.0.to_string(),
            action: "note",
            object_kind: "note",
            object: id,
            detail: String::new(),
        };
        record(&mut tx, act).await?;
        tx.commit().await?;
        Ok(())
    }

    pub(super) async fn notes(
        &self,
        organisation: Uuid,
        registration: Uuid,
    ) -> Result<Vec<Note>, Error> {
        let rows = store::notes(&self.context.db, organisation, registration).await?;
        let note = |row: store::NoteRow| {
            Ok(Note { email: row.email, text: row.text, at: time(row.created_at)? })
        };
        rows.into_iter().map(note).collect()
    }
}

/// The text of a note: lines as browsers do not send them, and nothing that cannot be seen.
fn check(text: &str) -> Result<String, Code> {
    let text = text.replace("\r\n", "\n").trim().to_owned();
    if text.is_empty() {
        Err(Code::Required)
    } else if text.chars().count() > LONGEST_NOTE {
        Err(Code::LongNote)
    } else if text.chars().any(|c| turns_or_controls(c) && c != '\n' && c != '\t') {
        Err(Code::Control)
    } else {
        Ok(text)
    }
}

#[cfg(test)]
mod tests {
    use domain::invalid::Code;

    use super::{LONGEST_NOTE, check};

    #[test]
    fn a_note_has_lines_and_nothing_unseen() {
        assert_eq!(check(" Comes late.\r\nCall her. ").as_deref(), Ok("Comes late.\nCall her."));
        assert_eq!(check("\n \t"), Err(Code::Required));
        assert_eq!(check("a\0b"), Err(Code::Control));
        assert_eq!(check("\u{202e}b"), Err(Code::Control));
        assert!(check(&"é".repeat(LONGEST_NOTE)).is_ok());
        assert_eq!(check(&"é".repeat(LONGEST_NOTE + 1)), Err(Code::LongNote));
    }
}
