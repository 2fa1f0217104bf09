//! The shape of a profile document.

use serde::{Deserialize, Serialize};

use super::limit::Limits;
use crate::ledger::{ApprovalStep, HandlingRole, OutcomeScheme, SubmissionKind};

/// The name and version of the profile format.
pub const PROFILE_FORMAT: &str = "jianyi/profile/1";

/// The rules and customs of one place, for one kind of assembly.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Profile {
    /// Always `jianyi/profile/1`.
    pub format: ProfileFormatName,
    /// The id by which ledgers and options name it.
    pub id: String,
    /// The version of this profile's content; changes when a value changes.
    pub version: String,
    /// Its name on the page.
    pub name: Localized,
    /// The kinds of submission that it is for; empty: all.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub kinds: Vec<SubmissionKind>,
    /// The sources that the values cite, key to full name.
    #[serde(default)]
    pub sources: std::collections::BTreeMap<String, String>,
    /// The place's words for the roles.
    pub roles: RoleLabels,
    /// Time limits.
    #[serde(default)]
    pub limits: Limits,
    /// 办理结果分类.
    pub outcome: Sourced<OutcomeScheme>,
    /// Who and what counts in each rate.
    pub denominators: Denominators,
    /// How shares are printed.
    pub rounding: Sourced<Rounding>,
    /// When a number is too small to compare.
    pub small_numbers: Sourced<SmallNumbers>,
    /// From when something is worth a warning.
    #[serde(default)]
    pub watch: super::thresholds::Watch,
    /// What a reply must have.
    #[serde(default)]
    pub reply: ReplyDemands,
    /// The place's own column headings, beside those that every profile has.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub headings: Vec<super::headings::HeadingWords>,
    /// What is known to be unknown, in plain words; shown as 待确认.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub to_confirm: Vec<String>,
}

/// The one value of a profile's `format`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum ProfileFormatName {
    /// `jianyi/profile/1`.
    #[serde(rename = "jianyi/profile/1")]
    Profile1,
}

/// A value and where it stands.
///
/// `source` is one or more parts joined by `；`. A part begins with a key of [`Profile::sources`] or with one of
/// [`super::DEFAULT_SOURCES`]; an article (` 第五十一条`) or a remark in `（）` may follow.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Sourced<T> {
    /// The value.
    pub value: T,
    /// The law, rule or published practice that it rests on, with its article.
    pub source: String,
}

/// A text in both languages of the page.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Localized {
    /// Chinese.
    pub zh: String,
    /// English.
    pub en: String,
}

/// The place's words for the roles: 协办 or 会办, 参阅 or 意见和建议.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct RoleLabels {
    /// 主办.
    pub lead: Localized,
    /// 协办 or 会办.
    pub assisting: Localized,
    /// 分办.
    pub separate: Localized,
    /// 参阅 or 意见和建议.
    pub for_reference: Localized,
}

impl RoleLabels {
    /// The label of `role`.
    pub fn of(&self, role: HandlingRole) -> &Localized {
        match role {
            HandlingRole::Lead => &self.lead,
            HandlingRole::Assisting => &self.assisting,
            HandlingRole::Separate => &self.separate,
            HandlingRole::ForReference => &self.for_reference,
        }
    }
}

/// Which roles count, and in which unit, in each rate.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Denominators {
    /// Shares of the outcome classes, and the resolved-or-planned rate.
    pub outcome: Sourced<CountedRoles>,
    /// 办结率, 按时办结率.
    pub completion: Sourced<CountedRoles>,
    /// 协商率.
    pub consultation: Sourced<CountedRoles>,
    /// 满意率.
    pub satisfaction: Sourced<CountedRoles>,
    /// 解决率.
    pub resolution: Sourced<CountedRoles>,
    /// Shares of topics (类别占比), which often count what the other rates leave out.
    pub topics: Sourced<CountedRoles>,
}

/// The roles that count and the unit counted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CountedRoles {
    /// The roles.
    pub roles: Vec<HandlingRole>,
    /// 件 or 件次.
    pub basis: Basis,
}

vocabulary! {
    /// What is counted.
    Basis {
        /// 件: each submission once.
        Entry = "entry",
        /// 件次: each body's handling of a submission once.
        Assignment = "assignment",
    }
}

vocabulary! {
    /// How a share is rounded.
    RoundingMode {
        /// 四舍五入.
        HalfUp = "half-up",
        /// 截断.
        Truncate = "truncate",
        /// Largest remainder: the printed shares of one table add up to 100.
        SumTo100 = "sum-to-100",
    }
}

/// How shares are printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Rounding {
    /// How.
    pub mode: RoundingMode,
    /// Decimals, 0 to 2.
    #[cfg_attr(feature = "schema", schemars(range(max = 2)))]
    pub decimals: u8,
    /// Whether zeros at the end of the decimals are not printed (62.5 %, not 62.50 %).
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub trim_zeros: bool,
}

/// When a number is too small to compare bodies or years by it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SmallNumbers {
    /// A rate over fewer than this is shown with a warning and never ranked.
    pub minimum: u32,
}

/// What the place demands of a reply letter.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ReplyDemands {
    /// The steps of the signing chain, in order.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub signing_chain: Option<Sourced<Vec<ApprovalStep>>>,
    /// Who signs: 主要负责人, 单位负责人.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub signer: Option<Sourced<String>>,
    /// To whom it is copied.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub copied_to: Option<Sourced<String>>,
    /// Turns of phrase that no reply may contain because they go against policy, beside those that hold everywhere.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub against_policy: Option<Sourced<Vec<String>>>,
}
