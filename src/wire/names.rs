//! The shapes of the names of bodies.

use serde::Serialize;

shapes! {
    /// The names of the handling bodies of a ledger.
    BodyNamesView {
        /// As the file writes them, in the order of their letters.
        names: Vec<BodyNameView>,
        /// Pairs that are likely to stand for one body and are not read as one.
        likely: Vec<LikelyNamesView>,
    }

    /// One name.
    BodyNameView {
        /// As the file writes it.
        name: String,
        /// In how many entries.
        entries: u32,
        /// The body that it stands for by the table of names, where that is another name.
        read_as: Option<String>,
    }

    /// Two names that are likely to stand for one body.
    LikelyNamesView {
        /// The two.
        names: Vec<String>,
        /// In how many entries each.
        entries: Vec<u32>,
        /// `same-letters`, `look-alike`, `place`, `short-form`, `renamed`.
        reasons: Vec<String>,
    }
}
