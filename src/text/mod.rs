//! Text: spans, Chinese numerals and dates, similarity of two texts.
//!
//! Knows nothing of ledgers, letters or reports.

pub mod dates;
pub mod fast_map;
mod glance;
pub mod han;
pub mod numerals;
pub mod short;
pub mod similarity;
pub mod span;
mod trimmed;

pub use glance::glance;
pub use trimmed::trimmed;
