//! 答复期限临近，尚未答复。
//!
//! # 为什么
//! 临期件应当提前提醒，留出会签、审核、签发的时间。
//!
//! # 会被指出
//! ```ledger
//! {"kind": "suggestion", "rounds": [{"assignedOn": "2026-08-30", "assignments": [{"body": "市交通运输局", "role": "lead"}]}]}
//! ```
//!
//! # 可以通过
//! ```ledger
//! {"kind": "suggestion", "rounds": [{"assignedOn": "2026-11-01", "assignments": [{"body": "市交通运输局", "role": "lead"}]}]}
//! ```
//!
//! # 依据
//! 代表法（2025）第五十一条；临期天数为本软件默认值
//!
//! # English
//! The reply is due soon.

use crate::rule::{Finding, Group, Rule, Severity, Verdict};
use crate::supervision::case::EntryCase;
use crate::supervision::step::{Step, StepState};

/// The rule; its help stands at the head of this file.
pub static RULE: Rule<EntryCase> = Rule { id: "reply-due-soon", group: Group::Progress, severity: Severity::Warning, check };

fn check(case: &EntryCase) -> Verdict {
    let pending = case.pending(&[Step::Reply, Step::Redo, Step::FollowUp]);
    let soon = pending.filter(|step| step.state == StepState::DueSoon).filter_map(|step| {
        let days = step.days_left(case.today)?;
        let due = step.due_on?;
        let message = format!("应于{}前答复，还剩{days}天，尚未答复。", due.in_document());
        Some(Finding::of(&RULE, message).expected(due.to_string()))
    });
    Verdict::from_findings(soon.collect())
}
