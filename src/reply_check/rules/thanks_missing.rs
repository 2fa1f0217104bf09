//! 结尾没有对代表、委员的关心和支持表示感谢。
//!
//! # 为什么
//! 答复是对代表履职的回应，结尾致谢是通行的礼节和格式。
//!
//! # 会被指出
//! ```reply
//! 结尾：请填写《代表建议办理情况征询意见表》反馈我局。
//! ```
//!
//! # 可以通过
//! ```reply
//! 结尾：感谢您对交通运输工作的关心和支持！请填写《征询意见表》反馈我局。
//! ```
//!
//! # 依据
//! 各地答复格式样式
//!
//! # English
//! The letter does not thank the deputy.

use crate::reply_check::case::ReplyCase;
use crate::reply_check::requirements::Part;
use crate::rule::{Group, Rule, Severity, Verdict};

/// The rule; its help stands at the head of this file.
pub static RULE: Rule<ReplyCase> = Rule { id: "thanks-missing", group: Group::Format, severity: Severity::Warning, check };

fn check(case: &ReplyCase) -> Verdict {
    if !case.is_letter() {
        return Verdict::NotApplicable;
    }
    if !case.requires(Part::Thanks) {
        return Verdict::NotApplicable;
    }
    if case.letter.thanks.is_some() || case.letter.opening.is_none() {
        return Verdict::Pass;
    }
    Verdict::Fail(vec![case.missing(&RULE, "结尾缺致谢语，如“感谢您对××工作的关心和支持！”。")])
}
