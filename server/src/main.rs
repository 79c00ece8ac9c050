//! `concord`: finding, joining and holding sports, music and entertainment events.
//!
//! One program: it serves the pages, sends the mails and keeps the house in order. Exit codes: 0,
//! done; 1, something failed; 2, a setting or an argument is wrong, and the lines on standard error
//! say which.

mod commands;
mod config;
mod leptos;
mod mailer;
mod middleware;
mod oidc;
mod page_cache;
mod routes;
mod serve;
mod telemetry;
mod worker;

use std::process::ExitCode;

use clap::Parser as _;

/// A page is made of thousands of small strings; this allocator takes a sixth off its time.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

#[tokio::main]
async fn main() -> ExitCode {
    let arguments = commands::Arguments::parse();
    telemetry::start();
    commands::run(arguments).await
}
