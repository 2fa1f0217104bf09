//! 成文日期早于签发日期。
//!
//! # 为什么
//! 成文日期为负责人签发的日期，不应早于签发。
//!
//! # 会被指出
//! ```reply
//! 交办：2024-04-02
//! 沟通：2024-04-16
//! 审批：拟稿 2024-06-20；核稿 2024-06-25；签发 2024-07-02
//! ```
//!
//! # 可以通过
//! ```reply
//! 交办：2024-04-02
//! 沟通：2024-04-16
//! 审批：拟稿 2024-06-20；核稿 2024-06-25；签发 2024-06-26
//! ```
//!
//! # 依据
//! 《党政机关公文处理工作条例》第九条（成文日期署签发日期）
//!
//! # English
//! The letter is dated before it was signed off.

use crate::reply_check::case::ReplyCase;
use crate::rule::{Finding, Group, Rule, Severity, Verdict};

/// The rule; its help stands at the head of this file.
pub static RULE: Rule<ReplyCase> =
    Rule { id: "dated-before-signing", group: Group::Procedure, severity: Severity::Warning, check };

fn check(case: &ReplyCase) -> Verdict {
    let (Some(history), Some(date), Some(field)) = (case.history(), case.letter.signed_on, &case.letter.date) else {
        return Verdict::NotApplicable;
    };
    let signing = history.approvals.iter().find(|approval| approval.step == "签发").and_then(|approval| approval.on);
    let Some(signed) = signing else { return Verdict::NotApplicable };
    if date >= signed {
        return Verdict::Pass;
    }
    Verdict::Fail(vec![
        Finding::of(&RULE, format!("成文日期{date}早于签发日期{signed}。"))
            .at(field.span)
            .expected(signed.to_string())
            .actual(date.to_string()),
    ])
}
