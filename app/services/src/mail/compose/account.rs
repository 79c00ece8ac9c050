//! Mails to people who sign in: links, codes, what was changed, and invitations.

use domain::ids::{InvitationId, MailId, OrganisationId, SignInId};
use domain::language::Language;
use uuid::Uuid;

use super::{Body, Message, align, message_id};
use crate::accounts::letters::Purpose;
use crate::accounts::store::sign_in_mail;
use crate::dates::Dates;
use crate::events::{stored, time};
use crate::organisations::members::store::invitation_mail;
use crate::shield;
use crate::texts::Texts;
use crate::{Context, Error};

/// A letter of the house: with a link to sign in and the code that does the same, or with a code
/// for another purpose.
pub(in crate::mail) async fn sign_in(
    context: &Context,
    id: SignInId,
    mail: MailId,
) -> Result<Message, Error> {
    let row = sign_in_mail(&context.db, id).await?.ok_or(Error::NotFound)?;
    let language: Language = stored(&row.language)?;
    let purpose: Purpose = row.purpose.as_deref().map_or(Ok(Purpose::SignIn), stored)?;
    let texts = Texts(language);
    if purpose != Purpose::SignIn {
        let body = letter(context, (id, purpose), &row.email, language);
        let subject = texts.get(&format!("mail-{}-subject", purpose.code()));
        return finish(context, mail, (row.email, subject), &body, texts);
    }
    let code = letter_code(context, id, purpose);
    let token = context.secrets.sign_in_token(id);
    let base = &context.base_url;
    let body = Body {
        opening: texts.get("mail-sign-in-opening"),
        preheader: code.clone(),
        title: code,
        action: texts.get("mail-sign-in-action"),
        action_note: texts.get("mail-sign-in-note"),
        action_url: format!("{base}/{}/sign-in/{}", language.code(), token.as_str()),
        reason: texts.get("mail-sign-in-reason"),
        ..Body::of_house(texts)
    };
    finish(context, mail, (row.email, texts.get("mail-sign-in-subject")), &body, texts)
}

/// A letter with a code and no link, or one that tells what was changed. It leads to the account, so
/// that whoever did not ask for it can see what is going on.
fn letter(
    context: &Context,
    (id, purpose): (SignInId, Purpose),
    email: &str,
    language: Language,
) -> Body {
    let (texts, kind) = (Texts(language), purpose.code());
    let title = match purpose {
        Purpose::AddressChanged => email.to_owned(),
        _ => letter_code(context, id, purpose),
    };
    Body {
        opening: texts.get(&format!("mail-{kind}-opening")),
        preheader: title.clone(),
        title,
        action: texts.get("mail-account-action"),
        action_note: texts.get("mail-sign-in-note"),
        action_url: format!("{}/{}/organise/account", context.base_url, language.code()),
        reason: texts.get(&format!("mail-{kind}-reason")),
        ..Body::of_house(texts)
    }
}

/// The code of a letter, as it is read best.
fn letter_code(context: &Context, id: SignInId, purpose: Purpose) -> String {
    spaced(&context.secrets.code(purpose.derivation(), id))
}

fn spaced(code: &str) -> String {
    format!("{} {}", &code[..4], &code[4..])
}

/// The mail with a code that stands for a proof.
pub(in crate::mail) async fn code(
    context: &Context,
    id: Uuid,
    mail: MailId,
) -> Result<Message, Error> {
    let row = shield::code_mail(&context.db, id).await?.ok_or(Error::NotFound)?;
    let language: Language = stored(&row.language)?;
    let texts = Texts(language);
    let code = spaced(&context.secrets.code(shield::PURPOSE, SignInId(id)));
    let body = Body {
        opening: texts.get("mail-code-opening"),
        preheader: code.clone(),
        title: code,
        action: texts.get("mail-code-action"),
        action_note: texts.get("mail-sign-in-note"),
        action_url: format!("{}/{}/privacy", context.base_url, language.code()),
        reason: texts.get("mail-code-reason"),
        ..Body::of_house(texts)
    };
    finish(context, mail, (row.email, texts.get("mail-code-subject")), &body, texts)
}

/// The mail that asks someone to act for an organisation.
pub(in crate::mail) async fn invitation(
    context: &Context,
    id: InvitationId,
    mail: MailId,
) -> Result<Message, Error> {
    let row = invitation_mail(&context.db, id).await?.ok_or(Error::NotFound)?;
    let language: Language = stored(&row.language)?;
    let texts = Texts(language);
    let organisation = OrganisationId(row.organisation_id);
    let organisation = crate::organisations::name(&context.db, organisation, language).await?;
    let token = context.secrets.invitation_token(id);
    let named = [("organisation", organisation.name.as_str().into())];
    let role = texts.get(&format!("role-{}", row.role));
    let until = Dates::of(language)
        .day(time(row.expires_at)?.to_zoned_datetime(jiff::tz::TimeZone::UTC).date());
    let base = &context.base_url;
    let body = Body {
        opening: texts.with("mail-invitation-opening", &named),
        title: organisation.name.clone(),
        facts: vec![
            (texts.get("mail-invitation-role"), role),
            (texts.get("mail-invitation-until"), until),
        ],
        action: texts.get("mail-invitation-action"),
        action_note: texts.get("mail-invitation-note"),
        action_url: format!("{base}/{}/invitations/{}", language.code(), token.as_str()),
        reason: texts.get("mail-invitation-reason"),
        ..Body::of_house(texts)
    };
    let subject = texts.plain("mail-invitation-subject", &named);
    finish(context, mail, (row.email, subject), &body, texts)
}

impl Body {
    /// What every mail of the house itself has.
    fn of_house(texts: Texts) -> Self {
        let Texts(language) = texts;
        Self {
            language: language.code(),
            direction: language.direction(),
            align: align(language),
            preheader: String::new(),
            greeting: String::new(),
            opening: String::new(),
            title: String::new(),
            facts: Vec::new(),
            attendees_label: String::new(),
            attendees: Vec::new(),
            action: String::new(),
            action_note: String::new(),
            action_url: String::new(),
            further: None,
            signature: texts.get("site-name"),
            reason: String::new(),
        }
    }
}

fn finish(
    context: &Context,
    mail: MailId,
    (to_address, subject): (String, String),
    body: &Body,
    texts: Texts,
) -> Result<Message, Error> {
    Ok(Message {
        to_name: String::new(),
        to_address,
        subject,
        text: body.plain(texts),
        html: body.html()?,
        calendar: None,
        message_id: message_id(context, mail.0.as_bytes()),
        references: None,
        language: body.language,
    })
}
