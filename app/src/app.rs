//! Every page and its address, on one page.

use std::sync::Arc;

use leptos::prelude::*;
use leptos_meta::{MetaTags, provide_meta_context};
use leptos_router::any_nested_route::{AnyNestedRoute, IntoAnyNestedRoute as _};
use leptos_router::components::{ParentRoute, Route, Router, Routes};
use leptos_router::{SsrMode, path};

use crate::accounts::account_page::AccountPage;
use crate::accounts::address_page::AddressPage;
use crate::accounts::authenticator_page::{AuthenticatorPage, RecoveryCodesPage};
use crate::accounts::code_page::SignInCodePage;
use crate::accounts::confirm_page::ConfirmPage;
use crate::accounts::sign_in_page::{LinkPage, SignInPage};
use crate::attendance::add_page::AddPage;
use crate::attendance::bulk::page::BulkActPage;
use crate::attendance::door_page::DoorListPage;
use crate::attendance::import::look_page::LookPage;
use crate::attendance::import::page::ImportPage;
use crate::attendance::list_page::RegistrationsPage;
use crate::attendance::one_page::RegistrationPage;
use crate::audit::AuditPage;
use crate::audit::chain_page::ChainPage;
use crate::context::language;
use crate::events::editing::edit_page::EditPage;
use crate::events::editing::history_page::HistoryPage;
use crate::events::editing::new_page::NewEventPage;
use crate::events::event_page::EventPage;
use crate::events::home_page::HomePage;
use crate::events::list_page::ListPage;
use crate::events::numbers_page::NumbersPage;
use crate::events::overview_page::OverviewPage;
use crate::events::preview_page::PreviewPage;
use crate::organisations::editing::page::EditOrganisationPage;
use crate::organisations::events_page::OwnEventsPage;
use crate::organisations::home_page::WorkspaceHomePage;
use crate::organisations::invitation_page::InvitationPage;
use crate::organisations::members_page::MembersPage;
use crate::organisations::public_page::OrganisationPage;
use crate::registrations::lost_page::LostPage;
use crate::registrations::manage_page::ManagePage;
use crate::registrations::own_data_page::OwnDataPage;
use crate::site::{AboutPage, AccessibilityPage, Localised, NotFoundPage, PrivacyPage};

/// The files that a build made for the browser.
#[derive(Debug, Clone)]
pub struct Assets {
    /// The address of the style sheet; its name changes with its content.
    pub stylesheet: Arc<str>,
    /// Where the islands are.
    pub options: LeptosOptions,
}

/// The document around every page. Its type is erased, so that the server does not compile it anew.
#[must_use]
pub fn shell(assets: &Assets) -> AnyView {
    provide_meta_context();
    provide_context(assets.options.clone());
    let stylesheet = assets.stylesheet.to_string();
    let language = language();
    view! {
        <!DOCTYPE html>
        <html lang=language.code() dir=language.direction()>
            <head>
                <meta charset="utf-8" />
                <meta name="viewport" content="width=device-width, initial-scale=1" />
                <meta name="theme-color" content="#faf6ee" media="(prefers-color-scheme: light)" />
                <meta name="theme-color" content="#0e1526" media="(prefers-color-scheme: dark)" />
                <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
                <link rel="apple-touch-icon" href="/apple-touch-icon.png" />
                <link rel="stylesheet" href=stylesheet />
                <MetaTags />
            </head>
            <body>
                <App />
            </body>
        </html>
    }
    .into_any()
}

/// The route table. Pages wait for their data (`Async`), so that they come with the right status
/// and need no script.
#[component]
fn App() -> impl IntoView {
    view! {
        <Router>
            <Routes fallback=|| view! { <NotFoundPage /> }>
                <ParentRoute path=path!("/:language") view=Localised ssr=SsrMode::Async>
                    <Route path=path!("") view=HomePage ssr=SsrMode::Async />
                    <Route path=path!("events") view=ListPage ssr=SsrMode::Async />
                    <Route path=path!("events/:slug") view=EventPage ssr=SsrMode::Async />
                    <Route
                        path=path!("organisations/:slug")
                        view=OrganisationPage
                        ssr=SsrMode::Async
                    />
                    <Route path=path!("registrations") view=LostPage ssr=SsrMode::Async />
                    <Route path=path!("registrations/:token") view=ManagePage ssr=SsrMode::Async />
                    <Route
                        path=path!("registrations/:token/data")
                        view=OwnDataPage
                        ssr=SsrMode::Async
                    />
                    <Route path=path!("sign-in") view=SignInPage ssr=SsrMode::Async />
                    <Route path=path!("sign-in/:token") view=LinkPage ssr=SsrMode::Async />
                    <Route path=path!("sign-in-code") view=SignInCodePage ssr=SsrMode::Async />
                    <Route path=path!("invitations/:token") view=InvitationPage ssr=SsrMode::Async />
                    <AccountRoutes />
                    <EditorRoutes />
                    <WorkspaceRoutes />
                    <AttendanceRoutes />
                    <Route path=path!("about") view=AboutPage ssr=SsrMode::Async />
                    <Route path=path!("privacy") view=PrivacyPage ssr=SsrMode::Async />
                    <Route path=path!("accessibility") view=AccessibilityPage ssr=SsrMode::Async />
                    <Route path=path!("*any") view=NotFoundPage ssr=SsrMode::Async />
                </ParentRoute>
            </Routes>
        </Router>
    }
}

