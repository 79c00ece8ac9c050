//! Showing again who one is, and then back to what one wanted to do.
//!
//! Every act that needs it leads here by itself: a page by its own address, a form by that of its
//! page (`server/src/leptos.rs`). Where it leads on to is a page of the workspace and nothing else.

use domain::invalid::{Code, Field, Invalid};
use domain::language::Language;
use leptos::prelude::*;
use services::Error;
use services::accounts::SignedIn;
use services::accounts::proofs::Ways;

use super::ProofForm;
use super::code_page::CodeField;
use super::passkeys::{PasskeyButton, PasskeyScript};
use super::sign_in_page::remember;
use crate::context::{self, language, services, texts};
use crate::error::AppError;
use crate::ui::form::Problems;
use crate::ui::page::when_ready;
use crate::ui::workspace::{Place, Workspace};

/// What can be wrong, as the address of this page says it. It does not come back as other forms do:
/// the form that waits for the proof would be forgotten for it.
const WRONG: [(&str, Code); 4] = [
    ("code", Code::WrongCode),
    ("app-code", Code::WrongAppCode),
    ("tries", Code::TooManyTries),
    ("over", Code::LinkOver),
];

/// The page, and where it leads on to.
#[must_use]
pub fn address(language: Language, then: &str) -> String {
    let mut escaped = String::new();
    for byte in then.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => {
                escaped.push(char::from(byte));
            }
            _ => escaped.push_str(&format!("%{byte:02X}")),
        }
    }
    format!("/{}/organise/confirm?then={escaped}", language.code())
}

/// Where the page may lead on to: what was asked for if it is a page of the workspace, else the
/// start of the workspace.
///
/// A path that begins with one slash and a language is on this site, whatever follows
/// (security.md S17).
#[must_use]
pub fn safe(then: &str, language: Language) -> String {
    let is_plain = |c: u8| c.is_ascii_graphic() && c != b'\\';
    let mut parts = then.split(['/', '?']);
    let is_ours = parts.next() == Some("")
        && parts.next().is_some_and(|code| code.parse::<Language>().is_ok())
        && parts.next() == Some("organise")
        && parts.next() != Some("confirm");
    if is_ours && then.len() <= 1000 && then.bytes().all(is_plain) {
        return then.to_owned();
    }
    format!("/{}/organise", language.code())
}

/// Whether it leads to a file: the browser keeps it, and goes on showing the page before.
fn is_file(then: &str) -> bool {
    let path = then.split('?').next().unwrap_or_default();
    path.rsplit('/').next().is_some_and(|name| name.contains('.'))
}

/// A code was typed.
pub async fn prove(form: ProofForm) -> Result<(), AppError> {
    let language = context::language_of(&form.language);
    let me = context::signed_in().await?;
    let then = safe(&form.then, language);
    match context::services().accounts.prove(&me, &form.code).await {
        Ok(session) => {
            remember(&session);
            let page = address(language, &then);
            context::see_other(if is_file(&then) { &page } else { &then });
        }
        Err(Error::Invalid(invalid)) => {
            let page = address(language, &then);
            context::see_other(&format!("{page}&sent=1&wrong={}#problems", name(&invalid)));
        }
        Err(error) => return Err(error.into()),
    }
    Ok(())
}

/// What the address says of what is wrong.
fn name(invalid: &[Invalid]) -> &'static str {
    let code = invalid.first().map(|invalid| invalid.code);
    WRONG.into_iter().find(|(_, one)| Some(*one) == code).map_or("code", |(name, _)| name)
}

/// What is wrong, as the address says it: at the code, if there is a field for it.
fn wrong(name: &str, sent: bool) -> Vec<Invalid> {
    let code = WRONG.into_iter().find(|(one, _)| *one == name);
    let field = if sent { Field::SignInCode } else { Field::Form };
    code.map(|(_, code)| Invalid::new(field, code)).into_iter().collect()
}

/// A code is to be sent.
pub async fn ask_for_code(form: ProofForm) -> Result<(), AppError> {
    let language = context::language_of(&form.language);
    let me = context::signed_in().await?;
    let page = address(language, &safe(&form.then, language));
    match context::services().accounts.ask_for_code(&me, language).await {
        Ok(()) => context::see_other(&format!("{page}&sent=1")),
        Err(Error::Invalid(invalid)) => {
            context::see_other(&format!("{page}&wrong={}#problems", name(&invalid)));
        }
        Err(error) => return Err(error.into()),
    }
    Ok(())
}

