//! What a ledger says of itself: the head of a `jianyi/ledger/1` document.

use serde::{Deserialize, Serialize};

use super::entry::Entry;
use super::words::Words;
use crate::calendar::Date;

/// The name and version of the published format.
pub const LEDGER_FORMAT: &str = "jianyi/ledger/1";

/// A whole `jianyi/ledger/1` document: the head and the entries.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct LedgerDocument<'a> {
    /// Always `jianyi/ledger/1`.
    pub format: FormatName,
    /// 台账名称.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<Words<'a>>,
    /// Whose ledger it is (填报单位).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub office: Option<Words<'a>>,
    /// The profile to read it with, unless the user chooses another.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub profile: Option<Words<'a>>,
    /// 数据截止日期.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub as_of: Option<Date>,
    /// True where the content is invented, for show or tests; every view then says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fictional: Option<bool>,
    /// Where the facts come from, for published data.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<Words<'a>>,
    /// What a reader must know: what was not published, how a damaged figure was read.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<Words<'a>>,
    /// Outcome schemes of this ledger's own, beside the profile's.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub schemes: Vec<OutcomeScheme>,
    /// The entries.
    pub entries: Vec<Entry<'a>>,
}

/// The one value of `format`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum FormatName {
    /// `jianyi/ledger/1`.
    #[serde(rename = "jianyi/ledger/1")]
    Ledger1,
}

/// The head of a document, without its entries.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct LedgerHead {
    /// 台账名称.
    pub title: Option<String>,
    /// 填报单位.
    pub office: Option<String>,
    /// The profile's id that the ledger asks for.
    pub profile: Option<String>,
    /// 数据截止日期.
    pub as_of: Option<Date>,
    /// Whether the content is invented.
    pub fictional: bool,
    /// Where the facts come from.
    pub sources: Vec<String>,
    /// What a reader must know.
    pub notes: Vec<String>,
    /// Outcome schemes of the ledger's own.
    pub schemes: Vec<OutcomeScheme>,
}

/// 办理结果分类: the marks of one place and what each means.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct OutcomeScheme {
    /// The scheme's id, as [`super::Outcome::scheme`] names it.
    pub id: String,
    /// Where the scheme is laid down.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
    /// The marks, in reading order.
    pub marks: Vec<OutcomeMark>,
}

/// One mark of a scheme.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct OutcomeMark {
    /// As printed: `A`, `B2`, `甲`.
    pub mark: String,
    /// The class that a sub-class belongs to (`A` for `A1`); absent for a class of its own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub class: Option<String>,
    /// The place's own words for it.
    pub label: String,
    /// What it means everywhere.
    pub meaning: OutcomeMeaning,
}

vocabulary! {
    /// What a class means, whatever its letter (DOMAIN: the letters do not mean the same everywhere).
    OutcomeMeaning {
        /// 已解决或采纳, 基本解决.
        Solved = "solved",
        /// 部分解决.
        PartlySolved = "partly-solved",
        /// 年内可以解决: a promise for this year.
        SolvedThisYear = "solved-this-year",
        /// 正在解决.
        BeingSolved = "being-solved",
        /// 列入计划（规划）逐步解决.
        Planned = "planned",
        /// 因条件限制暂时不能解决.
        NotSolvable = "not-solvable",
        /// 留作参考.
        Reference = "reference",
        /// 与法律政策不符, 不可行.
        Infeasible = "infeasible",
        /// 属上级国家机关职权, 已向上反映.
        ReferredUpward = "referred-upward",
    }
}

impl OutcomeMeaning {
    /// Whether it counts as solved (A in the national scheme).
    pub fn is_solved(self) -> bool {
        matches!(self, Self::Solved | Self::PartlySolved | Self::SolvedThisYear)
    }

    /// Whether it counts as solved or to be solved step by step (A + B in the national scheme).
    pub fn is_solved_or_planned(self) -> bool {
        self.is_solved() || matches!(self, Self::BeingSolved | Self::Planned)
    }
}
