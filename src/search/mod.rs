//! Search in Chinese without a dictionary: whatever stands in a text is found, also mid-word, one character, a number.
//!
//! `fold` what counts as the same letter · `index` which texts hold which pair of letters · `collection` texts that answer
//! a query · `typo` Latin words spelt almost so · `excerpt` what to show of a hit · `shards` the index in small files for a
//! page that has no server.

mod collection;
mod excerpt;
mod fold;
mod index;
mod shards;
mod typo;

pub use collection::{Collection, Document, FACETS, Found, Hit, Query, Spelling};
pub use excerpt::{excerpt, highlights};
pub use fold::{Folded, fold, fold_letter, fold_placed, simplified_pairs, terms};
pub use index::{Gram, Index};
pub use shards::{Shard, gram_at, shards};
pub use typo::{latin_words, nearest};
