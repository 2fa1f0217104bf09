//! The second module's boundary: reply letters, reports and the rules' help.

use wasm_bindgen::prelude::*;

use super::{from_js, to_js};
use crate::review;

/// Checks a reply letter.
///
/// # Errors
/// A `BoundaryFault`, where the query is misspelt.
#[wasm_bindgen(js_name = checkReply, unchecked_return_type = "ReplyCheck")]
pub fn check_reply(#[wasm_bindgen(unchecked_param_type = "ReplyQuery")] query: JsValue) -> Result<JsValue, JsValue> {
    to_js(&review::check_reply(from_js(query)?))
}

/// Audits the figures of a report.
///
/// # Errors
/// A `BoundaryFault`, where the query is misspelt.
#[wasm_bindgen(js_name = auditReport, unchecked_return_type = "ReportAudit")]
pub fn audit_report(#[wasm_bindgen(unchecked_param_type = "ReportQuery")] query: JsValue) -> Result<JsValue, JsValue> {
    to_js(&review::audit_report(from_js(query)?))
}

/// The help texts of all rules.
///
/// # Errors
/// Never; the type is what the boundary's shapes need.
#[wasm_bindgen(unchecked_return_type = "RuleHelp[]")]
pub fn rules() -> Result<JsValue, JsValue> {
    to_js(&review::rule_helps())
}

/// The letter that an example of a reply rule's help stands for, with what is known beside it.
///
/// # Errors
/// Never; the type is what the boundary's shapes need.
#[wasm_bindgen(js_name = replyExample, unchecked_return_type = "ReplyQuery")]
pub fn reply_example(block: &str) -> Result<JsValue, JsValue> {
    to_js(&review::reply_example(block))
}
