//! 办理记录中没有与代表、委员沟通的记录。
//!
//! # 为什么
//! 先沟通、后答复是法定要求，签发前应有沟通记录。
//!
//! # 会被指出
//! ```reply
//! 交办：2024-04-02
//! 签收：2024-04-03
//! ```
//!
//! # 可以通过
//! ```reply
//! 交办：2024-04-02
//! 沟通：2024-04-16
//! ```
//!
//! # 依据
//! 代表法（2025）第五十一条
//!
//! # English
//! The record shows no contact with the deputy.

use crate::reply_check::case::ReplyCase;
use crate::rule::{Finding, Group, Rule, Severity, Verdict};

/// The rule; its help stands at the head of this file.
pub static RULE: Rule<ReplyCase> =
    Rule { id: "consultation-not-recorded", group: Group::Procedure, severity: Severity::Warning, check };

fn check(case: &ReplyCase) -> Verdict {
    let Some(history) = case.history().filter(|history| history.assigned_on.is_some()) else { return Verdict::NotApplicable };
    if !history.consultations.is_empty() {
        return Verdict::Pass;
    }
    Verdict::Fail(vec![Finding::of(&RULE, "请先与代表（委员）沟通并登记沟通记录，再签发答复。")])
}
