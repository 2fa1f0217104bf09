//! What the columns of a file mean: guessed from headings and values, shown, corrected by the user, remembered.
//!
//! `field` what a column can be · `index` headings looked up · `guess` a table's columns.

mod field;
mod guess;
mod index;

use serde::{Deserialize, Serialize};

pub use field::Field;
pub(super) use guess::{Heading, column_letter, guess_columns};
pub(super) use index::{HeadingIndex, heading_key};

/// The name and version of the mapping format.
pub const MAPPING_FORMAT: &str = "jianyi/mapping/1";

/// What the columns (of a table) or keys (of JSON records) of one kind of file mean.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Mapping {
    /// Always `jianyi/mapping/1`.
    pub format: String,
    /// Names the kind of file: equal for files with the same headings.
    #[serde(default)]
    pub key: String,
    /// The columns, in the file's order.
    pub columns: Vec<MappedColumn>,
}

/// One column.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct MappedColumn {
    /// The heading by which the column is known again, upper and lower headings joined by `/`; a key path for JSON.
    pub heading: String,
    /// A [`Field`]'s word, or `context.field` for nested JSON; absent: the column is kept as text beside the entry.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub field: Option<String>,
    /// The sheet, where a workbook has several.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sheet: Option<String>,
    /// The column's letter.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub letter: Option<String>,
    /// How sure the guess is, in percent; 100 where the user said so.
    #[serde(default)]
    pub confidence: u8,
    /// Up to three values from the file.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub examples: Vec<String>,
}

impl Mapping {
    /// The mapping of these columns.
    pub fn new(columns: Vec<MappedColumn>) -> Self {
        let mut headings: Vec<&str> = columns.iter().map(|column| column.heading.as_str()).collect();
        headings.sort_unstable();
        headings.dedup();
        Self { format: MAPPING_FORMAT.to_owned(), key: fingerprint(&headings), columns }
    }

    /// Reads a mapping document.
    ///
    /// # Errors
    /// What is wrong, in the parser's words, where it is none.
    pub fn from_json(text: &str) -> Result<Self, String> {
        let mapping: Self = serde_json::from_str(text).map_err(|error| error.to_string())?;
        if mapping.format != MAPPING_FORMAT {
            return Err(format!("format: {}", mapping.format));
        }
        let nested = |word: &str| word.contains('.') || word == "ignored";
        match mapping
            .columns
            .iter()
            .filter_map(|column| column.field.as_deref())
            .find(|word| Field::from_word(word).is_none() && !nested(word))
        {
            Some(unknown) => Err(format!("field: {unknown}")),
            None => Ok(mapping),
        }
    }

    /// What the user says of a heading: `None` where nothing, `Some(None)` that it stays text.
    pub(super) fn field_of(&self, heading: &str, sheet: Option<&str>) -> Option<Option<Field>> {
        let same = |column: &&MappedColumn| column.heading == heading;
        let here = self.columns.iter().filter(same).find(|column| column.sheet.as_deref() == sheet);
        let column = here.or_else(|| self.columns.iter().find(same))?;
        Some(column.field.as_deref().and_then(Field::from_word))
    }
}

/// FNV-1a over the headings.
fn fingerprint(headings: &[&str]) -> String {
    let bytes = headings.iter().flat_map(|heading| heading.bytes().chain([0]));
    let hash = bytes.fold(0xCBF2_9CE4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01B3));
    format!("{hash:016x}")
}
