//! 审签环节顺序颠倒。
//!
//! # 为什么
//! 拟稿、核稿、签发应依次进行，先签发后核稿等于没有核稿。
//!
//! # 会被指出
//! ```reply
//! 交办：2024-04-02
//! 沟通：2024-04-16
//! 审批：拟稿 2024-06-20；签发 2024-06-24；核稿 2024-06-25
//! ```
//!
//! # 可以通过
//! ```reply
//! 交办：2024-04-02
//! 沟通：2024-04-16
//! 审批：拟稿 2024-06-20；核稿 2024-06-24；签发 2024-06-25
//! ```
//!
//! # 依据
//! 《党政机关公文处理工作条例》第十八条至第二十二条
//!
//! # English
//! The steps of the signing chain are out of order.

use crate::reply_check::case::ReplyCase;
use crate::rule::{Finding, Group, Rule, Severity, Verdict};

/// The rule; its help stands at the head of this file.
pub static RULE: Rule<ReplyCase> =
    Rule { id: "approvals-out-of-order", group: Group::Procedure, severity: Severity::Error, check };

fn check(case: &ReplyCase) -> Verdict {
    let chain = &case.input.requirements.signing_chain;
    let Some(history) = case.history().filter(|history| history.approvals.len() > 1) else { return Verdict::NotApplicable };
    let place = |step: &str| chain.iter().position(|known| known == step);
    let known: Vec<_> = history.approvals.iter().filter_map(|approval| Some((place(&approval.step)?, approval))).collect();
    let mut findings = Vec::new();
    for (index, (rank, approval)) in known.iter().enumerate() {
        let later_step_before = known.iter().enumerate().find(|(other, (other_rank, earlier))| {
            let by_date = matches!((earlier.on, approval.on), (Some(one), Some(two)) if one < two);
            let by_order = *other < index && (earlier.on.is_none() || approval.on.is_none());
            other_rank > rank && (by_date || by_order)
        });
        if let Some((_, (_, earlier))) = later_step_before {
            findings.push(Finding::of(&RULE, format!("“{}”在“{}”之前，顺序颠倒。", earlier.step, approval.step)));
        }
    }
    findings.dedup();
    Verdict::from_findings(findings)
}
