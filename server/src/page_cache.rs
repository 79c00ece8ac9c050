//! Public pages, kept for a second: a page that many people open at once is written once.
//!
//! A kept page is given out only while this process changed nothing that pages show, so a place
//! that is taken or given back here is seen at once; what another process changes is seen a second
//! later. One request writes a page anew; those that come meanwhile get the kept one if it was right
//! a moment ago, and wait if it is known to be wrong. Without that, everyone who asked at the end of
//! a second would write it, and all of them would wait for each other. Two things in a page are new for every request and are put into the kept page anew: the
//! nonce of its scripts and the key of its form.

use std::sync::Arc;
use std::time::{Duration, Instant};

use app::context::FormKey;
use app::returned::COOKIE as FORM_COOKIE;
use axum::body::{Body, to_bytes};
use axum::extract::{Request, State};
use axum::http::{HeaderMap, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse as _, Response};
use moka::sync::Cache;
use services::Services;
use tokio::sync::{Mutex, OwnedMutexGuard};
use uuid::Uuid;

use crate::middleware::Nonce;

/// How long a page is given out.
const FRESH: Duration = Duration::from_secs(1);
/// How much longer it is given out while one request writes it anew.
const MEANWHILE: Duration = Duration::from_secs(1);
/// How many pages may be written at once with others waiting for them.
const WRITTEN_AT_ONCE: u64 = 1024;
/// How much is kept, in octets.
const ROOM: u64 = 16 * 1024 * 1024;
/// The longest page that is kept.
const LONGEST: usize = 512 * 1024;
/// The longest address whose page is kept.
const LONGEST_ADDRESS: usize = 300;

/// A page as it was written for someone.
struct Kept {
    at: Instant,
    changes: u64,
    headers: HeaderMap,
    text: String,
    nonce: String,
    key: String,
}

/// Pages by their address.
#[derive(Clone)]
pub struct PageCache {
    services: Services,
    fresh: Duration,
    pages: Cache<String, Arc<Kept>>,
    /// Whoever writes the page of an address has its lock.
    writing: Cache<String, Arc<Mutex<()>>>,
    /// Addresses whose pages were not to be kept a moment ago: nobody waits for those.
    never_kept: Cache<String, ()>,
}

impl PageCache {
    /// An empty one.
    pub fn new(services: Services) -> Self {
        Self::keeping(services, FRESH, MEANWHILE)
    }

    fn keeping(services: Services, fresh: Duration, meanwhile: Duration) -> Self {
        let weight =
            |_: &String, kept: &Arc<Kept>| u32::try_from(kept.text.len()).unwrap_or(u32::MAX);
        let kept_for = fresh + meanwhile;
        let pages =
            Cache::builder().max_capacity(ROOM).weigher(weight).time_to_live(kept_for).build();
        let writing = Cache::builder().max_capacity(WRITTEN_AT_ONCE).time_to_idle(kept_for).build();
        let never_kept =
            Cache::builder().max_capacity(WRITTEN_AT_ONCE).time_to_live(kept_for).build();
        Self { services, fresh, pages, writing, never_kept }
    }

    /// The kept page, if it was written after so many changes, and whether it is fresh.
    fn kept(&self, address: &str, changes: u64) -> Option<(Arc<Kept>, bool)> {
        let kept = self.pages.get(address).filter(|kept| kept.changes >= changes)?;
        let is_fresh = kept.at.elapsed() < self.fresh;
        Some((kept, is_fresh))
    }

