//! The shapes that cross to JavaScript. They shape, they do not compute.
//!
//! Texts of keys are the vocabularies' words (`lead`, `in-session`) or the ledger's own names (bodies, topics, months
//! `2024-03`); the empty key stands for what the ledger does not say. The page's catalogues give vocabularies their labels.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// Declares plain shapes of the boundary: camelCase in JavaScript, with generated TypeScript.
macro_rules! shapes {
    ($($(#[$doc:meta])* $name:ident { $($(#[$field_doc:meta])* $field:ident: $kind:ty),* $(,)? })*) => { $(
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Serialize)]
        #[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(hashmap_as_object, missing_as_null))]
        #[serde(rename_all = "camelCase")]
        pub struct $name { $($(#[$field_doc])* pub $field: $kind),* }
    )* };
}

mod assessment;
mod checks;
mod clues;
mod drafting;
mod files;
mod names;
mod publication;
mod similar;
mod supervision;
mod utf16;

pub use assessment::*;
pub use checks::*;
pub use clues::*;
pub use drafting::*;
pub use files::*;
pub use names::*;
pub use publication::*;
pub use similar::*;
pub use supervision::*;
pub use utf16::Utf16;

shapes! {
    /// The overview: all counts and rates of the entries that the filter lets through.
    Summary {
        /// The ledger's own head.
        head: Head,
        /// The profile by which it was reckoned.
        profile: ProfileSummary,
        /// The day on which deadlines were judged, `YYYY-MM-DD`.
        today: String,
        /// Entries of the ledger.
        entries: u32,
        /// Entries that the filter lets through.
        matching: u32,
        /// 件次 of these: one per body that handles an entry, returned assignments not counted.
        assignments: u32,
        /// Of the matching entries: withdrawn, in no other figure.
        withdrawn: u32,
        /// Groups per dimension, by the dimension's name (see [`Filter`]); each ignores its own filter.
        dimensions: BTreeMap<String, Dimension>,
        /// The rates, in reading order.
        rates: Vec<RateView>,
        /// Days from assignment to first reply.
        days_to_reply: DaysView,
        /// What is unknown and therefore in no figure: field's name and number of entries.
        unpublished: Vec<LeftOut>,
        /// All indicators, those of `rates` first.
        indicators: Vec<RateView>,
        /// First reply, final reply, promises: how many stand where, open ones counted as open.
        clocks: Vec<ClockView>,
    }

    /// How many stand where, by one clock.
    ClockView {
        /// `first-reply`, `final-reply`, `promise`.
        id: String,
        /// Handlings that owe a reply, or promises.
        whole: u32,
        /// By state: `in-time`, `late`, `overdue`, `due-soon`, `open`, `answered`, `unknown`; of promises also `kept`, `given-up`.
        states: Vec<PartView>,
        /// The days within which half of all were answered, open ones counted as not answered.
        median_of_all: Option<u32>,
    }

    /// The ledger's own head.
    Head {
        /// 台账名称.
        title: Option<String>,
        /// 填报单位.
        office: Option<String>,
        /// 数据截止日期.
        as_of: Option<String>,
        /// Whether the content is invented; every view then says so.
        fictional: bool,
        /// Where the facts come from.
        sources: Vec<String>,
        /// What a reader must know.
        notes: Vec<String>,
    }

    /// A profile as lists show it.
    ProfileSummary {
        /// Its id.
        id: String,
        /// Its version.
        version: String,
        /// Chinese name.
        name_zh: String,
        /// English name.
        name_en: String,
        /// The place's words for the roles, by role: Chinese.
        roles_zh: BTreeMap<String, String>,
        /// The place's words for the roles, by role: English.
        roles_en: BTreeMap<String, String>,
        /// The outcome scheme: marks in reading order.
        marks: Vec<MarkView>,
        /// What is not known of the place, in Chinese sentences: 待确认.
        to_confirm: Vec<String>,
        /// Decimals of a printed share.
        decimals: u8,
    }

    /// One mark of an outcome scheme.
    MarkView {
        /// As printed.
        mark: String,
        /// The class of a sub-class, else the mark itself.
        class: String,
        /// The place's own words for it.
        label: String,
        /// What it means everywhere (`OutcomeMeaning`).
        meaning: String,
    }

    /// One dimension: its groups in reading order (closed vocabularies, months) or by count, then name.
    Dimension {
        /// `entry` (件) or `assignment` (件次).
        basis: String,
        /// The sum of all counts.
        total: u32,
        /// Whether an item can stand in several groups, so that counts add up to more than the items.
        overlapping: bool,
        /// The groups; the empty key, where there is one, last.
        groups: Vec<GroupView>,
        /// What is in none of the shares, and why.
        left_out: Vec<LeftOut>,
    }

    /// One group of a dimension.
    GroupView {
        /// The key, as filters use it.
        key: String,
        /// How many.
        count: u32,
        /// Its share, where the profile says that this dimension has shares.
        share: Option<Share>,
        /// The same items by outcome class (`outcome` keys), for stacked charts.
        outcomes: Vec<PartView>,
    }

    /// A part of a group.
    PartView {
        /// The key.
        key: String,
        /// How many.
        count: u32,
    }

    /// A share: two counts and their printed form.
    Share {
        /// The numerator.
        part: u32,
        /// The denominator.
        whole: u32,
        /// As the profile prints it: `66.67%`; absent where the denominator is 0.
        percent: Option<String>,
    }

    /// A rate, with what it leaves out.
    RateView {
        /// `completion`, `on-time`, `consultation`, `satisfaction`, `satisfaction-including-basic`, `satisfaction-of-all`,
        /// `satisfaction-including-basic-of-all`, `resolution`, `resolved-or-planned`, `publication`, ….
        id: String,
        /// The numerator.
        part: u32,
        /// The denominator.
        whole: u32,
        /// As the profile prints it; absent where the denominator is 0.
        percent: Option<String>,
        /// `entry` (件) or `assignment` (件次); of indicators beside the rates also `point` (建议点) and `promise` (承诺事项).
        basis: String,
        /// The roles that count.
        roles: Vec<String>,
        /// What is not in the denominator, and why.
        left_out: Vec<LeftOut>,
        /// Whether the denominator is below the profile's minimum: never rank by it.
        small: bool,
        /// The rule or practice that the denominator follows.
        source: String,
        /// The Wilson interval of 95 %, as percentages: what a rate of so few says of the next ones. Absent where the
        /// denominator is 0.
        interval: Option<[String; 2]>,
    }

    /// What a page says of an indicator beside its counts.
    IndicatorView {
        /// The id, as in `Summary.indicators`.
        id: String,
        /// 名称.
        name_zh: String,
        /// Its name in English.
        name_en: String,
        /// 计算口径.
        formula_zh: String,
        /// Numerator ÷ denominator, in English.
        formula_en: String,
        /// What it counts unless the profile says otherwise: `entry`, `assignment`, `point` or `promise`.
        basis: String,
        /// Where the formula is found; the profile's own source of a denominator stands at the rate.
        source: String,
    }

    /// The entries behind a rate, by their places in the ledger. A rate of handlings, points or promises can have an
    /// entry in several lists.
    ExplanationView {
        /// In the numerator.
        part: Vec<u32>,
        /// In the denominator but not in the numerator.
        rest: Vec<u32>,
        /// In neither, by reason.
        left_out: Vec<LeftOutEntries>,
    }

    /// Entries that a rate leaves out.
    LeftOutEntries {
        /// Why.
        reason: String,
        /// Which.
        entries: Vec<u32>,
    }

    /// Two selections side by side.
    Contrast {
        /// Entries of each.
        matching: [u32; 2],
        /// 件次 of each.
        assignments: [u32; 2],
        /// Whether both have the same outcome scheme; else classes of one letter may differ in meaning.
        same_scheme: bool,
        /// The indicators that either knows.
        rates: Vec<RatePair>,
        /// The groups of each dimension.
        dimensions: BTreeMap<String, Vec<GroupPair>>,
        /// The median of the days to reply of each.
        median_days: [Option<u32>; 2],
    }

    /// One rate of two selections.
    RatePair {
        /// Which.
        id: String,
        /// Of the first.
        left: RateView,
        /// Of the second.
        right: RateView,
        /// Percentage points by which the second lies above the first, with its sign: `+3.20`.
        difference: Option<String>,
        /// Whether the difference may be named: neither is small, and the intervals do not overlap.
        clear: bool,
    }

    /// One group of two selections.
    GroupPair {
        /// The key.
        key: String,
        /// The count of each.
        counts: [u32; 2],
        /// The second less the first.
        difference: i32,
    }

    /// One body's work and how it went.
    BodyView {
        /// 承办单位.
        body: String,
        /// Handlings by role.
        roles: Vec<PartView>,
        /// Handlings by state.
        states: Vec<PartView>,
        /// Handlings by outcome class.
        outcomes: Vec<PartView>,
        /// Completion, on time, consultation, satisfaction, resolution.
        rates: Vec<RateView>,
        /// Whether it may stand in a ranking by these rates: each has the profile's minimum, or no whole at all.
        ranked: bool,
    }

    /// A `jianyi/summary/1` file as a page shows it.
    MergedView {
        /// The profile's id.
        profile: String,
        /// 填报单位 and 台账名称 of each ledger, with its day and entries.
        sources: Vec<MergedSource>,
        /// Entries of all.
        entries: f64,
        /// The rates.
        rates: Vec<RateView>,
        /// The groups of each dimension, by count.
        dimensions: BTreeMap<String, Vec<GroupView>>,
    }

    /// One ledger of a summary.
    MergedSource {
        /// 填报单位.
        office: Option<String>,
        /// 台账名称.
        title: Option<String>,
        /// The day on which its deadlines were judged.
        as_of: Option<String>,
        /// Its entries.
        entries: f64,
    }

    /// Items that a figure leaves out.
    LeftOut {
        /// Why: `for-reference`, `assisting`, `withdrawn`, `not-due`, `unknown-date`, `no-feedback`, `no-outcome`, `not-public`, …; or a field's name.
        reason: String,
        /// How many.
        count: u32,
    }

    /// Days from assignment to first reply.
    DaysView {
        /// Replies with both dates.
        known: u32,
        /// Replies without.
        unknown: u32,
        /// The median; absent without known replies.
        median: Option<u32>,
        /// The ninetieth percentile.
        p90: Option<u32>,
        /// Bins of equal width.
        bins: Vec<DaysBin>,
    }

    /// A bin of the days to reply, both ends included.
    DaysBin {
        /// First day.
        from: u32,
        /// Last day.
        to: u32,
        /// How many.
        count: u32,
        /// Of these, after their due date.
        late: u32,
    }

    /// One row of the list.
    Row {
        /// The position in the ledger, from 0.
        index: u32,
        /// The entry's id, unique in the ledger.
        id: String,
        /// `suggestion`, `proposal`, `motion`.
        kind: String,
        /// 编号.
        number: Option<String>,
        /// 届次: congress and number.
        session: Option<(u8, u8)>,
        /// 标题; absent where it was not published.
        title: Option<String>,
        /// 领衔代表.
        lead_submitter: Option<String>,
        /// 代表团、界别.
        delegation: Option<String>,
        /// 分类.
        topic: Option<String>,
        /// 主办 (and 分办) bodies, else the body that handles it.
        bodies: Vec<String>,
        /// Role of the first of these.
        role: Option<String>,
        /// Outcome mark.
        outcome: Option<String>,
        /// 交办日期.
        assigned_on: Option<String>,
        /// 应答复日期, stated or reckoned.
        due_on: Option<String>,
        /// 首次答复日期.
        replied_on: Option<String>,
        /// `in-time`, `late`, `overdue`, `due-soon`, `open`, `answered` (date unknown), `no-reply-owed`, `withdrawn`, `unknown`.
        state: String,
        /// Last rating.
        rating: Option<String>,
        /// 重点督办.
        key: bool,
        /// How many problems were found in its record.
        problems: u32,
    }

    /// One entry with all that is known and what is missing.
    EntryView {
        /// The row of the list.
        row: Row,
        /// The entry as `jianyi/ledger/1` writes it, as JSON text.
        json: String,
        /// Its history in order of time; steps without a date stand where the order of handling puts them.
        timeline: Vec<TimelineStep>,
        /// What is not known of it: field names.
        missing: Vec<String>,
        /// Problems found in its record.
        problems: Vec<Problem>,
        /// Sources of the due date.
        due_source: Option<String>,
    }

    /// One step of an entry's history.
    TimelineStep {
        /// The day; absent where it is not known.
        on: Option<String>,
        /// `submitted`, `assigned`, `received`, `returned`, `reassigned`, `consulted`, `opinion`, `replied`, `feedback`, `redo`, `follow-up`,
        /// `extended`, `committed`, `kept`, `published`, `withdrawn`, `archived`, `due`.
        step: String,
        /// The round, from 1.
        round: u32,
        /// The body, where one acts.
        body: Option<String>,
        /// A word of the step's vocabulary: role, means, rating, outcome mark, attribute.
        word: Option<String>,
        /// Free words: what was noted, promised, answered.
        text: Option<String>,
        /// `good`, `late`, `bad` or `plain`.
        tone: String,
    }

    /// Something that could not be read, or contradicts itself, with its place.
    Problem {
        /// A stable word for the kind of problem.
        code: String,
        /// `error`: the record or file was not read; `warning`: a value was not; `info`: worth a look.
        severity: String,
        /// Where.
        place: Place,
        /// The offending text, cut after 200 characters.
        value: Option<String>,
        /// Chinese: what is wrong and what to do.
        message: String,
        /// The same in English.
        message_en: String,
    }

    /// A place in a file.
    Place {
        /// The file's name.
        file: Option<String>,
        /// JSON pointer.
        pointer: Option<String>,
        /// Line, from 1.
        line: Option<u32>,
        /// Column or character of the line, from 1.
        column: Option<u32>,
        /// Byte of the file, from 0.
        byte: Option<f64>,
        /// Worksheet.
        sheet: Option<String>,
        /// Row of the sheet or record of the file, from 1.
        row: Option<u32>,
        /// The column's heading or letter.
        heading: Option<String>,
        /// The entry's position in the ledger, where the record became an entry.
        entry: Option<u32>,
    }

    /// The help of one rule.
    RuleHelp {
        /// The rule's id.
        id: String,
        /// `reply`, `report` or `ledger`.
        subject: String,
        /// Its section of the checklist: `format`, `identity`, `on-the-matter`, `to-the-need`, `procedure`, `lawfulness`, `disclosure`, `language`, `figures`, `progress`; absent where the rule is not in use.
        group: Option<String>,
        /// The severity of its findings unless one says otherwise: `error`, `warning` or `info`.
        severity: Option<String>,
        /// One Chinese sentence.
        summary: String,
        /// Why it matters.
        why: String,
        /// An example that is flagged.
        flagged: String,
        /// An example that passes.
        passes: String,
        /// The clause that it rests on.
        basis: String,
        /// One English sentence.
        english: String,
        /// What it cannot see; may be empty.
        limits: String,
        /// How often it was right on letters whose faults are known; absent where it was not measured.
        measured: Option<RuleMeasure>,
    }

    /// How often a rule was right: recall is `found` of `expected`, precision `found` of `found` and `wrong`.
    RuleMeasure {
        /// Faults that were there for it to find.
        expected: u32,
        /// Those that it found.
        found: u32,
        /// What it told where nothing is wrong.
        wrong: u32,
    }

    /// A record that could not be read; its bytes can be exported.
    AsideView {
        /// Where it stood.
        place: Place,
        /// Why, as a problem's code.
        code: String,
        /// Chinese: why.
        message: String,
        /// English: why.
        message_en: String,
        /// Its beginning.
        text: String,
    }
}

/// Which entries count. Values of one dimension are alternatives, dimensions are conditions that must all hold.
///
/// Dimensions: `kind`, `role`, `outcome` (class), `mark` (sub-class), `topic`, `body`, `delegation`, `month` (assigned),
/// `replyMonth`, `year`, `session` (`14-2`), `sitting`, `form`, `key` (`yes`/`no`), `livelihood`, `disclosure`, `state`, `rating`, `means`, `stage`.
#[derive(Debug, Clone, PartialEq, Default, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct Filter {
    /// 建议、提案、议案.
    pub kind: Vec<String>,
    /// Handling role.
    pub role: Vec<String>,
    /// Outcome class.
    pub outcome: Vec<String>,
    /// Outcome mark, sub-class included.
    pub mark: Vec<String>,
    /// 分类.
    pub topic: Vec<String>,
    /// 承办单位.
    pub body: Vec<String>,
    /// 代表团、界别.
    pub delegation: Vec<String>,
    /// Month of assignment.
    pub month: Vec<String>,
    /// Month of the first reply.
    pub reply_month: Vec<String>,
    /// Year.
    pub year: Vec<String>,
    /// Session, `congress-number`.
    pub session: Vec<String>,
    /// 会议期间、闭会期间.
    pub sitting: Vec<String>,
    /// 个人、联名、代表团、集体.
    pub form: Vec<String>,
    /// 重点督办: `yes`, `no`.
    pub key: Vec<String>,
    /// 民生实事: `yes`, `no`, or the empty key.
    pub livelihood: Vec<String>,
    /// 公开属性.
    pub disclosure: Vec<String>,
    /// State of answering.
    pub state: Vec<String>,
    /// Last rating.
    pub rating: Vec<String>,
    /// Means of consultation.
    pub means: Vec<String>,
    /// Stage of consultation.
    pub stage: Vec<String>,
    /// Days to the first reply, both ends included.
    pub days: Option<(u32, u32)>,
    /// Words that title, number, body or submitter contain.
    pub text: Option<String>,
}

/// Which rows, in which order.
#[derive(Debug, Clone, PartialEq, Default, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct RowQuery {
    /// Which entries.
    pub filter: Filter,
    /// The order; absent: the ledger's.
    pub sort: Option<RowSort>,
    /// The first row, from 0.
    pub from: u32,
    /// At most how many; absent: 100.
    pub count: Option<u32>,
    /// Only these entries, by their places in the ledger, as an explanation names them; the filter then does not count.
    pub entries: Option<Vec<u32>>,
}

/// An order of rows; equal rows stay in the ledger's order, absent values stand last.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RowSort {
    /// `number`, `title`, `leadSubmitter`, `body`, `topic`, `outcome`, `assignedOn`, `dueOn`, `repliedOn`, `state`, `kind`.
    pub by: String,
    /// Greatest first.
    #[serde(default)]
    pub descending: bool,
}
