//! `concord organiser invite`: how an organisation gets its first owner.

use domain::invalid::{Code, Field};
use services::Error;
use services::organisations::members::InvitationDraft;

use super::{no_organisation, open};
use crate::config::{Config, Mistake};
use crate::serve::Failure;

/// Invites someone, mails the link and prints it.
pub async fn invite(
    config: &Config,
    organisation: &str,
    draft: &InvitationDraft,
    language: &str,
) -> Result<(), Failure> {
    let language = super::language(language)?;
    let services = open(config).await?;
    let invited = services.organisations.invite_as_operator(organisation, draft, language).await;
    let base = services.base_url().to_owned();
    services.db().close().await;
    match invited {
        Ok(token) => {
            println!("{base}/{}/invitations/{}", language.code(), token.as_str());
            Ok(())
        }
        Err(Error::NotFound) => Err(no_organisation(organisation).into()),
        Err(Error::Invalid(invalid)) => {
            let (field, code) = invalid
                .first()
                .map_or((Field::Form, Code::Unreadable), |invalid| (invalid.field, invalid.code));
            Err(mistake(field, code).into())
        }
        Err(error) => Err(anyhow::Error::from(error).into()),
    }
}

fn mistake(field: Field, code: Code) -> Mistake {
    match (field, code) {
        (Field::Role, _) => Mistake::new(
            "--role",
            "this is no role",
            "write owner, organiser, door-staff or viewer",
        ),
        (_, Code::AlreadyMember) => Mistake::new(
            "EMAIL",
            "this person belongs to the organisation already",
            "they can sign in at /en/sign-in",
        ),
        (Field::Email, _) => {
            Mistake::new("EMAIL", "this is no mail address", "write one like name@example.org")
        }
        _ => Mistake::new(
            "--organisation",
            "it has too many open invitations",
            "take some of them back, or wait until they are over",
        ),
    }
}
