//! Finding events, reading about one, and writing them.

#[cfg(feature = "ssr")]
mod arrivals;
#[cfg(feature = "ssr")]
pub mod calendar_links;
pub mod editing;
#[cfg(feature = "ssr")]
pub mod event_page;
#[cfg(feature = "ssr")]
mod facts;
#[cfg(feature = "ssr")]
pub mod home_page;
#[cfg(feature = "ssr")]
pub mod list_page;
#[cfg(feature = "ssr")]
mod numbers;
#[cfg(feature = "ssr")]
pub mod numbers_page;
#[cfg(feature = "ssr")]
pub mod overview_page;
#[cfg(feature = "ssr")]
pub mod place;
#[cfg(feature = "ssr")]
pub mod preview_page;
#[cfg(feature = "ssr")]
pub mod rules;
