//! Signing in: ask for a link, open it in the same browser, or type the code of the mail.
//!
//! Opening the link changes nothing: mail scanners open links too. A button does it.

use domain::invalid::Invalid;
use domain::text::Email;
use leptos::prelude::*;
use services::Error;
use services::accounts::{LINK_LIFETIME, Proof, SESSION_LIFETIME};
use services::secrets::{BrowserToken, SessionToken, SignInToken};

use super::code_page::{CodeField, enter};
use super::passkeys::{PasskeyButton, PasskeyScript};
use super::{AskForm, SignInForm};
use crate::context::{self, language, services, texts};
use crate::error::AppError;
use crate::returned::{self, Returned};
use crate::ui::form::{Kind, Problems, TextField};
use crate::ui::head::PageTitle;
use crate::ui::page::{Frame, when_ready};

/// What a returned form is called.
const ASK: &str = "sign-in-link";
const SIGN_IN: &str = "session";

/// The cookie of a browser that asked for a link.
const BROWSER_COOKIE: &str = "concord-browser";

/// A link was asked for.
pub async fn ask(form: AskForm) -> Result<(), AppError> {
    let language = context::language_of(&form.language);
    let code = language.code();
    match Email::parse(&form.email) {
        Ok(email) => {
            let browser = context::services().accounts.ask(&email, language).browser;
            context::set_own_cookie(BROWSER_COOKIE, browser.as_str(), LINK_LIFETIME.as_secs());
            returned::forget();
            context::see_other(&format!("/{code}/sign-in?sent=1"));
        }
        Err(reason) => {
            let invalid = vec![Invalid::new(domain::invalid::Field::Email, reason)];
            returned::keep(ASK, form, invalid).await?;
            context::see_other(&format!("/{code}/sign-in?form=returned#problems"));
        }
    }
    Ok(())
}

/// A link was opened and its button pressed, or a code was typed.
pub async fn sign_in(form: SignInForm) -> Result<(), AppError> {
    let language = context::language_of(&form.language);
    let code = language.code();
    let proof = match SignInToken::parse(&form.token) {
        Some(token) => Proof::Link(token),
        None => Proof::Code(form.code.clone()),
    };
    let browser = context::own_cookie(BROWSER_COOKIE).and_then(|text| BrowserToken::parse(&text));
    let agent = context::agent();
    match context::services().accounts.sign_in(proof, browser.as_ref(), &agent).await {
        Ok(entered) => {
            context::set_own_cookie(BROWSER_COOKIE, "", 0);
            enter(&entered, code);
        }
        Err(Error::Invalid(invalid)) => {
            let page = if form.token.is_empty() { "sent=1&form" } else { "form" };
            // The secret of a link that does not work is of no use to anybody; nor is it kept.
            let typed = SignInForm { token: String::new(), ..form };
            returned::keep(SIGN_IN, typed, invalid).await?;
            context::see_other(&format!("/{code}/sign-in?{page}=returned#problems"));
        }
        Err(error) => return Err(error.into()),
    }
    Ok(())
}

/// This browser is signed in from now on.
pub fn remember(session: &SessionToken) {
    let seconds = SESSION_LIFETIME.as_secs();
    context::set_own_cookie(context::SESSION_COOKIE, session.as_str(), seconds);
}

/// The way in.
#[component]
pub fn SignInPage() -> impl IntoView {
    let services = services();
    let sent = !context::query("sent").is_empty();
    let answer = context::query("answer");
    let asked = returned::asked();
    context::no_store();
    when_ready(async move {
        let asked_before: Option<Returned<AskForm>> =
            returned::see(&services, ASK, asked.clone()).await;
        let tried: Option<Returned<SignInForm>> = returned::see(&services, SIGN_IN, asked).await;
        let email = asked_before.as_ref().map(|form| form.values.email.clone()).unwrap_or_default();
        let mut invalid = asked_before.map(|form| form.invalid).unwrap_or_default();
        invalid.extend(tried.map(|form| form.invalid).unwrap_or_default());
        Ok(view! { <Shown sent email invalid answer /> })
    })
}

