//! Is this reply ready to sign? Reads a reply letter and judges it by the rules of the trade.
//!
//! `text -> Sheet (unified text) -> Letter (parts with their places) -> ReplyCase (what rules look at) -> findings`.
//! [`read`] gives the parts alone; [`check()`] adds the answers to each ask and the verdict of every rule.

mod asks;
mod case;
mod check;
mod cues;
pub mod example;
pub mod input;
pub mod laws;
pub mod letter;
mod matrix;
mod reading;
mod replacements;
pub mod requirements;
pub mod rules;
mod sheet;

pub use asks::{asks_of, matter_of};
pub use case::ReplyCase;
pub use check::{ChecklistItem, ItemState, ReplyCheck, check};
pub use input::{Approval, Consultation, History, ReplyInput, SuggestionText};
pub use matrix::{AskAnswer, AskState};
pub use reading::read;
pub use requirements::Requirements;
