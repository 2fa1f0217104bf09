//! Files of other formats than our own, and two files beside each other.

use wasm_bindgen::prelude::*;

use super::ledger::{LedgerHandle, LedgerReader, refusal};
use super::{fault, to_js};

#[wasm_bindgen]
impl LedgerReader {
    /// The bytes of an Excel workbook, where the file is one and has arrived wholly: hand them to the office module's
    /// `readWorkbook`, and what it gives to `finishWithGrid`.
    #[wasm_bindgen(js_name = takeWorkbook)]
    pub fn take_workbook(&mut self) -> Option<Vec<u8>> {
        self.opening.take_workbook()
    }

    /// Opens the ledger in a workbook's sheets.
    ///
    /// # Errors
    /// The `Problem`, where nothing could be read.
    #[wasm_bindgen(js_name = finishWithGrid)]
    pub fn finish_with_grid(self, grid: &[u8]) -> Result<LedgerHandle, JsValue> {
        let file = self.opening.file();
        let opened = self.opening.finish_with_grid(grid);
        opened.map(|opened| LedgerHandle { opened }).map_err(|problem| refusal(&problem, file.as_deref()))
    }
}

#[wasm_bindgen]
impl LedgerHandle {
    /// What changed from this ledger to a newer one.
    ///
    /// # Errors
    /// Never; the type is what the boundary's shapes need.
    #[wasm_bindgen(unchecked_return_type = "Comparison")]
    pub fn compare(&self, newer: &LedgerHandle) -> Result<JsValue, JsValue> {
        to_js(&self.opened.compare(&newer.opened))
    }

    /// A `jianyi/ledger/1` document with this ledger's entries and those of the other that it does not have.
    pub fn add(&self, other: &LedgerHandle) -> Vec<u8> {
        self.opened.add(&other.opened).0
    }

    /// The ledger as a table: `csv`, or `xlsx`: what the office module's `writeWorkbook` makes a workbook of.
    ///
    /// # Errors
    /// A `BoundaryFault`, where there is no such kind of file.
    #[wasm_bindgen(js_name = exportTable)]
    pub fn export_table(&self, kind: &str) -> Result<Vec<u8>, JsValue> {
        match kind {
            "csv" => Ok(self.opened.to_csv()),
            "xlsx" => Ok(self.opened.to_table_json()),
            other => Err(fault("unknown-export", other)),
        }
    }
}
