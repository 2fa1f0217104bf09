//! The shapes of publication: decisions, what is taken out, the bundle, search.

use serde::{Deserialize, Serialize};

shapes! {
    /// The decision on one entry, or on one of its replies.
    DecisionView {
        /// The entry's id, as `entry` takes it.
        id: String,
        /// The entry's number.
        number: Option<String>,
        /// The entry's title, unredacted: for the office only.
        title: Option<String>,
        /// The place of the reply in the entry, from 1; absent for the submission itself.
        reply: Option<u32>,
        /// `full`, `summary`, `title-only`, `none`; absent where a person must decide.
        extent: Option<String>,
        /// The ground's name.
        ground: String,
        /// The reason in words.
        reason: String,
        /// The clause; empty where it is the office's own record.
        basis: String,
        /// What the office itself gave as its reason.
        stated: Option<String>,
        /// By when it must be public.
        due_on: Option<String>,
        /// Whether that rests on days off that are not announced yet.
        provisional: bool,
        /// `in-time`, `late`, `unknown`, `open`, `overdue`; absent where no limit runs.
        due_state: Option<String>,
    }

    /// What is taken out of an entry before it is public.
    RedactionPreview {
        /// What would be public, field by field.
        fields: Vec<RedactedField>,
    }

    /// A field before and after.
    RedactedField {
        /// The field's name.
        field: String,
        /// The words as they stand in the ledger.
        before: String,
        /// The words as they would be public.
        after: String,
        /// What was taken out: kind and rule.
        parts: Vec<RedactedPart>,
    }

    /// A part that is taken out.
    RedactedPart {
        /// Its kind.
        kind: String,
        /// The rule that found it.
        rule: String,
        /// Where it stands in `before`, in UTF-16 code units.
        start: u32,
        /// One past its last unit.
        end: u32,
    }

    /// A public bundle, or what stopped it.
    PublishedView {
        /// The ZIP archive; empty where a leak stopped it.
        archive: Vec<u8>,
        /// The files' names.
        files: Vec<String>,
        /// How many parts were taken out.
        redactions: u32,
        /// Decisions of persons that were of no entry as it stands now.
        unused: u32,
        /// What stopped it; empty where nothing did.
        leaks: Vec<LeakView>,
    }

    /// A script of the portal, as it ships with every bundle.
    ScriptHash {
        /// Its path in the bundle.
        name: String,
        /// SHA-256 of its bytes, in hexadecimal digits.
        sha256: String,
    }

    /// Something that must not be public and stands in the bundle.
    LeakView {
        /// How it was found.
        how: String,
        /// What it is.
        kind: Option<String>,
        /// The file's name; absent where the name itself leaks.
        name: Option<String>,
    }

    /// What a search of the ledger found.
    SearchAnswer {
        /// How many entries hold every term.
        total: u32,
        /// The best of them.
        hits: Vec<SearchHit>,
        /// The terms as searched.
        terms: Vec<String>,
    }

    /// An entry that was found.
    SearchHit {
        /// Its id, as `entry` takes it.
        id: String,
        /// Its title.
        title: String,
        /// Its number.
        number: String,
        /// Some words around the first term.
        excerpt: String,
        /// Where the terms stand in the excerpt, in UTF-16 code units: start and end.
        marks: Vec<(u32, u32)>,
    }
}

/// What the office chooses for a bundle.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct PublishRequest {
    /// Words of its own that must not be public.
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub terms: Vec<String>,
    /// What persons decided.
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub decided: Vec<PublishDecision>,
    /// Counts below this are not printed in tables.
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub minimum: u32,
}

/// What a person decided on an entry; it holds only as long as the entry has this number and title.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct PublishDecision {
    /// The entry's id, as `entry` takes it.
    pub id: String,
    /// `full`, `summary`, `title-only` or `none`.
    pub extent: String,
    /// The entry's number when it was decided.
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub number: Option<String>,
    /// The entry's title when it was decided.
    #[cfg_attr(target_arch = "wasm32", tsify(optional))]
    pub title: Option<String>,
}
