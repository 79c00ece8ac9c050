//! An app that makes codes: set up, its recovery codes, and forgotten again.

use domain::invalid::Invalid;
use leptos::prelude::*;
use services::Error;
use services::accounts::SignedIn;
use services::accounts::authenticators::{OwnAuthenticator, Sharing};
use services::flash::LIFETIME;

use super::CodeForm;
use super::account_page::instant;
use super::code_page::CodeField;
use crate::context::{self, language, services, texts};
use crate::error::AppError;
use crate::returned::{self, Returned};
use crate::ui::form::Problems;
use crate::ui::page::when_ready;
use crate::ui::qr::QrCode;
use crate::ui::workspace::{Place, Workspace};

/// What a returned form is called.
const FIRST_CODE: &str = "authenticator";

/// The cookie of a browser in which an app is set up.
const COOKIE: &str = "concord-authenticator";

/// The cookie of a browser that may see the recovery codes, once.
const CODES_COOKIE: &str = "concord-recovery";

/// An app is to be set up.
pub async fn ask_to_make(form: CodeForm) -> Result<(), AppError> {
    let code = context::language_of(&form.language).code();
    let (services, me) = (context::services(), context::signed_in().await?);
    let cookie = services.accounts.ask_to_make_authenticator(&me).await?;
    context::set_own_cookie(COOKIE, &cookie, LIFETIME.as_secs());
    context::see_other(&format!("/{code}/organise/account/authenticator"));
    Ok(())
}

/// The first code of an app was typed.
pub async fn keep(form: CodeForm) -> Result<(), AppError> {
    let code = context::language_of(&form.language).code();
    let (services, me) = (context::services(), context::signed_in().await?);
    let cookie = context::own_cookie(COOKIE).unwrap_or_default();
    match services.accounts.keep_authenticator(&me, &cookie, &form.code).await {
        Ok(codes) => {
            context::set_own_cookie(COOKIE, "", 0);
            show_codes(&codes, code);
        }
        Err(Error::Invalid(invalid)) => {
            // A code is not kept.
            returned::keep(FIRST_CODE, (), invalid).await?;
            let page = format!("/{code}/organise/account/authenticator");
            context::see_other(&format!("{page}?form=returned#problems"));
        }
        Err(error) => return Err(error.into()),
    }
    Ok(())
}

/// New recovery codes are to be made.
pub async fn renew_codes(form: CodeForm) -> Result<(), AppError> {
    let code = context::language_of(&form.language).code();
    let (services, me) = (context::services(), context::signed_in().await?);
    show_codes(&services.accounts.renew_recovery_codes(&me).await?, code);
    Ok(())
}

fn show_codes(cookie: &str, language: &str) {
    context::set_own_cookie(CODES_COOKIE, cookie, LIFETIME.as_secs());
    context::see_other(&format!("/{language}/organise/account/recovery-codes"));
}

/// The app is forgotten.
pub async fn forget(form: CodeForm) -> Result<(), AppError> {
    let code = context::language_of(&form.language).code();
    let (services, me) = (context::services(), context::signed_in().await?);
    services.accounts.forget_authenticator(&me).await?;
    context::see_other(&format!("/{code}/organise/account"));
    Ok(())
}

/// One's own app, and what can be done with it.
#[component]
pub fn Authenticator(
    /// The app, if there is one.
    own: Option<OwnAuthenticator>,
) -> impl IntoView {
    let texts = texts();
    let make = if own.is_some() { "authenticator-replace" } else { "authenticator-make" };
    let there = own.map(|own| {
        let since = texts.with("passkey-since", &[("time", instant(own.created_at).into())]);
        let left = texts.with("recovery-left", &[("number", own.codes_left.into())]);
        view! {
            <p>
                <b>{texts.get("authenticator-there")}</b>
                " "
                <span class="quiet">{since}</span>
                <br />
                <span class="quiet">{left}</span>
            </p>
            <Button action="/api/recovery-codes" label="recovery-renew" />
            <Button action="/api/authenticator-end" label="authenticator-forget" />
        }
    });
    view! {
        <section class="section" aria-labelledby="authenticator">
            <h2 id="authenticator">{texts.get("authenticator-title")}</h2>
            <p>{texts.get("authenticator-text")}</p>
            {there}
            <Button action="/api/authenticator-request" label=make />
        </section>
    }
}

