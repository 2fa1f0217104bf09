//! 答复为列入计划或者正在解决，台账没有承诺事项。
//!
//! # 为什么
//! 答应逐步解决的，应当登记事项、责任单位和完成时限，跟踪落实。
//!
//! # 会被指出
//! ```ledger
//! {"kind": "suggestion", "rounds": [{"assignedOn": "2026-06-01", "assignments": [{"body": "市交通运输局", "role": "lead"}], "replies": [{"date": "2026-08-20", "outcome": {"mark": "B"}}]}]}
//! ```
//!
//! # 可以通过
//! ```ledger
//! {"kind": "suggestion", "rounds": [{"assignedOn": "2026-06-01", "assignments": [{"body": "市交通运输局", "role": "lead"}], "replies": [{"date": "2026-08-20", "outcome": {"mark": "B"}}]}], "commitments": [{"what": "改造公交站台", "dueOn": "2027-06-30", "state": "open"}]}
//! ```
//!
//! # 依据
//! 各地办理规则关于承诺事项台账的规定；办理结果分类见方案
//!
//! # English
//! The outcome is planned or being solved, but no commitment is registered.

use crate::ledger::OutcomeMeaning;
use crate::rule::{Finding, Group, Rule, Severity, Verdict};
use crate::supervision::case::EntryCase;

/// The rule; its help stands at the head of this file.
pub static RULE: Rule<EntryCase> = Rule { id: "plan-missing", group: Group::Progress, severity: Severity::Warning, check };

fn check(case: &EntryCase) -> Verdict {
    let Some((_, Some(meaning))) = case.replied else { return Verdict::NotApplicable };
    let promises = matches!(meaning, OutcomeMeaning::BeingSolved | OutcomeMeaning::Planned | OutcomeMeaning::SolvedThisYear);
    match (promises, case.commitments.0) {
        (false, _) => Verdict::NotApplicable,
        (true, 0) => Verdict::Fail(vec![Finding::of(
            &RULE,
            "答复为列入计划或者正在解决，尚未登记承诺事项；请补录事项、责任单位和完成时限。",
        )]),
        _ => Verdict::Pass,
    }
}
