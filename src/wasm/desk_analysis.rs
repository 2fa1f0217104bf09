//! Explanations, comparisons, work per body, mergeable summaries.

use wasm_bindgen::prelude::*;

use super::ledger::{LedgerHandle, filter_fault, filter_from};
use super::{fault, to_js};
use crate::opened::{shape, summaries};
use crate::statistics::{RateId, View};
use crate::summary::{SummaryFault, SummaryFile};

#[wasm_bindgen]
impl LedgerHandle {
    /// Entries that pass the filter, then the counts of each view by key, in the order of `viewKeys`. A view is a
    /// dimension's name or `days`, and ignores its own condition. For views that follow a slider: one array crosses.
    ///
    /// # Errors
    /// A `BoundaryFault`, where the filter is misspelt or contradicts itself, or there is no such view.
    pub fn views(
        &self,
        #[wasm_bindgen(unchecked_param_type = "Partial<Filter> | undefined")] filter: JsValue,
        views: Vec<String>,
    ) -> Result<Vec<u32>, JsValue> {
        let views: Vec<View> = views.iter().map(|name| view(name)).collect::<Result<_, _>>()?;
        self.opened.views(&filter_from(filter)?, &views).map_err(filter_fault)
    }

    /// The keys of a view's counts; they stay the same while the ledger is open.
    ///
    /// # Errors
    /// A `BoundaryFault`, where there is no such view.
    #[wasm_bindgen(js_name = viewKeys)]
    pub fn view_keys(&self, name: &str) -> Result<Vec<String>, JsValue> {
        Ok(self.opened.view_keys(view(name)?))
    }

    /// The entries behind a rate of what passes the filter: numerator, the rest of the denominator, what is left out.
    /// `rows({ entries })` shows them.
    ///
    /// # Errors
    /// A `BoundaryFault`, where there is no such rate, or the filter is misspelt or contradicts itself.
    #[wasm_bindgen(unchecked_return_type = "ExplanationView")]
    pub fn explain(
        &self,
        rate: &str,
        #[wasm_bindgen(unchecked_param_type = "Partial<Filter> | undefined")] filter: JsValue,
    ) -> Result<JsValue, JsValue> {
        let id = RateId::from_word(rate).ok_or_else(|| fault("unknown-rate", rate))?;
        to_js(&self.opened.explain(&filter_from(filter)?, id).map_err(filter_fault)?)
    }

    /// What passes the filter, beside what passes another filter of this ledger.
    ///
    /// # Errors
    /// A `BoundaryFault`, where a filter is misspelt or contradicts itself.
    #[wasm_bindgen(unchecked_return_type = "Contrast")]
    pub fn contrast(
        &self,
        #[wasm_bindgen(unchecked_param_type = "Partial<Filter> | undefined")] filter: JsValue,
        #[wasm_bindgen(unchecked_param_type = "Partial<Filter> | undefined")] other: JsValue,
    ) -> Result<JsValue, JsValue> {
        self.contrast_with(filter, self, other)
    }

    /// What passes the filter, beside what passes a filter of another ledger of the same engine.
    ///
    /// # Errors
    /// A `BoundaryFault`, where a filter is misspelt or contradicts itself.
    #[wasm_bindgen(js_name = contrastWith, unchecked_return_type = "Contrast")]
    pub fn contrast_with(
        &self,
        #[wasm_bindgen(unchecked_param_type = "Partial<Filter> | undefined")] filter: JsValue,
        other: &LedgerHandle,
        #[wasm_bindgen(unchecked_param_type = "Partial<Filter> | undefined")] other_filter: JsValue,
    ) -> Result<JsValue, JsValue> {
        let (filter, other_filter) = (filter_from(filter)?, filter_from(other_filter)?);
        to_js(&self.opened.contrast(&filter, &other.opened, &other_filter).map_err(filter_fault)?)
    }

    /// Each body's work in what passes the filter, those with most handlings first.
    ///
    /// # Errors
    /// A `BoundaryFault`, where the filter is misspelt or contradicts itself.
    #[wasm_bindgen(unchecked_return_type = "BodyView[]")]
    pub fn bodies(
        &self,
        #[wasm_bindgen(unchecked_param_type = "Partial<Filter> | undefined")] filter: JsValue,
    ) -> Result<JsValue, JsValue> {
        to_js(&self.opened.bodies(&filter_from(filter)?).map_err(filter_fault)?)
    }

    /// The counts of what passes the filter as a `jianyi/summary/1` file.
    ///
    /// # Errors
    /// A `BoundaryFault`, where the filter is misspelt or contradicts itself.
    #[wasm_bindgen(js_name = summaryFile)]
    pub fn summary_file(
        &self,
        #[wasm_bindgen(unchecked_param_type = "Partial<Filter> | undefined")] filter: JsValue,
    ) -> Result<Vec<u8>, JsValue> {
        Ok(self.opened.summary_file(&filter_from(filter)?).map_err(filter_fault)?.to_bytes())
    }
}

/// What the `jianyi/summary/1` files add up to, as a file.
///
/// # Errors
/// A `BoundaryFault`, where a file cannot be read, or two cannot be merged.
#[wasm_bindgen(js_name = mergeSummaries)]
pub fn merge_summaries(files: Vec<js_sys::Uint8Array>) -> Result<Vec<u8>, JsValue> {
    let files: Vec<Vec<u8>> = files.iter().map(js_sys::Uint8Array::to_vec).collect();
    Ok(summaries::merge(&files).map_err(|found| summary_fault(&found))?.to_bytes())
}

/// A `jianyi/summary/1` file as a page shows it.
///
/// # Errors
/// A `BoundaryFault`, where the file cannot be read.
#[wasm_bindgen(js_name = readSummary, unchecked_return_type = "MergedView")]
pub fn read_summary(file: &[u8]) -> Result<JsValue, JsValue> {
    let file = SummaryFile::from_bytes(file).map_err(|found| summary_fault(&found))?;
    to_js(&summaries::merged_view(&file, &[]))
}

/// Name, formula and source of every indicator.
///
/// # Errors
/// Never; the type is what the boundary's shapes need.
#[wasm_bindgen(unchecked_return_type = "IndicatorView[]")]
pub fn indicators() -> Result<JsValue, JsValue> {
    to_js(&shape::indicators())
}

fn view(name: &str) -> Result<View, JsValue> {
    View::from_word(name).ok_or_else(|| fault("unknown-view", name))
}

fn summary_fault(found: &SummaryFault) -> JsValue {
    match found {
        SummaryFault::Head => fault("no-summary", ""),
        SummaryFault::Line(line) => fault("wrong-summary-line", &line.to_string()),
        SummaryFault::Profiles(first, second) => fault("other-profile", &format!("{first}; {second}")),
        SummaryFault::SourceTwice(source) => {
            let named = [source.office.as_deref(), source.title.as_deref()].map(Option::unwrap_or_default);
            fault("source-twice", named.join(" ").trim())
        }
        SummaryFault::TooMany => fault("too-many", ""),
    }
}