    /// What becomes of a request that came after so many changes.
    async fn turn(&self, address: &str, changes: u64) -> Turn {
        let kept = self.kept(address, changes);
        if let Some((kept, true)) = kept {
            return Turn::Kept(kept);
        }
        if self.never_kept.contains_key(address) {
            return Turn::Write(None);
        }
        let lock = self.writing.get_with(address.to_owned(), Arc::default);
        let turn = match (kept, Arc::clone(&lock).try_lock_owned()) {
            (_, Ok(turn)) => turn,
            (Some((kept, _)), Err(_)) => return Turn::Kept(kept),
            (None, Err(_)) => lock.lock_owned().await,
        };
        // Somebody else may have written it in the meantime, or found that it is not to be kept.
        match self.kept(address, changes) {
            Some((kept, true)) => Turn::Kept(kept),
            _ if self.never_kept.contains_key(address) => Turn::Write(None),
            _ => Turn::Write(Some(turn)),
        }
    }
}

/// What becomes of a request.
enum Turn {
    /// It gets this page.
    Kept(Arc<Kept>),
    /// It writes the page; others wait for it as long as it holds the lock, if it has it.
    Write(Option<OwnedMutexGuard<()>>),
}

/// Answers from the kept page, or keeps the page that is written now.
pub async fn keep(State(cache): State<PageCache>, mut request: Request, next: Next) -> Response {
    let key = FormKey(Uuid::now_v7());
    request.extensions_mut().insert(key);
    let Some(address) = address(&request) else {
        return next.run(request).await;
    };
    let nonce =
        request.extensions().get::<Nonce>().map(|nonce| nonce.0.clone()).unwrap_or_default();
    let changes = cache.services.changes();
    let _turn = match cache.turn(&address, changes).await {
        Turn::Kept(kept) => return kept.for_request(&nonce, key),
        Turn::Write(turn) => turn,
    };
    let (parts, body) = next.run(request).await.into_parts();
    if parts.status != StatusCode::OK || is_private(&parts.headers) {
        cache.never_kept.insert(address, ());
        return Response::from_parts(parts, body);
    }
    let Ok(text) = to_bytes(body, LONGEST).await else {
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    };
    if let Ok(text) = String::from_utf8(text.to_vec()) {
        let headers = parts.headers.clone();
        let (at, key) = (Instant::now(), key.0.to_string());
        let kept = Kept { at, changes, headers, text, nonce, key };
        cache.pages.insert(address, Arc::new(kept));
    }
    Response::from_parts(parts, Body::from(text))
}

impl Kept {
    fn for_request(&self, nonce: &str, key: FormKey) -> Response {
        let text = match self.nonce.is_empty() {
            true => self.text.clone(),
            false => self.text.replace(&self.nonce, nonce),
        };
        let text = text.replace(&self.key, &key.0.to_string());
        (self.headers.clone(), text).into_response()
    }
}

/// The address of a page that may be kept: one that is the same for everyone. Who has a form that
/// came back gets pages of their own, however the address is written.
fn address(request: &Request) -> Option<String> {
    let uri = request.uri();
    let (_, page) = uri.path().get(1..)?.split_once('/').unwrap_or_default();
    let is_public = matches!(page.split('/').next(), Some("" | "events" | "organisations"));
    let cookies = request.headers().get_all(header::COOKIE).iter();
    let is_same_for_all =
        cookies.filter_map(|value| value.to_str().ok()).all(|value| !value.contains(FORM_COOKIE));
    let address = uri.to_string();
    (*request.method() == Method::GET
        && is_public
        && is_same_for_all
        && address.len() <= LONGEST_ADDRESS)
        .then_some(address)
}

