//! What a form of the list is about.

use leptos::prelude::*;
use services::events::own::OwnEvent;

use crate::context::language;

/// An event, and what of it.
#[derive(Debug, Clone)]
pub struct About {
    organisation: String,
    event: String,
    name: &'static str,
    value: String,
}

impl About {
    fn new(event: &OwnEvent, name: &'static str, value: String) -> Self {
        let (organisation, event) = (event.organisation.slug.clone(), event.slug.clone());
        Self { organisation, event, name, value }
    }

    /// The registration of this code.
    pub fn registration(event: &OwnEvent, reference: String) -> Self {
        Self::new(event, "form[reference]", reference)
    }

    /// Those who were chosen: the id of the choice.
    pub fn bulk(event: &OwnEvent, bulk: String) -> Self {
        Self::new(event, "form[bulk]", bulk)
    }

    /// The list as this part of its address shows it.
    pub fn list(event: &OwnEvent, query: String) -> Self {
        Self::new(event, "form[query]", query)
    }

    /// The hidden fields that say it.
    pub fn fields(self) -> impl IntoView {
        view! {
            <input type="hidden" name="form[language]" value=language().code() />
            <input type="hidden" name="form[organisation]" value=self.organisation />
            <input type="hidden" name="form[event]" value=self.event />
            <input type="hidden" name=self.name value=self.value />
        }
    }
}
