//! 称谓中的姓名不是提出建议、提案的代表、委员。
//!
//! # 为什么
//! 答复送错人，既违反程序也可能泄露代表信息。
//!
//! # 会被指出
//! ```reply
//! 提出人：温岭南
//! 建议标题：关于硬化杨柳村道路的建议
//! ```
//!
//! # 可以通过
//! ```reply
//! 提出人：何文澜、温岭南
//! 建议标题：关于硬化杨柳村道路的建议
//! ```
//!
//! # 依据
//! 代表法（2025）第五十一条
//!
//! # English
//! The addressee is not the one who made the suggestion.

use crate::reply_check::case::ReplyCase;
use crate::rule::{Finding, Group, Rule, Severity, Verdict};

/// The rule; its help stands at the head of this file.
pub static RULE: Rule<ReplyCase> =
    Rule { id: "addressee-not-the-submitter", group: Group::Identity, severity: Severity::Error, check };

fn check(case: &ReplyCase) -> Verdict {
    let submitters = case.input.suggestion.as_ref().map(|suggestion| suggestion.submitters.as_slice()).unwrap_or_default();
    let Some(addressee) = &case.letter.addressee else { return Verdict::NotApplicable };
    if submitters.is_empty() {
        return Verdict::NotApplicable;
    }
    let plain = |name: &str| name.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
    let named = plain(&addressee.value);
    if submitters
        .iter()
        .any(|name| named.contains(&plain(name)) || plain(name).contains(named.trim_end_matches("代表").trim_end_matches("委员")))
    {
        return Verdict::Pass;
    }
    let right = submitters.join("、");
    Verdict::Fail(vec![
        Finding::of(&RULE, format!("登记的提出人为{right}，称谓中没有。"))
            .at(addressee.span)
            .expected(right)
            .actual(addressee.value.clone()),
    ])
}
