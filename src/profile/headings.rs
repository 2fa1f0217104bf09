//! The words by which offices head their columns, as data shared by all profiles; a profile may add its place's own.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::{Deserialize, Serialize};

/// A field of the ledger and the headings by which offices know it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct HeadingWords {
    /// The field, as column mappings (`jianyi/mapping/1`) name it.
    pub field: String,
    /// The headings, without spaces; a word before `/` names the group of headings above.
    pub words: Vec<String>,
}

/// All heading words that ship with the module.
#[derive(Debug, Clone, PartialEq, Default, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Headings {
    /// Always `jianyi/headings/1`.
    pub format: String,
    /// Words of headings that stand over several others, by group.
    pub groups: BTreeMap<String, Vec<String>>,
    /// Columns of tables and plain fields of records. A word may stand under several fields: the values decide.
    pub fields: Vec<HeadingWords>,
    /// Fields of nested objects, by the kind of object.
    pub nested: BTreeMap<String, Vec<HeadingWords>>,
}

static HEADINGS: LazyLock<Headings> = LazyLock::new(|| serde_json::from_str(include_str!("headings.json")).unwrap_or_default());

/// The heading words that ship with the module. A test proves that they can be read.
pub fn shipped_headings() -> &'static Headings {
    &HEADINGS
}
