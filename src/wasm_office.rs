//! The second module's boundary: bytes in, bytes out. It shares the crate with the first and nothing at run time.

use wasm_bindgen::prelude::*;

use crate::office;

/// An XLSX workbook's bytes to `jianyi/grid/1`, which `LedgerReader.finishWithGrid` reads; why it could not be read, stands in it.
#[wasm_bindgen(js_name = readWorkbook)]
pub fn read_workbook(bytes: &[u8]) -> Vec<u8> {
    office::workbook_to_grid(bytes)
}

/// What `LedgerHandle.export("table")` gives to an XLSX workbook's bytes; none where it has more rows than a sheet.
#[wasm_bindgen(js_name = writeWorkbook)]
pub fn write_workbook(table: &[u8]) -> Vec<u8> {
    office::table_to_workbook(table)
}
