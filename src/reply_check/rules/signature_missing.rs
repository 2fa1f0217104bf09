//! 没有落款单位。
//!
//! # 为什么
//! 答复以承办单位名义作出并加盖印章，没有落款的答复件不能生效。
//!
//! # 会被指出
//! ```reply
//! 落款：
//! ```
//!
//! # 可以通过
//! ```reply
//! 落款：云岭县交通运输局
//! ```
//!
//! # 依据
//! 《党政机关公文格式》（GB/T 9704—2012） 7.3.5；山东、浙江等地办理规定
//!
//! # English
//! There is no issuing body under the letter.

use crate::reply_check::case::ReplyCase;
use crate::rule::{Group, Rule, Severity, Verdict};

/// The rule; its help stands at the head of this file.
pub static RULE: Rule<ReplyCase> = Rule { id: "signature-missing", group: Group::Format, severity: Severity::Error, check };

fn check(case: &ReplyCase) -> Verdict {
    if !case.is_letter() {
        return Verdict::NotApplicable;
    }
    if case.letter.issuer.is_some() {
        return Verdict::Pass;
    }
    Verdict::Fail(vec![case.missing_to_take_effect(&RULE, "未找到落款单位。请在成文日期上方写明承办单位全称并盖章。")])
}
