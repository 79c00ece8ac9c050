//! Where a file is brought.

use domain::accounts::Action;
use domain::invalid::{Code, Field, Invalid};
use leptos::prelude::*;
use services::accounts::SignedIn;
use services::events::own::OwnEvent;

use crate::attendance::forms::list;
use crate::context::{self, language, services, texts};
use crate::ui::form::Problems;
use crate::ui::page::when_ready;
use crate::ui::workspace::{Place, Workspace};

/// The codes that a file can be refused with, as the address of the page names them.
pub const REFUSALS: [(&str, Code); 3] =
    [("none", Code::NoRows), ("long", Code::LongFile), ("unreadable", Code::NoTable)];

/// Where a file is brought.
#[component]
pub fn ImportPage() -> impl IntoView {
    let (services, session, language) = (services(), context::session(), language());
    let (organisation, slug) = (context::param("organisation"), context::param("slug"));
    let refused = context::query("refused");
    let refused = REFUSALS.into_iter().find(|(name, _)| *name == refused).map(|(_, code)| code);
    when_ready(async move {
        let me = services.accounts.signed_in(session.as_ref()).await?;
        let action = Action::ChangeRegistrations;
        let event = services.events.own(&me.actor, &organisation, &slug, action, language).await?;
        Ok(view! { <Shown me event refused /> })
    })
}

#[component]
fn Shown(me: SignedIn, event: OwnEvent, refused: Option<Code>) -> impl IntoView {
    let texts = texts();
    let list = list(language(), &event);
    let action = format!("{list}.csv");
    let invalid: Vec<Invalid> =
        refused.map(|code| Invalid::new(Field::File, code)).into_iter().collect();
    view! {
        <Workspace place=Place::event(me.actor, event) title=texts.get("import-title")>
            <Problems invalid />
            <p>
                <a class="crumb" href=list>
                    {texts.get("registration-back")}
                </a>
            </p>
            <p>{texts.get("import-text")}</p>
            <p>{texts.get("import-columns-text")}</p>
            <form class="form" method="post" enctype="multipart/form-data" action=action>
                <p class="field">
                    <label for="file">{texts.get("import-file")}</label>
                    <input
                        id="file"
                        name="file"
                        type="file"
                        accept=".csv,.tsv,.txt,text/csv,text/plain"
                        required
                    />
                </p>
                <p>
                    <button class="button" type="submit">
                        {texts.get("import-look")}
                    </button>
                </p>
            </form>
        </Workspace>
    }
}
