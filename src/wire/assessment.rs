//! The shapes of assessment: a points table and each body's sheet.

use serde::Serialize;

shapes! {
    /// A points table that ships with the module.
    AssessmentSchemeView {
        /// Its short name.
        id: String,
        /// Its name, in Chinese.
        name: String,
        /// Its name, in English.
        name_en: String,
        /// The document that sets it.
        source: String,
        /// The table itself: a `jianyi/assessment/1` document.
        json: String,
    }

    /// All bodies under a points table.
    AssessmentView {
        /// The day on which deadlines were judged.
        today: String,
        /// A body with fewer handlings is too small to be judged beside others.
        minimum: u32,
        /// The points of all parts together, as the table begins them.
        full: f64,
        /// The bodies' sheets, by name.
        sheets: Vec<BodySheetView>,
    }

    /// One body's sheet.
    BodySheetView {
        /// 承办单位.
        body: String,
        /// 件次.
        handlings: u32,
        /// Whether it has too few handlings to be judged beside others.
        too_small: bool,
        /// The sum of the parts that have points.
        total: f64,
        /// How many parts have none yet.
        open: u32,
        /// Its parts, in the table's order.
        parts: Vec<PartScoreView>,
    }

    /// A part of a body's sheet.
    PartScoreView {
        /// The part's id.
        id: String,
        /// `reckoned`, `given`, `by-hand`, `not-published`, `nothing-judged`.
        state: String,
        /// Its points; absent where it has none.
        points: Option<f64>,
        /// Judged items that are as they should be.
        good: u32,
        /// All judged items.
        judged: u32,
        /// The entries behind it, those that are not as they should be first.
        entries: Vec<ScoredEntryView>,
        /// Items that were not judged because it is not time yet.
        not_yet: u32,
        /// Items that were not judged because the ledger does not say it.
        not_said: u32,
    }

    /// An entry behind a part's points.
    ScoredEntryView {
        /// The entry's id, as `entry` finds it.
        id: String,
        /// 编号.
        number: Option<String>,
        /// 标题.
        title: Option<String>,
        /// Whether it is as it should be.
        good: bool,
    }
}
