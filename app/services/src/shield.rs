//! What stands before registering when machines press on an event (security.md S29): a proof of work
//! that the browser computes unseen, or, where it cannot, a code that is mailed.
//!
//! It is up for one event at a time, and by itself (`domain::registrations::shield`). A form that is
//! sent in the very second in which its page was made is asked too, at any time: a machine sends
//! such, and a person loses nothing.
//!
//! The proof is that of ALTCHA: a number that, behind the salt, has the hash that the server chose
//! and signed. The salt names its end, the event, the date and the key of the form, and ends with a
//! mark, so that nothing of it can be moved into the number (the splicing flaw of 2025). As the key
//! of a form makes one registration at most, a proof is worth one registration: used with another
//! form it is none, used again with its own it gives the answer that was given before. So nothing of
//! it has to be kept.
//!
//! What came is counted in memory: each process of a larger house has a shield of its own.

mod codes;
pub mod proof;
mod store;

use std::collections::HashMap;
use std::sync::atomic::{AtomicU8, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use domain::language::Language;
use domain::registrations::shield::{QUICK, Watch};
use domain::text::Email;
use jiff::Timestamp;
use jiff::civil::DateTime;

use crate::registrations::senders::Senders;
use crate::{Context, Error};
pub(crate) use codes::PURPOSE;
use proof::Challenge;
pub(crate) use store::code_mail;

/// The most events that are watched at once; of others nothing is known.
const WATCHED: usize = 10_000;

/// What an operator decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Mode {
    /// It goes up and down by itself.
    #[default]
    Auto,
    /// It is always up.
    Always,
    /// Nobody is ever asked.
    Never,
}

/// A form as it comes to the shield.
#[derive(Debug, Clone, Copy)]
pub struct Sent<'a> {
    /// The event.
    pub slug: &'a str,
    /// The date.
    pub date: DateTime,
    /// What makes sending it twice the same as once.
    pub key: &'a str,
    /// When its page was made, if that is known.
    pub made_at: Option<Timestamp>,
    /// The proof that came with it; empty if none did.
    pub proof: &'a str,
    /// The code that was typed; empty if none was.
    pub code: &'a str,
    /// The contact person's address.
    pub email: &'a str,
}

/// What becomes of a form.
#[derive(Debug, Clone)]
pub enum Admitted {
    /// It may go on.
    Yes,
    /// It needs a proof: this is what to prove.
    Asked(Challenge),
    /// Its code is not the one in the mail.
    WrongCode,
    /// Its code was mistaken too often, or is too old.
    CodeOver,
}

/// What stands before registering.
#[derive(Clone)]
pub struct Shield {
    context: Context,
    senders: Senders,
    mode: Arc<AtomicU8>,
    watched: Arc<Mutex<HashMap<String, Watch>>>,
}

impl Shield {
    pub(crate) fn new(context: Context, senders: Senders) -> Self {
        Self { context, senders, mode: Arc::default(), watched: Arc::default() }
    }

    /// Does as the operator decided, from now on.
    pub fn set(&self, mode: Mode) {
        self.mode.store(mode as u8, Ordering::Relaxed);
    }

    fn mode(&self) -> Mode {
        [Mode::Auto, Mode::Always, Mode::Never]
            .into_iter()
            .find(|mode| *mode as u8 == self.mode.load(Ordering::Relaxed))
            .unwrap_or_default()
    }

    /// Whether this form may go on.
    ///
    /// # Errors
    /// The database does not answer.
    pub async fn admit(&self, sent: Sent<'_>) -> Result<Admitted, Error> {
        let mode = self.mode();
        if mode == Mode::Never {
            return Ok(Admitted::Yes);
        }
        let now = self.context.clock.now();
        let secrets = &self.context.secrets;
        let is_proved = proof::proves(secrets, &sent, sent.proof, now);
        let is_quick = sent.made_at.is_some_and(|made_at| {
            let age = now.duration_since(made_at);
            !age.is_negative() && age < QUICK
        });
        let is_foul = is_quick || (!sent.proof.is_empty() && !is_proved);
        let is_up = self.count(sent.slug, is_foul, now) || mode == Mode::Always;
        if is_proved || !(is_up || is_quick) {
            return Ok(Admitted::Yes);
        }
        if !sent.code.is_empty() {
            return codes::check(&self.context, &sent, now).await;
        }
        Ok(Admitted::Asked(proof::challenge(secrets, &sent, now)))
    }

    /// A form came whose trap was filled in.
    pub fn trapped(&self, slug: &str) {
        self.count(slug, true, self.context.clock.now());
    }

    /// Whether it is up for this event.
    #[must_use]
    pub fn is_up(&self, slug: &str) -> bool {
        let now = self.context.clock.now();
        let watched = self.watched();
        match self.mode() {
            Mode::Always => true,
            Mode::Never => false,
            Mode::Auto => watched.get(slug).is_some_and(|watch| watch.is_up(now)),
        }
    }

    /// Counts a form; whether the shield of its event is up then.
    fn count(&self, slug: &str, is_foul: bool, now: Timestamp) -> bool {
        let mut watched = self.watched();
        if watched.len() >= WATCHED && !watched.contains_key(slug) {
            watched.retain(|_, watch| !watch.is_quiet(now));
            if watched.len() >= WATCHED {
                return false;
            }
        }
        let watch = watched.entry(slug.to_owned()).or_default();
        let was_up = watch.is_up(now);
        watch.sent(now);
        if is_foul {
            watch.foul(now);
        }
        let is_up = watch.is_up(now);
        if is_up && !was_up {
            tracing::warn!(event = slug, "many forms: a proof is asked for");
        }
        is_up
    }

    fn watched(&self) -> MutexGuard<'_, HashMap<String, Watch>> {
        self.watched.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Mails a code that stands for a proof. A code that this form has already is not mailed again.
    ///
    /// # Errors
    /// `Invalid` after many mails to the address in a short time, or if it is none.
    pub async fn mail_code(&self, sent: Sent<'_>, language: Language) -> Result<(), Error> {
        let email = Email::parse(sent.email)
            .map_err(|code| Error::refused(domain::invalid::Field::ContactEmail, code))?;
        codes::mail(&self.context, &self.senders, &sent, &email, language).await
    }

    /// Takes the addresses off codes that are over: how many.
    ///
    /// # Errors
    /// The database does not answer.
    pub async fn prune(&self) -> Result<u64, Error> {
        codes::prune(&self.context).await
    }
}
