//! Public messages beside a ledger.

use wasm_bindgen::prelude::*;

use super::ledger::{LedgerHandle, refusal};
use super::to_js;

#[wasm_bindgen]
impl LedgerHandle {
    /// A list of public messages (CSV or JSON), matched to entries and topics and counted over time, with what it warns of.
    ///
    /// # Errors
    /// The `Problem`, where the file is no list of messages.
    #[wasm_bindgen(unchecked_return_type = "CluesView")]
    pub fn clues(&self, list: &[u8], name: Option<String>) -> Result<JsValue, JsValue> {
        to_js(&self.opened.clues(list, name.as_deref()).map_err(|problem| refusal(&problem, name.as_deref()))?)
    }
}
