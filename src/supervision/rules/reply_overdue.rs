//! 已过答复期限（含重新办理、延期后的期限），尚未答复。
//!
//! # 为什么
//! 按期答复是法定义务；超期件应当逐件催办，说明原因。
//!
//! # 会被指出
//! ```ledger
//! {"kind": "suggestion", "rounds": [{"assignedOn": "2026-06-01", "assignments": [{"body": "市交通运输局", "role": "lead"}]}]}
//! ```
//!
//! # 可以通过
//! ```ledger
//! {"kind": "suggestion", "rounds": [{"assignedOn": "2026-06-01", "assignments": [{"body": "市交通运输局", "role": "lead"}], "replies": [{"date": "2026-08-20", "outcome": {"mark": "A"}}]}]}
//! ```
//!
//! # 依据
//! 代表法（2025）第五十一条；各地办理规则的期限（见方案）
//!
//! # English
//! The time limit for the reply, an approved extension included, is past and there is no reply.

use crate::rule::{Finding, Group, Rule, Severity, Verdict};
use crate::supervision::case::EntryCase;
use crate::supervision::step::{Step, StepState};

/// The rule; its help stands at the head of this file.
pub static RULE: Rule<EntryCase> = Rule { id: "reply-overdue", group: Group::Progress, severity: Severity::Error, check };

fn check(case: &EntryCase) -> Verdict {
    let pending = case.pending(&[Step::Reply, Step::Redo, Step::FollowUp]);
    let overdue = pending.filter(|step| step.state == StepState::Overdue).filter_map(|step| {
        let days = step.days_left(case.today)?;
        let due = step.due_on?;
        let message = format!("应于{}前答复，截至{}尚未答复，已超期{}天。", due.in_document(), case.today.in_document(), -days);
        Some(Finding::of(&RULE, message).expected(due.to_string()))
    });
    Verdict::from_findings(overdue.collect())
}
