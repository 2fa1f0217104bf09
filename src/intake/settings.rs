//! How a file of another format than our own is to be read.

use std::borrow::Cow;

use super::mapping::{HeadingIndex, Mapping};
use crate::ledger::OutcomeScheme;
use crate::profile::HeadingWords;

/// What a reader must know beside the bytes.
#[derive(Debug, Clone, Default)]
pub struct ReadingOptions {
    /// The format; absent: found by content.
    pub format: Option<super::Format>,
    /// What the user says of the columns.
    pub mapping: Option<Mapping>,
    /// The place's own column headings.
    pub headings: Vec<HeadingWords>,
    /// The scheme that gives words for results their marks.
    pub scheme: Option<OutcomeScheme>,
    /// The file's name; a year in it counts for days without one.
    pub name: Option<String>,
}

/// The same, ready to be used.
#[derive(Debug, Clone)]
pub(super) struct Settings {
    pub index: Cow<'static, HeadingIndex>,
    pub mapping: Option<Mapping>,
    pub scheme: OutcomeScheme,
    pub name: Option<String>,
}

impl Settings {
    pub fn new(options: ReadingOptions) -> Self {
        let none = || OutcomeScheme { id: String::new(), source: None, marks: Vec::new() };
        Self {
            index: HeadingIndex::new(&options.headings),
            mapping: options.mapping,
            scheme: options.scheme.unwrap_or_else(none),
            name: options.name,
        }
    }
}
