//! Ends what runs out (places held until an address is confirmed, offers), and offers what is free to
//! those who wait. Most of it happened already, with the change that made room: this finds what a
//! process left, what a clock ended, and what an organiser added.

use std::time::Duration;

use services::Services;
use tokio_util::sync::CancellationToken;

/// For how long something may be over before it is noticed.
const NAP: Duration = Duration::from_secs(2);

/// Looks until `stop`.
pub async fn work(services: Services, stop: CancellationToken) {
    loop {
        if let Err(error) = services.registrations.work_on_states().await {
            tracing::warn!(%error, "places that are free are not offered");
        }
        if stop.run_until_cancelled(tokio::time::sleep(NAP)).await.is_none() {
            return;
        }
    }
}
