//! The warnings that public messages raise, one file each.

use super::case::ClueCase;
use crate::rule::Rule;

mod complaints_after_reply;
mod sudden_rise;

/// Which messages a warning rests on.
pub type Evidence = fn(&ClueCase) -> Vec<usize>;

/// All warnings in reading order, each with the messages that it rests on.
pub static RULES: &[(&Rule<ClueCase>, Evidence)] = &[
    (&complaints_after_reply::RULE, |case| case.complaints.as_ref().map(|found| found.messages.clone()).unwrap_or_default()),
    (&sudden_rise::RULE, |case| case.in_window.clone()),
];
