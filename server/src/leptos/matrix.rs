//! Who may open which page of the workspace and send which of its forms: every role, every route,
//! one's own things and those of others (security.md S7). A route that is not in the tables fails.

mod proofs;

use std::collections::BTreeSet;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use axum::Router;
use axum::body::Body;
use axum::http::{Method, Request, StatusCode, header};
use axum::response::Response;
use domain::accounts::Action;
use domain::language::Language;
use domain::organisations::{RESERVED, Role};
use jiff::{SignedDuration, Timestamp};
use leptos::server_fn::axum::server_fn_paths;
use leptos_axum::generate_route_list_with_exclusions_and_ssg_and_context;
use services::organisations::members::InvitationDraft;
use services::registrations::bulk::Choice;
use services::registrations::list::Filter;
use services::secrets::SessionToken;
use services::{Clock, Db, Secrets, Services, SystemClock};
use tokio_util::sync::CancellationToken;
use tower::ServiceExt as _;

use super::{around_a_page, assets, pages, shell};
use crate::routes::exports;

const OWN: (&str, &str) = ("atlas-bridge", "oud-workshop-fez");
const FOREIGN: (&str, &str) = ("ferryline", "jazz-on-the-last-ferry-istanbul");

/// Every page of the workspace, and who opens it: `o` owner, `r` organiser, `d` door staff, `v`
/// viewer. Members in another role are told that it is not theirs (403), everybody else that it is
/// not there (404).
const PAGES: &[(&str, &str)] = &[
    ("/{language}/organise", "ordv"),
    ("/{language}/organise/account", "ordv"),
    ("/{language}/organise/account/address", "ordv"),
    ("/{language}/organise/account/authenticator", "ordv"),
    ("/{language}/organise/account/recovery-codes", "ordv"),
    ("/{language}/organise/confirm", "ordv"),
    ("/{language}/organise/{organisation}", "ordv"),
    ("/{language}/organise/{organisation}/members", "o"),
    ("/{language}/organise/{organisation}/audit", "or"),
    ("/{language}/organise/{organisation}/audit/chain", "or"),
    ("/{language}/organise/{organisation}/events/new", "or"),
    ("/{language}/organise/{organisation}/events/{slug}", "ordv"),
    ("/{language}/organise/{organisation}/events/{slug}/numbers", "ordv"),
    ("/{language}/organise/{organisation}/events/{slug}/registrations", "ordv"),
    ("/{language}/organise/{organisation}/events/{slug}/registrations/door-list", "ordv"),
    ("/{language}/organise/{organisation}/events/{slug}/registrations/{reference}", "orv"),
    ("/{language}/organise/{organisation}/events/{slug}/registrations/bulk/{bulk}", "or"),
    ("/{language}/organise/{organisation}/events/{slug}/registrations/new", "or"),
    ("/{language}/organise/{organisation}/events/{slug}/registrations/import", "or"),
    ("/{language}/organise/{organisation}/events/{slug}/registrations/import/{file}", "or"),
    ("/{language}/organise/{organisation}/events/{slug}/edit", "or"),
    ("/{language}/organise/{organisation}/events/{slug}/history", "ordv"),
    ("/{language}/organise/{organisation}/events/{slug}/preview", "ordv"),
    ("/{language}/organise/{organisation}/page", "or"),
];

/// Every file and stream of the workspace, and who gets it; told as those of pages are.
const FILES: &[(&str, &str)] = &[
    ("/{language}/organise/{organisation}/audit.csv", "or"),
    ("/{language}/organise/{organisation}/events/{slug}/registrations.csv", "or"),
    ("/{language}/organise/{organisation}/events/{slug}/registrations.xlsx", "or"),
    ("/{language}/organise/{organisation}/events/{slug}/numbers/arrivals", "ordv"),
];

/// Pages that belong to no organisation: they are everybody's who is signed in.
const OF_NOBODY: &[&str] = &[
    "/{language}/organise",
    "/{language}/organise/account",
    "/{language}/organise/account/address",
    LEADS_ON[0],
    LEADS_ON[1],
    LEADS_ON[2],
];

