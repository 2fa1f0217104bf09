//! 主动公开的答复超过期限公开，或者逾期未公开。
//!
//! # 为什么
//! 主动公开的信息应当自形成之日起二十个工作日内公开。
//!
//! # 会被指出
//! ```ledger
//! {"kind": "suggestion", "rounds": [{"assignedOn": "2026-04-01", "assignments": [{"body": "市交通运输局", "role": "lead"}], "replies": [{"date": "2026-06-01", "outcome": {"mark": "A"}}]}], "disclosure": {"attribute": "public", "publishedOn": "2026-08-01"}}
//! ```
//!
//! # 可以通过
//! ```ledger
//! {"kind": "suggestion", "rounds": [{"assignedOn": "2026-04-01", "assignments": [{"body": "市交通运输局", "role": "lead"}], "replies": [{"date": "2026-06-01", "outcome": {"mark": "A"}}]}], "disclosure": {"attribute": "public", "publishedOn": "2026-06-10"}}
//! ```
//!
//! # 依据
//! 政府信息公开条例（2019）第二十六条
//!
//! # English
//! A reply to be published was published late or not at all.

use crate::rule::{Finding, Group, Rule, Severity, Verdict};
use crate::supervision::case::EntryCase;
use crate::supervision::step::{Step, StepState};

/// The rule; its help stands at the head of this file.
pub static RULE: Rule<EntryCase> = Rule { id: "published-late", group: Group::Progress, severity: Severity::Warning, check };

fn check(case: &EntryCase) -> Verdict {
    let findings = case.steps.iter().filter(|step| step.step == Step::Publication).filter_map(|step| {
        let due = step.due_on?;
        match (step.state, step.done_on) {
            (StepState::Overdue, _) => Some(Finding::of(&RULE, format!("应于{}前公开，尚无公开记录。", due.in_document()))),
            (StepState::Late, Some(on)) => {
                Some(Finding::of(&RULE, format!("应于{}前公开，实际{}公开。", due.in_document(), on.in_document())))
            }
            _ => None,
        }
    });
    Verdict::from_findings(findings.collect())
}
