//! The page on which an organisation's people write its public page.

use leptos::prelude::*;
use serde::Serialize;
use services::accounts::SignedIn;
use services::organisations::Organisations;
use services::organisations::editing::{Edited, Target};
use services::{Error, Services};

use super::{At, facts_section, logo_section, texts_section};
use crate::context::{self, language, services, texts};
use crate::error::AppError;
use crate::returned::{self, Back};
use crate::ui::page::when_ready;
use crate::ui::workspace::{Place, Workspace};

/// The ids of the sections in the order of the page; each ends the key of its name.
const SECTIONS: [&str; 3] = [texts_section::ID, facts_section::ID, logo_section::ID];

/// What every section knows.
pub struct Edit {
    /// The organisation.
    pub edited: Edited,
    services: Services,
    asked: Option<String>,
    saved: String,
    /// Which text is shown, if the address says it.
    pub text: String,
}

impl Edit {
    /// The form that came back to this section, if one did.
    pub async fn returned<T: serde::de::DeserializeOwned>(&self, section: &str) -> Back<T> {
        Back::see(&self.services, section, self.asked.clone()).await
    }

    /// Whether this section was saved just now.
    #[must_use]
    pub fn was_saved(&self, section: &str) -> bool {
        self.saved == section
    }

    /// What the forms say about which organisation they are for.
    #[must_use]
    pub fn at(&self) -> At {
        At {
            language: language().code().to_owned(),
            organisation: self.edited.organisation.slug.clone(),
            version: self.edited.version,
        }
    }

    /// The same for a form that came back.
    #[must_use]
    pub fn at_of<T>(&self, back: &Back<T>, typed: impl Fn(&T) -> &At) -> At {
        let now = self.at();
        At { version: back.version(now.version, |values| typed(values).version), ..now }
    }
}

/// A form about an organisation, on its way to what it is for and back to its section.
pub struct Sent {
    at: At,
    services: Services,
    me: SignedIn,
}

impl Sent {
    /// A form from whoever is signed in.
    ///
    /// # Errors
    /// Nobody is, or the database does not answer.
    pub async fn open(at: &At) -> Result<Self, AppError> {
        let (at, services) = (at.clone(), context::services());
        let me = context::signed_in().await?;
        Ok(Self { at, services, me })
    }

    /// What the organisation is changed with.
    #[must_use]
    pub fn organisations(&self) -> &Organisations {
        &self.services.organisations
    }

    /// Which organisation it is about, and which version.
    #[must_use]
    pub fn target(&self) -> Target<'_> {
        let At { organisation, version, .. } = &self.at;
        Target { actor: &self.me.actor, organisation, version: *version }
    }

    /// Sends the browser back to the section: see [`returned::to_section`].
    ///
    /// # Errors
    /// What is not for the form to tell.
    pub async fn answer<F: Serialize>(
        self,
        section: &str,
        form: F,
        done: Result<(), Error>,
        query: &str,
    ) -> Result<(), AppError> {
        let language = context::language_of(&self.at.language);
        let page = format!("/{}/organise/{}/page", language.code(), self.at.organisation);
        returned::to_section(&page, section, form, done, query).await
    }
}

/// The page.
#[component]
pub fn EditOrganisationPage() -> impl IntoView {
    let (services, session, language) = (services(), context::session(), language());
    let slug = context::param("organisation");
    let asked = returned::asked();
    let (saved, text) = (context::query("saved"), context::query("text"));
    when_ready(async move {
        let me = services.accounts.signed_in(session.as_ref()).await?;
        let edited = services.organisations.edited(&me.actor, &slug, language).await?;
        let edit = Edit { edited, services, asked, saved, text };
        let sections = vec![
            texts_section::section(&edit).await,
            facts_section::section(&edit).await,
            logo_section::section(&edit).await,
        ];
        Ok(view! { <Shown me edited=edit.edited sections /> })
    })
}

#[component]
fn Shown(me: SignedIn, edited: Edited, sections: Vec<AnyView>) -> impl IntoView {
    let texts = texts();
    let organisation = edited.organisation;
    let (title, own) = (organisation.name.clone(), context::foreign(organisation.language));
    let public = context::page(&format!("organisations/{}", organisation.slug));
    let link = move |id: &&'static str| {
        view! {
            <li>
                <a href=format!("#{id}")>{texts.get(&format!("editor-{id}"))}</a>
            </li>
        }
    };
    view! {
        <Workspace place=Place::organisation(me.actor, organisation) title title_language=own>
            <p>
                <a class="more" href=public>
                    {texts.get("overview-public")}
                </a>
            </p>
            <nav class="chips" aria-label=texts.get("editor-sections-label")>
                <ul>{SECTIONS.iter().map(link).collect_view()}</ul>
            </nav>
            {sections}
        </Workspace>
    }
}

/// Which organisation a form is for, and from which version of it it was made.
#[component]
pub fn ForOrganisation(at: At) -> impl IntoView {
    view! {
        <input type="hidden" name="form[at][language]" value=at.language />
        <input type="hidden" name="form[at][organisation]" value=at.organisation />
        <input type="hidden" name="form[at][version]" value=at.version.to_string() />
    }
}
