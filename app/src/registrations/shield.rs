//! What a form meets before anybody is registered, while machines press on its event.

use domain::invalid::{Code, Field, Invalid};
use jiff::Timestamp;
use services::Error;
use services::registrations::Submission;
use services::shield::{Admitted, Sent};
use uuid::Uuid;

use super::form::{Outcome, RegisterForm};
use super::form_page::refused;
use crate::context;
use crate::error::AppError;

/// What a browser sends that cannot prove its work.
const CANNOT: &str = "-";

/// What comes of a form that may not go on yet; nothing if it may.
pub(super) async fn stands_before(
    form: &RegisterForm,
    submission: &Submission,
) -> Result<Option<Outcome>, AppError> {
    let shield = context::services().shield.clone();
    let key = submission.key.to_string();
    let cannot = form.proof == CANNOT;
    let sent = Sent {
        slug: &submission.slug,
        date: submission.date,
        key: &key,
        made_at: made_at(submission.key),
        proof: if cannot { "" } else { &form.proof },
        code: &form.code,
        email: &form.contact_email,
    };
    let invalid = match shield.admit(sent).await? {
        Admitted::Yes => return Ok(None),
        Admitted::WrongCode => vec![Invalid::new(Field::SignInCode, Code::WrongCode)],
        Admitted::CodeOver => vec![Invalid::new(Field::SignInCode, Code::CodeOver)],
        Admitted::Asked(challenge) if !cannot && !context::is_plain_form() => {
            let challenge = challenge.to_json();
            return Ok(Some(Outcome::Challenged { challenge }));
        }
        // It was only quick: by now it is not any more.
        Admitted::Asked(_) if !shield.is_up(&submission.slug) => {
            vec![Invalid::new(Field::Form, Code::Quick)]
        }
        Admitted::Asked(_) => match shield.mail_code(sent, submission.language).await {
            Ok(()) => vec![Invalid::new(Field::SignInCode, Code::CodeMailed)],
            Err(Error::Invalid(invalid)) => invalid,
            Err(error) => return Err(error.into()),
        },
    };
    refused(form, invalid).await.map(Some)
}

/// When the page of a form was made: its key tells, if it is one of ours.
fn made_at(key: Uuid) -> Option<Timestamp> {
    let (seconds, nanoseconds) = key.get_timestamp()?.to_unix();
    let (seconds, nanoseconds) = (i64::try_from(seconds).ok()?, i32::try_from(nanoseconds).ok()?);
    Timestamp::new(seconds, nanoseconds).ok()
}
