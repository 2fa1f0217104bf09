//! The shapes of groups of alike entries.

use serde::Serialize;

shapes! {
    /// Entries that seem to speak of the same matter.
    SimilarGroupView {
        /// Whether one is a key item.
        key: bool,
        /// Whether one is of 民生.
        livelihood: bool,
        /// How much they resemble each other on average, from 0 to 100.
        score: f64,
        /// Words that the two most alike share, longest first.
        phrases: Vec<String>,
        /// The entries, in the ledger's order.
        entries: Vec<SimilarEntryView>,
    }

    /// An entry of such a group.
    SimilarEntryView {
        /// The entry's id, as `entry` finds it.
        id: String,
        /// 编号.
        number: Option<String>,
        /// 标题.
        title: Option<String>,
        /// `suggestion`, `proposal` …
        kind: String,
        /// Whether it is a key item.
        key: bool,
        /// Whether it is of 民生.
        livelihood: bool,
        /// The first 承办单位.
        body: Option<String>,
    }
}
