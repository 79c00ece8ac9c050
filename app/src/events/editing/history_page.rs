//! What the event was before: its versions, and what changed in one of them.

use domain::accounts::Action;
use leptos::prelude::*;
use services::accounts::SignedIn;
use services::events::editing::{Change, Field, Value, Version};
use services::events::own::OwnEvent;

use crate::accounts::account_page::instant;
use crate::context::{self, dates, language, services, texts};
use crate::ui::page::when_ready;
use crate::ui::workspace::{Place, Workspace};

/// The versions of an event.
#[component]
pub fn HistoryPage() -> impl IntoView {
    let (services, session, language) = (services(), context::session(), language());
    let (organisation, slug) = (context::param("organisation"), context::param("slug"));
    let asked: Option<i64> = context::query("version").parse().ok();
    when_ready(async move {
        let me = services.accounts.signed_in(session.as_ref()).await?;
        let events = &services.events;
        let event =
            events.own(&me.actor, &organisation, &slug, Action::SeeEvents, language).await?;
        let versions = events.versions(&event).await?;
        let chosen = asked
            .filter(|asked| versions.iter().any(|version| version.version == *asked))
            .or_else(|| versions.first().map(|version| version.version));
        let changes = match chosen {
            Some(chosen) => events.changes(&event, chosen).await?,
            None => Vec::new(),
        };
        Ok(view! { <Shown me event versions chosen changes /> })
    })
}

#[component]
fn Shown(
    me: SignedIn,
    event: OwnEvent,
    versions: Vec<Version>,
    chosen: Option<i64>,
    changes: Vec<Change>,
) -> impl IntoView {
    let texts = texts();
    let (title, own) = (event.title.clone(), context::foreign(event.language));
    let none = versions.is_empty().then(|| {
        view! { <p class="lead">{texts.get("history-none")}</p> }
    });
    let row = move |version: Version| {
        let current = Some(version.version) == chosen;
        view! { <VersionRow version current /> }
    };
    let changed = chosen.map(|version| view! { <Changes version changes /> });
    view! {
        <Workspace place=Place::event(me.actor, event) title title_language=own>
            {none} {changed}
            <section class="section" aria-labelledby="versions">
                <h2 id="versions">{texts.get("history-versions")}</h2>
                <ol class="record" reversed=true>
                    {versions.into_iter().map(row).collect_view()}
                </ol>
            </section>
        </Workspace>
    }
}

#[component]
fn VersionRow(version: Version, current: bool) -> impl IntoView {
    let texts = texts();
    let words = [("version", version.version.into())];
    let href = format!("{}?version={}", context::path(), version.version);
    view! {
        <li>
            <p>
                <a href=href aria-current=current.then_some("true")>
                    {texts.with("history-version", &words)}
                </a>
                " · "
                {texts.get(&format!("editor-{}", version.section.code()))}
            </p>
            <p class="quiet">
                <bdi>{version.email}</bdi>
                " · "
                <time datetime=version.at.to_string()>{instant(version.at)}</time>
            </p>
        </li>
    }
}

/// What changed in a version, field by field.
#[component]
fn Changes(version: i64, changes: Vec<Change>) -> impl IntoView {
    let texts = texts();
    let none = changes.is_empty().then(|| view! { <p>{texts.get("history-nothing")}</p> });
    let row = move |change: Change| {
        let before = change.before.as_ref().map(|value| {
            view! {
                <span class="unseen">{texts.get("history-before")} " "</span>
                <del>{words(value)}</del>
            }
        });
        let after = change.after.as_ref().map(|value| {
            view! {
                <span class="unseen">{texts.get("history-after")} " "</span>
                <ins>{words(value)}</ins>
            }
        });
        view! {
            <div>
                <dt>{label(&change.field)}</dt>
                <dd dir="auto">{before}</dd>
                <dd dir="auto">{after}</dd>
            </div>
        }
    };
    view! {
        <section aria-labelledby="changes">
            <h2 id="changes">{texts.with("history-changes", &[("version", version.into())])}</h2>
            {none}
            <dl class="present">{changes.into_iter().map(row).collect_view()}</dl>
        </section>
    }
}

/// The name of a field, with what it is the field of.
fn label(field: &Field) -> String {
    let texts = texts();
    let name = texts.get(&format!("history-{}", field.code()));
    let of = match field {
        Field::Title(language)
        | Field::Summary(language)
        | Field::Description(language)
        | Field::Venue(language)
        | Field::Directions(language) => texts.get(&format!("spoken-{}", language.code())),
        Field::Date(starts) | Field::Places(starts) | Field::Cancelled(starts) => {
            dates().day(starts.date())
        }
        Field::Question(number) => number.to_string(),
        Field::Ticket(code) | Field::TicketWindow(code) => texts.get(&format!("ticket-{code}")),
        _ => return name,
    };
    texts.with("history-of", &[("field", name.into()), ("of", of.into())])
}

/// The value of a field.
fn words(value: &Value) -> String {
    let texts = texts();
    match value {
        Value::Text(text) => text.clone(),
        Value::Words(keys) => {
            let words = keys.iter().map(|key| texts.find(key).unwrap_or_else(|| key.clone()));
            words.collect::<Vec<_>>().join(&texts.get("list-separator"))
        }
        Value::Span { starts, ends, zone } => {
            let time = |at: &jiff::civil::DateTime| {
                let words = [
                    ("day", dates().day(at.date()).into()),
                    ("time", dates().time(at.time()).into()),
                ];
                texts.with("when-start", &words)
            };
            let zone = dates().zone(zone);
            let words = [
                ("starts", time(starts).into()),
                ("ends", time(ends).into()),
                ("zone", zone.into()),
            ];
            texts.with("history-span", &words)
        }
        Value::Moment { at, zone } => dates().moment(*at, zone),
        Value::Window { opens, closes, zone } => {
            let moment = |local: &Option<jiff::civil::DateTime>| {
                local.map_or_else(
                    || texts.get("editor-empty"),
                    |local| {
                        let words = [
                            ("day", dates().day(local.date()).into()),
                            ("time", dates().time(local.time()).into()),
                        ];
                        texts.with("when-start", &words)
                    },
                )
            };
            let words = [
                ("opens", moment(opens).into()),
                ("closes", moment(closes).into()),
                ("zone", dates().zone(zone).into()),
            ];
            texts.with("history-window-value", &words)
        }
    }
}
