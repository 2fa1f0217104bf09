//! What may be public, made public.
//!
//! `decision` how much of what, why, by when · `redact` a text without what must not be public (`letters` its letters,
//! `digits` numbers, `marks` the rest) · `record` what of an entry is public · `small_cells` small numbers in tables ·
//! `bundle` the files of `jianyi/public/1`: `shards` records and index, `pages` for readers, `feeds`, `assets` the pages'
//! script and styles (`markup` texts in them) · `proof` that nothing leaks (`views` a file with escapes undone) · `publish`
//! all of it together · `explanation` the letter to the submitter of what is not public.

mod assets;
mod bundle;
mod decision;
mod digits;
mod explanation;
mod feeds;
mod letters;
mod marks;
mod markup;
mod pages;
mod proof;
mod publish;
mod record;
mod redact;
mod shards;
mod small_cells;
mod views;

pub use assets::embedded_scripts;
pub use bundle::{File, Head, PUBLIC_FORMAT};
pub use decision::{Decision, DueOn, DueState, Ground, decide_entry, decide_reply};
pub use explanation::explanation;
pub use proof::{Leak, LeakFound, Secret, leaks};
pub use publish::{PublishOptions, Published, Stopped, archive, publish};
pub use record::{Prepared, PublicCommitment, PublicEntry, PublicReply, prepare};
pub use redact::{Kind, Part, Redacted, redact};
pub use small_cells::suppressed;
