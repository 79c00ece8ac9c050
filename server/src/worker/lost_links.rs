//! Looks up the registrations of those who lost their links. Apart from the request that asked, so
//! that nobody learns from how long an answer took who registered.

use std::time::Duration;

use services::Services;
use tokio_util::sync::CancellationToken;

/// How long it sleeps where nobody asks.
const NAP: Duration = Duration::from_secs(2);

/// Looks up until `stop`.
pub async fn look_up_until(services: Services, stop: CancellationToken) {
    loop {
        let rest = match services.registrations.work_on_lost_links().await {
            Ok(true) => Duration::ZERO,
            Ok(false) => NAP,
            Err(error) => {
                tracing::warn!(%error, "lost links cannot be looked up");
                NAP
            }
        };
        if stop.run_until_cancelled(tokio::time::sleep(rest)).await.is_none() {
            return;
        }
    }
}
