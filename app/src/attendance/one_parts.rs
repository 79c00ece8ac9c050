//! The parts of the page of one registration.

use domain::events::schedule::When;
use domain::invalid::{Field, Invalid};
use leptos::prelude::*;
use services::audit::Who;
use services::registrations::notes::Note;
use services::registrations::one::{Done, OwnMail, OwnPerson, OwnRegistration};

use super::about::About;
use crate::accounts::account_page::instant;
use crate::context::{dates, texts};
use crate::ui::form::TextArea;

/// Whom to write to, and for which date.
#[component]
pub fn Contact(
    /// The registration.
    one: OwnRegistration,
    /// When its date is.
    when: Option<When>,
) -> impl IntoView {
    let texts = texts();
    let (mail, name) = (one.contact_email, one.language.native_name());
    view! {
        <section aria-labelledby="contact">
            <h2 class="unseen" id="contact">
                {texts.get("registration-contact")}
            </h2>
            <dl class="facts">
                <div>
                    <dt>{texts.get("attendance-contact")}</dt>
                    <dd>
                        <bdi>{one.contact_name}</bdi>
                    </dd>
                    <dd>
                        <a href=format!("mailto:{mail}")>
                            <bdi>{mail.clone()}</bdi>
                        </a>
                    </dd>
                </div>
                <div>
                    <dt>{texts.get("attendance-language")}</dt>
                    <dd lang=one.language.code()>{name}</dd>
                </div>
                <div>
                    <dt>{texts.get("attendance-date")}</dt>
                    <dd>{when.map(|when| dates().span(&when))}</dd>
                </div>
            </dl>
        </section>
    }
}

/// Everyone in it.
#[component]
pub fn People(
    /// Who.
    people: Vec<OwnPerson>,
    /// The registration.
    about: About,
    /// Whether places can be given back here.
    can_give_back: bool,
) -> impl IntoView {
    let texts = texts();
    let several = people.iter().filter(|one| one.state.is_present()).count() > 1;
    let row = move |one: OwnPerson| {
        let is_coming = one.state.is_present();
        let kind = texts.get(&format!("ticket-{}", one.kind.code()));
        let here = one
            .here_since
            .map(|since| format!("{} {}", texts.get("attendance-here-since"), instant(since)));
        let state = here.unwrap_or_else(|| texts.get(&format!("place-{}", one.state.code())));
        let about = about.clone();
        let give_back = (can_give_back && several && is_coming).then(|| {
            let name = one.name.clone();
            let position = Some(one.position);
            view! {
                <GiveBackConfirm about position summary="registration-give-back-one">
                    <p>
                        {texts.with("registration-give-back-one-text", &[("name", name.into())])}
                    </p>
                </GiveBackConfirm>
            }
        });
        view! {
            <li>
                <div>
                    <b class=(!is_coming).then_some("gone")>
                        <bdi>{one.name}</bdi>
                    </b>
                    <br />
                    <span class="quiet">{kind} " · " {state}</span>
                </div>
                {give_back}
            </li>
        }
    };
    view! {
        <section class="section" aria-labelledby="people">
            <h2 id="people">{texts.get("registration-people")}</h2>
            <ul class="attendees">{people.into_iter().map(row).collect_view()}</ul>
        </section>
    }
}

/// A button that opens a question before anything is given back.
#[component]
pub fn GiveBackConfirm(
    /// The registration.
    about: About,
    /// Whose place; none for all.
    position: Option<i64>,
    /// The key of the button's words.
    summary: &'static str,
    /// What will happen.
    children: Children,
) -> impl IntoView {
    let texts = texts();
    let position = position.map(|position| {
        view! { <input type="hidden" name="form[position]" value=position /> }
    });
    view! {
        <details class="confirm">
            <summary class="button second">{texts.get(summary)}</summary>
            <form method="post" action="/api/registration-cancellation">
                {about.fields()} {position} {children()}
                <button class="button back" type="submit">
                    {texts.get(summary)}
                </button>
            </form>
        </details>
    }
}

