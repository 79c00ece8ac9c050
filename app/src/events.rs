//! Finding events and reading about one.

pub mod event_page;
pub mod home_page;
pub mod list_page;
pub mod overview_page;

pub mod calendar_links;
mod facts;
mod numbers;