/// Pages that lead on at once, where there is nothing to do on them: no app is set up, no codes were
/// made, and everybody just showed who they are.
const LEADS_ON: [&str; 3] = [
    "/{language}/organise/account/authenticator",
    "/{language}/organise/account/recovery-codes",
    "/{language}/organise/confirm",
];

/// Every form of the workspace, what it sends, and who may.
const FORMS: &[(&str, &str, &str)] = &[
    ("/api/invitation", "form[email]=new@example.org&form[role]=viewer", "o"),
    ("/api/invitation-withdrawal", "form[id]={id}", "o"),
    ("/api/membership-role", "form[id]={id}&form[role]=viewer", "o"),
    ("/api/membership-end", "form[id]={id}", "o"),
    ("/api/check-in", "form[event]={slug}&form[who]=00000-00000.0", "ord"),
    ("/api/check-in-undo", "form[event]={slug}&form[who]=00000-00000.0", "ord"),
    ("/api/registration-cancellation", "form[event]={slug}&form[reference]=00000-00000", "or"),
    ("/api/registration-mail", "form[event]={slug}&form[reference]=00000-00000", "or"),
    ("/api/registration-note", "form[event]={slug}&form[reference]=00000-00000", "or"),
    ("/api/registration", "form[event]={slug}&form[key]={id}", "or"),
    ("/api/import", "form[event]={slug}&form[file]={id}", "or"),
    ("/api/registration-tag", "form[event]={slug}&form[reference]=00000-00000&form[text]=a", "or"),
    ("/api/registration-tag-end", "form[event]={slug}&form[reference]=00000-00000", "or"),
    ("/api/tag-end", "form[event]={slug}&form[text]=a", "or"),
    ("/api/list-columns", "form[event]={slug}&form[columns][ticket]=on", "ordv"),
    ("/api/bulk", "form[event]={slug}&form[all]=yes", "or"),
    ("/api/bulk-act", "form[event]={slug}&form[bulk]={id}&form[act]=cancel", "or"),
    ("/api/bulk-letter", "form[event]={slug}&form[bulk]={id}&form[text]=a", "or"),
    ("/api/bulk-undo", "form[event]={slug}&form[bulk]={id}", "or"),
    ("/api/event", "form[event][title]=Cup", "or"),
    ("/api/event-text", "{at}&form[written_in]=fr&form[text][title]=Cup", "or"),
    ("/api/event-text-end", "{at}&form[written_in]=en", "or"),
    ("/api/event-facts", "{at}&form[facts][address]=Fez", "or"),
    ("/api/event-date", "{at}&form[when][capacity]=5", "or"),
    ("/api/event-date-state", "{at}&form[date]={id}&form[change]=cancel", "or"),
    ("/api/event-tickets", "{at}&form[tickets][player][offered]=on", "or"),
    ("/api/event-place", "{at}&form[place][held]=online", "or"),
    ("/api/event-question", "{at}&form[question][kind]=date", "or"),
    ("/api/event-question-change", "{at}&form[number]=1&form[change]=up", "or"),
    ("/api/event-rules", "{at}&form[rules][closes_hours]=2", "or"),
    ("/api/event-plan", "{at}&form[plan][at]=2199-01-01T10:00", "or"),
    ("/api/event-plan-end", "{at}", "or"),
    ("/api/event-mark", "{at}&form[mark]=unlist", "or"),
    ("/api/event-status", "{at}&form[status]=cancelled", "or"),
    ("/api/event-picture", "{at}", "or"),
    ("/api/event-picture-end", "{at}", "or"),
    ("/api/organisation-text", "{at}&form[written_in]=fr&form[text][name]=Club", "or"),
    ("/api/organisation-text-end", "{at}&form[written_in]=en", "or"),
    ("/api/organisation-facts", "{at}&form[facts][kind]=youth", "or"),
    ("/api/organisation-logo", "{at}", "or"),
    ("/api/organisation-logo-end", "{at}", "or"),
];

/// Those of them that bring a file: what they send goes in parts.
const IN_PARTS: &[&str] = &["/api/event-picture", "/api/organisation-logo"];

/// The event that a form of the editor is about, in its first version.
const AT: &str = "form[at][organisation]={organisation}&form[at][event]={slug}&form[at][version]=1";

