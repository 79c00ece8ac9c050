//! Answers for those who never reach a page: a sentence in their own language.
//!
//! Layers say which sentence; it is looked up on the way out, where the request's languages are
//! known.

use app::context::preferred_language;
use axum::extract::Request;
use axum::http::{HeaderValue, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse as _, Response};
use domain::language::Language;
use services::texts::Texts;

use crate::routes::api;

/// The sentence that an answer still lacks.
#[derive(Debug, Clone, Copy)]
struct Sentence {
    key: &'static str,
    /// After how many seconds to come back, where that helps.
    seconds: Option<u64>,
}

/// An answer with this status and the sentence of this key.
pub fn refuse(status: StatusCode, key: &'static str) -> Response {
    with(status, Sentence { key, seconds: None })
}

/// The same, and when to come back.
pub fn come_back(status: StatusCode, seconds: u64, key: &'static str) -> Response {
    let mut answer = with(status, Sentence { key, seconds: Some(seconds) });
    answer.headers_mut().insert(header::RETRY_AFTER, seconds.into());
    answer
}

fn with(status: StatusCode, sentence: Sentence) -> Response {
    let mut answer = super::plain(status, "");
    answer.extensions_mut().insert(sentence);
    answer
}

/// Puts the sentence into an answer that lacks one.
pub async fn speak(request: Request, next: Next) -> Response {
    let of_path = request.uri().path().split('/').nth(1).and_then(|code| code.parse().ok());
    let language: Language = of_path.unwrap_or_else(|| preferred_language(request.headers()));
    if api::is_ours(request.uri().path()) {
        let language = api::language(request.headers());
        let answer = next.run(request).await;
        let sentence = answer.extensions().get::<Sentence>().copied();
        return api::refused(answer, sentence.map(|one| (one.key, one.seconds)), language);
    }
    let answer = next.run(request).await;
    let Some(sentence) = answer.extensions().get::<Sentence>().copied() else {
        return answer;
    };
    let seconds = sentence.seconds.unwrap_or_default();
    let text = Texts(language).plain(sentence.key, &[("seconds", seconds.into())]);
    let (mut parts, _) = answer.into_parts();
    // The length was that of no text.
    parts.headers.remove(header::CONTENT_LENGTH);
    parts.headers.insert(header::CONTENT_LANGUAGE, HeaderValue::from_static(language.code()));
    (parts, format!("{text}\n")).into_response()
}
