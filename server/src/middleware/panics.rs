//! A panic costs one request its answer and nothing else.

use std::any::Any;

use axum::http::StatusCode;
use axum::response::Response;
use tower_http::catch_panic::CatchPanicLayer;

use super::RequestId;

/// Marks the answer to a request that panicked, so that the request's id can be put into it.
#[derive(Debug, Clone, Copy)]
pub struct Panicked;

impl Panicked {
    /// What the visitor reads.
    pub fn text(id: &RequestId) -> String {
        format!(
            "Something went wrong on our side. Nothing was changed that you were not told of; \
             please try again. If it happens again, tell us this number: {id}\n"
        )
    }
}

type Answer = fn(Box<dyn Any + Send + 'static>) -> Response;

/// Turns a panic into an answer. The log has its place already, from the panic hook.
pub fn layer() -> CatchPanicLayer<Answer> {
    CatchPanicLayer::custom(answer as Answer)
}

fn answer(_: Box<dyn Any + Send + 'static>) -> Response {
    let mut answer = super::plain(StatusCode::INTERNAL_SERVER_ERROR, "");
    answer.extensions_mut().insert(Panicked);
    answer
}
