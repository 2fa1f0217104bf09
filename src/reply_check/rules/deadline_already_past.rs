//! 承诺的完成时限早于成文日期。
//!
//! # 为什么
//! 答复时已经过去的日期不能作为将来的时限，多因套用旧稿。
//!
//! # 会被指出
//! ```reply
//! 标记：类别：B
//! 日期：2024年6月27日
//! 正文：该路段由我局负责，将于2024年3月底前建成通车。
//! ```
//!
//! # 可以通过
//! ```reply
//! 标记：类别：B
//! 日期：2024年6月27日
//! 正文：该路段由我局负责，将于2025年3月底前建成通车。
//! ```
//!
//! # 依据
//! 各地办理规定（明确办理时限）
//!
//! # English
//! A promised date lies before the letter's own.

use crate::reply_check::case::ReplyCase;
use crate::rule::{Finding, Group, Rule, Severity, Verdict};

/// The rule; its help stands at the head of this file.
pub static RULE: Rule<ReplyCase> =
    Rule { id: "deadline-already-past", group: Group::ToTheNeed, severity: Severity::Warning, check };

fn check(case: &ReplyCase) -> Verdict {
    let Some(signed_on) = case.letter.signed_on else { return Verdict::NotApplicable };
    let late = case.letter.commitments.iter().filter(|promise| promise.due_on.is_some_and(|due| due < signed_on));
    let sure = late.filter(|promise| {
        let words: String = promise.span.of(case.text()).chars().filter(|c| !c.is_whitespace()).collect();
        let when = promise
            .by_when
            .map(|when| when.of(case.text()).chars().filter(|c| !c.is_whitespace()).collect::<String>())
            .unwrap_or_default();
        let Some(at) = words.find(&when) else { return false };
        let head = words.get(..at).unwrap_or_default();
        let tail = words.get(at + when.len()..).unwrap_or_default();
        head.ends_with("将于")
            || head.ends_with("计划于")
            || head.ends_with("拟于")
            || head.ends_with("力争")
            || tail.starts_with("底前") && head.contains('将')
    });
    let findings = sure
        .map(|promise| Finding::of(&RULE, "承诺的时限早于成文日期，请核对年份。").at(promise.by_when.unwrap_or(promise.span)));
    Verdict::from_findings(findings.collect())
}
