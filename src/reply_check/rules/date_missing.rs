//! 没有成文日期。
//!
//! # 为什么
//! 答复期限从交办之日起算，没有日期就无法认定是否按期答复。
//!
//! # 会被指出
//! ```reply
//! 日期：
//! ```
//!
//! # 可以通过
//! ```reply
//! 日期：2024年6月27日
//! ```
//!
//! # 依据
//! 《党政机关公文格式》（GB/T 9704—2012） 7.3.5.4
//!
//! # English
//! There is no date under the letter.

use crate::reply_check::case::ReplyCase;
use crate::rule::{Group, Rule, Severity, Verdict};

/// The rule; its help stands at the head of this file.
pub static RULE: Rule<ReplyCase> = Rule { id: "date-missing", group: Group::Format, severity: Severity::Error, check };

fn check(case: &ReplyCase) -> Verdict {
    if !case.is_letter() {
        return Verdict::NotApplicable;
    }
    if case.letter.date_as_written.is_some() {
        return Verdict::Pass;
    }
    Verdict::Fail(vec![case.missing_to_take_effect(&RULE, "未找到成文日期。请在落款单位下方写明签发日期。")])
}
