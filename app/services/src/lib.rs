//! What Concord does: one handle per subject, one method per use case.
//!
//! Public methods open the transaction, call the rules of `domain`, write rows and the mail that
//! follows from them, and commit. Functions that take `&mut Tx` never commit. SQL stands in the
//! `store` modules only, in one text for both databases. Nothing here knows of HTTP or SMTP.

#![warn(missing_docs)]

pub mod accounts;
pub mod audit;
pub mod calendars;
pub mod clock;
pub mod dates;
pub mod db;
pub mod demo;
pub mod error;
pub mod events;
pub mod exports;
pub mod flash;
pub mod idempotency;
pub mod mail;
pub mod markdown;
pub mod organisations;
pub mod pictures;
pub mod registrations;
pub mod secrets;
pub mod shield;
pub mod texts;

use std::ops::Deref;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use tokio::sync::Notify;

pub use clock::{Clock, SystemClock};
pub use db::Db;
pub use error::Error;
pub use secrets::Secrets;

/// What every use case needs.
#[derive(Clone)]
pub(crate) struct Context {
    db: Db,
    clock: Arc<dyn Clock>,
    secrets: Secrets,
    /// Begins every link in mails and calendars; without a slash at its end.
    base_url: Arc<str>,
    /// Counts what this process changed that pages show.
    changes: Arc<AtomicU64>,
    /// Wakes the worker that sends mail.
    mail_queued: Arc<Notify>,
}

impl Context {
    /// Something that pages show was changed.
    fn changed(&self) {
        self.changes.fetch_add(1, Ordering::Release);
    }
}

/// Everything that Concord does. Cloning it is cheap: every request has its own.
#[derive(Clone)]
pub struct Services(Arc<Handles>);

impl Deref for Services {
    type Target = Handles;

    fn deref(&self) -> &Handles {
        &self.0
    }
}

/// A handle for each subject.
pub struct Handles {
    /// Signing in and out.
    pub accounts: accounts::Accounts,
    /// Who did what.
    pub audit: audit::Audit,
    /// Filling an empty house with events to look at.
    pub demo: demo::Demo,
    /// Finding and reading events.
    pub events: events::Events,
    /// Feeds, downloads and imports.
    pub calendars: calendars::Calendars,
    /// Forms that come back with mistakes.
    pub flash: flash::Flash,
    /// Requests that a program may send twice.
    pub idempotency: idempotency::Idempotency,
    /// The outbox.
    pub mail: mail::Mail,
    /// Who publishes events.
    pub organisations: organisations::Organisations,
    /// Giving pictures out.
    pub pictures: pictures::Pictures,
    /// Registering and giving places back.
    pub registrations: registrations::Registrations,
    /// What stands before registering when machines press on an event.
    pub shield: shield::Shield,
    context: Context,
}

impl Services {
    /// The services on this database. `base_url` begins every link that leaves the house.
    #[must_use]
    pub fn new(db: Db, clock: Arc<dyn Clock>, secrets: Secrets, base_url: &str) -> Self {
        let base_url = Arc::from(base_url.trim_end_matches('/'));
        let changes = Arc::default();
        let mail_queued = Arc::default();
        let context = Context { db, clock, secrets, base_url, changes, mail_queued };
        let events = events::Events::new(context.clone());
        let senders = registrations::senders::Senders::new();
        Self(Arc::new(Handles {
            accounts: accounts::Accounts(context.clone()),
            audit: audit::Audit(context.clone()),
            demo: demo::Demo(context.clone()),
            calendars: calendars::Calendars::new(context.clone(), events.clone()),
            mail: mail::Mail::new(context.clone(), events.clone()),
            events,
            flash: flash::Flash(context.clone()),
            idempotency: idempotency::Idempotency(context.clone()),
            organisations: organisations::Organisations(context.clone()),
            pictures: pictures::Pictures(context.clone()),
            registrations: registrations::Registrations::new(context.clone(), senders.clone()),
            shield: shield::Shield::new(context.clone(), senders),
            context,
        }))
    }
}

impl Handles {
    /// The database.
    #[must_use]
    pub fn db(&self) -> &Db {
        &self.context.db
    }

    /// The time now.
    #[must_use]
    pub fn now(&self) -> jiff::Timestamp {
        self.context.clock.now()
    }

    /// A number that grows with everything that this process changes of what pages show.
    #[must_use]
    pub fn changes(&self) -> u64 {
        self.context.changes.load(Ordering::Acquire)
    }

    /// What begins every link that leaves the house; without a slash at its end.
    #[must_use]
    pub fn base_url(&self) -> &str {
        &self.context.base_url
    }
}
