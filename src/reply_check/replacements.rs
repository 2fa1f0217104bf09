//! Tables of wrong words and their right forms, searched in one pass.

use std::ops::Range;
use std::sync::OnceLock;

use aho_corasick::{AhoCorasick, AhoCorasickKind, MatchKind};

/// A table of wrong words, each with what should stand instead.
pub(crate) struct Replacements {
    table: &'static [(&'static str, &'static str)],
    finder: OnceLock<Option<AhoCorasick>>,
}

impl Replacements {
    /// The table, made ready at first use.
    pub const fn of(table: &'static [(&'static str, &'static str)]) -> Self {
        Self { table, finder: OnceLock::new() }
    }

    /// The wrong words in `words` with their right forms, in reading order, the longest at each place.
    pub fn find(&self, words: &str) -> Vec<(Range<usize>, &'static str)> {
        let build = || {
            let wrong = self.table.iter().map(|(wrong, _)| wrong);
            AhoCorasick::builder().match_kind(MatchKind::LeftmostLongest).kind(Some(AhoCorasickKind::DFA)).build(wrong).ok()
        };
        let Some(finder) = self.finder.get_or_init(build) else { return Vec::new() };
        finder.find_iter(words).filter_map(|found| Some((found.range(), self.table.get(found.pattern().as_usize())?.1))).collect()
    }
}
