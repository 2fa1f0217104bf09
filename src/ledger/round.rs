//! One round of handling: assignment, consultation, reply, feedback. A re-do opens a new round and keeps the old reply.

use serde::{Deserialize, Serialize};

use super::vocabulary::{
    ApprovalStep, ConsultationMeans, ConsultationStage, DisclosureAttribute, HandlingRole, Rating, RoundCause,
};
use super::words::Words;
use crate::calendar::Date;

/// 一轮办理: the first, or a re-do after 不满意.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct Round<'a> {
    /// 交办日期 of the round, unless an assignment has its own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub assigned_on: Option<Date>,
    /// 应答复日期 as the office states it; where absent, it is reckoned from the profile's limits.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due_on: Option<Date>,
    /// Why the round was opened; absent for the first.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cause: Option<RoundCause>,
    /// The reason in words: what the submitter was dissatisfied with, which promise came due.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<Words<'a>>,
    /// 延期.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub extension: Option<Extension<'a>>,
    /// Who handles it, in which role.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub assignments: Vec<Assignment<'a>>,
    /// 沟通 with the submitters.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub consultations: Vec<Consultation<'a>>,
    /// 答复, one per answering body.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub replies: Vec<Reply<'a>>,
    /// 征询意见.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub feedback: Vec<Feedback<'a>>,
}

/// 延期办理.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct Extension<'a> {
    /// The new due date.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Date>,
    /// When it was asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub requested_on: Option<Date>,
    /// When it was approved; absent where it was not (yet).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub approved_on: Option<Date>,
    /// When it was refused.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub refused_on: Option<Date>,
    /// Who approved it (the assigning body, where the place's rule asks for consent).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub approved_by: Option<Words<'a>>,
    /// Why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<Words<'a>>,
}

/// 承办: one body in one role.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct Assignment<'a> {
    /// 承办单位.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub body: Option<Words<'a>>,
    /// 承办方式.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<HandlingRole>,
    /// Which part is this body's, for 分办.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub part: Option<Words<'a>>,
    /// 承办人 or the office in charge.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub officer: Option<Words<'a>>,
    /// 交办日期, where it differs from the round's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub assigned_on: Option<Date>,
    /// 签收日期.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub received_on: Option<Date>,
    /// 应答复日期, where it differs from the round's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due_on: Option<Date>,
    /// 退办: the body sent the item back.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub returned: Option<Return<'a>>,
    /// 协办（会办）意见, for an assisting body.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub opinion: Option<AssistingOpinion<'a>>,
}

/// 退办、改派.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct Return<'a> {
    /// When the body asked to return it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on: Option<Date>,
    /// Whether the assigner accepted; a refused return leaves the body in charge. Absent: accepted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub accepted: Option<bool>,
    /// Why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<Words<'a>>,
    /// To whom it was reassigned (改派).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reassigned_to: Option<Words<'a>>,
}

/// 协办（会办）意见.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct AssistingOpinion<'a> {
    /// When it is due.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due_on: Option<Date>,
    /// When it was given; absent where it was not, unless `given` says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub given_on: Option<Date>,
    /// That it was given, where the source says so without a date.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub given: Option<bool>,
    /// That it was given in time, where the source says so without dates.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub in_time: Option<bool>,
    /// 文号.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub document_number: Option<Words<'a>>,
    /// The class that the assisting body gave its part, where the place classes these too.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outcome: Option<Outcome<'a>>,
    /// The opinion's words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<Words<'a>>,
}

/// 沟通: one contact with a submitter.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct Consultation<'a> {
    /// When.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on: Option<Date>,
    /// How.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub means: Option<ConsultationMeans>,
    /// At which stage; where absent, it follows from the dates.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stage: Option<ConsultationStage>,
    /// Which body.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub body: Option<Words<'a>>,
    /// With whom.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub with: Option<Words<'a>>,
    /// What was said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Words<'a>>,
}

/// 答复.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct Reply<'a> {
    /// Which body answers; absent where the round has one answering body.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub body: Option<Words<'a>>,
    /// 答复日期.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<Date>,
    /// That it was in time, where the source says so without dates.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub in_time: Option<bool>,
    /// 办理结果.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outcome: Option<Outcome<'a>>,
    /// 发文字号.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub document_number: Option<Words<'a>>,
    /// 签发人.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub signer: Option<Words<'a>>,
    /// 联系人.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contact: Option<Words<'a>>,
    /// 联系电话.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phone: Option<Words<'a>>,
    /// 公开属性 of the letter.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub disclosure: Option<DisclosureAttribute>,
    /// Points of the suggestion that were taken up, and all its points (采纳率).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub adopted_points: Option<AdoptedPoints>,
    /// 拟稿 … 签发, in the order in which they were done.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub approvals: Vec<Approval<'a>>,
    /// The letter.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<Words<'a>>,
}

/// Points adopted, of all points made (采纳率 is counted by point, not by item).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct AdoptedPoints {
    /// Points adopted.
    pub adopted: u32,
    /// All points.
    pub of: u32,
}

/// 办理结果: a mark as printed, and the scheme that gives it its meaning.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct Outcome<'a> {
    /// The mark, letter and sub-class: `A`, `B2`.
    pub mark: Words<'a>,
    /// The scheme; absent: the ledger's or the profile's. The same letter means different things in different places.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scheme: Option<Words<'a>>,
}

/// One step of the signing chain.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct Approval<'a> {
    /// Which step.
    pub step: ApprovalStep,
    /// Who.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<Words<'a>>,
    /// When.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on: Option<Date>,
}

/// 征询意见: what the submitter says of the handling.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields, bound(deserialize = "'de: 'a"))]
pub struct Feedback<'a> {
    /// When the form came back.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on: Option<Date>,
    /// Of which body's reply; absent where the round has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub body: Option<Words<'a>>,
    /// 总体评价; where absent, it is the rating of the result.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub overall: Option<Rating>,
    /// 对办理态度.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub attitude: Option<Rating>,
    /// 对办理结果.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub result: Option<Rating>,
    /// Opinion in words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub comment: Option<Words<'a>>,
    /// Who collected it (a rating collected by the handling body itself weighs less).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub collected_by: Option<Words<'a>>,
}

impl Feedback<'_> {
    /// The rating that counts: overall, else of the result, else of the attitude.
    pub fn rating(&self) -> Option<Rating> {
        self.overall.or(self.result).or(self.attitude)
    }
}
