//! The sheets of a workbook as the office module hands them over: `jianyi/grid/1`.

use std::borrow::Cow;
use std::fmt;

use serde::de::{self, Deserializer, MapAccess, Visitor};
use serde::{Deserialize, Serialize};

use super::cell::Cell;
use super::collect::Collector;
use super::problem::Problem;
use super::settings::Settings;
use super::table::{LOOKAHEAD, Merge, Row, TableNature, TableReader, has_headings, no_headings};
use crate::ledger::Entry;

/// The name and version of the format.
pub const GRID_FORMAT: &str = "jianyi/grid/1";

/// The sheets of a workbook.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Grid {
    /// Always `jianyi/grid/1`.
    pub format: String,
    /// The sheets, in the workbook's order.
    pub sheets: Vec<GridSheet>,
    /// Sheets that could not be read: name and why.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub broken: Vec<(String, String)>,
    /// Why the workbook could not be read at all: a problem's code and its words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub refused: Option<(String, String)>,
}

/// One sheet.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct GridSheet {
    /// Its name.
    pub name: String,
    /// The rows that hold something: number from 1, and the cells from column A on.
    pub rows: Vec<(usize, Vec<GridCell>)>,
    /// Joined cells: first row, last row (from 1), first column, last column (from 0).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub merges: Vec<(usize, usize, usize, usize)>,
    /// Rows that are not shown, from 1.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub hidden_rows: Vec<usize>,
    /// Columns that are not shown, from 0.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub hidden_columns: Vec<usize>,
}

/// One cell, written as shortly as JSON allows.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(untagged)]
pub enum GridCell {
    /// Nothing.
    Empty,
    /// True or false.
    Bool(bool),
    /// A number.
    Number(f64),
    /// A text.
    Text(String),
    /// A day: `{"d": serial}`.
    Date {
        /// Days since 1899-12-30.
        d: f64,
    },
    /// A spreadsheet error: `{"e": "#REF!"}`.
    Error {
        /// As shown.
        e: String,
    },
}

/// By hand: trying the kinds of cell one after another, as serde does, words an error for every text.
impl<'de> Deserialize<'de> for GridCell {
    fn deserialize<D: Deserializer<'de>>(source: D) -> Result<Self, D::Error> {
        source.deserialize_any(CellVisitor)
    }
}

struct CellVisitor;

impl<'de> Visitor<'de> for CellVisitor {
    type Value = GridCell;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a cell: null, a truth value, a number, a text, {d} or {e}")
    }

    fn visit_unit<E: de::Error>(self) -> Result<GridCell, E> {
        Ok(GridCell::Empty)
    }

    fn visit_bool<E: de::Error>(self, value: bool) -> Result<GridCell, E> {
        Ok(GridCell::Bool(value))
    }

    fn visit_i64<E: de::Error>(self, value: i64) -> Result<GridCell, E> {
        Ok(GridCell::Number(value as f64))
    }

    fn visit_u64<E: de::Error>(self, value: u64) -> Result<GridCell, E> {
        Ok(GridCell::Number(value as f64))
    }

    fn visit_f64<E: de::Error>(self, value: f64) -> Result<GridCell, E> {
        Ok(GridCell::Number(value))
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<GridCell, E> {
        Ok(GridCell::Text(text.to_owned()))
    }

    fn visit_string<E: de::Error>(self, text: String) -> Result<GridCell, E> {
        Ok(GridCell::Text(text))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut fields: A) -> Result<GridCell, A::Error> {
        let mut cell = None;
        while let Some(name) = fields.next_key::<Cow<'_, str>>()? {
            match name.as_ref() {
                "d" => cell = Some(GridCell::Date { d: fields.next_value()? }),
                "e" => cell = Some(GridCell::Error { e: fields.next_value()? }),
                _ => drop(fields.next_value::<de::IgnoredAny>()?),
            }
        }
        cell.ok_or_else(|| de::Error::missing_field("d"))
    }
}

impl GridSheet {
    fn joined(&self) -> Vec<Merge> {
        self.merges.iter().map(|merge| Merge { rows: (merge.0, merge.1), columns: (merge.2, merge.3) }).collect()
    }
}

impl GridCell {
    fn as_cell(&self) -> Cell<'_> {
        match self {
            Self::Empty => Cell::Empty,
            Self::Bool(value) => Cell::Bool(*value),
            Self::Number(value) => Cell::Number(*value),
            Self::Text(text) => Cell::of_text(text.as_str()),
            Self::Date { d } => Cell::Date(*d),
            Self::Error { e } => Cell::Error(Cow::Borrowed(e.as_str())),
        }
    }
}

/// Reads all sheets.
///
/// # Errors
/// The problem, where no sheet holds a table.
pub(super) fn read_grid(
    grid: &Grid,
    settings: &Settings,
    collector: &mut Collector,
    on_entry: &mut dyn FnMut(&Entry<'_>),
) -> Result<(), Problem> {
    // A sheet of remarks stands beside many a ledger; only where no sheet has headings, one may begin with its entries.
    let may_lack_headings = !grid.sheets.iter().any(|sheet| {
        let first: Vec<Row<'_>> = sheet.rows.iter().take(LOOKAHEAD).map(row).collect();
        has_headings(&first, &sheet.joined(), settings)
    });
    let mut tables = 0;
    for sheet in &grid.sheets {
        let nature =
            TableNature { sheet: Some(sheet.name.clone()), merges: sheet.joined(), may_lack_headings, ..TableNature::default() };
        let mut table = TableReader::new(nature);
        let mut open = table.resume();
        for numbered in &sheet.rows {
            table.push(row(numbered), &mut open, settings, collector, on_entry);
        }
        table.leave(open);
        table.finish(settings, collector, on_entry);
        tables += usize::from(table.found_table());
    }
    if tables == 0 && grid.broken.is_empty() { Err(no_headings(None)) } else { Ok(()) }
}

fn row((number, cells): &(usize, Vec<GridCell>)) -> Row<'_> {
    let cells = cells.iter().map(GridCell::as_cell).collect();
    Row { number: *number, line: None, cells, damaged: Vec::new(), bytes: Cow::Borrowed(&[]), kept: None }
}
