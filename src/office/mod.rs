//! Files of an office suite: XLSX bytes to a [`Grid`] and a ledger to XLSX bytes, DOCX bytes to text and a sheet to
//! DOCX bytes. A Cargo feature (`office`), in the browser a second module that the page fetches when it first needs it.
//!
//! `bounds` refuses archives that would unpack to too much · `read` sheets to cells · `write` an exported table to a
//! workbook · [`document`] the word processor's side.

mod bounds;
pub mod document;
mod read;
mod write;

pub use read::read_workbook;
pub use write::write_workbook;

use crate::export::ExportTable;
use crate::intake::{GRID_FORMAT, Grid};

/// A workbook's bytes to `jianyi/grid/1`, whatever they are: what could not be read says why.
pub fn workbook_to_grid(bytes: &[u8]) -> Vec<u8> {
    let grid = read_workbook(bytes).unwrap_or_else(|problem| Grid {
        format: GRID_FORMAT.to_owned(),
        sheets: Vec::new(),
        broken: Vec::new(),
        refused: Some((problem.code.as_str().to_owned(), problem.expected.unwrap_or_default())),
    });
    serde_json::to_vec(&grid).unwrap_or_default()
}

/// An exported table, as JSON, to a workbook's bytes; no bytes where it has more rows than a sheet.
pub fn table_to_workbook(table: &[u8]) -> Vec<u8> {
    let table: Option<ExportTable> = serde_json::from_slice(table).ok();
    table.and_then(|table| write_workbook(&table).ok()).unwrap_or_default()
}

/// A document's bytes to JSON: its text and notes, or under `refused` why it could not be read.
pub fn document_to_text(bytes: &[u8]) -> Vec<u8> {
    let read = document::read_document(bytes);
    let json = match &read {
        Ok(text) => serde_json::to_vec(text),
        Err(fault) => serde_json::to_vec(&serde_json::json!({ "refused": fault })),
    };
    json.unwrap_or_default()
}

/// A [`document::DocumentSheet`], as JSON, to a document's bytes.
///
/// # Errors
/// What is wrong with the JSON, in the parser's words.
pub fn sheet_to_document(sheet: &[u8]) -> Result<Vec<u8>, String> {
    let sheet: document::DocumentSheet = serde_json::from_slice(sheet).map_err(|error| error.to_string())?;
    document::write_document(&sheet).map_err(|error| error.to_string())
}
