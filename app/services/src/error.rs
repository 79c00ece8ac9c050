//! Why a use case did not do what it was asked for.

use domain::accounts::Refusal;
use domain::invalid::{Code, Field, Invalid};

/// Why a use case did not do what it was asked for.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// There is no such thing, or the one who asks may not see it: 404.
    #[error("not found")]
    NotFound,
    /// Nobody is signed in, or no longer: to the sign-in page.
    #[error("signed out")]
    SignedOut,
    /// They know of the thing, and their role does not reach so far: 403.
    #[error("forbidden")]
    Forbidden,
    /// They may, once they showed again who they are: to the page that asks.
    #[error("not proved")]
    Unproved,
    /// Somebody else changed the thing since it was looked at; nothing was changed: 409.
    #[error("conflict")]
    Conflict,
    /// The input breaks rules; what and where is for the reader: 422.
    #[error("invalid input: {0:?}")]
    Invalid(Vec<Invalid>),
    /// The database could not answer in time or is not there; nothing was changed: 503.
    #[error("busy")]
    Busy(#[source] sqlx::Error),
    /// A mistake of ours. What happened is for the log alone: 500.
    #[error("internal error")]
    Internal(#[from] anyhow::Error),
}

impl Error {
    /// One thing is wrong with the input.
    pub(crate) fn refused(field: Field, code: Code) -> Self {
        Self::Invalid(vec![Invalid::new(field, code)])
    }

    /// Whether the same attempt may succeed if it is made again.
    pub(crate) fn is_transient(&self) -> bool {
        matches!(self, Self::Busy(sqlx::Error::Database(_)))
    }
}

impl From<Refusal> for Error {
    fn from(refusal: Refusal) -> Self {
        match refusal {
            Refusal::NotFound => Self::NotFound,
            Refusal::Forbidden => Self::Forbidden,
            Refusal::Unproved => Self::Unproved,
        }
    }
}

impl From<sqlx::Error> for Error {
    fn from(error: sqlx::Error) -> Self {
        if is_busy(&error) { Self::Busy(error) } else { Self::Internal(error.into()) }
    }
}

/// Locked or full (SQLite: 5, 6, 13 with their extended codes), a serialisation failure or
/// deadlock, out of connections, shutting down, read-only or disk full (PostgreSQL), or no
/// connection at all.
fn is_busy(error: &sqlx::Error) -> bool {
    match error {
        sqlx::Error::Database(database) => match database.code().as_deref() {
            Some("40001" | "40P01" | "53300" | "53100" | "57P01" | "57P02" | "57P03" | "25006") => {
                true
            }
            Some(code) => {
                code.parse::<i64>().is_ok_and(|code| matches!(code & 0xff, 5 | 6 | 8 | 10 | 13))
                    && code.len() < 5
            }
            None => false,
        },
        sqlx::Error::Io(_) | sqlx::Error::PoolTimedOut | sqlx::Error::PoolClosed => true,
        _ => false,
    }
}