/// The page that asks.
#[component]
pub fn ConfirmPage() -> impl IntoView {
    let (services, session) = (services(), context::session());
    let then = safe(&context::query("then"), language());
    let sent = !context::query("sent").is_empty();
    let invalid = wrong(&context::query("wrong"), sent);
    when_ready(async move {
        let me = services.accounts.signed_in(session.as_ref()).await?;
        let ways = services.accounts.ways(&me.actor).await?;
        if me.actor.is_fresh && !is_file(&then) {
            context::see_other(&then);
        }
        Ok(view! { <Shown me ways then sent invalid /> })
    })
}

#[component]
fn Shown(
    me: SignedIn,
    ways: Ways,
    then: String,
    sent: bool,
    invalid: Vec<Invalid>,
) -> impl IntoView {
    let texts = texts();
    let is_done = me.actor.is_fresh;
    let title = texts.get(if is_done { "confirm-done-title" } else { "confirm-title" });
    let body = if is_done {
        view! {
            <p class="lead">{texts.get("confirm-done-text")}</p>
            <p>
                <a class="button" href=then>
                    {texts.get("confirm-file")}
                </a>
            </p>
        }
        .into_any()
    } else {
        view! { <Asking ways then sent invalid /> }.into_any()
    };
    view! {
        <Workspace place=Place::home(me.actor) title>
            {body}
        </Workspace>
    }
}

#[component]
fn Asking(ways: Ways, then: String, sent: bool, invalid: Vec<Invalid>) -> impl IntoView {
    let texts = texts();
    let passkey = ways.passkey.then(|| {
        view! {
            <PasskeyButton what="prove" label="confirm-passkey" next=then.clone() />
            <PasskeyScript />
        }
    });
    let code = (ways.authenticator || (ways.mail() && sent)).then(|| {
        let label = if ways.authenticator { "authenticator-code" } else { "sign-in-code" };
        view! { <CodeForm then=then.clone() label invalid=invalid.clone() /> }
    });
    let mail = ways.mail().then(|| view! { <MailForm then=then.clone() again=sent /> });
    let again = (ways.passkey && !ways.authenticator).then(|| {
        view! {
            <p>
                <a href=context::page("sign-in")>{texts.get("confirm-no-passkey")}</a>
            </p>
        }
    });
    view! {
        <p class="lead">{texts.get("confirm-text")}</p>
        <Problems invalid />
        {passkey}
        {code}
        {mail}
        {again}
    }
}

#[component]
fn CodeForm(then: String, label: &'static str, invalid: Vec<Invalid>) -> impl IntoView {
    view! {
        <form class="form" method="post" action="/api/proof" novalidate>
            <input type="hidden" name="form[language]" value=language().code() />
            <input type="hidden" name="form[then]" value=then />
            <CodeField label invalid />
            <button class="button" type="submit">
                {texts().get("confirm-button")}
            </button>
        </form>
    }
}

#[component]
fn MailForm(then: String, again: bool) -> impl IntoView {
    let (class, label) =
        if again { ("button second", "confirm-mail-again") } else { ("button", "confirm-mail") };
    view! {
        <form class="form" method="post" action="/api/proof-mail">
            <input type="hidden" name="form[language]" value=language().code() />
            <input type="hidden" name="form[then]" value=then />
            <button class=class type="submit">
                {texts().get(label)}
            </button>
        </form>
    }
}

#[cfg(test)]
mod tests {
    use domain::language::Language;

    use super::{address, is_file, safe};

    #[test]
    fn the_way_on_stays_in_the_workspace() {
        for right in [
            "/ar/organise",
            "/en/organise?which=past",
            "/fr/organise/club/members?form=returned",
            "/en/organise/club/events/cup/registrations.csv?q=%D8%A7&page=2",
        ] {
            assert_eq!(safe(right, Language::French), right);
        }
        for wrong in [
            "",
            "/",
            "//evil.example/organise",
            "/\\evil.example",
            "\\evil",
            "https:evil.example",
            "https://evil.example/en/organise",
            "%2f%2fevil.example",
            "javascript:alert(1)",
            "/\tevil.example",
            "/en/organise\r\nSet-Cookie: a=b",
            "/en/\\evil/organise",
            "/xx/organise",
            "/en/events",
            "/en/organise/confirm?then=/en/organise",
            "en/organise",
        ] {
            assert_eq!(safe(wrong, Language::French), "/fr/organise", "{wrong:?}");
        }
    }

    #[test]
    fn the_way_on_is_one_value_of_the_address() {
        let page = address(Language::English, "/en/organise?a=1&b=é#c");
        assert_eq!(page, "/en/organise/confirm?then=/en/organise%3Fa%3D1%26b%3D%C3%A9%23c");
    }

    #[test]
    fn a_file_is_told_from_a_page() {
        assert!(is_file("/en/organise/club/events/cup/registrations.csv?q=a"));
        assert!(!is_file("/en/organise/club/members?q=a.b"));
    }
}
