//! Every URL that is not a page or a form: those are in `app`, and `leptos.rs` brings them in.

pub(crate) mod api;
mod arrivals;
mod calendars;
mod dev_mail;
pub(crate) mod exports;
mod health;
mod imports;
mod oidc;
mod own_data;
mod pictures;
mod site;

use axum::Router;
use axum::routing::get;
use services::Services;
use tokio_util::sync::CancellationToken;

pub use health::try_writing;
pub use site::{lacks_hashes, router as site};

use crate::config::Config;
use crate::oidc::Oidc;
use crate::serve::Failure;

/// The routes of this file.
///
/// # Errors
/// The site's directory cannot be read.
pub fn router(
    services: &Services,
    config: &Config,
    stop: CancellationToken,
) -> Result<Router, Failure> {
    let health = Router::new()
        .route("/healthz", get(health::alive))
        .route("/readyz", get(health::ready))
        .with_state(health::Watched::of(services, config));
    let mut router = health
        .merge(api::router(services.clone()))
        .merge(calendars::router(services.clone()))
        .merge(of_organisers(services.clone(), stop))
        .merge(imports::router(services.clone()))
        .merge(own_data::router(services.clone()))
        .merge(pictures::router(services.clone()))
        .merge(site(&config.site_dir)?);
    if let Some(provider) = config.oidc.clone() {
        let oidc = Oidc::new(provider, services.base_url())?;
        router = router.merge(oidc::router(services.clone(), oidc));
    }
    // For developers on their own machine, and only while nothing sends the mails.
    if config.smtp.is_none() && config.is_local() {
        return Ok(router.merge(dev_mail::router(config)));
    }
    Ok(router)
}

/// What those get who hold events and that is no page: files, and what a page listens to.
pub fn of_organisers(services: Services, stop: CancellationToken) -> Router {
    exports::router(services.clone()).merge(arrivals::router(services, stop))
}
