//! Accepting connections: how many, how long each may dawdle, and how they end.
//!
//! `axum::serve` has neither a limit of time for headers (tokio-rs/axum#2741) nor `TCP_NODELAY`,
//! without which every answer on a kept connection takes 43 ms.

use std::net::SocketAddr;
use std::pin::pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use axum::Router;
use axum::extract::ConnectInfo;
use hyper::Request;
use hyper::body::Incoming;
use hyper_util::rt::{TokioExecutor, TokioIo, TokioTimer};
use hyper_util::server::conn::auto::Builder;
use hyper_util::server::graceful::{GracefulShutdown, Watcher};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tower::Service as _;

use super::patience::Patient;

/// The most connections at once; more wait in the kernel's queue.
const CONNECTIONS: usize = 4096;

/// Files that the process needs besides connections: database, log, mail.
const OTHER_FILES: usize = 128;

/// How long the head of a request may take, and how long a kept connection may be silent.
const HEADER_PATIENCE: Duration = Duration::from_secs(10);

/// How long a client may take to accept the next piece of an answer.
const WRITE_PATIENCE: Duration = Duration::from_secs(30);

/// The most octets of a request's head; more is answered by 431.
const HEADER_OCTETS: usize = 32 * 1024;

/// Serves `app` on this socket until `stopped`, then lets connections finish for at most `farewell`.
pub async fn accept(
    listener: TcpListener,
    app: Router,
    stopped: impl Future<Output = ()>,
    farewell: Duration,
) {
    let http = http();
    let graceful = GracefulShutdown::new();
    let places = Arc::new(Semaphore::new(connections()));
    let mut stopped = pin!(stopped);
    loop {
        let (stream, peer, place) = tokio::select! {
            next = next(&listener, &places) => next,
            () = &mut stopped => break,
        };
        // Without it the end of every answer waits for the acknowledgement of its beginning.
        let _ = stream.set_nodelay(true);
        tokio::spawn(serve(http.clone(), stream, peer, app.clone(), graceful.watcher(), place));
    }
    drop(listener);
    if tokio::time::timeout(farewell, graceful.shutdown()).await.is_err() {
        tracing::warn!("some connections were cut: they did not end in time");
    }
}

/// The next connection, once there is a place for it.
async fn next(
    listener: &TcpListener,
    places: &Arc<Semaphore>,
) -> (TcpStream, SocketAddr, OwnedSemaphorePermit) {
    let place = Arc::clone(places).acquire_owned().await.expect("places are never closed");
    loop {
        match listener.accept().await {
            Ok((stream, peer)) => return (stream, peer, place),
            Err(error) if is_of_one_connection(&error) => {}
            Err(error) => {
                // Out of files or memory: trying again at once would only burn the processor.
                tracing::error!(%error, "a connection could not be accepted");
                tokio::time::sleep(Duration::from_secs(1)).await;
            }
        }
    }
}

fn is_of_one_connection(error: &std::io::Error) -> bool {
    use std::io::ErrorKind::{ConnectionAborted, ConnectionRefused, ConnectionReset};
    matches!(error.kind(), ConnectionAborted | ConnectionRefused | ConnectionReset)
}

async fn serve(
    http: Builder<TokioExecutor>,
    stream: TcpStream,
    peer: SocketAddr,
    app: Router,
    watcher: Watcher,
    _place: OwnedSemaphorePermit,
) {
    let begun = Arc::new(AtomicBool::new(false));
    let service = {
        let begun = Arc::clone(&begun);
        hyper::service::service_fn(move |mut request: Request<Incoming>| {
            begun.store(true, Ordering::Relaxed);
            request.extensions_mut().insert(ConnectInfo(peer));
            app.clone().call(request)
        })
    };
    let io = TokioIo::new(Patient::new(stream, WRITE_PATIENCE));
    let connection = http.serve_connection(io, service).into_owned();
    // Errors here are clients that went away or spoke no HTTP: nothing that we could mend.
    tokio::select! {
        _ = watcher.watch(connection) => {}
        () = never_begins(&begun) => {}
    }
}

/// Ends if no request came in time. Hyper watches the time of a head only once it knows the
/// version of HTTP, so a client that says nothing at all would stay for ever.
async fn never_begins(begun: &AtomicBool) {
    tokio::time::sleep(HEADER_PATIENCE + Duration::from_secs(1)).await;
    if begun.load(Ordering::Relaxed) {
        std::future::pending::<()>().await;
    }
}

fn http() -> Builder<TokioExecutor> {
    let mut http = Builder::new(TokioExecutor::new());
    http.http1()
        .timer(TokioTimer::new())
        .header_read_timeout(HEADER_PATIENCE)
        .max_buf_size(HEADER_OCTETS);
    http.http2()
        .timer(TokioTimer::new())
        .keep_alive_interval(Duration::from_secs(20))
        .keep_alive_timeout(HEADER_PATIENCE)
        .max_concurrent_streams(64)
        .max_header_list_size(HEADER_OCTETS as u32);
    http
}

/// How many connections there may be, given how many files this process may open.
fn connections() -> usize {
    let files = std::fs::read_to_string("/proc/self/limits").ok().and_then(|limits| {
        let line = limits.lines().find(|line| line.starts_with("Max open files"))?;
        line.split_whitespace().nth(3)?.parse::<usize>().ok()
    });
    let most = files.map_or(CONNECTIONS, |files| {
        // A page that reads a file of the site needs one more than its connection.
        CONNECTIONS.min((files.saturating_sub(OTHER_FILES) * 3 / 4).max(16))
    });
    if most < CONNECTIONS {
        tracing::warn!(
            connections = most,
            "fewer connections than usual: raise 'ulimit -n' to 8192"
        );
    }
    most
}
