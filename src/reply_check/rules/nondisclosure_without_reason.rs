//! 标为不予公开，没有说明理由。
//!
//! # 为什么
//! 不公开的应有法定理由，如国家秘密、商业秘密、个人隐私。
//!
//! # 会被指出
//! ```reply
//! 公开：公开属性：不予公开
//! ```
//!
//! # 可以通过
//! ```reply
//! 公开：公开属性：不予公开（理由：涉及商业秘密）
//! ```
//!
//! # 依据
//! 《政府信息公开条例》第十四条至第十六条
//!
//! # English
//! Not public, without a reason.

use crate::reply_check::case::ReplyCase;
use crate::rule::{Finding, Group, Rule, Severity, Verdict};

/// The rule; its help stands at the head of this file.
pub static RULE: Rule<ReplyCase> =
    Rule { id: "nondisclosure-without-reason", group: Group::Disclosure, severity: Severity::Warning, check };

fn check(case: &ReplyCase) -> Verdict {
    let Some(disclosure) = case.letter.disclosure.as_ref().filter(|disclosure| disclosure.value == "不予公开") else {
        return Verdict::NotApplicable;
    };
    let after: String = case.text().get(disclosure.span.end..).unwrap_or_default().chars().take(60).collect();
    let near = ["理由", "原因", "涉及", "因", "属于", "第十四条", "第十五条", "第十六条", "秘密", "隐私"];
    if near.iter().any(|word| after.contains(word)) {
        return Verdict::Pass;
    }
    Verdict::Fail(vec![Finding::of(&RULE, "请写明不予公开的法定理由。").at(disclosure.span)])
}
