//! 交办已久，没有与代表（委员）沟通的记录。
//!
//! # 为什么
//! 先沟通、后答复；与代表联系沟通、充分听取意见是法定要求。
//!
//! # 会被指出
//! ```ledger
//! {"kind": "suggestion", "rounds": [{"assignedOn": "2026-10-01", "assignments": [{"body": "市交通运输局", "role": "lead"}]}]}
//! ```
//!
//! # 可以通过
//! ```ledger
//! {"kind": "suggestion", "rounds": [{"assignedOn": "2026-10-01", "assignments": [{"body": "市交通运输局", "role": "lead"}], "consultations": [{"on": "2026-10-12", "means": "visit"}]}]}
//! ```
//!
//! # 依据
//! 代表法（2025）第五十一条；当地规定了首次沟通期限的，从其规定，其余为本软件默认值
//!
//! # English
//! No contact with the submitter is recorded long after assignment.
//!
//! # 局限
//! 台账没有登记沟通的，不等于没有沟通。

use crate::calendar::Date;
use crate::rule::{Finding, Group, Rule, Severity, Verdict};
use crate::supervision::case::EntryCase;
use crate::supervision::step::{Step, StepState};

/// The rule; its help stands at the head of this file.
pub static RULE: Rule<EntryCase> = Rule { id: "contact-missing", group: Group::Progress, severity: Severity::Warning, check };

fn check(case: &EntryCase) -> Verdict {
    if case.contacted || case.replied.is_some() {
        return Verdict::Pass;
    }
    if let Some(limited) = case.steps.iter().find(|step| step.step == Step::FirstContact && step.due_on.is_some()) {
        let overdue = limited.due_on.filter(|_| limited.state == StepState::Overdue);
        let finding =
            |due: Date| Finding::of(&RULE, format!("应于{}前与代表（委员）首次沟通，尚无沟通记录。", due.in_document()));
        return Verdict::from_findings(overdue.map(finding).into_iter().collect());
    }
    let Some(assigned) = case.assigned_on else { return Verdict::NotApplicable };
    let days = case.today.days() - assigned.days();
    if days <= case.thresholds.no_contact_days {
        return Verdict::Pass;
    }
    let message = format!("{}交办，已{days}天，尚无与代表（委员）沟通的记录。", assigned.in_document());
    Verdict::Fail(vec![Finding::of(&RULE, message)])
}