/// Forms that need no role: those of participants, and those of the way in and out.
const OPEN: &[&str] = &[
    "/api/register",
    "/api/places",
    "/api/cancellation",
    "/api/answers",
    "/api/sign-in-link",
    "/api/session",
    "/api/session-code",
    "/api/session-end",
    "/api/membership",
    "/api/passkey-request",
    "/api/passkey-session",
];

/// Forms about one's own account: for whoever is signed in.
const OF_ONESELF: &[(&str, &str)] = &[
    ("/api/passkey-creation", ""),
    ("/api/passkey", "answer={}"),
    ("/api/markdown", "text=Cup"),
    ("/api/passkey-end", "form[passkey]=00000000-0000-4000-8000-000000000000"),
    ("/api/passkey-proof", "answer={}"),
    ("/api/proof", "form[code]=1"),
    ("/api/proof-mail", "form[language]=en"),
    ("/api/authenticator-request", "form[language]=en"),
    ("/api/authenticator", "form[code]=1"),
    ("/api/authenticator-end", "form[language]=en"),
    ("/api/recovery-codes", "form[language]=en"),
    ("/api/address-change", "form[email]=new@example.org"),
    ("/api/address", "form[code]=1&form[other]=2"),
];

/// The time of the machine, and how far a test put it forward.
#[derive(Debug, Default)]
struct Hands(AtomicI64);

impl Clock for Hands {
    fn now(&self) -> Timestamp {
        SystemClock.now() + SignedDuration::from_secs(self.0.load(Ordering::SeqCst))
    }
}

/// A house with the demonstration, and a member in each role.
struct House {
    hands: Arc<Hands>,
    router: Router,
    services: Services,
    /// Letter and cookie of each role; `f` is an owner of another organisation.
    people: Vec<(char, String)>,
    /// The code of a registration for one's own event, the ids of a choice of many of them and of a
    /// file with more.
    reference: String,
    bulk: String,
    file: String,
    _folder: tempfile::TempDir,
}

impl House {
    async fn open() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let url = format!("sqlite:{}/concord.db", folder.path().display());
        let db = Db::connect(&url).await.unwrap();
        db.migrate().await.unwrap();
        let secrets = Secrets::new([7; 32]);
        let hands = Arc::new(Hands::default());
        let clock = Arc::clone(&hands) as Arc<dyn Clock>;
        let services = Services::new(db, clock, secrets, "http://localhost:3000");
        services.demo.fill().await.unwrap();
        let mut people = Vec::new();
        let roles = [
            ('o', Role::Owner, OWN.0),
            ('r', Role::Organiser, OWN.0),
            ('d', Role::DoorStaff, OWN.0),
            ('v', Role::Viewer, OWN.0),
            ('f', Role::Owner, FOREIGN.0),
        ];
        for (letter, role, organisation) in roles {
            people.push((letter, session(&services, letter, role, organisation).await));
        }
        let router = pages(services.clone(), folder.path());
        let router = router.merge(exports::router(services.clone()));
        let [reference, bulk, file] = things(&services, &people[0].1).await;
        Self { hands, router, services, people, reference, bulk, file, _folder: folder }
    }

    async fn ask(
        &self,
        method: Method,
        path: &str,
        cookie: Option<&str>,
        body: &str,
    ) -> StatusCode {
        self.answer(method, path, cookie, body).await.status()
    }

    async fn answer(
        &self,
        method: Method,
        path: &str,
        cookie: Option<&str>,
        body: &str,
    ) -> Response {
        let (kind, body) = if IN_PARTS.contains(&path) {
            ("multipart/form-data; boundary=part", in_parts(body))
        } else {
            ("application/x-www-form-urlencoded", body.to_owned())
        };
        let mut request = Request::builder()
            .method(method)
            .uri(path)
            .header(header::ACCEPT, "text/html")
            .header(header::REFERER, "http://localhost:3000/fr/organise/account?a=b")
            .header(header::CONTENT_TYPE, kind);
        if let Some(cookie) = cookie {
            request = request.header(header::COOKIE, format!("concord-session={cookie}"));
        }
        let request = request.body(Body::from(body)).unwrap();
        self.router.clone().oneshot(request).await.unwrap()
    }

    fn path(&self, page: &str, object: (&str, &str)) -> String {
        let page = page.replace("{bulk}", &self.bulk).replace("{file}", &self.file);
        filled(&page, object, &self.reference)
    }

    /// How many acts were recorded.
    async fn acts(&self) -> i64 {
        let owner = self.services.audit.verify().await.unwrap();
        owner
            .into_iter()
            .map(|(_, found)| match found {
                services::audit::Verified::Whole(acts) => acts,
                services::audit::Verified::Broken(at) => panic!("broken at {at}"),
            })
            .sum()
    }
}

