//! 重新办理的答复没有回应不满意的原因。
//!
//! # 为什么
//! 代表不满意后重新办理的，应当针对其意见作出说明。
//!
//! # 会被指出
//! ```reply
//! 不满意：夜班专线没有开行时间
//! ```
//!
//! # 可以通过
//! ```reply
//! 不满意：管护责任不明确
//! ```
//!
//! # 依据
//! 山东省办理规定第二十四条；上海市办理规定第二十一条
//!
//! # English
//! A renewed reply does not answer the reason for dissatisfaction.
//!
//! # 局限
//! 按字面相近程度判断。

use crate::text::similarity::{PairSet, Pairs};

use crate::reply_check::case::ReplyCase;
use crate::rule::{Finding, Group, Rule, Severity, Verdict};

/// The rule; its help stands at the head of this file.
pub static RULE: Rule<ReplyCase> =
    Rule { id: "redo-reason-unanswered", group: Group::Procedure, severity: Severity::Warning, check };

fn check(case: &ReplyCase) -> Verdict {
    let Some(reason) = case.history().and_then(|history| history.dissatisfaction.as_deref()) else {
        return Verdict::NotApplicable;
    };
    let pairs = Pairs::of(reason, |_, _| 1.0);
    let met = pairs.covered_by(&PairSet::of(case.at(case.body.clone())));
    if met >= 0.35 || pairs.is_empty() {
        return Verdict::Pass;
    }
    Verdict::Fail(vec![Finding::of(&RULE, format!("请针对不满意的原因“{reason}”作出说明。")).expected(reason)])
}
