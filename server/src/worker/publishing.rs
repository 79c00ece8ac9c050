//! Publishes what organisers planned, when it is due: every process looks, and one does it.

use std::time::Duration;

use services::Services;
use tokio_util::sync::CancellationToken;

/// How long after its time an event may still be a draft.
const NAP: Duration = Duration::from_secs(2);

/// Looks for plans that are due, until `stop`.
pub async fn publish_until(services: Services, stop: CancellationToken) {
    loop {
        match services.events.publish_due().await {
            Ok(0) => {}
            Ok(events) => tracing::info!(events, "published as planned"),
            Err(error) => tracing::warn!(%error, "plans to publish cannot be read"),
        }
        if stop.run_until_cancelled(tokio::time::sleep(NAP)).await.is_none() {
            return;
        }
    }
}
