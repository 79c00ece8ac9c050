//! How much is done at once, and for how long: under any load, an answer in seconds.

use std::sync::Arc;
use std::time::Duration;

use axum::extract::{Request, State};
use axum::http::StatusCode;
use axum::middleware::Next;
use axum::response::Response;
use tokio::sync::Semaphore;

use super::body::extra_time;

/// How many requests are worked on at once.
const PLACES: usize = 1024;

/// How long a request waits for its turn before it is told to come back.
const PATIENCE: Duration = Duration::from_secs(5);

/// How long a request may take altogether, besides what its body may take longer than others.
const LONGEST: Duration = Duration::from_secs(15);

const COME_BACK_IN: u64 = 5;

/// Room for so many requests at once.
#[derive(Debug, Clone)]
pub struct Room(Arc<Semaphore>);

impl Room {
    fn with(places: usize) -> Self {
        Self(Arc::new(Semaphore::new(places)))
    }
}

impl Default for Room {
    fn default() -> Self {
        Self::with(PLACES)
    }
}

/// Lets the request in when there is room for it.
pub async fn wait(State(Room(places)): State<Room>, request: Request, next: Next) -> Response {
    match tokio::time::timeout(PATIENCE, places.acquire_owned()).await {
        Ok(Ok(_place)) => next.run(request).await,
        _ => super::come_back(StatusCode::SERVICE_UNAVAILABLE, COME_BACK_IN, "refused-crowd"),
    }
}

/// Ends what takes too long.
pub async fn limit_time(request: Request, next: Next) -> Response {
    let longest = LONGEST + extra_time(request.uri().path());
    tokio::time::timeout(longest, next.run(request)).await.unwrap_or_else(|_| {
        super::come_back(StatusCode::SERVICE_UNAVAILABLE, COME_BACK_IN, "refused-slow")
    })
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use axum::Router;
    use axum::body::Body;
    use axum::http::{Request, StatusCode, header};
    use axum::middleware::{from_fn, from_fn_with_state};
    use axum::routing::get;
    use tower::ServiceExt as _;

    use super::{Room, limit_time, wait};

    async fn get_from(router: Router) -> axum::response::Response {
        router.oneshot(Request::get("/").body(Body::empty()).unwrap()).await.unwrap()
    }

    #[tokio::test(start_paused = true)]
    async fn who_finds_no_room_is_told_when_to_come_back() {
        let slow = get(|| tokio::time::sleep(Duration::from_secs(8)));
        let router = Router::new().route("/", slow).layer(from_fn_with_state(Room::with(1), wait));
        let (first, second) = tokio::join!(get_from(router.clone()), get_from(router.clone()));
        let statuses = [first.status(), second.status()];
        assert_eq!(statuses, [StatusCode::OK, StatusCode::SERVICE_UNAVAILABLE]);
        assert!(second.headers().contains_key(header::RETRY_AFTER));
        assert_eq!(get_from(router).await.status(), StatusCode::OK, "the place is free again");
    }

    #[tokio::test(start_paused = true)]
    async fn what_takes_too_long_is_stopped() {
        let router =
            Router::new().route("/", get(std::future::pending::<()>)).layer(from_fn(limit_time));
        assert_eq!(get_from(router).await.status(), StatusCode::SERVICE_UNAVAILABLE);
    }
}
