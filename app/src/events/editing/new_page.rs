//! A new event: a title, its language, what it is about, and perhaps an earlier one to begin with.

use domain::accounts::Action;
use domain::invalid::Field;
use domain::language::Language;
use leptos::prelude::*;
use services::Error;
use services::accounts::SignedIn;
use services::events::own::Which;
use services::organisations::OwnOrganisation;

use super::StartForm;
use super::fields::DisciplineChoice;
use crate::context::{self, language, services, texts};
use crate::error::AppError;
use crate::returned::{self, Returned};
use crate::ui::form::{Choice, Problems, TextField};
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
        let mut earlier = Vec::new();
        for which in Which::ALL {
            let found =
                services.events.own_list(&me.actor, &organisation, which, 1, language).await?;
            earlier.extend(found.cards.into_iter().map(|card| (card.slug, card.title)));
        }
        let returned = returned::see(&services, START, asked).await.unwrap_or_default();
        Ok(view! { <Shown me organisation earlier returned /> })
    })
}

#[component]
fn Shown(
    me: SignedIn,
    organisation: OwnOrganisation,
    earlier: Vec<(String, String)>,
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
    let from = (!earlier.is_empty()).then(|| {
        let none = (String::new(), texts.get("editor-from-none"));
        let options: Vec<_> = [none].into_iter().chain(earlier).collect();
        view! {
            <Choice
                field=Field::StartFrom
                name="form[event][from]"
                label="editor-from"
                options
                value=typed.from
                invalid=invalid.clone()
            />
        }
    });
    view! {
        <Workspace
            place=Place::organisation(me.actor, organisation)
            title=texts.get("editor-new")
        >
            <Problems invalid=invalid.clone() />
            <form class="form" method="post" action="/api/event" novalidate>
                <input type="hidden" name="form[language]" value=language().code() />
                <input type="hidden" name="form[organisation]" value=slug />
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
        </Workspace>
    }
}
