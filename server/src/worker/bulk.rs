//! Goes on with what organisers do to many registrations, a part after the other, until it is done.
//! What a process leaves unfinished, the next one finds.

use std::time::Duration;

use services::Services;
use tokio_util::sync::CancellationToken;

/// How long it sleeps where there is nothing to do.
const NAP: Duration = Duration::from_secs(2);

/// Between two parts, so that those who register get their turn.
const BREATH: Duration = Duration::from_millis(20);

/// Works until `stop`; a part that was begun is finished.
pub async fn work(services: Services, stop: CancellationToken) {
    loop {
        let rest = match services.registrations.work_on_bulk().await {
            Ok(true) => BREATH,
            Ok(false) => NAP,
            Err(error) => {
                tracing::warn!(%error, "many registrations are not gone on with");
                NAP
            }
        };
        if stop.run_until_cancelled(tokio::time::sleep(rest)).await.is_none() {
            return;
        }
    }
}
