//! The boundary to JavaScript: the only file that knows `JsValue`.

use serde::Serialize;
use serde::de::DeserializeOwned;
use wasm_bindgen::prelude::*;

use crate::calendar::Date;
use crate::opened::{OpenOptions, OpenedLedger, Opening, shape};
use crate::profile::{Profile, ProfileFault, shipped_profiles};
use crate::review;
use crate::statistics::{Filter, FilterFault, RowOrder};
use crate::wire;

/// Says on the console what a panic was; the engine shows it and goes on with a fresh module.
#[wasm_bindgen(start)]
pub fn start() {
    std::panic::set_hook(Box::new(|panic| web_sys::console::error_1(&panic.to_string().into())));
}

/// How to open a ledger.
#[derive(serde::Deserialize, tsify::Tsify)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ReaderOptions {
    /// The file's name.
    #[tsify(optional)]
    name: Option<String>,
    /// The profile's id.
    #[tsify(optional)]
    profile: Option<String>,
    /// The user's own profiles, each a `jianyi/profile/1` document.
    #[serde(default)]
    #[tsify(optional)]
    own_profiles: Vec<String>,
    /// The day on which deadlines are judged, `YYYY-MM-DD`.
    #[tsify(optional)]
    today: Option<String>,
    /// The day of the caller's clock, `YYYY-MM-DD`.
    clock: String,
    /// The file's size in bytes, where it is known.
    #[tsify(optional)]
    total: Option<f64>,
}

/// Bytes and entries read so far.
#[derive(Serialize, tsify::Tsify)]
pub struct ReadingProgress {
    /// Bytes.
    bytes: f64,
    /// Entries.
    entries: u32,
}

/// Takes a file's bytes as they arrive.
#[wasm_bindgen]
pub struct LedgerReader {
    opening: Opening,
}

#[wasm_bindgen]
impl LedgerReader {
    /// Begins to read a file.
    ///
    /// # Errors
    /// A `BoundaryFault`, where an option is misspelt or wrong.
    #[wasm_bindgen(constructor)]
    pub fn new(#[wasm_bindgen(unchecked_param_type = "ReaderOptions")] options: JsValue) -> Result<LedgerReader, JsValue> {
        /// More than this is not set aside on a file's word.
        const MOST_AT_ONCE: f64 = (1_u32 << 30) as f64;
        let options: ReaderOptions = from_js(options)?;
        let own_profiles: Result<Vec<Profile>, _> = options.own_profiles.iter().map(|json| Profile::from_json(json)).collect();
        let core = OpenOptions {
            name: options.name,
            profile: options.profile,
            today: options.today.as_deref().map(|text| date("today", text)).transpose()?,
            clock: Some(date("clock", &options.clock)?),
            own_profiles: own_profiles.map_err(|fault| profile_fault(&fault))?,
        };
        let size_hint = options.total.filter(|total| (0.0..=MOST_AT_ONCE).contains(total)).unwrap_or(0.0);
        Ok(Self { opening: Opening::new(core, size_hint as usize) })
    }

    /// Takes the next bytes of the file.
    ///
    /// # Errors
    /// Never; the type is what the boundary's shapes need.
    #[wasm_bindgen(unchecked_return_type = "ReadingProgress")]
    pub fn push(&mut self, bytes: &[u8]) -> Result<JsValue, JsValue> {
        self.opening.push(bytes);
        let (bytes, entries) = self.opening.progress();
        to_js(&ReadingProgress { bytes: bytes as f64, entries: entries as u32 })
    }

    /// Reads what is left and opens the ledger.
    ///
    /// # Errors
    /// The `Problem`, where nothing could be read.
    pub fn finish(self) -> Result<LedgerHandle, JsValue> {
        self.opening
            .finish()
            .map(|opened| LedgerHandle { opened })
            .map_err(|problem| to_js(&shape::problem(&problem, None)).unwrap_or_else(|fault| fault))
    }
}

/// An opened ledger.
#[wasm_bindgen]
pub struct LedgerHandle {
    opened: OpenedLedger,
}

#[wasm_bindgen]
impl LedgerHandle {
    /// How many entries there are.
    #[wasm_bindgen(getter)]
    pub fn size(&self) -> u32 {
        self.opened.len() as u32
    }

    /// All counts and rates of the entries that pass the filter.
    ///
    /// # Errors
    /// A `BoundaryFault`, where the filter is misspelt or contradicts itself.
    #[wasm_bindgen(unchecked_return_type = "Summary")]
    pub fn summary(
        &self,
        #[wasm_bindgen(unchecked_param_type = "Partial<Filter> | undefined")] filter: JsValue,
    ) -> Result<JsValue, JsValue> {
        to_js(&self.opened.summary(&filter_from(filter)?).map_err(filter_fault)?)
    }

    /// Rows of the list.
    ///
    /// # Errors
    /// A `BoundaryFault`, where the query is misspelt or contradicts itself.
    #[wasm_bindgen(unchecked_return_type = "Row[]")]
    pub fn rows(
        &self,
        #[wasm_bindgen(unchecked_param_type = "Partial<RowQuery> | undefined")] query: JsValue,
    ) -> Result<JsValue, JsValue> {
        const ROWS: u32 = 100;
        let query: wire::RowQuery = from_js_or_default(query)?;
        let order: Option<RowOrder> = match &query.sort {
            Some(sort) => Some(shape::order(sort).ok_or_else(|| fault("unknown-sort", &sort.by))?),
            None => None,
        };
        let count = query.count.unwrap_or(ROWS) as usize;
        to_js(&self.opened.rows(&shape::filter(query.filter), order, query.from as usize, count).map_err(filter_fault)?)
    }

