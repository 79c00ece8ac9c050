//! One's own event at a glance: its state, its dates, and how full they are.

use domain::accounts::Action;
use domain::events::EventStatus;
use leptos::prelude::*;
use services::accounts::SignedIn;
use services::events::own::{OwnDate, OwnEvent};

use crate::context::{self, dates, language, services, texts};
use crate::organisations::events_page::{Filled, StatusTag};
use crate::ui::page::when_ready;
use crate::ui::workspace::{Place, Workspace};

/// One's own event at a glance.
#[component]
pub fn OverviewPage() -> impl IntoView {
    let (services, session, language) = (services(), context::session(), language());
    let (organisation, slug) = (context::param("organisation"), context::param("slug"));
    when_ready(async move {
        let me = services.accounts.signed_in(session.as_ref()).await?;
        let events = &services.events;
        let event =
            events.own(&me.actor, &organisation, &slug, Action::SeeEvents, language).await?;
        let own_dates = events.own_dates(&event).await?;
        Ok(view! { <Shown me event own_dates /> })
    })
}

#[component]
fn Shown(me: SignedIn, event: OwnEvent, own_dates: Vec<OwnDate>) -> impl IntoView {
    let texts = texts();
    let own = context::foreign(event.language);
    let public = (event.status != EventStatus::Draft).then(|| {
        view! {
            <a class="more" href=context::page(&format!("events/{}", event.slug))>
                {texts.get("overview-public")}
            </a>
        }
    });
    let numbers = format!("{}/numbers", context::path());
    let (title, status) = (event.title.clone(), event.status);
    let rows = own_dates.into_iter().map(|date| view! { <DateRow date /> }).collect_view();
    view! {
        <Workspace place=Place::event(me.actor, event) title title_language=own>
            <p class="tags">
                <StatusTag status />
                " "
                {public}
            </p>
            <ul class="own-dates">{rows}</ul>
            <p class="section-top">
                <a class="more" href=numbers>
                    {texts.get("numbers-link")}
                </a>
            </p>
        </Workspace>
    }
}

#[component]
fn DateRow(date: OwnDate) -> impl IntoView {
    let texts = texts();
    let cancelled = date.cancelled.then(|| view! { <StatusTag status=EventStatus::Cancelled /> });
    let ticket = |(kind, capacity, taken): (domain::events::TicketKind, Option<i64>, i64)| {
        let name = texts.get(&format!("ticket-{}", kind.code()));
        let count = match capacity {
            Some(capacity) => {
                let words = [("taken", taken.into()), ("capacity", capacity.into())];
                texts.with("workspace-taken", &words)
            }
            None => texts.with("workspace-taken-of-any", &[("taken", taken.into())]),
        };
        view! {
            <tr>
                <th scope="row">{name}</th>
                <td>{count}</td>
            </tr>
        }
    };
    view! {
        <li>
            <h2>
                <time datetime=date.when.starts.to_string()>{dates().span(&date.when)}</time>
            </h2>
            <p class="quiet">{dates().zone_with_offset(&date.when)} " " {cancelled}</p>
            <Filled taken=date.taken capacity=date.capacity />
            <table class="numbers-table">
                <caption class="unseen">{texts.get("overview-tickets")}</caption>
                <tbody>{date.tickets.into_iter().map(ticket).collect_view()}</tbody>
            </table>
        </li>
    }
}
