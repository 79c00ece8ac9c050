//! What may cross the wire when a server function fails: a kind, never a text from below.

use leptos::prelude::*;
use leptos::server_fn::codec::JsonEncoding;
use serde::{Deserialize, Serialize};

/// Why a server function gave no outcome. Bad input is no error: it has an outcome of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum AppError {
    /// There is no such thing.
    NotFound,
    /// Nobody is signed in.
    SignedOut,
    /// The role of the one who is signed in does not reach so far.
    Forbidden,
    /// They have to show again who they are.
    Unproved,
    /// Somebody else changed it in the meantime.
    Conflict,
    /// The request cannot be read.
    Unreadable,
    /// The server cannot answer now.
    Busy,
    /// A mistake of ours; the log knows more.
    Internal,
}

impl AppError {
    /// What the keys of its words begin with.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::NotFound => "not-found",
            Self::SignedOut => "signed-out",
            Self::Forbidden => "forbidden",
            Self::Unproved => "confirm",
            Self::Conflict => "conflict",
            Self::Unreadable => "unreadable",
            Self::Busy | Self::Internal => "trouble",
        }
    }
}

impl std::fmt::Display for AppError {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(match self {
            Self::NotFound => "not found",
            Self::SignedOut => "signed out",
            Self::Forbidden => "forbidden",
            Self::Unproved => "not proved",
            Self::Conflict => "conflict",
            Self::Unreadable => "unreadable",
            Self::Busy => "busy",
            Self::Internal => "internal",
        })
    }
}

impl FromServerFnError for AppError {
    type Encoder = JsonEncoding;

    fn from_server_fn_error(error: ServerFnErrorErr) -> Self {
        match error {
            ServerFnErrorErr::Deserialization(_)
            | ServerFnErrorErr::Args(_)
            | ServerFnErrorErr::MissingArg(_) => Self::Unreadable,
            ServerFnErrorErr::Request(_) => Self::Busy,
            _ => Self::Internal,
        }
    }
}

#[cfg(feature = "ssr")]
impl From<services::Error> for AppError {
    fn from(error: services::Error) -> Self {
        match error {
            services::Error::NotFound => Self::NotFound,
            services::Error::SignedOut => Self::SignedOut,
            services::Error::Forbidden => Self::Forbidden,
            services::Error::Unproved => Self::Unproved,
            services::Error::Conflict => Self::Conflict,
            services::Error::Invalid(_) => Self::Unreadable,
            services::Error::Busy(source) => {
                tracing::warn!(%source, "the database did not answer in time");
                Self::Busy
            }
            services::Error::Internal(source) => {
                tracing::error!(error = format!("{source:#}"), "internal error");
                Self::Internal
            }
        }
    }
}