fn is_private(headers: &HeaderMap) -> bool {
    let keep = headers.get(header::CACHE_CONTROL).and_then(|value| value.to_str().ok());
    headers.contains_key(header::SET_COOKIE) || keep.is_some_and(|keep| keep.contains("no-store"))
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::time::Duration;

    use axum::Router;
    use axum::body::{Body, to_bytes};
    use axum::http::{Request, StatusCode};
    use axum::middleware::from_fn_with_state;
    use axum::routing::get;
    use services::{Db, Secrets, Services, SystemClock};
    use tokio::sync::Semaphore;
    use tokio::task::{JoinSet, yield_now};
    use tower::ServiceExt as _;

    use super::{PageCache, keep};

    const MANY: usize = 40;

    /// A page that says how often it was written, and one that is not there. Both wait at a gate.
    struct House {
        router: Router,
        written: Arc<AtomicUsize>,
        gate: Arc<Semaphore>,
        _folder: tempfile::TempDir,
    }

    impl House {
        async fn keeping(fresh: Duration) -> Self {
            let folder = tempfile::tempdir().unwrap();
            let url = format!("sqlite:{}/concord.db", folder.path().display());
            let db = Db::connect(&url).await.unwrap();
            let secrets = Secrets::new([7; 32]);
            let services = Services::new(db, Arc::new(SystemClock), secrets, "http://localhost");
            let (written, gate) = (Arc::<AtomicUsize>::default(), Arc::new(Semaphore::new(0)));
            let (counted, passed) = (Arc::clone(&written), Arc::clone(&gate));
            let write = move |status: StatusCode| {
                let (counted, passed) = (Arc::clone(&counted), Arc::clone(&passed));
                async move {
                    let number = counted.fetch_add(1, Ordering::SeqCst) + 1;
                    passed.acquire().await.unwrap().forget();
                    (status, number.to_string())
                }
            };
            let missing = write.clone();
            let cache = PageCache::keeping(services, fresh, Duration::from_secs(60));
            let router = Router::new()
                .route("/en/events", get(move || write(StatusCode::OK)))
                .route("/en/events/nowhere", get(move || missing(StatusCode::NOT_FOUND)))
                .layer(from_fn_with_state(cache, keep));
            Self { router, written, gate, _folder: folder }
        }

        fn ask(&self, path: &'static str, times: usize) -> JoinSet<String> {
            let mut asking = JoinSet::new();
            for _ in 0..times {
                let router = self.router.clone();
                asking.spawn(async move {
                    let request = Request::get(path).body(Body::empty()).unwrap();
                    let answer = router.oneshot(request).await.unwrap();
                    let page = to_bytes(answer.into_body(), 100).await.unwrap();
                    String::from_utf8(page.to_vec()).unwrap()
                });
            }
            asking
        }

        /// Lets everyone come as far as they can.
        async fn settle(&self) {
            for _ in 0..MANY * 10 {
                yield_now().await;
            }
        }

        fn written(&self) -> usize {
            self.written.load(Ordering::SeqCst)
        }
    }

    #[tokio::test]
    async fn however_many_ask_at_once_one_of_them_writes_the_page() {
        let house = House::keeping(Duration::from_secs(60)).await;
        let asking = house.ask("/en/events", MANY);
        house.settle().await;
        house.gate.add_permits(MANY);
        assert!(asking.join_all().await.iter().all(|page| page == "1"));
        assert_eq!(house.written(), 1);
    }

    #[tokio::test]
    async fn while_a_page_is_written_anew_the_others_get_the_kept_one() {
        let house = House::keeping(Duration::ZERO).await;
        house.gate.add_permits(1);
        house.ask("/en/events", 1).join_all().await;
        let mut asking = house.ask("/en/events", MANY);
        for _ in 1..MANY {
            assert_eq!(asking.join_next().await.unwrap().unwrap(), "1");
        }
        house.gate.add_permits(1);
        assert_eq!(asking.join_next().await.unwrap().unwrap(), "2");
    }

    #[tokio::test]
    async fn nobody_waits_for_a_page_that_is_not_kept() {
        let house = House::keeping(Duration::from_secs(60)).await;
        house.gate.add_permits(1);
        house.ask("/en/events/nowhere", 1).join_all().await;
        let asking = house.ask("/en/events/nowhere", MANY);
        house.settle().await;
        assert_eq!(house.written(), 1 + MANY, "everyone began");
        house.gate.add_permits(MANY);
        asking.join_all().await;
    }
}
