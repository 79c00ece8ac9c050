//! A registration, for whoever holds the secret of its manage link.

use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse as _, Response};
use domain::language::Language;
use domain::registrations::RegistrationStatus;
use serde::Serialize;
use services::registrations::renaming::Rename;
use services::registrations::{Attendee, GiveBack};
use services::secrets::ManageToken;
use services::{Error, Services};
use utoipa::ToSchema;
use utoipa::openapi::schema::Object;

use super::events::{EventDate, one_of, tickets};
use super::problem::Problem;
use super::reading::Reader;
use super::{Api, json, language};

fn states() -> Object {
    one_of(RegistrationStatus::ALL.iter().map(|status| status.code()))
}

/// A registration.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Registration {
    /// What people call it.
    #[schema(example = "7QK3M-X9T2B")]
    pub reference: String,
    #[schema(schema_with = states)]
    pub state: &'static str,
    /// The secret that opens it: who has it can see and change everything.
    pub token: String,
    /// The page where people see and change it; as secret as the token.
    #[schema(format = "uri")]
    pub url: String,
    /// What the QR code at the door says, while it has its places.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub ticket_code: Option<String>,
    /// The event's name in addresses.
    pub event: String,
    /// What the event is called.
    pub title: String,
    pub date: EventDate,
    /// Whether places can be given back now.
    pub may_give_back: bool,
    /// The link to what is held online, while it has its places.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub online_link: Option<String>,
    pub contact: Contact,
    /// Everyone it was made for, also those whose place was given back.
    pub attendees: Vec<Person>,
}

/// The contact person.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Contact {
    pub name: String,
    #[schema(format = Email)]
    pub email: String,
}

/// One person in a registration.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Person {
    /// The place in the list; stays when others leave.
    pub position: i64,
    pub name: String,
    #[schema(schema_with = tickets)]
    pub ticket: &'static str,
    /// Whether the place was given back.
    pub given_back: bool,
}

impl Registration {
    /// The registration behind a secret, as it is now.
    pub async fn find(
        services: &Services,
        token: &ManageToken,
        language: Language,
    ) -> Result<Self, Error> {
        let found = services.registrations.find(token).await?;
        let page = services.events.page(language, &found.slug, Some(found.date)).await?;
        let (now, date) = (services.now(), page.date());
        let is_confirmed = found.status == RegistrationStatus::Confirmed;
        let starts_at = date.when.starts_at;
        let returns = page.content.returns;
        let person = |attendee: Attendee| Person {
            position: attendee.position,
            name: attendee.name,
            ticket: attendee.kind.code(),
            given_back: attendee.cancelled,
        };
        let (base, code) = (services.base_url(), language.code());
        Ok(Self {
            reference: found.reference.to_string(),
            state: found.status.code(),
            url: format!("{base}/{code}/registrations/{}", token.as_str()),
            token: token.as_str().to_owned(),
            ticket_code: is_confirmed.then_some(found.ticket_code),
            title: page.content.text(language).title.clone(),
            date: EventDate::of(&date.when, &date.admission, now),
            may_give_back: found.attendees.iter().any(|attendee| !attendee.cancelled)
                && now < starts_at
                && returns.allow(starts_at, now),
            online_link: found.online_link,
            event: found.slug,
            contact: Contact { name: found.contact_name, email: found.contact_email },
            attendees: found.attendees.into_iter().map(person).collect(),
        })
    }
}

/// The registration as it is now.
#[utoipa::path(
    get,
    path = "/api/v1/registrations/{token}",
    operation_id = "getRegistration",
    tag = "registrations",
    params(("token" = String, Path, description = "The secret of the manage link")),
    responses(
        (status = 200, description = "The registration", body = Registration),
        (status = 404, description = "There is no such registration", body = Problem,
            content_type = "application/problem+json"),
    ),
)]
pub(super) async fn see(
    State(Api { services, .. }): State<Api>,
    Path(token): Path<String>,
    headers: HeaderMap,
) -> Response {
    let language = language(&headers);
    match ManageToken::parse(&token) {
        Some(token) => show(&services, &token, language).await,
        None => Problem::not_found(language).into_response(),
    }
}

async fn show(services: &Services, token: &ManageToken, language: Language) -> Response {
    match Registration::find(services, token, language).await {
        Ok(registration) => json(StatusCode::OK, &registration),
        Err(error) => Problem::of(error, language).into_response(),
    }
}

/// Other names for those who come.
#[derive(Debug, ToSchema)]
#[expect(dead_code, reason = "it describes what `Reader` reads")]
pub(super) struct Changes {
    /// Who gets another name; the others keep theirs.
    #[schema(min_items = 1, max_items = 10)]
    attendees: Vec<NewName>,
}

