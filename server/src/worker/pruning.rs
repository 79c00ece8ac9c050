//! Forgets what is kept for a time alone, once that is over.

use std::time::Duration;

use services::Services;
use tokio_util::sync::CancellationToken;

/// How long after its time something may still be there.
const NAP: Duration = Duration::from_mins(1);

/// Forgets until `stop`.
pub async fn prune_until(services: Services, stop: CancellationToken) {
    loop {
        let forgotten = tokio::join!(services.idempotency.prune(), services.shield.prune());
        for what in [forgotten.0, forgotten.1] {
            match what {
                Ok(0) => {}
                Ok(rows) => tracing::debug!(rows, "forgotten"),
                Err(error) => tracing::warn!(%error, "what is over cannot be forgotten"),
            }
        }
        if stop.run_until_cancelled(tokio::time::sleep(NAP)).await.is_none() {
            return;
        }
    }
}
