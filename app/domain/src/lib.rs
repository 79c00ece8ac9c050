//! The rules of Concord, one module per subject of the product.
//!
//! Pure: no clock, no randomness, no I/O. What a rule needs (the time, an id, a zone) comes in as
//! an argument, so that the same code runs on the server, in the browser and in a property test.

#![warn(missing_docs)]

pub mod codes;

pub mod accounts;
pub mod calendars;
pub mod events;
pub mod ids;
pub mod invalid;
pub mod language;
pub mod organisations;
pub mod pictures;
pub mod questions;
pub mod registrations;
pub mod text;
