//! 答复件上的签发人与审签记录不一致。
//!
//! # 为什么
//! 签发人应为实际签发的负责人。
//!
//! # 会被指出
//! ```reply
//! 交办：2024-04-02
//! 沟通：2024-04-16
//! 审批：拟稿 2024-06-20 秦越川；核稿 2024-06-24 办公室；签发 2024-06-25 江临川
//! ```
//!
//! # 可以通过
//! ```reply
//! 交办：2024-04-02
//! 沟通：2024-04-16
//! 审批：拟稿 2024-06-20 秦越川；核稿 2024-06-24 办公室；签发 2024-06-25 谢青林
//! ```
//!
//! # 依据
//! 《党政机关公文格式》（GB/T 9704—2012）7.2.6
//!
//! # English
//! The printed signer is not the one who signed.

use crate::reply_check::case::ReplyCase;
use crate::rule::{Finding, Group, Rule, Severity, Verdict};

/// The rule; its help stands at the head of this file.
pub static RULE: Rule<ReplyCase> =
    Rule { id: "signer-differs-from-approval", group: Group::Procedure, severity: Severity::Warning, check };

fn check(case: &ReplyCase) -> Verdict {
    let by = case
        .history()
        .and_then(|history| history.approvals.iter().rfind(|approval| approval.step == "签发"))
        .map(|approval| approval.by.as_str())
        .unwrap_or_default();
    let Some(signer) = &case.letter.signer else { return Verdict::NotApplicable };
    let is_name = (2..=4).contains(&by.chars().count()) && !by.ends_with('长') && !by.ends_with("主任") && !by.ends_with('室');
    if !is_name {
        return Verdict::NotApplicable;
    }
    if signer.value.contains(by) {
        return Verdict::Pass;
    }
    Verdict::Fail(vec![
        Finding::of(&RULE, format!("审签记录的签发人为{by}。")).at(signer.span).expected(by).actual(signer.value.clone()),
    ])
}
