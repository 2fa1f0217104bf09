//! 代表（委员）不满意，尚未重新办理。
//!
//! # 为什么
//! 评价不满意的，应当重新办理、再次答复。
//!
//! # 会被指出
//! ```ledger
//! {"kind": "suggestion", "rounds": [{"assignedOn": "2026-06-01", "assignments": [{"body": "市交通运输局", "role": "lead"}], "replies": [{"date": "2026-08-20", "outcome": {"mark": "A"}}], "feedback": [{"on": "2026-09-10", "overall": "dissatisfied"}]}]}
//! ```
//!
//! # 可以通过
//! ```ledger
//! {"kind": "suggestion", "rounds": [{"assignedOn": "2026-06-01", "assignments": [{"body": "市交通运输局", "role": "lead"}], "replies": [{"date": "2026-08-20", "outcome": {"mark": "A"}}], "feedback": [{"on": "2026-09-10", "overall": "dissatisfied"}]}, {"assignedOn": "2026-09-12", "assignments": [{"body": "市交通运输局", "role": "lead"}], "cause": "redo", "replies": [{"date": "2026-10-10", "outcome": {"mark": "A"}}], "feedback": [{"on": "2026-10-20", "overall": "satisfied"}]}]}
//! ```
//!
//! # 依据
//! 各地办理规则关于不满意件重新办理的规定（见方案）
//!
//! # English
//! The submitter is dissatisfied and no new round of handling was opened.

use crate::calendar::Date;
use crate::rule::{Finding, Group, Rule, Severity, Verdict};
use crate::supervision::case::EntryCase;

/// The rule; its help stands at the head of this file.
pub static RULE: Rule<EntryCase> =
    Rule { id: "dissatisfied-not-redone", group: Group::Progress, severity: Severity::Error, check };

fn check(case: &EntryCase) -> Verdict {
    let finding = |on: Option<crate::calendar::Date>| {
        let when = on.map(Date::in_document).unwrap_or_default();
        Finding::of(&RULE, format!("代表（委员）{when}评价为不满意，尚未登记重新办理。"))
    };
    Verdict::from_findings(case.dissatisfied.map(finding).into_iter().collect())
}
