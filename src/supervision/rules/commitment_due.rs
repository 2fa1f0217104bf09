//! 承诺事项到期或者即将到期，尚未落实。
//!
//! # 为什么
//! 承诺到期应当再次答复代表；不能按期落实的，应当说明原因。
//!
//! # 会被指出
//! ```ledger
//! {"kind": "suggestion", "rounds": [{"assignedOn": "2026-06-01", "assignments": [{"body": "市交通运输局", "role": "lead"}], "replies": [{"date": "2026-08-20", "outcome": {"mark": "B"}}]}], "commitments": [{"what": "改造公交站台", "dueOn": "2026-10-31", "state": "open"}]}
//! ```
//!
//! # 可以通过
//! ```ledger
//! {"kind": "suggestion", "rounds": [{"assignedOn": "2026-06-01", "assignments": [{"body": "市交通运输局", "role": "lead"}], "replies": [{"date": "2026-08-20", "outcome": {"mark": "B"}}]}], "commitments": [{"what": "改造公交站台", "dueOn": "2026-10-31", "state": "kept", "keptOn": "2026-10-20"}]}
//! ```
//!
//! # 依据
//! 各地办理规则关于承诺事项跟踪办理的规定
//!
//! # English
//! A commitment is due or overdue and not recorded as kept.

use crate::rule::{Finding, Group, Rule, Severity, Verdict};
use crate::supervision::case::EntryCase;
use crate::supervision::step::{Step, StepState};

/// The rule; its help stands at the head of this file.
pub static RULE: Rule<EntryCase> = Rule { id: "commitment-due", group: Group::Progress, severity: Severity::Warning, check };

fn check(case: &EntryCase) -> Verdict {
    let findings = case.pending(&[Step::Commitment]).filter_map(|step| {
        let (due, what) = (step.due_on?, step.what.as_deref().unwrap_or_default());
        let days = step.days_left(case.today)?;
        let finding = match step.state {
            StepState::Overdue => {
                Finding::of(&RULE, format!("承诺事项“{what}”应于{}前落实，已超期{}天。", due.in_document(), -days))
            }
            StepState::DueSoon => Finding::of(&RULE, format!("承诺事项“{what}”应于{}前落实，还剩{days}天。", due.in_document())),
            _ => return None,
        };
        Some(finding.graded(if step.state == StepState::Overdue { Severity::Error } else { Severity::Warning }))
    });
    Verdict::from_findings(findings.collect())
}
