//! Registering, once for each `Idempotency-Key`.

use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use domain::language::Language;
use domain::registrations::{AttendeeDraft, Draft};
use jiff::civil::DateTime;
use serde::Serialize;
use services::Services;
use services::idempotency::{Answer, Attempt, Begun};
use services::registrations::{Submission, Wish};
use services::shield::{Admitted, Sent};
use utoipa::ToSchema;

use super::events::{languages, tickets};
use super::problem::{Problem, respond};
use super::reading::Reader;
use super::registrations::Registration;
use super::{Api, PREFIX, language, with_json};

const KEY: HeaderName = HeaderName::from_static("idempotency-key");
const PROOF: HeaderName = HeaderName::from_static("registration-proof");
/// Says that an answer is the one that was given before.
const REPLAYED: HeaderName = HeaderName::from_static("idempotent-replayed");

/// Who wants to come.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(super) struct NewRegistration {
    /// The date: its `starts`, on the clock of the zone.
    #[schema(example = "2027-05-01T10:00:00")]
    date: String,
    /// The language of the mails; that of the answer, if it is not given.
    #[schema(schema_with = languages)]
    language: Option<&'static str>,
    /// Whether some of them would come without the others, if they have to wait for places.
    #[schema(required = false, default = false)]
    partly: bool,
    contact: NewContact,
    #[schema(min_items = 1, max_items = 10)]
    attendees: Vec<NewAttendee>,
}

/// Who gets the mails.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(super) struct NewContact {
    #[schema(min_length = 1, max_length = 100)]
    name: String,
    #[schema(format = Email, max_length = 254)]
    email: String,
}

/// One person who comes.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(super) struct NewAttendee {
    #[schema(min_length = 1, max_length = 100)]
    name: String,
    /// As what: one of the event's ticket types.
    #[schema(schema_with = tickets)]
    ticket: String,
}

/// Registers people for a date of an event: all of them, or nobody; where there are not enough places
/// and the event has a queue, they wait (`state` is `waitlisted`). The contact person gets the
/// tickets by mail. The same key with the same body within a day gets the same answer; with another
/// body it is refused (409), and so is a request whose first copy is still being worked on. Nothing
/// is kept of a request that could not be read or used (4xx other than 409): mend it and send it
/// again with its key.
#[utoipa::path(
    post,
    path = "/api/v1/events/{slug}/registrations",
    operation_id = "register",
    tag = "registrations",
    params(
        ("slug" = String, Path, description = "The event's name in addresses"),
        ("Idempotency-Key" = String, Header, min_length = 16, max_length = 255,
            pattern = "^[!-~]{16,255}$", example = "8e03978e-40d5-43dd-bc93-6894a57f9324",
            description = "16 to 255 letters of ASCII that nobody can guess: a random UUID"),
        ("Registration-Proof" = Option<String>, Header, max_length = 2048,
            description = "What proves the `challenge` of a problem `proof-required`"),
    ),
    request_body = NewRegistration,
    responses(
        (status = 201, description = "Registered", body = Registration,
            headers(("Location" = String, description = "The address of the registration"))),
        (status = 400, description = "The key is missing, or the body is no JSON", body = Problem,
            content_type = "application/problem+json"),
        (status = 403, description = "Machines press on the event: prove the `challenge` of the \
            problem, and send the same again with the proof", body = Problem,
            content_type = "application/problem+json"),
        (status = 404, description = "There is no such event", body = Problem,
            content_type = "application/problem+json"),
        (status = 409, description = "It is full or closed, or the key was used for something else",
            body = Problem, content_type = "application/problem+json"),
        (status = 422, description = "What is wrong is told at its place", body = Problem,
            content_type = "application/problem+json"),
        (status = 429, description = "Too many registrations in a short time", body = Problem,
            content_type = "application/problem+json"),
    ),
)]
pub(super) async fn register(
    State(Api { services, .. }): State<Api>,
    Path(slug): Path<String>,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    let spoken = language(&headers);
    let request = match asked(&headers, &body, spoken) {
        Ok(request) => request,
        Err(problem) => return problem.into_response(),
    };
    // Whoever hangs up does not stop it half-way.
    let task = tokio::spawn(async move { once(&services, slug, request, spoken).await });
    task.await.unwrap_or_else(|error| {
        tracing::error!(%error, "a registration of the interface ended early");
        let status = StatusCode::INTERNAL_SERVER_ERROR;
        Problem::new(status, "internal", "trouble-text", spoken).into_response()
    })
}

/// A request that can be read.
struct Wanted {
    key: String,
    proof: String,
    date: DateTime,
    body: NewRegistration,
}

