//! One registration, as those see it who hold the event.

use domain::accounts::Action;
use domain::invalid::Field;
use domain::registrations::RegistrationStatus;
use leptos::prelude::*;
use services::accounts::SignedIn;
use services::events::own::{OwnDate, OwnEvent};
use services::registrations::answers::OwnAnswers;
use services::registrations::list::Reach;
use services::registrations::one::OwnRegistration;
use services::registrations::tags::Tag;

use super::about::About;
use super::answers::Answers;
use super::one_parts::{Contact, GiveBackConfirm, History, Mails, Notes, People};
use super::tag_parts::TagSection;
use super::{RegistrationForm, forms};
use crate::context::{self, language, services, texts};
use crate::returned::{self, Returned};
use crate::ui::form::Problems;
use crate::ui::page::when_ready;
use crate::ui::workspace::{Place, Workspace};

/// One registration.
#[component]
pub fn RegistrationPage() -> impl IntoView {
    let (services, session, language) = (services(), context::session(), language());
    let (organisation, slug) = (context::param("organisation"), context::param("slug"));
    let reference = context::param("reference");
    let (asked, moment) = (returned::asked(), context::query("done"));
    when_ready(async move {
        let me = services.accounts.signed_in(session.as_ref()).await?;
        let (events, registrations) = (&services.events, &services.registrations);
        let action = Action::SeeRegistrations;
        let event = events.own(&me.actor, &organisation, &slug, action, language).await?;
        let one = registrations.own(&me.actor, &event, &reference).await?;
        let answers = registrations.own_answers(&me.actor, &event, &reference, language).await?;
        let own_dates = events.own_dates(&event).await?;
        let now = services.now();
        let is_over = |date: &OwnDate| date.when.starts == one.date && date.when.starts_at <= now;
        let over = own_dates.iter().any(is_over);
        let tags = registrations.tags(&me.actor, &event).await?;
        let returned = returned::see(&services, forms::NOTE, asked).await.unwrap_or_default();
        Ok(view! { <Shown me event one answers own_dates tags over returned moment /> })
    })
}

#[component]
fn Shown(
    me: SignedIn,
    event: OwnEvent,
    one: OwnRegistration,
    answers: Vec<OwnAnswers>,
    own_dates: Vec<OwnDate>,
    tags: Vec<Tag>,
    over: bool,
    returned: Returned<RegistrationForm>,
    moment: String,
) -> impl IntoView {
    let texts = texts();
    let reach = Reach::of(&me.actor, &event);
    let list = forms::list(language(), &event);
    let about = About::registration(&event, one.reference.to_string());
    let code = one.reference.to_string();
    let title = texts.plain("registration-title", &[("reference", code.into())]);
    let when = own_dates.into_iter().find(|date| date.when.starts == one.date);
    let is_open = one.status == RegistrationStatus::Confirmed;
    let may_change = reach.change && is_open;
    let (can_send, can_give_back) = (may_change, may_change && !over);
    let email = one.contact_email.clone();
    let send = can_send.then(|| view! { <Send about=about.clone() email /> });
    let all = can_give_back.then(|| {
        view! {
            <GiveBackConfirm about=about.clone() position=None summary="registration-give-back-all">
                <p>{texts.get("registration-give-back-all-text")}</p>
            </GiveBackConfirm>
        }
    });
    view! {
        <Workspace place=Place::event(me.actor, event) title>
            <Done moment />
            <Problems invalid=returned.invalid.clone() />
            <p>
                <a class="crumb" href=list>
                    {texts.get("registration-back")}
                </a>
            </p>
            <Contact one=one.clone() when=when.map(|date| date.when) />
            <People people=one.people about=about.clone() can_give_back />
            <Answers answers />
            <div class="actions">{send} {all}</div>
            <TagSection
                set=one.tags
                tags
                about=about.clone()
                typed=typed(&returned, Field::Tag)
                invalid=returned.invalid.clone()
                can_change=reach.change
            />
            <Mails mails=one.mails />
            <History history=one.history />
            <Notes
                notes=one.notes
                about
                typed=typed(&returned, Field::Note)
                invalid=returned.invalid
                can_add=reach.change
            />
        </Workspace>
    }
}

/// What was typed into this field of a form that came back.
fn typed(returned: &Returned<RegistrationForm>, field: Field) -> String {
    let is_its = returned.invalid.iter().any(|invalid| invalid.field == field);
    if is_its { returned.values.text.clone() } else { String::new() }
}

/// What was done a moment ago.
#[component]
fn Done(moment: String) -> impl IntoView {
    let key = match moment.as_str() {
        "given-back" => Some("registration-given-back"),
        "sent" => Some("registration-sent"),
        "noted" => Some("registration-note-added"),
        "added" => Some("by-hand-added"),
        "tagged" => Some("lists-tagged"),
        "untagged" => Some("lists-untagged"),
        "tag-deleted" => Some("lists-tag-deleted"),
        _ => None,
    };
    key.map(|key| {
        view! {
            <p class="notice good" role="status" id="done" tabindex="-1">
                {texts().get(key)}
            </p>
        }
    })
}

/// The ticket, again.
#[component]
fn Send(about: About, email: String) -> impl IntoView {
    let texts = texts();
    view! {
        <details class="confirm calm">
            <summary class="button second">{texts.get("registration-send")}</summary>
            <form method="post" action="/api/registration-mail">
                {about.fields()}
                <p>{texts.with("registration-send-text", &[("email", email.into())])}</p>
                <button class="button" type="submit">
                    {texts.get("registration-send")}
                </button>
            </form>
        </details>
    }
}
