//! The use cases on real databases: every test of a `both!` runs on SQLite and on PostgreSQL.
//!
//! SQLite lives in a folder that goes away; PostgreSQL is the server at `CONCORD_TEST_POSTGRES`,
//! where each test gets a database of its own (`make test` starts one).

#[macro_use]
mod support;

mod accounts;
mod attendance;
mod audit;
mod calendars;
mod concurrency;
mod demo;
mod desk;
mod editing;
mod events;
mod flash;
mod import;
mod lists;
mod mail;
mod markdown;
mod numbers;
mod organisation_pages;
mod organisations;
mod pictures;
mod questions;
mod registrations;
mod sql;
mod texts;
