//! What the rules see: one entry or topic with the messages that speak of it.

use super::rise::{Rise, RiseTest, Untested};
use super::thresholds::ClueThresholds;
use crate::calendar::Date;

/// Of what messages speak.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Subject {
    /// An entry, by its place in the ledger.
    Entry(usize),
    /// A topic.
    Topic(String),
}

/// An entry or topic with its messages.
#[derive(Debug, Clone, PartialEq)]
pub struct ClueCase {
    /// Which.
    pub subject: Subject,
    /// From when something is worth a warning.
    pub thresholds: ClueThresholds,
    /// Messages in the window and before.
    pub rise: Rise,
    /// The test, or why there is none.
    pub test: Result<RiseTest, Untested>,
    /// How many subjects are tested.
    pub tested: usize,
    /// Messages of the window, by their places in the list.
    pub in_window: Vec<usize>,
    /// For an entry that was answered: the complaints after the reply.
    pub complaints: Option<Complaints>,
}

/// Complaints about what was answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Complaints {
    /// The day of the last reply.
    pub replied_on: Date,
    /// How many messages the rows stand for.
    pub count: u32,
    /// The rows, by their places in the list.
    pub messages: Vec<usize>,
}
