//! The page of what is done to many: what can be done, how far it is, and what came of it.

use domain::accounts::Action;
use domain::registrations::bulk::{BulkKind, BulkState, Outcome};
use leptos::prelude::*;
use services::Error;
use services::accounts::SignedIn;
use services::events::own::{OwnDate, OwnEvent};
use services::registrations::bulk::BulkPage;
use services::registrations::tags::Tag;

use super::parts::{Cancel, Letters, Move, TagForms};
use super::{BulkForm, forms};
use crate::attendance::about::About;
use crate::attendance::forms::list;
use crate::attendance::rows::Tags;
use crate::context::{self, dates, language, services, texts};
use crate::returned::{self, Returned};
use crate::ui::form::Problems;
use crate::ui::page::when_ready;
use crate::ui::workspace::{Place, Workspace};

/// What is done to many.
#[component]
pub fn BulkActPage() -> impl IntoView {
    let (services, session, language) = (services(), context::session(), language());
    let (organisation, slug) = (context::param("organisation"), context::param("slug"));
    let (id, asked) = (context::param("bulk"), returned::asked());
    when_ready(async move {
        let me = services.accounts.signed_in(session.as_ref()).await?;
        let (events, registrations) = (&services.events, &services.registrations);
        let action = Action::ChangeRegistrations;
        let event = events.own(&me.actor, &organisation, &slug, action, language).await?;
        let id: uuid::Uuid = id.parse().map_err(|_| Error::NotFound)?;
        let bulk = registrations.bulk(&me.actor, &event, id).await?;
        let own_dates = events.own_dates(&event).await?;
        let tags = registrations.tags(&me.actor, &event).await?;
        let returned = returned::see(&services, forms::FORM, asked).await.unwrap_or_default();
        Ok(view! { <Shown me event bulk own_dates tags returned /> })
    })
}

#[component]
fn Shown(
    me: SignedIn,
    event: OwnEvent,
    bulk: BulkPage,
    own_dates: Vec<OwnDate>,
    tags: Vec<Tag>,
    returned: Returned<BulkForm>,
) -> impl IntoView {
    let texts = texts();
    let list = list(language(), &event);
    let about = About::bulk(&event, bulk.id.to_string());
    let chosen = texts.with("bulk-chosen", &[("count", bulk.total.into())]);
    let invalid = returned.invalid.clone();
    let title = event.title.clone();
    let inside = if bulk.state == BulkState::Chosen {
        view! { <Deciding bulk about title own_dates tags returned /> }.into_any()
    } else {
        view! { <Told bulk about list=list.clone() own_dates tags /> }.into_any()
    };
    view! {
        <Workspace place=Place::event(me.actor, event) title=texts.get("bulk-title")>
            <Problems invalid />
            <p>
                <a class="crumb" href=list>
                    {texts.get("registration-back")}
                </a>
            </p>
            <p class="lead" id="bulk" tabindex="-1">
                {chosen}
            </p>
            {inside}
        </Workspace>
    }
}

/// What can be done.
#[component]
fn Deciding(
    bulk: BulkPage,
    about: About,
    title: String,
    own_dates: Vec<OwnDate>,
    tags: Vec<Tag>,
    returned: Returned<BulkForm>,
) -> impl IntoView {
    let texts = texts();
    let now = services().now();
    let open: Vec<OwnDate> = own_dates
        .iter()
        .filter(|date| date.when.starts_at > now && !date.cancelled)
        .cloned()
        .collect();
    let Returned { values, invalid, .. } = returned;
    let move_to = (own_dates.len() > 1).then(|| {
        let (about, invalid, value) = (about.clone(), invalid.clone(), values.date.clone());
        view! { <Move about open value invalid /> }
    });
    view! {
        <p>{texts.get("bulk-text")}</p>
        <TagForms about=about.clone() tags value=values.tag.clone() invalid=invalid.clone() />
        {move_to}
        <Letters about=about.clone() bulk title own_dates values invalid />
        <Cancel about />
    }
}

