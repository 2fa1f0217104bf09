//! The second module's boundary: bytes in, bytes out. It shares the crate with the first and nothing at run time.

use wasm_bindgen::prelude::*;

use crate::office;

/// An XLSX workbook's bytes to `jianyi/grid/1`, which `LedgerReader.finishWithGrid` reads; why it could not be read, stands in it.
#[wasm_bindgen(js_name = readWorkbook)]
pub fn read_workbook(bytes: &[u8]) -> Vec<u8> {
    office::workbook_to_grid(bytes)
}

/// What `LedgerHandle.exportTable("xlsx")` gives to an XLSX workbook's bytes; none where it has more rows than a sheet.
#[wasm_bindgen(js_name = writeWorkbook)]
pub fn write_workbook(table: &[u8]) -> Vec<u8> {
    office::table_to_workbook(table)
}

/// A DOCX document's bytes to `{ text, notes }` or `{ refused }`, as JSON.
#[wasm_bindgen(js_name = readDocument)]
pub fn read_document(bytes: &[u8]) -> Vec<u8> {
    office::document_to_text(bytes)
}

/// A sheet, as JSON, to a DOCX document's bytes.
///
/// # Errors
/// Where the sheet is misspelt: a mistake of the page's own.
#[wasm_bindgen(js_name = writeDocument)]
pub fn write_document(sheet: &[u8]) -> Result<Vec<u8>, JsValue> {
    office::sheet_to_document(sheet).map_err(|fault| JsValue::from_str(&fault))
}
