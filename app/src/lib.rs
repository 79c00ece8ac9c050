//! The pages of Concord, its islands, and the server functions that both post to.
//!
//! Pages run on the server only (`ssr`) and call `services` directly. Islands and the signatures of
//! server functions are also built for the browser (`hydrate`), where `services` does not exist.

// The type of a page holds the types of all its elements.
#![recursion_limit = "512"]

pub mod accounts;
#[cfg(feature = "ssr")]
pub mod app;
pub mod attendance;
#[cfg(feature = "ssr")]
pub mod audit;
#[cfg(feature = "ssr")]
pub mod context;
pub mod error;
pub mod events;
pub mod organisations;
pub mod registrations;
#[cfg(feature = "ssr")]
pub mod returned;
#[cfg(feature = "ssr")]
mod site;
#[cfg(feature = "ssr")]
mod ui;
#[cfg(feature = "ssr")]
mod upload;
pub mod writing;

/// Brings the islands of a page to life.
#[cfg(feature = "hydrate")]
#[wasm_bindgen::prelude::wasm_bindgen]
pub fn hydrate() {
    leptos::mount::hydrate_islands();
}
