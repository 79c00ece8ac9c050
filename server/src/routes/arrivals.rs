//! Who comes through a door, told while they come (server-sent events): counts, never names.
//!
//! However many look at a date, its numbers are read once every two seconds. Each connection is a
//! seat, of which there are so many for everyone and for one person; it ends with the session, with
//! the role, and with the server. It says something every quarter of a minute, so that nothing
//! between here and the browser takes it for dead, and so that a browser that is gone is noticed.

use std::collections::HashMap;
use std::convert::Infallible;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use app::context::session_in;
use axum::Router;
use axum::extract::{Path, Query, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, Uri, header};
use axum::response::sse::{Event, Sse};
use axum::response::{IntoResponse as _, Response};
use axum::routing::get;
use domain::accounts::Action;
use domain::ids::{AccountId, OccurrenceId};
use domain::language::Language;
use futures_util::{Stream, stream};
use jiff::civil::DateTime;
use serde::Deserialize;
use serde_json::json;
use services::events::arrivals::Door;
use services::secrets::SessionToken;
use services::{Error, Services};
use tokio::sync::watch;
use tokio::time::{Interval, MissedTickBehavior, interval};
use tokio_util::sync::CancellationToken;

use super::exports::refuse;
use crate::middleware::come_back;

/// How often the numbers are read.
const READ_EVERY: Duration = Duration::from_secs(2);

/// How often something is said, and the session looked at.
const BEAT: Duration = Duration::from_secs(15);

/// How many connections there are for everyone, and for one person in all of their windows.
const SEATS: usize = 256;
const SEATS_OF_ONE: usize = 6;

/// The route of the stream, beside the page that it is of.
pub fn router(services: Services, stop: CancellationToken) -> Router {
    const ARRIVALS: &str = "/{language}/organise/{organisation}/events/{slug}/numbers/arrivals";
    let doors = Doors { services, stop, told: Arc::default(), seats: Arc::default() };
    Router::new().route(ARRIVALS, get(arrivals)).with_state(doors)
}

/// Every door that somebody looks at.
#[derive(Clone)]
struct Doors {
    services: Services,
    stop: CancellationToken,
    told: Arc<Mutex<HashMap<OccurrenceId, watch::Sender<String>>>>,
    seats: Arc<Mutex<HashMap<AccountId, usize>>>,
}

/// Where the page of the stream stands.
#[derive(Debug, Deserialize)]
struct Of {
    language: String,
    organisation: String,
    slug: String,
}

/// Somebody who looks.
struct Looking {
    doors: Doors,
    session: Option<SessionToken>,
    of: Of,
    language: Language,
    numbers: watch::Receiver<String>,
    beat: Interval,
    is_told: bool,
    _seat: Seat,
}

/// A connection that counts until it is dropped.
struct Seat {
    seats: Arc<Mutex<HashMap<AccountId, usize>>>,
    account: AccountId,
}

async fn arrivals(
    State(doors): State<Doors>,
    Path(of): Path<Of>,
    Query(query): Query<HashMap<String, String>>,
    uri: Uri,
    headers: HeaderMap,
) -> Response {
    let Ok(language) = of.language.parse::<Language>() else {
        return refuse(Error::NotFound, Language::English, &uri);
    };
    let is_secure = doors.services.base_url().starts_with("https://");
    let session = session_in(&headers, is_secure);
    let asked: Option<DateTime> = query.get("date").and_then(|date| date.parse().ok());
    let (account, door) = match doors.door(session.as_ref(), &of, language, asked).await {
        Ok(found) => found,
        Err(error) => return refuse(error, language, &uri),
    };
    let Some(seat) = doors.seat(account) else {
        return come_back(StatusCode::SERVICE_UNAVAILABLE, 30, "refused-crowd");
    };
    let numbers = match doors.numbers(door).await {
        Ok(numbers) => numbers,
        Err(error) => return refuse(error, language, &uri),
    };
    let mut beat = interval(BEAT);
    beat.set_missed_tick_behavior(MissedTickBehavior::Delay);
    beat.reset();
    let is_told = false;
    let looking = Looking { doors, session, of, language, numbers, beat, is_told, _seat: seat };
    let mut answer = Sse::new(told(looking)).into_response();
    let headers = answer.headers_mut();
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    // What stands in front of us must not wait for more before it passes this on.
    let unbuffered = HeaderName::from_static("x-accel-buffering");
    headers.insert(unbuffered, HeaderValue::from_static("no"));
    answer
}

