//! 同类建议: which submissions speak of the same matter, found by their own words, without a dictionary.
//!
//! `features` a text's letters and pairs of letters, weighted by how rare they are · `pairs` who may resemble whom, without
//! comparing all with all · `groups` groups in which all resemble each other · `phrases` the words that they share ·
//! `nearest` of which text a short one speaks · `names` which names of bodies are likely to stand for one body.
//!
//! A person confirms or splits what is proposed here; nothing is merged.

mod features;
mod groups;
mod names;
mod nearest;
mod pairs;
mod phrases;

pub use features::{Described, Features};
pub use groups::{Alike, THRESHOLD, alike};
pub use names::{LikelyNames, NameReason, likely_names};
pub use nearest::nearest;
pub use phrases::shared_phrases;
