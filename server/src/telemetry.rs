//! The log: one line per thing that happened, on standard error; JSON unless a person watches.
//!
//! It never holds personal data: no names, mail addresses, query strings, tokens or paths that
//! were asked for. Panics are logged by their place alone, because their text may quote input.

use std::io::{self, IsTerminal as _};

use tracing_subscriber::EnvFilter;
use tracing_subscriber::fmt::format::FmtSpan;

/// What is logged where `RUST_LOG` does not say.
const DEFAULT: &str = "info,sqlx=warn";

/// Starts the log of this process.
pub fn start() {
    let wanted = std::env::var("RUST_LOG").ok().filter(|directives| !directives.is_empty());
    let parsed = wanted.as_deref().map(EnvFilter::try_new);
    let is_wrong = matches!(parsed, Some(Err(_)));
    let filter = parsed.and_then(Result::ok).unwrap_or_else(|| EnvFilter::new(DEFAULT));
    let format = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(io::stderr)
        .with_span_events(FmtSpan::NONE);
    if io::stderr().is_terminal() {
        format.compact().init();
    } else {
        format.json().flatten_event(true).with_span_list(false).init();
    }
    if is_wrong {
        tracing::warn!(used = DEFAULT, "RUST_LOG cannot be read");
    }
    std::panic::set_hook(Box::new(log_panic));
}

fn log_panic(panic: &std::panic::PanicHookInfo<'_>) {
    let place = panic.location().map(ToString::to_string).unwrap_or_default();
    tracing::error!(place, "panic");
    let text = panic.payload_as_str().unwrap_or("not a text");
    tracing::debug!(place, text, "panic's text, which may quote input");
}
