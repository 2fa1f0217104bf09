//! 办理结果为已解决，却有承诺事项未落实。
//!
//! # 为什么
//! 已经解决的，不应还有未落实的承诺；应当核对分类或者补录落实情况。
//!
//! # 会被指出
//! ```ledger
//! {"kind": "suggestion", "rounds": [{"assignedOn": "2026-06-01", "assignments": [{"body": "市交通运输局", "role": "lead"}], "replies": [{"date": "2026-08-20", "outcome": {"mark": "A"}}]}], "commitments": [{"what": "改造公交站台", "dueOn": "2027-06-30", "state": "open"}]}
//! ```
//!
//! # 可以通过
//! ```ledger
//! {"kind": "suggestion", "rounds": [{"assignedOn": "2026-06-01", "assignments": [{"body": "市交通运输局", "role": "lead"}], "replies": [{"date": "2026-08-20", "outcome": {"mark": "A"}}]}], "commitments": [{"what": "改造公交站台", "dueOn": "2026-06-30", "state": "kept", "keptOn": "2026-06-20"}]}
//! ```
//!
//! # 依据
//! 台账内部核对；办理结果分类见方案
//!
//! # English
//! The outcome is solved, yet commitments are open.

use crate::ledger::OutcomeMeaning;
use crate::rule::{Finding, Group, Rule, Severity, Verdict};
use crate::supervision::case::EntryCase;

/// The rule; its help stands at the head of this file.
pub static RULE: Rule<EntryCase> =
    Rule { id: "solved-with-open-commitments", group: Group::Progress, severity: Severity::Warning, check };

fn check(case: &EntryCase) -> Verdict {
    match case.replied {
        Some((_, Some(OutcomeMeaning::Solved))) if case.commitments.1 > 0 => {
            let message = format!("办理结果为已解决，仍有{}项承诺未落实，请核对办理结果分类。", case.commitments.1);
            Verdict::Fail(vec![Finding::of(&RULE, message)])
        }
        Some((_, Some(OutcomeMeaning::Solved))) => Verdict::Pass,
        _ => Verdict::NotApplicable,
    }
}
