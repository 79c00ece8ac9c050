//! Pieces that pages are made of. The only place that writes markup without escaping.

pub mod card;
pub mod head;
pub mod motif;
pub mod page;
pub mod places;
pub mod qr;
pub mod search;
