//! A new event: a title, its language, what it is about, and perhaps an earlier one to begin with.

use domain::accounts::Action;
use domain::events::drafts::Carried;
use domain::invalid::{Field, Invalid};
use domain::language::Language;
use leptos::prelude::*;
use services::Error;
use services::accounts::SignedIn;
use services::events::own::Earlier;
use services::organisations::OwnOrganisation;

use super::StartForm;
use super::fields::{Checks, DisciplineChoice};
use crate::context::{self, language, services, texts};
use crate::error::AppError;
use crate::returned::{self, Returned};
use crate::ui::form::{Choice, Problems, TextField, error};
use crate::ui::page::when_ready;
use crate::ui::workspace::{Place, Workspace};

/// What a returned form is called.
const START: &str = "event";

/// An event is begun.
pub async fn start(form: StartForm) -> Result<(), AppError> {
    let (services, me) = (context::services(), context::signed_in().await?);
    let language = context::language_of(&form.language);
    let page = format!("/{}/organise/{}/events", language.code(), form.organisation);
    match services.events.start(&me.actor, &form.organisation, &form.event).await {
        Ok(slug) => {
            returned::forget();
            context::see_other(&format!("{page}/{slug}/edit"));
            Ok(())
        }
        Err(Error::Invalid(invalid)) => {
            returned::keep(START, form, invalid).await?;
            context::see_other(&format!("{page}/new?form=returned#problems"));
            Ok(())
        }
        Err(error) => Err(error.into()),
    }
}

/// The form for a new event.
#[component]
pub fn NewEventPage() -> impl IntoView {
    let (services, session, language) = (services(), context::session(), language());
    let (slug, asked) = (context::param("organisation"), returned::asked());
    when_ready(async move {
        let me = services.accounts.signed_in(session.as_ref()).await?;
        let organisations = &services.organisations;
        let organisation =
            organisations.own_one(&me.actor, &slug, Action::EditEvents, language).await?;
        let earlier = services.events.earlier_ones(&me.actor, &organisation, language).await?;
        let returned = returned::see(&services, START, asked).await.unwrap_or_default();
        Ok(view! { <Shown me organisation earlier returned /> })
    })
}

#[component]
fn Shown(
    me: SignedIn,
    organisation: OwnOrganisation,
    earlier: Earlier,
    returned: Returned<StartForm>,
) -> impl IntoView {
    let texts = texts();
    let slug = organisation.slug.clone();
    let (typed, invalid) = (returned.values.event, returned.invalid);
    let of_text = Some(typed.language).filter(|language| !language.is_empty());
    let of_text = of_text.unwrap_or_else(|| language().code().to_owned());
    let name = |language: &Language| {
        (language.code().to_owned(), texts.get(&format!("spoken-{}", language.code())))
    };
    let languages = Language::ALL.iter().map(name).collect::<Vec<_>>();
    // Who comes back after a mistake finds what they ticked; who comes first, everything.
    let is_first = invalid.is_empty();
    let carry = move |part: &Carried| {
        let code = part.code();
        let is_chosen = is_first || typed.carry.contains_key(code);
        let name = format!("form[event][carry][{code}]");
        (name, texts.get(&format!("editor-carry-{code}")), is_chosen)
    };
    let is_first_event = earlier.templates.is_empty() && earlier.events.is_empty();
    let from = (!is_first_event).then(|| {
        view! {
            <StartFrom earlier=earlier.clone() value=typed.from.clone() invalid=invalid.clone() />
            <Checks
                field=Field::Carry
                label="editor-carry"
                options=Carried::ALL.iter().map(carry).collect()
                invalid=invalid.clone()
            />
        }
    });
    let templates = (!earlier.templates.is_empty()).then(|| {
        let root = context::page(&format!("organise/{slug}/events"));
        view! { <Templates root templates=earlier.templates.clone() /> }
    });
    view! {
        <Workspace
            place=Place::organisation(me.actor, organisation)
            title=texts.get("editor-new")
        >
            <Problems invalid=invalid.clone() />
            <form class="form" method="post" action="/api/event" novalidate>
                <input type="hidden" name="form[language]" value=language().code() />
                <input type="hidden" name="form[organisation]" value=slug.clone() />
                <TextField
                    field=Field::Title
                    name="form[event][title]"
                    label="editor-title"
                    value=typed.title
                    invalid=invalid.clone()
                    max=domain::events::drafts::TextDraft::TITLE
                />
                <div class="pair">
                    <Choice
                        field=Field::TextLanguage
                        name="form[event][language]"
                        label="editor-text-language"
                        options=languages
                        value=of_text
                        invalid=invalid.clone()
                    />
                    <DisciplineChoice
                        name="form[event][discipline]"
                        value=typed.discipline
                        invalid=invalid.clone()
                    />
                </div>
                {from}
                <p>
                    <button class="button" type="submit">
                        {texts.get("editor-begin")}
                    </button>
                </p>
            </form>
            {templates}
        </Workspace>
    }
}

/// A choice of nothing, a template, or an earlier event.
#[component]
fn StartFrom(earlier: Earlier, value: String, invalid: Vec<Invalid>) -> impl IntoView {
    let texts = texts();
    let (id, error) = (Field::StartFrom.to_string(), error(&invalid, Field::StartFrom));
    let described = error.is_some().then(|| format!("{id}-error"));
    let wrong = error.is_some().then_some("true");
    let error = error.map(|error| {
        view! {
            <span class="error" id=format!("{id}-error")>
                {error}
            </span>
        }
    });
    let group = |key: &str, events: Vec<(String, String)>| {
        let option = |(slug, title): (String, String)| {
            let selected = slug == value;
            view! {
                <option value=slug selected=selected>
                    {title}
                </option>
            }
        };
        let label = texts.get(key);
        (!events.is_empty()).then(|| {
            view! { <optgroup label=label>{events.into_iter().map(option).collect_view()}</optgroup> }
        })
    };
    view! {
        <p class="field">
            <label for=id.clone()>{texts.get("editor-from")}</label>
            {error}
            <select id=id name="form[event][from]" aria-invalid=wrong aria-describedby=described>
                <option value="">{texts.get("editor-from-none")}</option>
                {group("editor-from-templates", earlier.templates)}
                {group("editor-from-events", earlier.events)}
            </select>
        </p>
    }
}

/// The templates of the organisation: they stand nowhere else.
#[component]
fn Templates(root: String, templates: Vec<(String, String)>) -> impl IntoView {
    let texts = texts();
    let row = move |(slug, title): (String, String)| {
        view! {
            <li>
                <a href=format!("{root}/{slug}/edit")>
                    <bdi>{title}</bdi>
                </a>
            </li>
        }
    };
    view! {
        <section class="section" aria-labelledby="templates">
            <h2 id="templates">{texts.get("editor-from-templates")}</h2>
            <p class="quiet">{texts.get("editor-templates-text")}</p>
            <ul>{templates.into_iter().map(row).collect_view()}</ul>
        </section>
    }
}
