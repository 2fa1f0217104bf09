//! 已申请延期，尚无批准记录。
//!
//! # 为什么
//! 延期须经同意的，未经批准仍按原期限计算。
//!
//! # 会被指出
//! ```ledger
//! {"kind": "suggestion", "rounds": [{"assignedOn": "2026-06-01", "assignments": [{"body": "市交通运输局", "role": "lead"}], "extension": {"requestedOn": "2026-08-20", "until": "2026-12-01"}}]}
//! ```
//!
//! # 可以通过
//! ```ledger
//! {"kind": "suggestion", "rounds": [{"assignedOn": "2026-06-01", "assignments": [{"body": "市交通运输局", "role": "lead"}], "extension": {"requestedOn": "2026-08-20", "approvedOn": "2026-08-25", "until": "2026-12-01"}}]}
//! ```
//!
//! # 依据
//! 各地办理规则关于延期的规定（见方案）
//!
//! # English
//! An extension was asked for, but no approval is recorded; the former limit still counts.

use crate::calendar::Date;
use crate::rule::{Finding, Group, Rule, Severity, Verdict};
use crate::supervision::case::EntryCase;

/// The rule; its help stands at the head of this file.
pub static RULE: Rule<EntryCase> =
    Rule { id: "extension-not-approved", group: Group::Progress, severity: Severity::Warning, check };

fn check(case: &EntryCase) -> Verdict {
    let finding = |on: Option<crate::calendar::Date>| {
        let when = on.map(Date::in_document).unwrap_or_default();
        Finding::of(&RULE, format!("{when}申请延期，尚无批准记录，仍按原期限计算；请催批或者补录。"))
    };
    Verdict::from_findings(case.extension_asked.map(finding).into_iter().collect())
}
