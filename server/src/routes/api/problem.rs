//! Why a program did not get what it asked for (RFC 9457): a status, a stable code, a sentence in its
//! user's language, and what is wrong with which part of the request.

use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use domain::invalid::{Code, Field, Invalid};
use domain::language::Language;
use serde::Serialize;
use services::Error;
use services::shield::proof::Challenge;
use services::texts::Texts;
use utoipa::ToSchema;

/// The media type of problems.
pub const TYPE: &str = "application/problem+json";

/// How long those wait who came too often, in seconds.
const COME_BACK_IN: u64 = 60;

/// Why nothing was done.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Problem {
    /// What sort of problem it is, as a name: `urn:concord:problem:` and the code.
    #[serde(rename = "type")]
    #[schema(format = "uri")]
    kind: String,
    /// What is the matter, in the language of the answer.
    title: String,
    /// The status of the answer.
    #[schema(minimum = 400, maximum = 599)]
    status: u16,
    /// What is the matter, for programs: it never changes.
    code: String,
    /// What is wrong with which part of the request.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    errors: Vec<Fault>,
    /// What is to be proved (`proof-required`).
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    challenge: Option<Box<Work>>,
}

/// A proof of work as ALTCHA has it: find the number from 0 to `maxnumber` whose decimal digits behind
/// `salt` have the hash `challenge`. The header `Registration-Proof` takes, in base64, a JSON object
/// with `algorithm`, `challenge`, `number`, `salt` and `signature`.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Work {
    algorithm: String,
    challenge: String,
    maxnumber: u32,
    salt: String,
    signature: String,
}

impl From<Challenge> for Work {
    fn from(asked: Challenge) -> Self {
        let Challenge { algorithm, challenge, maxnumber, salt, signature } = asked;
        Self { algorithm, challenge, maxnumber, salt, signature }
    }
}

/// What is wrong with a part of the request.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Fault {
    /// Which part of the body, as a JSON pointer in a fragment (RFC 6901, 6).
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub pointer: Option<String>,
    /// Which parameter of the address.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub parameter: Option<String>,
    /// What is the matter, for programs.
    pub code: String,
    /// The same in the language of the answer.
    pub detail: String,
}

impl Fault {
    /// This part of the body is refused for this reason.
    pub fn at(pointer: impl Into<String>, code: &str, key: &str, language: Language) -> Self {
        let detail = Texts(language).get(key);
        Self { pointer: Some(pointer.into()), parameter: None, code: code.to_owned(), detail }
    }
}

impl Problem {
    /// A problem of this code, with the sentence of this key.
    pub fn new(status: StatusCode, code: &str, key: &str, language: Language) -> Self {
        Self::saying(status, code, Texts(language).get(key))
    }

    /// The same with a sentence that is there already.
    pub fn saying(status: StatusCode, code: &str, title: String) -> Self {
        let (status, kind) = (status.as_u16(), format!("urn:concord:problem:{code}"));
        Self { kind, title, status, code: code.to_owned(), errors: Vec::new(), challenge: None }
    }

    /// There is no such thing.
    pub fn not_found(language: Language) -> Self {
        Self::new(StatusCode::NOT_FOUND, "not-found", "not-found-text", language)
    }

    /// The program has to prove its work, while machines press on the event.
    pub fn proof(challenge: Challenge, language: Language) -> Self {
        let asked = Self::new(StatusCode::FORBIDDEN, "proof-required", "api-proof", language);
        Self { challenge: Some(Box::new(challenge.into())), ..asked }
    }

    /// What the router or a reader of a part of the request refused.
    pub fn of_status(status: StatusCode, language: Language) -> Self {
        let (code, key) = match status {
            StatusCode::NOT_FOUND => ("not-found", "not-found-text"),
            StatusCode::METHOD_NOT_ALLOWED => ("method-not-allowed", "api-method"),
            StatusCode::PAYLOAD_TOO_LARGE => ("large", "refused-large"),
            _ if status.is_server_error() => ("internal", "trouble-text"),
            _ => ("unreadable", "api-unreadable"),
        };
        Self::new(status, code, key, language)
    }

    /// A parameter of the address cannot be read.
    pub fn parameter(name: &str, language: Language) -> Self {
        let (code, key) = ("parameter", "api-parameter");
        let fault = Fault {
            pointer: None,
            parameter: Some(name.to_owned()),
            code: code.to_owned(),
            detail: Texts(language).get(key),
        };
        let errors = vec![fault];
        Self { errors, ..Self::new(StatusCode::BAD_REQUEST, code, key, language) }
    }

