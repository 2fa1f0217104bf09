//! 答复稿停在审签环节。
//!
//! # 为什么
//! 稿件滞留是超期的常见原因，应当提醒审签人。
//!
//! # 会被指出
//! ```ledger
//! {"kind": "suggestion", "rounds": [{"assignedOn": "2026-09-01", "assignments": [{"body": "市交通运输局", "role": "lead"}], "replies": [{"approvals": [{"step": "draft", "on": "2026-11-01"}, {"step": "review", "on": "2026-11-05"}]}]}]}
//! ```
//!
//! # 可以通过
//! ```ledger
//! {"kind": "suggestion", "rounds": [{"assignedOn": "2026-09-01", "assignments": [{"body": "市交通运输局", "role": "lead"}], "replies": [{"approvals": [{"step": "draft", "on": "2026-11-20"}]}]}]}
//! ```
//!
//! # 依据
//! 本软件默认值（等待天数可调整）
//!
//! # English
//! A draft reply has been waiting for signature.
//!
//! # 局限
//! 审签环节没有日期的，不判断。

use crate::rule::{Finding, Group, Rule, Severity, Verdict};
use crate::supervision::case::EntryCase;

/// The rule; its help stands at the head of this file.
pub static RULE: Rule<EntryCase> = Rule { id: "signature-waiting", group: Group::Progress, severity: Severity::Warning, check };

fn check(case: &EntryCase) -> Verdict {
    let findings = case.drafts.iter().flatten().filter_map(|since| {
        let days = case.today.days() - since.days();
        let message = format!("答复稿自{}起停在审签环节，已{days}天，尚未签发。", since.in_document());
        (days > case.thresholds.signature_days).then(|| Finding::of(&RULE, message))
    });
    Verdict::from_findings(findings.collect())
}