fn asked(headers: &HeaderMap, body: &Bytes, language: Language) -> Result<Wanted, Problem> {
    let key = headers.get(KEY).and_then(|value| value.to_str().ok()).map(str::trim);
    let is_good = |key: &&str| {
        (16..=255).contains(&key.len()) && key.bytes().all(|byte| byte.is_ascii_graphic())
    };
    let key = key.filter(is_good).ok_or_else(|| {
        Problem::new(StatusCode::BAD_REQUEST, "idempotency-key", "api-key", language)
    })?;
    let known = ["date", "language", "partly", "contact", "attendees"];
    let (mut reader, mut object) = Reader::open(headers, body, &known, language)?;
    let date = reader.parsed::<DateTime>(&mut object, "date").unwrap_or_default();
    let of_mails = object.has("language").then(|| reader.parsed(&mut object, "language")).flatten();
    let of_mails = of_mails.map(|language: Language| language.code());
    let partly = object.has("partly") && reader.truth(&mut object, "partly");
    let mut contact = reader.member(&mut object, "contact", &["name", "email"]);
    let contact = NewContact {
        name: reader.text(&mut contact, "name"),
        email: reader.text(&mut contact, "email"),
    };
    let attendees = reader.list(&mut object, "attendees", &["name", "ticket"]);
    let attendee = |mut attendee| NewAttendee {
        name: reader.text(&mut attendee, "name"),
        ticket: reader.text(&mut attendee, "ticket"),
    };
    let attendees = attendees.into_iter().map(attendee).collect();
    reader.done()?;
    let body =
        NewRegistration { date: date.to_string(), language: of_mails, partly, contact, attendees };
    let proof = headers.get(PROOF).and_then(|value| value.to_str().ok()).unwrap_or_default();
    Ok(Wanted { key: key.to_owned(), proof: proof.to_owned(), date, body })
}

/// Does what is wanted, if it was not done before.
async fn once(services: &Services, slug: String, wanted: Wanted, language: Language) -> Response {
    let request = serde_json::to_vec(&(&slug, &wanted.body)).unwrap_or_default();
    let refused =
        |code, key| Problem::new(StatusCode::CONFLICT, code, key, language).into_response();
    let attempt = match services.idempotency.begin(&wanted.key, &request).await {
        Ok(Begun::New(attempt)) => attempt,
        Ok(Begun::Done(answer)) => {
            let mut again = give(&answer);
            again.headers_mut().insert(REPLAYED, HeaderValue::from_static("true"));
            return again;
        }
        Ok(Begun::OtherRequest) => return refused("idempotency-key-reused", "api-key-reused"),
        Ok(Begun::UnderWay) => return refused("idempotency-key-in-use", "api-key-in-use"),
        Err(error) => return Problem::of(error, language).into_response(),
    };
    let done = act(services, slug, wanted, &attempt, language).await;
    let kept = match &done {
        Ok(answer) => services.idempotency.finish(&attempt, answer).await,
        // How things stood when it was done: that is an answer like any other.
        Err(problem) if problem.status() == StatusCode::CONFLICT.as_u16() => {
            let answer = Answer { status: problem.status(), body: problem.body() };
            services.idempotency.finish(&attempt, &answer).await
        }
        Err(_) => services.idempotency.release(&attempt).await,
    };
    if let Err(error) = kept {
        // The lease ends, and whoever sends it again finds the registration by the form's key.
        tracing::warn!(%error, "the answer to a program is not kept");
    }
    done.map_or_else(|problem| problem.into_response(), |answer| give(&answer))
}

async fn act(
    services: &Services,
    slug: String,
    Wanted { key, proof, date, body }: Wanted,
    attempt: &Attempt,
    language: Language,
) -> Result<Answer, Problem> {
    let failed = |error| Problem::of(error, language);
    let page = services.events.page(language, &slug, Some(date)).await.map_err(failed)?;
    if page.date().when.starts != date {
        let code = "unknown-choice";
        let fault = super::problem::Fault::at("#/date", code, "invalid-unknown-choice", language);
        return Err(Problem::faults(vec![fault], language));
    }
    let sent = Sent {
        slug: &slug,
        date,
        key: &key,
        made_at: None,
        proof: &proof,
        code: "",
        email: &body.contact.email,
    };
    let admitted = services.shield.admit(sent).await.map_err(failed)?;
    if let Admitted::Asked(challenge) = admitted {
        return Err(Problem::proof(challenge, language));
    }
    let of_mails = body.language.and_then(|code| code.parse().ok()).unwrap_or(language);
    let attendee = |NewAttendee { name, ticket }: NewAttendee| AttendeeDraft { name, ticket };
    let submission = Submission {
        slug,
        date,
        key: attempt.form_key,
        language: of_mails,
        wish: Wish { partly: body.partly, also: Vec::new() },
        draft: Draft {
            contact_name: body.contact.name,
            contact_email: body.contact.email,
            attendees: body.attendees.into_iter().map(attendee).collect(),
        },
    };
    let token = services.registrations.register(submission).await.map_err(failed)?;
    let made = Registration::find(services, &token, language).await.map_err(failed)?;
    let body = serde_json::to_string(&made).unwrap_or_default();
    Ok(Answer { status: StatusCode::CREATED.as_u16(), body })
}

/// An answer, new or kept: its body tells the rest.
fn give(answer: &Answer) -> Response {
    let status = StatusCode::from_u16(answer.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    if !status.is_success() {
        return respond(status, answer.body.clone());
    }
    let made: serde_json::Value = serde_json::from_str(&answer.body).unwrap_or_default();
    let mut response = with_json(status, answer.body.clone());
    let location = format!("{PREFIX}/registrations/{}", made["token"].as_str().unwrap_or_default());
    if let Ok(location) = HeaderValue::from_str(&location) {
        response.headers_mut().insert(header::LOCATION, location);
    }
    response
}