/// The same fields as a browser sends them beside a file.
fn in_parts(body: &str) -> String {
    let part = |(name, value)| {
        format!("--part\r\ncontent-disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n")
    };
    let fields = body.split('&').filter_map(|field| field.split_once('='));
    format!("{}--part--\r\n", fields.map(part).collect::<String>())
}

/// The cookie of someone who was invited in this role and accepted.
async fn session(services: &Services, letter: char, role: Role, organisation: &str) -> String {
    let draft = InvitationDraft {
        email: format!("{letter}@example.org"),
        role: role.code().into(),
        event: String::new(),
    };
    let organisations = &services.organisations;
    let language = Language::English;
    let token = organisations.invite_as_operator(organisation, &draft, language).await.unwrap();
    let accepted = organisations.accept(&token, None, "", language).await.unwrap();
    accepted.session.unwrap().as_str().to_owned()
}

/// The code of the first registration for one's own event, the id of a choice of them all, and that
/// of a file with more.
async fn things(services: &Services, owner: &str) -> [String; 3] {
    let session = SessionToken::parse(owner);
    let actor = services.accounts.signed_in(session.as_ref()).await.unwrap().actor;
    let (action, language) = (Action::SeeRegistrations, Language::English);
    let event = services.events.own(&actor, OWN.0, OWN.1, action, language).await.unwrap();
    let everyone = Filter::default();
    let found = services.registrations.attendance(&actor, &event, &everyone, 1).await.unwrap();
    let choice = Choice::Found(everyone);
    let bulk = services.registrations.choose(&actor, &event, &choice).await.unwrap();
    let file = b"name,email\nAda,ada@example.org\n";
    let file = services.registrations.bring(&actor, &event, file).await.unwrap();
    [found.listed[0].reference.to_string(), bulk.to_string(), file.to_string()]
}

fn filled(pattern: &str, (organisation, event): (&str, &str), reference: &str) -> String {
    pattern
        .replace("{reference}", reference)
        .replace("{language}", "en")
        .replace("{organisation}", organisation)
        .replace("{slug}", event)
}

