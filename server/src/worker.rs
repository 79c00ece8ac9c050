//! Delivers what is in the outbox, one row per claim, a few at once.
//!
//! A row is claimed under a lease, made into a mail, sent, and recorded. Where the process ends in
//! between, the lease ends too and the mail goes out again with the same Message-ID. Nothing here
//! stops the worker: a panic costs one mail, a mail server that is away pauses the queue without
//! counting against any mail, a database that is away is asked again.

mod back_off;
pub mod bulk;
mod lost_links;
mod pruning;
mod publishing;
pub mod states;

use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use jiff::SignedDuration;
use services::mail::Claimed;
use services::{Error, Services};
use tokio::sync::Semaphore;
use tokio::time::Instant;
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;
use tracing::Instrument as _;

use crate::mailer::{Mailer, Outcome};

pub use lost_links::look_up_until;
pub use pruning::prune_until;
pub use publishing::publish_until;

/// How many mails are on their way at once.
const AT_ONCE: usize = 4;

/// How long the worker sleeps where nobody wakes it: another process may have written a mail, or
/// one may have come due.
const NAP: Duration = Duration::from_secs(2);

/// A mail that could not be sent for so long is given up.
const GIVE_UP_AFTER: SignedDuration = SignedDuration::from_hours(48);

/// The queue is never at rest for longer: once the mail server is back, people should have their
/// mails soon.
const LONGEST_REST: SignedDuration = SignedDuration::from_mins(15);

/// How often what came of a mail is written down before it is left to the lease.
const RECORD_TRIES: u32 = 5;

/// What a worker needs.
pub struct Worker {
    services: Services,
    mailer: Mailer,
    first_wait: SignedDuration,
    pause: Mutex<Pause>,
    /// Ends mails on their way: they have had their time.
    abandon: CancellationToken,
    mails: TaskTracker,
}

/// A rest for the whole queue, while the mail server is away.
#[derive(Debug, Default)]
struct Pause {
    until: Option<Instant>,
    /// How many rests there were in a row.
    times: i64,
}

/// A worker that runs.
pub struct Running {
    worker: Arc<Worker>,
    claiming: tokio::task::JoinHandle<()>,
}

impl Worker {
    /// A worker that sends by this mailer.
    pub fn new(services: Services, mailer: Mailer, first_wait: SignedDuration) -> Self {
        let (abandon, mails) = (CancellationToken::new(), TaskTracker::new());
        Self { services, mailer, first_wait, pause: Mutex::default(), abandon, mails }
    }

    /// Starts to deliver, until `stop`.
    pub fn start(self, stop: CancellationToken) -> Running {
        let worker = Arc::new(self);
        let claiming = tokio::spawn(Arc::clone(&worker).claim_until(stop));
        Running { worker, claiming }
    }

    async fn claim_until(self: Arc<Self>, stop: CancellationToken) {
        let places = Arc::new(Semaphore::new(AT_ONCE));
        let wake = self.services.mail.wake();
        loop {
            let turn = async {
                tokio::time::sleep_until(self.paused_until()).await;
                Arc::clone(&places).acquire_owned().await.expect("places are never closed")
            };
            let Some(place) = stop.run_until_cancelled(turn).await else {
                return;
            };
            // Asked before the outbox is looked at, so that no mail slips in between.
            let woken = wake.notified();
            match self.services.mail.claim().await {
                Ok(Some(claimed)) => {
                    let worker = Arc::clone(&self);
                    let span = tracing::info_span!("mail", id = %claimed.id.0);
                    let delivery = async move {
                        worker.deliver(Arc::new(claimed)).await;
                        drop(place);
                    };
                    self.mails.spawn(delivery.instrument(span));
                    continue;
                }
                Ok(None) => {}
                Err(error) => tracing::warn!(%error, "the outbox cannot be read"),
            }
            drop(place);
            let rest = async {
                tokio::select! {
                    () = woken => {}
                    () = tokio::time::sleep(NAP) => {}
                }
            };
            if stop.run_until_cancelled(rest).await.is_none() {
                return;
            }
        }
    }

