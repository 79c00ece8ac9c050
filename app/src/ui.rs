//! Pieces that pages are made of. The only place that writes markup without escaping.

pub mod card;
pub mod chart;
pub mod file;
pub mod form;
pub mod head;
pub mod languages;
pub mod motif;
pub mod page;
pub mod paging;
pub mod photo;
pub mod places;
pub mod prose;
pub mod qr;
pub mod question;
pub mod search;
pub mod workspace;
pub mod writing;