/// The numbers at once, then whenever they change.
fn told(looking: Looking) -> impl Stream<Item = Result<Event, Infallible>> + Send {
    stream::unfold(looking, |mut looking| async move {
        let event = looking.next().await?;
        Some((Ok(event), looking))
    })
}

impl Looking {
    /// What is said next; none at the end.
    async fn next(&mut self) -> Option<Event> {
        if !self.is_told {
            self.is_told = true;
            return Some(self.event());
        }
        let stop = self.doors.stop.clone();
        tokio::select! {
            changed = self.numbers.changed() => changed.ok().map(|()| self.event()),
            _ = self.beat.tick() => self.may_still_look().await.then(|| Event::default().comment("")),
            () = stop.cancelled() => None,
        }
    }

    fn event(&mut self) -> Event {
        Event::default().data(self.numbers.borrow_and_update().as_str())
    }

    /// Whether the session is still there, and the event still theirs to see.
    async fn may_still_look(&self) -> bool {
        let Self { doors, session, of, language, .. } = self;
        doors.door(session.as_ref(), of, *language, None).await.is_ok()
    }
}

impl Doors {
    /// Who looks, and at which door.
    async fn door(
        &self,
        session: Option<&SessionToken>,
        of: &Of,
        language: Language,
        asked: Option<DateTime>,
    ) -> Result<(AccountId, Door), Error> {
        let (events, action) = (&self.services.events, Action::SeeEvents);
        let me = self.services.accounts.signed_in_unseen(session).await?;
        let event = events.own(&me.actor, &of.organisation, &of.slug, action, language).await?;
        let dates = events.own_dates(&event).await?;
        let door = Door::of(&event, &dates, asked, self.services.now()).ok_or(Error::NotFound)?;
        Ok((me.actor.account, door))
    }

    fn seat(&self, account: AccountId) -> Option<Seat> {
        let mut seats = self.seats.lock().unwrap_or_else(PoisonError::into_inner);
        let (all, own) = (seats.values().sum::<usize>(), seats.get(&account).copied());
        if all >= SEATS || own.is_some_and(|own| own >= SEATS_OF_ONE) {
            return None;
        }
        *seats.entry(account).or_default() += 1;
        Some(Seat { seats: Arc::clone(&self.seats), account })
    }

    /// The numbers of a door, which are read for as long as somebody looks.
    async fn numbers(&self, door: Door) -> Result<watch::Receiver<String>, Error> {
        let first = self.read(&door).await?;
        let mut told = self.told.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(numbers) = told.get(&door.date) {
            return Ok(numbers.subscribe());
        }
        let (sender, receiver) = watch::channel(first);
        told.insert(door.date, sender);
        drop(told);
        tokio::spawn(self.clone().keep_reading(door));
        Ok(receiver)
    }

    async fn keep_reading(self, door: Door) {
        loop {
            tokio::select! {
                () = tokio::time::sleep(READ_EVERY) => {}
                () = self.stop.cancelled() => return,
            }
            let now = match self.read(&door).await {
                Ok(now) => Some(now),
                Err(error) => {
                    tracing::warn!(error = format!("{error:#}"), "arrivals cannot be counted");
                    None
                }
            };
            let mut told = self.told.lock().unwrap_or_else(PoisonError::into_inner);
            let Some(numbers) = told.get(&door.date) else { return };
            if numbers.receiver_count() == 0 {
                told.remove(&door.date);
                return;
            }
            if let Some(now) = now {
                numbers.send_if_modified(|before| {
                    let is_new = *before != now;
                    *before = now;
                    is_new
                });
            }
        }
    }

    /// The numbers as the page's script reads them.
    async fn read(&self, door: &Door) -> Result<String, Error> {
        let arrivals = self.services.events.arrivals(door).await?;
        let quarters = arrivals.quarters.iter();
        let quarters: Vec<_> =
            quarters.map(|quarter| json!([quarter.starts.to_string(), quarter.people])).collect();
        Ok(json!({ "here": arrivals.here, "quarters": quarters }).to_string())
    }
}

impl Drop for Seat {
    fn drop(&mut self) {
        let mut seats = self.seats.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(taken) = seats.get_mut(&self.account) {
            *taken -= 1;
            if *taken == 0 {
                seats.remove(&self.account);
            }
        }
    }
}
