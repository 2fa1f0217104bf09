//! 线索舆情: public messages that the office brings, set beside its suggestions; nothing is fetched.
//!
//! `message` reads the list · `matching` which entry or topic a message speaks of · `rise` whether there are suddenly more ·
//! `thresholds` from when, by the profile ·
//! `case` what the rules see of an entry or a topic · `rules` the warnings, one file each · `beside` all of it, beside a ledger.

mod beside;
mod case;
mod matching;
mod message;
mod rise;
pub mod rules;
mod thresholds;

pub use beside::{ClueWarning, Clues, SubjectCounts, clues};
pub use case::{ClueCase, Complaints, Subject};
pub use matching::{MATCH_THRESHOLD, Matched, matched};
pub use message::{Message, Messages, read_messages};
pub use rise::{Rise, RiseTest, Untested, binomial_tail};
pub use thresholds::ClueThresholds;
