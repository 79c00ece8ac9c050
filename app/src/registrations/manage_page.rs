//! The manage link: the ticket, who is coming, and the way to give places back.
//!
//! Looking changes nothing, so that a mail scanner that follows the link does no harm; giving back
//! takes a form.

use domain::registrations::RegistrationStatus;
use leptos::prelude::*;
use services::Error;
use services::events::{EventPage as Event, pattern_seed};
use services::registrations::{Attendee, GiveBack, RegistrationPage};
use services::secrets::ManageToken;

use super::GiveBackForm;
use super::questions::{self, Answers};
use crate::context::{self, dates, language, services, texts};
use crate::error::AppError;
use crate::events::calendar_links::CalendarLinks;
use crate::events::place::OnTicket;
use crate::events::rules::{self, AskThem};
use crate::returned;
use crate::ui::card::{KindLine, machine_time};
use crate::ui::head::PageTitle;
use crate::ui::motif::Motif;
use crate::ui::page::{Frame, when_ready};
use crate::ui::qr::QrCode;

/// What was asked for with the manage link.
pub async fn give_back(form: GiveBackForm) -> Result<(), AppError> {
    let language = context::language_of(&form.language);
    let page = format!("/{}/registrations/{}", language.code(), form.token);
    let token = ManageToken::parse(&form.token).ok_or(AppError::NotFound)?;
    let whose = form.position.map_or(GiveBack::All, GiveBack::One);
    match context::services().registrations.give_back(&token, whose).await {
        Ok(()) => context::see_other(&format!("{page}?given-back=1")),
        Err(Error::Invalid(_)) => context::see_other(&page),
        Err(error) => return Err(error.into()),
    }
    Ok(())
}

/// The page behind the manage link.
#[component]
pub fn ManagePage() -> impl IntoView {
    let (services, language) = (services(), language());
    let token = ManageToken::parse(&context::param("token"));
    let (asked, answered) = (returned::asked(), !context::query("answered").is_empty());
    let moment = Moment {
        new: !context::query("new").is_empty(),
        given_back: !context::query("given-back").is_empty(),
    };
    context::no_store();
    when_ready(async move {
        let token = token.ok_or(Error::NotFound)?;
        let registration = services.registrations.find(&token).await?;
        let date = Some(registration.date);
        let event = services.events.page(language, &registration.slug, date).await?;
        let answers = services.registrations.answers(&token).await?;
        let returned = returned::see(&services, questions::FORM, asked).await;
        let of = token.clone();
        let answers = view! { <Answers token=of answers returned saved=answered /> }.into_any();
        Ok(view! { <Shown token registration event moment answers /> })
    })
}

/// What has just happened.
#[derive(Clone, Copy)]
struct Moment {
    new: bool,
    given_back: bool,
}

#[component]
fn Shown(
    token: ManageToken,
    registration: RegistrationPage,
    event: Event,
    moment: Moment,
    answers: AnyView,
) -> impl IntoView {
    let texts = texts();
    let cancelled = registration.status == RegistrationStatus::Cancelled;
    let title = texts.get(match (cancelled, moment.new) {
        (true, _) => "manage-cancelled-title",
        (false, true) => "manage-new-title",
        (false, false) => "manage-title",
    });
    let slug = registration.slug.clone();
    let (now, starts_at) = (services().now(), event.date().when.starts_at);
    let may_return = event.content.returns.allow(starts_at, now);
    let has_begun = starts_at <= now;
    let body = if cancelled {
        view! { <Again slug /> }.into_any()
    } else {
        let present: Vec<Attendee> = registration.attendees.clone();
        view! {
            <CalendarLinks
                path=format!("events/{slug}.ics")
                heading="calendar-title"
                download=format!("events/{slug}/download.ics")
            />
            {answers}
            <Attendees token=token.clone() attendees=present.clone() may_return />
            {may_return
                .then(|| view! { <AllPlaces token attendees=present event=event.clone() /> })}
            {(!may_return && !has_begun).then(|| view! { <AskThem event=event.clone() /> })}
        }
        .into_any()
    };
    view! {
        <PageTitle text=title.clone() />
        <Frame narrow=true>
            <div class="hello" role="status">
                <h1>{title}</h1>
                <Message registration=registration.clone() moment cancelled />
            </div>
            <Ticket registration event cancelled />
            {body}
        </Frame>
    }
}

/// What happened, and what happens next.
#[component]
fn Message(registration: RegistrationPage, moment: Moment, cancelled: bool) -> impl IntoView {
    let key = match (cancelled, moment.new, moment.given_back) {
        (true, ..) => "manage-cancelled-text",
        (false, true, _) => "manage-new-text",
        (false, false, true) => "manage-given-back-text",
        (false, false, false) => "manage-text",
    };
    let email = [("email", registration.contact_email.as_str().into())];
    view! { <p class="lead">{texts().with(key, &email)}</p> }
}

