//! Intake: a file's bytes to a [`Ledger`](crate::ledger::Ledger) and the problems found on the way.
//!
//! `reader` takes the bytes as they arrive · `json` walks a document · `node` and `repair` read a record that is not wholly
//! right · `problem` what can be wrong, each with its place and its sentence · `duplicates` numbers given twice.

mod duplicates;
mod json;
mod node;
mod problem;
mod reader;
mod repair;

pub use problem::{Place, Problem, ProblemCode};
pub use reader::{Aside, Intake, Reader};
