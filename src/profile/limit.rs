//! Time limits: how long, from when, counted how.

use serde::{Deserialize, Serialize};

use super::schema::Sourced;

/// A time limit (办理期限).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Limit {
    /// How many units.
    pub amount: u16,
    /// Counted in what.
    pub unit: LimitUnit,
    /// Counted from when; that day itself is not counted (Civil Code art. 201).
    pub from: LimitStart,
    /// A fixed day of the same year, `MM-DD`, that ends the period where it is earlier.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub not_after: Option<String>,
    /// Whose consent is needed (an extension), as the place's rule words it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub consent: Option<String>,
    /// Whether the reason must be explained to the submitter.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub explain: Option<bool>,
}

vocabulary! {
    /// The unit of a period.
    LimitUnit {
        /// Calendar months, to the corresponding day (Civil Code art. 202).
        Months = "months",
        /// Calendar days.
        Days = "days",
        /// 工作日.
        WorkingDays = "working-days",
    }
}

vocabulary! {
    /// The event from which a period runs.
    LimitStart {
        /// 交办之日.
        Assigned = "assigned",
        /// 收到之日, 签收.
        Received = "received",
        /// 会议闭幕之日.
        SessionClosed = "session-closed",
        /// 答复之日.
        Replied = "replied",
        /// 重新办理交办之日, or the day on which 不满意 was stated.
        RedoOrdered = "redo-ordered",
        /// 信息形成之日.
        Formed = "formed",
        /// The due date that is extended (an extension by n more months).
        Due = "due",
    }
}

/// All the limits of a place. An absent value is not known: 待确认.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Limits {
    /// 签收.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub accept: Option<Sourced<Limit>>,
    /// 退办申请.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub return_to_assigner: Option<Sourced<Limit>>,
    /// 首次沟通.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub first_contact: Option<Sourced<Limit>>,
    /// 协办（会办）意见.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub assisting_opinion: Option<Sourced<Limit>>,
    /// 答复.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reply: Option<Sourced<Limit>>,
    /// 延期后的最长期限.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub extension: Option<Sourced<Limit>>,
    /// 代表反馈意见.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub feedback: Option<Sourced<Limit>>,
    /// 重新办理.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub redo: Option<Sourced<Limit>>,
    /// 公开.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub publication: Option<Sourced<Limit>>,
    /// Whether an end that falls on a holiday moves to the next working day (Civil Code art. 203).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub holiday_shift: Option<Sourced<bool>>,
}
