//! A code that is mailed and stands for a proof, for browsers that cannot compute one.
//!
//! It belongs to one form and one address, lives for half an hour, and five wrong ones end it. Its
//! mail counts among those that an address may get in an hour.

use domain::ids::SignInId;
use domain::invalid::{Code, Field};
use domain::language::Language;
use domain::text::Email;
use jiff::{SignedDuration, Timestamp};
use uuid::Uuid;

use super::{Admitted, Sent, store};
use crate::registrations::senders::Senders;
use crate::{Context, Error, mail};

/// How long a code works.
const LIFETIME: SignedDuration = SignedDuration::from_mins(30);

/// What its digits are derived for.
pub(crate) const PURPOSE: &str = "registration-code";

/// What a form is known by.
fn form(context: &Context, sent: &Sent<'_>) -> Vec<u8> {
    let form = format!("{}\n{}\n{}\n{}", sent.slug, sent.date, sent.key, sent.email.trim());
    context.secrets.derive("registration-code-form", form.as_bytes()).to_vec()
}

/// Mails the code of a form, if it has none that works.
pub(super) async fn mail(
    context: &Context,
    senders: &Senders,
    sent: &Sent<'_>,
    email: &Email,
    language: Language,
) -> Result<(), Error> {
    let now = context.clock.now();
    let form = form(context, sent);
    if store::open(&context.db, &form, now.as_microsecond()).await?.is_some() {
        return Ok(());
    }
    if !senders.may_send(email) {
        return Err(Error::refused(Field::ContactEmail, Code::TooOften));
    }
    let new = store::New {
        id: Uuid::now_v7(),
        form: &form,
        email: email.as_str(),
        language: language.code(),
        expires_at: (now + LIFETIME).as_microsecond(),
    };
    let mut tx = context.db.begin().await?;
    store::insert(&mut tx, &new).await?;
    mail::enqueue_code(&mut tx, new.id, now).await?;
    tx.commit().await?;
    senders.sent(email);
    context.mail_queued.notify_one();
    Ok(())
}

/// Whether the code that was typed is the one of the form. A try is taken before anything is
/// compared.
pub(super) async fn check(
    context: &Context,
    sent: &Sent<'_>,
    now: Timestamp,
) -> Result<Admitted, Error> {
    let form = form(context, sent);
    let mut tx = context.db.begin().await?;
    let Some(id) = store::take_try(&mut tx, &form, now.as_microsecond()).await? else {
        return Ok(Admitted::CodeOver);
    };
    let typed: String = sent.code.chars().filter(char::is_ascii_digit).collect();
    let is_right = typed == context.secrets.code(PURPOSE, SignInId(id));
    if is_right {
        // It stays good for this form, whatever else has to be mended in it.
        store::give_try_back(&mut tx, id).await?;
    }
    tx.commit().await?;
    Ok(if is_right { Admitted::Yes } else { Admitted::WrongCode })
}

/// Takes the addresses off codes that are over.
pub(super) async fn prune(context: &Context) -> Result<u64, Error> {
    let now = context.clock.now().as_microsecond();
    if !store::is_any_over(&context.db, now).await? {
        return Ok(0);
    }
    let mut tx = context.db.begin().await?;
    let gone = store::forget(&mut tx, now).await?;
    tx.commit().await?;
    Ok(gone)
}