/// The mails about it.
#[component]
pub fn Mails(
    /// In the order in which they were queued.
    mails: Vec<OwnMail>,
) -> impl IntoView {
    let texts = texts();
    let head = |key| {
        view! {
            <th role="columnheader" scope="col">
                {texts.get(key)}
            </th>
        }
    };
    let row = |mail: OwnMail| {
        let reason = mail.reason.map(|reason| {
            view! {
                <br />
                <bdi class="quiet small">{reason}</bdi>
            }
        });
        view! {
            <tr role="row">
                <th role="rowheader" scope="row">
                    {texts.get(&format!("mail-kind-{}", mail.kind.code()))}
                </th>
                <td role="cell" data-label=texts.get("registration-mail-state")>
                    {texts.get(&format!("mail-status-{}", mail.status))}
                    {reason}
                </td>
                <td role="cell" data-label=texts.get("registration-mail-attempts")>
                    {mail.attempts}
                </td>
                <td role="cell" data-label=texts.get("registration-mail-when")>
                    {instant(mail.at)}
                </td>
            </tr>
        }
    };
    let body = if mails.is_empty() {
        view! { <p>{texts.get("registration-mails-none")}</p> }.into_any()
    } else {
        view! {
            <table class="attendance" role="table" aria-labelledby="mails">
                <thead role="rowgroup">
                    <tr role="row">
                        {head("registration-mail")} {head("registration-mail-state")}
                        {head("registration-mail-attempts")} {head("registration-mail-when")}
                    </tr>
                </thead>
                <tbody role="rowgroup">{mails.into_iter().map(row).collect_view()}</tbody>
            </table>
        }
        .into_any()
    };
    view! {
        <section class="section" aria-labelledby="mails">
            <h2 id="mails">{texts.get("registration-mails")}</h2>
            {body}
        </section>
    }
}

/// What was done to it, and by whom.
#[component]
pub fn History(
    /// The first first.
    history: Vec<Done>,
) -> impl IntoView {
    let texts = texts();
    let row = |done: Done| {
        let by = match done.by {
            Who::Participant => texts.get("history-participant"),
            Who::Operator => texts.get("history-house"),
            Who::Member(email) => email,
        };
        // What a later version of this program did has no words yet.
        let what = texts.find(&format!("act-{}", done.action)).unwrap_or(done.action);
        view! {
            <li>
                <div>
                    <b>{what}</b>
                    " "
                    <bdi>{done.name}</bdi>
                    <br />
                    <span class="quiet">
                        <bdi>{by}</bdi>
                        " · "
                        {instant(done.at)}
                    </span>
                </div>
            </li>
        }
    };
    view! {
        <section class="section" aria-labelledby="history">
            <h2 id="history">{texts.get("registration-history")}</h2>
            <ol class="attendees">{history.into_iter().map(row).collect_view()}</ol>
        </section>
    }
}

/// What organisers wrote down, and room for more.
#[component]
pub fn Notes(
    /// The first first.
    notes: Vec<Note>,
    /// The registration.
    about: About,
    /// What was typed, if the form came back.
    typed: String,
    /// What is wrong with it.
    invalid: Vec<Invalid>,
    /// Whether one may be added.
    can_add: bool,
) -> impl IntoView {
    let texts = texts();
    let row = |note: Note| {
        view! {
            <li>
                <div>
                    <p class="note" dir="auto">
                        {note.text}
                    </p>
                    <span class="quiet">
                        <bdi>{note.email}</bdi>
                        " · "
                        {instant(note.at)}
                    </span>
                </div>
            </li>
        }
    };
    let add = can_add.then(|| {
        view! {
            <form class="form" method="post" action="/api/registration-note" novalidate>
                {about.fields()}
                <TextArea
                    field=Field::Note
                    name="form[text]"
                    label="registration-note"
                    value=typed
                    invalid
                    rows=3
                />
                <p>
                    <button class="button second" type="submit">
                        {texts.get("registration-note-button")}
                    </button>
                </p>
            </form>
        }
    });
    view! {
        <section class="section" aria-labelledby="notes">
            <h2 id="notes">{texts.get("registration-notes")}</h2>
            <p class="quiet">{texts.get("registration-notes-text")}</p>
            <ul class="attendees">{notes.into_iter().map(row).collect_view()}</ul>
            {add}
        </section>
    }
}
