//! 公开的答复件中有银行账号。
//!
//! # 为什么
//! 银行账号属于敏感个人信息，公开前必须删除。
//!
//! # 会被指出
//! ```reply
//! 正文：补助资金已于6月18日发放到孟某某账户（银行卡号6222020000001234567）。
//! ```
//!
//! # 可以通过
//! ```reply
//! 正文：补助资金已于6月18日发放到孟某某账户。
//! ```
//!
//! # 依据
//! 《个人信息保护法》第二十八条
//!
//! # English
//! A bank account in a public reply.

use crate::reply_check::case::ReplyCase;
use crate::rule::{Finding, Group, Rule, Severity, Verdict};

/// The rule; its help stands at the head of this file.
pub static RULE: Rule<ReplyCase> =
    Rule { id: "bank-account-in-public-reply", group: Group::Disclosure, severity: Severity::Error, check };

fn check(case: &ReplyCase) -> Verdict {
    if !case.is_public() {
        return Verdict::NotApplicable;
    }
    let found = case.digit_runs.iter().filter(|run| (15..=19).contains(&run.len())).filter(|run| {
        let head: String = case.at(0..run.start).chars().rev().take(12).collect::<Vec<_>>().into_iter().rev().collect();
        ["卡号", "账号", "帐号", "账户", "帐户"].iter().any(|word| head.contains(word))
    });
    let findings = found.map(|range| Finding::of(&RULE, "请删除或者遮盖银行账号。").at(case.span(range.clone())));
    Verdict::from_findings(findings.collect())
}
