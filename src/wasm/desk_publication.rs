//! What may be public, the public bundle, search over everything.

use wasm_bindgen::prelude::*;

use super::ledger::LedgerHandle;
use super::{fault, from_js_or_default, to_js};
use crate::opened::publication;
use crate::wire::PublishRequest;

/// The scripts that a page embeds from any bundle, with the SHA-256 of each.
///
/// # Errors
/// Never; the type is what the boundary's shapes need.
#[wasm_bindgen(js_name = embeddedScripts, unchecked_return_type = "ScriptHash[]")]
pub fn embedded_scripts() -> Result<JsValue, JsValue> {
    to_js(&publication::embedded_scripts())
}

#[wasm_bindgen]
impl LedgerHandle {
    /// The decision on every entry and reply, what a person must decide first.
    ///
    /// # Errors
    /// Never; the type is what the boundary's shapes need.
    #[wasm_bindgen(js_name = publicationDecisions, unchecked_return_type = "DecisionView[]")]
    pub fn publication_decisions(&self) -> Result<JsValue, JsValue> {
        to_js(&self.opened.publication_decisions())
    }

    /// What is taken out of an entry before it is public.
    ///
    /// # Errors
    /// A `BoundaryFault`, where there is no such entry.
    #[wasm_bindgen(js_name = redactionPreview, unchecked_return_type = "RedactionPreview")]
    pub fn redaction_preview(&self, id: &str, terms: Vec<String>) -> Result<JsValue, JsValue> {
        to_js(&self.opened.redaction_preview(id, &terms).ok_or_else(|| fault("no-such-entry", id))?)
    }

    /// The letter that tells the submitter why a reply is not public; nothing where none is due.
    pub fn explanation(&self, id: &str, reply: u32) -> Option<String> {
        self.opened.explanation(id, reply)
    }

    /// The public bundle with its proof, or the leaks that stopped it.
    ///
    /// # Errors
    /// A `BoundaryFault`, where an option is misspelt.
    #[wasm_bindgen(unchecked_return_type = "PublishedView")]
    pub fn publish(
        &self,
        #[wasm_bindgen(unchecked_param_type = "PublishRequest | undefined")] request: JsValue,
    ) -> Result<JsValue, JsValue> {
        let request: PublishRequest = from_js_or_default(request)?;
        let published = self.opened.publish(&request);
        let answer = to_js(&crate::wire::PublishedView { archive: Vec::new(), ..published.clone() })?;
        let bytes = js_sys::Uint8Array::from(&published.archive[..]);
        js_sys::Reflect::set(&answer, &"archive".into(), &bytes)?;
        Ok(answer)
    }

    /// The best `count` entries that hold every term of `words`.
    ///
    /// # Errors
    /// Never; the type is what the boundary's shapes need.
    #[wasm_bindgen(unchecked_return_type = "SearchAnswer")]
    pub fn search(&self, words: &str, count: u32) -> Result<JsValue, JsValue> {
        to_js(&self.opened.search(words, count as usize))
    }
}
