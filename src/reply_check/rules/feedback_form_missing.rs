//! 没有请代表、委员填写征询意见表或者反馈意见。
//!
//! # 为什么
//! 征询意见表随答复件送达，是评价满意度的依据。
//!
//! # 会被指出
//! ```reply
//! 结尾：感谢您对交通运输工作的关心和支持！
//! ```
//!
//! # 可以通过
//! ```reply
//! 结尾：感谢您的关心和支持！请填写《征询意见表》反馈我局。
//! ```
//!
//! # 依据
//! 浙江省办理规定第二十三条；重庆市办理规定第二十三条
//!
//! # English
//! Nothing is said of the opinion form.

use crate::reply_check::case::ReplyCase;
use crate::reply_check::requirements::Part;
use crate::rule::{Group, Rule, Severity, Verdict};

/// The rule; its help stands at the head of this file.
pub static RULE: Rule<ReplyCase> = Rule { id: "feedback-form-missing", group: Group::Format, severity: Severity::Warning, check };

fn check(case: &ReplyCase) -> Verdict {
    if !case.is_letter() {
        return Verdict::NotApplicable;
    }
    if !case.requires(Part::FeedbackForm) {
        return Verdict::NotApplicable;
    }
    if case.letter.feedback_form.is_some() {
        return Verdict::Pass;
    }
    Verdict::Fail(vec![case.missing(&RULE, "未提及征询意见表。请写明随函附表及反馈的单位。")])
}
