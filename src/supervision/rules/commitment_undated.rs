//! 承诺事项没有完成时限。
//!
//! # 为什么
//! 没有时限的承诺无法跟踪，也无法考核。
//!
//! # 会被指出
//! ```ledger
//! {"kind": "suggestion", "rounds": [{"assignedOn": "2026-06-01", "assignments": [{"body": "市交通运输局", "role": "lead"}], "replies": [{"date": "2026-08-20", "outcome": {"mark": "B"}}]}], "commitments": [{"what": "改造公交站台", "state": "open"}]}
//! ```
//!
//! # 可以通过
//! ```ledger
//! {"kind": "suggestion", "rounds": [{"assignedOn": "2026-06-01", "assignments": [{"body": "市交通运输局", "role": "lead"}], "replies": [{"date": "2026-08-20", "outcome": {"mark": "B"}}]}], "commitments": [{"what": "改造公交站台", "dueOn": "2027-06-30", "state": "open"}]}
//! ```
//!
//! # 依据
//! 各地办理规则关于承诺事项台账的规定
//!
//! # English
//! An open commitment has no date.

use crate::rule::{Finding, Group, Rule, Severity, Verdict};
use crate::supervision::case::EntryCase;

/// The rule; its help stands at the head of this file.
pub static RULE: Rule<EntryCase> = Rule { id: "commitment-undated", group: Group::Progress, severity: Severity::Info, check };

fn check(case: &EntryCase) -> Verdict {
    let finding = |what: &String| Finding::of(&RULE, format!("承诺事项“{what}”没有完成时限，请责任单位明确。"));
    Verdict::from_findings(case.undated_commitments.iter().map(finding).collect())
}
