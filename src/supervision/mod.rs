//! 督办: which step is due when and how it stands, what deserves a warning, whom to remind.
//!
//! `step` the steps and their states · `grounds` on what is judged · `due_dates` the steps of an entry · `reckon` one
//! step · `pace` how fast bodies usually answer · `case` what the rules see · `rules` one file per warning · `watch` all
//! of a ledger · `reminder` 催办单 · `ics` due dates for a calendar program · `sample` 抽查 ·
//! `register` 承诺事项台账 · `key_items` 重点督办 · `merged` 并案.

pub mod case;
mod due_dates;
mod grounds;
pub mod ics;
pub mod key_items;
pub mod merged;
pub mod pace;
mod reckon;
pub mod register;
pub mod reminder;
pub mod rules;
pub mod sample;
mod step;
pub mod watch;

pub use due_dates::{due_dates, is_sent};
pub use grounds::{Grounds, Thresholds};
pub use step::{DueSource, Reckoning, Step, StepDue, StepState, UnknownReason};
