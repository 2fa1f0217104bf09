//! What may be public, made public.
//!
//! `decision` how much of what, why, by when · `redact` a text without what must not be public (`letters` its letters,
//! `digits` numbers, `marks` the rest) · `small_cells` small numbers in tables.

mod decision;
mod digits;
mod letters;
mod marks;
mod redact;
mod small_cells;

pub use decision::{Decision, DueOn, DueState, Ground, decide_entry, decide_reply};
pub use redact::{Kind, Part, Redacted, redact};
pub use small_cells::suppressed;
