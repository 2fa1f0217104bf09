//! An entry: one submission with its handling, replies, feedback and what became of its promises.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::round::Round;
use super::vocabulary::{
    CommitmentState, DisclosureAttribute, Filing, Level, PublicationExtent, Sitting, SubmissionKind, SubmitterForm,
};
use super::words::Words;
use crate::calendar::Date;

/// 一件建议、提案或议案 and all that is known of it. What is unknown is absent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct Entry<'a> {
    /// The office's own key, where it has one; unique in the ledger.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<Words<'a>>,
    /// 建议、提案、议案.
    pub kind: SubmissionKind,
    /// 编号, as printed (leading zeros kept).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<Words<'a>>,
    /// 届次.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub session: Option<Session>,
    /// The year that it belongs to, where the session does not say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub year: Option<u16>,
    /// The assembly's level.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub level: Option<Level>,
    /// 会议期间、闭会期间.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sitting: Option<Sitting>,
    /// 立案、并案、转意见和建议.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub filing: Option<Filing>,
    /// 标题、案由.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<Words<'a>>,
    /// 正文.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<Words<'a>>,
    /// What it asks for, point by point.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub asks: Vec<Words<'a>>,
    /// 分类（主题）.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub topic: Option<Words<'a>>,
    /// 个人、联名、代表团、集体.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub form: Option<SubmitterForm>,
    /// 领衔代表、第一提案人.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lead_submitter: Option<Submitter<'a>>,
    /// 联名代表、附议人.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub co_submitters: Vec<Submitter<'a>>,
    /// How many co-submitters there are, where their names are not all known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub co_submitter_count: Option<u32>,
    /// 代表团, 界别.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub delegation: Option<Words<'a>>,
    /// 提出日期.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub submitted_on: Option<Date>,
    /// In which extent the submitter agrees to publication (公开意愿).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub consent: Option<PublicationExtent>,
    /// 涉密.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub classified: Option<bool>,
    /// 重点督办; absent where it is not a key item or this is not known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub key: Option<KeyItem<'a>>,
    /// 民生实事.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub livelihood: Option<bool>,
    /// Ids of entries that it is handled together with (并案办理).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub merged_with: Vec<Words<'a>>,
    /// 撤回.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub withdrawn: Option<Withdrawal<'a>>,
    /// The rounds of handling, first to last; never empty once it is assigned.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rounds: Vec<Round<'a>>,
    /// 承诺事项.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub commitments: Vec<Commitment<'a>>,
    /// 公开.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub disclosure: Option<Disclosure<'a>>,
    /// 归档日期.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub archived_on: Option<Date>,
    /// 备注.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Words<'a>>,
    /// What the office's file holds and this format has no field for: heading or key path, and the text there.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub extra: BTreeMap<Words<'a>, Words<'a>>,
}

impl<'a> Entry<'a> {
    /// An entry of which nothing but its kind is known.
    pub fn of_kind(kind: SubmissionKind) -> Self {
        Self {
            id: None,
            kind,
            number: None,
            session: None,
            year: None,
            level: None,
            sitting: None,
            filing: None,
            title: None,
            text: None,
            asks: Vec::new(),
            topic: None,
            form: None,
            lead_submitter: None,
            co_submitters: Vec::new(),
            co_submitter_count: None,
            delegation: None,
            submitted_on: None,
            consent: None,
            classified: None,
            key: None,
            livelihood: None,
            merged_with: Vec::new(),
            withdrawn: None,
            rounds: Vec::new(),
            commitments: Vec::new(),
            disclosure: None,
            archived_on: None,
            note: None,
            extra: BTreeMap::new(),
        }
    }
}

/// 届次: the `number`th session of the `congress`th congress or committee.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Session {
    /// 届.
    pub congress: u8,
    /// 次.
    pub number: u8,
}

/// 代表、委员 or a body that submits.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct Submitter<'a> {
    /// 姓名 or 名称.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<Words<'a>>,
    /// 代表团、界别.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub group: Option<Words<'a>>,
    /// 手机. Personal: never public.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mobile: Option<Words<'a>>,
    /// 通讯地址. Personal: never public.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address: Option<Words<'a>>,
}

/// 重点督办.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct KeyItem<'a> {
    /// 领衔督办领导.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub supervising_leader: Option<Words<'a>>,
    /// The committee or office that supervises (督办单位).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub supervising_body: Option<Words<'a>>,
    /// Where it stands and what comes next.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub progress: Option<Words<'a>>,
}

/// 撤回.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct Withdrawal<'a> {
    /// When.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on: Option<Date>,
    /// Why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<Words<'a>>,
}

/// 承诺事项: what a reply promised.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct Commitment<'a> {
    /// What.
    pub what: Words<'a>,
    /// 责任单位.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub body: Option<Words<'a>>,
    /// By when.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due_on: Option<Date>,
    /// 办理中、已落实、不再落实; absent where nobody said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub state: Option<CommitmentState>,
    /// 落实日期.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kept_on: Option<Date>,
    /// Progress in words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Words<'a>>,
}

/// 公开情况.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct Disclosure<'a> {
    /// 公开属性.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub attribute: Option<DisclosureAttribute>,
    /// Why it is not public.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<Words<'a>>,
    /// Who reviewed it (公开审查).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reviewed_by: Option<Words<'a>>,
    /// 公开日期.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub published_on: Option<Date>,
    /// That it was published, where the source says so without a date.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub published: Option<bool>,
    /// Where (网址 or the publication's name).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<Words<'a>>,
    /// 全文、摘要、标题.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub extent: Option<PublicationExtent>,
}