/// A page at `organise/word` would hide the organisation of that name.
#[test]
fn no_organisation_can_have_the_name_of_a_page() {
    for (page, _) in PAGES {
        let word = page.split('/').nth(3).unwrap_or("{");
        assert!(word.starts_with('{') || RESERVED.contains(&word), "{page}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn every_page_opens_for_its_roles_and_for_nobody_else() {
    let house = House::open().await;
    let known: BTreeSet<&str> = PAGES.iter().map(|(page, _)| *page).collect();
    let assets = assets(std::path::Path::new("site"));
    let (served, _) = generate_route_list_with_exclusions_and_ssg_and_context(
        move || shell(&assets),
        None,
        around_a_page(house.services.clone()),
    );
    let served: BTreeSet<String> = served
        .into_iter()
        .map(|route| route.path().to_owned())
        .filter(|path| path.contains("/organise"))
        .collect();
    assert_eq!(served.iter().map(String::as_str).collect::<BTreeSet<_>>(), known);

    for (page, who) in PAGES {
        for (letter, cookie) in &house.people {
            let status = house.ask(Method::GET, &house.path(page, OWN), Some(cookie), "").await;
            let expected = match letter {
                _ if LEADS_ON.contains(page) => StatusCode::SEE_OTHER,
                _ if OF_NOBODY.contains(page) => StatusCode::OK,
                'f' => StatusCode::NOT_FOUND,
                letter if who.contains(*letter) => StatusCode::OK,
                _ => StatusCode::FORBIDDEN,
            };
            assert_eq!(status, expected, "{page} for {letter}");
            // Things of others, and things of others that are claimed to be one's own.
            for object in [FOREIGN, (OWN.0, FOREIGN.1)] {
                let path = house.path(page, object);
                let is_other = path != house.path(page, OWN) && *letter != 'f';
                if is_other {
                    let status = house.ask(Method::GET, &path, Some(cookie), "").await;
                    assert_eq!(status, StatusCode::NOT_FOUND, "{path} for {letter}");
                }
            }
        }
        for cookie in [None, Some("none"), Some("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")] {
            let status = house.ask(Method::GET, &house.path(page, OWN), cookie, "").await;
            assert_eq!(status, StatusCode::SEE_OTHER, "{page} for nobody");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn every_file_is_given_to_its_roles_and_to_nobody_else() {
    let mut house = House::open().await;
    let services = house.services.clone();
    house.router = crate::routes::of_organisers(services, CancellationToken::new());
    for (file, who) in FILES {
        let own = filled(file, OWN, "");
        for (letter, cookie) in &house.people {
            let expected = match letter {
                'f' => StatusCode::NOT_FOUND,
                letter if who.contains(*letter) => StatusCode::OK,
                _ => StatusCode::FORBIDDEN,
            };
            let before = house.acts().await;
            let status = house.ask(Method::GET, &own, Some(cookie), "").await;
            assert_eq!(status, expected, "{file} for {letter}");
            // What leaves the house as a file is recorded; who is refused leaves no trace there.
            let is_taken = expected == StatusCode::OK && !file.ends_with("arrivals");
            assert_eq!(house.acts().await - before, i64::from(is_taken), "{file} for {letter}");
            for object in [FOREIGN, (OWN.0, FOREIGN.1)] {
                let path = filled(file, object, "");
                if path != own && *letter != 'f' {
                    let status = house.ask(Method::GET, &path, Some(cookie), "").await;
                    assert_eq!(status, StatusCode::NOT_FOUND, "{path} for {letter}");
                }
            }
        }
        let status = house.ask(Method::GET, &own, None, "").await;
        assert_eq!(status, StatusCode::SEE_OTHER, "{file} for nobody");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn every_form_is_taken_from_its_roles_and_from_nobody_else() {
    let house = House::open().await;
    let served: BTreeSet<String> = server_fn_paths().map(|(path, _)| path.to_owned()).collect();
    let of_oneself = OF_ONESELF.iter().map(|(path, _)| *path);
    let known = FORMS.iter().map(|(path, ..)| *path).chain(of_oneself).chain(OPEN.iter().copied());
    let known: BTreeSet<String> = known.map(str::to_owned).collect();
    assert_eq!(served, known);

    let before = house.acts().await;
    for (path, body, who) in FORMS {
        let body = |object: (&str, &str)| {
            let id = "00000000-0000-7000-8000-000000000000";
            let body = format!("form[language]=en&form[organisation]={{organisation}}&{body}");
            filled(&body.replace("{at}", AT).replace("{id}", id), object, "00000-00000")
        };
        for (letter, cookie) in &house.people {
            if !who.contains(*letter) {
                let status = house.ask(Method::POST, path, Some(cookie), &body(OWN)).await;
                let expected =
                    if *letter == 'f' { StatusCode::NOT_FOUND } else { StatusCode::FORBIDDEN };
                assert_eq!(status, expected, "{path} from {letter}");
            }
            if *letter != 'f' {
                let status = house.ask(Method::POST, path, Some(cookie), &body(FOREIGN)).await;
                assert_eq!(status, StatusCode::NOT_FOUND, "{path} from {letter} to others");
            }
        }
        let status = house.ask(Method::POST, path, None, &body(OWN)).await;
        assert_eq!(status, StatusCode::UNAUTHORIZED, "{path} from nobody");
    }
    for (path, body) in OF_ONESELF {
        let status = house.ask(Method::POST, path, None, body).await;
        assert_eq!(status, StatusCode::UNAUTHORIZED, "{path} from nobody");
    }
    assert_eq!(house.acts().await, before, "nothing was done");
}
