//! Passkeys on pages: what a browser is asked, what it answers, and the list of one's own.
//!
//! Making and using a passkey takes script (`public/passkeys.js`); the parts that need it are
//! hidden until it runs. Everybody else signs in by mail.

use domain::ids::PasskeyId;
use leptos::prelude::*;
use services::accounts::passkeys::{Challenge, OwnPasskey};
use services::flash::LIFETIME;

use super::account_page::{browser, instant};
use super::sign_in_page::remember;
use super::{PasskeyForm, confirm_page};
use crate::context::{self, language, texts};
use crate::error::AppError;

/// The cookie of a browser that was asked for a passkey.
const COOKIE: &str = "concord-passkey";

fn asked(challenge: Challenge) -> String {
    context::set_own_cookie(COOKIE, &challenge.cookie, LIFETIME.as_secs());
    challenge.options
}

fn cookie() -> Result<String, AppError> {
    context::own_cookie(COOKIE).ok_or(AppError::NotFound)
}

/// The browser is to make a passkey.
pub async fn ask_to_make() -> Result<String, AppError> {
    let (services, me) = (context::services(), context::signed_in().await?);
    Ok(asked(services.accounts.ask_to_make_passkey(&me).await?))
}

/// The browser made a passkey.
pub async fn keep(answer: &str) -> Result<(), AppError> {
    let (services, me) = (context::services(), context::signed_in().await?);
    let cookie = context::own_cookie(COOKIE).unwrap_or_default();
    Ok(services.accounts.keep_passkey(&me, &cookie, answer, &context::agent()).await?)
}

/// The browser is to sign in.
pub async fn ask() -> Result<String, AppError> {
    Ok(asked(context::services().accounts.ask_for_passkey().await?))
}

/// The browser shows a passkey.
pub async fn sign_in(answer: &str) -> Result<(), AppError> {
    let (cookie, agent) = (cookie()?, context::agent());
    let accounts = &context::services().accounts;
    let session = accounts.sign_in_with_passkey(&cookie, answer, &agent).await?;
    remember(&session);
    Ok(())
}

/// The browser shows a passkey, to show again who its person is.
pub async fn prove(answer: &str) -> Result<(), AppError> {
    let (services, me) = (context::services(), context::signed_in().await?);
    let session = services.accounts.prove_with_passkey(&me, &cookie()?, answer).await?;
    remember(&session);
    Ok(())
}

/// A passkey is forgotten.
pub async fn forget(form: PasskeyForm) -> Result<(), AppError> {
    let language = context::language_of(&form.language);
    let (services, me) = (context::services(), context::signed_in().await?);
    let passkey = form.passkey.parse().map(PasskeyId).map_err(|_| AppError::NotFound)?;
    services.accounts.forget_passkey(&me.actor, passkey).await?;
    context::see_other(&format!("/{}/organise/account", language.code()));
    Ok(())
}

/// A button that needs script and a browser with passkeys, and what it says when it fails.
#[component]
pub fn PasskeyButton(
    /// `create` or `get`, as of `navigator.credentials`; or `prove`, which is `get` for somebody who
    /// is signed in.
    what: &'static str,
    /// The key of its words.
    label: &'static str,
    /// The page to see next.
    next: String,
) -> impl IntoView {
    let texts = texts();
    // Where to show first who one is, if that was too long ago.
    let confirm = (what == "create").then(|| confirm_page::address(language(), &next));
    view! {
        <div class="passkey" data-passkey=what data-next=next data-confirm=confirm hidden>
            <button class="button" type="button">
                {texts.get(label)}
            </button>
            <p class="error" role="alert" hidden>
                {texts.get("passkey-failed")}
            </p>
        </div>
    }
}

/// The script behind the buttons of a page.
#[component]
pub fn PasskeyScript() -> impl IntoView {
    view! { <script type="module" src="/passkeys.js"></script> }
}

/// One's own passkeys, and the way to make one more.
#[component]
pub fn Passkeys(
    /// Those there are.
    own: Vec<OwnPasskey>,
) -> impl IntoView {
    let texts = texts();
    let row = move |passkey: OwnPasskey| {
        let since = texts.with("passkey-since", &[("time", instant(passkey.created_at).into())]);
        let used = passkey.used_at.map(|used| {
            let used = texts.with("passkey-used", &[("time", instant(used).into())]);
            view! {
                <br />
                <span class="quiet">{used}</span>
            }
        });
        view! {
            <li>
                <div>
                    <bdi>{browser(&passkey.name)}</bdi>
                    <br />
                    <span class="quiet">{since}</span>
                    {used}
                </div>
                <form method="post" action="/api/passkey-end">
                    <input type="hidden" name="form[language]" value=language().code() />
                    <input type="hidden" name="form[passkey]" value=passkey.id.0.to_string() />
                    <button class="button second" type="submit">
                        {texts.get("passkey-forget")}
                    </button>
                </form>
            </li>
        }
    };
    view! {
        <section class="section" aria-labelledby="passkeys">
            <h2 id="passkeys">{texts.get("passkeys-title")}</h2>
            <p>{texts.get("passkeys-text")}</p>
            <ul class="attendees">{own.into_iter().map(row).collect_view()}</ul>
            <PasskeyButton
                what="create"
                label="passkey-make"
                next=context::page("organise/account")
            />
            <PasskeyScript />
        </section>
    }
}