/// What is being done, or was.
#[component]
fn Told(
    bulk: BulkPage,
    about: About,
    list: String,
    own_dates: Vec<OwnDate>,
    tags: Vec<Tag>,
) -> impl IntoView {
    let texts = texts();
    let kind = bulk.kind.map(BulkKind::code).unwrap_or_default();
    let is_undo = matches!(bulk.state, BulkState::Undoing | BulkState::Undone);
    let date = bulk.date.and_then(|id| own_dates.iter().find(|date| date.id == id));
    let date = date.map(|date| dates().start(&date.when));
    let tag = bulk.tag.clone().map(|name| {
        let known = tags.into_iter().find(|tag| tag.name == name);
        let folded = name.clone();
        let tag = known.unwrap_or(Tag { name, folded, position: 0 });
        view! { <Tags tags=vec![tag] /> }
    });
    let done: i64 =
        bulk.outcomes.iter().filter(|(what, _)| *what == Outcome::Done).map(|(_, n)| n).sum();
    let others = bulk.outcomes.iter().filter(|(what, _)| *what != Outcome::Done);
    let others = others.map(|(what, count)| {
        let what = texts.get(&format!("bulk-outcome-{}", what.code()));
        view! {
            <li>{texts.with("bulk-not", &[("count", (*count).into()), ("reason", what.into())])}</li>
        }
    });
    let others = others.collect_view();
    let key = if is_undo { "bulk-undone" } else { "bulk-done" };
    let sentence = texts.with(key, &[("count", done.into())]);
    let undo = bulk.undo_until.map(|until| view! { <Undo about until /> });
    view! {
        <h2>{texts.get(&format!("bulk-{kind}-title"))} " " {date}</h2>
        {tag}
        <Progress waiting=bulk.waiting total=bulk.total />
        <div class="notice" role="status">
            <p>{sentence}</p>
            <ul>{others}</ul>
        </div>
        {undo}
        <Refused bulk list />
    }
}

/// How far it is, while it is not finished.
#[component]
fn Progress(waiting: i64, total: i64) -> impl IntoView {
    let texts = texts();
    (waiting > 0).then(|| {
        let done = total - waiting;
        let numbers = [("done", done.into()), ("total", total.into())];
        let label = texts.plain("bulk-progress", &numbers);
        view! {
            <p>
                <progress max=total value=done aria-label=label.clone()></progress>
                " "
                {label}
            </p>
            <p>
                <a class="button second" href=context::path()>
                    {texts.get("bulk-look-again")}
                </a>
            </p>
        }
    })
}

#[component]
fn Undo(about: About, until: jiff::Timestamp) -> impl IntoView {
    let texts = texts();
    let until = crate::accounts::account_page::instant(until);
    view! {
        <form class="section" method="post" action="/api/bulk-undo">
            {about.fields()} <p>{texts.with("bulk-undo-text", &[("time", until.into())])}</p>
            <button class="button second" type="submit">
                {texts.get("bulk-undo")}
            </button>
        </form>
    }
}

/// Those to which it was not done, one by one.
#[component]
fn Refused(bulk: BulkPage, list: String) -> impl IntoView {
    let texts = texts();
    let row = move |(reference, name, outcome): (domain::ids::Reference, String, Outcome)| {
        let href = format!("{list}/{reference}");
        view! {
            <li>
                <div>
                    <a class="reference-small" href=href>
                        {reference.to_string()}
                    </a>
                    " "
                    <bdi>{name}</bdi>
                    <br />
                    <span class="quiet">
                        {texts.get(&format!("bulk-outcome-{}", outcome.code()))}
                    </span>
                </div>
            </li>
        }
    };
    (!bulk.refused.is_empty()).then(|| {
        view! {
            <section class="section" aria-labelledby="refused">
                <h2 id="refused">{texts.get("bulk-refused")}</h2>
                <ul class="attendees">{bulk.refused.into_iter().map(row).collect_view()}</ul>
            </section>
        }
    })
}
