//! 成文日期晚于今天。
//!
//! # 为什么
//! 日期尚未到来，多为笔误或者预填。
//!
//! # 会被指出
//! ```reply
//! 今天：2024-06-01
//! ```
//!
//! # 可以通过
//! ```reply
//! 今天：2024-07-01
//! ```
//!
//! # 依据
//! 《党政机关公文处理工作条例》第九条
//!
//! # English
//! The letter is dated in the future.

use crate::reply_check::case::ReplyCase;
use crate::rule::{Finding, Group, Rule, Severity, Verdict};

/// The rule; its help stands at the head of this file.
pub static RULE: Rule<ReplyCase> = Rule { id: "dated-in-the-future", group: Group::Procedure, severity: Severity::Error, check };

fn check(case: &ReplyCase) -> Verdict {
    let (Some(today), Some(date), Some(field)) = (case.input.today, case.letter.signed_on, &case.letter.date) else {
        return Verdict::NotApplicable;
    };
    if date <= today {
        return Verdict::Pass;
    }
    Verdict::Fail(vec![Finding::of(&RULE, format!("成文日期{date}尚未到来，请核对。")).at(field.span).actual(date.to_string())])
}
