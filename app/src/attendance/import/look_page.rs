//! The look at a file before anybody is added: which column is what, what is wrong, who is new.

use domain::accounts::Action;
use domain::invalid::Invalid;
use leptos::prelude::*;
use services::Error;
use services::accounts::SignedIn;
use services::events::own::OwnEvent;
use services::registrations::import::columns::Column;
use services::registrations::import::{Mistake, Preview};

use super::{ImportForm, form};
use crate::attendance::forms::list;
use crate::context::{self, language, services, texts};
use crate::returned::{self, Returned};
use crate::ui::form::Problems;
use crate::ui::page::when_ready;
use crate::ui::workspace::{Place, Workspace};

/// The look at a file.
#[component]
pub fn LookPage() -> impl IntoView {
    let (services, session, language) = (services(), context::session(), language());
    let (organisation, slug) = (context::param("organisation"), context::param("slug"));
    let (id, asked) = (context::param("file"), returned::asked());
    let places = form::places(|column| Some(context::query(column.code())));
    let chosen = (!places.is_empty()).then_some(places);
    when_ready(async move {
        let me = services.accounts.signed_in(session.as_ref()).await?;
        let action = Action::ChangeRegistrations;
        let event = services.events.own(&me.actor, &organisation, &slug, action, language).await?;
        let id: uuid::Uuid = id.parse().map_err(|_| Error::NotFound)?;
        let registrations = &services.registrations;
        let look = registrations.preview(&me.actor, &event, id, chosen.as_ref(), language).await?;
        let returned: Returned<ImportForm> =
            returned::see(&services, form::FORM, asked).await.unwrap_or_default();
        let invalid = returned.invalid;
        Ok(view! { <Shown me event look invalid /> })
    })
}

#[component]
fn Shown(me: SignedIn, event: OwnEvent, look: Preview, invalid: Vec<Invalid>) -> impl IntoView {
    let texts = texts();
    let list = list(language(), &event);
    let numbers = |number: usize| i64::try_from(number).unwrap_or(i64::MAX);
    let total = texts.with("import-total", &[("count", numbers(look.total).into())]);
    let (can_add, has_mistakes) = (look.mistakes.1 == 0 && look.new > 0, look.mistakes.1 > 0);
    let new = (!has_mistakes).then(
        || view! { <p>{texts.with("import-new", &[("count", numbers(look.new).into())])}</p> },
    );
    let twice = (look.twice.1 > 0).then(|| {
        let lines: Vec<String> = look.twice.0.iter().map(u64::to_string).collect();
        let count = [("count", numbers(look.twice.1).into())];
        view! {
            <p>
                {texts.with("import-twice", &count)} " "
                <span class="quiet ltr">{lines.join(", ")}</span>
            </p>
        }
    });
    let first = look.first.clone().into_iter().map(|(name, email)| {
        view! {
            <li>
                <bdi>{name}</bdi>
                " · "
                <bdi class="quiet">{email}</bdi>
            </li>
        }
    });
    let mistakes = has_mistakes
        .then(|| view! { <Mistakes told=look.mistakes.0.clone() count=look.mistakes.1 /> });
    let hidden = Hidden::of(&event, &look);
    let add = can_add.then(|| view! { <Add hidden /> });
    view! {
        <Workspace place=Place::event(me.actor, event) title=texts.get("import-title")>
            <Problems invalid />
            <p>
                <a class="crumb" href=format!("{list}/import")>
                    {texts.get("import-other")}
                </a>
            </p>
            <p class="lead" id="file" tabindex="-1">
                {total}
            </p>
            {new}
            {twice}
            <ul>{first.collect_view()}</ul>
            {mistakes}
            {add}
            <Columns look />
        </Workspace>
    }
}

/// What is wrong, by line and column.
#[component]
fn Mistakes(told: Vec<Mistake>, count: usize) -> impl IntoView {
    let texts = texts();
    let one = |mistake: Mistake| {
        let line = i64::try_from(mistake.line).unwrap_or(i64::MAX);
        let column = texts.get(mistake.column.label());
        let place = [("line", line.into()), ("column", column.into())];
        view! {
            <li>
                {texts.with("import-place", &place)} " " {texts.get(mistake.code.key())}
            </li>
        }
    };
    let count = i64::try_from(count).unwrap_or(i64::MAX);
    view! {
        <div class="notice bad">
            <h2>{texts.with("import-mistakes", &[("count", count.into())])}</h2>
            <p>{texts.get("import-nothing")}</p>
            <ul>{told.into_iter().map(one).collect_view()}</ul>
        </div>
    }
}

/// What the form says about the file.
#[derive(Clone)]
struct Hidden(Vec<(String, String)>);

impl Hidden {
    fn of(event: &OwnEvent, look: &Preview) -> Self {
        let field = |name: &str, value: String| (format!("form[{name}]"), value);
        let mut fields = vec![
            field("language", language().code().to_owned()),
            field("organisation", event.organisation.slug.clone()),
            field("event", event.slug.clone()),
            field("file", look.id.to_string()),
        ];
        for (column, at) in &look.places {
            fields.push((format!("form[columns][{}]", column.code()), at.to_string()));
        }
        Self(fields)
    }
}

#[component]
fn Add(hidden: Hidden) -> impl IntoView {
    let texts = texts();
    let hidden = hidden.0.into_iter();
    let hidden =
        hidden.map(|(name, value)| view! { <input type="hidden" name=name value=value /> });
    view! {
        <form class="form" method="post" action="/api/import">
            {hidden.collect_view()}
            <label class="check">
                <input type="checkbox" name="form[mail]" />
                <span>{texts.get("import-mail")}</span>
            </label>
            <p>
                <button class="button" type="submit">
                    {texts.get("import-button")}
                </button>
            </p>
        </form>
    }
}

/// Which column is what, to be changed where a head was not recognised.
#[component]
fn Columns(look: Preview) -> impl IntoView {
    let texts = texts();
    let field = |column: Column| {
        let now = look.places.get(&column).copied();
        let option = |(at, head): (usize, &String)| {
            let head = head.clone();
            view! {
                <option value=at.to_string() selected=now == Some(at)>
                    {head}
                </option>
            }
        };
        let id = format!("column-{}", column.code());
        view! {
            <p class="field">
                <label for=id.clone()>{texts.get(column.label())}</label>
                <select id=id name=column.code()>
                    <option value="">{texts.get("import-no-column")}</option>
                    {look.head.iter().enumerate().map(option).collect_view()}
                </select>
            </p>
        }
    };
    let fields = Column::ALL.into_iter().map(field).collect_view();
    view! {
        <section class="section" aria-labelledby="columns">
            <h2 id="columns">{texts.get("import-columns")}</h2>
            <form method="get" action=context::path()>
                <div class="filter-set in-a-row">{fields}</div>
                <p class="actions">
                    <button class="button second" type="submit">
                        {texts.get("import-look-again")}
                    </button>
                </p>
            </form>
        </section>
    }
}
