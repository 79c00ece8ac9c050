//! The editor: the sections of an event, each a form of its own.
//!
//! A new section is a file with a `section` and a line in [`SECTIONS`].

use std::pin::Pin;
use std::sync::Arc;

use domain::events::EventStatus;
use domain::ids::OccurrenceId;
use leptos::prelude::*;
use serde::Serialize;
use serde::de::DeserializeOwned;
use services::accounts::SignedIn;
use services::events::Events;
use services::events::editing::{Edited, Target};
use services::{Error, Services};

use super::{
    At, dates_section, facts_section, picture_section, place_section, publication_section,
    questions_section, rules_section, texts_section, tickets_section,
};
use crate::context::{self, language, services, texts};
use crate::error::AppError;
use crate::returned;
pub use crate::returned::Back;
use crate::ui::page::when_ready;
use crate::ui::workspace::{Place, Workspace};

/// A part of the page: it waits for the form that came back, if it is its own.
type Section = fn(Arc<Edit>) -> Pin<Box<dyn Future<Output = AnyView> + Send>>;

/// The sections in the order of the page: their id, which is also the end of the key of their name,
/// and what they show.
const SECTIONS: &[(&str, Section)] = &[
    (texts_section::ID, |edit| Box::pin(texts_section::section(edit))),
    (facts_section::ID, |edit| Box::pin(facts_section::section(edit))),
    (place_section::ID, |edit| Box::pin(place_section::section(edit))),
    (dates_section::ID, |edit| Box::pin(dates_section::section(edit))),
    (tickets_section::ID, |edit| Box::pin(tickets_section::section(edit))),
    (rules_section::ID, |edit| Box::pin(rules_section::section(edit))),
    (questions_section::ID, |edit| Box::pin(questions_section::section(edit))),
    (picture_section::ID, |edit| Box::pin(picture_section::section(edit))),
    (publication_section::ID, |edit| Box::pin(publication_section::section(edit))),
];

/// What every section knows.
pub struct Edit {
    /// The event.
    pub edited: Edited,
    services: Services,
    asked: Option<String>,
    saved: String,
    /// Which text is shown, if the address says it.
    pub text: String,
    /// Which date is shown, if the address says it.
    pub date: String,
    /// Which question is shown, if the address says it.
    pub question: String,
    /// A time had to be moved.
    pub moved: bool,
}

impl Edit {
    /// The form that came back to this section, if one did.
    pub async fn returned<T: DeserializeOwned>(&self, section: &str) -> Back<T> {
        Back::see(&self.services, section, self.asked.clone()).await
    }

    /// Whether this section was saved just now.
    #[must_use]
    pub fn was_saved(&self, section: &str) -> bool {
        self.saved == section
    }

    /// How many registrations would be told of a change of this date, or of all dates.
    #[must_use]
    pub fn to_tell(&self, date: Option<OccurrenceId>) -> i64 {
        let is_draft = self.edited.written.status == EventStatus::Draft;
        let dates = self.edited.to_tell.iter().filter(|_| !is_draft);
        let of = dates.filter(|(of, _)| date.is_none_or(|date| date == *of));
        of.map(|(_, registrations)| registrations).sum()
    }

    /// What the forms say about which event they are for.
    #[must_use]
    pub fn at(&self) -> At {
        let event = &self.edited.event;
        At {
            language: language().code().to_owned(),
            organisation: event.organisation.slug.clone(),
            event: event.slug.clone(),
            version: event.version,
            quiet: String::new(),
        }
    }
}

impl<T> Back<T> {
    /// What the form says about which event it is for.
    #[must_use]
    pub fn at(&self, edit: &Edit, typed: impl Fn(&T) -> &At) -> At {
        let now = edit.at();
        let version = self.version(now.version, |values| typed(values).version);
        let quiet = self.values.as_ref().map(|values| typed(values).quiet.clone());
        At { version, quiet: quiet.unwrap_or_default(), ..now }
    }
}

/// A form about an event, on its way to what it is for and back to its section.
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

    /// What its event is changed with.
    #[must_use]
    pub fn events(&self) -> &Events {
        &self.services.events
    }

    /// Which event it is about, and which version.
    #[must_use]
    pub fn target(&self) -> Target<'_> {
        Target {
            actor: &self.me.actor,
            organisation: &self.at.organisation,
            slug: &self.at.event,
            version: self.at.version,
            quiet: !self.at.quiet.is_empty(),
        }
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
        let At { language, organisation, event, .. } = &self.at;
        let language = context::language_of(language);
        let page = format!("/{}/organise/{organisation}/events/{event}/edit", language.code());
        returned::to_section(&page, section, form, done, query).await
    }
}

/// The editor.
#[component]
pub fn EditPage() -> impl IntoView {
    let (services, session, language) = (services(), context::session(), language());
    let (organisation, slug) = (context::param("organisation"), context::param("slug"));
    let asked = returned::asked();
    let query = ["saved", "text", "date", "question", "moved"].map(context::query);
    when_ready(async move {
        let me = services.accounts.signed_in(session.as_ref()).await?;
        let edited = services.events.edited(&me.actor, &organisation, &slug, language).await?;
        let [saved, text, date, question, moved] = query;
        let moved = !moved.is_empty();
        let edit = Arc::new(Edit { edited, services, asked, saved, text, date, question, moved });
        let mut sections = Vec::with_capacity(SECTIONS.len());
        for (_, section) in SECTIONS {
            sections.push(section(Arc::clone(&edit)).await);
        }
        Ok(view! { <Shown me edit sections /> })
    })
}

#[component]
fn Shown(me: SignedIn, edit: Arc<Edit>, sections: Vec<AnyView>) -> impl IntoView {
    let texts = texts();
    let event = edit.edited.event.clone();
    let (title, own) = (event.title.clone(), context::foreign(event.language));
    let link = move |(id, _): &(&'static str, Section)| {
        view! {
            <li>
                <a href=format!("#{id}")>{texts.get(&format!("editor-{id}"))}</a>
            </li>
        }
    };
    view! {
        <Workspace place=Place::event(me.actor, event) title title_language=own>
            <nav class="chips" aria-label=texts.get("editor-sections-label")>
                <ul>{SECTIONS.iter().map(link).collect_view()}</ul>
            </nav>
            {sections}
        </Workspace>
    }
}
