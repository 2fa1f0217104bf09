//! The core module's boundary: ledgers.

use serde::Serialize;
use wasm_bindgen::prelude::*;

use super::{fault, from_js, from_js_or_default, to_js};
use crate::calendar::{CalendarFault, Date, WorkCalendar};
use crate::intake::{Format, Mapping, Problem};
use crate::ledger::{AliasFault, Aliases};
use crate::opened::{OpenOptions, OpenedLedger, Opening, shape};
use crate::profile::{Profile, ProfileFault, shipped_profiles};
use crate::statistics::{Filter, FilterFault, RowOrder};
use crate::wire;

#[wasm_bindgen]
extern "C" {
    type TextDecoder;
    #[wasm_bindgen(constructor)]
    fn new(label: &str) -> TextDecoder;
    #[wasm_bindgen(method)]
    fn decode(this: &TextDecoder, bytes: &[u8]) -> String;
}

/// Lends the core what only a browser has.
pub(super) fn set_up() {
    crate::intake::set_gb18030_decoder(decode_gb18030);
}

/// The browser's own tables decode GB18030.
fn decode_gb18030(bytes: &[u8]) -> String {
    thread_local! {
        static DECODER: TextDecoder = TextDecoder::new("gb18030");
    }
    DECODER.with(|decoder| decoder.decode(bytes))
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
    /// The file's format: `json`, `ndjson`, `csv`, `xlsx`; absent: found by its content.
    #[tsify(optional)]
    format: Option<String>,
    /// What the user says of the columns: a `jianyi/mapping/1` document.
    #[tsify(optional)]
    mapping: Option<String>,
    /// Which names stand for one body: a `jianyi/aliases/1` document.
    #[tsify(optional)]
    aliases: Option<String>,
    /// A newer table of days off: a `jianyi/holidays/1` document.
    #[tsify(optional)]
    holidays: Option<String>,
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
    pub(super) opening: Opening,
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
            format: options.format.as_deref().map(format_named).transpose()?,
            mapping: options.mapping.as_deref().map(mapping_from).transpose()?,
            aliases: options.aliases.as_deref().map(aliases_from).transpose()?.unwrap_or_default(),
            calendar: options.holidays.as_deref().map(calendar_from).transpose()?,
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

    /// The bytes that arrived so far, where they are not `jianyi/ledger/1` and so not read by the core: hand them to a
    /// reader of the module `desk`, and what comes after them.
    #[wasm_bindgen(js_name = handOver)]
    pub fn hand_over(&mut self, at_end: bool) -> Option<Vec<u8>> {
        self.opening.hand_over(at_end)
    }

    /// Reads what is left and opens the ledger.
    ///
    /// # Errors
    /// The `Problem`, where nothing could be read.
    pub fn finish(self) -> Result<LedgerHandle, JsValue> {
        let file = self.opening.file();
        let opened = self.opening.finish();
        opened.map(|opened| LedgerHandle { opened }).map_err(|problem| refusal(&problem, file.as_deref()))
    }
}

/// An opened ledger.
#[wasm_bindgen]
pub struct LedgerHandle {
    pub(super) opened: OpenedLedger,
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
        if let Some(entries) = query.entries {
            return to_js(&self.opened.rows_of(entries, order, query.from as usize, count));
        }
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

    /// What the columns or keys were taken for; `undefined` for `jianyi/ledger/1`.
    ///
    /// # Errors
    /// Never; the type is what the boundary's shapes need.
    #[wasm_bindgen(unchecked_return_type = "MappingView | undefined")]
    pub fn mapping(&self) -> Result<JsValue, JsValue> {
        self.opened.mapping_view().map_or(Ok(JsValue::UNDEFINED), |mapping| to_js(&mapping))
    }

    /// Rows that are neither entries nor kept aside, with their reasons.
    ///
    /// # Errors
    /// Never; the type is what the boundary's shapes need.
    #[wasm_bindgen(unchecked_return_type = "SkippedView[]")]
    pub fn skipped(&self) -> Result<JsValue, JsValue> {
        to_js(&self.opened.skipped_views())
    }

    /// The records of the file, counted.
    ///
    /// # Errors
    /// Never; the type is what the boundary's shapes need.
    #[wasm_bindgen(unchecked_return_type = "TallyView")]
    pub fn tally(&self) -> Result<JsValue, JsValue> {
        to_js(&self.opened.tally_view())
    }

    /// The ledger as a `jianyi/ledger/1` document.
    #[wasm_bindgen(js_name = toJson)]
    pub fn to_json(&self) -> Vec<u8> {
        self.opened.to_json()
    }
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

pub(super) fn filter_from(filter: JsValue) -> Result<Filter, JsValue> {
    Ok(shape::filter(from_js_or_default(filter)?))
}

pub(super) fn filter_fault(found: FilterFault) -> JsValue {
    match found {
        FilterFault::DaysBackwards(from, to) => fault("days-backwards", &format!("{from}–{to}")),
    }
}

pub(super) fn profile_fault(found: &ProfileFault) -> JsValue {
    let parameters: Vec<String> = found.parameters().into_iter().map(|(name, value)| format!("{name}: {value}")).collect();
    fault(found.code(), &parameters.join("; "))
}

pub(super) fn refusal(problem: &Problem, file: Option<&str>) -> JsValue {
    to_js(&shape::problem(problem, file)).unwrap_or_else(|fault| fault)
}

fn format_named(word: &str) -> Result<Format, JsValue> {
    Format::from_word(word).ok_or_else(|| fault("wrong-option", &format!("format: {word}")))
}

fn mapping_from(json: &str) -> Result<Mapping, JsValue> {
    Mapping::from_json(json).map_err(|why| fault("wrong-option", &format!("mapping: {why}")))
}

fn aliases_from(json: &str) -> Result<Aliases, JsValue> {
    Aliases::from_json(json).map_err(|found| match found {
        AliasFault::Unreadable { detail, line, column } => fault("wrong-aliases", &format!("{line}:{column} {detail}")),
        AliasFault::Blank(place) => fault("alias-blank", &place.to_string()),
        AliasFault::Twice(name) => fault("alias-twice", &name),
    })
}

pub(super) fn calendar_from(json: &str) -> Result<WorkCalendar, JsValue> {
    WorkCalendar::from_json(json).map_err(|found| match found {
        CalendarFault::Unreadable { detail, line, column } => fault("wrong-holidays", &format!("{line}:{column} {detail}")),
        CalendarFault::Years => fault("holiday-years", ""),
        CalendarFault::Day(day) => fault("holiday-day", &day.to_string()),
        CalendarFault::TooManyNames => fault("holiday-names", ""),
    })
}

fn date(option: &str, text: &str) -> Result<Date, JsValue> {
    Date::parse(text).map_err(|_| fault("wrong-option", &format!("{option}: {text}")))
}
