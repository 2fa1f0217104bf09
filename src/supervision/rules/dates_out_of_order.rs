//! 日期互相矛盾：答复早于交办，或者交办、答复日期在今天之后。
//!
//! # 为什么
//! 日期错误会使期限、按时办结率和考核全部失真。
//!
//! # 会被指出
//! ```ledger
//! {"kind": "suggestion", "rounds": [{"assignedOn": "2026-06-01", "assignments": [{"body": "市交通运输局", "role": "lead"}], "replies": [{"date": "2026-05-01", "outcome": {"mark": "A"}}]}]}
//! ```
//!
//! ```ledger
//! {"kind": "suggestion", "rounds": [{"assignedOn": "2031-06-01", "assignments": [{"body": "市交通运输局", "role": "lead"}]}]}
//! ```
//!
//! # 可以通过
//! ```ledger
//! {"kind": "suggestion", "rounds": [{"assignedOn": "2026-06-01", "assignments": [{"body": "市交通运输局", "role": "lead"}], "replies": [{"date": "2026-07-01", "outcome": {"mark": "A"}}]}]}
//! ```
//!
//! # 依据
//! 台账内部核对
//!
//! # English
//! Dates contradict each other: a reply before its assignment, or an assignment or reply in the future.

use crate::rule::{Finding, Group, Rule, Severity, Verdict};
use crate::supervision::case::EntryCase;

/// The rule; its help stands at the head of this file.
pub static RULE: Rule<EntryCase> = Rule { id: "dates-out-of-order", group: Group::Progress, severity: Severity::Error, check };

fn check(case: &EntryCase) -> Verdict {
    let mut findings = Vec::new();
    if let (Some(assigned), Some(replied)) = (case.assigned_on, case.first_replied_on)
        && replied < assigned
    {
        findings.push(Finding::of(
            &RULE,
            format!("答复日期{}早于交办日期{}，请核对台账。", replied.in_document(), assigned.in_document()),
        ));
    }
    if let Some(assigned) = case.assigned_on
        && assigned > case.today
    {
        findings.push(Finding::of(
            &RULE,
            format!("交办日期{}晚于今天（{}），请核对台账。", assigned.in_document(), case.today.in_document()),
        ));
    }
    if let Some((Some(replied), _)) = case.replied
        && replied > case.today
    {
        findings.push(Finding::of(
            &RULE,
            format!("答复日期{}晚于今天（{}），请核对台账。", replied.in_document(), case.today.in_document()),
        ));
    }
    Verdict::from_findings(findings)
}
