//! The boundary to JavaScript: the only place that knows `JsValue`.
//!
//! `ledger` is what the core module offers. `desk` (feature `desk`) is a module with the core and the `desk_…` files, made
//! for speed: for large ledgers, for files of other formats than `jianyi/ledger/1`, and for what the first view does not
//! need of a ledger. `review` (feature `review`) is the module for letters and reports. The page fetches the last two when
//! it first needs them. They share the crate and nothing at run time.

#[cfg(all(feature = "desk", not(feature = "review")))]
mod desk_analysis;
#[cfg(all(feature = "desk", not(feature = "review")))]
mod desk_assessment;
#[cfg(all(feature = "desk", not(feature = "review")))]
mod desk_clues;
#[cfg(all(feature = "desk", not(feature = "review")))]
mod desk_drafting;
#[cfg(all(feature = "desk", not(feature = "review")))]
mod desk_files;
#[cfg(all(feature = "desk", not(feature = "review")))]
mod desk_names;
#[cfg(all(feature = "desk", not(feature = "review")))]
mod desk_publication;
#[cfg(all(feature = "desk", not(feature = "review")))]
mod desk_similarity;
#[cfg(all(feature = "desk", not(feature = "review")))]
mod desk_supervision;
#[cfg(not(feature = "review"))]
mod ledger;
#[cfg(feature = "review")]
mod review;

use serde::Serialize;
use serde::de::DeserializeOwned;
use wasm_bindgen::prelude::*;

/// Says on the console what a panic was; the engine shows it and goes on with a fresh module.
#[wasm_bindgen(start)]
pub fn start() {
    std::panic::set_hook(Box::new(|panic| web_sys::console::error_1(&panic.to_string().into())));
    #[cfg(not(feature = "review"))]
    ledger::set_up();
}

#[cfg(not(feature = "review"))]
fn to_js(value: &impl Serialize) -> Result<JsValue, JsValue> {
    let serializer = serde_wasm_bindgen::Serializer::json_compatible();
    value.serialize(&serializer).map_err(|error| fault("internal", &error.to_string()))
}

/// By way of JSON text, which engines turn into objects faster than the module makes them field by field.
#[cfg(feature = "review")]
fn to_js(value: &impl Serialize) -> Result<JsValue, JsValue> {
    let text = serde_json::to_string(value).map_err(|error| fault("internal", &error.to_string()))?;
    js_sys::JSON::parse(&text)
}

/// Reads an object strictly. (`serde_wasm_bindgen` alone ignores `deny_unknown_fields`, so a misspelt option would pass.)
fn from_js<T: DeserializeOwned>(value: JsValue) -> Result<T, JsValue> {
    let value: serde_json::Value =
        serde_wasm_bindgen::from_value(value).map_err(|error| fault("wrong-option", &error.to_string()))?;
    let without_absent = match value {
        serde_json::Value::Object(fields) => fields.into_iter().filter(|(_, value)| !value.is_null()).collect(),
        other => other,
    };
    serde_json::from_value(without_absent).map_err(|error| fault("wrong-option", &error.to_string()))
}

#[cfg(not(feature = "review"))]
fn from_js_or_default<T: DeserializeOwned + Default>(value: JsValue) -> Result<T, JsValue> {
    if value.is_undefined() || value.is_null() { Ok(T::default()) } else { from_js(value) }
}

/// What JavaScript gets where a call can't be answered: a stable code and the words that matter.
fn fault(code: &str, detail: &str) -> JsValue {
    #[derive(Serialize)]
    struct BoundaryFault<'f> {
        code: &'f str,
        detail: &'f str,
    }
    let serializer = serde_wasm_bindgen::Serializer::json_compatible();
    BoundaryFault { code, detail }.serialize(&serializer).unwrap_or(JsValue::NULL)
}
