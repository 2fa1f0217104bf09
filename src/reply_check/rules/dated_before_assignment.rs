//! 成文日期早于交办日期。
//!
//! # 为什么
//! 尚未交办就已答复，日期必有笔误。
//!
//! # 会被指出
//! ```reply
//! 交办：2024-07-08
//! 沟通：2024-07-15
//! ```
//!
//! # 可以通过
//! ```reply
//! 交办：2024-04-02
//! 沟通：2024-04-16
//! ```
//!
//! # 依据
//! 代表法（2025）第五十一条（自交办之日起）
//!
//! # English
//! The letter is dated before the assignment.

use crate::reply_check::case::ReplyCase;
use crate::rule::{Finding, Group, Rule, Severity, Verdict};

/// The rule; its help stands at the head of this file.
pub static RULE: Rule<ReplyCase> =
    Rule { id: "dated-before-assignment", group: Group::Procedure, severity: Severity::Error, check };

fn check(case: &ReplyCase) -> Verdict {
    let (Some(history), Some(date), Some(field)) = (case.history(), case.letter.signed_on, &case.letter.date) else {
        return Verdict::NotApplicable;
    };
    let Some(assigned) = history.assigned_on else { return Verdict::NotApplicable };
    if date >= assigned {
        return Verdict::Pass;
    }
    Verdict::Fail(vec![
        Finding::of(&RULE, format!("成文日期{date}早于交办日期{assigned}，请核对。")).at(field.span).actual(date.to_string()),
    ])
}
