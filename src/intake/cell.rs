//! One cell of a table, or one plain value of a JSON record.

use std::borrow::Cow;

use serde_json::Number;

use super::node::Node;
use crate::ledger::Words;
use crate::text::trimmed;

/// What stands in a cell.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell<'a> {
    /// Nothing.
    Empty,
    /// A text, as it stands.
    Text(Cow<'a, str>),
    /// A number.
    Number(f64),
    /// A day (and time) as days since 1899-12-30, in a cell that is formatted as a date.
    Date(f64),
    /// True or false.
    Bool(bool),
    /// A spreadsheet error: `#REF!`, `#N/A`.
    Error(Cow<'a, str>),
}

impl<'a> Cell<'a> {
    /// The cell of a text; a spreadsheet error where the text is one.
    pub fn of_text(text: impl Into<Cow<'a, str>>) -> Self {
        let text = text.into();
        match trimmed(&text) {
            "" => Self::Empty,
            trimmed if is_error(trimmed) => Self::Error(text),
            _ => Self::Text(text),
        }
    }

    /// The cell of a plain JSON value; `None` for lists and objects.
    pub(super) fn of_node(node: &'a Node) -> Option<Self> {
        Some(match node {
            Node::Null => Self::Empty,
            Node::Bool(value) => Self::Bool(*value),
            Node::Number(number) => number.as_f64().map_or(Self::Empty, Self::Number),
            Node::Text(text) => Self::of_text(text.as_str()),
            Node::List(_) | Node::Object(_) => return None,
        })
    }

    /// Whether nothing but white space stands there.
    pub fn is_blank(&self) -> bool {
        match self {
            Self::Empty => true,
            Self::Text(text) => trimmed(text).is_empty(),
            _ => false,
        }
    }

    /// Its words, without white space at the ends.
    pub fn words(&self) -> Cow<'_, str> {
        match self {
            Self::Empty => Cow::Borrowed(""),
            Self::Text(text) | Self::Error(text) => Cow::Borrowed(trimmed(unguarded(text))),
            Self::Number(value) | Self::Date(value) => Cow::Owned(number_text(*value)),
            Self::Bool(true) => Cow::Borrowed("是"),
            Self::Bool(false) => Cow::Borrowed("否"),
        }
    }

    /// The same words as a text of the ledger, tied to the file's bytes where the cell is.
    pub fn as_words(&self) -> Words<'a> {
        match self {
            Self::Text(Cow::Borrowed(text)) | Self::Error(Cow::Borrowed(text)) => trimmed(unguarded(text)).into(),
            other => other.words().into_owned().into(),
        }
    }

    /// The same cell, no longer tied to the file's bytes.
    pub fn into_owned(self) -> Cell<'static> {
        match self {
            Self::Empty => Cell::Empty,
            Self::Text(text) => Cell::Text(Cow::Owned(text.into_owned())),
            Self::Number(value) => Cell::Number(value),
            Self::Date(value) => Cell::Date(value),
            Self::Bool(value) => Cell::Bool(value),
            Self::Error(text) => Cell::Error(Cow::Owned(text.into_owned())),
        }
    }
}

/// The letters that make a spreadsheet take a text for a formula.
pub(crate) const FORMULA_MARKS: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

/// The text without the apostrophe that keeps it from being taken for a formula (exports write it so).
fn unguarded(text: &str) -> &str {
    match text.strip_prefix('\'') {
        Some(rest) if rest.starts_with(FORMULA_MARKS) || rest.starts_with('\'') => rest,
        Some(rest) if !rest.is_empty() && rest.chars().all(|letter| letter.is_ascii_digit()) => rest,
        _ => text,
    }
}

fn number_text(value: f64) -> String {
    let whole = value.fract() == 0.0 && value.abs() < 9e15;
    if whole { format!("{}", value as i64) } else { Number::from_f64(value).map(|number| number.to_string()).unwrap_or_default() }
}

fn is_error(text: &str) -> bool {
    text.starts_with('#')
        && (matches!(
            text,
            "#REF!" | "#N/A" | "#VALUE!" | "#NAME?" | "#DIV/0!" | "#NULL!" | "#NUM!" | "#SPILL!" | "#CALC!" | "#GETTING_DATA"
        ) || (text.len() > 2 && text.bytes().all(|byte| byte == b'#')))
}
