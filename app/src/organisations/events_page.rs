//! The events of an organisation, for those who act for it.

use domain::accounts::{Action, authorize};
use domain::events::EventStatus;
use leptos::prelude::*;
use services::accounts::SignedIn;
use services::events::own::{OwnCard, OwnFound, PER_PAGE, Which};
use services::organisations::OwnOrganisation;

use crate::context::{self, dates, language, services, texts};
use crate::ui::page::when_ready;
use crate::ui::paging::Paging;
use crate::ui::workspace::{Place, Workspace};

/// The events of an organisation.
#[component]
pub fn OwnEventsPage() -> impl IntoView {
    let (services, session, language) = (services(), context::session(), language());
    let slug = context::param("organisation");
    let which = context::query("which");
    let which = Which::ALL.into_iter().find(|one| one.code() == which).unwrap_or_default();
    let page: i64 = context::query("page").parse().unwrap_or(1);
    when_ready(async move {
        let me = services.accounts.signed_in(session.as_ref()).await?;
        let organisations = &services.organisations;
        let organisation =
            organisations.own_one(&me.actor, &slug, Action::SeeEvents, language).await?;
        let events = &services.events;
        let found = events.own_list(&me.actor, &organisation, which, page, language).await?;
        Ok(view! { <Shown me organisation found which page /> })
    })
}

#[component]
fn Shown(
    me: SignedIn,
    organisation: OwnOrganisation,
    found: OwnFound,
    which: Which,
    page: i64,
) -> impl IntoView {
    let texts = texts();
    let slug = organisation.slug.clone();
    let root = context::page(&format!("organise/{slug}"));
    let page_root = root.clone();
    let choice = {
        let root = root.clone();
        move |one: Which| {
            let href = format!("{root}?which={}", one.code());
            let current = (one == which).then_some("true");
            view! {
                <li>
                    <a href=href aria-current=current>
                        {texts.get(&format!("workspace-{}", one.code()))}
                    </a>
                </li>
            }
        }
    };
    let empty = found.cards.is_empty().then(|| {
        view! { <p class="lead">{texts.get(&format!("workspace-{}-none", which.code()))}</p> }
    });
    let total = found.total;
    let address = move |page| format!("{root}?which={}&page={page}", which.code());
    let own = context::foreign(organisation.language);
    let title = organisation.name.clone();
    let may_write = authorize(&me.actor, Action::EditEvents, organisation.id.into()).is_ok();
    let new = may_write.then(|| {
        view! {
            <p>
                <a class="button" href=format!("{page_root}/events/new")>
                    {texts.get("editor-new")}
                </a>
            </p>
        }
    });
    view! {
        <Workspace place=Place::organisation(me.actor, organisation) title title_language=own>
            {new}
            <nav class="chips" aria-label=texts.get("workspace-which-label")>
                <ul>{Which::ALL.into_iter().map(choice).collect_view()}</ul>
            </nav>
            <h2 class="unseen">{texts.get(&format!("workspace-{}", which.code()))}</h2>
            {empty}
            <OwnRows cards=found.cards organisation=slug />
            <Paging page total per_page=PER_PAGE address />
        </Workspace>
    }
}

/// Events in rows: title, when, state, places.
#[component]
pub fn OwnRows(
    /// The events.
    cards: Vec<OwnCard>,
    /// The slug of their organisation.
    organisation: String,
) -> impl IntoView {
    let root = context::page(&format!("organise/{organisation}/events"));
    let row = move |card: OwnCard| {
        let href = format!("{root}/{}", card.slug);
        view! { <OwnRow card href /> }
    };
    view! { <ul class="own-events">{cards.into_iter().map(row).collect_view()}</ul> }
}

#[component]
fn OwnRow(card: OwnCard, href: String) -> impl IntoView {
    let texts = texts();
    let own = context::foreign(card.language);
    let when = card.when.as_ref().map(|when| dates().span(when));
    let when = when.unwrap_or_else(|| texts.get("workspace-no-date"));
    let further = (card.dates > 1)
        .then(|| texts.with("workspace-dates", &[("count", card.dates.into())]))
        .map(|words| view! { <span class="quiet">" · " {words}</span> });
    let status =
        (card.status != EventStatus::Published).then(|| view! { <StatusTag status=card.status /> });
    view! {
        <li>
            <div>
                <h3>
                    <a href=href>
                        <bdi lang=own>{card.title}</bdi>
                    </a>
                </h3>
                <p class="quiet">{when} {further}</p>
            </div>
            <p>{status}</p>
            <Filled taken=card.taken capacity=card.capacity />
        </li>
    }
}

/// The state of an event, in a word.
#[component]
pub fn StatusTag(
    /// The state.
    status: EventStatus,
) -> impl IntoView {
    let code = status.code();
    let class = format!("state state-{code}");
    view! { <span class=class>{texts().get(&format!("status-{code}"))}</span> }
}

/// How many places are taken, in words and as a bar.
#[component]
pub fn Filled(
    /// Places that are taken.
    taken: i64,
    /// Places in all.
    capacity: i64,
) -> impl IntoView {
    let words = [("taken", taken.into()), ("capacity", capacity.into())];
    view! {
        <p class="filled">
            <span class="numbers">{texts().with("workspace-taken", &words)}</span>
            <meter min="0" max=capacity.max(1) value=taken aria-hidden="true"></meter>
        </p>
    }
}
