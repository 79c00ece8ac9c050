//! What those who watch us ask: is it alive, can it serve.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use serde::Serialize;
use services::Services;

use crate::config::Config;

/// Mails that have been due for longer than this many seconds are worth a warning.
const OUTBOX_IS_OLD: i64 = 15 * 60;

/// What `/readyz` looks at.
pub struct Watched {
    services: Services,
    data_dir: PathBuf,
}

impl Watched {
    /// What is to be looked at under these settings.
    pub fn of(services: &Services, config: &Config) -> Arc<Self> {
        Arc::new(Self { services: services.clone(), data_dir: config.data_dir.clone() })
    }
}

/// What `/readyz` found. `warnings` do not make it unready: while the mail server is away, people
/// can register and their mails wait; taking the whole site away would not bring it back.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub struct Report {
    status: &'static str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    problems: Vec<&'static str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    warnings: Vec<&'static str>,
}

/// `GET /healthz`: this process answers.
pub async fn alive() -> Json<Report> {
    Json(Report { status: "alive", problems: Vec::new(), warnings: Vec::new() })
}

/// `GET /readyz`: requests that read and write would succeed.
pub async fn ready(State(watched): State<Arc<Watched>>) -> (StatusCode, Json<Report>) {
    let mut problems = Vec::new();
    let mut warnings = Vec::new();
    if let Err(error) = watched.services.db().ready().await {
        tracing::error!(%error, "the database is not ready");
        problems.push("database");
    }
    let data_dir = watched.data_dir.clone();
    let written = tokio::task::spawn_blocking(move || try_writing(&data_dir)).await;
    if !matches!(written, Ok(Ok(()))) {
        tracing::error!(result = ?written, "the data directory cannot be written");
        problems.push("data_dir");
    }
    if problems.is_empty() {
        match watched.services.mail.oldest_due_seconds().await {
            Ok(age) if age.is_some_and(|age| age > OUTBOX_IS_OLD) => warnings.push("outbox"),
            Ok(_) => {}
            Err(error) => {
                tracing::error!(%error, "the outbox cannot be read");
                problems.push("outbox");
            }
        }
    }
    let (code, status) = match problems.as_slice() {
        [] => (StatusCode::OK, "ready"),
        _ => (StatusCode::SERVICE_UNAVAILABLE, "unready"),
    };
    (code, Json(Report { status, problems, warnings }))
}

/// Writes a small file in this directory and takes it away again.
///
/// # Errors
/// What kept it from being written: rights, a full disk, a disk gone read-only.
pub fn try_writing(directory: &Path) -> io::Result<()> {
    let path = directory.join(format!(".try-{}", uuid::Uuid::new_v4().simple()));
    let written = std::fs::write(&path, b"?");
    let removed = std::fs::remove_file(&path);
    written.and(removed)
}

#[cfg(test)]
mod tests {
    use super::try_writing;

    #[test]
    fn a_directory_that_cannot_be_written_is_noticed() {
        let folder = tempfile::tempdir().unwrap();
        try_writing(folder.path()).unwrap();
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
        try_writing(&folder.path().join("missing")).unwrap_err();
    }
}
