//! Every URL that is not a page or a form: those are in `app`, and `leptos.rs` brings them in.

mod calendars;
mod dev_mail;
mod exports;
mod health;
mod imports;
mod site;

use axum::Router;
use axum::routing::get;
use services::Services;

pub use health::try_writing;
pub use site::{lacks_hashes, router as site};

use crate::config::Config;
use crate::serve::Failure;

/// The routes of this file.
///
/// # Errors
/// The site's directory cannot be read.
pub fn router(services: &Services, config: &Config) -> Result<Router, Failure> {
    let health = Router::new()
        .route("/healthz", get(health::alive))
        .route("/readyz", get(health::ready))
        .with_state(health::Watched::of(services, config));
    let router = health
        .merge(calendars::router(services.clone()))
        .merge(exports::router(services.clone()))
        .merge(imports::router(services.clone()))
        .merge(site(&config.site_dir)?);
    // For developers on their own machine, and only while nothing sends the mails.
    if config.smtp.is_none() && config.is_local() {
        return Ok(router.merge(dev_mail::router(config)));
    }
    Ok(router)
}