    /// Makes and sends one mail in a task of its own, so that a panic is an answer too, and writes
    /// down what came of it.
    async fn deliver(&self, claimed: Arc<Claimed>) {
        let (services, mailer) = (self.services.clone(), self.mailer.clone());
        let row = Arc::clone(&claimed);
        let attempt = async move {
            let message = services.mail.compose(&row).await?;
            Ok(mailer.send(&message).await)
        };
        let mut attempt = tokio::spawn(attempt.in_current_span());
        let result: Result<Outcome, Error> = tokio::select! {
            result = &mut attempt => match result {
                Ok(result) => result,
                Err(_) => Ok(Outcome::Build("a panic")),
            },
            () = self.abandon.cancelled() => {
                attempt.abort();
                self.give_back(&claimed, "the server stops", SignedDuration::ZERO).await;
                return;
            }
        };
        match result {
            Ok(outcome) => self.record(&claimed, outcome).await,
            Err(Error::Busy(_)) => {
                self.give_back(&claimed, "the database is busy", self.first_wait).await;
            }
            Err(error) => {
                // Logged in full here and nowhere else; what it is about is for the log alone.
                tracing::error!(error = %chain(&error), "a mail cannot be composed");
                self.write("dead", || self.services.mail.dead(&claimed, "compose")).await;
            }
        }
    }

    async fn record(&self, claimed: &Claimed, outcome: Outcome) {
        let mail = &self.services.mail;
        match outcome {
            Outcome::Sent => {
                *self.pause.lock().unwrap_or_else(PoisonError::into_inner) = Pause::default();
                self.write("sent", || mail.sent(claimed)).await;
                tracing::info!("mail sent");
            }
            Outcome::Refused(reason) => {
                tracing::warn!(reason, "mail refused");
                self.write("dead", || mail.dead(claimed, &reason)).await;
            }
            Outcome::Build(reason) => {
                tracing::error!(reason, "mail cannot be built");
                self.write("dead", || mail.dead(claimed, reason)).await;
            }
            Outcome::Later(reason) => {
                let age = self.services.now().duration_since(claimed.created_at);
                if age > GIVE_UP_AFTER {
                    tracing::warn!(reason, "mail given up");
                    self.write("dead", || mail.dead(claimed, &reason)).await;
                } else {
                    let wait = back_off::wait(self.first_wait, claimed.attempts, rand::random());
                    tracing::info!(reason, seconds = wait.as_secs(), "mail put off");
                    self.write("later", || mail.later(claimed, &reason, wait)).await;
                }
            }
            Outcome::Down(reason) => {
                let wait = self.rest();
                tracing::warn!(reason, seconds = wait.as_secs(), "the mail server is away");
                self.give_back(claimed, &reason, wait).await;
            }
        }
    }

    async fn give_back(&self, claimed: &Claimed, reason: &str, wait: SignedDuration) {
        self.write("release", || self.services.mail.release(claimed, reason, wait)).await;
    }

    /// Writes down what came of a mail; a few times, because a mail that was sent and not recorded
    /// would be sent again.
    async fn write<F: Future<Output = Result<(), Error>>>(&self, what: &str, step: impl Fn() -> F) {
        for attempt in 1..=RECORD_TRIES {
            match step().await {
                Ok(()) => return,
                Err(error) => tracing::warn!(error = %chain(&error), what, attempt, "not recorded"),
            }
            tokio::time::sleep(Duration::from_millis(500)).await;
        }
        tracing::error!(what, "a mail's outcome is lost; its lease will end");
    }

    /// Pauses the queue, and answers for how long. Mails that were on their way together and found
    /// the same server away make one pause.
    fn rest(&self) -> SignedDuration {
        let mut pause = self.pause.lock().unwrap_or_else(PoisonError::into_inner);
        let now = Instant::now();
        if let Some(until) = pause.until.filter(|until| *until > now) {
            return SignedDuration::try_from(until - now).unwrap_or(self.first_wait);
        }
        pause.times += 1;
        let wait = back_off::wait(self.first_wait, pause.times, rand::random()).min(LONGEST_REST);
        pause.until = Some(now + wait.unsigned_abs());
        wait
    }

    fn paused_until(&self) -> Instant {
        let pause = self.pause.lock().unwrap_or_else(PoisonError::into_inner);
        pause.until.unwrap_or_else(Instant::now)
    }
}

impl Running {
    /// Lets the mails on their way arrive, for at most so long; the others go back to the outbox.
    pub async fn finish(self, patience: Duration) {
        let Self { worker, claiming } = self;
        if claiming.await.is_err() {
            tracing::error!("the worker had stopped");
        }
        worker.mails.close();
        if tokio::time::timeout(patience, worker.mails.wait()).await.is_err() {
            worker.abandon.cancel();
            worker.mails.wait().await;
        }
    }
}

/// An error with what caused it, for the log.
fn chain(error: &dyn std::error::Error) -> String {
    let mut text = error.to_string();
    let mut source = error.source();
    while let Some(cause) = source {
        text.push_str(": ");
        text.push_str(&cause.to_string());
        source = cause.source();
    }
    text
}
