//! The frame of the organisers' pages: where one is, and where one can go from there.

use domain::accounts::{Action, Actor, reaches};
use leptos::prelude::*;
use services::events::own::OwnEvent;
use services::organisations::OwnOrganisation;

use super::head::PageTitle;
use super::page::Frame;
use crate::context::{self, texts};

/// Where in the workspace a page is.
#[derive(Debug, Clone)]
pub struct Place {
    /// Who is there.
    actor: Actor,
    /// In which organisation.
    organisation: Option<OwnOrganisation>,
    /// At which of its events.
    event: Option<OwnEvent>,
}

impl Place {
    /// The pages that belong to no organisation.
    #[must_use]
    pub fn home(actor: Actor) -> Self {
        Self { actor, organisation: None, event: None }
    }

    /// The pages of an organisation.
    #[must_use]
    pub fn organisation(actor: Actor, organisation: OwnOrganisation) -> Self {
        Self { actor, organisation: Some(organisation), event: None }
    }

    /// The pages of an event.
    #[must_use]
    pub fn event(actor: Actor, event: OwnEvent) -> Self {
        Self { actor, organisation: Some(event.organisation.clone()), event: Some(event) }
    }

    fn may(&self, action: Action) -> bool {
        let Some(organisation) = &self.organisation else { return true };
        let object = match &self.event {
            Some(event) => (organisation.id, event.id).into(),
            None => organisation.id.into(),
        };
        reaches(&self.actor, action, object)
    }

    /// The pages side by side with this one: the key of their name, their address.
    fn tabs(&self) -> Vec<(&'static str, String)> {
        let Some(organisation) = &self.organisation else {
            return vec![
                ("workspace-home", context::page("organise")),
                ("workspace-account", context::page("organise/account")),
            ];
        };
        let root = context::page(&format!("organise/{}", organisation.slug));
        let (root, pages) = match &self.event {
            Some(event) => (format!("{root}/events/{}", event.slug), OF_EVENT),
            None => (root, OF_ORGANISATION),
        };
        let reachable = pages.iter().filter(|(_, _, action)| self.may(*action));
        reachable.map(|(key, page, _)| (*key, format!("{root}{page}"))).collect()
    }

    /// What is above this page, the outermost first: name, language of the name, address.
    fn trail(&self) -> Vec<(String, Option<&'static str>, String)> {
        let Some(organisation) = &self.organisation else { return Vec::new() };
        let page = context::page(&format!("organise/{}", organisation.slug));
        let own = context::foreign(organisation.language);
        vec![
            (texts().get("workspace-home"), None, context::page("organise")),
            (organisation.name.clone(), own, page),
        ]
    }
}

/// A page beside others: the key of its name, its path, and what its readers may do.
type Tab = (&'static str, &'static str, Action);

/// The pages of an organisation.
const OF_ORGANISATION: &[Tab] = &[
    ("workspace-events", "", Action::SeeEvents),
    ("workspace-page", "/page", Action::EditOrganisation),
    ("workspace-members", "/members", Action::SeeMembers),
    ("workspace-audit", "/audit", Action::SeeAudit),
];

/// The pages of an event.
const OF_EVENT: &[Tab] = &[
    ("workspace-overview", "", Action::SeeEvents),
    ("workspace-edit", "/edit", Action::EditEvents),
    ("workspace-history", "/history", Action::SeeEvents),
    ("workspace-registrations", "/registrations", Action::SeeNames),
    ("workspace-numbers", "/numbers", Action::SeeEvents),
];

/// A page of the workspace. Its title stands in the head and as its heading.
#[component]
pub fn Workspace(
    /// Where it is.
    place: Place,
    /// What it is about.
    title: String,
    /// The language of the title, if it is not that of the page.
    #[prop(optional_no_strip)]
    title_language: Option<&'static str>,
    /// The page.
    children: Children,
) -> impl IntoView {
    let path = context::path();
    let crumb = |(name, own, href): (String, Option<&'static str>, String)| {
        view! {
            <li>
                <a href=href lang=own dir="auto">
                    {name}
                </a>
            </li>
        }
    };
    let tab = move |(key, href): (&'static str, String)| {
        let current = (href == path).then_some("page");
        view! {
            <li>
                <a href=href aria-current=current>
                    {texts().get(key)}
                </a>
            </li>
        }
    };
    let trail = place.trail();
    let trail = (!trail.is_empty()).then(|| {
        view! {
            <nav class="trail" aria-label=texts().get("workspace-trail-label")>
                <ol>{trail.into_iter().map(crumb).collect_view()}</ol>
            </nav>
        }
    });
    context::no_store();
    view! {
        <PageTitle text=title.clone() />
        <Frame>
            {trail}
            <div class="workspace-head">
                <h1>
                    <bdi lang=title_language>{title}</bdi>
                </h1>
                <nav class="tabs" aria-label=texts().get("workspace-tabs-label")>
                    <ul>{place.tabs().into_iter().map(tab).collect_view()}</ul>
                </nav>
            </div>
            {children()}
        </Frame>
    }
}
