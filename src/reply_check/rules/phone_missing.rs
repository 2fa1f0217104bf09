//! 没有写明联系电话，或者“联系电话”后面是空的。
//!
//! # 为什么
//! 联系电话是代表、委员反馈意见的渠道，应为单位固定电话。
//!
//! # 会被指出
//! ```reply
//! 联系：联系人：秦越川　　联系电话：
//! ```
//!
//! # 可以通过
//! ```reply
//! 联系：联系人：秦越川　　联系电话：0840-6623318
//! ```
//!
//! # 依据
//! 各地答复格式样式（落款后注明承办人和联系电话）
//!
//! # English
//! No telephone, or the label has no value.

use crate::reply_check::case::ReplyCase;
use crate::reply_check::letter::Label;
use crate::reply_check::requirements::Part;
use crate::rule::{Finding, Group, Rule, Severity, Verdict};

/// The rule; its help stands at the head of this file.
pub static RULE: Rule<ReplyCase> = Rule { id: "phone-missing", group: Group::Format, severity: Severity::Error, check };

fn check(case: &ReplyCase) -> Verdict {
    if !case.is_letter() || !case.requires(Part::Phone) {
        return Verdict::NotApplicable;
    }
    if case.letter.phone.is_some() {
        return Verdict::Pass;
    }
    let empty = case.letter.empty_labels.iter().find(|(label, _)| *label == Label::Phone);
    Verdict::Fail(vec![match empty {
        Some((_, span)) => Finding::of(&RULE, "“联系电话”后面是空的，请填写。").at(*span).graded(if case.is_draft() {
            Severity::Error
        } else {
            Severity::Info
        }),
        None => case.missing(&RULE, "未注明联系电话。请注明承办科室的固定电话。").graded(if case.is_draft() {
            Severity::Warning
        } else {
            Severity::Info
        }),
    }])
}