#[component]
fn Shown(sent: bool, email: String, invalid: Vec<Invalid>, answer: String) -> impl IntoView {
    let texts = texts();
    let code = sent.then(|| view! { <CodeForm invalid=invalid.clone() /> });
    let title = texts.get(if sent { "sign-in-sent-title" } else { "sign-in-title" });
    let lead = texts.get(if sent { "sign-in-sent-text" } else { "sign-in-text" });
    view! {
        <PageTitle text=title.clone() />
        <Frame narrow=true>
            <div class="hello" role="status">
                <h1>{title}</h1>
                <p class="lead">{lead}</p>
            </div>
            <ProviderAnswer answer />
            <Problems invalid=invalid.clone() />
            {code}
            <ProviderButton />
            <PasskeyButton what="get" label="sign-in-passkey" next=context::page("organise") />
            <PasskeyScript />
            <section class="section" aria-labelledby="ask">
                <h2 id="ask">
                    {texts.get(if sent { "sign-in-again-title" } else { "sign-in-ask-title" })}
                </h2>
                <form class="form" method="post" action="/api/sign-in-link" novalidate>
                    <input type="hidden" name="form[language]" value=language().code() />
                    <TextField
                        field=domain::invalid::Field::Email
                        name="form[email]"
                        label="sign-in-email"
                        value=email
                        invalid
                        kind=Kind::Email
                        autocomplete="email"
                    />
                    <button class=if sent { "button second" } else { "button" } type="submit">
                        {texts.get("sign-in-ask")}
                    </button>
                </form>
            </section>
        </Frame>
    }
}

/// The way to the provider, if there is one.
#[component]
fn ProviderButton() -> impl IntoView {
    context::provider().map(|provider| {
        let name = [("name", provider.0.to_string().into())];
        view! {
            <p>
                <a
                    class="button"
                    href=format!("/oidc/begin/{}", language().code())
                    rel="nofollow"
                >
                    {texts().with("provider-button", &name)}
                </a>
            </p>
        }
    })
}

/// What came of the way to the provider, if nobody was signed in.
#[component]
fn ProviderAnswer(answer: String) -> impl IntoView {
    let key = ["stranger", "unverified", "failed"].into_iter().find(|known| *known == answer);
    key.map(|key| {
        let text = |part| texts().get(&format!("provider-{key}-{part}"));
        view! {
            <div class="notice" role="status">
                <h2>{text("title")}</h2>
                <p>{text("text")}</p>
            </div>
        }
    })
}

/// Where the link of a mail opens elsewhere, its code does the same.
#[component]
fn CodeForm(invalid: Vec<Invalid>) -> impl IntoView {
    let texts = texts();
    view! {
        <form class="form" method="post" action="/api/session" novalidate>
            <input type="hidden" name="form[language]" value=language().code() />
            <CodeField label="sign-in-code" invalid />
            <button class="button" type="submit">
                {texts.get("sign-in-button")}
            </button>
        </form>
    }
}

/// Behind the link of a mail: one button.
#[component]
pub fn LinkPage() -> impl IntoView {
    let texts = texts();
    context::no_store();
    view! {
        <PageTitle text=texts.get("sign-in-title") />
        <Frame narrow=true>
            <div class="hello">
                <h1>{texts.get("sign-in-link-title")}</h1>
                <p class="lead">{texts.get("sign-in-link-text")}</p>
            </div>
            <form class="form" method="post" action="/api/session">
                <input type="hidden" name="form[language]" value=language().code() />
                <input type="hidden" name="form[token]" value=context::param("token") />
                <p>
                    <button class="button" type="submit">
                        {texts.get("sign-in-button")}
                    </button>
                </p>
            </form>
        </Frame>
    }
}
