//! 先答复、后沟通。
//!
//! # 为什么
//! 沟通应在答复之前；记录中最早的沟通晚于成文日期。
//!
//! # 会被指出
//! ```reply
//! 交办：2024-04-02
//! 沟通：2024-07-10
//! ```
//!
//! # 可以通过
//! ```reply
//! 交办：2024-04-02
//! 沟通：2024-04-16
//! ```
//!
//! # 依据
//! 代表法（2025）第五十一条
//!
//! # English
//! The reply is dated before the first contact.

use crate::reply_check::case::ReplyCase;
use crate::rule::{Finding, Group, Rule, Severity, Verdict};

/// The rule; its help stands at the head of this file.
pub static RULE: Rule<ReplyCase> =
    Rule { id: "replied-before-consultation", group: Group::Procedure, severity: Severity::Error, check };

fn check(case: &ReplyCase) -> Verdict {
    let (Some(history), Some(date), Some(field)) = (case.history(), case.letter.signed_on, &case.letter.date) else {
        return Verdict::NotApplicable;
    };
    let Some(first) = history.consultations.iter().map(|consultation| consultation.on).min() else {
        return Verdict::NotApplicable;
    };
    if first <= date {
        return Verdict::Pass;
    }
    Verdict::Fail(vec![
        Finding::of(&RULE, format!("最早的沟通在{first}，晚于成文日期{date}。")).at(field.span).actual(date.to_string()),
    ])
}
