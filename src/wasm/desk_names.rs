//! Names of bodies; what a newer table of days off changes.

use wasm_bindgen::prelude::*;

use super::ledger::{LedgerHandle, calendar_from};
use super::to_js;
use crate::calendar::SHIPPED_HOLIDAYS;

#[wasm_bindgen]
impl LedgerHandle {
    /// The names of the handling bodies as the file writes them, and the pairs that are likely to stand for one body.
    ///
    /// # Errors
    /// Never; the type is what the boundary's shapes need.
    #[wasm_bindgen(js_name = bodyNames, unchecked_return_type = "BodyNamesView")]
    pub fn body_names(&self) -> Result<JsValue, JsValue> {
        to_js(&self.opened.body_names())
    }

    /// The table of days off in use.
    ///
    /// # Errors
    /// Never; the type is what the boundary's shapes need.
    #[wasm_bindgen(js_name = holidayTable, unchecked_return_type = "HolidayTableView")]
    pub fn holiday_table(&self) -> Result<JsValue, JsValue> {
        to_js(&self.opened.holiday_table())
    }

    /// The table of days off that this version of the module brings: a `jianyi/holidays/1` document.
    #[wasm_bindgen(js_name = shippedHolidays)]
    pub fn shipped_holidays(&self) -> String {
        SHIPPED_HOLIDAYS.to_owned()
    }

    /// Every due date that is another day under a newer `jianyi/holidays/1` document than under the table in use.
    ///
    /// # Errors
    /// A `BoundaryFault`, where the document is no such table.
    #[wasm_bindgen(js_name = movedDueDates, unchecked_return_type = "MovedDueDatesView")]
    pub fn moved_due_dates(&self, holidays: &str) -> Result<JsValue, JsValue> {
        to_js(&self.opened.moved_due_dates(&calendar_from(holidays)?))
    }

    /// Every due date that the table in use moves against an older `jianyi/holidays/1` document.
    ///
    /// # Errors
    /// A `BoundaryFault`, where the document is no such table.
    #[wasm_bindgen(js_name = movedSince, unchecked_return_type = "MovedDueDatesView")]
    pub fn moved_since(&self, holidays: &str) -> Result<JsValue, JsValue> {
        to_js(&self.opened.moved_since(&calendar_from(holidays)?))
    }
}
