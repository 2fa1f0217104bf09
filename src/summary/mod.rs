//! `jianyi/summary/1`: a ledger's counts as a small file that merges without its records.
//!
//! A province adds up its prefectures' files and learns what one ledger of all would say, and nothing of any entry.
//! The file is lines of JSON: a head, then a count a line. Adding up the counts of equal lines merges files, so any
//! engine that can group rows can write and merge it; `sql/` has the queries.
//!
//! `file` reads and writes it · `merge` adds up · `of_ledger` makes it from an overview.

mod file;
mod merge;
mod of_ledger;

pub use file::{CountKey, SUMMARY_FORMAT, SummaryFault, SummaryFile, SummarySource};
