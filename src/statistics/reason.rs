//! Why items are in no count of a figure.

use crate::ledger::HandlingRole;

vocabulary! {
    /// Why an item is left out, in reading order.
    Reason {
        /// 主办.
        Lead = "lead",
        /// 分办.
        Separate = "separate",
        /// 协办.
        Assisting = "assisting",
        /// 参阅.
        ForReference = "for-reference",
        /// 未交办.
        Unassigned = "unassigned",
        /// 撤回.
        Withdrawn = "withdrawn",
        /// 未到期.
        NotDue = "not-due",
        /// 日期未公布.
        UnknownDate = "unknown-date",
        /// 未答复.
        NoReply = "no-reply",
        /// 结果未载明.
        NoOutcome = "no-outcome",
        /// 类别不明.
        UnknownClass = "unknown-class",
        /// 非列入计划事项.
        NotPlanned = "not-planned",
        /// 未跟踪办理.
        NotFollowedUp = "not-followed-up",
        /// 未反馈.
        NoFeedback = "no-feedback",
        /// 依申请公开.
        OnRequest = "on-request",
        /// 不予公开.
        NotPublic = "not-public",
        /// 公开属性未定.
        UndecidedDisclosure = "undecided-disclosure",
    }
}

impl From<HandlingRole> for Reason {
    fn from(role: HandlingRole) -> Self {
        match role {
            HandlingRole::Lead => Self::Lead,
            HandlingRole::Assisting => Self::Assisting,
            HandlingRole::Separate => Self::Separate,
            HandlingRole::ForReference => Self::ForReference,
        }
    }
}

/// Items that a figure leaves out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LeftOut {
    /// Why: a [`Reason`]'s word, or a field's name.
    pub reason: &'static str,
    /// How many.
    pub count: u32,
}
