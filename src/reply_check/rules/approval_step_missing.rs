//! 审签环节不全。
//!
//! # 为什么
//! 签发前必须经过拟稿、核稿，缺一环节应补办。
//!
//! # 会被指出
//! ```reply
//! 交办：2024-04-02
//! 沟通：2024-04-16
//! 审批：拟稿 2024-06-20；签发 2024-06-25
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
//! A step of the signing chain is missing.

use crate::reply_check::case::ReplyCase;
use crate::rule::{Finding, Group, Rule, Severity, Verdict};

/// The rule; its help stands at the head of this file.
pub static RULE: Rule<ReplyCase> =
    Rule { id: "approval-step-missing", group: Group::Procedure, severity: Severity::Warning, check };

fn check(case: &ReplyCase) -> Verdict {
    let Some(history) = case.history().filter(|history| !history.approvals.is_empty()) else { return Verdict::NotApplicable };
    let missing = case
        .input
        .requirements
        .signing_chain
        .iter()
        .filter(|step| !history.approvals.iter().any(|approval| approval.step == **step));
    let findings = missing.map(|step| Finding::of(&RULE, format!("缺“{step}”环节。")).expected(step.clone()));
    Verdict::from_findings(findings.collect())
}
