//! Everything that is kept of a registration, to read. Looking changes nothing.

use jiff::Timestamp;
use leptos::prelude::*;
use services::Error;
use services::registrations::own_data::{MailSent, OwnAct, OwnAttendee, OwnData};
use services::secrets::ManageToken;

use crate::accounts::account_page::instant;
use crate::context::{self, language, services, texts};
use crate::ui::head::PageTitle;
use crate::ui::page::{Frame, when_ready};

/// The page of one's own data.
#[component]
pub fn OwnDataPage() -> impl IntoView {
    let services = services();
    let token = ManageToken::parse(&context::param("token"));
    context::no_store();
    when_ready(async move {
        let token = token.ok_or(Error::NotFound)?;
        let data = services.registrations.own_data(&token).await?;
        Ok(view! { <Shown token data /> })
    })
}

#[component]
fn Shown(token: ManageToken, data: OwnData) -> impl IntoView {
    let texts = texts();
    let title = texts.get("own-data-title");
    let manage = format!("/{}/registrations/{}", language().code(), token.as_str());
    view! {
        <PageTitle text=title.clone() />
        <Frame narrow=true>
            <div class="hello">
                <h1>{title}</h1>
                <p class="lead">{texts.get("own-data-text")}</p>
                <p class="actions">
                    <a class="button" href=format!("{manage}/data.json") download="">
                        {texts.get("own-data-download")}
                    </a>
                    " "
                    <a class="button second" href=manage>
                        {texts.get("own-data-back")}
                    </a>
                </p>
            </div>
            <section class="section" aria-labelledby="registration">
                <h2 id="registration">{texts.get("own-data-registration")}</h2>
                <dl class="facts">
                    <Fact term="ticket-reference" value=data.reference />
                    <Fact term="own-data-event" value=data.event />
                    <Fact term="own-data-date" value=data.date.replace('T', " ") />
                    <Fact term="contact-name" value=data.contact_name />
                    <Fact term="contact-email" value=data.contact_email />
                    <Fact term="own-data-language" value=data.language />
                    <Fact term="own-data-state" value=data.state />
                </dl>
            </section>
            <section class="section" aria-labelledby="who">
                <h2 id="who">{texts.get("attendees-title")}</h2>
                <ul class="attendees">
                    {data.attendees.into_iter().map(|one| view! { <Person one /> }).collect_view()}
                </ul>
            </section>
            <section class="section" aria-labelledby="mails">
                <h2 id="mails">{texts.get("own-data-mails")}</h2>
                <ul class="attendees">
                    {data.mails.into_iter().map(|mail| view! { <Mail mail /> }).collect_view()}
                </ul>
            </section>
            <section class="section" aria-labelledby="history">
                <h2 id="history">{texts.get("own-data-history")}</h2>
                <ol class="attendees">
                    {data.history.into_iter().map(|act| view! { <Act act /> }).collect_view()}
                </ol>
            </section>
            <p class="hint">{texts.get("own-data-notes")}</p>
        </Frame>
    }
}

#[component]
fn Fact(term: &'static str, value: String) -> impl IntoView {
    view! {
        <div>
            <dt>{texts().get(term)}</dt>
            <dd>
                <bdi>{value}</bdi>
            </dd>
        </div>
    }
}

/// What it is, and when it was.
#[component]
fn Line(what: String, at: Option<Timestamp>) -> impl IntoView {
    let at = at.map(|at| {
        view! {
            <br />
            <span class="quiet">{instant(at)}</span>
        }
    });
    view! {
        <li>
            <div>
                <b>
                    <bdi>{what}</bdi>
                </b>
                {at}
            </div>
        </li>
    }
}

#[component]
fn Person(one: OwnAttendee) -> impl IntoView {
    let texts = texts();
    let kind = texts.get(&format!("ticket-{}", one.ticket));
    let when = |key: &str, at: Option<Timestamp>| {
        let what = texts.get(key);
        at.map(|at| view! { <Line what at=Some(at) /> })
    };
    let (left, here) =
        (when("attendee-gone", one.given_back_at), when("own-data-here", one.checked_in_at));
    view! {
        <li>
            <div>
                <b>
                    <bdi>{one.name}</bdi>
                </b>
                <br />
                <span class="quiet">{kind}</span>
                {(left.is_some() || here.is_some()).then(|| view! { <ul>{left} {here}</ul> })}
            </div>
        </li>
    }
}

#[component]
fn Mail(mail: MailSent) -> impl IntoView {
    let what = texts().get(&format!("mail-kind-{}", mail.kind));
    view! { <Line what at=Some(mail.at) /> }
}

#[component]
fn Act(act: OwnAct) -> impl IntoView {
    let texts = texts();
    let what = texts.find(&format!("act-{}", act.what)).unwrap_or(act.what);
    let by = texts.get(if act.by_organiser { "own-data-by-organiser" } else { "own-data-by-you" });
    view! { <Line what=format!("{what} · {by}") at=Some(act.at) /> }
}
