//! 没有标注办理结果类别。
//!
//! # 为什么
//! 人大、政协和政府督查室按类别统计，首页右上角应标明A、B、C等类别。
//!
//! # 会被指出
//! ```reply
//! 标记：
//! ```
//!
//! # 可以通过
//! ```reply
//! 标记：类别：A
//! ```
//!
//! # 依据
//! 全国人大代表建议处理办法；各地办理规定（首页右上角标注类别）
//!
//! # English
//! There is no outcome mark.
//!
//! # 局限
//! 公开页面通常略去类别，此时只提示。

use crate::reply_check::case::ReplyCase;
use crate::reply_check::requirements::Part;
use crate::rule::{Group, Rule, Severity, Verdict};

/// The rule; its help stands at the head of this file.
pub static RULE: Rule<ReplyCase> = Rule { id: "outcome-mark-missing", group: Group::Format, severity: Severity::Warning, check };

fn check(case: &ReplyCase) -> Verdict {
    if !case.is_letter() {
        return Verdict::NotApplicable;
    }
    if !case.requires(Part::OutcomeMark) {
        return Verdict::NotApplicable;
    }
    if case.letter.outcome_mark.is_some() {
        return Verdict::Pass;
    }
    Verdict::Fail(vec![case.missing(&RULE, "未找到办理结果类别。请在首页右上角标明，如“类别：A”。")])
}