/// The ticket: what, when, where, who, and the code for the door.
#[component]
fn Ticket(registration: RegistrationPage, event: Event, cancelled: bool) -> impl IntoView {
    let texts = texts();
    let text = event.content.text(language());
    let own = context::foreign(text.language);
    let when = event.date().when.clone();
    let (slug, category) = (event.content.slug.clone(), event.content.category.code());
    let name = move |attendee: &Attendee| {
        view! {
            <li>
                <b>
                    <bdi>{attendee.name.clone()}</bdi>
                </b>
                " "
                <span class="quiet">{texts.get(&format!("ticket-{}", attendee.kind.code()))}</span>
            </li>
        }
    };
    let shown = registration.attendees.iter().filter(|attendee| cancelled || !attendee.cancelled);
    let code = (!cancelled).then(|| {
        view! {
            <div class="ticket-code">
                <QrCode text=registration.ticket_code.clone() label=texts.get("ticket-qr-label") />
                <p>
                    <span class="quiet small">{texts.get("ticket-reference")}</span>
                    <br />
                    <span class="reference ltr">{registration.reference.to_string()}</span>
                </p>
            </div>
        }
    });
    view! {
        <article
            class=if cancelled { "ticket is-cancelled" } else { "ticket" }
            aria-label=texts.get("ticket-label")
        >
            <Motif seed=pattern_seed(&slug) category />
            <div class="ticket-text">
                <KindLine category discipline=event.content.discipline.clone() />
                <h2 dir="auto" lang=own>
                    <a href=format!("/{}/events/{slug}", language().code())>{text.title.clone()}</a>
                </h2>
                <p>
                    <b>
                        <time datetime=machine_time(&when)>{dates().span(&when)}</time>
                    </b>
                    " "
                    <span class="quiet">{dates().zone_with_offset(&when)}</span>
                </p>
                <OnTicket event=event.clone() link=registration.online_link.clone() />
                <ul class="names">{shown.map(name).collect_view()}</ul>
            </div>
            {code}
        </article>
    }
}

/// Everyone in the registration, each with the way to give their place back.
#[component]
fn Attendees(token: ManageToken, attendees: Vec<Attendee>, may_return: bool) -> impl IntoView {
    let texts = texts();
    let several = attendees.iter().filter(|attendee| !attendee.cancelled).count() > 1;
    let row = move |attendee: Attendee| {
        let kind = texts.get(&format!("ticket-{}", attendee.kind.code()));
        let note = if attendee.cancelled { texts.get("attendee-gone") } else { kind };
        let token = token.clone();
        let form = (several && may_return && !attendee.cancelled).then(|| {
            let name = attendee.name.clone();
            view! {
                <GiveBackConfirm token position=Some(attendee.position) summary="give-back-one">
                    <p>{texts.with("give-back-one-text", &[("name", name.into())])}</p>
                </GiveBackConfirm>
            }
        });
        view! {
            <li>
                <div class=attendee.cancelled.then_some("gone")>
                    <b>
                        <bdi>{attendee.name}</bdi>
                    </b>
                    <br />
                    <span class="quiet">{note}</span>
                </div>
                {form}
            </li>
        }
    };
    view! {
        <section class="section" aria-labelledby="who">
            <h2 id="who">{texts.get("attendees-title")}</h2>
            <ul class="attendees">{attendees.into_iter().map(row).collect_view()}</ul>
        </section>
    }
}

/// The way to give every place back.
#[component]
fn AllPlaces(token: ManageToken, attendees: Vec<Attendee>, event: Event) -> impl IntoView {
    let texts = texts();
    let until = rules::giving_back(event.content.returns, &event.date().when);
    let count = attendees.iter().filter(|attendee| !attendee.cancelled).count();
    view! {
        <section class="section" aria-labelledby="all">
            <h2 id="all">{texts.get("give-back-all-title")}</h2>
            <p>{texts.get("give-back-all-intro")} " " {until}</p>
            <GiveBackConfirm token position=None summary="give-back-all">
                <p>{texts.with("give-back-all-text", &[("count", count.into())])}</p>
            </GiveBackConfirm>
        </section>
    }
}

/// A button that opens a question before anything is given back.
#[component]
fn GiveBackConfirm(
    token: ManageToken,
    position: Option<i64>,
    /// The key of the button's words; with `-button`, those of the one that does it.
    summary: &'static str,
    children: Children,
) -> impl IntoView {
    let texts = texts();
    let position = position.map(|position| {
        view! { <input type="hidden" name="form[position]" value=position /> }
    });
    view! {
        <details class="confirm">
            <summary class="button second">{texts.get(summary)}</summary>
            <form method="post" action="/api/cancellation">
                <input type="hidden" name="form[token]" value=token.as_str().to_owned() />
                <input type="hidden" name="form[language]" value=language().code() />
                {position}
                {children()}
                <button class="button back" type="submit">
                    {texts.get(&format!("{summary}-button"))}
                </button>
            </form>
        </details>
    }
}

/// After everything was given back.
#[component]
fn Again(slug: String) -> impl IntoView {
    let (texts, code) = (texts(), language().code());
    view! {
        <p class="actions">
            <a class="button" href=format!("/{code}/events/{slug}")>
                {texts.get("register-again")}
            </a>
            " "
            <a class="button second" href=format!("/{code}/events")>
                {texts.get("notice-others")}
            </a>
        </p>
    }
}
