//! The second step of signing in, for those who set up an app that makes codes.

use domain::invalid::{Field, Invalid};
use leptos::prelude::*;
use services::Error;
use services::accounts::Entered;
use services::flash::LIFETIME;

use super::CodeForm;
use super::sign_in_page::remember;
use crate::context::{self, language, services, texts};
use crate::error::AppError;
use crate::returned::{self, Returned};
use crate::ui::form::{Kind, Problems, TextField};
use crate::ui::head::PageTitle;
use crate::ui::page::{Frame, when_ready};

/// What a returned form is called.
const CODE: &str = "session-code";

/// The cookie of a browser whose person showed that the mailbox is theirs.
pub const COOKIE: &str = "concord-second-step";

/// The browser is signed in, or the code of an app is asked for.
pub fn enter(entered: &Entered, language: &str) {
    match entered {
        Entered::In(session) => {
            remember(session);
            context::see_other(&format!("/{language}/organise"));
        }
        Entered::CodeFollows(cookie) => {
            context::set_own_cookie(COOKIE, cookie, LIFETIME.as_secs());
            context::see_other(&format!("/{language}/sign-in-code"));
        }
    }
}

/// A code was typed.
pub async fn sign_in(form: CodeForm) -> Result<(), AppError> {
    let language = context::language_of(&form.language).code();
    let Some(cookie) = context::own_cookie(COOKIE) else {
        context::see_other(&format!("/{language}/sign-in"));
        return Ok(());
    };
    let agent = context::agent();
    match context::services().accounts.sign_in_with_code(&cookie, &form.code, &agent).await {
        Ok(session) => {
            context::set_own_cookie(COOKIE, "", 0);
            enter(&Entered::In(session), language);
        }
        Err(Error::Invalid(invalid)) => {
            // A code is not kept.
            returned::keep(CODE, (), invalid).await?;
            context::see_other(&format!("/{language}/sign-in-code?form=returned#problems"));
        }
        Err(error) => return Err(error.into()),
    }
    Ok(())
}

/// The page that asks for the code.
#[component]
pub fn SignInCodePage() -> impl IntoView {
    let (services, asked) = (services(), returned::asked());
    context::no_store();
    if context::own_cookie(COOKIE).is_none() {
        context::see_other(&context::page("sign-in"));
    }
    when_ready(async move {
        let returned: Option<Returned<()>> = returned::see(&services, CODE, asked).await;
        let invalid = returned.map(|form| form.invalid).unwrap_or_default();
        Ok(view! { <Shown invalid /> })
    })
}

#[component]
fn Shown(invalid: Vec<Invalid>) -> impl IntoView {
    let texts = texts();
    view! {
        <PageTitle text=texts.get("second-step-title") />
        <Frame narrow=true>
            <div class="hello">
                <h1>{texts.get("second-step-title")}</h1>
                <p class="lead">{texts.get("second-step-text")}</p>
            </div>
            <Problems invalid=invalid.clone() />
            <form class="form" method="post" action="/api/session-code" novalidate>
                <input type="hidden" name="form[language]" value=language().code() />
                <CodeField label="authenticator-code" invalid />
                <button class="button" type="submit">
                    {texts.get("sign-in-button")}
                </button>
            </form>
            <p class="quiet">
                <a href=context::page("sign-in")>{texts.get("second-step-other")}</a>
            </p>
        </Frame>
    }
}

/// Where a code is typed, of a mail or of an app. What was typed is not shown again.
#[component]
pub fn CodeField(
    /// The key of its label.
    label: &'static str,
    /// What is wrong with the form.
    invalid: Vec<Invalid>,
) -> impl IntoView {
    view! {
        <TextField
            field=Field::SignInCode
            name="form[code]"
            label
            value=String::new()
            invalid
            kind=Kind::Code
            autocomplete="one-time-code"
            max=40
        />
    }
}
