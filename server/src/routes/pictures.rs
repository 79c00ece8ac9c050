//! Pictures of events and signs of organisations. A picture never changes, so browsers keep it for
//! ever; opened by itself it can do nothing.

use axum::Router;
use axum::extract::{Path, State};
use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use axum::routing::get;
use domain::ids::PictureId;
use services::pictures::{File, Purpose};
use services::{Error, Services};
use uuid::Uuid;

use crate::middleware::{come_back, plain};

/// The headers of a picture besides its kind.
const ALWAYS: [(HeaderName, HeaderValue); 2] = [
    (header::CACHE_CONTROL, HeaderValue::from_static("public, max-age=31536000, immutable")),
    (
        header::CONTENT_SECURITY_POLICY,
        HeaderValue::from_static("default-src 'none'; frame-ancestors 'none'; sandbox"),
    ),
];

/// The routes of pictures.
pub fn router(services: Services) -> Router {
    Router::new().route("/pictures/{name}", get(picture)).with_state(services)
}

async fn picture(State(services): State<Services>, Path(name): Path<String>) -> Response {
    let Some((id, width, ending)) = parse(&name) else {
        return plain(StatusCode::NOT_FOUND, "");
    };
    match services.pictures.file(id, width).await {
        Ok(file) if file.purpose.ending() == ending => send(file),
        Ok(_) | Err(Error::NotFound) => plain(StatusCode::NOT_FOUND, ""),
        Err(Error::Busy(error)) => {
            tracing::warn!(%error, "a picture did not get its turn");
            come_back(StatusCode::SERVICE_UNAVAILABLE, 10, "refused-crowd")
        }
        Err(error) => {
            tracing::error!(error = format!("{error:#}"), "a picture cannot be read");
            plain(StatusCode::INTERNAL_SERVER_ERROR, "")
        }
    }
}

/// Id, width and ending: `6f1e…-800.jpg`, written in one way only.
fn parse(name: &str) -> Option<(PictureId, u32, &str)> {
    let (id, rest) = name.split_once('-')?;
    let (width, ending) = rest.split_once('.')?;
    let is_id = id.len() == 32 && id.bytes().all(|c| matches!(c, b'0'..=b'9' | b'a'..=b'f'));
    let is_width = (1..=4).contains(&width.len())
        && !width.starts_with('0')
        && width.bytes().all(|c| c.is_ascii_digit());
    (is_id && is_width).then_some(())?;
    Some((PictureId(Uuid::parse_str(id).ok()?), width.parse().ok()?, ending))
}

fn send(File { purpose, bytes }: File) -> Response {
    let kind = match purpose {
        Purpose::Event => "image/jpeg",
        Purpose::Logo => "image/png",
    };
    let kind = [(header::CONTENT_TYPE, HeaderValue::from_static(kind))];
    (kind, ALWAYS, bytes).into_response()
}

#[cfg(test)]
mod tests {
    use super::parse;

    #[test]
    fn a_picture_has_one_address_for_each_width() {
        let id = "0123456789abcdef0123456789abcdef";
        let name = format!("{id}-800.jpg");
        let (parsed, width, ending) = parse(&name).unwrap();
        assert_eq!((parsed.0.simple().to_string().as_str(), width, ending), (id, 800, "jpg"));
        for name in [
            format!("{id}-0800.jpg"),
            format!("{id}-+800.jpg"),
            format!("{id}-99999.jpg"),
            format!("{id}.jpg"),
            format!("{}-800.jpg", id.to_uppercase()),
            "01234567-89ab-cdef-0123-456789abcdef-800.jpg".to_owned(),
            "../-800.jpg".to_owned(),
            String::new(),
        ] {
            assert!(parse(&name).is_none(), "{name}");
        }
    }
}
