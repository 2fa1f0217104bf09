//! 协办（会办）意见逾期未提交。
//!
//! # 为什么
//! 协办意见迟交会使主办单位不能按期答复。
//!
//! # 会被指出
//! ```ledger
//! {"kind": "suggestion", "rounds": [{"assignedOn": "2026-06-01", "assignments": [{"body": "市交通运输局", "role": "lead"}, {"body": "市财政局", "role": "assisting", "opinion": {"dueOn": "2026-07-01"}}]}]}
//! ```
//!
//! # 可以通过
//! ```ledger
//! {"kind": "suggestion", "rounds": [{"assignedOn": "2026-06-01", "assignments": [{"body": "市交通运输局", "role": "lead"}, {"body": "市财政局", "role": "assisting", "opinion": {"dueOn": "2026-07-01", "givenOn": "2026-06-28"}}]}]}
//! ```
//!
//! # 依据
//! 各地办理规则关于协办（会办）意见期限的规定（见方案）
//!
//! # English
//! An assisting body's opinion is overdue.

use crate::rule::{Finding, Group, Rule, Severity, Verdict};
use crate::supervision::case::EntryCase;
use crate::supervision::step::{Step, StepState};

/// The rule; its help stands at the head of this file.
pub static RULE: Rule<EntryCase> =
    Rule { id: "assisting-opinion-missing", group: Group::Progress, severity: Severity::Warning, check };

fn check(case: &EntryCase) -> Verdict {
    let overdue = case.pending(&[Step::AssistingOpinion]).filter(|step| step.state == StepState::Overdue);
    let findings = overdue.filter_map(|step| {
        let due = step.due_on?;
        let body = step.body.as_deref().unwrap_or("协办单位");
        Some(
            Finding::of(&RULE, format!("{body}应于{}前提交协办（会办）意见，尚未提交。", due.in_document()))
                .expected(due.to_string()),
        )
    });
    Verdict::from_findings(findings.collect())
}