    /// The body can be read, and these parts of it cannot be used.
    pub fn faults(errors: Vec<Fault>, language: Language) -> Self {
        let title = Texts(language).plain("mistakes", &[("number", errors.len().into())]);
        Self { errors, ..Self::saying(StatusCode::UNPROCESSABLE_ENTITY, "invalid", title) }
    }

    /// What a use case answered.
    pub fn of(error: Error, language: Language) -> Self {
        match error {
            Error::NotFound | Error::SignedOut | Error::Forbidden | Error::Unproved => {
                Self::not_found(language)
            }
            Error::Conflict => Self::of_codes(&[Invalid::new(Field::Form, Code::Stale)], language),
            Error::Invalid(invalid) => Self::of_codes(&invalid, language),
            Error::Busy(source) => {
                tracing::warn!(%source, "the database did not answer in time");
                Self::new(StatusCode::SERVICE_UNAVAILABLE, "busy", "invalid-busy", language)
            }
            Error::Internal(source) => {
                tracing::error!(error = format!("{source:#}"), "internal error");
                let status = StatusCode::INTERNAL_SERVER_ERROR;
                Self::new(status, "internal", "trouble-text", language)
            }
        }
    }

    /// What the rules answered. What has to do with how things stand is a conflict: the same request
    /// may succeed at another time. Everything else is for whoever made the request to mend.
    fn of_codes(invalid: &[Invalid], language: Language) -> Self {
        let fault = |invalid: &Invalid| {
            let key = invalid.code.key();
            Fault::at(pointer(invalid.field), name(invalid.code), key, language)
        };
        let errors: Vec<Fault> = invalid.iter().map(fault).collect();
        let one = invalid.first().filter(|first| invalid.iter().all(|one| one.code == first.code));
        let status = if invalid.iter().any(|invalid| invalid.code == Code::TooOften) {
            StatusCode::TOO_MANY_REQUESTS
        } else if invalid.iter().all(|invalid| is_conflict(invalid.code)) {
            StatusCode::CONFLICT
        } else {
            return Self::faults(errors, language);
        };
        match one {
            Some(one) => {
                Self { errors, ..Self::new(status, name(one.code), one.code.key(), language) }
            }
            None => Self { status: status.as_u16(), ..Self::faults(errors, language) },
        }
    }

    /// The status of its answer.
    pub const fn status(&self) -> u16 {
        self.status
    }

    /// The problem as it is sent.
    pub fn body(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let status = StatusCode::from_u16(self.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let mut answer = respond(status, self.body());
        if matches!(status, StatusCode::TOO_MANY_REQUESTS | StatusCode::SERVICE_UNAVAILABLE) {
            answer.headers_mut().insert(header::RETRY_AFTER, COME_BACK_IN.into());
        }
        answer
    }
}

/// A problem whose text is there already.
pub fn respond(status: StatusCode, body: String) -> Response {
    (status, [(header::CONTENT_TYPE, HeaderValue::from_static(TYPE))], body).into_response()
}

/// What a code is called here.
fn name(code: Code) -> &'static str {
    let key = code.key();
    key.strip_prefix("invalid-").unwrap_or(key)
}

/// The name of the reason why nobody can register, for programs.
pub fn reason(code: Code) -> String {
    name(code).to_owned()
}

/// Whether it is not the request that is at fault, but how things stand.
const fn is_conflict(code: Code) -> bool {
    matches!(
        code,
        Code::Full
            | Code::TicketFull
            | Code::Past
            | Code::NotYetOpen
            | Code::Closed
            | Code::TicketClosed
            | Code::Cancelled
            | Code::Postponed
            | Code::ReturnsOver
            | Code::Reused
            | Code::NotComing
            | Code::Stale
            | Code::StateChanged
    )
}

/// Where in the body a field of the form stands.
fn pointer(field: Field) -> String {
    match field {
        Field::Form => "#".to_owned(),
        Field::ContactName => "#/contact/name".to_owned(),
        Field::ContactEmail => "#/contact/email".to_owned(),
        Field::AttendeeName(index) => format!("#/attendees/{index}/name"),
        Field::AttendeeTicket(index) => format!("#/attendees/{index}/ticket"),
        other => format!("#/{other}"),
    }
}
