//! One's own account: the browsers that are signed in, and the way out.

use domain::ids::SessionId;
use jiff::Timestamp;
use jiff::tz::TimeZone;
use leptos::prelude::*;
use services::accounts::authenticators::OwnAuthenticator;
use services::accounts::passkeys::OwnPasskey;
use services::accounts::{Session, SignedIn};

use super::SignOutForm;
use super::authenticator_page::Authenticator;
use super::passkeys::Passkeys;
use crate::context::{self, dates, language, services, texts};
use crate::error::AppError;
use crate::ui::page::when_ready;
use crate::ui::workspace::{Place, Workspace};

/// A browser is to be signed out.
pub async fn sign_out(form: SignOutForm) -> Result<(), AppError> {
    let language = context::language_of(&form.language);
    let (code, services) = (language.code(), context::services());
    let Some(session) = context::session() else {
        context::see_other(&format!("/{code}/sign-in"));
        return Ok(());
    };
    if form.session.is_empty() {
        services.accounts.sign_out(&session).await?;
        context::set_own_cookie(context::SESSION_COOKIE, "", 0);
        context::see_other(&format!("/{code}/sign-in"));
        return Ok(());
    }
    let signed_in = services.accounts.signed_in(Some(&session)).await?;
    let ended = form.session.parse().map(SessionId).map_err(|_| AppError::NotFound)?;
    services.accounts.end_session(&signed_in.actor, ended).await?;
    context::see_other(&format!("/{code}/organise/account"));
    Ok(())
}

/// The account of the one who is signed in.
#[component]
pub fn AccountPage() -> impl IntoView {
    let (services, session) = (services(), context::session());
    let changed = !context::query("changed").is_empty();
    when_ready(async move {
        let signed_in = services.accounts.signed_in(session.as_ref()).await?;
        let sessions = services.accounts.sessions(&signed_in.actor).await?;
        let passkeys = services.accounts.passkeys(&signed_in.actor).await?;
        let authenticator = services.accounts.authenticator(&signed_in.actor).await?;
        Ok(view! { <Shown signed_in sessions passkeys authenticator changed /> })
    })
}

#[component]
fn Shown(
    signed_in: SignedIn,
    sessions: Vec<Session>,
    passkeys: Vec<OwnPasskey>,
    authenticator: Option<OwnAuthenticator>,
    changed: bool,
) -> impl IntoView {
    let texts = texts();
    let own = signed_in.session;
    let row = move |session: Session| {
        let is_own = session.id == own;
        view! { <Browser session is_own /> }
    };
    let email = texts.with("account-email", &[("email", signed_in.email.clone().into())]);
    let changed = changed.then(|| {
        view! {
            <p class="notice good" role="status">
                {texts.get("address-changed")}
            </p>
        }
    });
    view! {
        <Workspace place=Place::home(signed_in.actor) title=texts.get("account-title")>
            {changed}
            <p class="lead">{email}</p>
            <p>
                <a class="more" href=context::page("organise/account/address")>
                    {texts.get("address-title")}
                </a>
            </p>
            <SignOut session=String::new() label="account-sign-out" />
            <Passkeys own=passkeys />
            <Authenticator own=authenticator />
            <section class="section" aria-labelledby="browsers">
                <h2 id="browsers">{texts.get("account-browsers")}</h2>
                <p>{texts.get("account-browsers-text")}</p>
                <ul class="attendees">{sessions.into_iter().map(row).collect_view()}</ul>
            </section>
        </Workspace>
    }
}

#[component]
fn Browser(session: Session, is_own: bool) -> impl IntoView {
    let texts = texts();
    let seen = texts.with("account-seen", &[("time", instant(session.seen_at).into())]);
    let end = (!is_own)
        .then(|| view! { <SignOut session=session.id.0.to_string() label="account-end" /> });
    let note = is_own.then(|| view! { <b>{texts.get("account-this")}</b> });
    view! {
        <li>
            <div>
                <bdi>{browser(&session.agent)}</bdi>
                " "
                {note}
                <br />
                <span class="quiet">{seen}</span>
            </div>
            {end}
        </li>
    }
}

#[component]
fn SignOut(session: String, label: &'static str) -> impl IntoView {
    view! {
        <form method="post" action="/api/session-end">
            <input type="hidden" name="form[language]" value=language().code() />
            <input type="hidden" name="form[session]" value=session />
            <button class="button second" type="submit">
                {texts().get(label)}
            </button>
        </form>
    }
}

/// A moment, in UTC: where the reader is, the server does not know.
#[must_use]
pub fn instant(time: Timestamp) -> String {
    let local = time.to_zoned_datetime(TimeZone::UTC).datetime();
    let (day, time) = (dates().day(local.date()), dates().time(local.time()));
    texts().with("instant", &[("day", day.into()), ("time", time.into())])
}

/// What people call a browser, as far as its own words tell.
pub(super) fn browser(agent: &str) -> String {
    let known = |names: &[&'static str]| names.iter().copied().find(|name| agent.contains(name));
    let name = known(&["Edg", "OPR", "SamsungBrowser", "Firefox", "Chrome", "Safari"]);
    let system = known(&["Android", "iPhone", "iPad", "Windows", "Macintosh", "CrOS", "Linux"]);
    let readable = |name| match name {
        "Edg" => "Edge",
        "OPR" => "Opera",
        "SamsungBrowser" => "Samsung Internet",
        "Macintosh" => "macOS",
        "CrOS" => "ChromeOS",
        other => other,
    };
    let parts: Vec<&str> = [name, system].into_iter().flatten().map(readable).collect();
    if parts.is_empty() { texts().get("account-unknown-browser") } else { parts.join(" · ") }
}
