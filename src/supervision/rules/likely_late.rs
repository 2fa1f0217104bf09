//! 照该单位以往的办理用时，将超过期限。
//!
//! # 为什么
//! 在到期之前提醒，比到期之后催办有用。
//!
//! # 会被指出
//! ```ledger
//! 用时：100 100 105 110 120
//! {"kind": "suggestion", "rounds": [{"assignedOn": "2026-09-01", "assignments": [{"body": "市交通运输局", "role": "lead"}]}]}
//! ```
//!
//! # 可以通过
//! ```ledger
//! {"kind": "suggestion", "rounds": [{"assignedOn": "2026-09-01", "assignments": [{"body": "市交通运输局", "role": "lead"}]}]}
//! ```
//!
//! # 依据
//! 本软件推算：该单位已答复件中用时不少于本件已等待天数者的中位数；少于五件不推算
//!
//! # English
//! At the body's usual pace the reply will be late.
//!
//! # 局限
//! 只看用时，不看难易；件数少时不推算。

use crate::rule::{Finding, Group, Rule, Severity, Verdict};
use crate::supervision::case::EntryCase;
use crate::supervision::step::{Step, StepState};

/// The rule; its help stands at the head of this file.
pub static RULE: Rule<EntryCase> = Rule { id: "likely-late", group: Group::Progress, severity: Severity::Info, check };

fn check(case: &EntryCase) -> Verdict {
    let findings = case.expected.iter().filter_map(|(body, expected)| {
        let of_body = |step: &&crate::supervision::StepDue| step.body.as_ref() == Some(body) && step.state != StepState::Overdue;
        let due = case.pending(&[Step::Reply]).find(of_body)?.due_on?;
        let message = format!(
            "{body}已答复的件中，用时不少于本件已用天数的有{}件，中位数为{}天；照此推算约于{}答复，将超过{}的期限。",
            expected.handlings,
            expected.median_days,
            expected.on.in_document(),
            due.in_document()
        );
        (expected.on > due).then(|| Finding::of(&RULE, message))
    });
    Verdict::from_findings(findings.collect())
}
