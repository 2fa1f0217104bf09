//! Drafts from a ledger.

use wasm_bindgen::prelude::*;

use super::ledger::LedgerHandle;
use super::to_js;

#[wasm_bindgen]
impl LedgerHandle {
    /// The annual report of the whole ledger, each figure linked to what it states, what only a person can write as a gap.
    ///
    /// # Errors
    /// Never; the type is what the boundary's shapes need.
    #[wasm_bindgen(js_name = draftReport, unchecked_return_type = "ReportDraftView")]
    pub fn draft_report(&self) -> Result<JsValue, JsValue> {
        to_js(&self.opened.report_draft())
    }

    /// Each figure of a report with what the ledger says of it.
    ///
    /// # Errors
    /// Never; the type is what the boundary's shapes need.
    #[wasm_bindgen(js_name = compareReport, unchecked_return_type = "BoundFigureView[]")]
    pub fn compare_report(&self, text: &str) -> Result<JsValue, JsValue> {
        to_js(&self.opened.compare_report(text))
    }
}
