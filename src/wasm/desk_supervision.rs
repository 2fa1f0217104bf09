//! Deadlines, warnings, reminders, spot checks.

use wasm_bindgen::prelude::*;

use super::ledger::LedgerHandle;
use super::to_js;

#[wasm_bindgen]
impl LedgerHandle {
    /// What the ledger asks of the supervising office on its day: pressing steps, warnings, counts.
    ///
    /// # Errors
    /// Never; the type is what the boundary's shapes need.
    #[wasm_bindgen(js_name = followUp, unchecked_return_type = "FollowUpView")]
    pub fn follow_up(&self) -> Result<JsValue, JsValue> {
        to_js(&self.opened.follow_up())
    }

    /// Every step of an entry that has a limit, with the reckoning of its due date day by day.
    ///
    /// # Errors
    /// Never; the type is what the boundary's shapes need.
    #[wasm_bindgen(js_name = dueDates, unchecked_return_type = "StepDueView[]")]
    pub fn due_dates(&self, id: &str) -> Result<JsValue, JsValue> {
        to_js(&self.opened.due_dates(id))
    }

    /// 承诺事项台账: every promise, and every reply that promised without one being registered.
    ///
    /// # Errors
    /// Never; the type is what the boundary's shapes need.
    #[wasm_bindgen(js_name = commitmentRegister, unchecked_return_type = "CommitmentRegisterView")]
    pub fn commitment_register(&self) -> Result<JsValue, JsValue> {
        to_js(&self.opened.commitment_register())
    }

    /// 重点督办: where each key item stands, what comes next, when the submitter was last spoken with.
    ///
    /// # Errors
    /// Never; the type is what the boundary's shapes need.
    #[wasm_bindgen(js_name = keyItems, unchecked_return_type = "KeyItemView[]")]
    pub fn key_items(&self) -> Result<JsValue, JsValue> {
        to_js(&self.opened.key_items())
    }

    /// 并案: what is handled together, and whether each was answered for itself.
    ///
    /// # Errors
    /// Never; the type is what the boundary's shapes need.
    #[wasm_bindgen(js_name = mergedItems, unchecked_return_type = "MergedItemsView[]")]
    pub fn merged_items(&self) -> Result<JsValue, JsValue> {
        to_js(&self.opened.merged_items())
    }

    /// The reminder notice (催办单) to a body; absent where nothing of its own is pressing.
    pub fn reminder(&self, body: &str) -> Option<String> {
        self.opened.reminder(body)
    }

    /// All due dates still to be met as an iCalendar file.
    #[wasm_bindgen(js_name = calendarFile)]
    pub fn calendar_file(&self) -> String {
        self.opened.calendar_file()
    }

    /// A random sample of `share` per cent of the answered entries of each body and class, drawn by `seed`.
    ///
    /// # Errors
    /// Never; the type is what the boundary's shapes need.
    #[wasm_bindgen(js_name = spotCheck, unchecked_return_type = "SpotCheckView")]
    pub fn spot_check(&self, share: u8, seed: u32) -> Result<JsValue, JsValue> {
        to_js(&self.opened.spot_check(share, seed))
    }
}
