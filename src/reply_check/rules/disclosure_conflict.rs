//! 同一答复件标了两种公开属性。
//!
//! # 为什么
//! 属性相互矛盾，公开与否无所适从。
//!
//! # 会被指出
//! ```reply
//! 公开：公开属性：主动公开
//! 附加：（此件不予公开）
//! ```
//!
//! # 可以通过
//! ```reply
//! 附加：（此件主动公开）
//! ```
//!
//! # 依据
//! 国办发〔2014〕46号
//!
//! # English
//! Two disclosure attributes contradict each other.

use crate::reply_check::case::ReplyCase;
use crate::rule::{Finding, Group, Rule, Severity, Verdict};

/// The rule; its help stands at the head of this file.
pub static RULE: Rule<ReplyCase> = Rule { id: "disclosure-conflict", group: Group::Disclosure, severity: Severity::Error, check };

fn check(case: &ReplyCase) -> Verdict {
    let found = &case.letter.disclosures;
    let Some(first) = found.first() else { return Verdict::NotApplicable };
    let findings = found.iter().filter(|other| other.value != first.value).map(|other| {
        Finding::of(&RULE, format!("前面标“{}”，此处标“{}”。", first.value, other.value)).at(other.span).at(first.span)
    });
    Verdict::from_findings(findings.collect())
}
