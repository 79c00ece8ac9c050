//! Behind the link of an invitation: what one is asked for, and a button that says yes.

use leptos::prelude::*;
use services::Error;
use services::organisations::members::InvitationPage as Invitation;
use services::secrets::InvitationToken;

use super::AcceptForm;
use crate::accounts::sign_in_page::remember;
use crate::context::{self, language, services, texts};
use crate::error::AppError;
use crate::returned::{self, Returned};
use crate::ui::form::Problems;
use crate::ui::head::PageTitle;
use crate::ui::page::{Frame, when_ready};

/// What a returned form is called.
const ACCEPT: &str = "membership";

/// An invitation is accepted.
pub async fn accept(form: AcceptForm) -> Result<(), AppError> {
    let language = context::language_of(&form.language);
    let (code, services, session) = (language.code(), context::services(), context::session());
    let token = InvitationToken::parse(&form.token).ok_or(AppError::NotFound)?;
    let signed_in = match services.accounts.signed_in(session.as_ref()).await {
        Ok(signed_in) => Some(signed_in),
        Err(Error::SignedOut) => None,
        Err(error) => return Err(error.into()),
    };
    let agent = context::agent();
    let accepted =
        services.organisations.accept(&token, signed_in.as_ref(), &agent, language).await;
    match accepted {
        Ok(accepted) => {
            if let Some(session) = accepted.session {
                remember(&session);
            }
            context::see_other(&format!("/{code}/organise"));
        }
        Err(Error::Invalid(invalid)) => {
            returned::keep(ACCEPT, (), invalid).await?;
            let token = token.as_str();
            context::see_other(&format!("/{code}/invitations/{token}?form=returned#problems"));
        }
        Err(error) => return Err(error.into()),
    }
    Ok(())
}

/// The page of an invitation.
#[component]
pub fn InvitationPage() -> impl IntoView {
    let (services, language) = (services(), language());
    let token = InvitationToken::parse(&context::param("token"));
    let asked = returned::asked();
    context::no_store();
    when_ready(async move {
        let token = token.ok_or(Error::NotFound)?;
        let returned: Option<Returned<()>> = returned::see(&services, ACCEPT, asked).await;
        let invitation = services.organisations.invitation(&token, language).await?;
        Ok(view! { <Shown token invitation returned=returned.unwrap_or_default() /> })
    })
}

#[component]
fn Shown(token: InvitationToken, invitation: Invitation, returned: Returned<()>) -> impl IntoView {
    let texts = texts();
    let own = context::foreign(invitation.language);
    let role = texts.get(&format!("role-{}", invitation.role.code()));
    let asked = [("role", role.into()), ("email", invitation.email.into())];
    view! {
        <PageTitle text=texts.get("invitation-title") />
        <Frame narrow=true>
            <div class="hello">
                <p class="kind">{texts.get("invitation-title")}</p>
                <h1 dir="auto" lang=own>
                    {invitation.organisation}
                </h1>
                <p class="lead">{texts.with("invitation-text", &asked)}</p>
                <p>{texts.get(&format!("role-{}-text", invitation.role.code()))}</p>
            </div>
            <Problems invalid=returned.invalid />
            <form class="form" method="post" action="/api/membership">
                <input type="hidden" name="form[language]" value=language().code() />
                <input type="hidden" name="form[token]" value=token.as_str().to_owned() />
                <p>
                    <button class="button" type="submit">
                        {texts.get("invitation-accept")}
                    </button>
                </p>
            </form>
        </Frame>
    }
}
