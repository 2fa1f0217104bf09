//! 正文没有说明办理中与代表、委员的沟通情况。
//!
//! # 为什么
//! 办理过程中应当与代表联系沟通、充分听取意见，答复宜写明沟通方式和时间。
//!
//! # 会被指出
//! ```reply
//! 开头：您提出的《关于硬化杨柳村道路的建议》（第46号）收悉，现答复如下：
//! ```
//!
//! # 可以通过
//! ```reply
//! 开头：您提出的《关于硬化杨柳村道路的建议》（第46号）收悉。4月16日我局与您当面沟通，现答复如下：
//! ```
//!
//! # 依据
//! 代表法（2025）第五十一条
//!
//! # English
//! The letter speaks of no contact with the deputy.

use crate::reply_check::case::ReplyCase;
use crate::rule::{Finding, Group, Rule, Severity, Verdict};

/// The rule; its help stands at the head of this file.
pub static RULE: Rule<ReplyCase> =
    Rule { id: "consultation-not-mentioned", group: Group::Procedure, severity: Severity::Info, check };

fn check(case: &ReplyCase) -> Verdict {
    if case.letter.opening.is_none() {
        return Verdict::NotApplicable;
    }
    if case.letter.consultation.is_some() {
        return Verdict::Pass;
    }
    Verdict::Fail(vec![Finding::of(&RULE, "建议写明何时、以何种方式与代表（委员）沟通。")])
}
