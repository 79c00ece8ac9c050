//! A panic costs one request its answer and nothing else.

use std::any::Any;

use axum::http::StatusCode;
use axum::response::Response;
use tower_http::catch_panic::CatchPanicLayer;

use super::refuse;

type Answer = fn(Box<dyn Any + Send + 'static>) -> Response;

/// Turns a panic into an answer. The log has its place already, from the panic hook.
pub fn layer() -> CatchPanicLayer<Answer> {
    CatchPanicLayer::custom(answer as Answer)
}

fn answer(_: Box<dyn Any + Send + 'static>) -> Response {
    refuse(StatusCode::INTERNAL_SERVER_ERROR, "trouble-text")
}
