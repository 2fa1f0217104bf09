//! Alike entries.

use wasm_bindgen::prelude::*;

use super::ledger::LedgerHandle;
use super::to_js;

#[wasm_bindgen]
impl LedgerHandle {
    /// Groups of entries that seem to speak of the same matter, the most alike first.
    ///
    /// # Errors
    /// Never; the type is what the boundary's shapes need.
    #[wasm_bindgen(js_name = similarEntries, unchecked_return_type = "SimilarGroupView[]")]
    pub fn similar_entries(&self) -> Result<JsValue, JsValue> {
        to_js(&self.opened.similar_entries())
    }
}