/// Another name for one who comes.
#[derive(Debug, ToSchema)]
#[expect(dead_code, reason = "it describes what `Reader` reads")]
pub(super) struct NewName {
    /// The place in the list.
    #[schema(minimum = 0)]
    position: i64,
    #[schema(min_length = 1, max_length = 100)]
    name: String,
}

/// Changes names of attendees, until the date begins. The contact person gets the ticket anew.
#[utoipa::path(
    patch,
    path = "/api/v1/registrations/{token}",
    operation_id = "renameAttendees",
    tag = "registrations",
    params(("token" = String, Path, description = "The secret of the manage link")),
    request_body = Changes,
    responses(
        (status = 200, description = "The registration as it is now", body = Registration),
        (status = 404, description = "There is no such registration", body = Problem,
            content_type = "application/problem+json"),
        (status = 409, description = "The date has begun, or they do not come any more",
            body = Problem, content_type = "application/problem+json"),
        (status = 422, description = "What is wrong is told at its place", body = Problem,
            content_type = "application/problem+json"),
    ),
)]
pub(super) async fn rename(
    State(Api { services, .. }): State<Api>,
    Path(token): Path<String>,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    let language = language(&headers);
    let Some(token) = ManageToken::parse(&token) else {
        return Problem::not_found(language).into_response();
    };
    let names = match names(&headers, &body, language) {
        Ok(names) => names,
        Err(problem) => return problem.into_response(),
    };
    match services.registrations.rename(&token, names).await {
        Ok(()) => show(&services, &token, language).await,
        Err(error) => Problem::of(error, language).into_response(),
    }
}

fn names(headers: &HeaderMap, body: &Bytes, language: Language) -> Result<Vec<Rename>, Problem> {
    let (mut reader, mut object) = Reader::open(headers, body, &["attendees"], language)?;
    let mut names = Vec::new();
    let attendees = reader.list(&mut object, "attendees", &["position", "name"]);
    if attendees.is_empty() || attendees.len() > domain::registrations::MAX_ATTENDEES {
        reader.fault(object.at("attendees"), "attendee-count", "invalid-attendee-count");
    }
    for mut attendee in attendees {
        let position = reader.number(&mut attendee, "position");
        let name = reader.text(&mut attendee, "name");
        names.push(Rename { position, name });
    }
    reader.done().map(|()| names)
}

/// Gives every place back. Doing it again changes nothing.
#[utoipa::path(
    delete,
    path = "/api/v1/registrations/{token}",
    operation_id = "giveBackAll",
    tag = "registrations",
    params(("token" = String, Path, description = "The secret of the manage link")),
    responses(
        (status = 200, description = "The registration as it is now", body = Registration),
        (status = 404, description = "There is no such registration", body = Problem,
            content_type = "application/problem+json"),
        (status = 409, description = "It is too late", body = Problem,
            content_type = "application/problem+json"),
    ),
)]
pub(super) async fn give_back(
    State(Api { services, .. }): State<Api>,
    Path(token): Path<String>,
    headers: HeaderMap,
) -> Response {
    return_places(&services, &token, GiveBack::All, language(&headers)).await
}

/// Gives one attendee's place back. Doing it again changes nothing.
#[utoipa::path(
    delete,
    path = "/api/v1/registrations/{token}/attendees/{position}",
    operation_id = "giveBackOne",
    tag = "registrations",
    params(
        ("token" = String, Path, description = "The secret of the manage link"),
        ("position" = i64, Path, description = "The attendee's place in the list", minimum = 0),
    ),
    responses(
        (status = 200, description = "The registration as it is now", body = Registration),
        (status = 404, description = "There is no such registration, or nobody at that place",
            body = Problem, content_type = "application/problem+json"),
        (status = 409, description = "It is too late", body = Problem,
            content_type = "application/problem+json"),
    ),
)]
pub(super) async fn give_back_one(
    State(Api { services, .. }): State<Api>,
    Path((token, position)): Path<(String, String)>,
    headers: HeaderMap,
) -> Response {
    let language = language(&headers);
    // What is no number is nobody's position.
    let position = position.parse().unwrap_or(-1);
    return_places(&services, &token, GiveBack::One(position), language).await
}

async fn return_places(
    services: &Services,
    token: &str,
    whose: GiveBack,
    language: Language,
) -> Response {
    let Some(token) = ManageToken::parse(token) else {
        return Problem::not_found(language).into_response();
    };
    let done = async {
        if let GiveBack::One(position) = whose {
            let found = services.registrations.find(&token).await?;
            if !found.attendees.iter().any(|attendee| attendee.position == position) {
                return Err(Error::NotFound);
            }
        }
        services.registrations.give_back(&token, whose).await
    };
    match done.await {
        Ok(()) => show(services, &token, language).await,
        Err(error) => Problem::of(error, language).into_response(),
    }
}