/// The pages of one's own account; before those of the workspace, because `account` is no slug.
#[component(transparent)]
fn AccountRoutes() -> AnyNestedRoute {
    view! {
        <Route path=path!("organise/account") view=AccountPage ssr=SsrMode::Async />
        <Route path=path!("organise/account/address") view=AddressPage ssr=SsrMode::Async />
        <Route
            path=path!("organise/account/authenticator")
            view=AuthenticatorPage
            ssr=SsrMode::Async
        />
        <Route
            path=path!("organise/account/recovery-codes")
            view=RecoveryCodesPage
            ssr=SsrMode::Async
        />
        <Route path=path!("organise/confirm") view=ConfirmPage ssr=SsrMode::Async />
    }
    .into_inner()
    .into_any_nested_route()
}

/// The organisers' pages.
#[component(transparent)]
fn WorkspaceRoutes() -> AnyNestedRoute {
    view! {
        <Route path=path!("organise") view=WorkspaceHomePage ssr=SsrMode::Async />
        <Route path=path!("organise/:organisation") view=OwnEventsPage ssr=SsrMode::Async />
        <Route path=path!("organise/:organisation/members") view=MembersPage ssr=SsrMode::Async />
        <Route path=path!("organise/:organisation/audit") view=AuditPage ssr=SsrMode::Async />
        <Route path=path!("organise/:organisation/audit/chain") view=ChainPage ssr=SsrMode::Async />
        <Route
            path=path!("organise/:organisation/events/:slug")
            view=OverviewPage
            ssr=SsrMode::Async
        />
        <Route
            path=path!("organise/:organisation/events/:slug/numbers")
            view=NumbersPage
            ssr=SsrMode::Async
        />
    }
    .into_inner()
    .into_any_nested_route()
}

/// Who comes to an event.
#[component(transparent)]
fn AttendanceRoutes() -> AnyNestedRoute {
    view! {
        <Route
            path=path!("organise/:organisation/events/:slug/registrations")
            view=RegistrationsPage
            ssr=SsrMode::Async
        />
        <Route
            path=path!("organise/:organisation/events/:slug/registrations/door-list")
            view=DoorListPage
            ssr=SsrMode::Async
        />
        <Route
            path=path!("organise/:organisation/events/:slug/registrations/new")
            view=AddPage
            ssr=SsrMode::Async
        />
        <Route
            path=path!("organise/:organisation/events/:slug/registrations/import")
            view=ImportPage
            ssr=SsrMode::Async
        />
        <Route
            path=path!("organise/:organisation/events/:slug/registrations/import/:file")
            view=LookPage
            ssr=SsrMode::Async
        />
        <Route
            path=path!("organise/:organisation/events/:slug/registrations/bulk/:bulk")
            view=BulkActPage
            ssr=SsrMode::Async
        />
        <Route
            path=path!("organise/:organisation/events/:slug/registrations/:reference")
            view=RegistrationPage
            ssr=SsrMode::Async
        />
    }
    .into_inner()
    .into_any_nested_route()
}

/// The pages that events are written on; before those of the workspace, because `new` is no slug.
#[component(transparent)]
fn EditorRoutes() -> AnyNestedRoute {
    view! {
        <Route
            path=path!("organise/:organisation/events/new")
            view=NewEventPage
            ssr=SsrMode::Async
        />
        <Route
            path=path!("organise/:organisation/events/:slug/edit")
            view=EditPage
            ssr=SsrMode::Async
        />
        <Route
            path=path!("organise/:organisation/events/:slug/history")
            view=HistoryPage
            ssr=SsrMode::Async
        />
        <Route
            path=path!("organise/:organisation/events/:slug/preview")
            view=PreviewPage
            ssr=SsrMode::Async
        />
        <Route
            path=path!("organise/:organisation/page")
            view=EditOrganisationPage
            ssr=SsrMode::Async
        />
    }
    .into_inner()
    .into_any_nested_route()
}
