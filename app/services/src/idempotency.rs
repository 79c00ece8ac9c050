//! Requests that a program may send twice and that are done once (`Idempotency-Key`).
//!
//! Who sends the same key with the same request within a day gets the answer that the first one
//! got; with another request it is refused. While the first is being worked on, the others are told
//! so. Nothing is kept of a request that was refused before anything was done: it can be mended and
//! sent again with its key. The contract is Stripe's.
//!
//! Keys belong to nobody, because those who send them have no account: a key has to be long and
//! random, as a UUID is, and neither keys nor requests nor answers can be read in the database.

mod store;

use jiff::SignedDuration;
use uuid::Uuid;

use crate::{Context, Error};

/// How long an answer is kept.
pub const KEPT: SignedDuration = SignedDuration::from_hours(24);

/// How long a request may be worked on before another takes over: its process died.
const LEASE: SignedDuration = SignedDuration::from_mins(1);

/// What answers are sealed for.
const PURPOSE: &str = "idempotency-answer";

/// What becomes of a request with a key.
#[derive(Debug)]
pub enum Begun {
    /// It is the first: to be done, then finished or released.
    New(Attempt),
    /// It was done before, with this answer.
    Done(Answer),
    /// The key came before with another request.
    OtherRequest,
    /// The same request is being worked on.
    UnderWay,
}

/// A request that is being worked on.
#[derive(Debug)]
pub struct Attempt {
    id: Vec<u8>,
    lease_until: i64,
    /// The key of the form that it stands for.
    pub form_key: Uuid,
}

/// An answer as it is given every time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// The status.
    pub status: u16,
    /// The body.
    pub body: String,
}

/// Requests that a program may send twice.
#[derive(Clone)]
pub struct Idempotency(pub(crate) Context);

impl Idempotency {
    /// Begins a request with this key, or finds what came of it before.
    ///
    /// # Errors
    /// The database does not answer.
    pub async fn begin(&self, key: &str, request: &[u8]) -> Result<Begun, Error> {
        let Context { db, clock, secrets, .. } = &self.0;
        let id = secrets.derive("idempotency-key", key.as_bytes()).to_vec();
        let request_hash = secrets.derive("idempotency-request", request).to_vec();
        let now = clock.now();
        let new = store::New {
            id: &id,
            request_hash: &request_hash,
            form_key: Uuid::new_v4(),
            now: now.as_microsecond(),
            lease_until: (now + LEASE).as_microsecond(),
            expires_at: (now + KEPT).as_microsecond(),
        };
        let mut tx = db.begin().await?;
        let own = store::begin(&mut tx, &new).await?;
        tx.commit().await?;
        if let Some(form_key) = own {
            let lease_until = new.lease_until;
            return Ok(Begun::New(Attempt { id, lease_until, form_key }));
        }
        // Gone since: it was released in between, and may be begun anew a moment later.
        let Some(earlier) = store::earlier(db, &id).await? else { return Ok(Begun::UnderWay) };
        if earlier.request_hash != request_hash {
            return Ok(Begun::OtherRequest);
        }
        let (Some(status), Some(sealed)) = (earlier.status, earlier.sealed) else {
            return Ok(Begun::UnderWay);
        };
        let unreadable = || Error::Internal(anyhow::anyhow!("an answer cannot be read again"));
        let body = secrets.open(PURPOSE, &id, &sealed).ok_or_else(unreadable)?;
        let body = String::from_utf8(body).map_err(|_| unreadable())?;
        Ok(Begun::Done(Answer { status: u16::try_from(status).map_err(|_| unreadable())?, body }))
    }

    /// Keeps the answer, for whoever sends the request again.
    ///
    /// # Errors
    /// The database does not answer; whoever sends it again after a minute goes on with it.
    pub async fn finish(&self, attempt: &Attempt, answer: &Answer) -> Result<(), Error> {
        let sealed = self.0.secrets.seal(PURPOSE, &attempt.id, answer.body.as_bytes());
        let sealed = sealed.ok_or_else(|| anyhow::anyhow!("an answer cannot be sealed"))?;
        let mut tx = self.0.db.begin().await?;
        let (status, lease) = (i64::from(answer.status), attempt.lease_until);
        store::finish(&mut tx, &attempt.id, lease, status, &sealed).await?;
        tx.commit().await?;
        Ok(())
    }

    /// Forgets a request that changed nothing.
    ///
    /// # Errors
    /// The database does not answer; its lease will end.
    pub async fn release(&self, attempt: &Attempt) -> Result<(), Error> {
        let mut tx = self.0.db.begin().await?;
        store::release(&mut tx, &attempt.id, attempt.lease_until).await?;
        tx.commit().await?;
        Ok(())
    }

    /// Forgets the answers whose time is over: how many.
    ///
    /// # Errors
    /// The database does not answer.
    pub async fn prune(&self) -> Result<u64, Error> {
        let now = self.0.clock.now().as_microsecond();
        // Looks before it writes: SQLite's one writer is better used.
        if !store::is_any_over(&self.0.db, now).await? {
            return Ok(0);
        }
        let mut tx = self.0.db.begin().await?;
        let gone = store::forget_expired(&mut tx, now).await?;
        tx.commit().await?;
        Ok(gone)
    }
}
