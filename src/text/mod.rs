//! Text: spans, sentences, Chinese numerals and dates, similarity of two texts.
//!
//! Knows nothing of ledgers, letters or reports.

pub mod span;