    /// How many entries pass the filter.
    ///
    /// # Errors
    /// A `BoundaryFault`, where the filter is misspelt or contradicts itself.
    pub fn count(
        &self,
        #[wasm_bindgen(unchecked_param_type = "Partial<Filter> | undefined")] filter: JsValue,
    ) -> Result<u32, JsValue> {
        self.opened.count(&filter_from(filter)?).map(|count| count as u32).map_err(filter_fault)
    }

    /// One entry with its history.
    ///
    /// # Errors
    /// A `BoundaryFault`, where there is no entry with this id.
    #[wasm_bindgen(unchecked_return_type = "EntryView")]
    pub fn entry(&self, id: &str) -> Result<JsValue, JsValue> {
        to_js(&self.opened.entry(id).ok_or_else(|| fault("no-such-entry", id))?)
    }

    /// The reply of an entry, checked against its own suggestion and history.
    ///
    /// # Errors
    /// A `BoundaryFault`, where there is no entry with this id or no letter in it.
    #[wasm_bindgen(js_name = checkReply, unchecked_return_type = "ReplyCheck")]
    pub fn check_reply(&self, id: &str) -> Result<JsValue, JsValue> {
        to_js(&self.opened.check_reply(id).ok_or_else(|| fault("no-reply-text", id))?)
    }

    /// What `checkReply` checks of an entry: the letter, its suggestion and its history.
    ///
    /// # Errors
    /// A `BoundaryFault`, where there is no entry with this id or no letter in it.
    #[wasm_bindgen(js_name = replyQuery, unchecked_return_type = "ReplyQuery")]
    pub fn reply_query(&self, id: &str) -> Result<JsValue, JsValue> {
        to_js(&self.opened.reply_query(id).ok_or_else(|| fault("no-reply-text", id))?)
    }

    /// What could not be read, or contradicts itself.
    ///
    /// # Errors
    /// Never; the type is what the boundary's shapes need.
    #[wasm_bindgen(unchecked_return_type = "Problem[]")]
    pub fn problems(&self) -> Result<JsValue, JsValue> {
        to_js(&self.opened.problems())
    }

    /// The records of which no entry could be made.
    ///
    /// # Errors
    /// Never; the type is what the boundary's shapes need.
    #[wasm_bindgen(unchecked_return_type = "AsideView[]")]
    pub fn aside(&self) -> Result<JsValue, JsValue> {
        to_js(&self.opened.aside())
    }

    /// These records in their original bytes.
    #[wasm_bindgen(js_name = asideBytes)]
    pub fn aside_bytes(&self) -> Vec<u8> {
        self.opened.aside_bytes()
    }

    /// The ledger as a file: `json`.
    ///
    /// # Errors
    /// A `BoundaryFault`, where there is no such kind of file.
    pub fn export(&self, kind: &str) -> Result<Vec<u8>, JsValue> {
        match kind {
            "json" => Ok(self.opened.to_json()),
            other => Err(fault("unknown-export", other)),
        }
    }
}

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

/// The shipped profiles.
///
/// # Errors
/// Never; the type is what the boundary's shapes need.
#[wasm_bindgen(unchecked_return_type = "ProfileSummary[]")]
pub fn profiles() -> Result<JsValue, JsValue> {
    let summaries: Vec<wire::ProfileSummary> = shipped_profiles().iter().map(shape::profile_summary).collect();
    to_js(&summaries)
}

/// Reads a user's own profile document and says what it is; hand it to `LedgerReader` to use it.
///
/// # Errors
/// A `BoundaryFault` with its place, where the document is no profile.
#[wasm_bindgen(js_name = readProfile, unchecked_return_type = "ProfileSummary")]
pub fn read_profile(json: &str) -> Result<JsValue, JsValue> {
    let profile = Profile::from_json(json).map_err(|fault| profile_fault(&fault))?;
    to_js(&shape::profile_summary(&profile))
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

fn to_js(value: &impl Serialize) -> Result<JsValue, JsValue> {
    let serializer = serde_wasm_bindgen::Serializer::json_compatible();
    value.serialize(&serializer).map_err(|error| fault("internal", &error.to_string()))
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

fn from_js_or_default<T: DeserializeOwned + Default>(value: JsValue) -> Result<T, JsValue> {
    if value.is_undefined() || value.is_null() { Ok(T::default()) } else { from_js(value) }
}

fn filter_from(filter: JsValue) -> Result<Filter, JsValue> {
    Ok(shape::filter(from_js_or_default(filter)?))
}

fn filter_fault(found: FilterFault) -> JsValue {
    match found {
        FilterFault::DaysBackwards(from, to) => fault("days-backwards", &format!("{from}–{to}")),
    }
}

fn profile_fault(found: &ProfileFault) -> JsValue {
    let parameters: Vec<String> = found.parameters().into_iter().map(|(name, value)| format!("{name}: {value}")).collect();
    fault(found.code(), &parameters.join("; "))
}

fn date(option: &str, text: &str) -> Result<Date, JsValue> {
    Date::parse(text).map_err(|_| fault("wrong-option", &format!("{option}: {text}")))
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