#[component]
fn Button(action: &'static str, label: &'static str) -> impl IntoView {
    view! {
        <form method="post" action=action>
            <input type="hidden" name="form[language]" value=language().code() />
            <button class="button second" type="submit">
                {texts().get(label)}
            </button>
        </form>
    }
}

/// The page on which an app is set up.
#[component]
pub fn AuthenticatorPage() -> impl IntoView {
    let (services, session, asked) = (services(), context::session(), returned::asked());
    let cookie = context::own_cookie(COOKIE);
    let account = context::page("organise/account");
    when_ready(async move {
        let me = services.accounts.signed_in(session.as_ref()).await?;
        let sharing = match cookie {
            Some(cookie) => match services.accounts.sharing(&me, &cookie).await {
                Ok(sharing) => Some(sharing),
                Err(Error::NotFound) => None,
                Err(error) => return Err(error),
            },
            None => None,
        };
        if sharing.is_none() {
            // Nothing is set up here any more.
            context::see_other(&account);
        }
        let returned: Option<Returned<()>> = returned::see(&services, FIRST_CODE, asked).await;
        let invalid = returned.map(|form| form.invalid).unwrap_or_default();
        Ok(view! { <Setting me sharing invalid /> })
    })
}

#[component]
fn Setting(me: SignedIn, sharing: Option<Sharing>, invalid: Vec<Invalid>) -> impl IntoView {
    let texts = texts();
    let problems = invalid.clone();
    let shared = sharing.map(|sharing| {
        view! {
            <p class="lead">{texts.get("authenticator-scan")}</p>
            <QrCode text=sharing.url.clone() label=texts.get("authenticator-qr") />
            <p>
                <a href=sharing.url>{texts.get("authenticator-open")}</a>
            </p>
            <p>
                {texts.get("authenticator-secret")} <br /> <code class="secret" dir="ltr">
                    {sharing.secret}
                </code>
            </p>
            <form class="form" method="post" action="/api/authenticator" novalidate>
                <input type="hidden" name="form[language]" value=language().code() />
                <CodeField label="authenticator-first-code" invalid />
                <button class="button" type="submit">
                    {texts.get("authenticator-keep")}
                </button>
            </form>
        }
    });
    view! {
        <Workspace place=Place::home(me.actor) title=texts.get("authenticator-title")>
            <Problems invalid=problems />
            {shared}
        </Workspace>
    }
}

/// The recovery codes, which are seen once: the page takes away the cookie that leads to them.
#[component]
pub fn RecoveryCodesPage() -> impl IntoView {
    let (services, session) = (services(), context::session());
    let cookie = context::own_cookie(CODES_COOKIE);
    let account = context::page("organise/account");
    context::set_own_cookie(CODES_COOKIE, "", 0);
    when_ready(async move {
        let me = services.accounts.signed_in(session.as_ref()).await?;
        let codes = match services.accounts.recovery_codes(&cookie.unwrap_or_default()).await {
            Ok(codes) => codes,
            Err(Error::NotFound) => {
                context::see_other(&account);
                Vec::new()
            }
            Err(error) => return Err(error),
        };
        Ok(view! { <Codes me codes /> })
    })
}

#[component]
fn Codes(me: SignedIn, codes: Vec<String>) -> impl IntoView {
    let texts = texts();
    let code = |code: String| {
        view! {
            <li>
                <code dir="ltr">{code}</code>
            </li>
        }
    };
    view! {
        <Workspace place=Place::home(me.actor) title=texts.get("recovery-title")>
            <p class="lead">{texts.get("recovery-text")}</p>
            <ol class="recovery">{codes.into_iter().map(code).collect_view()}</ol>
            <p>
                <a class="button" href=context::page("organise/account")>
                    {texts.get("recovery-done")}
                </a>
            </p>
        </Workspace>
    }
}
