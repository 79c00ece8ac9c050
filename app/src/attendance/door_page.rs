//! The list for the door, on paper: names, and boxes to tick.

use domain::accounts::Action;
use jiff::civil::DateTime;
use leptos::prelude::*;
use services::accounts::SignedIn;
use services::events::own::{OwnDate, OwnEvent};
use services::registrations::list::{Attendance, DOOR_LIST, Listed};

use super::forms;
use crate::context::{self, dates, language, services, texts};
use crate::ui::page::when_ready;
use crate::ui::search::DateChoice;
use crate::ui::workspace::{Place, Workspace};

/// The list for the door of a date: the one that was asked for, else the next that is not over,
/// else the last.
#[component]
pub fn DoorListPage() -> impl IntoView {
    let (services, session, language) = (services(), context::session(), language());
    let (organisation, slug) = (context::param("organisation"), context::param("slug"));
    let asked: Option<DateTime> = context::query("date").parse().ok();
    when_ready(async move {
        let me = services.accounts.signed_in(session.as_ref()).await?;
        let events = &services.events;
        let event = events.own(&me.actor, &organisation, &slug, Action::SeeNames, language).await?;
        let own_dates = events.own_dates(&event).await?;
        let now = services.now();
        let date = asked
            .and_then(|asked| own_dates.iter().find(|date| date.when.starts == asked))
            .or_else(|| own_dates.iter().find(|date| date.when.ends_at > now))
            .or_else(|| own_dates.last())
            .map(|date| date.when.starts);
        let registrations = &services.registrations;
        let attendance = registrations.door_list(&me.actor, &event, date, language).await?;
        Ok(view! { <Shown me event own_dates date attendance /> })
    })
}

#[component]
fn Shown(
    me: SignedIn,
    event: OwnEvent,
    own_dates: Vec<OwnDate>,
    date: Option<DateTime>,
    attendance: Attendance,
) -> impl IntoView {
    let texts = texts();
    let when = own_dates.iter().find(|one| Some(one.when.starts) == date);
    let when = when.map(|date| dates().span(&date.when));
    let own = (event.language != language()).then(|| event.language.code());
    let list = forms::list(language(), &event);
    let choose = (own_dates.len() > 1).then(|| {
        view! { <DateChoice action=format!("{list}/door-list") own_dates chosen=date /> }
    });
    let more = (attendance.total > DOOR_LIST).then(|| {
        let numbers = [("shown", DOOR_LIST.into()), ("total", attendance.total.into())];
        view! { <p class="notice bad">{texts.with("door-list-more", &numbers)}</p> }
    });
    let none = (attendance.total == 0)
        .then(|| view! { <p class="lead">{texts.get("door-list-none")}</p> });
    let count = texts.with("attendance-count", &[("count", attendance.total.into())]);
    let row = move |one: Listed| {
        view! {
            <li>
                <span class="box" aria-hidden="true"></span>
                <bdi>{one.name}</bdi>
                <span class="quiet">{texts.get(&format!("ticket-{}", one.kind.code()))}</span>
            </li>
        }
    };
    let title = event.title.clone();
    view! {
        <Workspace place=Place::event(me.actor, event) title=texts.get("door-list-title")>
            <p class="lead">
                <bdi lang=own>{title}</bdi>
                <br />
                {when}
                " · "
                {count}
            </p>
            <p class="off-paper">{texts.get("door-list-text")}</p>
            {choose}
            {more}
            {none}
            <ol class="door-list">{attendance.listed.into_iter().map(row).collect_view()}</ol>
            <p class="off-paper">
                <a class="crumb" href=list>
                    {texts.get("registration-back")}
                </a>
            </p>
        </Workspace>
    }
}
