//! Assessment of bodies.

use wasm_bindgen::prelude::*;

use super::ledger::LedgerHandle;
use super::{fault, from_js_or_default, to_js};

#[wasm_bindgen]
impl LedgerHandle {
    /// The sheets of all bodies under a points table, a `jianyi/assessment/1` document; `hand` is what a person gave, by body
    /// and part.
    ///
    /// # Errors
    /// A `BoundaryFault`, where the document is not one.
    #[wasm_bindgen(unchecked_return_type = "AssessmentView")]
    pub fn assess(
        &self,
        scheme: &str,
        #[wasm_bindgen(unchecked_param_type = "Record<string, Record<string, number>>")] hand: JsValue,
    ) -> Result<JsValue, JsValue> {
        let hand = from_js_or_default(hand)?;
        to_js(&self.opened.assess(scheme, &hand).map_err(|why| fault("wrong-option", &why.to_string()))?)
    }

    /// The points tables that ship with the module.
    ///
    /// # Errors
    /// Never; the type is what the boundary's shapes need.
    #[wasm_bindgen(js_name = assessmentSchemes, unchecked_return_type = "AssessmentSchemeView[]")]
    pub fn assessment_schemes(&self) -> Result<JsValue, JsValue> {
        to_js(&crate::opened::assessment_schemes())
    }
}
