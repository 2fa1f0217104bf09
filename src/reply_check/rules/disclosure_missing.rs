//! 没有标注公开属性。
//!
//! # 为什么
//! 答复件应与公开属性同步审查，标明主动公开、依申请公开或者不予公开。
//!
//! # 会被指出
//! ```reply
//! 公开：
//! ```
//!
//! # 可以通过
//! ```reply
//! 公开：公开属性：主动公开
//! ```
//!
//! # 依据
//! 国办发〔2014〕46号；《政府信息公开条例》第十七条
//!
//! # English
//! There is no disclosure attribute.
//!
//! # 局限
//! 已公开的页面只提示。

use crate::reply_check::case::ReplyCase;
use crate::reply_check::requirements::Part;
use crate::rule::{Group, Rule, Severity, Verdict};

/// The rule; its help stands at the head of this file.
pub static RULE: Rule<ReplyCase> =
    Rule { id: "disclosure-missing", group: Group::Disclosure, severity: Severity::Warning, check };

fn check(case: &ReplyCase) -> Verdict {
    if !case.is_letter() || !case.requires(Part::Disclosure) {
        return Verdict::NotApplicable;
    }
    if case.letter.disclosure.is_some() {
        return Verdict::Pass;
    }
    Verdict::Fail(vec![case.missing(&RULE, "请标明公开属性，如“公开属性：主动公开”。")])
}
